"""The privacy text, and taking back one's consent."""

from bot.actions import branch_digest, phones
from bot.actions.check_ins import stop_waiting
from bot.actions.coaches import tell_coach
from bot.actions.convention.forgetting import forget_beginning
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.differences import subject_of_week
from bot.actions.intakes.freeing import free_when_gone
from bot.actions.matching.away import end_matches
from bot.actions.meetings import end_meetings
from bot.actions.monthly.letters import ASKED_NOTHING
from bot.actions.open_cases import close_nobodys, forget_told
from bot.actions.questions import subject_of
from bot.actions.registering.reminders import NOBODY
from bot.actions.road import leave_road, move
from bot.actions.seats.seating import free_all
from bot.actions.signals import report_end
from bot.actions.words_gone import forget_words
from bot.programme.cases import Reason
from bot.programme.keeping import voice_of
from bot.programme.letters import Lane
from bot.programme.notices import (
    AskNumber,
    CancelMeeting,
    CannotCome,
    CheckInOfferedAgain,
    CheckInPrompt,
    ConfirmTimes,
    DuoEnded,
    HandedOver,
    HandOverDone,
    HandOverNotDone,
    HowLate,
    MeetingPlaceShown,
    MeetingShown,
    MentorMayKnow,
    NumbersTakenBack,
    ObstacleShared,
    OfferNotSent,
    OfferOver,
    OfferSent,
    OurMeetings,
    PhonesShown,
    PlanMeeting,
    PrivacyText,
    ReadySentence,
    SentenceGroups,
    SentenceNotTold,
    SentencesOfGroup,
    SentenceTold,
    ServiceShown,
    SomebodyLeft,
    SomebodyPaused,
    SomebodyRegistered,
    SomebodyUnreachable,
    WeekDiffers,
    Withdrawn,
    WithdrawQuestion,
)
from bot.programme.notices.registration import NotFinished
from bot.programme.notices.waiting import SomebodyFound, SomebodyUnheard
from bot.programme.notices.work import SomebodyCameToTelegram, SomebodyToCall
from bot.programme.people import Stage, Visit, is_staff
from bot.programme.registration import Question
from bot.programme.requests import is_known_to_person
from bot.programme.road import Place
from storage.duos import Duo
from storage.people import Person

# What coaches are told of a person: the kinds, and what comes before the person in the subject.
NEWS = {
    SomebodyRegistered.kind: "registered",
    NotFinished.kind: "unfinished",
    SomebodyPaused.kind: "pause",
    SomebodyUnreachable.kind: "unreachable",
    SomebodyFound.kind: "found",
    SomebodyUnheard.kind: "unheard",
    SomebodyToCall.kind: "to_call",
    SomebodyCameToTelegram.kind: "came_to_telegram",
}
# What names one of a duo to the other.
OF_A_DUO = (CheckInPrompt.kind, CheckInOfferedAgain.kind, WeekDiffers.kind,
        HandedOver.kind, MentorMayKnow.kind, ObstacleShared.kind, ReadySentence.kind)  # fmt: skip
# What a mentor was shown, with the name of their mentee.
TO_A_MENTOR = (HandOverDone.kind, HandOverNotDone.kind, ServiceShown.kind)
# What one of a duo was shown, with the name of the other one.
TO_THE_OTHER = (
    AskNumber.kind, CancelMeeting.kind, CannotCome.kind, ConfirmTimes.kind, HowLate.kind,
    MeetingPlaceShown.kind, MeetingShown.kind, NumbersTakenBack.kind, OfferNotSent.kind,
    OfferOver.kind, OfferSent.kind, OurMeetings.kind, PhonesShown.kind, PlanMeeting.kind,
    SentenceGroups.kind, SentenceNotTold.kind, SentenceTold.kind, SentencesOfGroup.kind,
)  # fmt: skip


