"""Where a process can be made to die, by name; production code knows nothing of it.

Each point is a place in the life of an update, a letter, a tick or an action: a method of a room
of the storage, of the line to Telegram, or the commit after it. A method that bears another name
now makes laying a fuse fail, so no point can quietly guard nothing.
"""

import bot.quick_start  # noqa: F401  # before aiogram, or its import takes seconds

# isort: split
from collections.abc import Awaitable, Callable, Mapping
from functools import wraps
from typing import Any, NamedTuple, Protocol
from weakref import WeakSet

from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import EditMessageText, SendMessage
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.post.telegram import TelegramUpdates
from bot.programme.ladder import OWN
from storage.asking import Asking
from storage.case_messages import CaseMessages
from storage.case_steps import CaseSteps
from storage.cases import Cases
from storage.check_ins import CheckIns
from storage.consents import Consents
from storage.duos import Duos
from storage.forgetting import Forgetting
from storage.inbox import Inbox
from storage.outbox import Outbox
from storage.people import People
from storage.prompts import Prompts
from storage.rhythms import Rhythms
from tests.processes.moments import AnswerArrives, CommitUnderWay, Migrating

Passed = Callable[[], None]


class Call(NamedTuple):
    """One call of a guarded method."""

    arguments: tuple[Any, ...]
    options: Mapping[str, Any]
    result: Any = None


Fits = Callable[[Call], bool]


class Point(Protocol):
    """A place where a process can die."""

    def guard(self, passed: Passed) -> None:
        """From now on say so whenever it is passed."""


def always(_: Call) -> bool:
    return True


def gave_something(call: Call) -> bool:
    return bool(call.result)


def keeps_an_answer(call: Call) -> bool:
    return "answers" in call.options


def spares(call: Call) -> bool:
    """Somebody has cried for help: for a day nobody asks them anything."""
    return bool(call.options.get("spared_until"))


def asks_the_next(call: Call) -> bool:
    """Somebody who is not the own coach is asked."""
    case_id, people, rung, now = call.arguments
    del case_id, now
    return bool(people) and rung > OWN


def is_letter(call: Call) -> bool:
    return any(isinstance(one, SendMessage | EditMessageText) for one in call.arguments)


def is_case_card(call: Call) -> bool:
    return is_letter(call) and "ca:" in str(call.arguments)


class Before(NamedTuple):
    """Just before a method begins."""

    owner: type
    method: str
    fits: Fits = always

    def guard(self, passed: Passed) -> None:
        def wrapped(original: Any, *arguments: Any, **options: Any) -> Awaitable[Any]:
            if self.fits(Call(arguments, options)):
                passed()
            return original(*arguments, **options)

        _wrap(self.owner, self.method, wrapped)


class After(NamedTuple):
    """Just after a method has done its work."""

    owner: type
    method: str
    fits: Fits = always

    def guard(self, passed: Passed) -> None:
        async def wrapped(original: Any, *arguments: Any, **options: Any) -> Any:
            result = await original(*arguments, **options)
            if self.fits(Call(arguments, options, result)):
                passed()
            return result

        _wrap(self.owner, self.method, wrapped)


class Committing(NamedTuple):
    """Just before the commit of a transaction in which a method did its work."""

    owner: type
    method: str
    fits: Fits = always

    def guard(self, passed: Passed) -> None:
        _guard_commit(self, before=passed)


class Committed(NamedTuple):
    """Just after the commit of a transaction in which a method did its work."""

    owner: type
    method: str
    fits: Fits = always

    def guard(self, passed: Passed) -> None:
        _guard_commit(self, after=passed)


def _guard_commit(
    point: Committing | Committed, before: Passed | None = None, after: Passed | None = None
) -> None:
    """Rooms and commits meet in their connection."""
    touched: WeakSet[AsyncConnection] = WeakSet()

    async def works(original: Any, room: Any, *arguments: Any, **options: Any) -> Any:
        result = await original(room, *arguments, **options)
        if point.fits(Call(arguments, options, result)):
            touched.add(room.connection)
        return result

    async def commits(original: Any, connection: AsyncConnection) -> None:
        is_it = connection in touched
        if is_it and before:
            before()
        await original(connection)
        if is_it and after:
            after()

    _wrap(point.owner, point.method, works)
    _wrap(AsyncConnection, "commit", commits)


