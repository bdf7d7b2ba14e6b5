"""A case between several coaches: who has it, who answered, and what each of them reads of it."""

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from bot.actions.case_cards import show_copies
from bot.actions.counter import Talk
from bot.actions.talking import hear_changed
from bot.programme.cases import Form
from bot.programme.heard import Heard
from bot.programme.people import Visit
from storage.letters import Settlement
from storage.tables import CaseMessageRow, CaseRow, OutboxRow
from tests.handlers.arrivals import (
    behind,
    joins_as_coach,
    joins_as_coordinator,
    labels_of,
    message_with,
    newest_of_bot,
    taps_old,
)
from tests.handlers.codes import code_now, sets_up
from tests.handlers.test_case_talk import CALL, kinds, texts
from tests.handlers.trusting import trust
from tests.post.letters import refused

WANTS = "Amir (mentee) wants to talk to you."


@pytest.fixture
async def nadia(duo):
    return await joins_as_coach(duo)


@pytest.fixture
async def called(duo, amir, els, nadia):
    """Amir has called; both coaches gave their code this morning."""
    await trust(duo, els)
    await trust(duo, nadia)
    await amir.says(CALL)
    return duo


async def hands_to_nadia(els):
    for label in ("I take it", "Hand over", "Nadia"):
        await els.taps(label)
    return await els.taps("Yes, hand it over")


async def case_in(house):
    async with house.database.reading() as tx:
        return await tx.cases.get(await tx.connection.scalar(select(CaseRow.id)))


async def test_a_mistap_hands_nothing_over_and_the_one_chosen_is_named_first(called, els, nadia):
    await els.taps("I take it")
    await els.taps("Hand over")
    asked = await els.taps("Nadia")
    assert asked.startswith("This is about Amir.\n\nDoes Nadia take it from you?")
    assert "Els has it since" in await els.taps("Go back")
    assert WANTS not in texts(nadia)


async def test_nadia_reads_from_whom_it_comes_and_els_may_say_why(called, els, nadia):
    await hands_to_nadia(els)
    assert "Els hands this to you." in nadia.last
    assert "You handed this to Nadia." in els.last
    await els.taps("Note for coaches")
    await els.says("She speaks Arabic")
    await nadia.taps("I take it")
    assert "She speaks Arabic" in await nadia.taps("Read")


async def test_given_back_the_next_one_reads_who_gave_it_back(called, els, nadia):
    await els.taps("I take it")
    await els.taps("Give back")
    assert "Els gave this back. Now I ask you." in nadia.last


async def test_who_has_a_case_again_has_one_card_of_it(called, els, nadia):
    await hands_to_nadia(els)
    await nadia.taps("I take it")
    await nadia.taps("Hand over")
    await nadia.taps("Els")
    await nadia.taps("Yes, hand it over")
    (card,) = [one for one in els.messages if WANTS in one["text"]]
    assert "Nadia hands this to you." in card["text"]
    assert labels_of(card)[0] == "I take it"


async def test_nadia_has_it_now_and_owes_an_answer_though_els_answered(called, amir, els, nadia):
    await els.answers("Amir", "Come tomorrow")
    assert "Els has answered on Tuesday 3 March at 11:00." in message_with(els, WANTS)["text"]
    await els.taps("Hand over")
    await els.taps("Nadia")
    await els.taps("Yes, hand it over")
    await called.pass_by(minutes=1)
    card = await nadia.taps("I take it")
    assert "Nadia has it since Tuesday 3 March at 11:01." in card
    assert "Els has answered on Tuesday 3 March at 11:00." in card
    assert "An answer is still to come." in card
    assert "Nadia has answered" not in card + texts(amir)


async def test_els_answers_what_nadia_has_and_both_and_amir_read_who_it_was(
    called, amir, els, nadia
):
    await hands_to_nadia(els)
    await nadia.taps("I take it")
    await els.answers("Amir", "I am back")
    assert "Els has answered here. You still have it." in nadia.last
    card = message_with(nadia, WANTS)["text"]
    assert "Els has answered on" in card
    assert "Nadia looks after this now." in card
    assert "Your coach Els has answered you." in texts(amir)
    assert "Nadia has answered" not in texts(amir)


async def test_what_was_opened_again_is_read_anew(called, amir, els, nadia):
    await amir.says("My papers are lost")
    await els.taps("Read")
    await els.taps("I take it")
    await els.taps("It is solved")
    await amir.taps("Not solved")
    assert (await case_in(called)).read_at is None
    assert "I have promised that somebody reads it before" in message_with(nadia, WANTS)["text"]
    await nadia.taps("Read")
    assert (await case_in(called)).read_at is not None
    assert "Nadia has read" in texts(amir)


