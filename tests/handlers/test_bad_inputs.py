"""Whatever comes in through whichever door: one answer, in one's language, and no harm to others.

A new handler cannot escape: it must have its way in WAYS, and then it meets all of this.
"""

import os
from collections.abc import Iterable
from dataclasses import replace
from random import Random, randrange
from typing import Any, TypeVar

import pytest
from structlog.testing import capture_logs

from bot.cards.sessions.buttons import AskTap
from bot.sandbox.kinds import KINDS
from handlers import make_router
from storage.tables import Base
from tests.conversations import Someone
from tests.handlers.arrivals import agrees, joins_as_coach, remembered
from tests.handlers.bad_inputs import (
    NO_BUTTON,
    ODD_TEXTS,
    PHONES,
    STARTS,
    garbled,
    odd_taps,
)
from tests.handlers.town import SPOKEN, TAP_DOORS, TEXT_DOORS, WAYS, Town, found_town, states
from tests.handlers.watching import foreign, handlers_of
from tests.profiles import is_long

HANDLERS = handlers_of(make_router())
ONE_IN = 30  # of all inputs, others in each run; the long profile takes all of them
SEED = int(os.environ.get("DUOBOT_TEST_SEED", "0")) or randrange(10**9)  # repeats a run
T = TypeVar("T")
# Who chooses another language is answered in it; what is read out to somebody is in theirs.
OTHERWISE: dict[str, str | None] = {"languages.choose": "fr", "work.choose_language": None}
# What a coach plans or cancels is for others.
SESSIONS = ("sessions", "seats", "session_wishes")
MEETINGS = ("meetings", "meeting_offers", "busy_quarters")
# Who writes, answers or reads in a case leaves a line, a message, a reading, and a newer state;
# whoever of the staff is asked has a row for it.
TALK = ("cases", "case_asks", "case_lines", "case_messages", "case_readings")
# Who of the staff asks for a code, or sets one up, has a row for it.
CODES = ("second_factors", "recovery_codes")
# Whoever blocks the bot is told nothing.
SILENT = ("reachability",)
# What is said of an entry is kept, and counts for everybody.
DIRECTORY = (
    "directory", "services", "service_changes", "service_proposals", "service_reports",
)  # fmt: skip

# What may change of others behind the doors of a theme, and nowhere else.
TOUCHES: dict[str, tuple[str, ...]] = {
    "case_talk": TALK,
    "cases": TALK,
    "check_ins": ("check_ins",),
    "convention": ("convention_texts", "first_meetings", "signatures"),
    "danger": TALK,
    "intake_hours": ("intake_patterns",),
    "intakes": ("intakes", "people", "steps", "taken_half_hours"),
    "keeping": ("cases", *DIRECTORY),
    "matching": ("matches", "people", "steps"),
    "meetings": MEETINGS,
    "obstacles": TALK,
    "registration": ("case_messages",),
    "requests": TALK,
    "sessions": SESSIONS,
    "work": ("consents", "deeds", "people"),
}


def may_touch(name: str) -> tuple[str, ...]:
    """What this door may change of others: what its theme is about."""
    return TOUCHES.get(name.partition(".")[0], ())


@pytest.fixture
async def town(duo, amir, rita, els, tom) -> Town:
    return await found_town(duo, amir, rita, els, tom)


def some(place: int, inputs: Iterable[T]) -> list[T]:
    """A part of the inputs, another one at each place and in each run."""
    every = list(inputs)
    return every if is_long() else every[(place + SEED) % ONE_IN :: ONE_IN]


def told_of(wrong: list[str]) -> str:
    return "\n".join([f"With DUOBOT_TEST_SEED={SEED}:", *wrong])


def failures(logs: list[Any]) -> list[Any]:
    return [one for one in logs if one["log_level"] in ("error", "critical")]


def test_every_handler_has_a_way_to_reach_it():
    missing, gone = sorted(HANDLERS.keys() - WAYS.keys()), sorted(WAYS.keys() - HANDLERS.keys())
    assert not missing, f"Give {missing} a line in WAYS: who reaches it, by saying or tapping what"
    assert not gone, f"Take {gone} out of WAYS: there is no such handler"


