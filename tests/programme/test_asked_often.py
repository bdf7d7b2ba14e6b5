"""Questions about the programme are known in the three languages, and mean nothing else."""

from bot.programme.asked_often import TOPIC_OF, OftenAsked, often_asked
from bot.programme.names import normalise
from bot.programme.plain_words import understand


def test_a_question_is_known_however_it_is_typed():
    assert often_asked("Wat is een mentor?") is OftenAsked.MENTOR
    assert often_asked("C’est gratuit ?") is OftenAsked.COST
    assert often_asked("who reads this") is OftenAsked.READERS
    assert often_asked("Amir") is None


def test_its_words_are_written_as_they_are_compared_and_ask_for_nothing_else():
    assert [one for one in TOPIC_OF if normalise(one) != one or understand(one)] == []
