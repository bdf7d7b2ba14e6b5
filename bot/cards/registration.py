"""The questions of the registration, their hints, and where they lead."""

from bot.cards.buttons import Change, Choose, Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.guide import ALL_LANGUAGES, languages
from bot.cards.privacy import short_privacy
from bot.cards.ways import branch_name, labelled, menu_rows, people_to_call, way
from bot.i18n import Speech
from bot.programme.notices import (
    AnswersOverview,
    AnswerTaken,
    AskQuestion,
    CannotJoin,
    ConsentRefused,
    Registered,
)
from bot.programme.people import Role
from bot.programme.programme import ELSEWHERE, Programme
from bot.programme.registration import (
    CORRECTABLE,
    FIXED_IN_A_DUO,
    NO,
    YES,
    Obstacle,
    Problem,
    Question,
)


def question(notice: AskQuestion, speech: Speech, programme: Programme) -> Card:
    """One question, after a kind hint when the last answer would not do."""
    asked = Question(notice.question)
    hint = _hint(Problem(notice.problem), speech, programme) if notice.problem else ""
    text = paragraphs(hint, _progress(notice, speech), _words(asked, notice, speech, programme))
    return Card(text, _choices(asked, speech, programme) + _ways_out(notice, speech))


def answer_taken(notice: AnswerTaken, speech: Speech, programme: Programme) -> Card:
    """The tapped question as it stays in the chat: what was asked and what was chosen."""
    asked = Question(notice.question)
    value = _value(asked, notice.value, speech, programme)
    return Card(labelled(_label(asked, speech), value, speech))


def consent_refused(notice: ConsentRefused, speech: Speech, programme: Programme) -> Card:
    """Not agreeing is fine; there is a way that needs no bot."""
    del notice
    text = paragraphs(
        speech.say("That is fine. I ask you nothing more and I keep no answers."),
        people_to_call(None, speech, programme),
        speech.say("Did you change your mind? Then tap the button."),
    )
    agree = Choose(question=Question.CONSENT, value=YES).pack()
    return Card(text, one_a_row(Button(speech.button("I agree after all"), agree)))


def cannot_join(notice: CannotJoin, speech: Speech, programme: Programme) -> Card:
    """Said kindly, with who can help instead."""
    text = paragraphs(
        _obstacle(notice, speech, programme),
        _help_elsewhere(notice, speech, programme),
        speech.say("Did you make a mistake? Then change your answer."),
    )
    changes = [_change(one, speech) for one in _behind(Obstacle(notice.obstacle))]
    return Card(text, one_a_row(*changes, way(Place.LANGUAGE, speech)))


def registered(notice: Registered, speech: Speech, programme: Programme) -> Card:
    """All is answered: what happens next."""
    branch = branch_name(notice.branch, speech, programme)
    thanks = speech.say("Thank you, {name}. You are registered.", name=notice.first_name)
    if notice.role == Role.MENTOR:
        following = speech.say(
            "A coach in {branch} now looks for a mentee for you.", branch=branch
        )
    else:
        following = speech.say(
            "A coach in {branch} now looks for a mentor for you.", branch=branch
        )
    waiting = speech.say("You do not have to do anything. I write to you when there is news.")
    check = speech.say("Do you want to check your answers? Tap “My answers”.")
    return Card(paragraphs(thanks, following, waiting, check), menu_rows(notice.role, speech))


def answers_overview(notice: AnswersOverview, speech: Speech, programme: Programme) -> Card:
    """What the person told; each answer can be changed, role and place not within a duo."""
    told = [one for one in CORRECTABLE if one in notice.answers]
    lines = [
        labelled(_label(one, speech), _value(one, notice.answers[one], speech, programme), speech)
        for one in told
    ]
    fixed = FIXED_IN_A_DUO if notice.in_duo else ()
    changes = [_change(one, speech) for one in told if one not in fixed]
    note = speech.say("Is something else wrong? Tell your coach.") if notice.in_duo else ""
    text = paragraphs(speech.say("This is what you told me:"), "\n".join(lines), note)
    onward = (Place.COACH, Place.MENU) if notice.in_duo else (Place.MENU,)
    return Card(text, one_a_row(*changes, *(way(place, speech) for place in onward)))


def _words(asked: Question, notice: AskQuestion, speech: Speech, programme: Programme) -> str:
    if asked is Question.CONSENT:
        return short_privacy(speech, programme)
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


def _hint(problem: Problem, speech: Speech, programme: Programme) -> str:
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


def _change(asked: Question, speech: Speech) -> Button:
    words = {
        Question.ROLE: speech.button("Change who I am"),
        Question.FIRST_NAME: speech.button("Change first name"),
        Question.YEAR_OF_BIRTH: speech.button("Change year of birth"),
        Question.BRANCH: speech.button("Change town"),
    }
    return Button(words[asked], Change(question=asked).pack())


def _behind(obstacle: Obstacle) -> tuple[Question, ...]:
    """The answers an obstacle follows from."""
    if obstacle is Obstacle.NO_BRANCH:
        return (Question.BRANCH,)
    return (Question.YEAR_OF_BIRTH, Question.ROLE)


def _obstacle(notice: CannotJoin, speech: Speech, programme: Programme) -> str:
    ages = programme.ages_of(notice.role or Role.MENTEE)
    thanks = speech.say("Thank you for your answers.")
    sentences = {
        Obstacle.TOO_YOUNG: speech.say(
            "This part of the programme is for people of {age} and older.", age=ages.youngest
        ),
        Obstacle.TOO_OLD: speech.say(
            "This part of the programme is for people up to {age} years.", age=ages.oldest
        ),
        Obstacle.NO_BRANCH: speech.say("We do not have a branch near you yet."),
    }
    kind = speech.say("So I cannot register you now. It is not because of you.")
    return " ".join((thanks, sentences[Obstacle(notice.obstacle)], kind))


def _help_elsewhere(notice: CannotJoin, speech: Speech, programme: Programme) -> str:
    """Services for job-seekers; a mentor is asked to call the branch, since help is welcome."""
    if notice.role == Role.MENTOR:
        welcome = speech.say("Do you want to help in another way? We are happy to hear from you.")
        return paragraphs(welcome, people_to_call(notice.branch, speech, programme))
    lines = [
        labelled(one.name[speech.language], f"{one.phone}, {one.website}", speech)
        for one in programme.services_near(notice.branch)
    ]
    free = speech.say("These services help people to find work, for free:")
    return paragraphs("\n".join((free, *lines)), people_to_call(notice.branch, speech, programme))
