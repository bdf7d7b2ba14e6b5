"""Asking once more after a time in which we could not hear: sorry first, then the question."""

from dataclasses import replace

from bot.cards.card import Card, paragraphs
from bot.cards.check_ins import check_in_prompt
from bot.cards.registration import question
from bot.i18n import Speech
from bot.programme.notices import (
    AskQuestion,
    CheckInOfferedAgain,
    CheckInPrompt,
    QuestionOfferedAgain,
)
from bot.programme.programme import Programme


def check_in_offered_again(
    notice: CheckInOfferedAgain, speech: Speech, programme: Programme
) -> Card:
    """The same question with the same buttons, so that each of them still works."""
    asked = CheckInPrompt(**notice.facts())
    return _after_sorry(check_in_prompt(asked, speech, programme), speech)


def question_offered_again(
    notice: QuestionOfferedAgain, speech: Speech, programme: Programme
) -> Card:
    """The question at which the person stands."""
    asked = AskQuestion(notice.question, notice.role, correcting=notice.correcting)
    return _after_sorry(question(asked, speech, programme), speech)


def _after_sorry(card: Card, speech: Speech) -> Card:
    sorry = speech.say("Sorry, I was away for a moment. Perhaps your answer got lost.")
    again = speech.say("It is not your fault. So I ask you again:")
    return replace(card, text=paragraphs(f"{sorry} {again}", card.text))
