"""A name is found with or without the word that says that one looks for it."""

import pytest

from bot.programme.work.looking_for import name_looked_for


@pytest.mark.parametrize("said", ["jef", "find jef", "zoek jef", "cherche jef"])
def test_the_word_before_a_name_is_no_part_of_it(said):
    assert name_looked_for(said) == "jef"


@pytest.mark.parametrize("said", ["zoek", "jef zoek", "an jef"])
def test_a_name_stays_as_it_is(said):
    assert name_looked_for(said) == said
