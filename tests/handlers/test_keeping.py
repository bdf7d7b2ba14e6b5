"""The directory is kept right: by who finds a closed door, by who phones, and by who decides."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update
from structlog.testing import capture_logs

from bot.cards.buttons import ServiceTap
from bot.cards.keeping_buttons import CareStep, CareTap, DetailTap, FaultTap, WrongTap
from bot.programme.directory.reading import read_service
from bot.programme.directory.service import Phone, Status
from bot.programme.directory.writing import write_service
from bot.programme.edits import Field
from bot.programme.keeping import Fault
from storage.cases import new_case
from storage.ids import new_id
from storage.keeping import Keeping
from storage.proposals import Proposal
from storage.tables import AttributeRow, ServiceChangeRow, ServiceReportRow
from tests.handlers.arrivals import (
    MENTOR,
    behind,
    joins_as_coach,
    joins_as_coordinator,
    labels_of,
    leaves,
    message_with,
    newest_of_bot,
    registers,
    remembered,
    starts,
    taps_old,
)
from tests.handlers.beginnings import become_a_duo

NUMBER_DEAD = "Number does not work"
MORNING = datetime(2026, 3, 4, 8, tzinfo=UTC)  # 9:00 on the wall in Brussels


@pytest.fixture
async def place(duo):
    """A service of Brussels alone that is no crisis line, and was never checked."""
    async with duo.database.reading() as tx:
        tables = await tx.directory.all()
    return next(
        one["key"]
        for one in tables
        if [area["area_code"] for area in one["service_areas"]] == ["BE-BRU"]
        and not one.get("crisis_line")
        and one["confidence"] != "low"
        and len(one.get("phones", ())) == 1
    )


async def opens(person, key):
    """Show a service, as its button does."""
    return await taps_old(person, ServiceTap(service=key).pack())


async def reports(person, key, label=NUMBER_DEAD):
    await opens(person, key)
    await person.taps("Something is wrong")
    return await person.taps(label)


async def is_seen(house, person, key):
    return (
        "not in my list" not in await opens(person, key)
        and person.last
        and ("Something is wrong" in person.buttons or "I phoned: it is right" in person.buttons)
    )


async def looks(house):
    """The clock looks through the directory."""
    await house.app.actions.keeping.look()
    await house.settle()


async def reports_kept(house):
    async with house.database.reading() as tx:
        return (await tx.connection.execute(select(ServiceReportRow.__table__))).all()


async def history(house, key):
    """What was done since the directory was filled, in order of time."""
    past = await house.app.actions.keeping.past_of(key, 99)
    return [one.kind for one in reversed(past) if one.kind != "imported"]


async def two_reports(duo, amir, key):
    await reports(amir, key)
    fatima = await registers(duo)
    await reports(fatima, key)
    return fatima


async def test_two_people_who_do_not_know_each_other_hide_a_service(duo, amir, els, place):
    assert "Thank you. This helps other people too." in await reports(amir, place)
    assert await is_seen(duo, amir, place)
    fatima = await starts(duo)
    await fatima.taps("English")
    await reports(fatima, place, "Closed or moved")
    assert not await is_seen(duo, amir, place)
    assert await history(duo, place) == ["hidden"]


async def test_mentee_and_mentor_of_one_duo_are_one_voice(duo, amir, rita, place):
    await reports(amir, place)
    await reports(rita, place)
    await reports(rita, place, "Closed or moved")
    assert await is_seen(duo, amir, place)
    assert len(await reports_kept(duo)) == 1


async def test_who_spoke_in_a_duo_does_not_hide_a_service_by_speaking_without_it(
    duo, amir, rita, els, place
):
    await reports(amir, place)
    await leaves(rita)
    await reports(amir, place, "Closed or moved")
    assert await is_seen(duo, amir, place)
    fatima = await registers(duo)
    await reports(fatima, place)
    assert not await is_seen(duo, amir, place)


async def test_who_spoke_alone_does_not_hide_a_service_by_speaking_in_a_duo(duo, els, place):
    fatima, noor = await registers(duo), await registers(duo, "Noor", MENTOR, "1960")
    await reports(fatima, place)
    await become_a_duo(duo, fatima, noor)
    for one in (fatima, noor):
        await reports(one, place)
    assert await is_seen(duo, fatima, place)
    assert len(await reports_kept(duo)) == 1


async def test_a_report_does_not_say_who_made_it_or_why(duo, amir, place):
    await reports(amir, place)
    async with duo.database.reading() as tx:
        one = await tx.people.by_telegram(amir.id)
        duo_id = (await tx.duos.of(one.id)).id
    (row,) = await reports_kept(duo)
    said = "|".join(str(value) for value in row)
    assert str(one.id) not in said
    assert str(duo_id) not in said
    assert "Amir" not in said


async def test_who_leaves_is_no_longer_known_as_a_voice_and_their_word_still_counts(
    duo, amir, rita, place
):
    await reports(amir, place)
    fatima = await registers(duo)
    await reports(fatima, place)
    before = {row.open_key for row in await reports_kept(duo)}
    for person in (amir, fatima):
        await leaves(person)
    assert not before & {row.open_key for row in await reports_kept(duo)}
    assert not await is_seen(duo, rita, place)
    await leaves(rita)
    assert [row.open_key for row in await reports_kept(duo)] == [None, None]


async def test_the_second_report_brings_the_coach_a_task_by_day(duo, amir, els, place):
    await two_reports(duo, amir, place)
    assert "1 service waits to be checked." in els.last
    assert els.buttons == ["Show them", "I take it"]
    assert "Amir" not in els.last
    assert "people say that something is wrong" in await els.taps("Show them")


async def test_a_task_wakes_nobody_at_night(duo, amir, els, place):
    await duo.turn_to(datetime(2026, 3, 3, 22, tzinfo=UTC))
    cards = len(els.messages)
    await two_reports(duo, amir, place)
    assert len(els.messages) == cards
    await duo.turn_to(MORNING)
    assert message_with(els, "1 service waits to be checked.")


async def test_els_phones_and_the_service_is_back_at_once(duo, amir, els, place):
    await two_reports(duo, amir, place)
    await duo.pass_by(minutes=1)
    await els.taps("Show them")
    card = await els.taps(els.buttons[0])
    assert "Reported as wrong: Number does not work" in card
    assert "People do not see this service now." in card
    assert "checked by our team on 3 March 2026" in await els.taps("I phoned: it is right")
    assert await is_seen(duo, amir, place)
    assert "We checked this on 3 March 2026." in amir.last
    assert "Els" not in amir.last
    assert "Checked by Els." in await opens(els, place)
    assert await history(duo, place) == ["hidden", "assured"]
    assert [row.settled_at is None for row in await reports_kept(duo)] == [False, False]
    assert [row.open_key for row in await reports_kept(duo)] == [None, None]


async def test_the_task_shrinks_and_closes_by_itself(duo, amir, els, place):
    await two_reports(duo, amir, place)
    task = message_with(els, "1 service waits")["message_id"]
    await els.taps("I take it")
    await opens(els, place)
    await els.taps("I phoned: it is right")
    shown = next(one for one in els.messages if one["message_id"] == task)
    assert "All services are checked. Thank you." in shown["text"]
    assert labels_of(shown) == []
    assert "You have no open cases." in await els.says("/cases")


async def test_the_same_voice_counts_anew_after_somebody_has_phoned(duo, amir, els, place):
    await reports(amir, place)
    await opens(els, place)
    await els.taps("I phoned: it is right")
    await reports(amir, place)
    assert await is_seen(duo, amir, place)
    fatima = await registers(duo)
    await reports(fatima, place)
    assert not await is_seen(duo, amir, place)


async def test_the_word_of_a_coach_hides_a_service_alone(duo, amir, els, place):
    await opens(els, place)
    assert "Something is wrong" not in els.buttons
    await els.taps("Change something")
    await els.taps("Hide it until checked")
    assert not await is_seen(duo, amir, place)
    assert "1 service waits to be checked." in message_with(els, "waits to be checked")["text"]


async def test_a_crisis_line_is_never_hidden_and_its_task_is_urgent(duo, amir, els):
    line = "samusocial-bxl"
    await duo.turn_to(datetime(2026, 3, 3, 22, tzinfo=UTC))
    with capture_logs() as logged:
        await two_reports(duo, amir, line)
        await looks(duo)
    assert "Urgent: a number for people in danger may be wrong." in els.last
    assert "samu" in els.last.casefold()
    assert await is_seen(duo, amir, line)
    rung = [one for one in logged if one["event"] == "crisis_line_not_assured"]
    assert [one["key"] for one in rung] == [line]
    assert rung[0]["log_level"] == "error"


async def test_a_button_of_a_service_that_is_gone_leads_home(duo, amir, els, place):
    async with duo.database.transaction() as tx:
        await tx.directory.remove([place])
    for tap in (WrongTap(service=place), FaultTap(fault=Fault.CLOSED, service=place)):
        assert "That button is old." in await taps_old(amir, tap.pack())
    for step in CareStep:
        assert "That button is old." in await taps_old(
            els, CareTap(step=step, service=place).pack()
        )
    assert await reports_kept(duo) == []


async def proposes(els, place, label, words):
    await opens(els, place)
    await els.taps("Change something")
    await els.taps(label)
    return await els.says(words)


async def test_a_coach_proposes_and_a_coordinator_accepts(duo, amir, els, place):
    odile = await joins_as_coordinator(duo)
    card = await proposes(els, place, "Phone number", "02/501.23.45")
    assert "02 501 23 45" in card
    assert "A coordinator looks at it before it changes." in card
    assert "A coordinator looks at your change." in await els.taps("Yes, that is right")
    assert "Els proposes a change." in odile.last
    await duo.pass_by(minutes=1)
    assert "02 501 23 45" not in await opens(amir, place)
    assert "Odile has accepted it. It is in the list now." in await odile.taps("Accept")
    assert "Your change is accepted." in els.last
    assert "02 501 23 45" in await opens(amir, place)
    assert await history(duo, place) == ["proposed", "accepted"]
    assert "change accepted (Phone number), by a coordinator" in await tells_history(els, place)


async def tells_history(person, place):
    await opens(person, place)
    return await person.taps("History")


async def test_a_coordinator_refuses_kindly(duo, amir, els, place):
    odile = await joins_as_coordinator(duo)
    before = await opens(amir, place)
    await proposes(els, place, "Who may come", "Only people with a red hat")
    await els.taps("Yes, that is right")
    await duo.pass_by(minutes=1)
    assert "Odile has refused it. Nothing has changed." in await odile.taps("Refuse")
    assert "Your change was not made this time." in els.last
    assert await opens(amir, place) == before
    assert await history(duo, place) == ["proposed", "refused"]


async def test_a_coordinators_own_change_is_made_at_once(duo, amir, place):
    odile = await joins_as_coordinator(duo)
    await proposes(odile, place, "Opening hours", "Every day from 9 to 5")
    assert "A coordinator looks" not in odile.last
    assert "The change is in the list." in await odile.taps("Yes, that is right")
    assert "Every day from 9 to 5" in await opens(amir, place)
    assert await history(duo, place) == ["edited"]


@pytest.mark.parametrize("label", ["Warning", "Opening hours", "Who may come"])
async def test_a_text_in_one_language_is_shown_to_all_and_says_so(duo, rita, els, place, label):
    odile = await joins_as_coordinator(duo)
    await proposes(odile, place, label, "Ring twice at the blue door")
    await odile.taps("Yes, that is right")
    await rita.forges("sp:nl", newest_of_bot(rita))
    card = await opens(rita, place)
    assert "Ring twice at the blue door" in card
    assert "Engels" in card


async def test_closed_for_good_needs_no_words(duo, amir, els, place):
    odile = await joins_as_coordinator(duo)
    await opens(els, place)
    await els.taps("Change something")
    assert "nobody sees this service any more" in await els.taps("Closed for good")
    await els.taps("Yes, that is right")
    assert await is_seen(duo, amir, place)
    await odile.taps("Accept")
    assert not await is_seen(duo, amir, place)


async def test_what_was_closed_is_opened_again(duo, amir, place):
    odile = await joins_as_coordinator(duo)
    for label in ("Closed for good", "Open again"):
        assert not await is_seen(duo, amir, place) or label == "Closed for good"
        await opens(odile, place)
        await odile.taps("Change something")
        await odile.taps(label)
        await odile.taps("Yes, that is right")
    assert await is_seen(duo, amir, place)
    assert await history(duo, place) == ["edited", "edited"]


async def test_nobody_can_take_a_crisis_line_away_from_the_chat(duo, amir, els):
    """Neither by a button, nor by an old one, nor by accepting what was proposed before."""
    line = "samusocial-bxl"
    odile = await joins_as_coordinator(duo)
    await opens(odile, line)
    assert "Only who runs this bot closes a crisis line." in await odile.taps("Change something")
    assert "Closed for good" not in odile.buttons
    closing = DetailTap(field=Field.CLOSED, number=-1, service=line).pack()
    assert "That button is old." in await taps_old(odile, closing)
    proposal = await has_proposed(duo, els, line, Field.CLOSED, "closed")
    await odile.says("/changes")
    assert "This does not fit any more." in odile.last
    assert "Accept" not in odile.buttons
    assert not await duo.app.actions.proposals.decide_by_hand(proposal, accepted=True)
    assert await is_seen(duo, amir, line)
    await odile.taps("Refuse")
    assert "No change waits for you." in await odile.says("/changes")


async def test_a_crisis_line_that_a_file_closed_rings_until_it_is_open_again(duo, amir, els):
    line = "samusocial-bxl"
    odile = await joins_as_coordinator(duo)
    await says_of_itself(duo, line, status=Status.DEFUNCT)
    await assure_the_lines(duo)
    with capture_logs() as logged:
        await looks(duo)
    assert [one["key"] for one in logged if one["event"] == "crisis_line_not_assured"] == [line]
    assert "Urgent" in els.last
    assert "closed here, so people do not see it" in await els.taps("Show them")
    await opens(odile, line)
    await odile.taps("Change something")
    await odile.taps("Open again")
    await odile.taps("Yes, that is right")
    assert await is_seen(duo, amir, line)
    assert "You have no open cases." in await els.says("/cases")


async def says_of_itself(house, key, **more):
    """An operator has brought the entry in once more, and it says something else."""
    async with house.database.transaction() as tx:
        service = read_service(await tx.directory.one(key))
        await tx.directory.put([write_service(replace(service, **more))])
    return service


async def has_proposed(house, els, key, field, value, before=""):
    """What a coach has sent some time ago."""
    now, number = house.telegram.clock.now(), new_id()
    async with house.database.transaction() as tx:
        one = await tx.people.by_telegram(els.id)
        words = (key, str(field), "en", now, one.id, value)
        await tx.proposals.begin(Proposal(number, *words, before=before))
        await tx.proposals.send(number, now, now - timedelta(days=1))
    return number


async def test_a_number_that_a_file_has_moved_is_changed_where_it_stands(duo, amir, els, place):
    """And one that is gone takes no other number away."""
    odile = await joins_as_coordinator(duo)
    old = (await says_of_itself(duo, place)).phones[0]
    await proposes(els, place, "Phone number", "02/501.23.45")
    await els.taps("Yes, that is right")
    await says_of_itself(duo, place, phones=(Phone("1813"), old))
    await odile.taps("Accept")
    assert [one.dial for one in (await says_of_itself(duo, place)).phones] == [
        "1813",
        "02 501 23 45",
    ]
    await has_proposed(duo, els, place, Field.PHONE, "112", before=old.dial)
    await odile.says("/changes")
    assert "This does not fit any more." in odile.last
    assert odile.buttons[0] == "Refuse"


async def test_a_coordinator_hears_that_the_number_is_gone_meanwhile(duo, place):
    odile = await joins_as_coordinator(duo)
    await proposes(odile, place, "Phone number", "02/501.23.45")
    await says_of_itself(duo, place, phones=(Phone("1813"),))
    assert "This does not fit any more." in await odile.taps("Yes, that is right")
    assert [one.dial for one in (await says_of_itself(duo, place)).phones] == ["1813"]
    assert await duo.app.actions.proposals.waiting() == []


async def test_an_entry_that_cannot_be_read_any_more_leaves_nobody_without_an_answer(
    duo, els, place
):
    change = DetailTap(field=Field.WEBSITE, number=-1, service=place).pack()
    async with duo.database.transaction() as tx:
        await tx.connection.execute(update(AttributeRow).values(value="of.another.version"))
    for tap in (change, CareTap(step=CareStep.CHANGE, service=place).pack()):
        assert "That button is old." in await taps_old(els, tap)


async def test_what_is_not_sent_within_a_day_is_forgotten(duo, els, place):
    await proposes(els, place, "Website", "www.name.be")
    yes = behind(els, "Yes, that is right")
    await duo.pass_by(days=1)
    assert "That button is old." in await taps_old(els, yes)
    assert await duo.app.actions.proposals.waiting() == []
    await duo.app.actions.upkeep.sweep()
    assert (await remembered(duo))["service_proposals"] == []


async def test_without_a_coordinator_a_change_waits_and_the_coach_knows(duo, els, place):
    await proposes(els, place, "Website", "www.name.be")
    assert "there is no coordinator here yet" in await els.taps("Yes, that is right")
    (waiting,) = await duo.app.actions.proposals.waiting()
    assert waiting.value == "https://www.name.be"
    assert await duo.app.actions.proposals.decide_by_hand(waiting.id, accepted=True)
    await duo.settle()
    assert "Your change is accepted." in els.last
    assert not await duo.app.actions.proposals.decide_by_hand(waiting.id, accepted=False)
    assert not await duo.app.actions.proposals.decide_by_hand(7, accepted=True)


async def test_a_coordinator_who_comes_later_finds_what_waits(duo, els, place):
    await proposes(els, place, "Website", "www.name.be")
    await els.taps("Yes, that is right")
    odile = await joins_as_coordinator(duo)
    assert odile.buttons[0] == "Changes to look at"
    assert "1 change waits for you." in await odile.taps("Changes to look at")
    await odile.taps("Accept")
    assert "No change waits for you." in await odile.says("/changes")


async def test_the_coordinator_of_the_region_decides_and_no_other(duo, els, place):
    odile = await joins_as_coordinator(duo)
    gert = await joins_as_coordinator(duo, "Gert", "ghent")
    await proposes(els, place, "Website", "www.name.be")
    await els.taps("Yes, that is right")
    accept = behind(odile, "Accept")
    assert "No change waits for you." in await gert.says("/changes")
    assert "This is not for you" in await taps_old(gert, accept)
    assert "This is not for you" in await taps_old(els, accept)
    assert await history(duo, place) == ["proposed"]


async def test_of_two_coordinators_the_first_decides_and_both_see_it(duo, els, place):
    odile = await joins_as_coordinator(duo)
    omar = await joins_as_coordinator(duo, "Omar")
    await proposes(els, place, "Website", "www.name.be")
    await els.taps("Yes, that is right")
    refuse = behind(omar, "Refuse")
    await duo.pass_by(minutes=1)
    await odile.taps("Accept")
    assert "Odile has accepted it." in message_with(omar, "Els proposes")["text"]
    await taps_old(omar, refuse)
    assert await history(duo, place) == ["proposed", "accepted"]


async def test_what_is_no_number_is_asked_again_and_menu_ends_it(duo, els, place):
    said = await proposes(els, place, "Phone number", "ask at the counter")
    assert "This is not a phone number" in said
    await els.says("menu")
    assert "Is that right?" not in await els.says("abracadabra")
    assert await duo.app.actions.proposals.waiting() == []


async def test_words_of_another_day_are_no_answer(duo, els, place):
    await opens(els, place)
    await els.taps("Change something")
    await els.taps("Warning")
    await duo.pass_by(days=1, minutes=1)
    assert "Is that right?" not in await els.says("abracadabra")


async def test_a_change_of_mind_leaves_no_trace(duo, els, place):
    await proposes(els, place, "Warning", "Mind the step")
    yes = behind(els, "Yes, that is right")
    assert "nothing has changed" in await els.taps("No, change nothing")
    assert "not for you" in await taps_old(els, yes)
    assert (await remembered(duo))["service_proposals"] == []
    assert await history(duo, place) == []


async def test_a_yes_said_twice_proposes_once(duo, els, place):
    odile = await joins_as_coordinator(duo)
    await proposes(els, place, "Warning", "Mind the step")
    yes = behind(els, "Yes, that is right")
    await els.taps("Yes, that is right")
    await taps_old(els, yes)
    assert len([one for one in odile.messages if "Els proposes" in one["text"]]) == 1


@pytest.mark.parametrize("who", ["mentee", "mentor", "stranger"])
async def test_who_is_not_staff_can_assure_and_change_nothing(duo, amir, rita, els, place, who):
    odile = await joins_as_coordinator(duo)
    await proposes(els, place, "Website", "www.name.be")
    confirm = behind(els, "Yes, that is right")
    await els.taps("Yes, that is right")
    await two_reports(duo, amir, place)
    forged = [
        *[CareTap(step=step, service=place).pack() for step in CareStep],
        DetailTap(field=Field.CLOSED, number=-1, service=place).pack(),
        DetailTap(field=Field.PHONE, number=0, service=place).pack(),
        behind(odile, "Accept"), behind(odile, "Refuse"), behind(els, "Show them"), confirm,
        "go:changes",
    ]  # fmt: skip
    person = {"mentee": amir, "mentor": rita}.get(who) or await starts(duo, "Noor")
    before = await remembered(duo)
    for data in forged:
        assert "This is not for you" in await taps_old(person, data), data
    assert await remembered(duo) == before


async def aged(house, key, assured_on):
    async with house.database.transaction() as tx:
        await tx.directory.assure(key, assured_on, None)


@pytest.mark.parametrize(
    "assured",
    [date(2026, 3, 3), date(2026, 7, 30), date(2026, 10, 26)],
    ids=["from winter to winter", "over new year", "from winter to summer"],
)
async def test_an_entry_disappears_nine_months_after_the_day_it_was_checked(
    duo, amir, els, place, assured
):
    await aged(duo, place, assured)
    for days, seen in ((270, True), (271, False)):
        day = assured + timedelta(days=days)
        await duo.turn_to(datetime(day.year, day.month, day.day, 8, 30, tzinfo=UTC))
        await assure_the_lines(duo)
        await looks(duo)
        assert bool(await is_seen(duo, amir, place)) is seen
        assert any("waits to be checked" in one["text"] for one in els.messages) is not seen


async def assure_the_lines(house):
    """Somebody has just made sure of all crisis lines."""
    today = house.telegram.clock.now().date()
    async with house.database.transaction() as tx:
        for one in await tx.directory.all():
            if one.get("crisis_line"):
                await tx.directory.assure(one["key"], today, None)


async def test_what_grows_old_later_joins_the_open_task_without_a_second_letter_that_day(
    duo, els, place
):
    first = date(2026, 3, 4) - timedelta(days=271)
    async with duo.database.reading() as tx:
        keys = [one["key"] for one in await tx.directory.all()
                if not one.get("crisis_line") and one["confidence"] != "low"
                and "BE-BRU" in str(one["service_areas"])][:3]  # fmt: skip
    for number, key in enumerate(keys):
        await aged(duo, key, first + timedelta(days=max(number - 1, 0)))
    await duo.turn_to(MORNING)
    await looks(duo)
    assert "2 services wait to be checked." in els.last
    count = len(els.messages)
    for _ in range(3):
        await duo.pass_by(hours=1)
        await looks(duo)
    assert len(els.messages) == count
    await duo.turn_to(MORNING + timedelta(days=1))
    await looks(duo)
    await looks(duo)
    assert "3 services wait to be checked." in els.last
    assert len(els.messages) == count + 1


async def test_the_branch_of_the_place_gets_its_own_task(duo, els):
    gust = await joins_as_coach(duo, "Gust", "ghent")
    async with duo.database.reading() as tx:
        key = next(
            one["key"]
            for one in await tx.directory.all()
            if "BE-VLG:Gent" in str(one["service_areas"]) and not one.get("crisis_line")
        )
    await aged(duo, key, date(2025, 1, 1))
    await duo.turn_to(MORNING)
    await looks(duo)
    assert "1 service waits to be checked." in gust.last
    assert "waits to be checked" not in els.last


async def test_what_waits_is_looked_up_once_however_many_branches_have_a_task(
    duo, els, place, monkeypatch
):
    await joins_as_coach(duo, "Gust", "ghent")
    async with duo.database.reading() as tx:
        keys = [one["key"] for one in await tx.directory.all() if not one.get("crisis_line")]
    for key in keys:
        await aged(duo, key, date(2025, 1, 1))
    await duo.turn_to(MORNING)
    await looks(duo)
    whole, looked = Keeping.perhaps_stale, []

    def noted(self, before, doubts):
        looked.append(before)
        return whole(self, before, doubts)

    monkeypatch.setattr(Keeping, "perhaps_stale", noted)
    await taps_old(els, CareTap(step=CareStep.ASSURE, service=place).pack())
    assert len(looked) == 1


async def test_a_task_without_a_coach_waits_for_the_first_one(house):
    async with house.database.transaction() as tx:
        key = next(one["key"] for one in await tx.directory.all() if not one.get("crisis_line"))
        await tx.directory.assure(key, date(2025, 1, 1), None)
    await house.turn_to(MORNING)
    await looks(house)
    nadia = await joins_as_coach(house)
    await house.pass_by(minutes=1)
    assert "1 service waits to be checked." in nadia.last


async def test_crisis_lines_that_nobody_checked_in_half_a_year_ring_once_a_day(duo, amir, els):
    gathered = date(2026, 11, 21)
    rung = {}
    for days in (180, 181, 182):
        day = gathered + timedelta(days=days)
        await duo.turn_to(datetime(day.year, day.month, day.day, 8, 30, tzinfo=UTC))
        with capture_logs() as logged:
            for _ in range(3):
                await looks(duo)
                await duo.pass_by(hours=1)
        keys = [one["key"] for one in logged if one["event"] == "crisis_line_not_assured"]
        assert len(keys) == len(set(keys))
        rung[days] = set(keys)
    assert rung[180] == set()
    assert rung[181] == rung[182] == {*rung[181], "zelfmoordlijn-1813", "samusocial-bxl"}
    assert await is_seen(duo, amir, "samusocial-bxl")
    assert "Urgent:" in message_with(els, "Urgent:")["text"]


async def test_a_branch_that_is_gone_leaves_no_task(duo, els):
    async with duo.app.actions.keeping.desk.open() as counter:
        await counter.tx.cases.open(
            new_case("check_services", None, counter.now, branch="atlantis")
        )
    await duo.turn_to(MORNING)
    await looks(duo)
    async with duo.database.reading() as tx:
        assert await tx.cases.open_for("check_services:atlantis") is None


def test_nothing_changes_or_deletes_the_history():
    for file in Path("storage").glob("*.py"):
        text = file.read_text()
        assert f"update({ServiceChangeRow.__name__}" not in text
        assert f"delete({ServiceChangeRow.__name__}" not in text


async def test_cases_go_to_a_coordinator_only_where_no_coach_is_within_reach(duo, amir, els):
    odile = await joins_as_coordinator(duo)
    await amir.says("I want my coach")
    assert "Amir" in els.last
    assert "Amir" not in odile.last
    await els.blocks()
    assert "Amir (mentee) wants to talk to you." in odile.last


async def test_a_coordinator_of_another_branch_is_not_called(house):
    odile = await joins_as_coordinator(house, branch="ghent")
    fatima = await starts(house)
    await fatima.taps("English")
    await fatima.says("I want my coach")
    assert "Fatima" not in odile.last
