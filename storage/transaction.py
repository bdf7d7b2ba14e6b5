"""One transaction over everything remembered."""

from collections.abc import Callable
from contextlib import ExitStack

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.cases import Cases
from storage.check_ins import CheckIns
from storage.consents import Consents
from storage.directory import Directory
from storage.duos import Duos
from storage.forgetting import Forgetting
from storage.inbox import Inbox
from storage.installation import Installation
from storage.invitations import Invitations
from storage.keeping import Keeping
from storage.outages import Outages
from storage.outbox import Outbox
from storage.people import People
from storage.proposals import Proposals
from storage.referrals import Referrals
from storage.rhythms import Rhythms
from storage.sealing import Keys


class Transaction:
    """What is written here is written together, or not at all. Each table has its room."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys
        self.people = People(connection, keys)
        self.consents = Consents(connection)
        self.invitations = Invitations(connection, keys)
        self.duos = Duos(connection)
        self.rhythms = Rhythms(connection)
        self.check_ins = CheckIns(connection, keys)
        self.cases = Cases(connection)
        self.inbox = Inbox(connection, keys)
        self.outbox = Outbox(connection, keys)
        self.outages = Outages(connection)
        self.directory = Directory(connection)
        self.referrals = Referrals(connection, keys)
        self.keeping = Keeping(connection, keys)
        self.proposals = Proposals(connection)
        self.installation = Installation(connection, keys)
        self.forgetting = Forgetting(connection, keys)
        self._after_commit: list[Callable[[], None]] = []

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Call this once the commit has succeeded; never after a rollback. It must be quick."""
        self._after_commit.append(callback)

    def committed(self) -> None:
        """Run what waited for the commit, in order; one that fails does not stop the others."""
        with ExitStack() as stack:
            for callback in reversed(self._after_commit):
                stack.callback(callback)
