"""Who is to be told what, by what is wrong and what each one knows already: pure rules."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.watch.ledger import OPERATOR
from bot.watch.signs import Kind, Verdict, case_key, kind_of
from bot.watch.words import COACH, tell_trouble, tell_well
from storage.glance import Colleague, StuckCase

Told = Mapping[str, frozenset[str]]
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who may be told: by "operator" or the id of a person; and in which chat.

    ``rings``: their phone may make a sound at night too.
    """

    name: str
    chat: int
    language: str
    role: str
    rings: bool


@dataclass(frozen=True, slots=True)
class News:
    """What one reader is told: trouble by its names, or with ``is_well`` that these are over."""

    reader: Reader
    keys: frozenset[str]
    text: str
    is_well: bool


def operator_at(chat: int, language: str) -> Reader:
    """Who runs the bot."""
    return Reader(OPERATOR, chat, language, OPERATOR, rings=True)


def reader_of(one: Colleague) -> Reader:
    """One of the staff; what can wait until the morning wakes nobody."""
    return Reader(str(one.id), one.telegram_id, one.language, COACH, one.is_urgent)


def news_for(
    reader: Reader, concern: Collection[str], verdict: Verdict, told: Told, now: datetime
) -> News | None:
    """What this reader does not know yet; that all is well when nothing of it is left."""
    known = told.get(reader.name, NOTHING)
    new = {key: verdict.wrong[key] for key in concern if key not in known}
    if new:
        text = tell_trouble(reader.language, reader.role, new, now)
        return News(reader, frozenset(new), text, is_well=False)
    if known and known <= verdict.over:
        return News(reader, known, tell_well(reader.language, reader.role), is_well=True)
    return None


def quietly_over(verdict: Verdict, told: Told, readers: Collection[str]) -> Told:
    """What is over for whom without a word: other trouble is left, or they read nothing here."""
    over = {who: keys & verdict.over for who, keys in told.items()}
    return {
        who: over[who] for who, keys in told.items() if over[who] != keys or who not in readers
    }


def concerns(
    verdict: Verdict, stuck: Sequence[StuckCase], staff: Sequence[Colleague]
) -> Iterator[tuple[Colleague, frozenset[str]]]:
    """What each of the staff has to know, the empty ones too: they may have known something."""
    general = frozenset(
        key for key in verdict.wrong if kind_of(key) in (Kind.STOPPED, Kind.DEAF, Kind.LATE)
    )
    everywhere = set(_on_duty_everywhere(staff)) if general else set[int]()
    theirs: dict[int, set[str]] = {}
    for case in stuck:
        if case_key(case.id) in verdict.wrong:
            for person_id in _on_duty_for(case, staff):
                theirs.setdefault(person_id, set()).add(case_key(case.id))
    for one in staff:
        yield (
            one,
            frozenset(theirs.get(one.id, ())) | (general if one.id in everywhere else NOTHING),
        )


def _on_duty_for(case: StuckCase, staff: Sequence[Colleague]) -> Collection[int]:
    """Whose case it is; while they are away, or when nobody has it, the coaches of the branch."""
    if any(one.id == case.owner_id and not one.is_away for one in staff):
        return [one.id for one in staff if one.id == case.owner_id]
    return _on_duty(case.branch, staff) or _on_duty_everywhere(staff)


def _on_duty_everywhere(staff: Sequence[Colleague]) -> Collection[int]:
    branches = dict.fromkeys(one.branch for one in staff)
    return [person_id for branch in branches for person_id in _on_duty(branch, staff)]


def _on_duty(branch: str | None, staff: Sequence[Colleague]) -> Collection[int]:
    """The coaches of a branch who are at work; its coordinators when none of them is."""
    here = [one for one in staff if one.branch == branch and not one.is_away]
    coaches = [one.id for one in here if not one.is_coordinator]
    return coaches or [one.id for one in here]
