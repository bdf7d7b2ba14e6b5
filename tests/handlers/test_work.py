"""What coaches see of their work, and people who take part without Telegram."""

from datetime import timedelta

import pytest

from bot.actions.convention.sample_duos import bring_together, form_sample_duo
from bot.cards.work.buttons import PersonTap, for_person
from bot.programme.road import Place
from bot.sandbox.cast import ELS, TOM
from tests.handlers.arrivals import (
    MENTOR,
    behind,
    finishes,
    joins_as_coach,
    newest_of_bot,
    registers,
    remembered,
    taps_old,
)


async def enters(
    coach, name="Fatima", year="1999", town="Brussels", agrees="They agree, by phone"
):
    """A coach enters a mentee in their place, as far as the questions are asked today."""
    await coach.says("/person")
    await coach.taps("Français")
    await coach.taps(agrees)
    await coach.taps("I am looking for work")
    for said in (name, year):
        await coach.says(said)
    await coach.taps(town)
    return await finishes(coach)


async def person_called(house, name):
    ids = [row[0] for row in (await remembered(house))["people"]]
    async with house.database.reading() as tx:
        people = (await tx.people.by_ids(ids)).values()
    return next(one for one in people if one.first_name == name)


async def test_a_coach_enters_somebody_by_phone_through_the_same_questions(duo, els):
    assert "does not use Telegram" in await els.says("/person")
    assert "Read this to the person" in await els.taps("Français")
    asked = await els.taps("They agree, by phone")
    assert "Who are you in this programme?" in asked
    assert "In the place of somebody without a name yet:" in asked
    await els.taps("I am looking for work")
    assert "In which year" in await els.says("Fatima")
    assert "Fatima" in els.last
    await els.says("1999")
    await els.taps("Brussels")
    await finishes(els)
    fatima = await person_called(duo, "Fatima")
    assert (fatima.stage, fatima.role, fatima.branch) == ("registered", "mentee", "brussels")
    assert (fatima.telegram_id, fatima.channel, fatima.language) == (None, "phone", "fr")
    assert fatima.road == "new"
    kept = await remembered(duo)
    assert [row[6] for row in kept["consents"] if row[1] == fatima.id] == ["phone"]
    assert len(kept["deeds"]) > 9
    els_says = await els.says("/cases")
    assert "In the place of" not in els_says


async def test_a_wrong_answer_gets_the_same_hint(duo, els):
    await els.says("/person")
    await els.taps("Nederlands")
    await els.taps("They agree, on paper")
    await els.taps("I am looking for work")
    assert "cannot read that as a name" in await els.says("12345")
    await els.says("Fatima")
    assert "cannot read that as a year" in await els.says("a long time ago")


async def test_who_does_not_agree_is_not_kept(duo, els):
    before = await remembered(duo)
    await els.says("/person")
    await els.taps("English")
    assert "I keep nothing about the person" in await els.taps("They do not agree")
    assert await remembered(duo) == before


async def test_agreeing_twice_enters_one_person(duo, els):
    await els.says("/person")
    await els.taps("English")
    data = behind(els, "They agree, by phone")
    await els.taps("They agree, by phone")
    before = len((await remembered(duo))["people"])
    await els.forges(data, newest_of_bot(els))
    kept = await remembered(duo)
    assert len(kept["people"]) == before
    assert len([row for row in kept["consents"] if row[6] == "phone"]) == 1


async def test_who_entered_somebody_needs_no_news_of_it_and_a_colleague_does(duo, els):
    zoe = await joins_as_coach(duo, "Zoe")
    await enters(els)
    await duo.pass_by(days=1)
    assert "New: Fatima, mentee in Brussels" in str(zoe.messages)
    assert "New: Fatima" not in str(els.messages)


