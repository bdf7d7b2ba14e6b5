"""From notice to card: every kind of notice has one card."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards import (
    cases,
    coach,
    duos,
    forming,
    guide,
    joining,
    outages,
    pauses,
    privacy,
    registration,
)
from bot.cards.card import Card
from bot.i18n import Speech
from bot.programme import notices
from bot.programme.notices import Notice
from bot.programme.programme import Programme

CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    notices.AnswerTaken: registration.answer_taken,
    notices.AnswersOverview: registration.answers_overview,
    notices.AskQuestion: registration.question,
    notices.CannotJoin: joining.cannot_join,
    notices.CaseCard: cases.case_card,
    notices.CheckInAnswered: duos.check_in_answered,
    notices.CheckInClosed: duos.check_in_closed,
    notices.CheckInOfferedAgain: outages.check_in_offered_again,
    notices.CheckInPrompt: duos.check_in_prompt,
    notices.ChooseMentor: forming.choose_mentor,
    notices.CoachCalled: duos.coach_called,
    notices.CoachHasRead: duos.coach_has_read,
    notices.CoachWelcome: coach.coach_welcome,
    notices.ConfirmDuo: forming.confirm_duo,
    notices.ConsentRefused: joining.consent_refused,
    notices.DuoEnded: duos.duo_ended,
    notices.DuoFormed: duos.duo_formed,
    notices.DuoMade: forming.duo_made,
    notices.Help: guide.help_,
    notices.InvitationRefused: coach.invitation_refused,
    notices.LanguageChoice: guide.language_choice,
    notices.LanguageChosen: guide.language_chosen,
    notices.LetterDidNotArrive: coach.letter_did_not_arrive,
    notices.Menu: guide.menu,
    notices.MyCases: cases.my_cases,
    notices.MyDuos: forming.my_duos,
    notices.NewPeople: forming.new_people,
    notices.NotForYou: guide.not_for_you,
    notices.OnlyWords: guide.only_words,
    notices.OurMistake: guide.our_mistake,
    notices.Paused: pauses.paused,
    notices.PersonTaken: forming.person_taken,
    notices.PrivacyText: privacy.privacy_text,
    notices.QuestionOfferedAgain: outages.question_offered_again,
    notices.Registered: joining.registered,
    notices.Resumed: pauses.resumed,
    notices.SomebodyLeft: coach.somebody_left,
    notices.SomebodyPaused: coach.somebody_paused,
    notices.SomebodyRegistered: coach.somebody_registered,
    notices.SomebodyUnreachable: coach.somebody_unreachable,
    notices.WithdrawQuestion: privacy.withdraw_question,
    notices.Withdrawn: privacy.withdrawn,
}


def put_into_words(notice: Notice, speech: Speech, programme: Programme) -> Card:
    """What a notice looks like to this reader."""
    return CARDS[type(notice)](notice, speech, programme).shortened()
