"""What coaches may do, nobody else can: not by a command, not by a button that was forged."""

import pytest

from bot.cards.buttons import CaseStep, CaseTap, Go, Place
from bot.sandbox.cast import ELS
from tests.handlers.arrivals import (
    MENTOR,
    joins_as_coach,
    joins_as_coordinator,
    newest_of_bot,
    registers,
    remembered,
    starts,
)

TAPS = ["take", "close", "new_people", "my_duos", "my_cases"]
# What is done with a case: by coaches, and by who called.
OF_COACHES = [*(f"ca:{{case}}:{step}" for step in CaseStep), "ht:{case}:{els}", "wt:{case}:1",
              "rp:{case}:0", "ra:{case}:call_at::", "rt:{case}:solved::"]  # fmt: skip
OF_WHO_CALLED = ["rq:{case}:solved", "rq:{case}:not_solved", "qa:{case}:health",
                 "qu:{case}:today", "qw:{case}:mentor_too"]  # fmt: skip
# What the staff do with each other's people.
OF_STAFF = ["lv:0", "lu:2026-03-12:0", "ld:2026-03-12:2026-03-13", "lk:2026-03-12:2026-03-13:0",
            "le:{case}", "dn:{els}", "tm:s:{els}", "tm:h:{els}", "tm:l:{els}",
            "hr:h:{els}:{me}:0", "hr:h:{els}:{me}:1", "hr:l:{els}:{me}:1", "go:away", "go:deputy",
            "go:team", "go:answer_times"]  # fmt: skip
# What staff ask for in words: what is looked at, and what leaves a row of their own.
LOOKED_AT = ("/people", "/duos", "/cases", "/barriers", "/team", "/away", "/numbers")
OPENED = ("/group", "/code", "/changes")
COACH_ELSEWHERE = "coach of another branch"
COORDINATOR_ELSEWHERE = "coordinator of another branch"
ELSEWHERE = (COACH_ELSEWHERE, COORDINATOR_ELSEWHERE)
NEUTRAL = ("This is not for you, or it is too old.",
           "Only coaches have a list of cases.")  # fmt: skip
SECRETS = ("Karim", "Jan", "Amir", "Rita")
NONSENSE = ["ci:1:met", "ci:99999999999999999999:met", "ca:0:take", "ca:-1:close", "me:abc", "me:",
            "du:s:1:2:3:4:5", "du:f:0:0:0:0", f"me:{2**70}", "go:nowhere", "zz", ":", "ch:role",
            "ch:nothing:yes", "cg:consent", "cg:language", "ch:branch:brussels:x", "sp", "\u202e",
            "ch:role:coach", "ch:role:mentor", "x" * 64]  # fmt: skip


async def prepared(duo):
    """A case and two people who wait, and what a coach's buttons would carry."""
    await registers(duo, "Karim")
    await registers(duo, "Jan", MENTOR, "1960")
    await duo.phone_of(700_000_001).says("I want my coach")
    (case,) = (await remembered(duo))["cases"]
    taps = {step: CaseTap(case_id=case[0], step=step).pack() for step in CaseStep}
    places = (Place.NEW_PEOPLE, Place.MY_DUOS, Place.MY_CASES)
    return taps | {place: Go(to=place).pack() for place in places}


async def met(duo, who):
    if who == "stranger":
        return await starts(duo, "Fatima")
    if who == COACH_ELSEWHERE:
        return await joins_as_coach(duo, "Nadia", "ghent")
    if who == COORDINATOR_ELSEWHERE:
        return await joins_as_coordinator(duo, "Odile", "ghent")
    return duo.phone_of(700_000_001 if who == "mentee" else 700_000_002)


async def said_after(person, doing):
    """The new texts of the bot, and those it changed."""
    before = [one["text"] for one in person.messages]
    await doing
    now = [one["text"] for one in person.messages]
    changed = [new for old, new in zip(before, now, strict=False) if old != new]
    return "\n".join([*changed, *now[len(before) :]]) or person.last


