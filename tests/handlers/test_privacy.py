"""The privacy text, and taking back one's consent."""

import hashlib
from dataclasses import fields, replace

import pytest
from sqlalchemy import select

from bot.actions import meeting_letters, phones
from bot.actions.convention.forgetting import OF_A_BEGINNING
from bot.actions.intakes.agreeing import OF_A_WISH
from bot.actions.intakes.freeing import TO_COACHES
from bot.actions.matching.away import OF_A_MATCH
from bot.actions.privacy import NEWS, OF_A_DUO, TO_A_MENTOR, TO_THE_OTHER
from bot.actions.words_gone import ABOUT_WORDS, TO_A_COACH
from bot.cards import put_into_words
from bot.cards.privacy import short_privacy
from bot.i18n import load_speech
from bot.programme.notices import (
    AnswersOverview,
    CaseCard,
    CaseloadGiven,
    CaseloadReceived,
    CoachWelcome,
    ConfirmCaseload,
    DuoCard,
    MeetingOffered,
    MyDuos,
    NoneFits,
    Notice,
    OfferHeard,
    OffersCross,
    PrivacyText,
    Registered,
    SomebodyLeft,
)
from bot.programme.notices.convention import FirstForWhom
from bot.programme.notices.matching import MentorsFor, PairShown, ToMatch
from bot.programme.notices.registration import GoOnRegistering
from bot.programme.notices.training import MentorsInTraining
from bot.programme.notices.work import CameToTelegram
from bot.settings import load_programme
from storage.inbox import Arrival
from storage.sealing import Where
from storage.tables import InboxRow, OutboxRow
from tests.conversations import House
from tests.handlers.arrivals import (
    FIRST_SUNDAY,
    agrees,
    behind,
    joins_as_coach,
    leaves,
    registers,
    remembered,
    starts,
    taps_old,
)


async def renew_privacy_text(house: House):
    """The organisation publishes a new text, and the bot starts again."""
    house.programme = replace(house.programme, privacy_version="2027-06")
    house.restart()


async def test_the_text_says_what_why_who_and_how_long(duo, amir):
    said = await amir.says("/privacy")
    for part in ("What I keep", "Why:", "Who sees it", "How long", "Version of this text: 2026"):
        assert part in said
    assert amir.buttons == ["I no longer agree", "Menu"]


def test_who_changes_the_text_gives_it_a_new_version():
    """Who agreed to other words is asked again: put the new version and its words here."""
    nobody = replace(load_programme("duo"), controller="us", contact="here")
    speech = load_speech()["en"]
    words = (
        short_privacy(speech, nobody),
        put_into_words(PrivacyText(agreed=True), speech, nobody).text,
    )
    told = hashlib.sha256("\n".join(words).encode()).hexdigest()
    assert (nobody.privacy_version, told[:16]) == ("2026-11-23", "aa12041e0bb7fa24")
    assert load_programme("mentor2work").privacy_version == nobody.privacy_version


async def test_a_newcomer_does_not_read_that_a_text_has_changed(house):
    fatima = await starts(house)
    await fatima.taps("English")
    assert "Do you agree?" in fatima.last
    assert "has changed" not in fatima.last


async def test_a_stranger_may_read_it_and_has_nothing_to_take_back(house):
    fatima = await starts(house)
    assert "Your privacy" in await fatima.says("my privacy")
    assert fatima.buttons == ["Menu"]


async def test_what_was_agreed_to_is_kept_with_version_and_moment(house):
    await registers(house)
    ((_, _, version, language, agreed, withdrawn, *_),) = (await remembered(house))["consents"]
    assert (version, language) == (house.programme.privacy_version, "en")
    assert agreed == house.telegram.clock.now()
    assert withdrawn is None


async def test_who_leaves_is_asked_once_and_may_stay(house):
    fatima = await registers(house)
    await fatima.says("/privacy")
    assert "You can also take a break." in await fatima.taps("I no longer agree")
    assert "Your privacy" in await fatima.taps("No, keep my answers")
    assert "First name: Fatima" in await fatima.says("/answers")


async def test_who_leaves_is_forgotten_and_may_come_back(house):
    fatima = await registers(house)
    assert "Your answers are deleted" in await leaves(fatima)
    async with house.database.reading() as tx:
        person = await tx.people.by_telegram(fatima.id)
    assert person.answers == {"language": "en"}
    assert (person.role, person.branch, person.stage) == (None, None, "withdrawn")
    assert "Do you agree?" in await fatima.says("start")
    await fatima.taps("I agree")
    assert "Who are you in this programme?" in fatima.last
    assert len((await remembered(house))["consents"]) == 2


