"""What the two hear of a meeting: fixed, moved, cancelled, and reminded of what stands."""

from datetime import datetime, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import select

from bot.actions.meeting_letters import REMINDERS
from bot.i18n import isolated
from storage.meetings import KeptPlace
from storage.tables import OutboxRow
from tests.conversations import House, Someone
from tests.handlers.appointed import BRUSSELS, THURSDAY, cancels, fixes, moves
from tests.handlers.arrivals import newest_of_bot
from tests.post.letters import refused

TOMORROW, SOON = "Tomorrow you meet", "You meet Amir at"
AN_HOUR, A_MINUTE = timedelta(hours=1), timedelta(minutes=1)
CAFE = KeptPlace("address", "", "Café Central, Kerkstraat 3, 9000 Gent")


def at(wall: str) -> datetime:
    """What hangs on the wall in Brussels."""
    return datetime.fromisoformat(wall).replace(tzinfo=BRUSSELS)


def told(person: Someone, words: str) -> list[str]:
    texts = [one["text"] for one in person.messages if one["from"] == "bot"]
    return [one for one in texts if words in one]


def files(house: House, person: Someone) -> list[Calendar]:
    """Every calendar file in this chat, the oldest first."""
    sent = [one["document"]["file_id"] for one in person.messages if "document" in one]
    return [Calendar.from_ical(house.telegram.state.files[one].data) for one in sent]


async def waiting(house: House) -> list[tuple[str, datetime]]:
    """The reminders that wait, and when they are due."""
    async with house.database.reading() as tx:
        rows = await tx.connection.execute(
            select(OutboxRow.kind, OutboxRow.due_at)
            .where(OutboxRow.state == "waiting", OutboxRow.kind.in_(REMINDERS))
            .order_by(OutboxRow.due_at, OutboxRow.kind)
        )
        return [(row.kind, row.due_at) for row in rows]


async def test_both_read_when_and_where_each_in_their_own_language(duo, amir, rita):
    await rita.forges("sp:nl", newest_of_bot(rita))
    await amir.forges("sp:fr", newest_of_bot(amir))
    await fixes(duo, rita, place=CAFE)
    assert "Afgesproken: jij en Amir zien elkaar." in rita.last
    assert "donderdag 5 maart om 14:00, ongeveer 2 uur" in rita.last
    assert "jeudi 5 mars à 14:00, environ 2 heures" in amir.last
    assert "Où\u00a0: Café Central, Kerkstraat 3, 9000 Gent" in amir.last
    (dutch,), (french,) = files(duo, rita), files(duo, amir)
    events = [one.walk("VEVENT")[0] for one in (dutch, french)]
    assert [str(one["SUMMARY"]) for one in events] == [
        "Ontmoeting met Amir",
        "Rencontre avec Rita",
    ]
    assert events[0]["UID"] == events[1]["UID"]
    assert {one.decoded("DTSTART") for one in events} == {at("2026-03-05T14:00")}
    assert amir.messages[-1]["document"]["file_name"] == "duo.ics"


async def test_a_move_and_a_cancellation_come_as_files_under_the_same_name(duo, amir, rita):
    meeting = await fixes(duo, rita)
    moved = await moves(duo, amir, meeting, AN_HOUR)
    await duo.settle()
    assert "Amir says yes." in rita.last
    assert "Your meeting with Rita is changed." in amir.last
    assert "Thursday 5 March at 15:00" in rita.last
    await cancels(duo, rita, moved)
    await duo.settle()
    assert "Rita cannot come on Thursday 5 March at 15:00." in amir.last
    assert "OK, you do not meet on Thursday 5 March at 15:00." in rita.last
    for person in (amir, rita):
        calendars = files(duo, person)
        assert [str(one["METHOD"]) for one in calendars] == ["PUBLISH", "PUBLISH", "CANCEL"]
        events = [one.walk("VEVENT")[0] for one in calendars]
        assert [int(one["SEQUENCE"]) for one in events] == [0, 1, 2]
        assert len({str(one["UID"]) for one in events}) == 1


async def test_both_are_reminded_the_evening_before_and_two_hours_before(duo, amir, rita):
    await fixes(duo, rita)
    await duo.turn_to(at("2026-03-04T17:59"))
    assert not told(amir, TOMORROW)
    await duo.pass_by(minutes=1)
    assert len(told(amir, TOMORROW)) == len(told(rita, TOMORROW)) == 1
    await duo.turn_to(at("2026-03-05T12:00"))
    assert len(told(rita, SOON)) == 1
    assert "You meet Rita at 14:00." in amir.last
    assert amir.buttons == ["I will be late", "I cannot come", "Tell Rita more", "Our meetings"]
    await duo.pass_by(days=2)
    assert len(told(amir, TOMORROW)) == len(told(rita, SOON)) == 1


async def test_a_reminder_that_comes_too_late_is_not_sent(duo, amir, rita):
    await fixes(duo, rita)
    duo.telegram.turn_clock(at("2026-03-05T14:00"))
    await duo.tick()
    assert not told(amir, TOMORROW) + told(rita, SOON)


async def test_nobody_reads_tomorrow_on_the_day_itself(duo, amir, rita):
    await fixes(duo, rita)
    await duo.turn_to(at("2026-03-05T00:01"))
    assert not told(amir, TOMORROW)


