"""How far a duo is that begins: looked up once, for all that is done with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.actions.counter import Counter, Talk
from bot.programme.notices import NotForYou
from bot.programme.notices.convention import DuoToStart, Signed
from storage.duos import Duo, DuoState
from storage.first_meetings import FirstMeeting
from storage.meetings import Meeting
from storage.people import Person
from storage.signatures import Signature


@dataclass(frozen=True, slots=True)
class Beginning:
    """A duo with its three people, its first meeting, and the signatures of today's text."""

    duo: Duo
    mentee: Person
    mentor: Person
    coach: Person
    first: FirstMeeting
    meeting: Meeting | None
    signatures: Sequence[Signature]

    @property
    def three(self) -> tuple[Person, Person, Person]:
        """Mentee, mentor and coach."""
        return self.mentee, self.mentor, self.coach

    def others(self, person_id: int) -> tuple[str, str]:
        """The first names of the two others."""
        one, other = (who.first_name for who in self.three if who.id != person_id)
        return one, other

    def signed_by(self, person: Person) -> Signature | None:
        """Their signature; that of the coach may be from the one before."""
        if person.id != self.coach.id:
            return next((one for one in self.signatures if one.person_id == person.id), None)
        two = (self.mentee.id, self.mentor.id)
        return next((one for one in self.signatures if one.person_id not in two), None)

    def not_signed(self) -> list[Person]:
        """Who has not signed today's text."""
        return [one for one in self.three if self.signed_by(one) is None]

    @property
    def signed(self) -> Signed:
        """The same as cards hold it."""
        return tuple(
            (str(who.role), who.first_name, one.signed_at.isoformat() if one else "",
             (one.how or "") if one else "")
            for who in self.three
            for one in [self.signed_by(who)]
        )  # fmt: skip

    @property
    def may_sign(self) -> bool:
        """Whether the first meeting is behind them."""
        return self.duo.state != DuoState.STARTING


async def beginning_of(counter: Counter, duo: Duo, *, hold: bool = False) -> Beginning | None:
    """All of it; None for a duo that has ended. ``hold``: nobody else decides about it now."""
    if hold:
        if not await counter.tx.meetings.hold(duo.id):
            return None
        duo = await counter.tx.duos.get(duo.id)
    people = await counter.tx.people.by_ids((duo.mentee_id, duo.mentor_id, duo.coach_id))
    three = (people[duo.mentee_id], people[duo.mentor_id], people[duo.coach_id])
    first = await counter.tx.first_meetings.of(duo.id) or FirstMeeting(duo.id)
    meeting = None
    if first.meeting_id:
        meeting = await counter.tx.meetings.get(first.meeting_id, duo.mentee_id)
    version = counter.programme.convention.version
    signed = [one for one in await counter.tx.signatures.of(duo.id) if one.version == version]
    return Beginning(duo, *three, first, meeting, signed)


async def for_coach(talk: Talk, duo_id: int, *, hold: bool = False) -> Beginning | None:
    """That of a duo which who stands here follows; anybody else reads that it is not for them."""
    duo = await talk.tx.duo_views.one(duo_id, talk.person.id)
    found = await beginning_of(talk, duo, hold=hold) if duo else None
    if found is None:
        talk.reply(NotForYou())
    return found


async def for_two(talk: Talk, duo_id: int, *, hold: bool = False) -> Beginning | None:
    """The same for one of the two."""
    duo = await talk.tx.duos.of(talk.person.id)
    mine = duo if duo and duo.id == duo_id else None
    found = await beginning_of(talk, mine, hold=hold) if mine else None
    if found is None:
        talk.reply(NotForYou())
    return found


async def for_three(talk: Talk, duo_id: int, *, hold: bool = False) -> Beginning | None:
    """The same for one of the three."""
    duo = await talk.tx.duos.of(talk.person.id)
    if duo is None or duo.id != duo_id:
        seen = await talk.tx.duo_views.one(duo_id, talk.person.id)
        duo = seen if seen and seen.coach_id == talk.person.id else None
    found = await beginning_of(talk, duo, hold=hold) if duo else None
    if found is None:
        talk.reply(NotForYou())
    return found


def to_start(
    here: Beginning, news: str = "", about: str = "", called: tuple[str, ...] = ()
) -> DuoToStart:
    """How far it is, for its coach; ``called``: who hears the news on the phone."""
    stands = here.meeting if here.meeting and not here.meeting.cancelled_at else None
    return DuoToStart(
        here.duo.id, here.mentee.first_name, here.mentor.first_name,
        (here.mentee.id, here.mentor.id), news, about, here.duo.state, bool(here.first.times),
        stands.starts_at.isoformat() if stands else "", here.duo.zone,
        here.signed if here.may_sign else (),
        here.signed_by(here.coach) is not None, called,
    )  # fmt: skip


def subject_of(duo_id: int) -> str:
    """What all letters about the beginning of a duo have in common."""
    return f"duo:{duo_id}"
