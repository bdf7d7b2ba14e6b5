"""A house in which anything may happen, and what must be true of it whatever has happened."""

import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from bot.actions.convention.sample_duos import form_sample_duo
from bot.actions.samples import Sample
from bot.programme.check_ins import Week
from bot.programme.people import Role, Stage
from bot.programme.referrals import KEPT_AT_MOST
from bot.sandbox import SandboxClock, Telegram
from bot.sandbox.cast import AMIR, ELS, RITA, TOM, invite_cast
from bot.settings import load_programme
from storage import Database, Keys
from storage.address import database_url
from storage.migrate import upgrade
from storage.tables import Base
from tests.conversations import House, Someone
from tests.handlers.watching import foreign
from tests.storage.places import TELLING, fast_folder, fill

TUESDAY = datetime(2026, 3, 3, 10, tzinfo=UTC)
# Nobody has such a name, so whoever reads it reads of that person.
NAMES = {"amir": "Amirkan", "rita": "Ritakan", "els": "Elskan", "tom": "Tomkan",
         "sam": "Samkan", "jo": "Jokan", "fatima": "Fatimakan", "noor": "Noorkan"}  # fmt: skip
STATES = {"sent", "waiting", "dropped", "dead", "held", "told"}
MOST_REPLIES = 3  # a list of cases: how many there are, and a card for each


EMPTY: list[bytes] = []


async def empty_database() -> bytes:
    """A database with all tables that remembers nobody, made once."""
    if not EMPTY:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "empty.db"
            await upgrade(str(file))
            await fill(file)
            EMPTY.append(file.read_bytes())
    return EMPTY[0]


@dataclass
class Life:
    """The house, its people, and what has been seen of them so far."""

    house: House
    folder: str
    people: dict[str, Someone]
    read: dict[str, int] = field(default_factory=dict)
    languages: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    met: dict[str, set[str]] = field(default_factory=dict)

    async def end(self) -> None:
        await self.house.app.bot.session.close()
        await self.house.database.close()
        shutil.rmtree(self.folder)


async def begin() -> Life:
    """Amir and Rita are a duo, Sam and Jo another one; Tom waits, Els is their coach."""
    folder = str(fast_folder())
    file = Path(folder) / "house.db"
    file.write_bytes(await empty_database())
    database = Database(database_url(str(file)), Keys.from_text(Keys.generate()))
    telegram = Telegram(clock=SandboxClock(real=lambda: TUESDAY))
    invite_cast(telegram)
    house = House(telegram, database, load_programme("duo"))
    await _settle_in(house)
    cast = {"amir": AMIR, "rita": RITA, "els": ELS, "tom": TOM}
    people = {name: house.phone_of(one.id) for name, one in cast.items()}
    for name in ("sam", "jo", "fatima", "noor"):
        people[name] = house.meet(name, "en" if name in ("sam", "jo") else "fr")
        if name in ("sam", "jo"):
            await people[name].says("/start")
    life = Life(house, folder, people)
    await _form_another(life)
    await house.settle()
    await look(life, actor=None)
    return life


async def _settle_in(house: House) -> None:
    await house.app.actions.samples.settle_in(
        Sample(AMIR.id, NAMES["amir"], "fr", Role.MENTEE, 1999),
        Sample(RITA.id, NAMES["rita"], "nl", Role.MENTOR, 1962),
        Sample(ELS.id, NAMES["els"], "en", Role.COACH, 1988),
        (Sample(TOM.id, NAMES["tom"], "nl", Role.MENTOR, 1960),),
    )


async def _form_another(life: Life) -> None:
    house = life.house
    async with house.app.actions.samples.desk.open() as counter:
        (els,) = await counter.tx.people.coaches()
        pair = []
        for name, role, year in (("sam", Role.MENTEE, "1998"), ("jo", Role.MENTOR, "1961")):
            person = await counter.tx.people.by_telegram(life.people[name].id)
            answers = {"language": "en", "consent": house.programme.privacy_version, "role": role,
                       "first_name": NAMES[name], "year_of_birth": year,
                       "branch": "brussels"}  # fmt: skip
            await counter.tx.consents.give(person.id, answers["consent"], "en", counter.now)
            await counter.tx.people.save(
                person.id, answers=answers, role=role, branch="brussels",
                stage=Stage.REGISTERED, registered_at=counter.now, language="en",
            )  # fmt: skip
            pair.append(await counter.tx.people.get(person.id))
        await form_sample_duo(counter, (pair[0], pair[1]), els)


async def look(life: Life, actor: str | None) -> None:
    """Everything that must be true after each step; ``actor`` has just done something."""
    tables = await _tables(life.house)
    _post_is_sound(life, tables)
    _rows_are_sound(tables, life.house.telegram.clock.now())
    known = await _known(life)
    for name, person in life.people.items():
        new = _new_texts(life, name, person)
        now = known.get(name)
        _reads_own_language(life, name, now, new)
        _is_left_in_peace(life, name, actor, new)
        _reads_of_own_people(life, name, now, new)
        if now and now.stage == Stage.WITHDRAWN:
            life.gone.add(name)
        else:
            life.gone.discard(name)


