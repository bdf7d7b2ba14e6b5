"""The questions themselves, as they are put to a mentee or a mentor."""

from bot.cards.card import paragraphs
from bot.cards.guide import ALL_LANGUAGES
from bot.cards.privacy import short_privacy
from bot.i18n import Speech
from bot.programme.eligibility import Roots
from bot.programme.notices import AskQuestion
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.programme.registration import Question


def words_of(notice: AskQuestion, speech: Speech, programme: Programme) -> str:
    """A question, in the reader's words."""
    asked = Question(notice.question)
    if asked is Question.LANGUAGE:
        return ALL_LANGUAGES
    if asked is Question.CONSENT:
        # Who has a role agreed to an earlier text.
        why = _why_again(speech) if notice.role else ""
        return paragraphs(why, short_privacy(speech, programme))
    mentors = _to_mentors(speech) if notice.role == Role.MENTOR else {}
    every = _first(speech) | _about_work(speech) | _about_meeting(speech) | mentors
    return every.get(asked) or _by_programme(notice, speech, programme)


def _by_programme(notice: AskQuestion, speech: Speech, programme: Programme) -> str:
    """What depends on the programme, or on what was told before."""
    if notice.question == Question.ROOTS:
        return _roots(speech, programme)
    if notice.question == Question.CAPACITY:
        return _capacity(speech, programme)
    return _name(speech, correcting=notice.correcting)


def _why_again(speech: Speech) -> str:
    return speech.say("The text about your privacy has changed. So I ask you again.")


def _first(speech: Speech) -> dict[Question, str]:
    return {
        Question.ROLE: _words_for_role(speech),
        Question.LAST_NAME: speech.say("What is your family name? You can skip this."),
        Question.YEAR_OF_BIRTH: speech.say("In which year were you born? For example: 1994."),
        Question.BRANCH: speech.say(
            "Where do you live? Tap the nearest town, or write your town or postal code."
        ),
        Question.RIGHT_TO_WORK: paragraphs(
            speech.say("May you work in Belgium now?"),
            speech.say("I ask this because a mentor helps you to find a paid job."),
            speech.say("You are not sure? A coach looks at it with you."),
        ),
        Question.LANGUAGES: speech.say(
            "Which languages do you speak, and how well? "
            "Write it in one sentence, like: “Arabic, good Dutch and a little French”."
        ),
    }


def _about_work(speech: Speech) -> dict[Question, str]:
    return {
        Question.SECTOR: speech.say(
            "What kind of work are you looking for? Tap it, or write it in a word."
        ),
        Question.JOB: speech.say("Which job do you want to do? Write it."),
        Question.KIND: speech.say("What must your mentor know most of all?"),
        Question.EXPERIENCE: speech.say("How many years have you worked? About is fine."),
        Question.NETWORK: speech.say(
            "Do you know people in your sector who could help a mentee to find work?"
        ),
        Question.HOPE: speech.say(
            "What do you hope that a mentor can do for you? Write it in your own words."
        ),
        Question.EMPLOYER: speech.say("What is the name of your employer?"),
    }


def _about_meeting(speech: Speech) -> dict[Question, str]:
    return {
        Question.TIMES: speech.say(
            "When can you usually meet? "
            "Tap it, or write it, like: “Monday evening, not on Friday”."
        ),
        Question.ONLINE: speech.say("Would you also like to meet by video on your phone?"),
        Question.SOURCE: speech.say("How did you come to us?"),
        Question.INTERESTS: speech.say("What do you like to do? Tap all that fits."),
        Question.PHONE: paragraphs(
            speech.say("May a coach call you? Then give your phone number."),
            speech.say(
                "Tap “Share my number” below, or write the number. No phone? Then tap “Skip”."
            ),
            speech.say("Only the coaches see it."),
        ),
    }


def _to_mentors(speech: Speech) -> dict[Question, str]:
    """What a mentor is asked in other words."""
    return {
        Question.BRANCH: speech.say(
            "Where do you want to meet your mentee? Tap or write the town, or a postal code."
        ),
        Question.SECTOR: speech.say(
            "Which kind of work do you know well? Tap it, or write one or more."
        ),
        Question.HOPE: speech.say("What do you hope for as a mentor? Write it in your own words."),
    }


def _words_for_role(speech: Speech) -> str:
    return paragraphs(
        speech.say("Who are you in this programme?"),
        speech.say("Are you looking for work? Then you are a mentee. A mentor helps you."),
        speech.say(
            "Do you have a lot of work experience? Then you can be a mentor and help a mentee."
        ),
    )


def _name(speech: Speech, *, correcting: bool) -> str:
    """Who begins may tell the year of birth in the same breath: one question less."""
    if correcting:
        return speech.say("What is your name? Write your first name and your family name.")
    return speech.say(
        "What is your name? Write it with your year of birth, like: Amina El Idrissi, 1994."
    )


def _roots(speech: Speech, programme: Programme) -> str:
    """Only as far as the programme has to know it, and why it has to."""
    why = speech.say("I ask this because the programme was made for people with these roots.")
    way_out = speech.say("You do not have to tell me. You can tell a coach later.")
    if programme.eligibility.roots is Roots.OUTSIDE_EU15:
        asks = paragraphs(
            speech.say(
                "Where do your roots lie? Think of you, a parent or two grandparents. "
                "Is one of these from outside Western Europe?"
            ),
            speech.say("For example from Morocco, Turkey, Syria, Ukraine, Poland or Romania."),
        )
    else:
        asks = speech.say(
            "Do you have roots outside the European Union? "
            "You can come from there yourself, or your parents or grandparents."
        )
    return paragraphs(asks, why, way_out)


def _capacity(speech: Speech, programme: Programme) -> str:
    duration = speech.say_many(
        "A duo meets each week, for {count} week.",
        "A duo meets each week, for {count} weeks.",
        programme.length_weeks,
    )
    asks = speech.say("Do you have time for that? For how many mentees? You begin with one.")
    return paragraphs(duration, asks)
