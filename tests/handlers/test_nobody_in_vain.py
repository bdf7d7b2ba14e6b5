"""Nobody waits in vain, and nobody is asked in vain: leaves, promises, and who may know."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.actions import next_steps
from bot.actions.colleagues import MOST_NAMES, colleague, named
from bot.programme.notices import CheckInPrompt
from tests.handlers.arrivals import (
    joins_as_coach,
    joins_as_coordinator,
    message_with,
    taps_old,
)
from tests.handlers.test_ladder import NUDGE, WANTS, cards_of, the_case
from tests.handlers.test_leaves import goes_away, owner_of

# The duo's house opens on Tuesday 3 March 2026 at 11:00 on the wall in Brussels.
AT_12, AT_13, AT_14_30 = (
    datetime(2026, 3, 3, hour, minute, tzinfo=UTC)
    for hour, minute in ((11, 0), (12, 30), (13, 30))
)
NEXT_MORNING = datetime(2026, 3, 4, 8, tzinfo=UTC)
SATURDAY_3 = datetime(2026, 3, 7, 2, tzinfo=UTC)


async def calls(someone):
    """They want to talk today: each rung has an hour, and the promise is 15:30."""
    await someone.says("/coach")
    await someone.taps("Something else")
    await someone.taps("Today")


@pytest.fixture
async def nadia(duo, els):
    """She stands in for Els."""
    someone = await joins_as_coach(duo, "Nadia")
    async with duo.database.transaction() as tx:
        ids = [(await tx.people.by_telegram(one.id)).id for one in (els, someone)]
        await tx.staff.name_deputy(*ids)
    return someone


async def test_what_is_only_kept_in_mind_comes_to_nobody_when_els_goes_away(duo, amir, els, nadia):
    await amir.says("stop")
    await goes_away(els)
    assert await owner_of(duo, "rests") == "Nadia"
    assert "takes a break" not in str(nadia.messages)
    await els.says("/away")
    assert "1 open case is yours again." in await els.taps("I am back")
    assert await owner_of(duo, "rests") == "Els"
    assert "Does the break last long?" not in str(els.messages)


async def test_what_is_only_kept_in_mind_rings_nobody_when_els_is_out_of_reach(
    duo, amir, els, nadia
):
    await amir.says("stop")
    await els.blocks()
    assert await owner_of(duo, "rests") == "Nadia"
    assert "takes a break" not in str(nadia.messages)
    case = await the_case(duo)
    assert case.next_at > duo.telegram.clock.now() + timedelta(days=13)


async def test_what_els_laid_aside_while_she_is_away_stays_with_her(duo, amir, els, nadia):
    await amir.says("/coach")
    await goes_away(els)
    await duo.pass_by(minutes=5)
    await els.forges(f"ca:{(await the_case(duo)).id}:take", cards_of(els)[0]["message_id"])
    await els.forges(f"wt:{(await the_case(duo)).id}:1", cards_of(els)[0]["message_id"])
    await duo.turn_to(datetime(2026, 3, 4, 12, tzinfo=UTC))
    assert els.last == "You wanted to see this again today."
    assert await owner_of(duo) == "Els"


async def test_els_gets_nothing_back_that_came_to_nadia_for_another_reason(duo, amir, els, nadia):
    await amir.says("/coach")
    await els.taps("I take it")
    await els.taps("It is solved")
    await amir.taps("Not solved")
    assert await owner_of(duo) == "Nadia"
    await goes_away(els)
    await els.says("/away")
    said = await els.taps("I am back")
    assert "A colleague goes on with 1 case of your people." in said
    assert await owner_of(duo) == "Nadia"


async def test_a_coach_of_another_branch_who_comes_in_makes_nobody_ring(duo, amir, els):
    await calls(amir)
    await duo.turn_to(AT_12)
    assert (await the_case(duo)).next_step == "hold"
    karim = await joins_as_coach(duo, "Karim", "ghent")
    before = len(els.messages)
    await duo.pass_by(seconds=1)
    assert (len(els.messages), cards_of(karim)) == (before, [])


async def test_who_was_asked_before_it_was_opened_again_is_asked_anew(duo, amir, els, nadia):
    tom = await joins_as_coach(duo, "Tom")
    await calls(amir)
    for hour in (AT_12, AT_13):
        await duo.turn_to(hour)
    assert len(cards_of(tom)) == 1
    await els.taps("I take it")
    await els.taps("It is solved")
    await duo.pass_by(minutes=1)
    await amir.taps("Not solved")
    await duo.turn_to(AT_14_30 + timedelta(minutes=1))
    assert "It was closed, but it is not solved yet." in tom.last


async def test_who_hid_the_card_gets_it_again_and_no_bare_reply(duo, amir, els):
    await calls(amir)
    await els.says("/hide")
    await duo.turn_to(AT_12)
    await duo.turn_to(AT_14_30)
    assert "I take it" in els.buttons
    assert WANTS in els.last


async def test_an_hour_before_the_promise_runs_out_els_hears_of_it_once_more(duo, amir, els):
    await calls(amir)
    assert "before Tuesday 3 March at 15:30" in amir.last
    await duo.turn_to(AT_12)
    assert els.last != NUDGE
    await duo.turn_to(AT_14_30)
    assert els.last == NUDGE
    await duo.turn_to(AT_14_30 + timedelta(hours=2))
    await duo.turn_to(NEXT_MORNING)
    assert "I ask again on Wednesday 4 March at 11:00." in str(amir.messages)


async def test_only_my_coach_takes_the_card_from_who_was_asked_before(duo, amir, els, nadia):
    tom = await joins_as_coach(duo, "Tom")
    await amir.says("/coach")
    await amir.taps("Health")
    await amir.taps("Today")
    for hour in (AT_12, AT_13):
        await duo.turn_to(hour)
    case = await the_case(duo)
    assert len(cards_of(tom)) == 1
    await amir.taps("Only my coach")
    assert (cards_of(tom), len(cards_of(nadia))) == ([], 1)
    assert "not for you" in await taps_old(tom, f"ca:{case.id}:take")


async def test_one_coach_after_the_other_hears_of_who_has_not_said_who_may_know(
    duo, amir, els, nadia
):
    others = [await joins_as_coach(duo, name) for name in ("Tom", "Ann")]
    await calls(amir)
    for hour in (AT_12, AT_13):
        await duo.turn_to(hour)
    assert sorted(len(cards_of(one)) for one in others) == [0, 1]


async def test_at_night_no_hour_is_promised_at_which_nobody_works(duo, amir, els):
    duo.telegram.turn_clock(SATURDAY_3)
    await amir.says("I want to die")
    said = message_with(amir, "I have told your coach Els")["text"]
    assert "at 03:15" not in said
    assert "The office is closed now. It opens on Monday 9 March at 09:00." in said
    await duo.turn_to(datetime(2026, 3, 9, 8, 15, tzinfo=UTC))
    assert "No coach has read your message yet. I am sorry." in amir.last


async def test_a_case_that_cannot_go_on_lets_others_pass_for_a_minute(
    duo, amir, rita, els, nadia, monkeypatch
):
    monkeypatch.setattr(next_steps, "BATCH", 1)
    await calls(amir)
    broken = (await the_case(duo)).id
    await duo.pass_by(minutes=1)
    await calls(rita)
    async with duo.database.transaction() as tx:
        await tx.cases.save(broken, ladder="not a ladder")
    await duo.turn_to(AT_12 + timedelta(minutes=1))
    await duo.pass_by(seconds=1)
    assert "Rita (mentor) wants to talk to you." in str(nadia.messages)


async def test_colleague_number_twenty_one_is_found_by_the_coordinator(duo):
    odile = await joins_as_coordinator(duo)
    async with duo.app.actions.requests.desk.open() as counter:
        for number in range(MOST_NAMES + 1):
            new = await counter.tx.people.add(5000 + number, "en", "registered", counter.now)
            await counter.tx.people.save(new.id, role="coach", branch="brussels")
        person = await counter.tx.people.by_telegram(odile.id)
        last = await colleague(counter, person, new.id)
        everybody = await counter.tx.people.staff()
    assert last is not None
    assert len(named(everybody)) == MOST_NAMES


async def test_a_question_of_the_week_that_waited_for_the_morning_does_not_come_in_danger(
    duo, amir
):
    duo.telegram.turn_clock(SATURDAY_3)
    async with duo.app.actions.requests.desk.open() as counter:
        person = await counter.tx.people.by_telegram(amir.id)
        prompt = CheckInPrompt(prompt_id=7, partner="Rita", size="full")
        counter.tell(person.id, prompt, "prompt:7")
    await amir.says("I want to die")
    await duo.turn_to(datetime(2026, 3, 9, 10, tzinfo=UTC))
    assert "id you meet" not in str(amir.messages[1:])
