"""The questions of the registration, their hints, and where they lead."""

from bot.cards.buttons import Change, Choose, Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.guide import ALL_LANGUAGES, languages
from bot.cards.privacy import short_privacy
from bot.cards.ways import in_danger, labelled, way, ways_to_help
from bot.i18n import Speech
from bot.programme.notices import (
    AnswersOverview,
    AnswerTaken,
    AskQuestion,
)
from bot.programme.people import Role
from bot.programme.programme import ELSEWHERE, Programme
from bot.programme.registration import (
    CORRECTABLE,
    FIXED_IN_A_DUO,
    NO,
    YES,
    Problem,
    Question,
)


def question(notice: AskQuestion, speech: Speech, programme: Programme) -> Card:
    """One question, after a kind hint when the last answer would not do."""
    asked = Question(notice.question)
    hint = _hint(asked, Problem(notice.problem), speech, programme) if notice.problem else ""
    text = paragraphs(
        hint,
        _progress(notice, speech),
        _words(asked, notice, speech, programme),
        in_danger(speech, programme) if hint else "",
    )
    human = one_a_row(way(Place.COACH, speech)) if hint else ()
    # Who has not chosen a language sees nothing but the languages.
    aid = () if asked is Question.LANGUAGE else ways_to_help(speech)
    choices = _choices(asked, speech, programme)
    return Card(text, choices + _ways_out(notice, speech) + human + aid)


def answer_taken(notice: AnswerTaken, speech: Speech, programme: Programme) -> Card:
    """The tapped question as it stays in the chat: what was asked and what was chosen."""
    asked = Question(notice.question)
    value = _value(asked, notice.value, speech, programme)
    return Card(labelled(_label(asked, speech), value, speech))


def answers_overview(notice: AnswersOverview, speech: Speech, programme: Programme) -> Card:
    """What the person told; each answer can be changed, role and place not within a duo."""
    told = [one for one in CORRECTABLE if one in notice.answers]
    lines = [
        labelled(_label(one, speech), _value(one, notice.answers[one], speech, programme), speech)
        for one in told
    ]
    fixed = FIXED_IN_A_DUO if notice.in_duo else ()
    changes = [change_button(one, speech) for one in told if one not in fixed]
    note = speech.say("Is something else wrong? Tell your coach.") if notice.in_duo else ""
    text = paragraphs(speech.say("This is what you told me:"), "\n".join(lines), note)
    onward = (Place.COACH, Place.MENU) if notice.in_duo else (Place.MENU,)
    return Card(text, one_a_row(*changes, *(way(place, speech) for place in onward)))


def answer_words(
    question: str, value: str, speech: Speech, programme: Programme
) -> tuple[str, str]:
    """The short name of a question, and an answer to it as the person reads it."""
    asked = Question(question)
    return _label(asked, speech), _value(asked, value, speech, programme)


def problem_words(question: str, problem: str, speech: Speech, programme: Programme) -> str:
    """Why an answer will not do."""
    return _hint(Question(question), Problem(problem), speech, programme)


def _words(asked: Question, notice: AskQuestion, speech: Speech, programme: Programme) -> str:
    if asked is Question.CONSENT:
        # Who has a role agreed to an earlier text.
        why = _why_again(speech) if notice.role else ""
        return paragraphs(why, short_privacy(speech, programme))
    if asked is Question.BRANCH and notice.role == Role.MENTOR:
        return speech.say("Where do you want to meet your mentee? Tap or write the town.")
    words = {
        Question.LANGUAGE: ALL_LANGUAGES,
        Question.ROLE: _words_for_role(speech),
        Question.FIRST_NAME: speech.say("What is your first name?"),
        Question.YEAR_OF_BIRTH: speech.say("In which year were you born? For example: 1994."),
        Question.BRANCH: speech.say(
            "Where do you live? Tap the nearest town, or write your town."
        ),
    }
    return words[asked]


def _why_again(speech: Speech) -> str:
    return speech.say("The text about your privacy has changed. So I ask you again.")


def _words_for_role(speech: Speech) -> str:
    return paragraphs(
        speech.say("Who are you in this programme?"),
        speech.say("Are you looking for work? Then you are a mentee. A mentor helps you."),
        speech.say(
            "Do you have a lot of work experience? Then you can be a mentor and help a mentee."
        ),
    )