async def _known(life: Life) -> dict[str, Any]:
    """The people as the house knows them, and with whom each is or was a duo."""
    async with life.house.database.reading() as tx:
        known = {name: await tx.people.by_telegram(one.id) for name, one in life.people.items()}
        ids = {one.id: name for name, one in known.items() if one}
        for row in await tx.connection.execute(select(Base.metadata.tables["duos"])):
            mentee, mentor = ids[row.mentee_id], ids[row.mentor_id]
            life.met.setdefault(mentee, set()).add(mentor)
            life.met.setdefault(mentor, set()).add(mentee)
    return known


async def _tables(house: House) -> dict[str, list[Any]]:
    async with house.database.reading() as tx:
        assert (await tx.connection.execute(text("PRAGMA foreign_key_check"))).all() == []
        assert await tx.connection.scalar(text("PRAGMA quick_check")) == "ok"
        return {table.name: list(await tx.connection.execute(select(table))) for table in TELLING}


def _post_is_sound(life: Life, tables: dict[str, list[Any]]) -> None:
    """Every update was handled once, and everything that was said is one letter."""
    assert {(row.state, row.failures) for row in tables["inbox"]} <= {("done", 0)}
    letters = tables["outbox"]
    assert {row.state for row in letters} <= STATES
    replies = Counter(row.subject for row in letters if row.subject.startswith("update:"))
    assert max(replies.values(), default=0) <= MOST_REPLIES, replies.most_common(1)
    said = sum(row.state == "sent" and row.edits != row.message_id for row in letters)
    shown = sum(
        one["from"] == "bot"
        for person in life.people.values()
        for one in life.house.telegram.chat(person.id, with_deleted=True)
    )
    assert shown == said, "as many messages as letters, and not one more"


def _rows_are_sound(tables: dict[str, list[Any]], now: datetime) -> None:
    """What is kept makes sense."""
    duos = {row.id: row for row in tables["duos"]}
    members = [one for row in duos.values() if row.ended_at is None
               for one in (row.mentee_id, row.mentor_id)]  # fmt: skip
    assert len(set(members)) == len(members), "nobody is in two duos"
    assert all((duos[row.duo_id].ended_at is None) == (row.next_ask_at is not None)
               for row in tables["rhythms"])  # fmt: skip
    weeks = {row.id: row for row in tables["check_ins"]}
    for week in weeks.values():
        assert week.outcome is None or Week(week.outcome)
        assert week.closes_at is None or duos[week.duo_id].ended_at is None
    waiting = [row.person_id for row in tables["prompts"]
               if row.answer is None and row.closes_at > now
               and duos[weeks[row.check_in_id].duo_id].ended_at is None]  # fmt: skip
    assert len(set(waiting)) == len(waiting), "one open question a person"
    for person in tables["people"]:
        assert Stage(person.stage)
        assert person.stage != Stage.WITHDRAWN or (person.role, person.branch) == (None, None)
        assert person.stage != Stage.WITHDRAWN or person.id not in members
    keys = [row.open_key for row in tables["cases"] if row.open_key]
    assert len(set(keys)) == len(keys), "one open case for one reason"
    _referrals_are_sound(tables)


def _referrals_are_sound(tables: dict[str, list[Any]]) -> None:
    """Of who has left none is kept, and what a mentor gave is forgotten when it has been sent."""
    gone = {row.id for row in tables["people"] if row.stage == Stage.WITHDRAWN}
    assert not gone & {row.person_id for row in tables["referrals"]}
    assert all(row.ends_at - row.made_at == KEPT_AT_MOST for row in tables["referrals"])
    given = [row for row in tables["outbox"] if row.kind == "handed_over"]
    assert all(row.facts is None for row in given if row.state != "waiting")


def _new_texts(life: Life, name: str, person: Someone) -> list[str]:
    messages = [one["text"] for one in person.messages if one["from"] == "bot"]
    new, life.read[name] = messages[life.read.get(name, 0) :], len(messages)
    return new


def _reads_own_language(life: Life, name: str, now: Any, new: list[str]) -> None:
    """In the language of before this step, or the one they have just chosen."""
    if now:
        before = life.languages.get(name, now.language)
        for words in new:
            found = [foreign(words, one) for one in (before, now.language)]
            assert None in found, (name, now.language, found, words)
        life.languages[name] = now.language


def _is_left_in_peace(life: Life, name: str, actor: str | None, new: list[str]) -> None:
    """Who has withdrawn reads nothing any more, unless they speak."""
    assert name == actor or name not in life.gone or not new, (name, new)


def _reads_of_own_people(life: Life, name: str, now: Any, new: list[str]) -> None:
    """A coach may read of everybody here; everybody else of their own duos and their coach."""
    if now and now.role != Role.COACH:
        own = {name, "els", *life.met.get(name, ())}
        for words in new:
            others = [one for one, canary in NAMES.items() if canary in words and one not in own]
            assert not others, (name, others, words)
