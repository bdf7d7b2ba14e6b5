"""Planning the first meeting of three, as its coach."""

from collections.abc import Awaitable, Callable
from datetime import date
from zoneinfo import ZoneInfo

from bot.actions.convention.first_letters import take_back
from bot.actions.convention.standing import Beginning, for_coach, subject_of, to_start
from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.standing_in.scope import names_to_call
from bot.programme.conventions.first_times import free_days, free_hours, turned
from bot.programme.letters import Lane
from bot.programme.meeting_places import PlaceKind
from bot.programme.meetings import Agenda, quarters_between, wall_of
from bot.programme.notices.convention import ChooseFirstTimes, FirstTimesOffered
from bot.programme.people import Visit
from storage.first_meetings import FirstMeeting
from storage.people import Person

Step = Callable[[Talk, Beginning], Awaitable[None]]
NO_TIME = "no_time"


class FirstPlans:
    """What a coach does until the two can choose."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit, duo_id: int) -> None:
        """How far it is, and what is next."""
        async with self.desk.serve(visit) as talk:
            if here := await for_coach(talk, duo_id):
                talk.reply(to_start(here))

    async def plan(self, visit: Visit, duo_id: int) -> None:
        """Choose times: the days on which all three are free."""
        await self._do(visit, duo_id, _show_days)

    async def open_day(self, visit: Visit, duo_id: int, day: date) -> None:
        """See the free hours of a day."""

        async def step(talk: Talk, here: Beginning) -> None:
            agenda = await agenda_of(talk, here)
            talk.replace(choosing(here, here.first, day=day, hours=free_hours(day, agenda)))

        await self._do(visit, duo_id, step)

    async def turn(self, visit: Visit, duo_id: int, wall: str) -> None:
        """Choose a time, or leave it out again."""

        async def step(talk: Talk, here: Beginning) -> None:
            chosen, agenda = here.first.draft, await agenda_of(talk, here)
            if wall in chosen or wall in free_hours(wall_of(wall).date(), agenda):
                chosen = turned(chosen, wall)
                await talk.tx.first_meetings.save(duo_id, draft=chosen)
            first = FirstMeeting(duo_id, chosen, place_kind=here.first.place_kind)
            talk.replace(choosing(here, first, days=free_days(agenda)))

        await self._do(visit, duo_id, step)

    async def turn_place(self, visit: Visit, duo_id: int) -> None:
        """At the branch, or online."""

        async def step(talk: Talk, here: Beginning) -> None:
            is_online = here.first.place_kind == PlaceKind.ONLINE
            kind = PlaceKind.BRANCH if is_online else PlaceKind.ONLINE
            await talk.tx.first_meetings.save(duo_id, place_kind=kind.value)
            first = FirstMeeting(duo_id, here.first.draft, place_kind=kind.value)
            talk.replace(choosing(here, first, days=free_days(await agenda_of(talk, here))))

        await self._do(visit, duo_id, step)

    async def send(self, visit: Visit, duo_id: int) -> None:
        """Ask the two which of the chosen times suit."""
        await self._do(visit, duo_id, _send)

    async def _do(self, visit: Visit, duo_id: int, step: Step) -> None:
        """Only while the first meeting is to come; later what is true is shown."""
        async with self.desk.serve(visit) as talk:
            here = await for_coach(talk, duo_id, hold=True)
            if here and here.may_sign:
                talk.replace(to_start(here))
            elif here:
                await step(talk, here)


async def agenda_of(counter: Counter, here: Beginning) -> Agenda:
    """When all three are free; the time of the meeting that is fixed counts as free."""
    rules, zone = counter.programme.meetings, ZoneInfo(here.duo.zone)
    since = quarters_between(counter.now, counter.now).start
    busy = await counter.tx.first_meetings.busy([one.id for one in here.three], since)
    if here.meeting and not here.meeting.cancelled_at:
        own = quarters_between(here.meeting.starts_at, here.meeting.ends_at)
        busy = frozenset(busy) - frozenset(own)
    hours = (rules.minutes, rules.first_hour, rules.last_hour)
    return Agenda(counter.now, zone, *hours, busy)


def offered(here: Beginning, person: Person, first: FirstMeeting) -> FirstTimesOffered:
    """The times as one of the two sees them."""
    is_mentee = person.id == here.mentee.id
    mine = first.suits_mentee if is_mentee else first.suits_mentor
    partner = here.mentor if is_mentee else here.mentee
    return FirstTimesOffered(
        here.duo.id, first.round, partner.first_name, here.coach.first_name, first.times,
        first.place_kind == PlaceKind.ONLINE, here.mentee.nearest_branch, mine or (),
        none=mine == (),
    )  # fmt: skip


async def _show_days(talk: Talk, here: Beginning) -> None:
    days = free_days(await agenda_of(talk, here))
    talk.replace(choosing(here, here.first, days=days))


async def _send(talk: Talk, here: Beginning) -> None:
    nobody_said = here.first.suits_mentee is None and here.first.suits_mentor is None
    if here.first.times and not here.first.draft and nobody_said:
        called = names_to_call(here.mentee, here.mentor)
        talk.replace(to_start(here, "sent", called=called))
        return
    agenda = await agenda_of(talk, here)
    times = tuple(one for one in here.first.draft if agenda.refusal(wall_of(one)) is None)
    if not times:
        first = FirstMeeting(here.duo.id, place_kind=here.first.place_kind)
        await talk.tx.first_meetings.save(here.duo.id, draft=())
        talk.replace(choosing(here, first, days=free_days(agenda), refused=NO_TIME))
        return
    number = here.first.round + 1
    over = agenda.slot(wall_of(max(times))).starts_at
    if here.meeting and not here.meeting.cancelled_at:
        over = min(over, here.meeting.ends_at)
    kept = {"times": times, "draft": (), "round": number, "look_at": over}
    await talk.tx.first_meetings.save(here.duo.id, **kept, suits_mentee=None, suits_mentor=None)
    if here.meeting is None or here.meeting.cancelled_at:
        await take_back(talk, here)
    first = FirstMeeting(here.duo.id, (), times, number, place_kind=here.first.place_kind)
    for person in (here.mentee, here.mentor):
        notice, named = offered(here, person, first), f"{number}:{person.id}"
        talk.tell(person.id, notice, subject_of(here.duo.id), named, lane=Lane.REPLY)
    sent = await for_coach(talk, here.duo.id)
    if sent:
        called = names_to_call(sent.mentee, sent.mentor)
        talk.replace(to_start(sent, "sent", called=called))


def choosing(here: Beginning, first: FirstMeeting, **shown: object) -> ChooseFirstTimes:
    """The days or hours among which the coach chooses."""
    day = shown.get("day")
    names = (here.mentee.first_name, here.mentor.first_name)
    return ChooseFirstTimes(
        here.duo.id, *names, first.draft,
        days=shown.get("days", ()),  # type: ignore[arg-type]  # one of few fields
        day=day.isoformat() if isinstance(day, date) else "",
        hours=shown.get("hours", ()),  # type: ignore[arg-type]  # the same
        online=first.place_kind == PlaceKind.ONLINE,
        refused=str(shown.get("refused", "")),
        said=tuple(one.answers.get("times", "") for one in (here.mentee, here.mentor)),
    )  # fmt: skip
