"""The words of a rehearsal's page: what stands around the messages that people would get."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.cards.ways import LANGUAGE_NAMES, role_name
from bot.i18n import Speech
from bot.programme.people import Role

UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class PageWords:
    """The sentences of the page in one language."""

    title: str
    introduction: str
    to_the_people: str
    people: str
    counts: str
    counted: str
    person: str
    all_weeks: str
    most: str
    buttons: str
    beside: str
    picture: str
    kinds: dict[str, str]
    habits: dict[str, str]


def page_words(speech: Speech) -> PageWords:
    """All of them."""
    return PageWords(
        title=speech.say("A rehearsal of the programme"),
        introduction=speech.say(
            "These people do not exist. The bot is the real one: it would send the same messages."
        ),
        to_the_people=speech.say("To the people"),
        people=speech.say("The people"),
        counts=speech.say("Messages a week"),
        counted=speech.say("Only messages that came by themselves are counted, not replies."),
        person=speech.say("Name"),
        all_weeks=speech.say("Together"),
        most=speech.say("Most in a week"),
        buttons=speech.say("Buttons"),
        beside=speech.say("With it"),
        picture=speech.say("a picture"),
        kinds=kinds(speech),
        habits=habits(speech),
    )


def kinds(speech: Speech) -> dict[str, str]:
    """What is said of each kind of line."""
    return {
        "letter": speech.say("Message from the bot"),
        "reply": speech.say("Reply of the bot"),
        "change": speech.say("The bot changes a message"),
        "tap": speech.say("Taps a button"),
        "words": speech.say("Writes"),
    }


def habits(speech: Speech) -> dict[str, str]:
    """What is said of each character."""
    return {
        "steady": speech.say("answers soon"),
        "late": speech.say("answers late"),
        "silent": speech.say("says nothing for some weeks"),
        "rests": speech.say("takes a break"),
        "moves": speech.say("often moves a meeting"),
        "differs": speech.say("sees the week differently"),
        "writes": speech.say("writes instead of tapping"),
    }


def who(name: str, role: Role, language: str, habit: str, speech: Speech) -> str:
    """Who somebody is, in one line."""
    spoken = LANGUAGE_NAMES[language]
    about = f"{role_name(role, speech)}, {spoken}" + (f", {habit}" if habit else "")
    return f"{name} ({about})"


def week_words(year: int, week: int, speech: Speech) -> str:
    """A week by its first day."""
    monday = datetime.combine(date.fromisocalendar(year, week, 1), time(), UTC)
    return speech.say("Week of {day}", day=speech.date(monday, UTC))


def moment_words(moment: datetime, speech: Speech) -> str:
    """When something was, where the programme is."""
    zone = moment.tzinfo
    if zone is None:
        raise ValueError("A moment of a rehearsal has its zone.")
    return speech.day_and_time(moment, zone)
