"""The weeks of a duo: which one it is, what moves the end, and the talks that the coach plans."""

from datetime import timedelta

from tests.handlers.arrivals import leaves, remembered, taps_old
from tests.handlers.test_privacy import facts_with

A_WEEK = timedelta(weeks=1)


def letters_with(person, words):
    return [one["text"] for one in person.messages if words in one["text"]]


async def card_of(els):
    await els.says("/duos")
    return await els.taps("1. Amir and Rita")


async def test_the_two_read_in_which_week_they_are_and_until_when(duo, amir):
    assert "This is week 1 of 26 of your duo." in await amir.says("/meetings")
    assert "It goes on until about 1 September 2026." in amir.last
    duo.telegram.advance_clock(3 * A_WEEK)
    assert "This is week 4 of 26 of your duo." in await amir.says("/meetings")


async def test_a_break_of_one_moves_the_end_for_both_and_the_coach_reads_it(duo, amir, rita, els):
    assert "Week 1 of 26, until about 1 September 2026." in await card_of(els)
    await amir.says("/stop")
    await amir.taps("2 weeks")
    assert "until about 15 September 2026." in await card_of(els)
    await duo.pass_by(days=15)
    assert "It goes on until about 15 September 2026." in await rita.says("/meetings")


async def test_why_may_be_said_and_only_the_own_coach_sees_it_until_the_break_ends(
    duo, amir, rita, els
):
    await amir.says("/stop")
    assert "You do not have to say it." in await amir.taps("Say why")
    assert "You said why: fasting. Only your coach sees it." in await amir.taps("I fast")
    assert "Why, as Amir says: fasting." in await card_of(els)
    assert not letters_with(rita, "fasting")
    await amir.taps("Say why")
    assert "You said why" not in await amir.taps("I do not say why")
    assert "fasting" not in await card_of(els)
    await amir.taps("Say why")
    await amir.taps("I am ill")
    await amir.taps("Start again")
    assert "illness" not in await card_of(els)
    (kept,) = (await remembered(duo))["duo_breaks"]
    assert kept[-1] is None


async def test_an_old_button_about_a_break_changes_nothing(duo, amir, tom):
    await amir.says("/stop")
    await amir.taps("Start again")
    before = await remembered(duo)
    for person in (amir, tom):
        for data in ("go:why_a_break", "bw:exams"):
            assert "That button is old" in await taps_old(person, data)
    assert await remembered(duo) == before


async def test_the_coach_hears_once_that_the_talk_in_the_middle_is_due_and_once_of_the_last(
    duo, els
):
    await duo.pass_by(weeks=13)
    await duo.pass_by(days=3)
    (said,) = letters_with(els, "It is time for the talk in the middle with Amir and Rita.")
    assert "They have been a duo for 13 weeks." in said
    assert "Week 13 of 26, until about 1 September 2026." in said
    await duo.pass_by(weeks=13)
    await duo.pass_by(weeks=3)
    assert len(letters_with(els, "It is time for the talk in the middle")) == 1
    assert len(letters_with(els, "It is time for the last talk with Amir and Rita.")) == 1


async def test_a_break_moves_the_talk_too(duo, rita, els):
    await rita.says("/stop")
    await rita.taps("1 month")
    await duo.pass_by(weeks=15)
    assert not letters_with(els, "It is time for the talk in the middle")
    await duo.pass_by(weeks=3)
    assert len(letters_with(els, "It is time for the talk in the middle")) == 1


async def test_while_a_break_is_open_nobody_hears_of_a_talk(duo, amir, els):
    await duo.pass_by(weeks=12)
    await amir.says("/stop")
    for _ in range(6):
        await duo.pass_by(weeks=1)
    assert not letters_with(els, "It is time for the talk")
    await amir.taps("Start again")
    await duo.pass_by(days=8)
    assert len(letters_with(els, "It is time for the talk in the middle")) == 1


async def test_after_the_last_week_it_is_said_that_they_are_full(duo, amir, els):
    await duo.pass_by(weeks=27)
    assert "Your 26 weeks together are full." in await amir.says("/meetings")
    assert "Their 26 weeks are full." in await card_of(els)


async def test_who_leaves_has_no_break_and_no_letter_names_them(duo, amir, rita, els):
    await duo.pass_by(weeks=13, days=2)
    await amir.says("/stop")
    await amir.taps("Say why")
    await amir.taps("I fast")
    await leaves(amir)
    assert await facts_with(duo, "Amir") == []
    (kept,) = (await remembered(duo))["duo_breaks"]
    assert kept[-2] is not None
    assert kept[-1] is None
    await duo.pass_by(weeks=20)
    assert not letters_with(els, "the last talk")
