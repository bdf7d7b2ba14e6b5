"""How a coach sees a duo, and that nobody else does."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.cards.duo_view_buttons import DuosTap, DuoViewTap
from bot.programme.cases import Reason
from bot.programme.check_ins import Week
from bot.programme.recurrence import week_key
from storage.cases import new_case
from storage.ids import new_id
from storage.meetings import OPEN_YET, new_meeting
from storage.sealing import Where
from storage.tables import CheckInRow, DuoRow, PersonRow, PromptRow
from tests.conversations import House, Someone
from tests.handlers.arrivals import (
    FIRST_SUNDAY,
    behind,
    joins_as_coach,
    joins_as_coordinator,
    leaves,
    newest_of_bot,
    remembered,
    taps_old,
)

NEUTRAL = "This is not for you, or it is too old."
A_WEEK = timedelta(weeks=1)


async def row_of(house: House) -> tuple[int, int, int]:
    """Of the only duo its own number, and those of mentee and mentor."""
    async with house.database.reading() as tx:
        found = select(DuoRow.id, DuoRow.mentee_id, DuoRow.mentor_id)
        return tuple((await tx.connection.execute(found)).one())  # type: ignore[return-value]  # three numbers


async def live(house: House, *weeks: tuple[Week | None, int, int]) -> None:
    """So many weeks up to the last one, newest first: what it came to, minutes and a feeling."""
    duo_id, mentee, _ = await row_of(house)
    now = house.telegram.clock.now()
    async with house.database.transaction() as tx:
        for back, (outcome, minutes, feeling) in enumerate(weeks, 1):
            week, prompt, asked = new_id(), new_id(), now - A_WEEK * back
            await tx.connection.execute(insert(CheckInRow).values(
                id=week, duo_id=duo_id, week=week_key(asked, house.programme.zone),
                asked_at=asked, outcome=outcome))  # fmt: skip
            await tx.connection.execute(insert(PromptRow).values(
                id=prompt, check_in_id=week, person_id=mentee, size="full", asked_at=asked,
                closes_at=asked, minutes=minutes or None,
                feeling=tx.keys.seal(str(feeling), Where("prompts", "feeling", prompt))
                if feeling else None))  # fmt: skip
        long_ago = now - A_WEEK * (len(weeks) + 1)
        await tx.connection.execute(update(DuoRow).values(formed_at=long_ago))


async def card_of(els: Someone) -> str:
    await els.says("/duos")
    return await els.taps("1. Amir and Rita")


async def test_els_reads_in_one_card_how_amir_and_rita_are(duo, els, amir):
    await live(duo, (Week.MET, 120, 4), (Week.MOVED, 0, 0), (Week.MET_SAYS_ONE, 90, 4),
               (Week.MET, 60, 3))  # fmt: skip
    async with duo.database.transaction() as tx:
        duo_id = (await tx.duos.followed_by((await tx.people.by_telegram(els.id)).id, 1))[0].id
        begin = datetime(2026, 3, 5, 13, tzinfo=UTC)
        agreed = ("2026-03-05T14:00", "Europe/Brussels", 120, begin, begin + A_WEEK)
        await tx.meetings.fix(new_meeting(duo_id, agreed, OPEN_YET), (), (), begin)
    await amir.says("/coach")
    said = await card_of(els)
    assert "Amir and Rita\nA duo since 27 January 2026." in said
    assert "For you: one of them wants to talk to you." in said
    assert "Weeks, newest first: M D M M\nM: met. D: moved to another day.\n" in said
    assert "• week of 23 February: met, 2 h\n• week of 16 February: moved to another day\n" in said
    assert "• week of 9 February: met, one of the two answered, 1 h 30" in said
    assert "Together in the last 4 weeks: about 3 h 30." in said
    assert "from 1 to 5, by week: 23 Feb: 4, 9 Feb: 4, 2 Feb: 3. It goes a little better" in said
    assert (
        "Next meeting: Thursday 5 March at 14:00\nNext question: Sunday 8 March at 18:00" in said
    )
    assert said.index("For you") < said.index("Next meeting") < said.index("Weeks, newest first")
    assert "Open cases:\n• Amir wants to talk, since 3 March 2026" in said
    assert els.buttons == ["Open cases", "My duos", "Menu"]


async def test_the_names_on_the_card_lead_to_the_two(duo, els, amir, rita):
    await card_of(els)
    last = els.messages[-1]
    assert [one["user"]["id"] for one in last["entities"]] == [amir.id, rita.id]


async def test_before_the_first_question_the_card_says_so(duo, els):
    said = await card_of(els)
    assert "I have not asked them yet if they met." in said
    assert "No meeting is planned." in said
    assert els.buttons == ["My duos", "Menu"]


async def test_a_week_that_is_still_open_shows_what_was_said_so_far(duo, els, amir):
    await duo.turn_to(FIRST_SUNDAY)
    assert "• week of 2 March: no answer yet" in await card_of(els)
    await amir.taps("Yes, we met")
    assert "• week of 2 March: met, one of the two answered" in await card_of(els)


async def test_a_week_that_nobody_may_answer_any_more_came_to_nothing(duo, els):
    await live(duo, (Week.MET, 0, 0), (None, 0, 0))
    assert "• week of 16 February: not asked" in await card_of(els)


async def test_a_break_and_its_end_stand_on_the_card(duo, els, amir):
    await amir.says("/stop")
    said = await card_of(els)
    assert "Amir takes a break.\nI ask them again when the break is over." in said
    assert "Next question" not in said
    assert "1. Amir and Rita\nAmir takes a break." in await els.says("/duos")
    back = datetime(2026, 4, 1, 6, tzinfo=UTC)
    async with duo.database.transaction() as tx:
        await tx.connection.execute(
            update(PersonRow).where(PersonRow.paused_at.is_not(None)).values(paused_until=back)
        )
    said = await card_of(els)
    assert "Amir takes a break until 1 April 2026." in said
    assert "Next question, after the break: Sunday 5 April at 18:00" in said
    assert "1. Amir and Rita\nAmir takes a break until 1 April 2026." in await els.says("/duos")


async def test_a_break_does_not_hide_that_it_is_hard_for_amir(duo, els, rita):
    await live(duo, (Week.NOT_MET, 0, 1), (Week.NOT_MET, 0, 2))
    await rita.says("/stop")
    said = await card_of(els)
    assert "For you: it is hard for Amir now." in said
    assert "by week: 23 Feb: 1, 16 Feb: 2. It goes a little less well." in said
    assert "no meeting that I know of" not in said


async def test_who_is_not_asked_any_more_is_not_waited_for(duo, els, amir, rita):
    for week in range(4):
        for days in (0, 1, 3, 6):
            await duo.turn_to(FIRST_SUNDAY + week * A_WEEK + timedelta(days=days))
    said = await card_of(els)
    assert "no answer yet" not in said
    assert "• week of 16 March: not asked" in said
    assert "• week of 9 March: no answer" in said
    assert "Next question" not in said
    assert "for weeks, please call, since" in said
    assert "• no meetings for weeks, please contact them, since" in said
    assert "One call can be enough for both." in str(els.messages)


async def test_a_difference_that_was_told_and_is_put_right_is_shown_as_no_longer_open(
    duo, els, amir, rita
):
    await duo.turn_to(FIRST_SUNDAY)
    await rita.taps("No, not this week")
    prompt = behind(amir, "No, not this week").split(":")[1]
    await amir.taps("Yes, we met")
    await duo.pass_by(hours=1)
    assert "do not tell me the same" in els.last
    assert els.buttons == ["Show the duo", "Menu"]
    count = len(els.messages)
    await taps_old(amir, f"cc:{prompt}:not_met")
    assert "Amir and Rita: nothing is open any more about the week of 2 March." in els.last
    await taps_old(amir, f"cc:{prompt}:met")
    assert "do not tell me the same" in els.last
    assert len(els.messages) == count
    assert "For you: two answers that differ" in await els.taps("Show the duo")


async def test_when_amir_leaves_els_reads_all_that_helps_to_reach_rita(duo, els, amir, rita):
    (duo_id, *_) = await row_of(duo)
    begin = datetime(2026, 3, 5, 13, tzinfo=UTC)
    async with duo.database.transaction() as tx:
        agreed = ("2026-03-05T14:00", "Europe/Brussels", 120, begin, begin + A_WEEK)
        await tx.meetings.fix(new_meeting(duo_id, agreed, OPEN_YET), (), (), begin)
    await rita.says("/stop")
    await leaves(amir)
    assert "The mentee of Rita has left the programme." in els.last
    assert "1 meeting that was to come is cancelled.\nRita takes a break." in els.last
    assert "Please contact Rita. Tap the name to write." in els.last
    assert {one["user"]["id"] for one in els.messages[-1]["entities"]} == {rita.id}
    assert els.buttons == ["My duos", "Menu"]
    assert "You have no duos now." in await els.taps("My duos")


@pytest.mark.parametrize("who", ["mentee", "mentor", "coach here", "coach", "coordinator"])
async def test_nobody_else_finds_the_duo(duo, els, who):
    await live(duo, (Week.DIFFERS, 120, 2))
    (duo_id, *_) = await row_of(duo)
    others = {
        "mentee": lambda: duo.phone_of(700_000_001),
        "mentor": lambda: duo.phone_of(700_000_002),
        "coach here": lambda: joins_as_coach(duo, "Nadia", "brussels"),
        "coach": lambda: joins_as_coach(duo, "Nadia", "ghent"),
        "coordinator": lambda: joins_as_coordinator(duo, "Odile", "ghent"),
    }
    someone = others[who]()
    person = someone if isinstance(someone, Someone) else await someone
    before = await remembered(duo)
    for tap in (DuoViewTap(duo_id=duo_id), DuoViewTap(duo_id=duo_id + 1)):
        assert (await taps_old(person, tap.pack())).strip() == NEUTRAL
    said = await taps_old(person, DuosTap(page=0).pack())
    assert "Amir" not in said
    assert await remembered(duo) == before


async def test_a_coordinator_of_the_branch_sees_the_weeks_but_not_how_it_goes(duo, els):
    await live(duo, (Week.DIFFERS, 120, 2), (Week.MET_SAYS_ONE, 60, 1))
    odile = await joins_as_coordinator(duo)
    said = await card_of(odile)
    assert "• week of 23 February: not known\n• week of 16 February: met, 1 h" in said
    assert "goes" not in said
    assert "differ" not in said
    assert "one of the two" not in said
    said = await card_of(els)
    assert "two answers that differ, please ask how it went" in said
    assert "it is hard for Amir now" in said
    assert "Together in the last 4 weeks: about 1 h." in said


async def test_a_duo_that_has_ended_is_shown_to_nobody(duo, els):
    (duo_id, *_) = await row_of(duo)
    async with duo.database.transaction() as tx:
        await tx.duos.end(duo_id, duo.telegram.clock.now())
    assert await taps_old(els, DuoViewTap(duo_id=duo_id).pack()) == NEUTRAL
    assert "You have no duos now." in await els.says("/duos")


async def test_what_els_reads_says_nothing_of_what_amir_looks_for(duo, els, amir):
    await taps_old(amir, "s:samusocial-bxl:housing.tonight:bru")
    await amir.says("I need a doctor, I am ill")
    async with duo.database.transaction() as tx:
        person = (await tx.people.by_telegram(amir.id)).id
        coach = (await tx.people.by_telegram(els.id)).id
        now = duo.telegram.clock.now()
        await tx.cases.open(new_case(Reason.OBSTACLE, coach, now, person_id=person))
    said = await card_of(els)
    assert "• something is in the way for Amir, since 3 March 2026" in said
    odile = await joins_as_coordinator(duo)
    assert "• please contact Amir, since 3 March 2026" in await card_of(odile)
    for word in ("doctor", "health", "Samusocial", "housing"):
        assert word not in said


async def test_many_duos_come_in_pages_and_those_in_need_stand_in_front(duo, els):
    await live(duo, (Week.MET, 60, 4))
    _, mentee, mentor = await row_of(duo)
    async with duo.database.transaction() as tx:
        coach = (await tx.people.by_telegram(els.id)).id
        now = duo.telegram.clock.now()
        await tx.connection.execute(
            insert(DuoRow),
            [{"id": new_id(), "mentee_id": await copy_of(tx, mentee), "zone": "Europe/Brussels",
              "mentor_id": await copy_of(tx, mentor), "coach_id": coach, "formed_at": now - A_WEEK}
             for _ in range(21)],
        )  # fmt: skip
    said = await els.says("/duos")
    assert said.count("no first meeting is planned yet") == 20
    assert els.buttons[-2:] == ["More duos", "Menu"]
    said = await els.taps("More duos")
    assert "21. Amir and Rita\nFor you: no first meeting" in said
    assert "22. Amir and Rita\nmet" in said
    assert els.buttons == ["21. Amir and Rita", "22. Amir and Rita", "The first duos", "Menu"]
    assert "1. Amir and Rita" in await els.taps("The first duos")
    await els.forges(DuosTap(page=999).pack(), newest_of_bot(els))
    assert els.buttons[-2:] == ["More duos", "Menu"]


async def copy_of(tx, person_id: int) -> int:
    """Somebody else of the same name."""
    person = await tx.people.get(person_id)
    new = await tx.people.add(new_id() % 10**9, "en", "registered", person.paused_at or LONG_AGO)
    await tx.people.save(new.id, answers=person.answers, role=person.role, branch=person.branch)
    return new.id


LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
