"""The privacy text, and taking back one's consent."""

from bot.actions.cases import close_with_duo
from bot.actions.desk import Desk, Talk
from bot.programme.letters import Lane
from bot.programme.notices import (
    DuoEnded,
    PrivacyText,
    SomebodyLeft,
    Withdrawn,
    WithdrawQuestion,
)
from bot.programme.people import Role, Stage, Visit
from bot.programme.registration import Question


class Privacy:
    """What a person can do about what is known of them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit) -> None:
        """Show the text, and to who agreed, the way back."""
        async with self.desk.serve(visit) as talk:
            talk.reply(PrivacyText(agreed=_agreed(talk)))

    async def ask_to_withdraw(self, visit: Visit) -> None:
        """Ask once whether the person is sure, since the answers will be gone."""
        async with self.desk.serve(visit) as talk:
            if not _agreed(talk):
                talk.replace(PrivacyText(agreed=False))
                return
            duo = await talk.tx.duos.of(talk.person.id)
            talk.replace(WithdrawQuestion(in_duo=duo is not None))

    async def withdraw(self, visit: Visit) -> None:
        """Take the consent back: answers are deleted, a duo ends, nothing more is sent."""
        async with self.desk.serve(visit) as talk:
            if _agreed(talk):
                await _end_duo(talk)
                await talk.tx.consents.withdraw(talk.person.id, talk.now)
                await talk.tx.outbox.drop(talk.person.id, tuple(Lane), talk.now)
                await _forget(talk)
            gone = talk.person.stage == Stage.WITHDRAWN
            talk.replace(Withdrawn() if gone else PrivacyText(agreed=False))

    async def keep(self, visit: Visit) -> None:
        """The person thinks better of it."""
        async with self.desk.serve(visit) as talk:
            talk.replace(PrivacyText(agreed=_agreed(talk)))


def _agreed(talk: Talk) -> bool:
    return Question.CONSENT in talk.person.answers and talk.person.role != Role.COACH


async def _forget(talk: Talk) -> None:
    """Keep only the language, so that the last message can be read."""
    await talk.save(
        answers={Question.LANGUAGE: talk.person.language},
        asking=None,
        stage=Stage.WITHDRAWN,
        role=None,
        branch=None,
        registered_at=None,
        paused_at=None,
    )


async def _end_duo(talk: Talk) -> None:
    """The duo cannot go on; coach and partner hear it, without a reason."""
    duo = await talk.tx.duos.of(talk.person.id)
    if duo is None:
        return
    await talk.tx.duos.end(duo.id, talk.now)
    await talk.tx.check_ins.close_open_weeks(duo.id)
    await close_with_duo(talk, duo.id)
    partner = await talk.tx.people.get(duo.partner_of(talk.person.id))
    subject = f"duo:{duo.id}"
    talk.tell_by_day(partner.id, DuoEnded(), subject)
    news = SomebodyLeft(str(talk.person.role), partner.first_name)
    talk.tell_by_day(duo.coach_id, news, subject)
