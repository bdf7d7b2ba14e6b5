"""Passing words on: nothing is lost on the way."""

from hypothesis import given, strategies as st

from bot.programme.relaying import pieces, size, together

WORDS = st.text(st.sampled_from("ab \n😀é"), max_size=60)


@given(WORDS, st.integers(1, 12))
def test_no_letter_is_lost_and_no_piece_is_too_long(words, longest):
    cut = pieces(words, longest)
    assert "".join("".join(cut).split()) == "".join(words.split())
    assert all(0 < len(piece) <= longest for piece in cut)


def test_a_long_message_is_cut_between_words():
    assert pieces("one two three", 9) == ("one two", "three")


def test_a_word_that_is_longer_than_a_message_is_cut_inside():
    assert pieces("a" * 10, 4) == ("aaaa", "aaaa", "aa")


@given(st.lists(st.integers(1, 20)), st.integers(1, 30))
def test_what_is_put_together_keeps_its_order_and_fits(sizes, longest):
    groups = together(sizes, lambda one: one, longest)
    assert [one for group in groups for one in group] == sizes
    assert all(sum(group) <= longest or len(group) == 1 for group in groups)


def test_a_smiley_counts_as_two():
    assert (size("ab"), size("😀")) == (2, 2)
