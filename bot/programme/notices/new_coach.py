"""What goes with who works here: what they may read, and what the menu of their chat lists."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class MayRead(Notice):
    """Asked of a person: another coach has their question, and cannot read what they wrote."""

    kind = "may_read"
    exempt = True
    coach: str
    coach_id: int


@dataclass(frozen=True, slots=True)
class StaffCommands(Notice):
    """Not told: the menu of the chat lists what who works here can do, as long as they do."""

    kind = "staff_commands"
    exempt = True
    works_here: bool
