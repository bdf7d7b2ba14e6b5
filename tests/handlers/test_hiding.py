"""Hiding what others might read on a phone that is shared, and what leaves the chats by itself."""

from dataclasses import replace

import pytest

from bot.programme.cases import Form
from bot.programme.letters import Lane
from bot.programme.notices import CaseRead, CoachWrites
from tests.post.letters import person_id

BEATEN = "my husband hits me"
SECRET = "I know a safe place for tonight."


def chat_of(person):
    return "\n".join(str(one) for one in person.messages)


async def tell(house, person, notice, subject):
    """A letter about a case, as it comes from the other side."""
    reader = await person_id(house, person)
    async with house.app.actions.hiding.desk.open() as counter:
        counter.tell(reader, notice, subject, lane=Lane.CASE)
    await house.settle()


async def sweep(house):
    await house.app.actions.hiding.remove_due()
    await house.settle()


def written_by_els(words=SECRET):
    return CoachWrites(1, "Els", Form.TEXT, words)


@pytest.mark.parametrize("said", ["/hide", "Hide this", "verberg dit", "cache mes messages !"])
async def test_what_amir_asked_and_what_he_read_is_gone_at_once(duo, amir, said):
    await amir.says(BEATEN)
    await tell(duo, amir, written_by_els(), "said:1")
    assert BEATEN in chat_of(amir)
    await amir.says(said)
    seen = chat_of(amir)
    for trace in (BEATEN, SECRET, "1712", said):
        assert trace not in seen
    assert "What would you like to do?" in amir.last
    assert "Find help" in amir.buttons


async def test_a_button_under_what_is_sensitive_hides_it_too(duo, amir):
    await tell(duo, amir, written_by_els(), "said:1")
    assert "Hide messages" in amir.buttons
    await amir.taps("Hide messages")
    assert SECRET not in chat_of(amir)
    assert "What would you like to do?" in amir.last


async def test_what_everybody_may_read_stays(duo, amir):
    await amir.says("/privacy")
    told = amir.last
    await amir.says("/hide")
    assert told in [one["text"] for one in amir.messages]
    assert "/hide" not in chat_of(amir)


async def test_of_rita_nothing_is_hidden_when_amir_hides(duo, amir, rita):
    await tell(duo, amir, written_by_els(), "said:1")
    await tell(duo, rita, written_by_els("See you, Rita."), "said:2")
    await amir.says("/hide")
    assert "See you, Rita." in rita.last


async def test_hiding_in_the_middle_of_the_questions_goes_on_with_the_question(house):
    fatima = house.meet("Fatima", "en")
    await fatima.says("/start")
    await fatima.taps("English")
    asked = fatima.last
    await fatima.says("/hide")
    assert fatima.last == asked


async def test_els_hides_and_is_asked_for_a_code_again(duo, els):
    reader = await person_id(duo, els)
    now = duo.telegram.clock.now()
    async with duo.database.transaction() as tx:
        await tx.second_factors.ask(reader, now, None, now)
        await tx.second_factors.pass_(reader, now.replace(year=2027))
    read = CaseRead(1, (("person", "Amir", "text", SECRET, now.isoformat(), False),))
    await tell(duo, els, read, "case:1")
    assert SECRET in chat_of(els)
    await els.says("/hide")
    assert SECRET not in chat_of(els)
    async with duo.database.reading() as tx:
        assert await tx.second_factors.passed_until(reader) is None


async def test_what_was_written_leaves_the_chats_before_47_hours(duo, amir, els):
    now = duo.telegram.clock.now().isoformat()
    await tell(duo, amir, written_by_els(), "said:1")
    await tell(duo, els, CaseRead(1, (("person", "Amir", "text", SECRET, now, False),)), "case:1")
    await duo.pass_by(hours=39)
    await sweep(duo)
    assert SECRET in chat_of(amir)
    assert SECRET in chat_of(els)
    await duo.pass_by(hours=2)
    await sweep(duo)
    assert SECRET not in chat_of(amir)
    assert SECRET not in chat_of(els)


async def test_after_an_outage_of_days_it_no_longer_says_what_it_said(duo, amir):
    await tell(duo, amir, written_by_els(), "said:1")
    await duo.pass_by(hours=60)
    await sweep(duo)
    assert SECRET not in chat_of(amir)
    assert "This message is gone." in chat_of(amir)


async def test_where_the_programme_says_nothing_it_stays_until_it_is_hidden(duo, amir):
    duo.programme = replace(duo.programme, removed_after_hours=None)
    duo.restart()
    await tell(duo, amir, written_by_els(), "said:1")
    await duo.pass_by(hours=46)
    await sweep(duo)
    assert SECRET in chat_of(amir)
    await amir.says("/hide")
    assert SECRET not in chat_of(amir)


async def test_what_was_hidden_is_not_taken_out_twice_nor_changed_any_more(duo, amir):
    await tell(duo, amir, written_by_els(), "said:1")
    await amir.says("/hide")
    async with duo.database.reading() as tx:
        assert await tx.outbox.sent_copies("coach_writes", "said:1") == []
    await duo.pass_by(hours=41)
    before = len(amir.messages)
    assert await duo.app.actions.hiding.remove_due() == 0
    assert len(amir.messages) == before


async def test_more_than_a_hundred_messages_go_too(duo, amir):
    reader = await person_id(duo, amir)
    async with duo.app.actions.hiding.desk.open() as counter:
        for number in range(101):
            counter.tell(
                reader, written_by_els(f"{SECRET} {number}"), f"s:{number}", lane=Lane.CASE
            )
    await duo.settle()
    assert chat_of(amir).count(SECRET) == 101
    await amir.says("/hide")
    assert SECRET not in chat_of(amir)
