"""Entering somebody who is not on Telegram, and bringing them there later."""

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.invitations import new_link
from bot.actions.standing_in.on_behalf import begin_for
from bot.actions.standing_in.scope import is_theirs
from bot.actions.whereabouts import show_whereabouts
from bot.programme.notices import NotForYou
from bot.programme.notices.work import (
    EnterSomebody,
    LinkToTelegram,
    NotEntered,
    ReadPrivacy,
)
from bot.programme.people import Stage, Visit, is_staff
from bot.programme.registration import Question
from storage.entered import Newcomer
from storage.ids import new_id
from storage.invitations import new_invitation
from storage.people import Person
from storage.roster import whole_name

PHONE, PAPER = "phone", "paper"


class Entering:
    """How a coach brings somebody in by phone or on paper."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def begin(self, visit: Visit) -> None:
        """Ask in which language; nothing is kept yet."""
        async with self.desk.serve(visit) as talk:
            talk.reply(EnterSomebody() if is_staff(talk.person.role) else NotForYou())

    async def choose_language(self, visit: Visit, language: str) -> None:
        """Show what is to be read out before anything is kept."""
        async with self.desk.serve(visit) as talk:
            may = is_staff(talk.person.role) and language in talk.programme.languages
            talk.replace(ReadPrivacy(new_id(), language) if may else NotForYou())

    async def agree(self, visit: Visit, new: int, language: str, channel: str) -> None:
        """Keep the person when they agreed, and go on with the questions in their place."""
        async with self.desk.serve(visit) as talk:
            if not is_staff(talk.person.role) or language not in talk.programme.languages:
                talk.replace(NotForYou())
            elif channel not in {PHONE, PAPER}:
                talk.replace(NotEntered())
            elif person := await _entered(talk, new, language, channel):
                await begin_for(talk, person)
                show_whereabouts(talk)
            else:
                talk.replace(NotForYou())

    async def make_link(self, visit: Visit, person_id: int) -> None:
        """A one-time link by which the person comes in on their own phone."""
        async with self.desk.serve(visit) as talk:
            person = (await talk.tx.people.by_ids([person_id])).get(person_id)
            if person is None or not await _may_link(talk, person):
                talk.reply(NotForYou())
                return
            name = whole_name(person.answers)
            place = (str(person.role or ""), str(person.branch or person.entered_in))
            token = await new_link(talk, new_invitation(*place, name, person.id))
            talk.reply(LinkToTelegram(name, token))


async def _entered(talk: Talk, new: int, language: str, channel: str) -> Person | None:
    """The person as they are kept from now on; the second tap finds the same one."""
    version, coach = talk.programme.privacy_version, talk.person
    answers: dict[str, str] = {Question.LANGUAGE: language, Question.CONSENT: version}
    newcomer = Newcomer(new, language, Stage.ARRIVING, answers, channel, coach.id, coach.branch)
    if await talk.tx.entered.take_in(newcomer, talk.now):
        await talk.tx.consents.give(
            new, version, language, talk.now, channel=channel, taken_by=coach.id
        )
    person = await talk.tx.people.get(new)
    is_entered = person.telegram_id is None and await is_theirs(talk, coach, person)
    return person if is_entered else None


async def _may_link(talk: Talk, person: Person) -> bool:
    waits = person.telegram_id is None and person.stage != Stage.WITHDRAWN
    return waits and await is_theirs(talk, talk.person, person)
