"""A database in which many people have lived for a long time."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import insert, text

from storage import Database, Transaction
from storage.referrals import Ending
from storage.sealing import BlindBytes, SealedBytes
from storage.tables import (
    Base,
    CaseRow,
    CheckInRow,
    DuoRow,
    InboxRow,
    OutboxRow,
    PersonRow,
    PromptRow,
    ReferralCountRow,
    ReferralRow,
    RhythmRow,
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
        RhythmRow: [_rhythm(n) for n in range(DUOS * 2)],
        CheckInRow: [_check_in(n) for n in range(DUOS * 3)],
        PromptRow: [_prompt(n) for n in range(DUOS * 6)],
        CaseRow: [_case(n) for n in range(DUOS)],
        InboxRow: [_update(n) for n in range(PEOPLE * 2)],
        OutboxRow: [_letter(n) for n in range(PEOPLE * 3)],
        ReferralRow: [_referral(n) for n in range(PEOPLE)],
        ReferralCountRow: [_count(n) for n in range(PEOPLE)],
    }


def _person(n: int) -> Row:
    return {
        "id": n, "telegram_key": BlindBytes(n.to_bytes(16)), "telegram_id": NOTHING,
        "stage": "registered", "role": "mentee" if n < DUOS else "mentor", "language": "nl",
        "branch": f"branch {n % 20}", "answers": NOTHING, "arrived_at": NOW,
    }  # fmt: skip


def _duo(n: int) -> Row:
    return {
        "id": n, "mentee_id": n, "mentor_id": n + DUOS, "coach_id": n % 20,
        "zone": "Europe/Brussels", "formed_at": NOW,
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
        "asked_at": NOW, "closes_at": NOW,
    }  # fmt: skip


def _case(n: int) -> Row:
    is_open = n % WAITING_IN == 0
    return {
        "id": n, "reason": "asked", "open_key": f"asked:{n}" if is_open else None, "person_id": n,
        "coach_id": n % 20, "opened_at": NOW, "closed_at": None if is_open else NOW,
    }  # fmt: skip


def _update(n: int) -> Row:
    waits = n % WAITING_IN == 0
    return {
        "update_id": n, "sender_key": BlindBytes((n % PEOPLE).to_bytes(16)), "raw": NOTHING,
        "state": "waiting" if waits else "done", "tries": 0, "failures": 0, "received_at": NOW,
        "done_at": None if waits else NOW,
    }  # fmt: skip


def _letter(n: int) -> Row:
    waits = n % WAITING_IN == 0
    return {
        "id": n, "kind": "help", "subject": f"update:{n}", "occurrence": "1",
        "person_id": n % PEOPLE, "facts": NOTHING, "lane": n % 4, "due_at": NOW, "kept_at": NOW,
        "place": 0, "state": "waiting" if waits else "sent", "tries": 0, "unsure": 0,
        "message_id": None if waits else n, "settled_at": None if waits else NOW,
    }  # fmt: skip


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
    await _ask_the_programme(tx)
    await _ask_the_referrals(tx)


async def _ask_the_post(tx: Transaction) -> None:
    await tx.inbox.claim(NOW, 10)
    await tx.inbox.finish(1, NOW)
    await tx.inbox.give_back(1, set_aside=False)
    claimed = await tx.outbox.claim(NOW, NOW, 5, busy=[1, 2])
    await tx.outbox.claim(NOW, NOW, 5)
    assert not claimed, "They do not open, and were settled at once."
    await tx.outbox.drop(7, [2, 3], NOW)
    await tx.outbox.sent_copies("help", "update:7")
    await tx.forgetting.take_back(["help"], ["update:7"], NOW)


async def _ask_the_programme(tx: Transaction) -> None:
    await tx.people.by_telegram(1)
    await tx.people.by_ids([])
    await tx.people.save(7, asking=None)
    await tx.duos.of(7)
    await tx.rhythms.due(NOW, 100)
    await tx.rhythms.plan([(7, NOW)])
    await tx.rhythms.of(7)
    await tx.check_ins.past_patience(NOW, 100)
    await tx.check_ins.of_weeks([(7, "2026-W01")])
    await tx.check_ins.already_asked([(7, 3)])
    await tx.check_ins.asked(7, 3)
    await tx.check_ins.open_prompt_of(7)
    await tx.check_ins.answer(7, "met", NOW)
    await tx.check_ins.answers(7)
    await tx.check_ins.settle(7, "met")
    await tx.check_ins.latest_outcomes(7, 2)
    await tx.cases.open_for("asked:60")
    await tx.cases.open_of(7, 10)


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
