"""The app of somebody of the staff, as their phone has it, and how they set it up."""

from datetime import timedelta

from pyotp import TOTP

from tests.conversations import House, Someone
from tests.handlers.arrivals import taps_old

NOTHING_LATER = timedelta()


def key_shown(coach: Someone) -> str:
    """The key that the newest button for it copies."""
    copied = [
        button["copy_text"]["text"]
        for message in coach.messages
        for row in (message.get("reply_markup") or {}).get("inline_keyboard", [])
        for button in row
        if "copy_text" in button
    ]
    return str(copied[-1])


def code_now(house: House, secret: str, later: timedelta = NOTHING_LATER) -> str:
    """What the app shows at that moment."""
    return TOTP(secret).at(house.telegram.clock.now() + later)


def wrong_code(house: House, secret: str) -> str:
    """Six digits that are no code of these minutes."""
    near = {code_now(house, secret, timedelta(seconds=late)) for late in (-30, 0, 30)}
    return next(one for one in ("111111", "222222", "333333", "444444") if one not in near)


async def writes(person: Someone, text: str) -> str:
    """What the bot says last when this was written, which may be gone from the chat."""
    await person.says(text)
    return person.last


async def sets_up(house: House, coach: Someone) -> tuple[str, list[str]]:
    """Set up the codes with an app on the same phone; gives the secret and the codes on paper."""
    await coach.says("/code")
    await coach.taps("On this phone")
    secret = key_shown(coach)
    said = await writes(coach, code_now(house, secret))
    paper = [line for line in said.splitlines() if len(line) == 11 and line[5] == "-"]
    await coach.taps("I wrote them down")
    return secret, paper


async def loses_a_phone(house: House, coach: Someone) -> None:
    """Codes from the first to the last: an app, wrong ones, paper, a new phone, and hiding all."""
    await coach.says("/code")
    await coach.taps("Which app?")
    secret, paper = await sets_up(house, coach)
    await coach.says("/hide")
    await coach.says("/code")
    for _ in range(5):
        await coach.says(wrong_code(house, secret))
    await house.pass_by(minutes=16)
    await coach.says(paper[0])
    await coach.taps("New phone")
    await taps_old(coach, "go:codes_elsewhere")
    await house.pass_by(minutes=31)
    await house.app.actions.hiding.remove_due()
    await house.app.actions.second_factors.reset("Els", None)
    await house.settle()
