"""A match that waits for answers, as its coach follows it."""

from datetime import timedelta

from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.matching.closing import NOT_ENDED, Ended, close
from bot.actions.matching.proposing import is_untold, propose, subject_of
from bot.actions.standing_in.scope import is_off_telegram
from bot.programme.notices import NotForYou
from bot.programme.notices.matching import MatchProposed, MatchShown
from bot.programme.people import Visit, is_staff
from storage.matches import LET_GO, Match
from storage.people import Person

BATCH = 50
NO_ANSWER, ASKED_AGAIN = "no_answer", "asked_again"


class MatchFollowing:
    """What a coach, and the clock, can do about an open match."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit, match_id: int) -> None:
        """How far it is."""
        async with self.desk.serve(visit) as talk:
            match = await _match_for(talk, match_id)
            talk.reply(await match_shown(talk, match) if match else NotForYou())

    async def ask_again(self, visit: Visit, match_id: int) -> None:
        """Ask who has not answered once more; more often than once a day it changes nothing."""
        async with self.desk.serve(visit) as talk:
            match = await _match_for(talk, match_id)
            if match is None:
                talk.reply(NotForYou())
                return
            is_open = match.closed_at is None
            if is_open and _may_be_reminded(talk, match):
                await _remind(talk, match)
            talk.replace(await match_shown(talk, match, ASKED_AGAIN if is_open else ""))

    async def let_go(self, visit: Visit, match_id: int) -> None:
        """The coach decides that it does not go on; both are told kindly, and wait again."""
        async with self.desk.serve(visit) as talk:
            match = await _match_for(talk, match_id)
            if match is None:
                talk.reply(NotForYou())
                return
            ended = await close(talk, match, LET_GO, by=talk.person.id) or NOT_ENDED
            now = await talk.tx.matches.get(match_id) or match
            talk.replace(await match_shown(talk, now, ended=ended))

    async def look_due(self) -> int:
        """Remind once who has not answered; after that let the coach decide."""
        async with self.desk.open() as counter:
            due = await counter.tx.matches.due(counter.now, BATCH)
            for match in due:
                if match.reminded_at is None:
                    await _remind(counter, match)
                elif await counter.tx.matches.look_again(match, None, counter.now):
                    await _tell_coach(counter, match)
        return len(due)


async def match_shown(
    counter: Counter, match: Match, news: str = "", who: str = "", ended: Ended = NOT_ENDED
) -> MatchShown:
    """The match as its coach reads it."""
    people = await counter.tx.people.by_ids((match.mentee_id, match.mentor_id))
    mentee, mentor = people[match.mentee_id], people[match.mentor_id]
    agreed = tuple(one.first_name for one in (mentee, mentor) if match.agreed_at(one.id))
    return MatchShown(
        match_id=match.id,
        mentee=mentee.first_name,
        mentor=mentor.first_name,
        asked_at=match.asked_at.isoformat(),
        agreed=agreed,
        outcome=match.outcome or "",
        news=news,
        who=who,
        called=ended.called or await _to_be_asked(counter, match, (mentee, mentor)),
        spared=ended.spared,
    )


async def _to_be_asked(
    counter: Counter, match: Match, two: tuple[Person, Person]
) -> tuple[str, ...]:
    """To whom it is put on the phone, and nobody has done so yet."""
    now = {one.to for one in counter.letters if isinstance(one.notice, MatchProposed)}
    called = []
    for one in two if match.closed_at is None else ():
        silent = is_off_telegram(one) and not match.agreed_at(one.id)
        if silent and (one.id in now or await is_untold(counter, match, one)):
            called.append(one.first_name)
    return tuple(called)


async def _match_for(talk: Talk, match_id: int) -> Match | None:
    """A match of the branch of this coach; anybody else finds none."""
    match = await talk.tx.matches.get(match_id) if is_staff(talk.person.role) else None
    if match is None:
        return None
    mentee = await talk.tx.people.get(match.mentee_id)
    is_own = match.coach_id == talk.person.id or mentee.branch == talk.person.branch
    return match if is_own else None


def _may_be_reminded(counter: Counter, match: Match) -> bool:
    last = match.reminded_at or match.asked_at
    return counter.now - last >= timedelta(days=1)


async def _remind(counter: Counter, match: Match) -> None:
    """Put it once more to who has not said yes, but not to who rests or cannot be reached, nor to
    whom it is still to be said on the phone; then the coach decides.
    """
    decide_at = counter.now + timedelta(days=counter.programme.matching.decide_after_days)
    if not await counter.tx.matches.look_again(match, decide_at, counter.now):
        return
    people = await counter.tx.people.by_ids((match.mentee_id, match.mentor_id))
    for person in people.values():
        is_away = person.paused_at is not None or person.unreachable_at is not None
        waits = is_away or (is_off_telegram(person) and await is_untold(counter, match, person))
        if not match.agreed_at(person.id) and not waits:
            await propose(counter, match, person, again=True)


async def _tell_coach(counter: Counter, match: Match) -> None:
    shown = await match_shown(counter, match, NO_ANSWER)
    counter.tell(match.coach_id, shown, subject_of(match), NO_ANSWER)
