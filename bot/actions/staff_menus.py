"""The menu of commands in the chat of who works here, which is not the one of everybody."""

from bot.actions.counter import Counter
from bot.programme.letters import Lane
from bot.programme.notices.new_coach import StaffCommands
from bot.programme.people import is_staff
from storage.ids import new_id
from storage.people import Person


def list_commands(counter: Counter, person: Person) -> None:
    """List what this person can do now, in the language they read; a letter that is not shown."""
    listed = StaffCommands(is_staff(person.role))
    counter.tell(person.id, listed, f"commands:{person.id}", f"{new_id()}", lane=Lane.REPLY)