async def close_words(house):
    """As if the case had come to who has it from a coach who wrote with Amir before."""
    async with house.database.transaction() as tx:
        now = house.telegram.clock.now()
        await tx.connection.execute(update(CaseRow).values(words_closed_at=now, read_at=None))


async def test_closed_words_are_not_read_and_amir_is_asked_by_who_has_them(
    called, amir, els, nadia
):
    await amir.says("My papers are lost")
    await hands_to_nadia(els)
    await close_words(called)
    assert "stays closed until this person agrees" in await nadia.taps("Read")
    assert (await case_in(called)).read_at is None
    assert "May Nadia read what you wrote before? Only you decide." in amir.last
    assert "Nadia may read now what you wrote before." in await amir.taps("Yes, that is fine")
    assert "My papers are lost" in await nadia.taps("Read")


async def test_a_yes_for_who_has_it_no_more_opens_nothing_and_asks_for_who_has_it(
    called, amir, els, nadia
):
    await amir.says("My papers are lost")
    await hands_to_nadia(els)
    await close_words(called)
    await nadia.taps("Read")
    yes = behind(amir, "Yes, that is fine")
    await called.pass_by(minutes=1)
    for label in ("I take it", "Hand over", "Els", "Yes, hand it over"):
        await nadia.taps(label)
    said = await amir.forges(yes, newest_of_bot(amir))
    assert "May Els read what you wrote before?" in said
    assert "Els may read now" in await amir.taps("Yes, that is fine")
    assert "Nothing that you wrote before is closed now." in await taps_old(amir, yes)


async def test_what_els_types_after_another_button_goes_to_nobody(called, amir, els):
    await els.taps("Reply")
    await called.pass_by(minutes=1)
    await els.says("/people")
    before = len(amir.messages)
    await els.says("are you coming?")
    assert len(amir.messages) == before
    await els.taps("Reply")
    await called.pass_by(minutes=1)
    await els.taps("Read")
    assert "I have sent it to Amir." in await els.says("I am coming")


async def test_a_card_that_was_on_its_way_arrives_once_and_as_the_case_is_now(called, amir, els):
    row, lease = OutboxRow, called.telegram.clock.now()
    async with called.database.transaction() as tx:
        person = await tx.people.by_telegram(els.id)
        theirs = (row.kind == "case_card", row.person_id == person.id, row.edits.is_(None))
        found = select(row.id, row.message_id).where(*theirs)
        letter, message = (await tx.connection.execute(found)).one()
        on_its_way = {"state": "waiting", "lease_until": lease, "message_id": None}
        await tx.connection.execute(update(row).where(row.id == letter).values(on_its_way))
    case = replace(await case_in(called), about="work")
    async with called.app.actions.cases.desk.open() as counter:
        await show_copies(counter, case)
    arrived = Settlement(letter, lease, "sent", lease, message_id=message, recalls=True)
    called.app.courier.came_back[person.id] = arrived
    await called.settle()
    (card,) = [one for one in els.messages if WANTS in one["text"]]
    assert "What it is about: work" in card["text"]


async def test_els_is_told_under_the_card_what_did_not_arrive(called, amir, els):
    await els.taps("Reply")
    refused(called, 403, "Forbidden: bot was blocked by the user", times=1, chat=amir.id)
    await els.says("Come tomorrow")
    assert "Your message did not arrive." in texts(els)


async def test_a_code_of_els_is_passed_on_under_no_picture_and_in_no_change(duo, amir, els):
    await amir.says(CALL)
    secret, _ = await sets_up(duo, els)
    await els.answers("Amir", "Come tomorrow")
    await els.changes("Come tomorrow", code_now(duo, secret))
    assert "I pass it on to nobody." in els.last
    await els.taps("Reply")
    before = texts(els).count("I pass it on to nobody.")
    duo.telegram.send(els.id, "photo", code_now(duo, secret))
    await duo.settle()
    assert texts(els).count("I pass it on to nobody.") == before + 1
    assert code_now(duo, secret) not in str(amir.messages)
    assert "photo" not in kinds(amir)


async def changes_file(house, person, message_id, heard):
    """As Telegram tells it when somebody puts another file in the place of the first one."""
    visit = Visit(person.id, 1, sent_as=message_id, is_edit=True)
    async with house.app.actions.cases.desk.open() as counter:
        author = await counter.tx.people.by_telegram(person.id)
        moment = (counter.tx, counter.now, counter.programme, counter.letters)
        await hear_changed(Talk(*moment, visit=visit, person=author), heard)
    await house.settle()