@pytest.mark.parametrize("who", ["mentee", "mentor", "stranger", *ELSEWHERE])
async def test_what_coaches_do_is_refused_to(duo, who):
    taps = await prepared(duo)
    person = await met(duo, who)
    before = await remembered(duo)
    for name in TAPS:
        said = await said_after(person, person.forges(taps[name], newest_of_bot(person)))
        own = who in ELSEWHERE and name in ("new_people", "my_duos", "my_cases")
        assert own or any(words in said for words in NEUTRAL), (name, said)
        assert not any(secret in said for secret in SECRETS), (name, said)
    for command in (*LOOKED_AT, *(() if who in ELSEWHERE else OPENED)):
        said = await person.says(command)
        assert said
        assert not any(secret in said for secret in SECRETS), (command, said)
    assert await remembered(duo) == before


async def refused(duo, person, taps):
    """Each tap is refused, and tells nothing of anybody."""
    async with duo.database.reading() as tx:
        kept = await tx.people.by_telegram(person.id)
        els = (await tx.people.by_telegram(ELS.id)).id
    case = next(row[0] for row in (await remembered(duo))["cases"])
    before = await remembered(duo)
    for tap in taps:
        data = tap.format(case=case, els=els, me=kept.id if kept else 1)
        said = await said_after(person, person.forges(data, newest_of_bot(person)))
        assert any(words in said for words in (*NEUTRAL, "That button is old")), (data, said)
        assert not any(secret in said for secret in SECRETS), (data, said)
    assert await remembered(duo) == before


@pytest.mark.parametrize("who", ["mentee", "mentor", "stranger", *ELSEWHERE])
async def test_no_door_of_a_case_opens_for(duo, amir, who):
    await amir.says("My coach")
    person = await met(duo, who)
    own = [*OF_WHO_CALLED, "ca:{case}:reply"] if who == "mentee" else []
    staff = OF_STAFF if who not in ELSEWHERE else [one for one in OF_STAFF if "{els}:" in one]
    taps = [*OF_COACHES, *OF_WHO_CALLED, *staff]
    await refused(duo, person, [one for one in taps if one not in own])


async def test_no_door_of_a_case_opens_for_a_coach_who_has_left(duo, amir, els):
    await joins_as_coach(duo, "Nadia")
    await amir.says("My coach")
    await els.taps("I take it")
    await duo.app.actions.handing_over.let_go_by_name("Els", None)
    await duo.settle()
    await refused(duo, els, [*OF_COACHES, *OF_WHO_CALLED, *OF_STAFF])


@pytest.mark.parametrize("who", ["mentee", *ELSEWHERE])
async def test_buttons_that_nobody_made_change_nothing_and_are_answered(duo, who):
    person = await met(duo, who)
    before = await remembered(duo)
    for data in NONSENSE:
        said = await said_after(person, person.forges(data, newest_of_bot(person)))
        assert "Sorry, something went wrong" not in said, data
    assert await remembered(duo) == before
    failed = [row for row in (await remembered(duo, but=()))["inbox"] if row[3] != "done"]
    assert failed == []


async def test_a_coordinator_has_the_menu_of_a_coach_and_what_waits_for_a_decision(duo, els):
    odile = await joins_as_coordinator(duo)
    await els.says("/menu")
    assert odile.buttons == ["Changes to look at", *els.buttons]
    assert "You have no open cases." in await odile.taps("Open cases")
    await odile.says("/work")
    assert "Tom" in await odile.taps("See who is ready")
    await odile.says("/stop")
    await odile.says("/menu")
    assert odile.buttons[:2] == ["Start again", "Changes to look at"]
    assert "What would you like to do?" in await odile.says("/answers")
    assert "I no longer agree" not in (await odile.says("/privacy"), *odile.buttons)


async def test_a_coach_cannot_look_at_what_a_coordinator_decides(duo, els):
    before = await remembered(duo)
    assert "This is not for you" in await els.says("/changes")
    assert await remembered(duo) == before


async def test_a_coach_has_no_answers_to_change(duo, els):
    before = await remembered(duo)
    for question in ("role", "first_name", "year_of_birth", "branch"):
        await els.forges(f"cg:{question}", newest_of_bot(els))
        await els.forges(f"ch:{question}:ghent", newest_of_bot(els))
    await els.says("/answers")
    await els.says("/back")
    assert "What would you like to do?" in els.last
    assert [row[4:6] for row in (await remembered(duo))["people"]] == [
        row[4:6] for row in before["people"]
    ]
