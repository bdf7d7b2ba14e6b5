"""What becomes of the sessions of a coach who hands over or leaves."""

from bot.actions.counter import Counter
from bot.actions.seats.seating import stamp
from bot.actions.seats.telling import told_session
from bot.programme.notices.session_staff import SessionsReceived
from storage.people import Person


async def inherit(counter: Counter, old: Person, heir: Person) -> None:
    """What a colleague would have held, the heir holds."""
    sessions = await counter.tx.sessions.hand_over(old.id, heir.id, counter.now)
    if sessions:
        told = tuple(told_session(counter, one).facts() for one in sessions)
        notice = SessionsReceived(old.first_name, told)
        counter.tell(heir.id, notice, f"sessions:{heir.id}", stamp(counter))
