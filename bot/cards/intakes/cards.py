"""The card of each notice about first talks."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.card import Card
from bot.cards.intakes import afterwards, choosing, deciding, desk, hours, letters, writing_up
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.intakes import coach, hours as time, letters as letter, person
from bot.programme.programme import Programme

CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    person.IntakeTimes: choosing.intake_times,
    person.NoIntakeTimes: choosing.no_intake_times,
    person.MyIntake: choosing.my_intake,
    person.NoIntakeNeeded: choosing.no_intake_needed,
    person.IntakeCallNoted: choosing.intake_call_noted,
    person.IntakeTimesFree: choosing.intake_times_free,
    person.IntakeMissed: afterwards.intake_missed,
    person.IntakeGoesOn: afterwards.intake_goes_on,
    person.IntakeWaits: afterwards.intake_waits,
    person.IntakeOtherHelp: afterwards.intake_other_help,
    person.IntakeTakenUp: afterwards.intake_taken_up,
    person.AnswerCorrected: afterwards.answer_corrected,
    letter.IntakeFixed: letters.intake_fixed,
    letter.IntakeMoved: letters.intake_moved,
    letter.IntakeCancelled: letters.intake_cancelled,
    letter.IntakeTomorrow: letters.intake_tomorrow,
    letter.IntakeSoon: letters.intake_soon,
    letter.IntakeToWriteUp: letters.intake_to_write_up,
    coach.IntakesShown: desk.intakes_shown,
    coach.IntakePeople: desk.intake_people,
    coach.IntakePerson: desk.intake_person,
    coach.IntakeShown: desk.intake_shown,
    coach.IntakeIsOver: desk.intake_is_over,
    coach.IntakeCallWanted: desk.intake_call_wanted,
    coach.IntakesInLeave: desk.intakes_in_leave,
    coach.IntakeWriteUp: writing_up.intake_write_up,
    coach.ChooseIntakeNeeds: writing_up.choose_intake_needs,
    coach.AskIntakeNote: writing_up.ask_intake_note,
    coach.ChooseIntakeAnswer: writing_up.choose_intake_answer,
    coach.AskIntakeAnswer: writing_up.ask_intake_answer,
    coach.ChooseWaiting: deciding.choose_waiting,
    coach.ChooseIntakeService: deciding.choose_intake_service,
    coach.ConfirmDecision: deciding.confirm_decision,
    coach.DecisionKept: deciding.decision_kept,
    time.IntakeHoursShown: hours.intake_hours_shown,
    time.AskIntakeHours: hours.ask_intake_hours,
    time.ChooseIntakeDay: hours.choose_intake_day,
}