def _progress(notice: AskQuestion, speech: Speech) -> str:
    if notice.correcting or notice.question not in CORRECTABLE:
        return ""
    number = CORRECTABLE.index(Question(notice.question)) + 1
    return speech.say("Question {number} of {total}", number=number, total=len(CORRECTABLE))


def _hint(asked: Question, problem: Problem, speech: Speech, programme: Programme) -> str:
    if problem is Problem.UNCLEAR:
        return _why_asked(asked, speech)
    town = programme.branches[0].name[speech.language]
    hints = {
        Problem.NOT_A_CHOICE: speech.say("Sorry, I did not understand. Please tap a button."),
        Problem.NOT_A_NAME: speech.say(
            "Sorry, I cannot read that as a first name. Write only your first name, like: Amina."
        ),
        Problem.NOT_A_YEAR: speech.say(
            "Sorry, I cannot read that as a year. Write four numbers, like: 1994."
        ),
        Problem.UNKNOWN_TOWN: speech.say(
            "Sorry, I do not know that town. Write a town near you, like: {town}.", town=town
        ),
        Problem.MANY_TOWNS: speech.say("I know more than one town like that. Tap the right one."),
    }
    return hints[problem]


def _why_asked(asked: Question, speech: Speech) -> str:
    """Said to who does not understand a question: what it is for, and what to do."""
    reasons = {
        Question.LANGUAGE: "",
        Question.CONSENT: speech.say(
            "I ask if I may keep your answers. You choose: tap one of the two buttons."
        ),
        Question.ROLE: speech.say("I ask why you are here. Tap the button that fits you best."),
        Question.FIRST_NAME: speech.say(
            "I ask how I may call you. Write only your first name, like: Amina."
        ),
        Question.YEAR_OF_BIRTH: speech.say(
            "I ask this because the programme is for certain ages. Write four numbers, like: 1994."
        ),
        Question.BRANCH: speech.say(
            "I ask this to find somebody near you. Tap a town, or write the name of yours."
        ),
    }
    a_person = speech.say("Do you want to talk to a person? Tap “My coach”, or write “coach”.")
    return paragraphs(reasons[asked], a_person)


def _choices(asked: Question, speech: Speech, programme: Programme) -> Rows:
    if asked is Question.LANGUAGE:
        return languages(programme)
    values = {
        Question.CONSENT: (YES, NO),
        Question.ROLE: (Role.MENTEE, Role.MENTOR),
        Question.BRANCH: (*(branch.key for branch in programme.branches), ELSEWHERE),
    }.get(asked, ())
    return one_a_row(
        *(
            Button(_value(asked, one, speech, programme), Choose(question=asked, value=one).pack())
            for one in values
        )
    )


def _ways_out(notice: AskQuestion, speech: Speech) -> Rows:
    if notice.correcting:
        keep = Button(speech.button("Keep my old answer"), way(Place.ANSWERS, speech).data)
        return one_a_row(keep)
    later = CORRECTABLE[1:]
    return one_a_row(way(Place.BACK, speech)) if notice.question in later else ()


def _value(asked: Question, value: str, speech: Speech, programme: Programme) -> str:
    choices: dict[Question, dict[str, str]] = {
        Question.CONSENT: {
            NO: speech.button("I do not agree"),
            YES: speech.button("I agree"),
        },
        Question.ROLE: {
            Role.MENTEE: speech.button("I am looking for work"),
            Role.MENTOR: speech.button("I want to be a mentor"),
        },
        Question.BRANCH: {
            ELSEWHERE: speech.button("None of these is near"),
            **{branch.key: branch.name[speech.language] for branch in programme.branches},
        },
    }
    return choices.get(asked, {}).get(value, value)


def _label(asked: Question, speech: Speech) -> str:
    labels = {
        Question.LANGUAGE: speech.say("Language"),
        Question.CONSENT: speech.say("Privacy"),
        Question.ROLE: speech.say("Who you are"),
        Question.FIRST_NAME: speech.say("First name"),
        Question.YEAR_OF_BIRTH: speech.say("Year of birth"),
        Question.BRANCH: speech.say("Town"),
    }
    return labels[asked]


def change_button(asked: Question, speech: Speech) -> Button:
    words = {
        Question.ROLE: speech.button("Change who I am"),
        Question.FIRST_NAME: speech.button("Change first name"),
        Question.YEAR_OF_BIRTH: speech.button("Change year of birth"),
        Question.BRANCH: speech.button("Change town"),
    }
    return Button(words[asked], Change(question=asked).pack())