async def test_the_watch_notices_who_touches_what_and_in_which_language(town):
    taken = ("take", town.taps("els", town.right("cases.take")))
    unheard = ("nothing at all", 1)
    found = await town.complain("els", [taken, unheard], language="fr")
    assert "cases.take, take: touched ['cases']" in found
    assert "cases.take, take: got foreign words" in found
    assert "nobody, nothing at all: was not handled" in found
    assert "nobody, nothing at all: got 0 replies" in found
    assert foreign("Heb je Rita deze week gezien?", "en")
    assert not foreign("Did you meet Rita this week?", "en")


async def test_every_way_leads_to_its_handler(town):
    wrong = []
    with capture_logs() as logs:
        for name in sorted(WAYS, key=lambda name: (name == "privacy.withdraw", name)):
            number = town.goes(name)
            told = range(1) if name.startswith(SILENT) else range(1, 3)
            language = OTHERWISE.get(name, SPOKEN[WAYS[name].who])
            wrong += await town.complain(
                WAYS[name].who,
                [("the right way", number)],
                replies=told,
                language=language,
                may_touch=may_touch(name),
            )
            if town.watch.took.get(number) != name:
                wrong.append(f"{name} was not reached: {town.watch.took.get(number)} took it")
    assert not wrong, told_of(wrong)
    assert failures(logs) == []


async def test_no_text_behind_a_command_does_harm(town):
    wrong = []
    with capture_logs() as logs:
        for place, name in enumerate(TEXT_DOORS):
            way = WAYS[name]
            command = (way.says or "").split()[0]
            inputs = {odd: f"{command} {text}" for odd, text in ODD_TEXTS.items()}
            inputs |= {
                "glued to it": f"{command}x",
                "for another bot": f"{command}@another_bot",
                "in capitals": command.upper(),
                "percent-encoded": f"{command}%20x",
            }
            chosen = some(place, inputs.items())
            told = [(f"{name} {odd}", town.says(way.who, text)) for odd, text in chosen]
            # The list of a coach is a message for each open case.
            replies = range(1, 6) if name == "cases.mine" else range(1, 3)
            wrong += await town.complain(way.who, told, may_touch=(*TALK, *CODES), replies=replies)
    assert not wrong, told_of(wrong)
    assert failures(logs) == []


async def test_nothing_that_is_said_or_sent_in_any_state_does_harm(town):
    wrong = []
    with capture_logs() as logs:
        for place, (state, (who, row)) in enumerate((await states(town)).items()):
            person = town.people[who]
            town.watch.held = {person.id: row}
            texts = some(place, {**ODD_TEXTS, **STARTS}.items())
            told = [(f"{state}: {odd}", town.says(who, text)) for odd, text in texts]
            send = town.house.telegram.send
            told += [
                (f"{state}: {kind}", send(person.id, kind)["update_id"])
                for kind in some(place, KINDS)
            ]
            language = row.columns["language"]
            # A picture of an album needs no answer of its own, right after another one.
            album = [one for one in told if one[0].endswith("media_group_id")]
            others = [one for one in told if one not in album]
            kept = {"language": language, "may_touch": TALK}
            wrong += await town.complain(who, others, **kept)
            wrong += await town.complain(who, album, replies=range(3), **kept)
            wrong += await not_valid(town, person, state)
    assert not wrong, told_of(wrong)
    assert failures(logs) == []


async def not_valid(town: Town, person: Someone, state: str) -> list[str]:
    """Whether what is kept of somebody makes sense."""
    async with town.house.database.reading() as tx:
        kept = await tx.people.by_telegram(person.id)
    answers, branches = dict(kept.answers), {one.key for one in town.house.programme.branches}
    sound = {
        "name": len(answers.get("first_name", "")) <= 200,
        "year": answers.get("year_of_birth", "1994").isdecimal(),
        "town": answers.get("branch", "elsewhere") in branches | {"elsewhere"},
        "language": kept.language in town.house.programme.languages,
    }
    return [
        f"{state}: the {what} is wrong: {answers}" for what, is_so in sound.items() if not is_so
    ]


# The button with nothing in it: from a question about a session back to all of its plan.
BACK_TO_THE_PLAN = AskTap(what="").pack()


