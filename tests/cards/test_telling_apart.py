"""Names that begin alike can be told apart on a button."""

from bot.cards.telling_apart import told_apart


def test_what_is_cut_off_loses_the_words_that_others_share():
    names = ["Health centre Brugse Poort", "Health centre Nieuw Gent", "Doctor at night"]
    assert told_apart(names) == ["Brugse Poort", "Nieuw Gent", "Doctor at night"]


def test_a_name_that_fits_or_is_alone_stays_whole():
    names = ["CPAS d'Anderlecht", "CPAS de Forest", "A very long name of one service"]
    assert told_apart(names) == names


def test_two_equal_names_stay_whole():
    names = ["Social service of the town of Ghent"] * 2
    assert told_apart(names) == names


def test_what_remains_begins_with_a_capital():
    names = ["Health centre for all of Ghent", "Health centre on the hill in town"]
    assert told_apart(names) == ["For all of Ghent", "On the hill in town"]