def _wrap(owner: type, method: str, around: Callable[..., Any]) -> None:
    original = vars(owner)[method]

    @wraps(original)
    def instead(*arguments: Any, **options: Any) -> Any:
        return around(original, *arguments, **options)

    setattr(owner, method, instead)


POST: Mapping[str, Point] = {
    "updates came, none is stored": After(TelegramUpdates, "get", gave_something),
    "updates are being stored": After(Inbox, "store"),
    "updates stored, Telegram not told": Committed(Inbox, "store"),
    "update claimed, not begun": Committed(Inbox, "claim", gave_something),
    "first statement of an action": After(Inbox, "finish"),
    "action written, not committed": Committing(Inbox, "finish"),
    "action committed, letters wait": Committed(Inbox, "finish"),
    "letter claimed, not begun": Committed(Outbox, "claim", gave_something),
    "letter worded, not on the line": Before(AiohttpSession, "make_request", is_letter),
    "letter sent, no answer read": AnswerArrives(),
    "letter answered, not settled": After(AiohttpSession, "make_request", is_letter),
    "letter being settled": After(Outbox, "settle"),
    "letter settled": Committed(Outbox, "settle"),
    "commit and checkpoint under way": CommitUnderWay(),
}
REGISTRATION: Mapping[str, Point] = {
    "answer written, not committed": Committing(People, "save", keeps_an_answer),
    "answer committed": Committed(People, "save", keeps_an_answer),
    "consent written, answer not": After(Consents, "give"),
    "consent written, not committed": Committing(Consents, "give"),
    "consent committed": Committed(Consents, "give"),
}
CLOCK: Mapping[str, Point] = {
    "weeks written, questions not": After(Asking, "open"),
    "questions written, next week not planned": Before(Rhythms, "plan"),
    "next week planned, not committed": After(Rhythms, "plan"),
    "weeks asked and planned": Committed(Rhythms, "plan"),
    "weekly answer written, week open": After(Prompts, "answer"),
    "weekly answer committed": Committed(Prompts, "answer"),
    "week settled, not committed": After(CheckIns, "settle"),
    "week settled and committed": Committed(CheckIns, "settle"),
    "silent week settled, not committed": After(CheckIns, "settle"),
}
CASES: Mapping[str, Point] = {
    "case opened, no letter kept": After(Cases, "open"),
    "case stored, coach not told": Committed(Cases, "open"),
    "coach told, not settled": After(AiohttpSession, "make_request", is_case_card),
    "case taken, not committed": After(Cases, "take"),
    "case taken and committed": Committed(Cases, "take"),
    "words for a case kept, not committed": Committing(CaseMessages, "keep"),
    "words for a case kept, coach not told": Committed(CaseMessages, "keep"),
    "case answered, not committed": Committing(Cases, "mark_answered", gave_something),
    "case answered and committed": Committed(Cases, "mark_answered", gave_something),
    "next one asked, not committed": Committing(CaseSteps, "ask", asks_the_next),
    "next one asked and committed": Committed(CaseSteps, "ask", asks_the_next),
    "danger heard, not committed": Committing(People, "save", spares),
    "danger heard and committed": Committed(People, "save", spares),
}
WITHDRAWAL: Mapping[str, Point] = {
    "withdrawal: duo ended": After(Duos, "end"),
    "withdrawal: open weeks closed": After(CheckIns, "close_open_weeks"),
    "withdrawal: letters to the duo emptied": After(Forgetting, "letters_about"),
    "withdrawal: consent withdrawn": After(Consents, "withdraw"),
    "withdrawal: letters dropped": After(Outbox, "drop"),
    "withdrawal: news taken back": After(Forgetting, "take_back"),
    "withdrawal: letters emptied": After(Forgetting, "letters_to"),
    "withdrawal: updates emptied": After(Forgetting, "updates_of"),
    "withdrawal: weekly answers emptied": After(Forgetting, "prompt_answers_of"),
    "withdrawal: person emptied, not committed": Committing(Consents, "withdraw"),
    "withdrawal: committed": Committed(Consents, "withdraw"),
}
MIGRATION: Mapping[str, Point] = {"step of a migration": Migrating()}
POINTS = {**POST, **REGISTRATION, **CLOCK, **CASES, **WITHDRAWAL, **MIGRATION}
