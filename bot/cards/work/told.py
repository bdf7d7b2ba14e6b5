"""What somebody told of themselves, in words for those who work with them."""

from collections.abc import Iterator, Mapping

from bot.cards.registering.values import value_of
from bot.cards.ways import labelled
from bot.cards.work.words import listed_lines, times_words
from bot.i18n import Speech, isolated
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.programme.registering.kinds import MOST_MENTEES, Kind, as_said
from bot.programme.registration import ANY_SECTOR, NO, NO_PHONE, UNSURE, YES, Question

# A mentor's kind of work says what they know; these follow from it and say nothing more.
OF_MENTEES = (Question.KIND, Question.JOB)


def told_lines(told: Mapping[str, str], role: str, speech: Speech, programme: Programme) -> str:
    """A line for each answer, in the order in which coaches read them."""
    told, silent = as_said(told), OF_MENTEES if role == Role.MENTOR else ()
    said = (
        (words, _value(asked, told, role, speech, programme))
        for asked, words in _labels(speech)
        if told.get(asked) and asked not in silent
    )
    return listed_lines(labelled(words, isolated(one), speech) for words, one in said if one)


def _labels(speech: Speech) -> Iterator[tuple[Question, str]]:
    """Said of somebody else, as the questions are said to the person."""
    yield Question.YEAR_OF_BIRTH, speech.say("Year of birth")
    yield Question.LANGUAGES, speech.say("Speaks")
    yield Question.SECTOR, speech.say("Kind of work")
    yield Question.JOB, speech.say("Job")
    yield Question.KIND, speech.say("The mentor must know")
    yield Question.EXPERIENCE, speech.say("Years of work")
    yield Question.NETWORK, speech.say("Knows people in the sector")
    yield Question.CAPACITY, speech.say("Number of mentees")
    yield Question.EMPLOYER, speech.say("Employer")
    yield Question.TIMES, speech.say("Has time")
    yield Question.ONLINE, speech.say("Meeting online")
    yield Question.HOPE, speech.say("Hopes")
    yield Question.INTERESTS, speech.say("Likes")
    yield Question.SOURCE, speech.say("Came by")
    yield Question.ROOTS, speech.say("Roots in another country")
    yield Question.RIGHT_TO_WORK, speech.say("May work in Belgium")
    yield Question.PHONE, speech.say("Phone")


def _value(
    asked: Question, told: Mapping[str, str], role: str, speech: Speech, programme: Programme
) -> str:
    value = told[asked]
    if asked is Question.TIMES:
        return times_words(value, speech)
    if words := _words(speech).get(asked, {}).get(value):
        return words
    if (asked, value, role) == (Question.SECTOR, ANY_SECTOR, Role.MENTEE):
        return speech.say("not known yet")
    return value_of(asked, value, role, speech, programme)


def _words(speech: Speech) -> dict[Question, dict[str, str]]:
    """What stands on a button as "I" and "my" is said of somebody else here."""
    yes_or_no = {
        YES: speech.say("yes"), NO: speech.say("no"), UNSURE: speech.say("to talk about"),
    }  # fmt: skip
    asked = (Question.ROOTS, Question.RIGHT_TO_WORK, Question.NETWORK, Question.ONLINE)
    return {
        **dict.fromkeys(asked, yes_or_no),
        Question.CAPACITY: {
            **{str(one): str(one) for one in range(1, MOST_MENTEES + 1)},
            UNSURE: speech.say("not sure yet: talk about the time"),
        },
        Question.PHONE: {NO_PHONE: speech.say("no phone")},
        Question.KIND: {
            Kind.GENERIC: speech.say("how to look for work"),
            Kind.SECTOR: speech.say("this kind of work"),
            Kind.JOB: speech.say("this job"),
        },
    }
