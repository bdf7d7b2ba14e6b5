"""The second factor of the staff: a code from an app, before what people wrote is shown."""

from datetime import datetime

from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.handing_over import of_that_name
from bot.actions.removing import take_out_secrets
from bot.actions.totp import address_of, new_secret
from bot.programme.letters import Lane
from bot.programme.notices import (
    AppForCodes,
    AskCode,
    CodesKey,
    CodesNews,
    CodesOffered,
    CodesPicture,
    CodesReset,
    CodesRest,
    CodeTaken,
    NotForYou,
)
from bot.programme.people import Visit, is_staff
from bot.programme.second_factor import (
    ASKED_FOR,
    is_fresh,
)
from storage.people import Person
from storage.second_factors import SecondFactor

RESET = "reset"


async def is_trusted(talk: Talk) -> bool:
    """Whether who stands here gave a code within the last 12 hours."""
    until = await talk.tx.second_factors.passed_until(talk.person.id)
    return until is not None and talk.now < until


async def ask_for_code(talk: Talk, case_id: int | None = None) -> None:
    """Ask for a code, or lead to setting up the app; ``case_id`` is what they want to read."""
    factors, person = talk.tx.second_factors, talk.person.id
    await factors.ask(person, talk.now + ASKED_FOR, case_id, talk.now)
    factor = await factors.of(person)
    if factor is None or factor.secret is None:
        talk.reply(CodesOffered())
    elif until := rests_until(factor, talk.now):
        talk.reply(CodesRest(until))
    else:
        talk.reply(AskCode())


class SecondFactors:
    """What the staff can do about their codes."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit) -> None:
        """Ask for a code, or say until when none is asked."""
        async with self.desk.serve(visit) as talk:
            if not is_staff(talk.person.role):
                talk.reply(NotForYou())
            elif await is_trusted(talk):
                await say_taken(talk)
            else:
                await ask_for_code(talk)

    async def name_apps(self, visit: Visit) -> None:
        """Say how to come by an app for codes."""
        async with self.desk.serve(visit) as talk:
            talk.reply(AppForCodes() if is_staff(talk.person.role) else NotForYou())

    async def give_key(self, visit: Visit) -> None:
        """Give a new secret as letters, for an app on the same phone."""
        async with self.desk.serve(visit) as talk:
            if secret := await _offer(talk):
                talk.reply(CodesKey(secret))

    async def give_picture(self, visit: Visit) -> None:
        """Give a new secret as a picture, for an app on another phone."""
        async with self.desk.serve(visit) as talk:
            if secret := await _offer(talk):
                house = talk.programme.name[talk.person.language]
                talk.reply(CodesPicture(address_of(secret, talk.person.first_name, house)))

    async def move(self, visit: Visit) -> None:
        """Move the codes to another phone, after a code."""
        async with self.desk.serve(visit) as talk:
            if await _may_set_up(talk):
                talk.reply(CodesOffered(again=True))

    async def kept_codes(self, visit: Visit) -> None:
        """The codes are on paper: they leave the chat, and the way goes on."""
        async with self.desk.serve(visit) as talk:
            if not is_staff(talk.person.role):
                talk.reply(NotForYou())
                return
            await take_out_secrets(talk, talk.person.id, f"kept:{talk.visit.update_id}")
            if await is_trusted(talk):
                await say_taken(talk)
            else:
                await ask_for_code(talk)

    async def reset(self, first_name: str, branch: str | None) -> Person:
        """Forget the codes of one of the staff, who hears of it and sets them up anew. Raises
        NobodyOfThatName.
        """
        async with self.desk.open() as counter:
            person = await of_that_name(counter, first_name, branch)
            await counter.tx.second_factors.forget(person.id)
            moment = f"reset:{counter.now:%Y%m%d%H%M%S%f}"
            await take_out_secrets(counter, person.id, moment)
            subject = f"codes:{person.id}"
            counter.tell(person.id, CodesReset(), subject, moment, lane=Lane.REPLY)
            await tell_coordinators(counter, person, RESET)
        return person


async def say_taken(talk: Talk, codes_left: int | None = None) -> None:
    factor = await talk.tx.second_factors.of(talk.person.id)
    if factor and factor.passed_until:
        until = factor.passed_until.isoformat()
        talk.reply(CodeTaken(until, factor.asked_about, codes_left))


def rests_until(factor: SecondFactor, now: datetime) -> str | None:
    until = factor.blocked_until
    return until.isoformat() if until is not None and now < until else None


async def _may_set_up(talk: Talk) -> bool:
    """Whether who stands here may set up codes; who has some needs to have given one just now."""
    if not is_staff(talk.person.role):
        talk.reply(NotForYou())
        return False
    factor = await talk.tx.second_factors.of(talk.person.id)
    is_allowed = not (factor and factor.secret) or is_fresh(factor.passed_until, talk.now)
    if not is_allowed:
        await ask_for_code(talk)
    return is_allowed


async def _offer(talk: Talk) -> str | None:
    """A new secret; None for who may not have one."""
    if not await _may_set_up(talk):
        return None
    secret, until = new_secret(), talk.now + ASKED_FOR
    await talk.tx.second_factors.offer(talk.person.id, secret, until, talk.now)
    return secret


async def tell_coordinators(counter: Counter, person: Person, what: str) -> None:
    """Somebody who finds a phone must not be the only one who knows."""
    moment = f"{counter.now:%Y%m%d%H%M%S%f}"
    for one in await counter.tx.people.coordinators(person.branch):
        if one.id != person.id:
            news = CodesNews(person.first_name, what)
            subject = f"codes:{person.id}"
            counter.tell(one.id, news, subject, f"to:{one.id}:{moment}", lane=Lane.REPLY)