async def test_the_picture_that_els_swaps_is_the_one_that_amir_has(called, amir, els):
    await els.taps("Reply")
    called.telegram.send(els.id, "photo", "The office")
    await called.settle()
    sent = els.number_of("The office", by_bot=False)
    first = next(one for one in amir.messages if one["kind"] == "photo")
    other = Heard(Form.PHOTO, "The office", "another-photo", mark="another")
    async with called.database.reading() as tx:
        (message,) = (await tx.connection.execute(select(CaseMessageRow))).all()
        assert message.file_mark
    await changes_file(called, els, sent, other)
    assert first["message_id"] not in [one["message_id"] for one in amir.messages]
    case = await case_in(called)
    async with called.database.reading() as tx:
        (message,) = await tx.case_messages.newest_of(case.id, 5)
    assert (message.file, message.file_mark) == ("another-photo", "another")


async def test_what_cannot_be_passed_on_any_more_is_told_to_who_changed_it(called, amir, els):
    await els.answers("Amir", "Come tomorrow")
    sent = els.number_of("Come tomorrow", by_bot=False)
    await changes_file(called, els, sent, None)
    assert "I cannot pass this on." in els.last
    assert "Come tomorrow" in texts(amir)


async def test_who_left_the_team_changes_nothing_that_was_said(called, amir, els):
    await els.answers("Amir", "Come tomorrow")
    sent = els.number_of("Come tomorrow", by_bot=False)
    await called.app.actions.handing_over.let_go_by_name("Els", None)
    await called.settle()
    await changes_file(called, els, sent, Heard(Form.TEXT, "Never come back"))
    case = await case_in(called)
    async with called.database.reading() as tx:
        said = [one.words for one in await tx.case_messages.newest_of(case.id, 5)]
    assert "Never come back" not in [*said, texts(amir)]


async def test_the_same_number_in_two_groups_is_not_the_same_message(called, amir, els):
    case = await case_in(called)
    for chat_id, words in ((-1001, "to Amir"), (-1002, "to somebody else")):
        async with called.app.actions.cases.desk.open() as counter:
            person = await counter.tx.people.by_telegram(els.id)
            row = CaseMessageRow
            message = {"id": -chat_id, "case_id": case.id, "author_id": person.id}
            told = {"side": "coach", "form": "text", "message_id": -5, "chat_id": chat_id}
            words_now = counter.tx.case_messages._sealed("words", -chat_id, words)
            values = message | told | {"words": words_now, "sent_at": counter.now}
            await counter.tx.connection.execute(row.__table__.insert().values(**values))
    async with called.database.reading() as tx:
        found = await tx.case_messages.written_as(person.id, -5, -1002)
        assert (found.words, found.id) == ("to somebody else", 1002)
        assert await tx.case_messages.written_as(person.id, -5) is None


async def test_what_people_said_to_each_other_stays_in_no_letter(called, amir, els):
    await amir.says("My papers are lost")
    await els.taps("Read")
    await els.answers("My papers", "Come tomorrow")
    row = OutboxRow
    said = row.kind.in_(("case_read", "coach_writes"))
    async with called.database.reading() as tx:
        found = await tx.connection.execute(select(row.facts, row.message_id).where(said))
        letters = found.all()
    assert len(letters) == 2
    assert all(one.facts is None and one.message_id for one in letters)
    await els.changes("Come tomorrow", "Come today")
    assert "Come today" in texts(amir)


def menu_of(house, person):
    """The commands that Telegram lists in this chat."""
    listed = house.telegram.state.settings.get(f"commands|chat:{person.id}|", [])
    return [one["command"] for one in listed]


async def test_the_menu_of_a_coach_lists_what_coaches_do_as_long_as_they_are_one(duo, els, nadia):
    assert {"cases", "people", "duos", "team", "code", "hide"} <= set(menu_of(duo, nadia))
    await nadia.says("/language")
    await nadia.taps("Nederlands")
    says = duo.telegram.state.settings[f"commands|chat:{nadia.id}|"]
    assert "Wie heeft mij nu nodig" in [one["description"] for one in says]
    await joins_as_coordinator(duo)
    await duo.app.actions.handing_over.let_go_by_name("Nadia", None)
    await duo.settle()
    assert menu_of(duo, nadia) == []


async def test_what_changed_is_shown_in_the_group_whoever_else_was_told(called, els):
    case = await case_in(called)
    async with called.app.actions.cases.desk.open() as counter:
        await counter.tx.cases.save(case.id, urgency="today")
        assert counter.tx.cases.changed == {case.id}
        assert not counter.letters
