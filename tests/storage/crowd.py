"""A database in which many people have lived for a long time."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import insert, text

from storage import Database, Transaction
from storage.glance import waits
from storage.held_letters import Fate
from storage.matches import new_match
from storage.meeting_offers import OfferState
from storage.referrals import Ending
from storage.sealing import BlindBytes, SealedBytes
from storage.tables import (
    Base,
    BusyQuarterRow,
    CalendarFeedRow,
    CallRow,
    CaseAskRow,
    CaseMessageRow,
    CaseRow,
    CaseTopicRow,
    CheckInRow,
    DeedRow,
    DuoBreakRow,
    DuoRow,
    FirstMeetingRow,
    InboxRow,
    MatchRow,
    MeetingOfferRow,
    MeetingRow,
    ObstacleRow,
    OutboxRow,
    PersonRow,
    PhoneShareRow,
    PromptRow,
    ReferralCountRow,
    ReferralRow,
    RhythmRow,
    SecondFactorRow,
    SignatureRow,
    StaffGroupRow,
    StepRow,
)

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
PEOPLE = 1_500
DUOS = PEOPLE // 2
WAITING_IN = 30  # one row in so many still waits
NOTHING = SealedBytes(b"nothing")
Row = dict[str, Any]


async def move_in(database: Database) -> None:
    """Write everything that they have left behind, a little of which still waits."""
    async with database.transaction() as tx:
        for table, rows in _rows().items():
            await tx.connection.execute(insert(table), rows)
        if tx.connection.dialect.name == "postgresql":
            await tx.connection.execute(text("ANALYZE"))


def _rows() -> dict[type[Base], list[Row]]:
    return {
        PersonRow: [_person(n) for n in range(PEOPLE)],
        DuoRow: [_duo(n) for n in range(DUOS)],
        DuoBreakRow: [_break(n) for n in range(DUOS * 2)],
        FirstMeetingRow: [_first_meeting(n) for n in range(DUOS)],
        SignatureRow: [_signature(n) for n in range(DUOS * 3)],
        StepRow: [_step(n) for n in range(PEOPLE * 3)],
        MatchRow: [_match(n) for n in range(DUOS)],
        RhythmRow: [_rhythm(n) for n in range(DUOS * 2)],
        CheckInRow: [_check_in(n) for n in range(DUOS * 3)],
        PromptRow: [_prompt(n) for n in range(DUOS * 6)],
        ObstacleRow: [_obstacle(n) for n in range(PEOPLE * 3)],
        CaseRow: [_case(n) for n in range(DUOS)],
        CaseAskRow: [_ask(n) for n in range(DUOS * 2)],
        SecondFactorRow: [{"person_id": n, "made_at": NOW} for n in range(PEOPLE)],
        CaseMessageRow: [_message(n) for n in range(PEOPLE * 2)],
        StaffGroupRow: [
            {"id": n, "branch": f"branch {n}", "chat_id": -n, "linked_by": n} for n in range(DUOS)
        ],
        CaseTopicRow: [_topic(n) for n in range(DUOS)],
        InboxRow: [_update(n) for n in range(PEOPLE * 2)],
        OutboxRow: [_letter(n) for n in range(PEOPLE * 3)],
        MeetingRow: [_meeting(n) for n in range(PEOPLE)],
        BusyQuarterRow: [_quarter(n) for n in range(PEOPLE)],
        MeetingOfferRow: [_offer(n) for n in range(PEOPLE)],
        CalendarFeedRow: [_feed(n) for n in range(PEOPLE)],
        PhoneShareRow: [_share(n) for n in range(DUOS)],
        ReferralRow: [_referral(n) for n in range(PEOPLE)],
        CallRow: [_call(n) for n in range(PEOPLE)],
        DeedRow: [
            {"id": n, "update_id": n, "person_id": n, "by_id": 1, "at": NOW} for n in range(PEOPLE)
        ],
        ReferralCountRow: [_count(n) for n in range(PEOPLE)],
    }


def _first_meeting(n: int) -> Row:
    """All of them are over long ago."""
    return {"id": n, "duo_id": n, "draft": "", "times": "", "round": 1, "place_kind": "branch",
            "held_at": NOW}  # fmt: skip


def _signature(n: int) -> Row:
    return {"id": n, "duo_id": n // 3, "person_id": n % PEOPLE, "version": f"{n // PEOPLE}",
            "language": "nl", "hash": f"{n:064}", "signed_at": NOW}  # fmt: skip


def _step(n: int) -> Row:
    """Few of them have found a duo not long ago."""
    goal = "ready" if n % WAITING_IN else "matched"
    at = NOW - timedelta(days=n % 700)
    return {"id": n, "person_id": n % PEOPLE, "goal": goal, "at": at, "why": "asked"}


def _match(n: int) -> Row:
    """All but a few are over."""
    return {
        "id": n, "mentee_id": n, "mentor_id": DUOS + n, "coach_id": n, "asked_at": NOW,
        "look_at": None if n % WAITING_IN else NOW, "closed_at": NOW if n % WAITING_IN else None,
        "outcome": "declined" if n % WAITING_IN else None,
    }  # fmt: skip


def _person(n: int) -> Row:
    return {
        "id": n, "telegram_key": BlindBytes(n.to_bytes(16)), "telegram_id": NOTHING,
        "stage": "registered", "role": "mentee" if n < DUOS else "mentor", "language": "nl",
        "branch": f"branch {n % 20}", "answers": NOTHING, "arrived_at": NOW,
    }  # fmt: skip


def _call(n: int) -> Row:
    return {"id": n, "person_id": n, "by_id": n % 20, "at": NOW, "outcome": "no_answer",
            "holds_until": NOW}  # fmt: skip


def _duo(n: int) -> Row:
    return {
        "id": n, "mentee_id": n, "mentor_id": n + DUOS, "coach_id": n % 20,
        "zone": "Europe/Brussels", "formed_at": NOW,
    }  # fmt: skip


def _break(n: int) -> Row:
    left_open = n % WAITING_IN == 0
    return {
        "id": n, "duo_id": n % DUOS, "person_id": n, "began_at": NOW - timedelta(days=n),
        "ended_at": None if left_open else NOW, "reason": NOTHING if left_open else None,
    }  # fmt: skip


def _rhythm(n: int) -> Row:
    """First the mentees, then the mentors."""
    return {
        "id": n, "duo_id": n % DUOS, "person_id": n, "weekday": 6, "at": time(18),
        "next_ask_at": NOW + timedelta(minutes=n - WAITING_IN),
    }  # fmt: skip


def _check_in(n: int) -> Row:
    is_open = n % WAITING_IN == 0
    return {
        "id": n, "duo_id": n % DUOS, "week": f"2026-W{n // DUOS:02}", "asked_at": NOW,
        "closes_at": NOW if is_open else None, "outcome": None if is_open else "met",
    }  # fmt: skip


def _prompt(n: int) -> Row:
    duo = n // 2 % DUOS
    return {
        "id": n, "check_in_id": n // 2, "person_id": duo + (n % 2) * DUOS, "size": "full",
        "asked_at": NOW - timedelta(days=7 * (n // DUOS // 2) + 3), "closes_at": NOW,
        "remind_at": NOW + timedelta(minutes=n - WAITING_IN),
    }  # fmt: skip


def _obstacle(n: int) -> Row:
    return {"id": n, "person_id": n % PEOPLE, "theme": NOTHING, "audience": "coach",
            "told_at": NOW - timedelta(days=1)}  # fmt: skip


def _case(n: int) -> Row:
    is_open = n % WAITING_IN == 0
    return {
        "id": n, "reason": "asked", "open_key": f"asked:{n}" if is_open else None, "person_id": n,
        "coach_id": n % 20, "opened_at": NOW, "closed_at": None if is_open else NOW,
    }  # fmt: skip


def _ask(n: int) -> Row:
    """Each case came to two coaches."""
    return {"id": n, "case_id": n % DUOS, "person_id": (n + n // DUOS) % 20, "rung": n // DUOS,
            "asked_at": NOW}  # fmt: skip


def _update(n: int) -> Row:
    waits = n % WAITING_IN == 0
    return {
        "update_id": n, "sender_key": BlindBytes((n % PEOPLE).to_bytes(16)), "raw": NOTHING,
        "state": "waiting" if waits else "done", "tries": 0, "failures": 0, "received_at": NOW,
        "done_at": None if waits else NOW,
    }  # fmt: skip


def _letter(n: int) -> Row:
    waits, held = n % WAITING_IN == 0, n % WAITING_IN == 1
    return {
        "id": n, "kind": "help", "subject": f"update:{n}", "occurrence": "1",
        "person_id": n % PEOPLE, "facts": NOTHING, "lane": n % 4, "due_at": NOW, "kept_at": NOW,
        "place": 0, "tries": 0, "unsure": 0,
        "state": "waiting" if waits else "held" if held else "sent",
        "message_id": None if waits else n, "settled_at": None if waits else NOW,
        "stays": "hours" if n % WAITING_IN == 7 else None,
    }  # fmt: skip


def _topic(n: int) -> Row:
    return {
        "case_id": n, "group_id": n, "state": "rests" if n % WAITING_IN else "due",
        "version": 1, "shown": 1, "tries": 0, "thread_id": n, "card_id": n,
    }  # fmt: skip


def _message(n: int) -> Row:
    return {
        "id": n, "case_id": n % DUOS, "author_id": n % PEOPLE, "side": "person", "form": "text",
        "message_id": n, "sent_at": NOW,
    }  # fmt: skip


def _meeting(n: int) -> Row:
    begins = NOW + timedelta(hours=n)
    return {
        "id": n, "duo_id": n % DUOS, "wall": "2026-03-05T14:00", "zone": "Europe/Brussels",
        "minutes": 120, "starts_at": begins, "ends_at": begins + timedelta(hours=2),
        "place_kind": "open", "place_key": "", "sequence": 0, "made_at": NOW, "changed_at": NOW,
    }  # fmt: skip


def _quarter(n: int) -> Row:
    return {"id": n, "person_id": n, "quarter": n, "meeting_id": n}


def _offer(n: int) -> Row:
    is_open = n % WAITING_IN == 0
    return {
        "id": n, "open_key": f"open:{n}" if is_open else None, "duo_id": n % DUOS,
        "offered_by": n, "times": "2026-03-05T14:00", "minutes": 120, "place_kind": "open",
        "place_key": "", "state": "open" if is_open else "fixed", "made_at": NOW,
    }  # fmt: skip


def _feed(n: int) -> Row:
    return {"id": n, "person_id": n, "token_hash": f"{n:064}", "made_at": NOW}


def _share(n: int) -> Row:
    return {"id": n, "duo_id": n, "person_id": n, "number": NOTHING, "shared_at": NOW}


def _referral(n: int) -> Row:
    return {
        "id": n, "person_id": n, "open_key": BlindBytes((n + PEOPLE).to_bytes(16)),
        "facts": NOTHING, "made_at": NOW, "ask_at": NOW + timedelta(hours=1 + n),
        "ends_at": NOW + timedelta(days=1 + n),
    }  # fmt: skip


def _count(n: int) -> Row:
    return {"id": n, "service_key": f"service-{n}", "need": "housing.rent", "region": "BE-BRU",
            "outcome": "refused", "barrier": "full", "count": 1}  # fmt: skip


async def ask_often(tx: Transaction) -> None:
    """What is asked for each update, each letter and each second."""
    await _ask_the_post(tx)
    await _ask_what_stands(tx)
    await _ask_the_programme(tx)
    await _ask_what_was_answered(tx)
    await _ask_about_meetings(tx)
    await _ask_the_referrals(tx)
    await _ask_for_coaches(tx)
    await _ask_within_a_duo(tx)
    await _ask_about_active_weeks(tx)
    await _ask_about_matches(tx)
    await tx.road.found_since("mentee", ["brussels"], NOW)
    await _ask_about_the_team(tx)
    await waits(tx.connection, {}, NOW, NOW)
    await _ask_about_topics(tx)
    await _ask_about_the_work(tx)


async def _ask_about_the_work(tx: Transaction) -> None:
    """What is to be told to somebody, and what is noted when a coach speaks for them."""
    await tx.calls.letters_of(7, NOW)
    await tx.calls.told(7, NOW, NOW)
    await tx.calls.held_until(7, NOW)
    await tx.calls.of(7, 1)
    await tx.calls.deeds_of(7, 1)


async def _ask_about_matches(tx: Transaction) -> None:
    match = new_match((7, 8), 9, NOW, NOW)
    await tx.matches.begin(match)
    await tx.matches.agree(match, 7, NOW)
    await tx.matches.look_again(match, NOW, NOW)
    await tx.matches.get(match.id)
    await tx.matches.open_of(7)
    await tx.matches.all_of(7)
    await tx.matches.open_in("brussels", 11)
    await tx.matches.tried([7, 8])
    await tx.matches.due(NOW, 100)
    await tx.matches.hand(9, 10)
    await tx.matches.close(match.id, "agreed", NOW)
    await tx.people.ready("mentee", "brussels", 100)


async def _ask_about_active_weeks(tx: Transaction) -> None:
    await tx.duos.to_look_at(NOW, 100)
    await tx.duos.looked(7, None, None)
    await tx.duos.asked_another("1", 100)
    await tx.first_meetings.over(NOW, 100)
    await tx.first_meetings.of(7)
    await tx.first_meetings.busy((7, 8, 9), 5)
    await tx.signatures.of(7)
    await tx.duo_breaks.begin(1, 1, NOW)
    await tx.duo_breaks.give_reason(1, "exams")
    await tx.duo_breaks.of((7,))
    await tx.duo_breaks.end(1, NOW)


async def _ask_the_post(tx: Transaction) -> None:
    await tx.inbox.claim(NOW, 10)
    await tx.inbox.finish(1, NOW)
    await tx.inbox.give_back(1, set_aside=False)
    claimed = await tx.outbox.claim(NOW, NOW, 5, busy=[1, 2])
    await tx.outbox.claim(NOW, NOW, 5)
    assert not claimed, "They do not open, and were settled at once."
    await tx.outbox.drop(7, [2, 3], NOW)
    await tx.outbox.sent_copies("help", "update:7")
    await tx.outbox.still_wanted(7, NOW, NOW)
    await tx.forgetting.take_back(["help"], ["update:7"], NOW)
    await tx.held_letters.kept_for([7, 8], ["mentee"], 2, ["help"], NOW)
    await tx.held_letters.due(NOW, 100)
    await tx.held_letters.settle([Fate(7, "held", NOW)], NOW)
    await tx.held_letters.drop_expired(NOW, 100)


async def _ask_what_stands(tx: Transaction) -> None:
    assert await tx.standing.of(7, ["hours"], NOW)
    assert await tx.standing.sent_before("hours", NOW, 100)
    await tx.standing.written_by(7, NOW)
    await tx.standing.answered(7, NOW)
    await tx.standing.take_out(7, [7, 8], NOW)
    await tx.standing.take_out_all(7, NOW)
    await tx.standing.copies("case_card", "case:7", NOW)
    await tx.standing.kept_after(7, "case_message_came", "case:7", NOW)
    await tx.standing.drop_coming(["help"], [7], NOW)
    await tx.second_factors.passed_until(7)


async def _ask_about_topics(tx: Transaction) -> None:
    assert await tx.case_topics.is_due(NOW)
    (work,) = await tx.case_topics.claim(NOW, 1)
    await tx.case_topics.rest(work)
    await tx.case_topics.look_at([7])
    await tx.case_topics.case_of_card(-7, 7)
    await tx.staff_groups.of_chat(-7)


async def _ask_what_was_answered(tx: Transaction) -> None:
    await tx.prompts.of(7, 3)
    await tx.prompts.answer(7, "met", 60, NOW)
    await tx.prompts.minutes_so_far(7, 3)
    await tx.prompts.newest_letter_to(7)
    await tx.obstacles.of(7, NOW)
    await tx.people.back_from_break(NOW, 100)
    await tx.rhythms.move(7, 6, time(18), NOW)


async def _ask_the_programme(tx: Transaction) -> None:
    await tx.people.by_telegram(1)
    await tx.people.by_ids([])
    await tx.people.save(7, asking=None)
    await tx.duos.of(7)
    await tx.rhythms.due(NOW, 100)
    await tx.rhythms.plan([(7, NOW)])
    await tx.coming.after(NOW)
    await tx.rhythms.of(7)
    await tx.check_ins.past_patience(NOW, 100)
    await tx.check_ins.heard(7)
    await tx.check_ins.prompts_in(7)
    await tx.check_ins.settle(7, "met")
    await tx.check_ins.latest_outcomes(7, 2)
    await tx.people.members([])
    await tx.asking.of_weeks([(7, "2026-W01")])
    await tx.asking.already_asked([(7, 3)])
    await tx.asking.wait_until([(7, NOW)])
    await _ask_about_silence(tx)
    await _ask_about_cases(tx)


async def _ask_about_cases(tx: Transaction) -> None:
    await tx.cases.open_for("asked:60")
    await tx.cases.open_under(["asked:60", "danger:60"])
    await tx.case_messages.newest_from(60, "coach", 3)
    await tx.case_messages.newest_of(60, 3)
    await tx.cases.open_of(7)
    await tx.cases.for_coach(7, 8)
    await tx.case_steps.due(NOW, 100)
    await tx.case_steps.still_due(60, NOW)
    await tx.case_lists.own(7, 10)
    await tx.case_lists.others(7, 10)
    await tx.cases.held(60)
    await tx.case_steps.asked(60)
    await tx.case_steps.let_in(60, [7, 8])
    await tx.case_steps.asked_on(60, 2)
    await tx.case_steps.ask(60, [7], 2, NOW)


async def _ask_about_silence(tx: Transaction) -> None:
    await tx.silences.weeks_of([7, 8], NOW - timedelta(weeks=5), NOW)
    await tx.silences.to_ask_again("check_in_prompt", NOW, 100)
    await tx.silences.ask_no_more([7, 8])
    await tx.silences.pass_over_unsent("check_in_prompt", [7, 8])
    await tx.silences.pass_over([7, 8])
    await tx.silences.answered_at(7, 8)
    await tx.rhythms.hear(7, NOW)


async def _ask_about_meetings(tx: Transaction) -> None:
    meeting = await tx.meetings.get(7, 7)
    assert meeting
    await tx.meetings.hold(7)
    await tx.meetings.latest_of(7, 100)
    await tx.meetings.coming_of(7, NOW)
    await tx.meetings.between([7, 8], NOW, NOW)
    await tx.meetings.beginning_after(NOW, 7, 100)
    await tx.meetings.change(meeting, [7], [7], NOW)
    await tx.meeting_offers.draft_of(7)
    await tx.meeting_offers.open_of(7)
    await tx.meeting_offers.get(7, 7)
    await tx.meeting_offers.end(7, OfferState.FIXED, NOW)
    await tx.meeting_offers.ids_of(7)


async def _ask_the_referrals(tx: Transaction) -> None:
    await tx.referrals.due(NOW, 100)
    await tx.referrals.past_end(NOW, 100)
    await tx.referrals.open_for(7, "service-7")
    await tx.referrals.of(7, 8)
    await tx.referrals.forget(7, 8)
    await tx.referrals.forget_all_of(PEOPLE)
    full = Ending("service-7", "housing.rent", "BE-BRU", "refused", "full")
    await tx.referrals.end({7: full})
    await tx.outbox.count_kept(7, "handed_over", NOW)


async def _ask_for_coaches(tx: Transaction) -> None:
    """What is asked when a coach looks at duos."""
    await tx.duos.followed_by(7, 500)
    await tx.duo_views.one(7, 8)
    await tx.duo_views.members([])
    await tx.duo_views.weeks([7, 8], NOW)
    await tx.duo_views.open_cases([7, 8], [7, 8, 7 + DUOS])


async def _ask_about_the_team(tx: Transaction) -> None:
    """What is asked when people get another coach. Leaves are few: what is over is not kept."""
    await tx.caseloads.elsewhere(7, [7, 8], [7, 8])
    await tx.caseloads.away_from(7)
    await tx.caseloads.hand_duos(7, 8)
    await tx.caseloads.close_words([7, 8], NOW)
    await tx.caseloads.open_words(7, 8)
    await tx.caseloads.words_are_closed(7)


async def _ask_within_a_duo(tx: Transaction) -> None:
    """What the two of a duo ask about their meetings, their calendars and their numbers."""
    await tx.calendar_feeds.reader(f"{7:064}")
    await tx.calendar_feeds.is_open(7)
    await tx.calendar_feeds.stop(7, NOW)
    await tx.calendar_feeds.meetings_of(DUOS + 7, NOW + timedelta(days=365))
    await tx.phone_shares.of(DUOS + 7)
    await tx.phone_shares.stop(7, 7)
    await tx.phone_shares.forget(7)
    await tx.outbox.count_kept(7, "ready_sentence", NOW)
