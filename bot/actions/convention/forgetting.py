"""What is forgotten of the beginning of a duo when one of the two leaves. Signatures stay: they
name nobody, and prove what the other two have agreed to.
"""

from bot.actions.convention.standing import subject_of
from bot.actions.counter import Counter
from bot.programme.notices.active_weeks import TalkDue
from bot.programme.notices.convention import (
    ChooseFirstTimes,
    ConfirmPaper,
    ConventionAnswer,
    ConventionOnPaper,
    ConventionToSign,
    DuoBegins,
    DuoStarts,
    DuoToStart,
    FirstMeetingTold,
    FirstTimesOffered,
)
from bot.programme.notices.matching import NothingProposed
from storage.duos import Duo

OF_A_BEGINNING = (
    ChooseFirstTimes.kind, ConfirmPaper.kind, ConventionAnswer.kind, ConventionOnPaper.kind,
    ConventionToSign.kind, DuoBegins.kind, DuoStarts.kind, DuoToStart.kind, FirstMeetingTold.kind,
    FirstTimesOffered.kind, NothingProposed.kind, TalkDue.kind,
)  # fmt: skip


async def forget_beginning(counter: Counter, duo: Duo) -> None:
    """Nothing more is sent, and no letter to one of the three names the others any more."""
    forgetting = counter.tx.forgetting
    await forgetting.take_back(OF_A_BEGINNING, [subject_of(duo.id)], counter.now)
    await counter.tx.first_meetings.save(duo.id, look_at=None)
    for person_id in (duo.mentee_id, duo.mentor_id, duo.coach_id):
        await forgetting.letters_of_kinds_to(person_id, OF_A_BEGINNING)
