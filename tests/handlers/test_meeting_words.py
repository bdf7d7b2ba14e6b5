"""What people write about a meeting that comes, and about times that they were offered."""

from bot.cards.buttons import Go, Place
from tests.conversations import Someone
from tests.handlers.arrivals import newest_of_bot

# It is Tuesday 3 March 2026, 11:00 on the wall.


async def fixes(amir: Someone, rita: Someone, wall: str = "2026-03-06T1400") -> None:
    await amir.forges(f"mu:{wall}", newest_of_bot(amir))
    await rita.taps(rita.buttons[0])


async def offers_all(amir: Someone) -> None:
    """Wednesday at ten, Thursday at six, Friday at two."""
    await amir.forges(Go(to=Place.PLAN_MEETING).pack(), newest_of_bot(amir))
    await amir.taps("Offer all of these")


async def test_who_is_ill_and_cannot_come_sees_the_buttons_of_the_meeting(duo, amir, rita):
    await fixes(amir, rita)
    for words in ("i am ill, cannot come", "cannot come", "ik ben ziek, ik kom niet",
                  "je suis malade, je ne viens pas", "I can't make it on friday"):  # fmt: skip
        said = await amir.says(words)
        assert "You cannot come on Friday 6 March at 14:00" in said, words
        assert "101" not in said
    assert "cannot come" not in rita.last


async def test_who_cries_for_help_is_heard_before_their_meeting(duo, amir, rita):
    await fixes(amir, rita)
    for words in ("I can't come, I want to die", "je ne peux pas venir, il me frappe"):
        assert "You cannot come" not in await amir.says(words)


async def test_who_is_late_or_asks_where_or_wants_to_cancel_sees_that_meeting(duo, amir, rita):
    await fixes(amir, rita, "2026-03-03T1400")
    assert "How late will you be?" in await amir.says("i am running 15 minutes late")
    assert "You meet Rita." in await amir.says("where is it again?")
    assert "Cancel the meeting of" in await amir.says("annuleren")
    await fixes(amir, rita, "2026-03-13T1400")
    assert "13 March" in await amir.says("I cannot come on 13 march")


async def test_a_meeting_is_moved_in_words_and_stays_until_the_other_one_agrees(duo, amir, rita):
    await fixes(amir, rita)
    stays = "Your meeting of Friday 6 March at 14:00 stays until Rita says yes."
    said = await amir.says("can we move it to saturday at 3pm")
    assert "I understand: Saturday 7 March at 15:00." in said
    assert stays in said
    assert stays in await amir.says("kunnen we verplaatsen?")


async def test_who_has_no_meeting_is_not_shown_one(duo, amir, els):
    assert "You cannot come" not in await amir.says("I cannot come")
    assert "You cannot come" not in await els.says("I cannot come")


async def test_who_agrees_with_a_day_that_was_offered_is_asked_whether_to_fix_it(duo, amir, rita):
    await offers_all(amir)
    for words in ("yes friday is fine", "friday at 14:00 works for me"):
        before = len(rita.messages)
        said = await rita.says(words)
        assert "– Friday 6 March at 14:00" in said
        assert "Shall I fix it?" in said
        assert len(rita.messages) == before + 2
    assert rita.buttons[:2] == ["Yes, fix it", "See all the times"]
    await rita.taps("Yes, fix it")
    assert "Friday 6 March at 14:00" in amir.last


async def test_a_bare_yes_is_asked_about_and_none_is_asked_back(duo, amir, rita):
    await offers_all(amir)
    assert "Tap the time that suits you:" in await rita.says("ok")
    assert "none of these times suits you?" in await rita.says("neither suits me")
    assert rita.buttons[0] == "None of these"
    assert "I do not know which hour you mean." in await rita.says("on monday")
    await amir.forges("mu:2026-03-06T1400", newest_of_bot(amir))
    assert "Shall I fix it?" in await rita.says("oui")
    assert rita.buttons[1] == "Propose other times"
    assert "Shall I fix it?" not in await amir.says("oui")
