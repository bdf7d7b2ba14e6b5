"""A mentor looks something up and hands it over. Nothing is kept about the mentee."""

from dataclasses import replace
from datetime import datetime, time

from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.directory import Directory
from bot.actions.mentees import duo_of_mentor
from bot.actions.pointing import shown_entry
from bot.actions.whereabouts import today
from bot.programme.directory import Service
from bot.programme.hand_over import A_DAY_AT_MOST, may_be_named
from bot.programme.notices import (
    HandedOver,
    HandOverDeclined,
    HandOverDone,
    HandOverNotDone,
    ServiceShown,
)
from bot.programme.people import Visit
from bot.programme.recurrence import instant_of
from storage.duos import Duo
from storage.people import Person

NO_DUO, GONE, NOT_NOW, ENOUGH = "no_duo", "gone", "not_now", "enough"


class HandOver:
    """What a mentor can find for their mentee."""

    def __init__(self, desk: Desk, directory: Directory) -> None:
        self.desk = desk
        self.directory = directory

    async def give(self, visit: Visit, key: str) -> None:
        """Bring a service to the mentee of who stands here, or say why not."""
        async with self.desk.serve(visit, correcting=True) as talk:
            duo = await duo_of_mentor(talk)
            if duo is None:
                talk.reply(HandOverNotDone(NO_DUO))
                return
            mentee = await talk.tx.people.get(duo.mentee_id)
            entry = shown_entry(talk, await self.directory.catalogue(talk.tx), key)
            if entry is None:
                talk.reply(HandOverNotDone(GONE))
            elif why_not := await _why_not(talk, mentee):
                talk.reply(HandOverNotDone(why_not, mentee.first_name))
            else:
                _give(talk, duo, mentee, entry.service)

    async def decline(self, visit: Visit) -> None:
        """The mentee does not want it; nobody hears of it."""
        async with self.desk.serve(visit, correcting=True) as talk:
            talk.replace(HandOverDeclined())


async def with_mentee(talk: Talk, notice: ServiceShown) -> ServiceShown:
    """The same card; for a mentor with the name of the mentee who can be given it."""
    duo = await duo_of_mentor(talk)
    if duo is None:
        return notice
    people = await talk.tx.people.members([duo.mentee_id])
    return replace(notice, mentee=people[duo.mentee_id].first_name)


async def _why_not(talk: Talk, mentee: Person) -> str | None:
    """A break and a blocked bot are the mentee's own business, so both get the same words."""
    if mentee.paused_at or mentee.unreachable_at:
        return NOT_NOW
    given = await talk.tx.outbox.count_kept(mentee.id, HandedOver.kind, _midnight(talk))
    return ENOUGH if given >= A_DAY_AT_MOST else None


def _give(talk: Talk, duo: Duo, mentee: Person, service: Service) -> None:
    """Under the subject of the duo, so that it is taken back when that ends before it is sent."""
    card = _handed_over(talk.person.first_name, service)
    talk.tell(mentee.id, card, f"duo:{duo.id}", f"handed:{talk.visit.update_id}")
    talk.reply(HandOverDone(mentee.first_name, in_the_morning=talk.programme.is_night(talk.now)))


def _handed_over(mentor: str, service: Service) -> HandedOver:
    if not may_be_named(service):
        return HandedOver(mentor, service.key, {}, None)
    phone = service.phones[0].dial if service.phones else None
    return HandedOver(mentor, service.key, dict(service.name), phone)


def _midnight(counter: Counter) -> datetime:
    zone = counter.programme.zone
    return instant_of(today(counter), time(0), zone)
