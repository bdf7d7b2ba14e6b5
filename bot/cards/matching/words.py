"""The words of reasons, conditions and points."""

from collections.abc import Iterable

from bot.cards.opening_sentence import language_name
from bot.cards.registering.sectors import interest_names, sector_name
from bot.cards.ways import branch_name
from bot.i18n import Speech
from bot.programme.matching.conditions import Condition
from bot.programme.matching.points import Criterion
from bot.programme.programme import Programme

HALVES = ("m", "a", "e")


def condition_words(condition: str, speech: Speech) -> str:
    """What is in the way of two people, as a whole sentence."""
    words = {
        Condition.LANGUAGE: speech.say("They have no language in common."),
        Condition.PLACE: speech.say("They live far apart, and do not both want to meet online."),
        Condition.TIME: speech.say("They are never free at the same time."),
        Condition.CAPACITY: speech.say("The mentor has no place for one more duo now."),
        Condition.BEFORE: speech.say("They were proposed to each other before, and it ended."),
        Condition.AWAY: speech.say("One of them takes a break, or cannot be reached."),
    }
    return words[Condition(condition)]


def criterion_words(
    criterion: str, facts: tuple[str, ...], speech: Speech, programme: Programme
) -> str:
    """What speaks for two people, with the facts behind it."""
    told = speech.listed(_told(criterion, facts, speech, programme))
    words = {
        Criterion.SECTOR: speech.say("the sector"),
        Criterion.JOB: speech.say("the work that is wanted"),
        Criterion.LANGUAGES: speech.say("a language to practise"),
        Criterion.INTERESTS: speech.say("interests"),
        Criterion.TRAVEL: speech.say("distance"),
        Criterion.WAITING: speech.say("how long the mentee waits"),
    }
    name = words[Criterion(criterion)]
    return speech.say("{what} ({facts})", what=name, facts=told) if told else name


def reason_words(about: str, facts: tuple[str, ...], speech: Speech, programme: Programme) -> str:
    """Why two people may fit, as both of them read it."""
    told = speech.listed(_told(about, facts, speech, programme))
    words = {
        Criterion.SECTOR: speech.say("You chose the same kind of work: {what}.", what=told),
        Criterion.JOB: speech.say("It is the same job for both of you: {what}.", what=told),
        Criterion.INTERESTS: speech.say("You like the same things: {what}.", what=told),
        Criterion.LANGUAGES: speech.say("You can practise {what} together.", what=told),
        "speak": speech.say("You both speak {what}.", what=told),
        "times": speech.say("You have time at the same moments: {what}.", what=told),
        "branch": speech.say("You both belong to our branch in {what}.", what=told),
    }
    return words[about]


def times_words(times: Iterable[str], speech: Speech) -> tuple[str, ...]:
    """Half-days such as "1e" in words: Monday evening."""
    return tuple(
        _half_day(speech.weekday(int(time[0]) - 1), time[1:], speech)
        for time in times
        if time[:1] in set("1234567") and time[1:] in HALVES
    )


def _half_day(weekday: str, half: str, speech: Speech) -> str:
    words = {
        "m": speech.say("{weekday} in the morning", weekday=weekday),
        "a": speech.say("{weekday} in the afternoon", weekday=weekday),
        "e": speech.say("{weekday} in the evening", weekday=weekday),
    }
    return words[half]


def _told(
    about: str, facts: tuple[str, ...], speech: Speech, programme: Programme
) -> tuple[str, ...]:
    """The facts in words of the reader; who waits is told in weeks."""
    if about in ("speak", Criterion.LANGUAGES):
        return tuple(language_name(one, speech.language) for one in facts)
    if about == "times":
        return times_words(facts[:2], speech)
    if about in ("branch", Criterion.TRAVEL):
        return tuple(branch_name(one, speech, programme) for one in facts)
    if about == Criterion.WAITING:
        return tuple(speech.say_many("{count} week", "{count} weeks", int(one)) for one in facts)
    return _of_work_and_leisure(about, facts, speech)


def _of_work_and_leisure(about: str, facts: tuple[str, ...], speech: Speech) -> tuple[str, ...]:
    if about == Criterion.SECTOR:
        return tuple(sector_name(one, speech) for one in facts)
    known = interest_names(speech) if about == Criterion.INTERESTS else {}
    return tuple(known.get(one, one) for one in facts)