async def test_a_move_plans_anew_and_a_cancellation_plans_nothing(duo, amir, rita):
    meeting = await fixes(duo, rita)
    both = [
        ("meeting_tomorrow", at("2026-03-04T18:00")),
        ("meeting_soon", at("2026-03-05T12:00")),
    ]
    assert await waiting(duo) == [one for one in both for _ in range(2)]
    moved = await moves(duo, amir, meeting, AN_HOUR)
    assert [due for _, due in await waiting(duo)][2:] == [at("2026-03-05T13:00")] * 2
    assert len(await waiting(duo)) == 4
    await cancels(duo, rita, moved)
    assert await waiting(duo) == []


MOMENTS = ("claimed", "looked at", "sent")


@pytest.mark.parametrize("change", ["moved", "cancelled"])
@pytest.mark.parametrize("moment", MOMENTS)
async def test_no_reminder_of_the_old_time_is_sent_after_a_change(duo, amir, rita, moment, change):
    """The change comes while the courier holds the letters; what set out before it has arrived."""
    meeting = await fixes(duo, rita)
    duo.telegram.turn_clock(at("2026-03-05T12:00"))
    courier, sent = duo.app.courier, []
    letters = [one for one in await courier.look() if one.kind == "meeting_soon"]
    assert len(letters) == 2
    if moment != "claimed":
        await courier.deliver(letters[0])
        sent = told(amir, "You meet Rita at 14:00") + told(rita, "You meet Amir at 14:00")
        assert len(sent) == 1
    if moment == "sent":
        await courier.look()
    if change == "moved":
        await moves(duo, amir, meeting, AN_HOUR)
    else:
        await cancels(duo, amir, meeting)
    for letter in letters[len(sent) :]:
        await courier.deliver(letter)
    await duo.settle()
    after = told(amir, "You meet Rita at 14:00") + told(rita, "You meet Amir at 14:00")
    assert after == sent
    await duo.pass_by(hours=1, minutes=1)
    assert len(told(amir, "You meet Rita at 15:00")) == (change == "moved")


async def test_by_night_the_other_one_reads_it_in_the_morning(duo, amir, rita):
    await duo.turn_to(at("2026-03-03T22:00"))
    await fixes(duo, rita)
    assert told(rita, "Fixed")
    assert not told(amir, "Fixed")
    await duo.turn_to(at("2026-03-04T08:00"))
    assert told(amir, "Fixed")


async def test_what_is_about_tomorrow_morning_does_not_wait(duo, amir, rita):
    await duo.turn_to(at("2026-03-04T22:00"))
    meeting = await fixes(duo, rita, THURSDAY.replace(hour=9))
    await cancels(duo, rita, meeting)
    await duo.settle()
    assert told(amir, "Fixed")
    assert told(amir, "Rita cannot come on Thursday 5 March at 09:00.")


async def test_what_was_fixed_and_cancelled_by_night_is_told_as_cancelled_only(duo, amir, rita):
    await duo.turn_to(at("2026-03-03T22:00"))
    await cancels(duo, rita, await fixes(duo, rita))
    await duo.turn_to(at("2026-03-04T08:00"))
    assert not told(amir, "Fixed")
    assert told(amir, "Rita cannot come on Thursday")


async def test_a_meeting_in_the_night_in_which_the_clock_is_put_back_lasts_as_it_does(
    duo, amir, rita
):
    await duo.turn_to(at("2026-10-20T11:00"))
    await fixes(duo, rita, datetime.fromisoformat("2026-10-25T01:30"), minutes=180)
    assert "Sunday 25 October at 01:30, about 3 hours" in rita.last


async def test_the_words_stand_where_telegram_takes_no_file(duo, amir, rita):
    refused(duo, 413, "Request Entity Too Large", times=2, method="sendDocument")
    await fixes(duo, rita, place=CAFE)
    assert "Fixed: you and Rita meet." in amir.last
    assert "Tap the file" not in amir.last
    assert isolated("Café Central") in amir.last


async def test_who_takes_a_break_is_reminded_of_the_meeting_that_stands(duo, amir, rita):
    await fixes(duo, rita)
    await amir.says("/stop")
    await duo.turn_to(at("2026-03-04T18:00"))
    await duo.turn_to(at("2026-03-05T12:00"))
    assert told(amir, TOMORROW)
    assert told(amir, "You meet Rita at 14:00.")


async def test_a_public_holiday_is_named_when_it_is_fixed_and_the_day_before(duo, amir, rita):
    await duo.turn_to(at("2026-04-04T11:00"))
    await fixes(duo, rita, datetime.fromisoformat("2026-04-06T14:00"))
    assert "Monday 6 April is a public holiday: Easter Monday." in rita.last
    await duo.turn_to(at("2026-04-05T18:00"))
    assert "Easter Monday" in told(amir, TOMORROW)[0]


async def test_nobody_is_asked_a_week_before_how_late_they_will_be(duo, amir, rita):
    meeting = await fixes(duo, rita, THURSDAY + timedelta(days=7))
    assert "I will be late" not in amir.buttons
    await amir.forges(f"mt:s:{meeting.id}", newest_of_bot(amir))
    assert "I will be late" not in amir.buttons