async def test_no_forged_tap_changes_anything(town):
    wrong, genuine = [], {BACK_TO_THE_PLAN, *(town.right(name) for name in TAP_DOORS)}
    steps = {tuple(data.split(":")[:2]) for data in genuine}
    before = await remembered(town.house)
    with capture_logs() as logs:
        for place, name in enumerate(TAP_DOORS):
            who = WAYS[name].who
            forged = [
                one for one in odd_taps(town.right(name))
                if one not in genuine and not another_step(one, town.right(name), steps)
            ]  # fmt: skip
            odd = [*forged, *NO_BUTTON]
            told = [(f"{name} {data!r}", town.taps(who, data)) for data in some(place, odd)]
            wrong += await town.complain(who, told)
            after = await remembered(town.house)
            if after != before:
                wrong.append(f"{name}: something has changed")
            before = after
    assert not wrong, told_of(wrong)
    assert failures(logs) == []


def another_step(data: str, right: str, steps: set[tuple[str, ...]]) -> bool:
    """Whether one letter changed makes another real button of the same thing: to tap that one is
    no forgery, and may change what is one's own.
    """
    fields, same = data.split(":"), right.split(":")
    return len(same) > 2 and fields[2:] == same[2:] and tuple(fields[:2]) in steps


async def test_no_tap_on_what_is_not_ones_own_changes_anything(town):
    others = {
        "check_ins.answer": [
            "ci:{prompt of rita}:met",
            "ci:{prompt of fatima}:met",
            "ci:{case}:met",
        ],
        "cases.take": ["ca:{prompt}:take", "ca:{amir}:take"],
        "cases.close": ["ca:{prompt}:close", "ca:{amir}:close"],
    }
    wrong, before = [], await remembered(town.house)
    for name, taps in others.items():
        told = [
            (f"{name} {data}", town.taps(WAYS[name].who, data.format_map(town.rows)))
            for data in taps
        ]
        wrong += await town.complain(WAYS[name].who, told)
    for name in TAP_DOORS:  # and what is Els's or Amir's own, tapped by somebody else
        if name.split(".")[0] in ("cases", "duos", "check_ins"):
            told = [(f"{name} by rita", town.taps("rita", town.right(name)))]
            wrong += await town.complain("rita", told)
    assert not wrong, told_of(wrong)
    assert await remembered(town.house) == before


async def test_no_garbled_tap_changes_anything_of_others(town):
    """A hundred, always the same; in the long profile 10,000, others each time."""
    seed = randrange(2**32) if is_long() else 1  # no secret: a test's choice
    chance = Random(seed)  # no secret: a test's choice
    wrong, buttons = [], [town.right(name) for name in TAP_DOORS]
    buttons = [one for one in buttons if "withdraw" not in one]
    with capture_logs() as logs:
        for _ in range(100 if is_long() else 1):
            taps = [garbled(chance.choice(buttons), chance) for _ in range(100)]
            told = [(f"{seed}: {data!r}", town.taps("tom", data)) for data in taps]
            wrong += await town.complain("tom", told)
    assert not wrong, told_of(wrong)
    assert failures(logs) == []


def bare(told: dict[str, Any], **message: Any) -> dict[str, Any]:
    """The same tap on a message that Telegram no longer shows to the bot."""
    return {"message": {"chat": told, "message_id": 1, "date": 0, **message}}


async def test_a_tap_is_answered_however_little_telegram_tells_of_its_message(town):
    wrong = []
    for name in TAP_DOORS:
        who = WAYS[name].who
        chat = town.house.telegram.state.people[town.people[who].id].private_chat()
        told = [
            (
                f"{name} on an inaccessible message",
                town.taps(
                    who,
                    "go:menu" if name == "privacy.withdraw" else town.right(name),
                    **bare(chat),
                ),
            )
        ]
        if name != "privacy.withdraw":
            told.append(
                (f"{name} without a message", town.taps(who, town.right(name), message=None))
            )
        language = OTHERWISE.get(name, SPOKEN[who])
        wrong += await town.complain(
            who,
            told,
            language=language,
            may_touch=may_touch(name),
            replies=range(1, 4),
        )
    assert not wrong, told_of(wrong)


async def test_a_tap_on_a_message_shared_elsewhere_is_let_be(town):
    before = await remembered(town.house)
    shared = {"message": None, "inline_message_id": "1"}
    told = [(name, town.taps(WAYS[name].who, town.right(name), **shared)) for name in TAP_DOORS]
    wrong = []
    for who in SPOKEN:
        own = [one for one in told if WAYS[one[0]].who == who]
        wrong += await town.complain(who, own, replies=range(1))
    assert not wrong, told_of(wrong)
    assert await remembered(town.house) == before