async def test_the_partner_and_the_coach_hear_it_without_a_reason(duo, amir, rita, els):
    await amir.says("/privacy")
    said = await amir.taps("I no longer agree")
    assert "Your duo ends too." in said
    await amir.taps("Yes, delete my answers")
    assert "Your duo has ended. It is not because of you." in rita.last
    assert "The mentee of Rita has left the programme." in els.last
    assert "Amir" not in els.last
    await els.says("/work")
    assert "Rita" in await els.taps("See who is ready")


async def test_nothing_more_is_written_to_who_has_left(duo, amir, rita):
    await leaves(amir)
    said = amir.last
    await duo.turn_to(FIRST_SUNDAY)
    await duo.pass_by(days=30)
    assert amir.last == said
    assert "Did you meet" not in rita.last


async def test_a_letter_that_waits_is_not_sent_to_who_has_left(duo, amir):
    await duo.turn_to(FIRST_SUNDAY.replace(hour=20))
    await leaves(amir)
    await duo.pass_by(hours=12)
    assert "Did you meet" not in str(amir.messages)


async def test_leaving_twice_says_the_same(duo, amir, els):
    await amir.says("/privacy")
    await amir.taps("I no longer agree")
    surely = behind(amir, "Yes, delete my answers")
    await amir.taps("Yes, delete my answers")
    before, news = await remembered(duo), len(els.messages)
    await taps_old(amir, surely)
    assert "Your answers are deleted" in amir.last
    assert await remembered(duo) == before
    assert len(els.messages) == news


async def test_a_coach_cannot_be_made_to_leave_by_a_forged_button(duo, els):
    before = await remembered(duo)
    for data in ("go:withdraw", "go:withdraw_surely", "go:withdraw_not"):
        assert "deleted and I will not" not in await taps_old(els, data)
    assert await remembered(duo) == before
    assert els.buttons == ["Menu"]


async def test_who_only_said_hello_has_nothing_to_delete(house):
    fatima = await starts(house)
    before = await remembered(house)
    await taps_old(fatima, "go:withdraw_surely")
    assert "Your privacy" in str(fatima.messages)
    assert await remembered(house) == before


async def test_a_new_text_is_asked_of_everybody_who_agreed_to_the_old_one(duo, amir):
    await renew_privacy_text(duo)
    said = await amir.says("hello")
    assert "The text about your privacy has changed. So I ask you again." in said
    assert "Do you agree?" in said
    assert "First name: Amir" in await amir.taps("I agree")
    assert "What would you like to do?" in await amir.says("hello")
    consents = (await remembered(duo))["consents"]
    assert len([row for row in consents if row[2] == "2027-06"]) == 1


async def test_who_does_not_agree_to_the_new_text_is_asked_before_anything_is_deleted(duo, amir):
    await renew_privacy_text(duo)
    await amir.says("hello")
    await amir.taps("I do not agree")
    assert "Do you no longer agree? Then I delete your answers" in amir.last
    assert "Your duo ends too." in amir.last
    assert "Your answers are deleted" in await amir.taps("Yes, delete my answers")


async def test_a_new_text_takes_nobody_out_of_the_lists(duo, tom, els):
    await renew_privacy_text(duo)
    await tom.says("/answers")
    await tom.taps("Change first name")
    assert "Do you agree?" in await tom.says("Thomas")
    await els.says("/work")
    assert "Thomas" in await els.taps("See who is ready")


async def test_a_coach_is_asked_for_no_consent(house):
    nadia = await joins_as_coach(house)
    await renew_privacy_text(house)
    assert "What would you like to do?" in await nadia.says("hello there!")


@pytest.mark.parametrize("words", ["privacy", "mes données", "mijn gegevens"])
async def test_the_text_is_found_in_plain_words(house, words):
    fatima = await starts(house)
    await agrees(fatima)
    assert "Your privacy" in await fatima.says(words)


async def facts_with(house: House, words: str) -> list[str]:
    """The kinds of letters whose facts still hold these words."""
    async with house.database.reading() as tx:
        rows = await tx.connection.execute(select(OutboxRow.id, OutboxRow.kind, OutboxRow.facts))
        keys = tx.keys
        return [
            row.kind
            for row in rows
            if row.facts
            and words in str(keys.open_json(row.facts, Where("outbox", "facts", row.id)))
        ]


async def test_who_leaves_is_forgotten_in_the_letters_of_everybody(duo, amir, els):
    await amir.says("/answers")
    await duo.turn_to(FIRST_SUNDAY)
    await amir.says("stop")
    assert await facts_with(duo, "Amir")
    await leaves(amir)
    assert await facts_with(duo, "Amir") == []


