"""What is said when an answer will not do, and why a question is asked."""

from bot.cards.card import paragraphs
from bot.i18n import Speech
from bot.programme.programme import Programme
from bot.programme.registration import Problem, Question


def hint(asked: Question, problem: Problem, speech: Speech, programme: Programme) -> str:
    """What to do instead, with an example."""
    if problem is Problem.UNCLEAR:
        return _why_asked(asked, speech)
    town = programme.branches[0].name[speech.language]
    hints = {
        Problem.NOT_A_CHOICE: speech.say("Sorry, I did not understand. Please tap a button."),
        Problem.NOT_A_NAME: speech.say(
            "Sorry, I cannot read that as a name. Write it in letters, like: Amina El Idrissi."
        ),
        Problem.NOT_A_YEAR: speech.say(
            "Sorry, I cannot read that as a year. Write four numbers, like: 1994."
        ),
        Problem.AN_AGE: speech.say("Thank you. In which of these two years were you born?"),
        Problem.UNKNOWN_TOWN: speech.say(
            "Sorry, I do not know that town. Write a town near you, like: {town}.", town=town
        ),
        Problem.MANY_TOWNS: speech.say("I know more than one town like that. Tap the right one."),
    }
    return (hints | _later_hints(speech))[problem]


def _later_hints(speech: Speech) -> dict[Problem, str]:
    return {
        Problem.NO_LANGUAGE: speech.say(
            "Sorry, I find no language in that. Write it like: “Arabic, good Dutch”."
        ),
        Problem.NO_SECTOR: speech.say(
            "Sorry, I do not know that kind of work. Tap one, or use another word."
        ),
        Problem.MANY_SECTORS: speech.say("Do you mean this? Tap it, or use another word."),
        Problem.NOT_YEARS: speech.say(
            "Sorry, I cannot read that as a number of years. Write a number, like: 20."
        ),
        Problem.NO_TIMES: speech.say(
            "Sorry, I find no days in that. Tap a button, or write: “Tuesday evening”."
        ),
        Problem.NOT_A_PHONE: speech.say(
            "I cannot read this as a phone number. Write it like 0470 12 34 56."
        ),
        Problem.PHONE_OF_OTHERS: speech.say(
            "That is the number of somebody else. I only keep your own."
        ),
        Problem.TOO_LONG: speech.say("That is a lot. Can you write it shorter?"),
    }


def _why_asked(asked: Question, speech: Speech) -> str:
    """Said to who does not understand a question: what it is for, and what to do."""
    reasons = {Question.LANGUAGE: ""} | _first_reasons(speech) | _more_reasons(speech)
    a_person = speech.say("Do you want to talk to a person? Tap “My coach”, or write “coach”.")
    return paragraphs(reasons[asked], a_person)


def _first_reasons(speech: Speech) -> dict[Question, str]:
    name = speech.say("I ask how I may call you. Write only your name, like: Amina El Idrissi.")
    return {
        Question.CONSENT: speech.say(
            "I ask if I may keep your answers. You choose: tap one of the two buttons."
        ),
        Question.ROLE: speech.say("I ask why you are here. Tap the button that fits you best."),
        Question.FIRST_NAME: name,
        Question.LAST_NAME: name,
        Question.YEAR_OF_BIRTH: speech.say(
            "I ask this because the programme is for certain ages. Write four numbers, like: 1994."
        ),
        Question.BRANCH: speech.say(
            "I ask this to find somebody near you. Tap a town, or write the name of yours."
        ),
        Question.ROOTS: speech.say(
            "I ask if you or your family come from another country. You can tell a coach instead."
        ),
        Question.RIGHT_TO_WORK: speech.say(
            "I ask if you have a paper that lets you work. You can tell a coach instead."
        ),
        Question.CAPACITY: speech.say(
            "I ask how many people you want to help. You can start with one."
        ),
    }


def _more_reasons(speech: Speech) -> dict[Question, str]:
    work = speech.say("I ask this to find somebody who knows your kind of work.")
    meet = speech.say("I ask this to find somebody who can meet when you can.")
    know = speech.say("I ask this so that your coach knows you better. You can skip it.")
    return {
        Question.LANGUAGES: speech.say(
            "I ask this to find somebody who speaks your language. Write your languages."
        ),
        **dict.fromkeys((Question.SECTOR, Question.JOB, Question.KIND), work),
        **dict.fromkeys((Question.TIMES, Question.ONLINE), meet),
        **dict.fromkeys(
            (Question.EXPERIENCE, Question.NETWORK, Question.SOURCE, Question.EMPLOYER,
             Question.HOPE, Question.INTERESTS),
            know,
        ),
        Question.PHONE: speech.say(
            "I ask this so that a coach can call you. You can skip it."
        ),
    }  # fmt: skip