async def test_a_coach_sees_that_somebody_without_telegram_stopped(duo, els):
    await enters(els)
    person = await person_called(duo, "Fatima")
    await els.says("Fatima")
    for tap in ("Do it in their place", "Privacy", "I no longer agree", "Yes, delete my answers"):
        await els.taps(tap)
    said = await taps_old(els, PersonTap(person_id=person.id).pack())
    assert "Somebody who stopped" in said
    assert "stopped: what they told is deleted" in said
    assert "Go on registering" in els.buttons
    assert "Bring to Telegram" not in els.buttons


async def test_a_coach_sees_who_takes_a_break_before_there_is_a_duo(duo, els):
    fatima = await registers(duo)
    await fatima.says("/stop")
    assert "On a break, before there is a duo: 1 person" in await els.says("/work")
    assert "Fatima (mentee)" in await els.taps("See who takes a break")


async def test_the_consent_is_read_out_in_the_language_of_the_person(duo, els):
    await els.says("/person")
    said = await els.taps("Français")
    assert "Read this to the person" in said
    assert "Es-tu d’accord" in said


async def test_who_is_half_entered_is_not_lost(duo, els):
    await els.says("/person")
    await els.taps("English")
    await els.taps("They agree, by phone")
    await els.taps("I am looking for work")
    await els.says("Fatima")
    assert "1 person" in await els.says("/work")
    await els.taps("Finish registering")
    await els.taps("1. Fatima")
    assert "registration is not finished" in els.last
    assert "In which year" in await els.taps("Go on registering")
    await els.says("1999")
    await els.taps("Brussels")
    await finishes(els)
    assert (await person_called(duo, "Fatima")).stage == "registered"


async def test_a_coach_who_does_something_else_speaks_for_themselves_again(duo, els):
    await els.says("/person")
    await els.taps("English")
    await els.taps("They agree, by phone")
    await els.taps("I am looking for work")
    await els.says("/menu")
    said = await els.says("Fatima")
    assert "In which year" not in said
    assert "In the place of" not in said


async def test_half_an_hour_later_a_coach_speaks_for_themselves(duo, els):
    await els.says("/person")
    await els.taps("English")
    await els.taps("They agree, by phone")
    await els.taps("I am looking for work")
    await duo.pass_by(minutes=31)
    assert "In the place of" not in await els.says("Fatima")


async def in_a_duo_by_phone(duo, els, begins=bring_together):
    """Fatima, entered by phone, and Tom are a duo of Els."""
    await enters(els)
    fatima = await person_called(duo, "Fatima")
    async with duo.app.actions.samples.desk.open() as counter:
        people = counter.tx.people
        await people.save(fatima.id, road=Place.READY)
        tom, coach = [await people.by_telegram(one.id) for one in (TOM, ELS)]
        await begins(counter, (await people.get(fatima.id), tom), coach)
    await duo.settle()
    return fatima


async def test_what_the_bot_would_write_is_told_by_phone(duo, els, tom):
    fatima = await in_a_duo_by_phone(duo, els)
    assert "Please call" in "\n".join(one["text"] for one in els.messages)
    await els.says("/work")
    await els.taps("Call")
    said = await els.taps("1. Fatima")
    assert "Good news!" in said
    assert "Language: Français" in said
    assert "Thank you." in await els.taps("I told it")
    async with duo.database.reading() as tx:
        assert await tx.calls.letters_of(fatima.id, duo.telegram.clock.now()) == []
        assert [one.outcome for one in await tx.calls.of(fatima.id, 9)] == ["told"]


async def test_nobody_answered_and_it_comes_again_later(duo, els):
    await in_a_duo_by_phone(duo, els)
    await els.says("/work")
    await els.taps("Call")
    await els.taps("1. Fatima")
    assert "is on your list again" in await els.taps("Nobody answered")
    assert "Call" not in (await els.says("/work"), *els.buttons)
    await duo.pass_by(days=1)
    await els.says("/work")
    assert "Call" in els.buttons
    await els.taps("Call")
    assert "Tried before" in await els.taps("1. Fatima")


