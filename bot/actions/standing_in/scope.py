"""Whom somebody of the staff works with: a coach with a branch, a coordinator with a region."""

from bot.actions.counter import Counter
from bot.programme.people import Role, is_staff
from storage.calls import Whose
from storage.people import Person


def whose(counter: Counter, staff: Person) -> Whose:
    """The branches of somebody of the staff: their own; of a coordinator, those of the region."""
    own = counter.programme.branch(str(staff.branch))
    if staff.role != Role.COORDINATOR or own is None:
        return Whose(staff.id, (str(staff.branch),))
    near = (one.key for one in counter.programme.branches if one.region == own.region)
    return Whose(staff.id, tuple(near))


def is_off_telegram(person: Person) -> bool:
    """Whether what would be sent to this person is said on the phone."""
    return person.telegram_id is None


def names_to_call(*people: Person) -> tuple[str, ...]:
    """Who of these is called, by name."""
    return tuple(one.first_name for one in people if is_off_telegram(one))


async def is_theirs(counter: Counter, staff: Person, person: Person) -> bool:
    """Whether this colleague works with that mentee or mentor."""
    if not is_staff(staff.role) or is_staff(person.role):
        return False
    if (person.branch or person.entered_in) in whose(counter, staff).branches:
        return True
    duo = await counter.tx.duos.of(person.id)
    return duo is not None and duo.coach_id == staff.id
