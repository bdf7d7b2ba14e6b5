"""Telling each other something without writing: each reads it in their own language."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from storage.meetings import KeptPlace
from storage.tables import MeetingRow
from tests.conversations import House, Someone
from tests.handlers.appointed import cancels, fixes, moves
from tests.handlers.arrivals import leaves, newest_of_bot, remembered, taps_old

CAFE = KeptPlace("address", "", "Kerkstraat 3, 9000 Gent")


async def speaks(person: Someone, language: str) -> None:
    await person.forges(f"sp:{language}", newest_of_bot(person))


async def duo_id(house: House) -> int:
    (duo,) = (await remembered(house))["duos"]
    return duo[0]


async def says(person: Someone, group: str, sentence: str) -> str:
    """Two taps and no typing."""
    await taps_old(person, "go:say")
    await person.taps(group)
    return await person.taps(sentence)


async def test_who_comes_late_says_so_in_two_taps_and_the_other_reads_their_own_language(
    duo, amir, rita
):
    await speaks(rita, "nl")
    await speaks(amir, "fr")
    await fixes(duo, rita, datetime.fromisoformat("2026-03-04T10:00"), place=CAFE)
    await amir.taps("Je serai en retard")
    assert "Tu auras combien de retard\u00a0?" in amir.last
    said = await amir.taps("20 minutes")
    assert "J’aurai environ 20 minutes de retard." in said
    assert rita.last == (
        "Amir zegt je:\nIk kom ongeveer 20 minuten te laat.\n\n"
        "Jullie ontmoeting: woensdag 4 maart om 10:00."
    )
    await rita.taps("Goed!")
    assert "ongeveer 20 minuten te laat" in "".join(one["text"] for one in rita.messages[-2:])
    assert amir.last.startswith("Rita te dit\u00a0:\nD’accord\u00a0!")


async def test_the_place_stands_in_the_sentence(duo, amir, rita):
    await speaks(rita, "nl")
    await fixes(duo, rita, place=CAFE)
    await says(amir, "Late, or I am here", "I am at the entrance")
    assert "Ik wacht aan de ingang: Kerkstraat 3, 9000 Gent." in rita.last


async def test_a_call_is_announced_with_its_hour(duo, amir, rita):
    await speaks(rita, "fr")
    await says(amir, "About calling", "I call you at 14:00")
    assert "Je t’appelle à 14:00." in rita.last


async def test_thanks_wait_for_the_morning_and_who_cannot_come_does_not(duo, amir, rita):
    duo.telegram.advance_clock(timedelta(hours=11))
    before = rita.last
    assert "Rita reads this in the morning:" in await says(
        amir, "Thanks and good luck", "Thank you!"
    )
    assert rita.last == before
    await says(amir, "Change the meeting", "I cannot come")
    assert "I cannot come. I am sorry." in rita.last
    await duo.pass_by(hours=11)
    assert "Thank you!" in rita.last


@pytest.mark.parametrize("change", ["moved", "cancelled", "zone"])
async def test_what_waits_for_the_morning_never_names_an_hour_that_is_no_more(
    duo, amir, rita, change
):
    meeting = await fixes(duo, rita)
    duo.telegram.advance_clock(timedelta(hours=11))
    await says(amir, "To bring or to do", "Bring your CV")
    if change == "cancelled":
        await cancels(duo, rita, meeting)
    elif change == "moved":
        await moves(duo, rita, meeting, timedelta(hours=2))
    else:
        async with duo.database.transaction() as tx:
            an_hour_off = {"starts_at": meeting.starts_at + timedelta(hours=1)}
            await tx.connection.execute(update(MeetingRow).values(**an_hour_off))
        assert await duo.app.actions.meetings.keep_wall_times() == 1
    await duo.pass_by(hours=11)
    read = [one["text"] for one in rita.messages if "bring your CV" in one["text"]]
    hours = {"cancelled": [], "moved": ["16:00"], "zone": ["14:00"]}[change]
    assert [hour for text in read for hour in ("14:00", "15:00", "16:00") if hour in text] == hours


async def test_who_cannot_come_is_asked_what_instead_and_nobody_hears_it_before(duo, amir, rita):
    await fixes(duo, rita)
    before = rita.last
    await amir.taps("I cannot come")
    assert amir.buttons == ["Choose another time", "Cancel the meeting", "Change nothing"]
    await amir.taps("Change nothing")
    assert rita.last == before
    await taps_old(amir, behind(amir, "I cannot come"))
    await amir.taps("Cancel the meeting")
    assert "Amir cannot come on Thursday 5 March at 14:00." in rita.last


def behind(person: Someone, label: str) -> str:
    """What a button carries, wherever it stands."""
    return next(
        button["callback_data"]
        for message in person.messages
        for row in (message.get("reply_markup") or {}).get("inline_keyboard", [])
        for button in row
        if button["text"] == label
    )


async def test_who_is_ill_today_is_asked_about_the_meeting_that_still_stands(duo, amir, rita):
    await fixes(duo, rita)
    await says(amir, "Change the meeting", "I am ill today")
    assert "still stands. What do you want?" in amir.last
    assert amir.buttons[:2] == ["Choose another time", "Cancel the meeting"]


async def test_ten_sentences_an_hour_are_enough(duo, amir, rita):
    number = await duo_id(duo)
    for _ in range(10):
        await taps_old(amir, f"rs:{number}:where:")
        assert "I have told Rita" in amir.last
    told = len(rita.messages)
    assert "Rita has read much from you this hour." in await taps_old(amir, f"rs:{number}:where:")
    assert len(rita.messages) == told
    await taps_old(rita, f"rs:{number}:ok:")
    assert "Rita tells you:\nAll right!" in amir.last
    await duo.pass_by(hours=1, seconds=1)
    assert "I have told Rita" in await taps_old(amir, f"rs:{number}:where:")


async def test_who_takes_a_break_is_left_in_peace_but_for_a_meeting_of_the_day(duo, amir, rita):
    await fixes(duo, amir)
    await rita.says("/stop")
    number, told = await duo_id(duo), len(rita.messages)
    assert "I cannot reach Rita now." in await taps_old(amir, f"rs:{number}:where:")
    assert len(rita.messages) == told
    await duo.pass_by(days=2)
    assert "I have told Rita" in await taps_old(amir, f"rs:{number}:where:")
    assert "Where are you?" in rita.last


async def test_who_has_blocked_the_bot_is_not_told_anything(duo, amir, rita):
    await rita.blocks()
    assert "I cannot reach Rita now." in await taps_old(amir, f"rs:{await duo_id(duo)}:where:")


@pytest.mark.parametrize("who", ["tom", "els"])
async def test_nobody_else_tells_anybody_anything(duo, amir, rita, tom, els, who):
    meeting = await fixes(duo, rita, place=CAFE)
    other, number = {"tom": tom, "els": els}[who], await duo_id(duo)
    before, heard = await remembered(duo), (len(amir.messages), len(rita.messages))
    for tap in (f"rg:{number}:way", f"rs:{number}:late10:", f"lt:{meeting.id}:10", "go:say",
                *(f"dy:{step}:{meeting.id}" for step in "mlc")):  # fmt: skip
        said = await taps_old(other, tap)
        assert said
        assert "Kerkstraat" not in said
        assert "Rita" not in said
    assert await remembered(duo) == before
    assert (len(amir.messages), len(rita.messages)) == heard


async def test_a_meeting_that_is_over_or_cancelled_is_told_of_kindly(duo, amir, rita):
    over = await fixes(duo, rita)
    await duo.pass_by(days=3)
    gone = await fixes(
        duo, rita, duo.telegram.clock.now().replace(tzinfo=None) + timedelta(days=1)
    )
    await cancels(duo, rita, gone)
    heard = len(rita.messages)
    for meeting in (over, gone):
        for tap in (f"dy:l:{meeting.id}", f"dy:c:{meeting.id}", f"lt:{meeting.id}:20"):
            assert "a meeting that is over or changed" in await taps_old(amir, tap)
    await duo.settle()
    assert "minutes late" not in str(rita.messages[heard:])


async def test_minutes_that_no_button_has_tell_nobody(duo, amir, rita):
    meeting = await fixes(duo, rita)
    heard = len(rita.messages)
    assert "That button is old." in await taps_old(amir, f"lt:{meeting.id}:25")
    assert len(rita.messages) == heard


async def test_after_the_end_of_a_duo_its_sentences_tell_nobody_and_nothing_is_kept(
    duo, amir, rita
):
    number = await duo_id(duo)
    duo.telegram.advance_clock(timedelta(hours=11))
    await taps_old(amir, f"rs:{number}:thanks:")
    await leaves(amir)
    await duo.pass_by(hours=11)
    assert "Thank you!" not in str(rita.messages)
    for tap in (f"rs:{number}:where:", f"rg:{number}:kind", "go:say"):
        assert "Amir" not in await taps_old(rita, tap)
    assert "Where are you" not in str(amir.messages)


async def test_a_measured_place_comes_as_a_venue(duo, amir, rita):
    place = next(one for one in duo.programme.branch("brussels").places if one.latitude)
    meeting = await fixes(duo, rita, place=KeptPlace("public", place.key))
    await amir.taps("Show on the map")
    venue = next(one["venue"] for one in amir.messages if "venue" in one)
    assert venue["location"] == {"latitude": place.latitude, "longitude": place.longitude}
    assert meeting.place.key == place.key
