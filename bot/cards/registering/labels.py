"""The short name of each question, and the button that asks it anew."""

from bot.cards.buttons import Change
from bot.cards.card import Button
from bot.i18n import Speech
from bot.programme.registration import Question


def label(asked: Question, speech: Speech) -> str:
    """What a question is about, in a word or two."""
    return (_first_labels(speech) | _more_labels(speech))[asked]


def change_button(asked: Question, speech: Speech) -> Button:
    """The button that asks this question once more."""
    words = _first_changes(speech) | _more_changes(speech)
    return Button(words[asked], Change(question=asked).pack())


def add_button(asked: Question, speech: Speech) -> Button:
    """The button that asks what was not told yet."""
    words = {
        Question.LAST_NAME: speech.button("Add family name"),
        Question.LANGUAGES: speech.button("Add languages"),
        Question.SECTOR: speech.button("Add kind of work"),
        Question.JOB: speech.button("Add job"),
        Question.EXPERIENCE: speech.button("Add experience"),
        Question.NETWORK: speech.button("Add who I know"),
        Question.CAPACITY: speech.button("Say how many mentees"),
        Question.TIMES: speech.button("Add my times"),
        Question.ONLINE: speech.button("Online or not"),
        Question.SOURCE: speech.button("Add how I came here"),
        Question.EMPLOYER: speech.button("Add employer"),
        Question.HOPE: speech.button("Add what I hope for"),
        Question.INTERESTS: speech.button("Add interests"),
        Question.PHONE: speech.button("Add phone number"),
        Question.ROOTS: speech.button("Add my roots"),
        Question.RIGHT_TO_WORK: speech.button("Add right to work"),
    }
    return Button(words[asked], Change(question=asked).pack())


def _first_labels(speech: Speech) -> dict[Question, str]:
    return {
        Question.LANGUAGE: speech.say("Language"),
        Question.CONSENT: speech.say("Privacy"),
        Question.ROLE: speech.say("Who you are"),
        Question.FIRST_NAME: speech.say("First name"),
        Question.LAST_NAME: speech.say("Family name"),
        Question.YEAR_OF_BIRTH: speech.say("Year of birth"),
        Question.BRANCH: speech.say("Town"),
        Question.ROOTS: speech.say("Roots in another country"),
        Question.RIGHT_TO_WORK: speech.say("You may work in Belgium"),
        Question.CAPACITY: speech.say("Number of mentees"),
        Question.LANGUAGES: speech.say("Languages you speak"),
    }


def _more_labels(speech: Speech) -> dict[Question, str]:
    return {
        Question.SECTOR: speech.say("Kind of work"),
        Question.JOB: speech.say("Job"),
        Question.KIND: speech.say("Kind of match"),
        Question.EXPERIENCE: speech.say("Years of work"),
        Question.NETWORK: speech.say("You know people in your sector"),
        Question.TIMES: speech.say("When you can meet"),
        Question.ONLINE: speech.say("Meeting online"),
        Question.SOURCE: speech.say("How you came to us"),
        Question.EMPLOYER: speech.say("Employer"),
        Question.HOPE: speech.say("What you hope for"),
        Question.INTERESTS: speech.say("What you like to do"),
        Question.PHONE: speech.say("Phone number"),
    }


def _first_changes(speech: Speech) -> dict[Question, str]:
    return {
        Question.ROLE: speech.button("Change who I am"),
        Question.FIRST_NAME: speech.button("Change first name"),
        Question.LAST_NAME: speech.button("Change family name"),
        Question.YEAR_OF_BIRTH: speech.button("Change year of birth"),
        Question.BRANCH: speech.button("Change town"),
        Question.ROOTS: speech.button("Change my roots"),
        Question.RIGHT_TO_WORK: speech.button("Change right to work"),
        Question.CAPACITY: speech.button("Change how many mentees"),
        Question.LANGUAGES: speech.button("Change languages"),
        Question.SECTOR: speech.button("Change kind of work"),
    }


def _more_changes(speech: Speech) -> dict[Question, str]:
    return {
        Question.JOB: speech.button("Change job"),
        Question.KIND: speech.button("Change kind of mentor"),
        Question.EXPERIENCE: speech.button("Change experience"),
        Question.NETWORK: speech.button("Change who I know"),
        Question.TIMES: speech.button("Change my times"),
        Question.ONLINE: speech.button("Online or not"),
        Question.SOURCE: speech.button("Change how I found you"),
        Question.EMPLOYER: speech.button("Change employer"),
        Question.HOPE: speech.button("Change what I hope for"),
        Question.INTERESTS: speech.button("Change interests"),
        Question.PHONE: speech.button("Change phone number"),
    }
