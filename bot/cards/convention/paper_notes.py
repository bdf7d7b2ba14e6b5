"""Signing on paper: the coach prints the page, and notes the day; the person hears of it."""

from collections.abc import Iterable
from datetime import date

from bot.cards.buttons import Place
from bot.cards.calendar import short_moment, wall_day
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.cards.convention.buttons import (
    ConventionTap,
    FirstStep,
    FirstTap,
    FollowStep,
    FollowTap,
    PaperDayTap,
    PartTap,
    SignStep,
)
from bot.cards.off_telegram.by_phone import to_call_line
from bot.cards.paper.press import can_print
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.notices.convention import ConfirmPaper, NotedOnPaper
from bot.programme.programme import Programme

DAYS_A_ROW = 2


def confirm_paper(notice: ConfirmPaper, speech: Speech, programme: Programme) -> Card:
    """Print it, have it signed with ink, then say on which day that was."""
    del programme
    name = {"name": notice.first_name}
    text = paragraphs(
        speech.say("The text is another one now. Please print it again.")
        if notice.changed
        else "",
        speech.say("{name} can sign here in Telegram too.", **name) if notice.in_telegram else "",
        speech.say("Did {name} sign with ink, and do you have the paper?", **name),
        speech.say("At the foot of the page stands: version {version}.", version=notice.version),
        speech.say("On which day did {name} sign?", **name),
        speech.say("I tell {name} that you noted it. {name} can say that it is not right.", **name)
        if notice.in_telegram
        else to_call_line(notice.first_name, speech),
    )
    back = FirstTap(step=FirstStep.SHOW, duo_id=notice.duo_id).pack()
    rows = one_a_row(*_print(notice, speech), Button(speech.button("Go back"), back))
    return Card(text, (*_days(notice, speech), *rows))


def noted_on_paper(notice: NotedOnPaper, speech: Speech, programme: Programme) -> Card:
    """What a coach noted about somebody, who may say that it is not so."""
    del programme
    day = wall_day(f"{notice.day}T00:00", speech)
    text = paragraphs(
        speech.say(
            "{coach} notes: you signed the agreement on paper, on {day}.",
            coach=notice.coach,
            day=day,
        ),
        speech.say("Is that right? Then you have to do nothing."),
    )
    wrong = ConventionTap(step=SignStep.OBJECT, duo_id=notice.duo_id).pack()
    return Card(
        text,
        one_a_row(
            Button(speech.button("Our agreement"), PartTap(duo_id=notice.duo_id).pack()),
            Button(speech.button("That is not right"), wrong),
            way(Place.MENU, speech),
        ),
    )


def _days(notice: ConfirmPaper, speech: Speech) -> tuple[tuple[Button, ...], ...]:
    taps = [
        Button(fitting(_label(number, day, speech)), _tap(notice, day))
        for number, day in enumerate(notice.days)
    ]
    return tuple(tuple(taps[at : at + DAYS_A_ROW]) for at in range(0, len(taps), DAYS_A_ROW))


def _label(number: int, day: str, speech: Speech) -> str:
    if number == 0:
        return speech.button("Today")
    return short_moment(f"{day}T00:00", speech).split(",")[0]


def _tap(notice: ConfirmPaper, day: str) -> str:
    return PaperDayTap(
        duo_id=notice.duo_id,
        person_id=notice.person_id,
        day=date.fromisoformat(day),
        mark=notice.mark,
    ).pack()


def _print(notice: ConfirmPaper, speech: Speech) -> Iterable[Button]:
    """Where nothing is printed here there is no such button."""
    tap = FollowTap(step=FollowStep.PRINT, duo_id=notice.duo_id, person_id=notice.person_id)
    if can_print():
        yield Button(speech.button("Print it first"), tap.pack())
