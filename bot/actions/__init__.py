"""What can be asked of the programme. Every door (chat, clock, command line) asks here."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.actions.barriers import Barriers
from bot.actions.cases import Cases
from bot.actions.check_ins import CheckIns
from bot.actions.desk import AlreadyHandled, Desk
from bot.actions.directory import Directory
from bot.actions.duos import Duos
from bot.actions.guide import Guide
from bot.actions.hand_over import HandOver
from bot.actions.invitations import Invitations
from bot.actions.keeping import Keeping
from bot.actions.languages import Languages
from bot.actions.outages import Outages
from bot.actions.pauses import Pauses
from bot.actions.privacy import Privacy
from bot.actions.proposals import Proposals
from bot.actions.reachability import Reachability
from bot.actions.referrals import Referrals
from bot.actions.registration import Registration
from bot.actions.samples import Samples
from bot.actions.services import Services
from bot.actions.signposts import Signposts
from bot.actions.upkeep import Upkeep
from bot.clock import Clock
from bot.programme.programme import Programme
from storage import Database

__all__ = ["Actions", "AlreadyHandled"]


@dataclass(frozen=True, slots=True)
class Actions:
    """Everything that can be asked, by theme."""

    barriers: Barriers
    cases: Cases
    check_ins: CheckIns
    directory: Directory
    duos: Duos
    guide: Guide
    hand_over: HandOver
    invitations: Invitations
    keeping: Keeping
    languages: Languages
    outages: Outages
    pauses: Pauses
    privacy: Privacy
    proposals: Proposals
    reachability: Reachability
    referrals: Referrals
    registration: Registration
    samples: Samples
    services: Services
    signposts: Signposts
    upkeep: Upkeep

    @classmethod
    def over(
        cls, database: Database, clock: Clock, programme: Programme, wake: Callable[[], None]
    ) -> "Actions":
        """All actions over one database; ``wake`` is called when letters wait for the courier."""
        desk = Desk(database, clock, programme, wake)
        directory = Directory(desk)
        signposts = Signposts(desk, directory)
        return cls(
            barriers=Barriers(desk, directory),
            cases=Cases(desk),
            check_ins=CheckIns(desk),
            directory=directory,
            duos=Duos(desk),
            guide=Guide(desk),
            hand_over=HandOver(desk, directory),
            invitations=Invitations(desk),
            keeping=Keeping(desk),
            languages=Languages(desk),
            outages=Outages(desk),
            pauses=Pauses(desk),
            privacy=Privacy(desk),
            proposals=Proposals(desk),
            reachability=Reachability(desk),
            referrals=Referrals(desk, directory),
            registration=Registration(desk, signposts),
            samples=Samples(desk),
            services=Services(desk, directory),
            signposts=signposts,
            upkeep=Upkeep(desk),
        )