async def test_what_who_leaves_said_about_the_weeks_is_forgotten(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    met = behind(amir, "Yes, we met")
    await amir.taps("Yes, we met")
    await rita.taps("No, not this week")
    await leaves(amir)
    before = (await remembered(duo))["prompts"]
    assert sorted((row[7] for row in before), key=str) == [None, "not_met"]
    await taps_old(amir, met)
    assert "You do not have to answer it now." in str(amir.messages)
    assert (await remembered(duo))["prompts"] == before


async def test_an_update_that_was_set_aside_is_emptied_when_its_writer_leaves(duo, amir, rita):
    arrivals = [
        Arrival(number, one.id, {"update_id": number, "secret": "my address"})
        for number, one in ((901, amir), (902, rita))
    ]
    async with duo.database.transaction() as tx:
        await tx.inbox.store(arrivals, duo.telegram.clock.now())
        for number in (901, 902):
            await tx.inbox.give_back(number, set_aside=True)
    await leaves(amir)
    async with duo.database.reading() as tx:
        aside = select(InboxRow.update_id, InboxRow.raw).where(InboxRow.state == "set_aside")
        kept = {row.update_id: row.raw is not None for row in await tx.connection.execute(aside)}
    assert kept == {901: False, 902: True}


async def test_updates_set_aside_are_forgotten_after_two_weeks(duo, amir):
    async with duo.database.transaction() as tx:
        await tx.inbox.store([Arrival(901, amir.id, {})], duo.telegram.clock.now())
        await tx.inbox.give_back(901, set_aside=True)
    for days, left in ((13, 1), (2, 0)):
        await duo.pass_by(days=days)
        await duo.app.actions.upkeep.sweep()
        async with duo.database.reading() as tx:
            aside = select(InboxRow).where(InboxRow.state == "set_aside")
            assert len((await tx.connection.execute(aside)).all()) == left


async def test_the_coach_does_not_hear_in_the_morning_of_who_left_at_night(duo, els):
    await duo.turn_to(FIRST_SUNDAY.replace(hour=21))  # 22:00 on the wall
    fatima = await registers(duo)
    await leaves(fatima)
    await duo.pass_by(hours=12)
    assert "Fatima" not in str(els.messages)


async def test_the_coach_does_not_hear_in_the_morning_what_did_not_reach_who_left(duo, amir, els):
    await duo.turn_to(FIRST_SUNDAY.replace(hour=21))
    async with duo.database.reading() as tx:
        person = await tx.people.by_telegram(amir.id)
    await duo.app.actions.reachability.not_delivered(person.id, None)
    assert await facts_with(duo, "Amir") != []
    await leaves(amir)
    await duo.pass_by(hours=12)
    assert "Amir" not in str(els.messages)
    assert await facts_with(duo, "Amir") == []


# Where notices hold the name of somebody.
NAMES = {
    "first_name", "names", "partner", "teller", "mentee", "mentor", "mentees", "mentors", "duos",
    "answers",
}  # fmt: skip
# To the one who is named, or with the name of the one who stays.
HARMLESS = {Registered.kind, AnswersOverview.kind, CoachWelcome.kind, SomebodyLeft.kind,
            GoOnRegistering.kind, CameToTelegram.kind}  # fmt: skip
# Shown to a coach who asks, or who gets their duos; sent at once and emptied two days later.
SHOWN = {DuoCard.kind, MyDuos.kind, OffersCross.kind, OfferHeard.kind, CaseloadReceived.kind,
         MentorsFor.kind, MentorsInTraining.kind, PairShown.kind, ToMatch.kind,
         FirstForWhom.kind}  # fmt: skip
# How many duos a colleague has, and the names of colleagues only.
COUNTED = {CaseloadGiven.kind, ConfirmCaseload.kind}


def test_of_every_letter_that_names_somebody_it_is_known_what_becomes_of_it_when_they_leave():
    naming = {
        kind
        for kind, notice in Notice.by_kind.items()
        if NAMES & {field.name for field in fields(notice)}
    }
    of_meetings = {*meeting_letters.NEWS, *meeting_letters.REMINDERS}
    known = {*NEWS, *OF_A_DUO, *TO_A_MENTOR, *TO_THE_OTHER, *of_meetings, *phones.NUMBERS}
    known |= {MeetingOffered.kind, NoneFits.kind}
    known |= {*ABOUT_WORDS, *TO_A_COACH, *OF_A_MATCH} & naming
    known |= {*OF_A_BEGINNING} & naming
    known |= {*TO_COACHES, *OF_A_WISH} & naming
    assert naming == {*known, CaseCard.kind, *HARMLESS, *SHOWN, *COUNTED}
