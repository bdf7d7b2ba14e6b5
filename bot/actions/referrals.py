"""Asking later whether a service helped: only with a yes, only once, and then it is forgotten."""

from collections.abc import Iterable, Mapping, Sequence

from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.directory import Directory
from bot.actions.keeping import take_report
from bot.actions.pointing import area_of, found, own_area, wish_of
from bot.programme.directory import Catalogue, Service
from bot.programme.directory.areas import region_of
from bot.programme.keeping import Fault
from bot.programme.needs.codes import NEEDS
from bot.programme.notices import (
    BarrierHeard,
    BarrierQuestion,
    NotForYou,
    Notice,
    ReferralEnded,
    ReferralKept,
    ReferralNotKept,
    ReferralOffer,
    ReferralOver,
    ReferralQuestion,
    ServicesFound,
)
from bot.programme.people import Stage, Visit, is_staff
from bot.programme.referrals import (
    ENDED_WELL,
    Barrier,
    Outcome,
    Silence,
    ask_again_at,
    ask_at,
    ends_at,
    is_worth_asking,
    may_be_asked_about,
    place_asked,
)
from storage.people import Person
from storage.referrals import Ending, Referral, Sought, new_referral

BATCH = 200  # as many as the weekly question takes at once
NO, LEFT, GONE = "no", "left", "gone"


class Referrals:
    """What can be done with a service that somebody wants to be asked about."""

    def __init__(self, desk: Desk, directory: Directory) -> None:
        self.desk = desk
        self.directory = directory

    async def offer(self, visit: Visit, key: str, need: str, place: str) -> None:
        """Say what would be kept, until when and for whom, before anything is."""
        async with self.desk.serve(visit, correcting=True) as talk:
            catalogue = await self.directory.catalogue(talk.tx)
            service = _askable(catalogue, key, need)
            if service is None or not _may_agree(talk):
                talk.reply(_refusal(talk))
            else:
                talk.reply(_offer(talk, service, _sought(talk, catalogue, service, need, place)))

    async def keep(self, visit: Visit, key: str, need: str, place: str) -> None:
        """The person agrees; saying it twice changes nothing."""
        async with self.desk.serve(visit, correcting=True) as talk:
            catalogue = await self.directory.catalogue(talk.tx)
            service = _askable(catalogue, key, need)
            if service is None or not _may_agree(talk):
                talk.replace(_refusal(talk))
            else:
                sought = _sought(talk, catalogue, service, need, place)
                talk.replace(_kept(await _keep(talk, sought), service))

    async def decline(self, visit: Visit) -> None:
        """The person does not want to be asked; nothing was kept."""
        async with self.desk.serve(visit, correcting=True) as talk:
            talk.replace(ReferralNotKept(NO))

    async def forget(self, visit: Visit, referral_id: int) -> None:
        """The person thinks better of it: erased, and not counted."""
        async with self.desk.serve(visit, correcting=True) as talk:
            if await talk.tx.referrals.forget(referral_id, talk.person.id):
                await _forget_letters(talk, [referral_id])
            talk.replace(ReferralNotKept(NO))

    async def answer(self, visit: Visit, referral_id: int, outcome: Outcome) -> None:
        """Take the first answer; when it did not help, ask what stood in the way. Who was helped
        after all may say so until the second question is answered.
        """
        async with self.desk.serve(visit, correcting=True) as talk:
            referral = await talk.tx.referrals.of(referral_id, talk.person.id)
            if referral is None:
                talk.replace(ReferralOver())
            elif outcome in ENDED_WELL:
                await _end(talk, {referral_id: _ending(referral, outcome)})
                talk.replace(ReferralEnded(outcome))
            else:
                if not referral.outcome:
                    await talk.tx.referrals.say(referral, outcome)
                talk.replace(BarrierQuestion(referral_id))

    async def say_barrier(self, visit: Visit, referral_id: int, barrier: Barrier) -> None:
        """Take what stood in the way, or nothing, and show at once what else there is."""
        async with self.desk.serve(visit, correcting=True) as talk:
            referral = await talk.tx.referrals.of(referral_id, talk.person.id)
            if referral is None or not referral.outcome:
                talk.replace(ReferralOver())
                return
            ending = _ending(referral, referral.outcome, barrier)
            await _end(talk, {referral_id: ending})
            others = await _others(talk, await self.directory.catalogue(talk.tx), referral)
            talk.replace(BarrierHeard(others=bool(others)))
            if barrier is Barrier.CLOSED:
                await take_report(talk, talk.person, referral.sought.service, Fault.CLOSED)
            if others:
                talk.reply(others)

    async def ask_due(self) -> int:
        """Ask everybody whose day has come; give how many were due.

        Who takes a break or cannot be reached is asked on a later working day; who could not
        answer in time any more is not asked at all.
        """
        async with self.desk.open() as counter:
            due = await counter.tx.referrals.due(counter.now, BATCH)
            if due:
                await _ask(counter, due, await self.directory.catalogue(counter.tx))
        return len(due)

    async def end_over(self) -> int:
        """End every referral whose time is over; give how many there were."""
        async with self.desk.open() as counter:
            over = await counter.tx.referrals.past_end(counter.now, BATCH)
            if over:
                await _end(counter, {one.id: _silent(one) for one in over})
        return len(over)


