"""The codes of the staff: setting them up step by step, asking for one, and paper for bad days."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.cards.buttons import CaseStep, CaseTap, Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.enclosures import QrCode
from bot.cards.ways import way
from bot.i18n import Speech
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
    Notice,
    RecoveryCodes,
    Removal,
)
from bot.programme.programme import Programme

# Letters of the key that stand together, so that it can be typed from another screen.
TOGETHER = 4


def codes_offered(notice: CodesOffered, speech: Speech, programme: Programme) -> Card:
    """Why, and the one question that decides how to go on."""
    del programme
    if notice.again:
        why = speech.say("You can move your codes to another app or phone.")
    else:
        why = paragraphs(
            speech.say("What people write to you is private. I ask you for a code first."),
            speech.say("An app makes that code for you. You set it up once."),
        )
    where = speech.say("On which phone is the app, or will it be?")
    places = (Place.CODES_HERE, Place.CODES_ELSEWHERE, Place.CODES_APP, Place.MENU)
    return Card(paragraphs(why, where), one_a_row(*(way(one, speech) for one in places)))


def app_for_codes(notice: AppForCodes, speech: Speech, programme: Programme) -> Card:
    """How to come by an app, and who can help."""
    del notice, programme
    steps = _numbered(
        speech.say("Open the shop for apps on your phone."),
        speech.say("Look for “2FAS” or “Google Authenticator”. Both are free."),
        speech.say("Put one of them on your phone."),
    )
    then = speech.say("Then come back here. A colleague can help you with it.")
    places = (Place.CODES_HERE, Place.CODES_ELSEWHERE, Place.MENU)
    return Card(paragraphs(steps, then), one_a_row(*(way(one, speech) for one in places)))


def codes_key(notice: CodesKey, speech: Speech, programme: Programme) -> Card:
    """The key to copy, and what to do with it."""
    steps = _numbered(
        speech.say("Tap “Copy the key” below."),
        speech.say("Open the app. Tap the plus. Choose to type a key yourself."),
        speech.say("Paste the key. As a name, write: {name}", name=_name(speech, programme)),
        speech.say("The app shows six digits. Write them here."),
    )
    letters = range(0, len(notice.secret), TOGETHER)
    key = " ".join(notice.secret[one : one + TOGETHER] for one in letters)
    text = paragraphs(steps, f"{speech.say('This is the key:')}\n{key}", _secret(speech))
    copy = Button(speech.button("Copy the key"), copies=notice.secret)
    ways = (way(one, speech) for one in (Place.CODES_ELSEWHERE, Place.MENU))
    return Card(text, one_a_row(copy, *ways))


def codes_picture(notice: CodesPicture, speech: Speech, programme: Programme) -> Card:
    """The same for an app on another phone, which looks at the picture."""
    del programme
    steps = _numbered(
        speech.say("Open the app on the other phone. Tap the plus."),
        speech.say("Hold that phone in front of this picture."),
        speech.say("The app shows six digits. Write them here."),
    )
    otherwise = speech.say("The picture does not work now. Tap “On this phone” for a key to type.")
    ways = one_a_row(way(Place.CODES_HERE, speech), way(Place.MENU, speech))
    square = QrCode("codes.png", notice.address)
    return Card(paragraphs(steps, _secret(speech)), ways, enclosure=square, otherwise=otherwise)


def recovery_codes(notice: RecoveryCodes, speech: Speech, programme: Programme) -> Card:
    """For the day on which the phone is gone; then they leave the chat."""
    del programme
    text = paragraphs(
        speech.say("It works. Now one more thing."),
        speech.say("Write these codes on paper. You need them when your phone is lost."),
        "\n".join(notice.codes),
        speech.say("Each code works once. Do not keep the paper with your phone."),
        speech.say("In half an hour this message goes away."),
    )
    return Card(text, one_a_row(way(Place.CODES_KEPT, speech)))


def ask_code(notice: AskCode, speech: Speech, programme: Programme) -> Card:
    """Which code is it, and what to do without the app."""
    if notice.problem == "new_wrong":
        return _new_wrong(speech)
    if notice.problem == "not_asked":
        return _not_asked(speech)
    problems = {
        "": "",
        "wrong": speech.say("That code is not right."),
        "used": speech.say("You used that code already. Wait for the next one."),
        "not_six": speech.say("A code has six digits."),
    }
    text = paragraphs(
        problems[notice.problem],
        speech.say("Open your app for codes. Look for {name}.", name=_name(speech, programme)),
        speech.say("Which six digits do you see? Write them here."),
        speech.say("Is the app gone? Then write one of your codes on paper."),
        speech.say("Is the paper gone too? Ask the office. They let you start again."),
    )
    return Card(text, one_a_row(way(Place.MENU, speech)))


def _new_wrong(speech: Speech) -> Card:
    """Who sets up the app has no paper yet; most often the clock of the phone is not right."""
    text = paragraphs(
        speech.say("That code is not right."),
        speech.say("Is the time on your phone right? Wait for the next six digits."),
        speech.say("Write them here. It still fails? Tap “My codes” and start again."),
    )
    return Card(text, one_a_row(way(Place.CODES, speech), way(Place.MENU, speech)))


def _not_asked(speech: Speech) -> Card:
    """Digits that nobody asked for may be a code, which is for nobody else."""
    text = paragraphs(
        speech.say("This may be a code of yours. I pass it on to nobody."),
        speech.say("Is it something else? Write it again, with a word before it."),
    )
    return Card(text, one_a_row(way(Place.CODES, speech), way(Place.MENU, speech)))


def codes_rest(notice: CodesRest, speech: Speech, programme: Programme) -> Card:
    """Nobody may try for ever."""
    until = _moment(notice.until, speech, programme)
    text = paragraphs(
        speech.say("There were too many wrong codes."),
        speech.say("You can try again from {moment}.", moment=until),
        speech.say("Was it not you? Then tell the office now."),
        speech.say("Everything else works without a code."),
    )
    return Card(text, one_a_row(way(Place.MENU, speech)))


def code_taken(notice: CodeTaken, speech: Speech, programme: Programme) -> Card:
    """Until when there is peace, and the way back to what they wanted to read."""
    until = _moment(notice.until, speech, programme)
    text = paragraphs(
        speech.say("Thank you. I do not ask for a code until {moment}.", moment=until),
        _paper(notice.codes_left, speech),
        speech.say("Do you leave your phone alone? Write /hide. Then I ask for a code again."),
    )
    ways = (way(one, speech) for one in (Place.CODES_NEW, Place.MENU))
    return Card(text, one_a_row(*_what_was_wanted(notice, speech), *ways))


def codes_reset(notice: CodesReset, speech: Speech, programme: Programme) -> Card:
    """To the coach, since a thief may have asked for it."""
    del notice, programme
    text = paragraphs(
        speech.say("The office has ended your old codes."),
        speech.say("Set up the app again before you read messages."),
        speech.say("Did you not ask for this? Then tell the office now."),
    )
    return Card(text, one_a_row(way(Place.CODES, speech), way(Place.MENU, speech)))


def codes_news(notice: CodesNews, speech: Speech, programme: Programme) -> Card:
    """To a coordinator: a moment to ask whether it was really them."""
    del programme
    name = notice.name
    news = {
        "made": speech.say("{name} has set up an app for codes.", name=name),
        "blocked": speech.say("Somebody wrote wrong codes in the name of {name}.", name=name),
        "reset": speech.say("The office has ended the old codes of {name}.", name=name),
    }
    ask = speech.say("Please ask {name} if that is right.", name=name)
    lost = speech.say("Is the phone lost? Then ask who runs the bot to end the codes.")
    return Card(paragraphs(news[notice.what], ask, lost), one_a_row(way(Place.MENU, speech)))


def removal(notice: Removal, speech: Speech, programme: Programme) -> Card:
    """What stands in the place of a message that Telegram does not take away."""
    del programme
    text = speech.say("This message is gone. I do not keep such messages for long.")
    return Card(text, removes=notice.messages, empties=notice.late)


def _what_was_wanted(notice: CodeTaken, speech: Speech) -> tuple[Button, ...]:
    if notice.case_id is None:
        return ()
    data = CaseTap(case_id=notice.case_id, step=CaseStep.READ).pack()
    return (Button(speech.button("Read"), data),)


def _numbered(*steps: str) -> str:
    return "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))


def _name(speech: Speech, programme: Programme) -> str:
    """Under which name the app shows the codes."""
    return programme.name[speech.language]


def _secret(speech: Speech) -> str:
    return speech.say("Show this to nobody. In half an hour it goes away.")


def _paper(left: int | None, speech: Speech) -> str:
    """After a code from paper: how many there are still, and how to make new ones."""
    if left is None:
        return ""
    count = speech.say_many(
        "You have {count} code left on paper.", "You have {count} codes left on paper.", left
    )
    return paragraphs(count, speech.say("Is your phone lost? Tap “New phone” now."))


def _moment(instant: str, speech: Speech, programme: Programme) -> str:
    return speech.day_and_time(datetime.fromisoformat(instant), programme.zone)


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    AppForCodes: app_for_codes,
    AskCode: ask_code,
    CodeTaken: code_taken,
    CodesKey: codes_key,
    CodesNews: codes_news,
    CodesOffered: codes_offered,
    CodesPicture: codes_picture,
    CodesReset: codes_reset,
    CodesRest: codes_rest,
    RecoveryCodes: recovery_codes,
    Removal: removal,
}
