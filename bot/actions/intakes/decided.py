"""What became of a talk that is over: said again to who taps once more."""

from bot.actions.counter import Counter, Talk
from bot.actions.intakes.seats import whom
from bot.actions.standing_in.scope import is_off_telegram
from bot.programme.intakes.outcomes import Decision
from bot.programme.notices.intakes.coach import DecisionKept
from bot.programme.people import Role, is_staff
from bot.programme.road import Place, after_intake
from storage.intakes.booked import DONE, MISSED
from storage.people import Person


async def said_again(talk: Talk, intake_id: int) -> bool:
    """Say once more what was decided about this talk; False when nothing was, or nobody of the
    staff asks.
    """
    intake = await talk.tx.intakes.get(intake_id) if is_staff(talk.person.role) else None
    if intake is None or intake.is_open or intake.state not in (DONE, MISSED):
        return False
    decided = MISSED if intake.state == MISSED else str(intake.outcome.decision or "")
    if not decided:
        return False
    if person := await whom(talk, intake.person_id):
        talk.replace(kept(talk, person, decided))
    return True


def kept(counter: Counter, person: Person, decided: str) -> DecisionKept:
    """The confirmation of a decision."""
    trained_first = decided == Decision.GO_ON and trains(counter, person)
    by_phone = is_off_telegram(person)
    return DecisionKept(person.first_name, decided, person.id, trained_first, by_phone)


def trains(counter: Counter, person: Person) -> bool:
    """Whether the training of mentors comes next for this person."""
    return next_place(counter, person) is Place.TRAINING


def next_place(counter: Counter, person: Person) -> Place:
    """Where the road goes on."""
    has_training = bool(counter.programme.training.keys)
    return after_intake(person.role or Role.MENTEE, has_training=has_training)