async def test_fifty_quick_taps_are_one(town):
    wrong = []
    for name, times in {"check_ins.answer": 50, "cases.take": 10}.items():
        who, data = WAYS[name].who, town.right(name)
        told = [(f"{name}, tap {n}", town.taps(who, data)) for n in range(times)]
        wrong += await town.complain(WAYS[name].who, told, may_touch=("cases", "check_ins"))
    assert not wrong, told_of(wrong)
    (case,) = [
        row for row in (await remembered(town.house))["cases"] if row[0] == town.rows["case"]
    ]
    assert case[town_column("cases", "taken_by")] == town.rows["els"]
    assert sum("volgt je vraag op" in one["text"] for one in town.people["amir"].messages) == 1


def town_column(table: str, name: str) -> int:
    return list(Base.metadata.tables[table].c.keys()).index(name)


async def test_a_year_and_another_language_later_every_tap_is_answered(town):
    await town.house.pass_by(days=365)
    for who in SPOKEN:
        town.taps(who, "sp:en")
    await town.house.settle()
    wrong = []
    for name in TAP_DOORS:
        language = OTHERWISE.get(name, "en")
        wrong += await town.complain(
            WAYS[name].who,
            [(f"{name} a year later", town.taps(WAYS[name].who, town.right(name)))],
            language=language,
            may_touch=may_touch(name),
        )
        town.taps(WAYS[name].who, "sp:en")
        await town.house.settle()
    assert not wrong, told_of(wrong)


async def test_every_handler_answers_every_phone(town):
    wrong = []
    for place, (phone, details) in enumerate(PHONES.items()):
        person = Someone(town.house, town.house.telegram.add_person(**details).id)
        await person.says("/start")
        await agrees(person)
        town.people["odd"], before = person, await remembered(town.house)
        ways = {name: WAYS[name].says for name in some(place, TEXT_DOORS)}
        told = [(f"{name}, {phone}", town.says("odd", said)) for name, said in ways.items()]
        doors = [name for name in some(place, TAP_DOORS) if name != "privacy.withdraw"]
        taps = {name: town.right(name) for name in doors}
        told += [(f"{name}, {phone}", town.taps("odd", data)) for name, data in taps.items()]
        language = None if "sp:fr" in taps.values() else "en"
        # The second voice against an entry hides it, and opens a case.
        touched = (*TALK, *CODES, *DIRECTORY)
        wrong += await town.complain("odd", told, language=language, may_touch=touched)
        if not same_for_others(before, await remembered(town.house)):
            wrong.append(f"{phone}: others have changed")
    assert not wrong, told_of(wrong)


def same_for_others(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> bool:
    """No duo was formed or ended, and nobody came or went."""
    ids = [{row[0] for row in rows["people"]} for rows in (before, after)]
    return ids[0] == ids[1] and before["duos"] == after["duos"]


async def test_other_bots_get_no_answer(town):
    before = await remembered(town.house)
    robot = {"id": 5_000_000_001, "is_bot": True, "first_name": "Robot"}
    chat = {"id": 5_000_000_001, "type": "private", "first_name": "Robot"}
    number = town.brings(
        "message", {"message_id": 1, "from": robot, "chat": chat, "date": 1, "text": "/start"}
    )
    assert await town.complain("amir", [("a robot", number)], replies=range(1)) == []
    assert await remembered(town.house) == before


async def test_a_mentor_who_follows_the_link_of_a_coach_stays_a_mentor(town):
    rita = town.people["rita"]
    await joins_as_coach(town.house, "Rita", person=rita)
    async with town.house.database.reading() as tx:
        assert (await tx.people.by_telegram(rita.id)).role == "mentor"
    assert await town.complain("rita", []) == []


async def test_who_changes_their_name_at_telegram_keeps_the_name_they_told(town):
    amir, state = town.people["amir"], town.house.telegram.state
    seen = replace(state.people[amir.id], first_name="\u202e<b>{x}", username="other")
    town.house.telegram.record(seen.entry())
    assert "Amir" in await amir.says("/answers")
