"""Doing something in the place of somebody who is not on Telegram, by the same rules."""

from dataclasses import replace
from datetime import timedelta

from bot.actions.counter import Talk
from bot.actions.standing_in.scope import is_theirs
from bot.actions.whereabouts import question_of
from bot.programme.letters import Lane
from bot.programme.people import is_staff
from storage.people import Person

# So long what a coach writes is the answer of the person for whom they answered last.
STAYS = timedelta(minutes=30)


class NotTheirs(Exception):
    """A tap in the place of somebody with whom this colleague has nothing to do."""


async def stand_in(talk: Talk) -> bool:
    """Let the person stand here for whom a coach speaks; False when everybody speaks for
    themselves. Raises NotTheirs.
    """
    coach = talk.person
    if talk.visit.speaks_for is None and coach.answers_for is None:
        return False
    person = await _meant(talk)
    if person is None:
        await talk.save(answers_for=None, answers_until=None)
        return False
    await begin_for(talk, person)
    return True


async def begin_for(talk: Talk, person: Person) -> None:
    """From here on the person stands here, and the coach speaks for them; who does so is kept."""
    coach = talk.person
    await talk.save(answers_for=person.id, answers_until=talk.now + STAYS)
    await talk.tx.calls.note_deed(talk.visit.update_id, person.id, coach.id, talk.now)
    talk.teller, talk.person = talk.person, person


def bring_to_teller(talk: Talk) -> None:
    """What the person would read at once is read by who speaks for them."""
    if (teller := talk.teller) is None:
        return
    talk.letters = [
        replace(one, to=teller.id, notice=talk.said_for(one.notice))
        if one.to == talk.person.id and one.lane <= Lane.REPLY and one.due <= talk.now
        else one
        for one in talk.letters
    ]


async def _meant(talk: Talk) -> Person | None:
    """Who is spoken for: by a tap, whom it names; by words, who is asked something just now."""
    coach, visit = talk.person, talk.visit
    if visit.speaks_for is not None:
        person = (await talk.tx.people.by_ids([visit.speaks_for])).get(visit.speaks_for)
        if person is None or not await _may_stand_in(talk, coach, person):
            raise NotTheirs
        return person
    until = coach.answers_until
    if not visit.is_plain or visit.in_group or until is None or talk.now >= until:
        return None
    person = await talk.tx.people.get(coach.answers_for or 0)
    asked = question_of(talk, person)
    return person if asked and await _may_stand_in(talk, coach, person) else None


async def _may_stand_in(talk: Talk, coach: Person, person: Person) -> bool:
    return (
        is_staff(coach.role)
        and person.telegram_id is None
        and await is_theirs(talk, coach, person)
    )
