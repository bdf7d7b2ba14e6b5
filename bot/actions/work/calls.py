"""What would have been written to people who are not on Telegram: a coach tells it by phone."""

from datetime import timedelta

from bot.actions.coaches import coach_for
from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.standing_in.scope import is_theirs
from bot.programme.letters import Lane
from bot.programme.notices import NotForYou, Notice
from bot.programme.notices.new_coach import StaffCommands
from bot.programme.notices.work import CallNoted, SomebodyToCall, ToCall
from bot.programme.people import Visit
from storage.people import Person
from storage.roster import whole_name

TOLD, NO_ANSWER = "told", "no_answer"
AGAIN_AFTER = timedelta(hours=3)
# As many things as one says in a call, and as fit into a message.
MOST_AT_ONCE = 6
# Changes of a chat, which are nothing to say.
NOTHING_TO_SAY = frozenset({"removal", StaffCommands.kind})


class Calls:
    """What a coach has to tell, and what came of it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def is_due(self, person_id: int, kind: str, edits: int | None) -> bool:
        """A letter to somebody without Telegram is due: who follows them hears it once a day.
        False when it is nothing to say.
        """
        if edits is not None or kind in NOTHING_TO_SAY or kind not in Notice.by_kind:
            return False
        async with self.desk.open() as counter:
            person = await counter.tx.people.get(person_id)
            if coach := await _coach_of(counter, person):
                name, times = whole_name(person.answers), person.answers.get("times", "")
                news = SomebodyToCall(person.id, name, person.language, times)
                day, due = f"{counter.now:%Y%m%d}:to:{coach.id}", counter.by_day(counter.now)
                subject = f"to_call:{person.id}"
                counter.plan(coach.id, news, subject, day, due=due, lane=Lane.REPLY)
        return True

    async def show(self, visit: Visit, person_id: int) -> None:
        """Whom to call, and all that is to be said."""
        async with self.desk.serve(visit) as talk:
            person = await _theirs(talk, person_id)
            talk.reply(await _to_call(talk, person) if person else NotForYou())

    async def called(self, visit: Visit, person_id: int, shown_at: int, outcome: str) -> None:
        """What was listed then was told, or nobody answered; the second tap changes nothing."""
        async with self.desk.serve(visit) as talk:
            person = await _theirs(talk, person_id)
            if person is None:
                talk.reply(NotForYou())
            elif outcome == TOLD:
                await _told(talk, person, shown_at)
                talk.replace(CallNoted(person.id, whole_name(person.answers)))
            else:
                again = await _not_reached(talk, person)
                waits = await talk.tx.calls.letters_of(person.id, talk.now)
                named = (person.id, whole_name(person.answers))
                talk.replace(CallNoted(*named, again if waits else "", tried=not waits))


async def _told(talk: Talk, person: Person, shown_at: int) -> None:
    moment = talk.now.fromtimestamp(shown_at / 1000, tz=talk.now.tzinfo)
    if await talk.tx.calls.told(person.id, moment, talk.now):
        await talk.tx.calls.add(person.id, talk.person.id, TOLD, talk.now, None)


async def _not_reached(talk: Talk, person: Person) -> str:
    """Again some hours later, by day; who tapped twice has tried once."""
    held = await talk.tx.calls.held_until(person.id, talk.now)
    if held is None:
        held = talk.by_day(talk.now + AGAIN_AFTER)
        await talk.tx.calls.add(person.id, talk.person.id, NO_ANSWER, talk.now, held)
    return held.isoformat()


async def _to_call(talk: Talk, person: Person) -> ToCall:
    letters = (await talk.tx.calls.letters_of(person.id, talk.now))[:MOST_AT_ONCE]
    tried = await talk.tx.calls.of(person.id, 1)
    said = person.answers
    phone = said.get("phone", "")
    return ToCall(
        person_id=person.id,
        name=whole_name(said),
        role=str(person.role or ""),
        language=person.language,
        phone="" if phone == "none" else phone,
        times=said.get("times", ""),
        parts=tuple((one.kind, one.facts) for one in letters),
        shown_at=max((one.due_ms for one in letters), default=1),
        tried=tried[0].at.isoformat() if tried and tried[0].outcome == NO_ANSWER else "",
    )


async def _theirs(talk: Talk, person_id: int) -> Person | None:
    person = (await talk.tx.people.by_ids([person_id])).get(person_id)
    return person if person and await is_theirs(talk, talk.person, person) else None


async def _coach_of(counter: Counter, person: Person) -> Person | None:
    duo = await counter.tx.duos.of(person.id)
    return await coach_for(counter, duo, person.branch or person.entered_in)
