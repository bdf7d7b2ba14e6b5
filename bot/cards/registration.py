"""The questions of the registration, and everything that somebody told."""

from collections.abc import Mapping
from typing import Any

from bot.cards.buttons import Choose, Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.guide import languages
from bot.cards.registering.choices import choices
from bot.cards.registering.drafts import draft_rows, draft_words
from bot.cards.registering.hints import hint
from bot.cards.registering.labels import add_button, change_button, label
from bot.cards.registering.sectors import sector_name
from bot.cards.registering.values import value_of
from bot.cards.registering.words import words_of
from bot.cards.ways import in_danger, labelled, way, ways_to_help
from bot.i18n import Speech
from bot.programme.notices import AnswersOverview, AnswerTaken, AskQuestion, Notice
from bot.programme.notices.registration import AnswersToAdd
from bot.programme.programme import Programme
from bot.programme.registration import (
    CORRECTABLE,
    FIXED_IN_A_DUO,
    OPTIONAL,
    Problem,
    Question,
    told_in_role,
)

SKIP = "skip"
# What was said is an answer, of which one thing is asked back: nothing in it sounds like danger.
UNDERSTOOD = (
    Problem.AN_AGE, Problem.MANY_TOWNS, Problem.MANY_SECTORS, Problem.PHONE_OF_OTHERS,
)  # fmt: skip


def question(notice: AskQuestion, speech: Speech, programme: Programme) -> Card:
    """One question, after a kind hint when the last answer would not do."""
    asked = Question(notice.question)
    told = hint(asked, Problem(notice.problem), speech, programme) if notice.problem else ""
    text = paragraphs(
        told,
        _progress(notice, speech),
        words_of(notice, speech, programme),
        draft_words(asked, notice.draft, speech),
        in_danger(speech, programme) if told and notice.problem not in UNDERSTOOD else "",
    )
    if asked is Question.PHONE:
        # One key shares the number, the other is the way on. Below the words for somebody else,
        # where no key is, stands a button.
        other = speech.button("Menu") if notice.correcting else speech.button("Skip")
        keys = (speech.button("Share my number"), other)
        return Card(text, _ways_out(notice, speech), number_keys=keys)
    human = one_a_row(way(Place.COACH, speech)) if told else ()
    # Who has not chosen a language sees nothing but the languages.
    aid = () if asked is Question.LANGUAGE else ways_to_help(speech)
    return Card(
        text, _answers(notice, speech, programme) + _ways_out(notice, speech) + human + aid
    )


def answer_taken(notice: AnswerTaken, speech: Speech, programme: Programme) -> Card:
    """The tapped question as it stays in the chat: what was asked and what was chosen."""
    asked = Question(notice.question)
    value = value_of(asked, notice.value, None, speech, programme)
    # Once there is a number, or none, the keys for it have had their use.
    return Card(labelled(label(asked, speech), value, speech), keys_gone=asked is Question.PHONE)


def answers_overview(notice: AnswersOverview, speech: Speech, programme: Programme) -> Card:
    """What the person told; each answer can be changed, role and place not within a duo."""
    told = told_in_role(notice.answers)
    role = notice.answers.get(Question.ROLE)
    lines = [
        labelled(
            label(one, speech),
            value_of(one, notice.answers[one], role, speech, programme),
            speech,
        )
        for one in told
    ]
    fixed = FIXED_IN_A_DUO if notice.in_duo else ()
    changes = [change_button(one, speech) for one in told if one not in fixed]
    note = speech.say("Is something else wrong? Tell your coach.") if notice.in_duo else ""
    understood = speech.say("This is what I understood:")
    text = paragraphs(understood, "\n".join(lines), note, _to_add(notice, speech))
    more = (Place.ADD_ANSWERS,) if notice.to_add else ()
    onward = (*more, *((Place.COACH, Place.MENU) if notice.in_duo else (Place.MENU,)))
    return Card(text, one_a_row(*changes, *(way(place, speech) for place in onward)))


def answers_to_add(notice: AnswersToAdd, speech: Speech, programme: Programme) -> Card:
    """What is not told yet: nobody has to."""
    del programme
    text = paragraphs(
        speech.say("What would you like to add?"),
        speech.say("The more I know, the better a coach can find somebody for you."),
    )
    adds = [add_button(Question(one), speech) for one in notice.questions]
    return Card(text, one_a_row(*adds, way(Place.ANSWERS, speech), way(Place.MENU, speech)))


def _to_add(notice: AnswersOverview, speech: Speech) -> str:
    if not notice.to_add:
        return ""
    names = [f"- {label(Question(one), speech)}" for one in notice.to_add]
    return "\n".join((speech.say("You can still add:"), *names))


def _progress(notice: AskQuestion, speech: Speech) -> str:
    if notice.correcting or not notice.total:
        return ""
    number, total = notice.number, notice.total
    return speech.say("Question {number} of {total}", number=number, total=total)


def _answers(notice: AskQuestion, speech: Speech, programme: Programme) -> Rows:
    """What can be tapped: what the last answer may have meant, else all that is on offer."""
    asked = Question(notice.question)
    if asked is Question.LANGUAGE:
        return languages(programme)
    if notice.offers:
        return one_a_row(*(
            _choice(asked, one, _offered(asked, one, speech, programme)) for one in notice.offers
        ))  # fmt: skip
    words = {} if notice.draft else choices(asked, notice.role, speech, programme)
    tapped = one_a_row(*(_choice(asked, one, said) for one, said in words.items()))
    return tapped + draft_rows(asked, notice.draft, speech)


def _offered(asked: Question, value: str, speech: Speech, programme: Programme) -> str:
    if asked is Question.SECTOR:
        return sector_name(value, speech)
    return choices(asked, None, speech, programme).get(value, value)


def _choice(asked: Question, value: str, words: str) -> Button:
    return Button(words, Choose(question=asked, value=value).pack())


def _ways_out(notice: AskQuestion, speech: Speech) -> Rows:
    """To pass it over, to keep what was said, or to go back."""
    asked = Question(notice.question)
    # Of the kind of work one says that one does not know yet; a kind of match there always is.
    passes = asked in OPTIONAL and asked not in (Question.SECTOR, Question.KIND)
    skip = (_choice(asked, SKIP, speech.button("Skip")),) if passes else ()
    if notice.correcting:
        keep = Button(speech.button("Keep my old answer"), way(Place.ANSWERS, speech).data)
        return one_a_row(*skip, keep)
    later = CORRECTABLE[1:]
    back = (way(Place.BACK, speech),) if asked in later else ()
    return one_a_row(*skip, *back)


CARDS: Mapping[type[Notice], Any] = {AnswersToAdd: answers_to_add}
