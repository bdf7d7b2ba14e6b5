"""No text becomes a formula, and every text comes back."""

from hypothesis import given, strategies as st

from bot.programme.work.cells import is_risky, quoted, unquoted


@given(st.text())
def test_every_text_comes_back(text):
    assert unquoted(quoted(text)) == text


@given(st.text(alphabet=" '\t\u00a0\u200b"), st.sampled_from("=+-@＝＋－＠−"), st.text())
def test_what_starts_a_formula_has_a_quote_mark_before_it(before, start, rest):
    assert quoted(before + start + rest).startswith("'")


def test_ordinary_words_stay_as_they_are():
    for text in ("", "Amir", "'s-Gravenhage", "Jan-Piet", "a=b", "1999", " ", "'"):
        assert (is_risky(text), quoted(text)) == (False, text)


def test_controls_in_front_are_risky_by_themselves():
    assert all(is_risky(control) for control in "\t\r\n\0")
