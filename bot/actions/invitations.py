"""Bringing coaches and coordinators in by a link that works once."""

import hashlib
import secrets
from datetime import timedelta

from bot.actions.caseloads import adopt
from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.joining import come_to_telegram
from bot.actions.open_cases import bring_waiting_cases
from bot.actions.staff_menus import list_commands
from bot.actions.whereabouts import show_whereabouts
from bot.programme.letters import Lane
from bot.programme.notices import CoachWelcome, InvitationRefused
from bot.programme.people import Role, Stage, Visit
from bot.programme.registration import Question
from storage.invitations import Invitation, new_invitation

TOKEN_BYTES = 16
VALID_FOR = timedelta(hours=72)


class UnknownBranch(Exception):
    """The programme has no branch of that name."""


class Invitations:
    """How coaches and coordinators come in."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def invite_coach(self, first_name: str, branch: str) -> str:
        """Make a one-time token for a coach; see ``_invite``."""
        return await self._invite(Role.COACH, first_name, branch)

    async def invite_coordinator(self, first_name: str, branch: str) -> str:
        """Make a one-time token for a coordinator; see ``_invite``."""
        return await self._invite(Role.COORDINATOR, first_name, branch)

    async def _invite(self, role: Role, first_name: str, branch: str) -> str:
        """Make a token of 128 bits; only its hash is stored. Raises UnknownBranch."""
        if self.desk.programme.branch(branch) is None:
            known = ", ".join(one.key for one in self.desk.programme.branches)
            raise UnknownBranch(f"The programme has no branch {branch}. It has: {known}.")
        async with self.desk.open() as counter:
            return await new_link(counter, new_invitation(role, branch, first_name))

    async def accept(self, visit: Visit, token: str) -> None:
        """Come in by a link. A used, old or unknown one is refused in the same words."""
        async with self.desk.serve(visit) as talk:
            if talk.person.role is not None:
                talk.reply(InvitationRefused("role"))
                show_whereabouts(talk)
                return
            used = await talk.tx.invitations.use(_hashed(token), talk.person.id, talk.now)
            if used is None:
                talk.reply(InvitationRefused("link"))
                show_whereabouts(talk)
            elif used.person_id is not None:
                await come_to_telegram(talk, used.person_id)
            else:
                await _come_in(talk, used)


async def new_link(counter: Counter, invitation: Invitation) -> str:
    """Keep an invitation, and give the token that opens it."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    expires = counter.now + VALID_FOR
    await counter.tx.invitations.add(_hashed(token), invitation, counter.now, expires)
    return token


async def _come_in(talk: Talk, invitation: Invitation) -> None:
    answers = {
        Question.LANGUAGE: talk.person.language,
        Question.FIRST_NAME: invitation.first_name,
        Question.BRANCH: invitation.branch,
    }
    await talk.save(
        role=invitation.role,
        branch=invitation.branch,
        answers=answers,
        asking=None,
        stage=Stage.REGISTERED,
        registered_at=talk.now,
        paused_at=None,
    )
    # Cases go before replies, and a welcome comes before cases.
    welcome = CoachWelcome(invitation.first_name, invitation.branch, invitation.role)
    talk.tell(talk.person.id, welcome, f"invitation:{invitation.id}", lane=Lane.CASE)
    list_commands(talk, talk.person)
    await adopt(talk, talk.person)
    await bring_waiting_cases(talk, talk.person)


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
