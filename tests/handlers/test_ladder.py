"""Somebody calls, and somebody always answers: who is asked, when, and what all of them see."""

from datetime import UTC, date, datetime

from sqlalchemy import select, update
from structlog.testing import capture_logs

from storage.tables import CaseAskRow, CaseRow, PersonRow
from tests.handlers.arrivals import (
    joins_as_coach,
    joins_as_coordinator,
    labels_of,
    message_with,
    taps_old,
)

WANTS = "Amir (mentee) wants to talk to you."
NUDGE = "Nobody has taken this yet. Can you?"
# The duo's house opens on Tuesday 3 March 2026 at 11:00; its office has 450 minutes a day.
WEDNESDAY_11 = datetime(2026, 3, 4, 10, tzinfo=UTC)
WEDNESDAY_15_15 = datetime(2026, 3, 4, 14, 15, tzinfo=UTC)
FRIDAY_9 = datetime(2026, 3, 6, 8, tzinfo=UTC)


def cards_of(someone):
    return [one for one in someone.messages if WANTS in one.get("text", "")]


async def the_case(house):
    async with house.database.reading() as tx:
        case_id = await tx.connection.scalar(select(CaseRow.id))
        return await tx.cases.get(case_id)


async def goes_on_leave(house, name, deputy=None, days=(date(2026, 3, 1), date(2026, 3, 31))):
    async with house.database.transaction() as tx:
        people = {one.first_name: one.id for one in await tx.people.coaches()}
        now = house.telegram.clock.now()
        await tx.staff.keep_leave(people[name], days, people.get(deputy), now)


async def test_nobody_answers_so_one_after_the_other_is_asked(duo, amir, els):
    nadia, odile = await joins_as_coach(duo), await joins_as_coordinator(duo)
    await amir.says("I want my coach")
    assert (len(cards_of(els)), len(cards_of(nadia)), len(cards_of(odile))) == (1, 0, 0)
    await duo.turn_to(WEDNESDAY_11)
    assert (len(cards_of(els)), len(cards_of(nadia)), len(cards_of(odile))) == (1, 1, 0)
    await duo.turn_to(WEDNESDAY_15_15)
    assert (len(cards_of(els)), len(cards_of(nadia)), len(cards_of(odile))) == (1, 1, 1)
    await duo.turn_to(FRIDAY_9)
    case = await the_case(duo)
    assert (case.next_step, els.last) == ("climb", NUDGE)
    await odile.taps("I take it")
    assert all("Odile has it since" in cards_of(one)[0]["text"] for one in (els, nadia, odile))
    assert "Your coach Odile looks after your question" in str(amir.messages)


async def test_a_nudge_is_a_short_reply_to_the_card_and_says_nobodys_name(duo, amir, els):
    await joins_as_coach(duo)
    await joins_as_coach(duo, "Tom")
    await amir.says("I want my coach")
    card = cards_of(els)[0]["message_id"]
    await duo.turn_to(WEDNESDAY_11)
    await duo.turn_to(WEDNESDAY_15_15)
    assert els.last == NUDGE
    assert els.messages[-1]["reply_to"] == card
    assert len(cards_of(els)) == 1


async def test_a_coach_on_leave_is_passed_over_at_once(duo, amir, els):
    nadia = await joins_as_coach(duo)
    tom = await joins_as_coach(duo, "Tom")
    await goes_on_leave(duo, "Els", deputy="Tom")
    await amir.says("I want my coach")
    assert (len(cards_of(els)), len(cards_of(nadia)), len(cards_of(tom))) == (0, 0, 1)
    assert "Tom" in str(amir.messages)


async def test_where_nobody_is_there_it_waits_and_goes_first_when_somebody_is(duo, amir, els):
    await goes_on_leave(duo, "Els", days=(date(2026, 3, 1), date(2026, 3, 5)))
    await amir.says("I want my coach")
    case = await the_case(duo)
    assert (case.next_step, case.next_at) == ("hold", FRIDAY_9)
    assert case.owner_id is not None
    assert "Friday 6 March at 09:00" in str(amir.messages)
    await duo.turn_to(FRIDAY_9)
    assert len(cards_of(els)) == 1


