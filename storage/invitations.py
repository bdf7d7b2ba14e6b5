"""The one-time links by which coaches come in."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.sealing import Keys, Where
from storage.tables import InvitationRow


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whom a link was made for."""

    id: int
    role: str
    branch: str
    first_name: str
    person_id: int | None = None


class Invitations:
    """Questions to the table of invitations."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def add(self, token_hash: str, invitation: Invitation, made: datetime,
                  expires: datetime) -> None:  # fmt: skip
        """Keep an invitation under the hash of its token."""
        await self.connection.execute(
            insert(InvitationRow).values(
                id=invitation.id,
                token_hash=token_hash,
                role=invitation.role,
                branch=invitation.branch,
                first_name=self.keys.seal(invitation.first_name, _first_name(invitation.id)),
                person_id=invitation.person_id,
                made_at=made,
                expires_at=expires,
            )
        )

    async def use(self, token_hash: str, person_id: int, now: datetime) -> Invitation | None:
        """Use the invitation up, by compare-and-set; None when it is unknown, used or too old."""
        fresh = (
            InvitationRow.token_hash == token_hash,
            InvitationRow.used_at.is_(None),
            InvitationRow.expires_at > now,
        )
        used = await self.connection.execute(
            update(InvitationRow).where(*fresh).values(used_at=now, used_by=person_id)
        )
        if used.rowcount != 1:
            return None
        wanted = select(InvitationRow.__table__).where(InvitationRow.token_hash == token_hash)
        row = (await self.connection.execute(wanted)).one()
        first_name = self.keys.open(row.first_name, _first_name(row.id))
        return Invitation(row.id, row.role, row.branch, first_name, row.person_id)


def new_invitation(
    role: str, branch: str, first_name: str, person_id: int | None = None
) -> Invitation:
    """An invitation that is not stored yet; ``person_id`` is who takes part already."""
    return Invitation(new_id(), role, branch, first_name, person_id)


def _first_name(invitation_id: int) -> Where:
    return Where("invitations", "first_name", invitation_id)
