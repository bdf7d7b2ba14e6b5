"""What can be asked of the programme. Every door (chat, clock, command line) asks here."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.actions.cases import Cases
from bot.actions.check_ins import CheckIns
from bot.actions.desk import AlreadyHandled, Desk
from bot.actions.duos import Duos
from bot.actions.guide import Guide
from bot.actions.invitations import Invitations
from bot.actions.languages import Languages
from bot.actions.outages import Outages
from bot.actions.pauses import Pauses
from bot.actions.privacy import Privacy
from bot.actions.reachability import Reachability
from bot.actions.registration import Registration
from bot.actions.samples import Samples
from bot.actions.upkeep import Upkeep
from bot.clock import Clock
from bot.programme.programme import Programme
from storage import Database

__all__ = ["Actions", "AlreadyHandled"]


@dataclass(frozen=True, slots=True)
class Actions:
    """Everything that can be asked, by theme."""

    cases: Cases
    check_ins: CheckIns
    duos: Duos
    guide: Guide
    invitations: Invitations
    languages: Languages
    outages: Outages
    pauses: Pauses
    privacy: Privacy
    reachability: Reachability
    registration: Registration
    samples: Samples
    upkeep: Upkeep

    @classmethod
    def over(
        cls, database: Database, clock: Clock, programme: Programme, wake: Callable[[], None]
    ) -> "Actions":
        """All actions over one database; ``wake`` is called when letters wait for the courier."""
        desk = Desk(database, clock, programme, wake)
        return cls(
            cases=Cases(desk),
            check_ins=CheckIns(desk),
            duos=Duos(desk),
            guide=Guide(desk),
            invitations=Invitations(desk),
            languages=Languages(desk),
            outages=Outages(desk),
            pauses=Pauses(desk),
            privacy=Privacy(desk),
            reachability=Reachability(desk),
            registration=Registration(desk),
            samples=Samples(desk),
            upkeep=Upkeep(desk),
        )
