"""What is written about the times of a first meeting, while it is being planned."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.actions.answering import cries_out
from bot.actions.convention.first_answers import take_suiting
from bot.actions.convention.first_plans import agenda_of, choosing
from bot.actions.convention.standing import Beginning, beginning_of
from bot.actions.counter import Talk
from bot.programme.conventions.first_times import MOST_OFFERED, free_days
from bot.programme.conventions.first_words import said_times
from bot.programme.meetings import A_DRAFT_LIVES, EARLIEST, Agenda, text_of
from bot.programme.names import normalise
from bot.programme.notices.convention import ChooseFirstTimes, FirstForWhom
from bot.programme.people import is_staff
from bot.programme.road import Place
from bot.programme.when import read_when
from storage.duos import DuoState

NOT_FREE = "not_free"


async def hear_first_times(talk: Talk, text: str) -> bool:
    """Take words as times for a first meeting: of the coach who plans one, to offer them; of one
    of the two, as those that suit. False when they are about something else.
    """
    person = talk.person
    is_staff_here = is_staff(person.role)
    if not is_staff_here and person.road != Place.MATCHED:
        return False
    if read_when(text, person.language, talk.now, talk.programme.zone) is None or cries_out(text):
        return False
    return await (_offer(talk, text) if is_staff_here else _suit(talk, text))


async def _offer(talk: Talk, text: str) -> bool:
    """Only while a coach plans: who has seen the days of a first meeting within a day."""
    since = talk.now - A_DRAFT_LIVES
    if not await talk.tx.outbox.count_kept(talk.person.id, ChooseFirstTimes.kind, since):
        return False
    waiting = await _to_plan(talk)
    said = _read(talk, text, waiting)
    meant = _named(waiting, text) or _open_yet(waiting)
    if said is None or not meant:
        return False
    if len(meant) == 1:
        await _add(talk, meant[0], said)
        return True
    two = tuple((one.duo.id, one.mentee.first_name, one.mentor.first_name) for one in meant)
    talk.reply(FirstForWhom(two))
    return True


async def _add(talk: Talk, here: Beginning, said: Sequence[datetime]) -> None:
    """Keep those at which all three are free; the coach reads them before they go out."""
    await talk.tx.meetings.hold(here.duo.id)
    agenda, chosen = await agenda_of(talk, here), here.first.draft
    fits = [text_of(one) for one in said if _is_free(one, agenda)]
    new = [one for one in fits if one not in chosen]
    kept = tuple(sorted((*chosen, *new[: MOST_OFFERED - len(chosen)])))
    if kept != chosen:
        await talk.tx.first_meetings.save(here.duo.id, draft=kept)
    first = replace(here.first, draft=kept)
    refused = NOT_FREE if len(fits) < len(said) else ""
    talk.reply(choosing(here, first, days=free_days(agenda), refused=refused))


async def _suit(talk: Talk, text: str) -> bool:
    duo = await talk.tx.duos.of(talk.person.id)
    if duo is None or duo.state != DuoState.STARTING:
        return False
    here = await beginning_of(talk, duo, hold=True)
    said = _read(talk, text, [here]) if here else None
    if here is None or said is None or not here.first.times:
        return False
    await take_suiting(talk, here, {text_of(one) for one in said})
    return True


async def _to_plan(talk: Talk) -> list[Beginning]:
    """The duos of this coach that wait for a first meeting."""
    duos = await talk.tx.duos.followed_by(talk.person.id)
    found = [await beginning_of(talk, one) for one in duos if one.state == DuoState.STARTING]
    return [one for one in found if one]


def _named(waiting: Sequence[Beginning], text: str) -> list[Beginning]:
    """Those of whom one of the two is named."""
    words = set(normalise(text).split())
    return [
        one
        for one in waiting
        if words & {normalise(each.first_name) for each in (one.mentee, one.mentor)}
    ]


def _open_yet(waiting: Sequence[Beginning]) -> list[Beginning]:
    """Where one alone is begun, that one; else those for which nothing is offered or fixed."""
    begun = [one for one in waiting if one.first.draft]
    if len(waiting) == 1 or len(begun) == 1:
        return begun if len(begun) == 1 else [*waiting]
    return [one for one in waiting if not (one.first.times or one.meeting)] or [*waiting]


def _is_free(wall: datetime, agenda: Agenda) -> bool:
    return wall > agenda.wall + EARLIEST and agenda.refusal(wall) is None


def _read(talk: Talk, text: str, known: Sequence[Beginning]) -> Sequence[datetime] | None:
    names = tuple(one.first_name for each in known for one in each.three)
    return said_times(text, talk.person.language, talk.now, talk.programme.zone, names)