class Privacy:
    """What a person can do about what is known of them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit) -> None:
        """Show the text, and to who agreed, the way back."""
        async with self.desk.serve(visit) as talk:
            talk.reply(PrivacyText(agreed=_agreed(talk)))

    async def ask_to_withdraw(self, visit: Visit) -> None:
        """Ask once whether the person is sure, since the answers will be gone."""
        async with self.desk.serve(visit) as talk:
            if not _agreed(talk):
                talk.replace(PrivacyText(agreed=False))
                return
            duo = await talk.tx.duos.of(talk.person.id)
            talk.replace(WithdrawQuestion(in_duo=duo is not None))

    async def withdraw(self, visit: Visit) -> None:
        """Take the consent back: answers are deleted, a duo ends, nothing more is sent."""
        async with self.desk.serve(visit) as talk:
            if _agreed(talk):
                await _forget_voices(talk)
                # A yes of the other one that comes at this moment makes a duo, which ends too.
                await end_matches(talk)
                await _end_duo(talk)
                await free_all(talk, talk.person)
                await talk.tx.consents.withdraw(talk.person.id, talk.now)
                await talk.tx.outbox.drop(talk.person.id, tuple(Lane), talk.now)
                await _forget_post(talk)
                await _forget(talk)
                await _forget_cases(talk)
            gone = talk.person.stage == Stage.WITHDRAWN
            talk.replace(Withdrawn() if gone else PrivacyText(agreed=False))

    async def keep(self, visit: Visit) -> None:
        """The person thinks better of it."""
        async with self.desk.serve(visit) as talk:
            talk.replace(PrivacyText(agreed=_agreed(talk)))


def _agreed(talk: Talk) -> bool:
    return Question.CONSENT in talk.person.answers and not is_staff(talk.person.role)


async def _forget_post(talk: Talk) -> None:
    """Empty what was written by them, to them and about them; news of them is taken back."""
    person, forgetting = talk.person, talk.tx.forgetting
    await free_when_gone(talk)
    news = [f"{subject}:{person.id}" for subject in NEWS.values()]
    await forgetting.take_back(NEWS, news, talk.now)
    await forgetting.letters_about(NEWS, news)
    await forgetting.letters_to(person.id)
    await forgetting.updates_of(person.telegram_id)
    await forgetting.prompt_answers_of(person.id)
    await talk.tx.obstacles.forget_all_of(person.id)
    await talk.tx.referrals.forget_all_of(person.id)
    await talk.tx.calendar_feeds.stop(person.id, talk.now)
    await talk.tx.seats.forget(person.id)
    await talk.tx.training.forget(person.id)


async def _forget_voices(talk: Talk) -> None:
    """What they said of services counts, and nobody can tell any more that it was they."""
    own, keeping = talk.person.id, talk.tx.keeping
    await keeping.forget_voice(voice_of(own, None))
    if duo := await talk.tx.duos.of(own):
        await keeping.forget_voice(voice_of(own, duo.id), voice_of(duo.partner_of(own), None))


async def _forget(talk: Talk) -> None:
    """Keep only the language, so that the last message can be read."""
    await leave_road(talk, talk.person)
    await talk.save(
        answers={Question.LANGUAGE: talk.person.language},
        asking=None, stage=Stage.WITHDRAWN, role=None, branch=None, registered_at=None,
        # Who is not on Telegram can come back through the coach who entered them, and nobody else.
        entered_in=talk.person.entered_in if talk.person.telegram_id is None else None,
        import_key=None, paused_at=None, silent_since=None, paused_until=None,
        rested_from=None, rested_until=None, **NOBODY, **ASKED_NOTHING,
    )  # fmt: skip


async def _forget_cases(talk: Talk) -> None:
    """Close what waits for them. Now that they are forgotten no card tells who they were, nor what
    stood in their way.
    """
    await talk.tx.forgetting.what_calls_were_about(talk.person.id)
    for reason in Reason:
        await close_nobodys(talk, reason, talk.person.id)
        if is_known_to_person(reason):
            await forget_told(talk, reason, talk.person.id)
    await forget_words(talk)


async def _end_duo(talk: Talk) -> None:
    """The duo cannot go on; coach and partner hear it, without a reason."""
    duo = await talk.tx.duos.of(talk.person.id)
    if duo is None:
        return
    await talk.tx.duos.end(duo.id, talk.now)
    await talk.tx.rhythms.end(duo.id)
    await stop_waiting(talk, duo.id)
    for reason in (Reason.NO_MEETINGS, Reason.DIFFERS):
        await close_nobodys(talk, reason, duo.id)
    for one in (duo.mentee_id, duo.mentor_id):
        await talk.tx.duo_breaks.end(one, talk.now)
        await close_nobodys(talk, Reason.SILENT, one)
    await _forget_duo_letters(talk, duo)
    await forget_beginning(talk, duo)
    await branch_digest.forget_waiting(talk, duo)
    await phones.forget(talk, duo)
    partner = await talk.tx.people.get(duo.partner_of(talk.person.id))
    await move(talk, partner, Place.READY, why="duo_ended", duo_id=duo.id)
    coming = await talk.tx.meetings.coming_of(duo.id, talk.now)
    await end_meetings(talk, duo, partner.id)
    subject = f"duo:{duo.id}"
    talk.tell_by_day(partner.id, DuoEnded(), subject)
    await tell_coach(talk, duo, _news(talk, partner, len(coming)), subject)
    await report_end(talk, partner.id, duo.coach_id)


def _news(talk: Talk, partner: Person, meetings: int) -> SomebodyLeft:
    until = partner.paused_until
    return SomebodyLeft(
        role=str(talk.person.role),
        partner=partner.first_name,
        telegram_ids=(partner.telegram_id or 0,),
        meetings=meetings,
        partner_rests=partner.paused_at is not None,
        until=until.isoformat() if until else None,
    )


async def _forget_duo_letters(talk: Talk, duo: Duo) -> None:
    """The letters that named one of the two to the other."""
    prompts = await talk.tx.check_ins.prompts_of(duo.id)
    weeks = map(subject_of_week, await talk.tx.check_ins.ids_of(duo.id))
    subjects = [f"duo:{duo.id}", *map(subject_of, prompts), *weeks]
    forgetting = talk.tx.forgetting
    told = (WeekDiffers.kind, HandedOver.kind, MentorMayKnow.kind, ObstacleShared.kind,
            ReadySentence.kind)  # fmt: skip
    await forgetting.take_back(told, subjects, talk.now)
    await forgetting.letters_about(OF_A_DUO, subjects)
    await forgetting.letters_of_kinds_to(duo.mentor_id, TO_A_MENTOR)
    await forgetting.letters_of_kinds_to(duo.partner_of(talk.person.id), TO_THE_OTHER)
