"""What follows when it is known who was at a session, or was not."""

from collections.abc import Sequence
from datetime import timedelta

from bot.actions.counter import Counter
from bot.actions.road import move
from bot.actions.seats.seating import hold_for, stamp, subject_of, take_back, unseat
from bot.actions.seats.telling import coming, dates_of, languages_of, told_session, told_to
from bot.actions.trained import is_trained
from bot.programme.letters import Lane
from bot.programme.notices.training import ModuleMissed, TrainingDone
from bot.programme.road import Place
from bot.programme.sessions.choosing import fitting, next_of
from bot.programme.training.guard import SLIP
from bot.programme.training.settings import INFO
from storage.people import Person
from storage.seats import Seat, SeatState
from storage.sessions import Session

# A coach whose finger slipped puts it right before anybody reads of it.
A_SLIP = timedelta(minutes=30)
# Why somebody goes on who did all of the training.
TRAINED = "trained"


async def was_there(counter: Counter, session: Session, person: Person, by: int | None) -> bool:
    """Note that somebody was there, also without a seat; False when that is known."""
    seat = await counter.tx.seats.find(session.id, person.id)
    seat = seat or await counter.tx.seats.take(session, person.id, counter.now)
    if seat.state == SeatState.ATTENDED:
        return False
    await take_back(counter, [seat])
    await counter.tx.seats.settle(seat, SeatState.ATTENDED, counter.now)
    if session.what != INFO:
        await _let_go_kept(counter, session, person)
        await go_on_when_trained(counter, person, by=by)
    return True


async def was_not_there(counter: Counter, session: Session, seat: Seat, by: int | None) -> bool:
    """Note that somebody who had a seat did not come. Of a module the next date is offered; who
    was ready only because it was said that they were there is so no more.
    """
    if seat.state == SeatState.MISSED:
        return False
    await counter.tx.seats.settle(seat, SeatState.MISSED, counter.now)
    await take_back(counter, [seat])
    if session.what != INFO:
        person = await counter.tx.people.get(seat.person_id)
        if seat.state == SeatState.ATTENDED:
            await _back_to_training(counter, person, by)
        ahead = await coming(counter, session.branch)
        dates = [one for one in ahead if one.what == session.what]
        if not await _has_another(counter, session, person, dates):
            await _offer_next(counter, session, seat, person, dates)
    return True


async def go_on_when_trained(
    counter: Counter, person: Person, *, by: int | None, excepted: bool = False
) -> None:
    """Who has done the training, or need not, can be matched from now on, and hears it."""
    if person.road != Place.TRAINING or not await is_trained(counter, person):
        return
    why = "excepted" if excepted else TRAINED
    await move(counter, person, Place.READY, by=by, why=why)
    counter.plan(
        person.id, TrainingDone(excepted), _done(person), stamp(counter),
        due=counter.by_day(counter.now), lane=Lane.REPLY,
    )  # fmt: skip


async def _back_to_training(counter: Counter, person: Person, by: int | None) -> None:
    """Take back the step to a match that a slip of the finger made; not from who is proposed."""
    steps = await counter.tx.road.steps_of(person.id)
    last = (steps[-1].origin, steps[-1].goal, steps[-1].why) if steps else None
    if person.road != Place.READY or last != (Place.TRAINING, Place.READY, TRAINED):
        return
    if not await is_trained(counter, person, but_last=True):
        await counter.tx.forgetting.take_back([TrainingDone.kind], [_done(person)], counter.now)
        await move(counter, person, Place.TRAINING, by=by, why=SLIP)


async def _offer_next(
    counter: Counter, session: Session, seat: Seat, person: Person, dates: Sequence[Session]
) -> None:
    """Keep a seat at the next date that fits; without one they hear when there is."""
    following = await _next_date(counter, session, person, dates)
    kept = following and await hold_for(counter, following, person, later=A_SLIP)
    told = told_session(counter, session).facts()
    later = counter.now + A_SLIP
    if not following or not kept:
        await counter.tx.seats.wish(person.id, session.what, counter.now)
        notice, due, until = ModuleMissed(told), counter.by_day(later), None
    else:
        until = kept[1].until
        notice = ModuleMissed(told, told_session(counter, following).facts(), until.isoformat())
        due = kept[1].told_at
    counter.plan(
        person.id, notice, subject_of(seat), stamp(counter), due=due, expires=until,
        lane=Lane.REPLY,
    )  # fmt: skip


async def _has_another(
    counter: Counter, session: Session, person: Person, dates: Sequence[Session]
) -> bool:
    """Whether they have a seat at another date of the same module, or wait for one: it stays."""
    others = {one.id for one in dates if one.id != session.id}
    own = await counter.tx.seats.coming_of(person.id, counter.now)
    return any(one.session_id in others for one in own)


async def _next_date(
    counter: Counter, session: Session, person: Person, dates: Sequence[Session]
) -> Session | None:
    told = dates_of(await told_to(counter, dates, person))
    found = next_of(session.what, fitting(told, languages_of(person), counter.now), ())
    return await counter.tx.sessions.hold(found.id) if found else None


async def _let_go_kept(counter: Counter, session: Session, person: Person) -> None:
    """What was kept for them at a later date of the same module they need no more."""
    for one in await counter.tx.seats.coming_of(person.id, counter.now):
        other = await counter.tx.sessions.hold(one.session_id)
        if other and other.what == session.what and one.state == SeatState.HELD:
            await unseat(counter, other, one)


def _done(person: Person) -> str:
    """What the letter is about that says that the training is done."""
    return f"trained:{person.id}"
