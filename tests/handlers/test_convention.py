"""How a duo begins: three people meet, read, and sign; then their weeks begin."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.cards.work.buttons import for_person
from bot.programme.conventions.text import Convention
from bot.programme.meetings import quarters_between
from bot.sandbox.cast import AMIR
from bot.settings import load_programme
from storage.meetings import OPEN_YET, new_meeting
from storage.signatures import Signature
from tests.handlers.arrivals import (
    MENTOR,
    behind,
    joins_as_coach,
    leaves,
    message_with,
    newest_of_bot,
    questions_to,
    registers,
    remembered,
    taps_old,
)
from tests.handlers.beginnings import (
    a_time_is_found,
    all_three_can_sign,
    begin_with,
    reads,
    reads_and_signs,
    they_said_yes,
    times_are_offered,
)
from tests.handlers.test_privacy import facts_with
from tests.handlers.test_work import in_a_duo_by_phone, person_called


def texts(person, words):
    return [one["text"] for one in person.messages if words in one["text"]]


async def signatures(house):
    """But for those of Amir and Rita, who signed before."""
    every = [Signature(*row[1:]) for row in (await remembered(house))["signatures"]]
    async with house.database.reading() as tx:
        before = await tx.duos.of((await tx.people.by_telegram(AMIR.id)).id)
    return [one for one in every if one.duo_id != before.id]


async def places(house, person):
    async with house.database.reading() as tx:
        known = await tx.people.by_telegram(person.id)
        return [step.goal for step in await tx.road.steps_of(known.id)]


async def test_both_hear_that_they_are_a_duo_and_that_a_first_meeting_comes(duo, els):
    fatima, jan = await they_said_yes(duo)
    assert "Good news! Jan is your mentor." in fatima.last
    assert "Els asks you soon which time suits you." in fatima.last
    assert "Good news! You are a duo with Fatima." in jan.last
    assert "They wait for a first meeting with you." in els.last
    assert els.buttons == ["Plan it", "We have met", "My duos"]
    assert "You and Jan are a duo." in await fatima.says("/meetings")
    await duo.pass_by(days=14)
    assert questions_to(fatima) == questions_to(jan) == []


async def test_the_first_time_that_suits_both_is_fixed_for_all_three(duo, els):
    fatima, jan = await they_said_yes(duo)
    await times_are_offered(els)
    assert "Which times suit you?" in fatima.last
    assert "You meet at our office in Brussels." in fatima.last
    said = await fatima.taps("Thu 5 Mar, 14:00")
    assert "As soon as it suits Jan too, it is fixed." in said
    await jan.taps("Thu 5 Mar, 10:00")
    assert "No time suits both of them." in els.last
    await jan.taps("Thu 5 Mar, 14:00")
    for person in (fatima, jan, els):
        assert texts(person, "Fixed: your first meeting with")
        assert message_with(person, "Fixed: your first meeting")["kind"] == "document"
    (meeting,) = (await remembered(duo))["meetings"]
    quarters = (await remembered(duo))["busy_quarters"]
    assert len(quarters) == 3 * 8
    await duo.pass_by(days=1, hours=8)
    for person in (fatima, jan, els):
        assert texts(person, "Tomorrow is your first meeting with")
    assert meeting


async def test_each_of_the_three_can_move_or_cancel_it(duo, els):
    fatima, jan = await they_said_yes(duo)
    await a_time_is_found(fatima, jan, els)
    await fatima.taps("Another time")
    assert "Fatima asks for another time." in els.last
    await els.taps("Another time")
    await els.taps("Fri 6 Mar")
    await els.taps("10:00")
    await els.taps("Send to both")
    await fatima.taps("Fri 6 Mar, 10:00")
    await jan.taps("Fri 6 Mar, 10:00")
    assert texts(jan, "Your first meeting with Fatima and Els has a new time:")
    await jan.taps("I cannot come")
    assert "Jan cannot come. Please plan another time." in els.last
    assert texts(fatima, "does not take place.")
    assert (await remembered(duo))["busy_quarters"] == []
    await times_are_offered(els)
    await fatima.taps("Thu 5 Mar, 10:00")
    await jan.taps("Thu 5 Mar, 10:00")
    await els.taps("I cannot come")
    assert len(texts(jan, "The first meeting with")) == 1


async def test_no_time_suits_and_the_coach_offers_others(duo, els):
    fatima, _ = await they_said_yes(duo)
    await times_are_offered(els)
    assert "OK, none of these." in await fatima.taps("No time suits me")
    assert "No time suits Fatima. Please offer other times." in els.last
    await els.taps("Plan it")
    assert "It is online." in await els.taps("Online")
    number = behind(els, "Go back").split(":")[-1]
    assert "First choose a time" in await taps_old(els, f"fm:y:{number}")


async def test_a_time_at_which_the_coach_is_busy_by_now_is_not_fixed(duo, els):
    fatima, jan = await they_said_yes(duo)
    await times_are_offered(els)
    await fatima.taps("Thu 5 Mar, 14:00")
    begins = datetime(2026, 3, 5, 13, tzinfo=UTC)
    agreed = ("2026-03-05T14:00", "Europe/Brussels", 60, begins, begins + timedelta(hours=1))
    async with duo.database.transaction() as tx:
        coach = await tx.people.by_telegram(els.id)
        other = (await tx.duos.followed_by(coach.id))[0]
        quarter = quarters_between(begins, begins + timedelta(minutes=1))
        assert await tx.meetings.fix(new_meeting(other.id, agreed, OPEN_YET), quarter,
                                     [coach.id], begins)  # fmt: skip
    assert "That time is not free any more." in await jan.taps("Thu 5 Mar, 14:00")
    await jan.taps("Thu 5 Mar, 10:00")
    await fatima.taps("Thu 5 Mar, 10:00")
    assert texts(els, "Fixed: your first meeting with")


async def test_all_three_sign_with_one_tap_each_and_then_the_weeks_begin(duo, els):
    fatima, jan = await they_said_yes(duo)
    await all_three_can_sign(duo, fatima, jan, els)
    assert "Did you meet, all three of you?" in str(els.messages)
    assert "You can read it now" in str(fatima.messages)
    assert "Thank you. You have signed." in await reads_and_signs(fatima)
    assert "Not signed yet: Jan and Els." in str(fatima.messages)
    await reads_and_signs(jan)
    await els.taps("Yes, we met")
    said = await reads_and_signs(els)
    assert "All three of you have signed." in said
    for person, other in ((fatima, "Jan"), (jan, "Fatima")):
        assert f"Your 26 weeks with {other} begin now." in str(person.messages)
    assert "The weeks of Fatima and Jan begin." in str(els.messages)
    kept = await signatures(duo)
    assert len(kept) == 3
    text = load_programme("duo").convention.text("en")
    assert {(one.version, one.language, one.hash) for one in kept} == {
        (text.version, "en", text.hash)
    }
    assert set(await places(duo, fatima)) == {"new", "proposed", "matched", "in_duo"}
    assert (await places(duo, fatima))[-1] == "in_duo"
    await duo.pass_by(days=10)
    assert len(questions_to(fatima)) == 1
    assert "This is week 2 of 26 of your duo." in await fatima.says("/meetings")


async def test_a_double_tap_signs_once_and_an_old_button_says_what_is_true(duo, els):
    fatima, jan = await they_said_yes(duo)
    await all_three_can_sign(duo, fatima, jan, els)
    await reads(fatima)
    sign = behind(fatima, "I agree and sign")
    for _ in range(3):
        duo.telegram.tap(fatima.id, fatima.messages[-1]["message_id"], sign, forge=True)
    await duo.settle()
    assert len(await signatures(duo)) == 1
    await taps_old(fatima, sign)
    assert "Thank you. You have signed." in fatima.last
    assert len(await signatures(duo)) == 1


async def test_two_who_sign_at_once_begin_the_weeks_once(duo, els):
    fatima, jan = await they_said_yes(duo)
    await all_three_can_sign(duo, fatima, jan, els)
    await reads_and_signs(fatima)
    for person in (jan, els):
        await reads(person)
    for person in (jan, els):
        newest = message_with(person, "8 of 8")["message_id"]
        duo.telegram.tap(person.id, newest, "I agree and sign")
    await asyncio.gather(duo.app.poller.poll())
    await duo.settle()
    assert len(await signatures(duo)) == 3
    assert len((await remembered(duo))["rhythms"]) == 4
    assert len(texts(fatima, "weeks with Jan begin now.")) == 1


async def test_before_the_first_meeting_nobody_can_sign(duo, els):
    fatima, _ = await they_said_yes(duo)
    await fatima.says("our agreement")
    for _ in range(7):
        await fatima.taps("Next")
    assert "I agree and sign" not in str(fatima.messages[-1])
    (row,) = [one for one in (await remembered(duo))["duos"] if "starting" in one]
    mark = load_programme("duo").convention.text("en").hash[:8]
    before = await remembered(duo)
    said = await taps_old(fatima, f"cs:{row[0]}:{mark}")
    assert "First you meet with Els. After that you can sign." in said
    assert await remembered(duo) == before


async def test_not_yet_presses_nobody_and_the_coach_hears_it_once(duo, els):
    fatima, jan = await they_said_yes(duo)
    await all_three_can_sign(duo, fatima, jan, els)
    assert "There is no hurry." in await fatima.taps("Not yet")
    assert "Fatima does not sign yet." in els.last
    await taps_old(fatima, "cn:l:" + behind(fatima, "Our agreement").split(":")[1])
    assert len(texts(els, "Fatima does not sign yet.")) == 1


async def test_the_coach_reminds_once(duo, els):
    fatima, jan = await they_said_yes(duo)
    await all_three_can_sign(duo, fatima, jan, els)
    remind = behind(els, "Remind Fatima")
    assert "Fatima gets one friendly reminder from me." in await els.taps("Remind Fatima")
    await taps_old(els, remind)
    await duo.pass_by(days=2)
    assert len(texts(fatima, "waits for you. There is no hurry.")) == 1
    assert texts(jan, "waits for you") == []


async def test_on_paper_the_person_is_told_and_may_object(duo, els):
    fatima, jan = await they_said_yes(duo)
    await all_three_can_sign(duo, fatima, jan, els)
    assert "Did Jan sign with ink" in await els.taps("On paper: Jan")
    await els.taps("Print it first")
    assert message_with(els, "You can print this page")["kind"] == "document"
    said = await els.taps("Thu 5 Mar")
    assert "Jan (mentor): signed on paper on 5 March 2026" in said
    assert "Els notes: you signed the agreement on paper, on Thursday 5 March." in jan.last
    assert "that note does not count" in await jan.taps("That is not right")
    assert "I did not sign on paper. Please talk to Jan." in els.last
    (kept,) = await signatures(duo)
    assert kept.objected_at
    assert "Not signed yet" in await taps_old(jan, f"cn:o:{kept.duo_id}")
    assert "Thank you. You have signed." in await reads_and_signs(jan)
    (kept,) = await signatures(duo)
    assert kept.objected_at is None
    assert kept.noted_by is None


async def fatima_by_phone_has_met(duo, els):
    """Fatima, who has no Telegram, and Tom have met with Els: the number of their duo."""
    fatima = await in_a_duo_by_phone(duo, els)
    async with duo.database.reading() as tx:
        number = (await tx.duos.of(fatima.id)).id
    await taps_old(els, f"fm:h:{number}")
    return fatima, number


async def test_who_has_no_telegram_signs_on_paper_in_their_own_language(duo, els):
    fatima, number = await fatima_by_phone_has_met(duo, els)
    said = await els.taps("On paper: Fatima")
    assert "Fatima can sign here" not in said
    old = behind(els, "Today")
    await els.taps("Print it first")
    assert message_with(els, "You can print this page")["kind"] == "document"
    assert "The text is another one now." in await taps_old(els, f"{old[:-8]}01234567")
    wrong = old.replace("2026-03-", "2026-04-")
    before = await signatures(duo)
    await taps_old(els, wrong)
    assert before == await signatures(duo) == []
    assert "Fatima (mentee): signed on paper on" in await taps_old(els, old)
    await taps_old(els, old)
    (kept,) = await signatures(duo)
    text = load_programme("duo").convention.text("fr")
    assert (kept.person_id, kept.hash, kept.version) == (fatima.id, text.hash, text.version)
    assert (kept.how, kept.noted_at) == ("paper", duo.telegram.clock.now())
    coach = await person_called(duo, "Els")
    assert (kept.noted_by, kept.duo_id) == (coach.id, number)


async def test_a_yes_that_a_coach_taps_for_somebody_is_kept_as_that(duo, els):
    fatima, number = await fatima_by_phone_has_met(duo, els)
    mark = load_programme("duo").convention.text("fr").hash[:8]
    await els.forges(for_person(fatima.id, f"cs:{number}:{mark}"), newest_of_bot(els))
    (kept,) = await signatures(duo)
    coach = await person_called(duo, "Els")
    assert (kept.person_id, kept.how, kept.noted_by) == (fatima.id, "spoken", coach.id)
    assert "Fatima (mentee): said yes to a coach on" in await taps_old(els, f"fm:s:{number}")


async def test_they_have_not_met_so_the_coach_plans_anew(duo, els):
    fatima, jan = await they_said_yes(duo)
    await all_three_can_sign(duo, fatima, jan, els)
    await els.taps("No, not yet")
    assert "The first meeting is not planned yet." in str(els.messages)
    await fatima.taps("Read it")
    for _ in range(7):
        await fatima.taps("Next")
    assert "I agree and sign" not in str(fatima.messages[-1])


async def test_a_changed_text_asks_anew_and_what_was_signed_stays(duo, els):
    fatima, jan = await they_said_yes(duo)
    await els.taps("We have met")
    for person in (fatima, jan, els):
        await reads_and_signs(person)
    before = await signatures(duo)
    change_text(duo)
    await duo.pass_by(minutes=5)
    for person in (fatima, jan, els):
        (said,) = texts(person, "has changed.")
        assert "I keep what you signed before, and your duo goes on." in said
    await duo.pass_by(minutes=5)
    assert len(texts(fatima, "has changed.")) == 1
    old = f"cs:{before[0].duo_id}:{before[0].hash[:8]}"
    assert "The text is another one now." in await taps_old(fatima, old)
    for person in (fatima, jan, els):
        await reads_and_signs(person)
    after = await signatures(duo)
    assert len(after) == 6
    assert [one for one in after if one in before] == before
    assert len(texts(fatima, "weeks with Jan begin now.")) == 1


def change_text(house):
    programme = house.app.actions.signing.desk.programme
    changed = {
        language: replace(text, version="2028-01")
        for language, text in programme.convention.texts.items()
    }
    other = replace(programme, convention=Convention(changed))
    house.app.actions.signing.desk.programme = other


@pytest.mark.parametrize("who", ["amir", "tom", "nadia"])
async def test_nobody_else_sees_or_changes_how_a_duo_begins(duo, amir, tom, els, who):
    fatima, jan = await they_said_yes(duo)
    await all_three_can_sign(duo, fatima, jan, els)
    nadia = await joins_as_coach(duo, "Nadia", "ghent")
    person = {"amir": amir, "tom": tom, "nadia": nadia}[who]
    (row,) = [one for one in (await remembered(duo))["duos"] if "signing" in one]
    two, before = row[1:3], await remembered(duo)
    mark = load_programme("duo").convention.text("en").hash[:8]
    steps = [f"fm:{step}:{row[0]}" for step in "smplyochn"]
    follow = [f"cp:{step}:{row[0]}:{two[0]}" for step in "rpf"]
    follow.append(f"cy:{row[0]}:{two[0]}:2026-03-05:{mark}")
    others = [f"fd:{row[0]}:2026-03-12", f"ft:2026-03-12T1400:{row[0]}",
              f"fs:2026-03-12T1400:1:{row[0]}", f"fn:1:{row[0]}", f"cv:{row[0]}:0",
              f"cs:{row[0]}:{mark}", *(f"cn:{step}:{row[0]}" for step in "lpo")]  # fmt: skip
    for data in (*steps, *follow, *others):
        said = await taps_old(person, data)
        assert "This is not for you" in said, (data, said)
        assert "Fatima" not in said
    assert await remembered(duo) == before


async def test_who_leaves_while_they_begin_is_forgotten_and_the_other_hears_it(duo, els):
    fatima, jan = await they_said_yes(duo)
    await a_time_is_found(fatima, jan, els)
    await leaves(fatima)
    assert await facts_with(duo, "Fatima") == []
    assert "Your duo has ended." in str(jan.messages)
    assert (await remembered(duo))["busy_quarters"] == []
    await duo.pass_by(days=4)
    assert texts(jan, "You can read it now") == []


async def test_what_was_signed_says_no_name_once_somebody_has_left(duo, els):
    fatima, jan = await they_said_yes(duo)
    await els.taps("We have met")
    await reads_and_signs(fatima)
    await reads_and_signs(jan)
    await leaves(fatima)
    assert await facts_with(duo, "Fatima") == []
    assert len(await signatures(duo)) == 2


async def test_a_duo_from_before_can_read_the_text_and_has_nothing_to_sign(duo, amir, tom):
    said = await amir.says("/agreement")
    assert "Our agreement, 1 of 8" in said
    for _ in range(7):
        await amir.taps("Next")
    assert "There is no agreement for you yet" in await tom.says("/agreement")


async def test_times_of_the_first_meeting_can_be_written(duo, els):
    fatima, jan = await they_said_yes(duo)
    assert "You offer:" not in await els.says("donderdag om 14u of vrijdag 10u")
    await els.taps("Plan it")
    said = await els.says("donderdag om 14u of vrijdag 10u")
    assert "Thursday 5 March at 14:00" in said
    assert "Friday 6 March at 10:00" in said
    await els.taps("Send to both")
    assert "As soon as it suits Jan too" in await fatima.says("Thursday 2pm")
    assert "Which times suit you?" in await jan.says("Friday 4pm")
    await jan.says("jeudi à 14h")
    assert texts(jan, "Fixed: your first meeting with")
    await they_said_yes_too(duo)
    await els.taps("Plan it")
    assert "Thursday 5 March" in await els.says("Samira donderdag om 10u")


async def they_said_yes_too(duo):
    samira = await registers(duo, "Samira")
    await begin_with(duo, samira, await registers(duo, "Bert", MENTOR, "1960"))


async def test_times_that_have_passed_are_closed_and_the_coach_offers_others(duo, els):
    fatima, _ = await they_said_yes(duo)
    await times_are_offered(els)
    old = behind(fatima, "Thu 5 Mar, 14:00")
    await duo.turn_to(datetime(2026, 3, 5, 13, 30, tzinfo=UTC))
    assert "The times that you offered are over" in els.last
    assert "The first meeting is not planned yet." in els.last
    assert "Plan it" in els.buttons
    assert "asks you soon which time suits you" in await taps_old(fatima, old)


async def test_another_time_that_passed_leaves_the_meeting_as_it_is(duo, els):
    fatima, jan = await they_said_yes(duo)
    await a_time_is_found(fatima, jan, els)
    for tap in ("Another time", "Wed 4 Mar", "10:00", "Send to both"):
        await els.taps(tap)
    await duo.turn_to(datetime(2026, 3, 4, 9, 30, tzinfo=UTC))
    assert "The times that you offered are over" in els.last
    await duo.turn_to(datetime(2026, 3, 5, 15, 0, tzinfo=UTC))
    assert "Did you meet, all three of you?" in str(els.messages)


async def test_a_second_tap_on_sending_says_again_that_both_are_asked(duo, els):
    await they_said_yes(duo)
    await els.taps("Plan it")
    await els.taps("Thu 5 Mar")
    await els.taps("10:00")
    send = behind(els, "Send to both")
    said = await els.taps("Send to both")
    assert "I ask both of them which time suits." in said
    await taps_old(els, send)
    assert els.last == said


async def test_the_coach_who_offers_times_reads_when_the_two_have_time(duo, els):
    _, jan = await they_said_yes(duo)
    async with duo.app.actions.samples.desk.open() as counter:
        person = await counter.tx.people.by_telegram(jan.id)
        await counter.tx.people.save(person.id, answers={**person.answers, "times": "1e 3a"})
    said = await els.taps("Plan it")
    assert "Jan has time: Monday evening and Wednesday afternoon." in said


async def test_who_cannot_sign_yet_reads_why_and_when(duo, els):
    fatima, jan = await they_said_yes(duo)
    assert "You cannot sign yet" in await fatima.says("our agreement")
    await all_three_can_sign(duo, fatima, jan, els)
    assert "You can sign below the last part." in await fatima.says("our agreement")
    await els.taps("No, not yet")
    said = await fatima.says("our agreement")
    assert "You cannot sign yet: the first meeting comes before that." in said


async def test_where_am_i_says_when_the_first_meeting_is(duo, els):
    fatima, jan = await they_said_yes(duo)
    assert "Your first meeting:" not in await fatima.says("/road")
    await a_time_is_found(fatima, jan, els)
    assert "Your first meeting: Thursday 5 March" in await fatima.says("/road")


async def test_my_duos_say_how_far_a_duo_is_that_begins(duo, els):
    fatima, jan = await they_said_yes(duo)
    assert "First comes the first meeting of three." in await els.says("/duos")
    await all_three_can_sign(duo, fatima, jan, els)
    assert "They have met. Now all three sign." in await els.says("/duos")