async def test_the_question_of_the_week_is_answered_in_their_place(duo, els, tom):
    fatima = await in_a_duo_by_phone(duo, els, form_sample_duo)
    await duo.turn_to(await duo.app.actions.samples.next_check_in() + timedelta(hours=1))
    await duo.pass_by(hours=1)
    await els.says("/work")
    await els.taps("Call")
    await els.taps("1. Fatima")
    label = next(one for one in els.buttons if one.endswith("Yes, we met"))
    assert "In the place of" in await els.taps(label)
    kept = await remembered(duo)
    assert [row for row in kept["prompts"] if row[2] == fatima.id and "met" in row]
    assert kept["deeds"][-1]


@pytest.mark.parametrize("who", ["mentee", "mentor", "coach elsewhere"])
async def test_nobody_else_speaks_for_somebody(duo, els, amir, rita, who):
    await enters(els)
    fatima = await person_called(duo, "Fatima")
    person = {"mentee": amir, "mentor": rita}.get(who) or await joins_as_coach(
        duo, "Nadia", "ghent"
    )
    before = await remembered(duo)
    for tap in ("go:stop", "go:answers", "cg:first_name", "go:withdraw_surely"):
        said = await person.forges(for_person(fatima.id, tap), newest_of_bot(person))
        assert "This is not for you" in said
        assert "Fatima" not in said
    assert await remembered(duo) == before


async def test_who_is_on_telegram_speaks_for_themselves(duo, els, amir):
    async with duo.database.reading() as tx:
        own = (await tx.people.by_telegram(amir.id)).id
    before = await remembered(duo)
    assert "not for you" in await els.forges(for_person(own, "go:stop"), newest_of_bot(els))
    assert await remembered(duo) == before


async def test_a_person_comes_to_telegram_with_all_that_is_kept(duo, els):
    fatima = await in_a_duo_by_phone(duo, els)
    await els.says("Fatima")
    said = await els.taps("Bring to Telegram")
    token = said.split("/start ")[1].split()[0]
    phone = duo.meet("Fatima", "fr")
    said = await phone.says(f"/start {token}")
    assert "À partir de maintenant, je t’écris ici." in said
    kept = await person_called(duo, "Fatima")
    assert (kept.id, kept.telegram_id, kept.channel) == (fatima.id, phone.id, None)
    texts = "\n".join(one["text"] for one in phone.messages)
    assert "Tom" in texts
    stranger = duo.meet("Omar", "fr")
    assert "Fatima" not in await stranger.says(f"/start {token}")


async def test_a_name_finds_people_of_ones_own_branch(duo, els):
    await registers(duo, "Karim")
    await registers(duo, "Karima", MENTOR, "1960")
    said = await els.says("kari")
    assert "People whose name is like" in said
    assert "(mentor)" in await els.taps("2. Karima")
    assert "(mentee)" in await els.says("Amir")
    nadia = await joins_as_coach(duo, "Nadia", "ghent")
    assert "Karim" not in await nadia.says("karim")


async def test_the_lists_turn_ten_people_at_a_time(duo, els):
    for n in range(12):
        await registers(duo, f"Karim{chr(97 + n)}".title())
    await els.says("/work")
    await els.taps("See new people")
    assert "10. " in els.last
    assert "11. " not in els.last
    await els.taps("Those after")
    assert "12. " in els.last
    await els.taps("Those before")
    assert "1. " in els.last


async def test_a_name_finds_who_has_not_finished_too_and_with_a_word_before_it(duo, els):
    await els.says("/person")
    for tap in ("English", "They agree, by phone", "I am looking for work"):
        await els.taps(tap)
    await els.says("Jef")
    await els.says("/menu")
    for said in ("Jef", "find Jef", "zoek Jef", "cherche Jef"):
        assert "registration is not finished" in await els.says(said)
