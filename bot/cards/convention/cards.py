"""The card of each notice about the beginning of a duo."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.card import Card
from bot.cards.convention import first_meeting, for_coach, on_paper, paper_notes, signing
from bot.i18n import Speech
from bot.programme.notices import convention as notices
from bot.programme.notices.notice import Notice
from bot.programme.programme import Programme

CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    notices.ChooseFirstTimes: for_coach.choose_first_times,
    notices.ConfirmPaper: paper_notes.confirm_paper,
    notices.ConventionAnswer: signing.convention_answer,
    notices.ConventionOnPaper: on_paper.convention_on_paper,
    notices.ConventionPart: signing.convention_part,
    notices.ConventionToSign: signing.convention_to_sign,
    notices.DuoBegins: signing.duo_begins,
    notices.DuoStarts: first_meeting.duo_starts,
    notices.DuoToStart: for_coach.duo_to_start,
    notices.FirstForWhom: for_coach.first_for_whom,
    notices.FirstMeetingTold: first_meeting.first_meeting_told,
    notices.FirstTimesOffered: first_meeting.first_times_offered,
    notices.NotedOnPaper: paper_notes.noted_on_paper,
}