def _askable(catalogue: Catalogue, key: str, need: str) -> Service | None:
    """The service, when it is still there and it is safe to ask about it later."""
    entry = catalogue.by_key.get(key)
    return entry.service if entry and may_be_asked_about(entry.service, need) else None


def _may_agree(talk: Talk) -> bool:
    """Staff look things up for others, and who has left said that nothing may be kept."""
    return not is_staff(talk.person.role) and talk.person.stage != Stage.WITHDRAWN


def _refusal(talk: Talk) -> Notice:
    if is_staff(talk.person.role):
        return NotForYou()
    return ReferralNotKept(LEFT if talk.person.stage == Stage.WITHDRAWN else GONE)


def _sought(talk: Talk, catalogue: Catalogue, service: Service, need: str, place: str) -> Sought:
    """What a button carries: a word for a place, when it had room for one."""
    own = area_of(place, catalogue) or own_area(talk)
    return Sought(service.key, need if need in NEEDS else "", place_asked(service.areas, own))


def _offer(talk: Talk, service: Service, sought: Sought) -> ReferralOffer:
    at = ask_at(talk.now, talk.programme.zone).isoformat()
    return ReferralOffer(service.key, dict(service.name), sought.need, sought.area, at)


async def _keep(talk: Talk, sought: Sought) -> Referral:
    """The new referral, or the one that is open already."""
    known = await talk.tx.referrals.open_for(talk.person.id, sought.service)
    if known:
        return known
    times = (talk.now, ask_at(talk.now, talk.programme.zone), ends_at(talk.now))
    referral = new_referral(talk.person.id, sought, *times)
    await talk.tx.referrals.keep(referral)
    return referral


def _kept(referral: Referral, service: Service) -> ReferralKept:
    at = referral.ask_at.isoformat() if referral.ask_at else None
    return ReferralKept(referral.id, dict(service.name), at)


async def _ask(counter: Counter, due: Sequence[Referral], catalogue: Catalogue) -> None:
    people = await counter.tx.people.by_ids({one.person_id for one in due})
    unasked, asked, later = {}, [], []
    for one in due:
        service = _askable(catalogue, one.sought.service, one.sought.need)
        if service is None or not is_worth_asking(counter.now, one.ends_at):
            unasked[one.id] = _ending(one, Silence.NOT_ASKED)
        elif _is_there(people[one.person_id]):
            question = ReferralQuestion(one.id, dict(service.name))
            counter.tell(one.person_id, question, _subject(one.id))
            asked.append(one.id)
        else:
            later.append(one.id)
    await counter.tx.referrals.mark_asked(asked)
    again = ask_again_at(counter.now, counter.programme.zone)
    await counter.tx.referrals.ask_later(later, again)
    await _end(counter, unasked)


def _is_there(person: Person) -> bool:
    return person.paused_at is None and person.unreachable_at is None


def _silent(referral: Referral) -> Ending:
    """What it comes to when its time is over: what was said until then, or nothing."""
    silence = Silence.NOT_ASKED if referral.ask_at else Silence.NO_ANSWER
    return _ending(referral, referral.outcome or silence)


def _ending(referral: Referral, outcome: str, barrier: Barrier = Barrier.UNSAID) -> Ending:
    sought, said = referral.sought, "" if barrier is Barrier.UNSAID else str(barrier)
    return Ending(sought.service, sought.need, region_of(sought.area), str(outcome), said)


async def _end(counter: Counter, endings: Mapping[int, Ending]) -> None:
    """Erase referrals, by id, and every word of their letters; only the numbers stay."""
    if endings:
        await counter.tx.referrals.end(endings)
        await _forget_letters(counter, endings)


async def _forget_letters(counter: Counter, referral_ids: Iterable[int]) -> None:
    about = ([ReferralQuestion.kind], [_subject(one) for one in referral_ids])
    await counter.tx.forgetting.take_back(*about, counter.now)
    await counter.tx.forgetting.letters_about(*about)


async def _others(talk: Talk, catalogue: Catalogue, referral: Referral) -> ServicesFound | None:
    """What else there is for the same need at the same place; None when there is nothing."""
    sought = referral.sought
    entry = catalogue.by_key.get(sought.service)
    needs = (sought.need,) if sought.need else entry.service.needs if entry else ()
    if not needs:
        return None
    others = catalogue.without(sought.service)
    services = found(talk, others, await wish_of(talk, needs[0], sought.area))
    return services if services.services or services.towns else None


def _subject(referral_id: int) -> str:
    return f"referral:{referral_id}"
