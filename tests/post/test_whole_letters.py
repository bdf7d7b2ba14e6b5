"""Some keyboards cut an emoji in two; what somebody wrote is heard all the same."""

from hypothesis import given, strategies as st

from bot.post.whole_letters import in_whole_letters
from tests.handlers.trusting import trust

TOLD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)


@given(TOLD)
def test_what_is_whole_stays_as_it_is(told):
    assert in_whole_letters(told) == told


@given(st.text(st.characters(min_codepoint=0xD000, max_codepoint=0xE100)))
def test_every_text_can_be_written_down(text):
    whole = in_whole_letters({"message": [{"text": text}]})["message"][0]["text"]
    assert whole.encode().decode() == whole
    assert len(whole.encode("utf-16-le")) == len(text.encode("utf-16-le", "surrogatepass"))


def test_two_halves_that_belong_together_are_one_letter():
    assert in_whole_letters("\ud83d\ude00 \ud83d") == "😀 \ufffd"


async def test_half_an_emoji_in_amirs_words_reaches_els(duo, amir, els):
    await trust(duo, els)
    await amir.says("I want my coach")
    assert "I pass it on to Els." in await amir.says("My papers are lost \ud83d")
    assert "My papers are lost \ufffd" in await els.taps("Read")