async def test_who_takes_it_and_gives_no_answer_is_reminded_and_then_it_goes_on(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    await els.taps("I take it")
    await duo.turn_to(datetime(2026, 3, 5, 10, tzinfo=UTC))  # after 900 minutes of the office
    assert els.last == "The answer is still to come. Can you do it, or give it back?"
    await duo.turn_to(datetime(2026, 3, 9, 11, tzinfo=UTC))  # after 900 more
    assert len(cards_of(nadia)) == 1
    assert "Waiting since" in cards_of(els)[0]["text"]
    assert (await the_case(duo)).taken_by is None
    assert "Els has not been able to answer you yet. I am sorry." in str(amir.messages)
    assert "I have asked Nadia now." in str(amir.messages)


async def test_a_case_given_back_goes_to_the_next_one_at_once(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    await els.taps("I take it")
    await els.taps("Give back")
    assert len(cards_of(nadia)) == 1
    assert "I take it" in labels_of(cards_of(els)[0])
    case = await the_case(duo)
    async with duo.database.reading() as tx:
        assert (await tx.people.get(case.owner_id)).first_name == "Nadia"


async def test_a_case_can_be_handed_to_who_is_there_and_to_nobody_else(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await joins_as_coach(duo, "Tom")
    await goes_on_leave(duo, "Tom")
    await amir.says("I want my coach")
    await els.taps("I take it")
    await els.taps("Hand over")
    assert els.last == "This is about Amir.\n\nWho takes it from you?"
    assert els.buttons == ["Nadia", "Go back"]
    await els.taps("Go back")
    assert "It is solved" in els.buttons
    await els.taps("Hand over")
    await els.taps("Nadia")
    assert "You handed this to Nadia." in await els.taps("Yes, hand it over")
    assert "Els hands this to you." in cards_of(nadia)[0]["text"]
    assert "Waiting since" in cards_of(els)[0]["text"]
    assert "I have asked Nadia." in cards_of(els)[0]["text"]
    await nadia.taps("I take it")
    assert "Nadia has it" in cards_of(els)[0]["text"]
    await taps_old(els, f"ca:{(await the_case(duo)).id}:give_back")
    assert (await the_case(duo)).taken_by is not None


async def test_a_case_laid_aside_comes_back_in_the_morning(duo, amir, els):
    await amir.says("I want my coach")
    await els.taps("I take it")
    await els.taps("Later")
    assert els.buttons[:2] == ["In 3 hours", "Wednesday 4 March"]
    await els.taps("Friday 6 March")
    assert "It waits until Friday 6 March." in cards_of(els)[0]["text"]
    await duo.turn_to(datetime(2026, 3, 6, 10, tzinfo=UTC))
    assert els.last == "You wanted to see this again today."
    assert "It waits until" not in cards_of(els)[0]["text"]


async def test_a_call_is_an_answer_and_after_a_week_it_is_asked_whether_it_is_over(duo, amir, els):
    await amir.says("I want my coach")
    await els.taps("I take it")
    await els.taps("I called")
    await els.taps("We spoke")
    case = await the_case(duo)
    assert case.answered_at == duo.telegram.clock.now()
    assert "Els has answered on" in cards_of(els)[0]["text"]
    await duo.turn_to(datetime(2026, 3, 10, 10, tzinfo=UTC))
    assert els.last == "This is still open. Is it solved?"
    await els.taps("It is solved")
    assert "Closed on" in cards_of(els)[0]["text"]
    assert (await the_case(duo)).next_at is None


async def test_what_was_not_solved_opens_once_more_for_who_stands_in(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    await els.taps("I take it")
    await els.taps("It is solved")
    await duo.pass_by(minutes=1)
    await amir.taps("Not solved")
    assert "It was closed, but it is not solved yet." in cards_of(nadia)[0]["text"]
    assert "I have promised that somebody reads it before" in cards_of(nadia)[0]["text"]
    assert "I take it" in labels_of(cards_of(els)[0])
    assert "I have asked Nadia." in cards_of(els)[-1]["text"]
    await els.says("/cases")
    assert "1 more is with a colleague." in str(els.messages)
    await nadia.taps("I take it")
    await nadia.taps("It is solved")
    assert "Not solved" not in str(amir.messages[-1])


async def test_two_taps_on_old_cards_change_nothing(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    await els.taps("I take it")
    await els.taps("Give back")
    await nadia.taps("I take it")
    case = await the_case(duo)
    for step in ("hand", "wait", "called", "give_back"):
        await els.forges(f"ca:{case.id}:{step}", cards_of(els)[0]["message_id"])
    await els.forges(f"wt:{case.id}:3", cards_of(els)[0]["message_id"])
    await els.forges(f"ht:{case.id}:{case.coach_id}", cards_of(els)[0]["message_id"])
    assert await the_case(duo) == case
    assert "Nadia has it" in cards_of(els)[0]["text"]


async def test_a_case_from_before_there_was_a_ladder_gets_its_next_step(duo, amir, els):
    await amir.says("I want my coach")
    old = {"next_at": None, "next_step": None, "ladder": None, "promised_at": None}
    async with duo.database.transaction() as tx:
        await tx.connection.execute(update(CaseRow).values(**old))
        await tx.connection.execute(CaseAskRow.__table__.delete())
    with capture_logs() as logs:
        assert await duo.app.actions.next_steps.audit() == 1
    assert [one["event"] for one in logs] == ["case_without_next_step"]
    case = await the_case(duo)
    assert (case.next_step, case.next_at) == ("climb", WEDNESDAY_11)
    assert await duo.app.actions.next_steps.audit() == 0


async def test_a_case_that_nobody_looked_after_for_two_minutes_is_raised_and_goes_on(
    duo, amir, els
):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    duo.telegram.turn_clock(WEDNESDAY_15_15)  # no tick looked meanwhile
    with capture_logs() as logs:
        assert await duo.app.actions.next_steps.audit() == 1
    assert "case_without_next_step" in [one["event"] for one in logs]
    await duo.settle()
    assert len(cards_of(nadia)) == 1
    assert (await the_case(duo)).alarmed_at == WEDNESDAY_15_15


async def test_one_case_that_cannot_go_on_keeps_no_other_one_waiting(duo, amir, rita, els):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    await rita.says("I want my coach")
    async with duo.database.transaction() as tx:
        broken = (await tx.cases.open_for(f"asked:{(await tx.people.by_telegram(amir.id)).id}")).id
        row = update(CaseRow).where(CaseRow.id == broken)
        await tx.connection.execute(row.values(ladder="not a ladder"))
    with capture_logs() as logs:
        await duo.turn_to(WEDNESDAY_11)
    assert "case_step_failed" in [one["event"] for one in logs]
    assert "Rita (mentor) wants to talk to you." in str(nadia.messages)
    duo.telegram.advance_clock(WEDNESDAY_15_15 - WEDNESDAY_11)
    with capture_logs() as logs:
        await duo.app.actions.next_steps.audit()
    assert "case_not_adopted" in [one["event"] for one in logs]


async def test_a_coach_who_leaves_the_staff_sees_no_case_any_more(duo, amir, els):
    await amir.says("I want my coach")
    async with duo.database.transaction() as tx:
        els_id = (await tx.people.by_telegram(els.id)).id
        case_id = await tx.connection.scalar(select(CaseRow.id))
        assert await tx.cases.for_coach(case_id, els_id)
        await tx.connection.execute(
            update(PersonRow).where(PersonRow.id == els_id).values(role=None)
        )
        assert await tx.cases.for_coach(case_id, els_id) is None


async def test_a_coordinator_sees_the_cases_of_the_own_branch_only(duo, amir, els):
    odile = await joins_as_coordinator(duo)
    far = await joins_as_coordinator(duo, "Luc", "ghent")
    await amir.says("I want my coach")
    case = await the_case(duo)
    await taps_old(odile, f"ca:{case.id}:take")
    assert (await the_case(duo)).taken_by is not None
    assert "This is not for you" in await taps_old(far, f"ca:{case.id}:close")


async def test_what_is_told_of_health_begins_with_words_that_name_nobody(duo, amir, els):
    await amir.says("I want my coach")
    await amir.taps("Health")
    card = message_with(els, WANTS)
    assert card["text"].splitlines()[0] == "There is a message for you."


async def test_only_who_has_the_case_sees_the_buttons_that_are_theirs(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    await els.taps("I take it")
    await els.taps("Give back")
    await nadia.taps("I take it")
    assert "Give back" in labels_of(cards_of(nadia)[0])
    assert labels_of(cards_of(els)[0]) == ["Read", "Reply", "Ready answers", "Note for coaches"]
    await els.forges(f"ca:{(await the_case(duo)).id}:wait", cards_of(els)[0]["message_id"])
    assert els.last == "Nadia looks after this now. Do you want to help? Ask Nadia."


async def test_who_takes_it_after_another_has_answered_owes_an_answer_too(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    await els.answers(WANTS, "I look for you")
    assert "Els has answered" in cards_of(els)[0]["text"]
    await els.forges(f"ca:{(await the_case(duo)).id}:give_back", cards_of(els)[0]["message_id"])
    await nadia.taps("I take it")
    assert "Nadia has it since" in cards_of(els)[0]["text"]
    assert (await the_case(duo)).answered_at is None


async def test_a_reminder_waits_for_the_morning_and_danger_does_not(duo, amir, els):
    await amir.says("I want my coach")
    await els.taps("I take it")
    await duo.turn_to(datetime(2026, 3, 5, 21, 43, tzinfo=UTC))
    assert "still to come" not in els.last
    await duo.turn_to(FRIDAY_9)
    assert els.last == "The answer is still to come. Can you do it, or give it back?"
