"""What was taken out of a chat stays out, and who works here no more is shown nothing more."""

from datetime import UTC, datetime

from sqlalchemy import select

from storage.tables import CaseRow
from tests.handlers.arrivals import behind, joins_as_coach, newest_of_bot, taps_old
from tests.handlers.codes import code_now, sets_up


def at(day, hour, minute=0):
    """A moment of March 2026 as the clocks of Brussels show it."""
    return datetime(2026, 3, day, hour - 1, minute, tzinfo=UTC)


async def cases(house):
    async with house.database.reading() as tx:
        found = await tx.connection.scalars(select(CaseRow.id).order_by(CaseRow.opened_at))
        return [await tx.cases.get(one) for one in found.all()]


def chat_of(person):
    return "\n".join(str(one) for one in person.messages)


async def test_hiding_is_not_undone_by_a_change_that_was_on_its_way(duo, amir, els):
    await amir.says("/coach")
    await amir.taps("Health")
    duo.telegram.tap(els.id, els._message_with("I take it"), "I take it")
    duo.telegram.say(amir.id, "/hide")
    while await duo.app.poller.poll():
        await duo.app.workers.handle_waiting()
    await duo.settle()
    assert "is working on your question" not in chat_of(amir)
    assert "Health" not in chat_of(amir)


async def test_a_coach_who_has_left_is_shown_nothing_of_the_case_any_more(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await amir.says("/coach")
    await amir.taps("Health")
    today = behind(amir, "Today")
    await els.taps("I take it")
    await duo.app.actions.handing_over.let_go_by_name("Els", None)
    await duo.settle()
    await nadia.taps("I take it")
    await taps_old(amir, today)
    assert "You no longer work with me." in els.last
    assert "Amir" not in chat_of(els)


async def test_whoever_takes_the_phone_after_hide_writes_to_nobody(duo, amir, els):
    await amir.says("/coach")
    await amir.says("/hide")
    await amir.says("what is this strange thing here on the phone")
    assert "I pass it on" not in chat_of(amir)


async def test_a_danger_stays_as_urgent_as_it_is_whatever_is_tapped(duo, amir, els):
    await amir.says("I want to kill myself")
    (before,) = await cases(duo)
    for tap in ("qu:{}:question", "qa:{}:work", "qw:{}:team"):
        await amir.forges(tap.format(before.id), newest_of_bot(amir))
    (after,) = await cases(duo)
    assert (after.urgency, after.next_at, after.promised_at) == (
        before.urgency, before.next_at, before.promised_at,
    )  # fmt: skip
    assert (after.about, after.audience) == (None, None)


async def test_a_mentor_is_not_told_what_was_taken_back_in_the_night(duo, amir, rita):
    await duo.turn_to(at(3, 22, 30))
    await amir.says("/coach")
    for tap in ("Work", "This week", "My mentor too"):
        await amir.taps(tap)
    (case,) = await cases(duo)
    await amir.forges(f"qa:{case.id}:health", newest_of_bot(amir))
    await duo.turn_to(at(4, 9, 30))
    assert "Amir has asked the coach" not in chat_of(rita)


async def test_six_digits_of_a_coach_go_to_nobody_even_when_no_code_is_asked(duo, amir, els):
    secret, _ = await sets_up(duo, els)
    await duo.pass_by(hours=13)
    await amir.says("/coach")
    await els.taps("Reply")
    code = code_now(duo, secret)
    await els.says(code)
    assert "I pass it on to nobody" in els.last
    assert code not in chat_of(amir)
    assert code not in chat_of(els)


async def test_els_hears_of_what_comes_after_her_answer_though_she_tapped_no_read(duo, amir, els):
    await amir.says("/coach")
    await amir.says("My papers are lost")
    await els.taps("Reply")
    await els.says("Which papers?")
    before = len(els.messages)
    await duo.pass_by(minutes=1)
    await amir.says("My passport")
    await amir.says("And my card")
    assert len(els.messages) == before + 1
    await duo.pass_by(minutes=11)
    await amir.says("And the paper of the town hall")
    assert len(els.messages) == before + 2


async def test_a_voice_message_answers_a_coach_as_long_as_text_does(duo, amir, els):
    await amir.says("/coach")
    await els.taps("Reply")
    await els.says("How are you today?")
    await duo.pass_by(hours=2)
    await amir.sends("voice")
    assert "I pass it on" in amir.last


async def test_a_card_that_waited_shows_that_somebody_took_the_case_meanwhile(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await amir.says("/coach")
    duo.telegram.turn_clock(at(4, 11))
    await duo.app.actions.next_steps.take_due()
    duo.telegram.tap(els.id, els._message_with("I take it"), "I take it")
    await duo.app.poller.poll()
    await duo.app.workers.handle_waiting()
    await duo.settle()
    assert "Els" in nadia.last
    assert "I take it" not in nadia.buttons


async def test_who_wants_only_the_coach_to_know_is_not_brought_to_all_coaches(duo, amir, els):
    nadia = await joins_as_coach(duo)
    uma = await joins_as_coach(duo, "Uma")
    await amir.says("/coach")
    for tap in ("Health", "This week", "Only my coach"):
        await amir.taps(tap)
    for day, hour in ((4, 11), (4, 16), (5, 12), (6, 12)):
        await duo.turn_to(at(day, hour))
    assert sum("Amir" in chat_of(one) for one in (nadia, uma)) == 1
