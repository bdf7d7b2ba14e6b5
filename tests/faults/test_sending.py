"""Each fault that sending can meet, and what becomes of the letter."""

from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import select

from bot.post.telegram import TokenRefused
from bot.post.watch import Alarm
from bot.programme.cases import CaseState, Reason
from bot.programme.letters import Lane
from bot.programme.notices import CaseCard, LanguageChosen, OnlyWords
from storage.tables import CaseRow
from tests.conversations import Someone
from tests.faults.conftest import Line
from tests.faults.table import CHANGING, OUT_OF_REACH, SENDING, End, Named, says, waits
from tests.handlers.arrivals import joins_as_coach
from tests.post.letters import fates, refused, stumble, texts, write

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("logged")]
LOST = "I cannot reach Amir (mentee) on Telegram any more."
NOT_ARRIVED = "A message to Amir (mentee) did not arrive."
SUBJECTS = count()


@pytest.fixture
def amir(line: Line) -> Someone:
    return line.phone_of(700_000_001)


@pytest.fixture
def els(line: Line) -> Someone:
    return line.phone_of(700_000_003)


def ending(rows: tuple[Named, ...], *ends: End) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("named", [row for row in rows if row.end in ends], ids=str)


def subject() -> str:
    return f"letter {next(SUBJECTS)}"


async def letter_meeting(line: Line, to: Someone, named: Named, **more: object) -> str:
    """A letter that meets the fault on its first way."""
    stumble(line, **named.answer, chat=to.id, times=named.times, **more)
    about = subject()
    await write(line, to, about, notice=OnlyWords())
    await line.deliver_after(0)
    return about


def after_or_before(rows: tuple[Named, ...]) -> pytest.MarkDecorator:
    pairs = [
        pytest.param(row, effect, id=f"{row}: {effect}")
        for row in rows
        if row.end is End.ARRIVES
        for effect in (("none", "done") if row.after else ("none",))
    ]
    return pytest.mark.parametrize(("named", "effect"), pairs)


@after_or_before(SENDING)
async def test_it_arrives_once_or_twice_if_we_could_not_know(line, amir, named, effect):
    before = len(texts(amir))
    about = await letter_meeting(line, amir, named, effect=effect)
    assert (await line.fate_of(about)).state == "sent"
    copies = len(texts(amir)) - before
    assert copies == 1 if effect == "none" else 1 <= copies <= 2


@after_or_before(CHANGING)
async def test_a_change_is_made_and_nothing_is_written_twice(line, amir, named, effect):
    await write(line, amir, subject(), notice=OnlyWords())
    await line.deliver_after(2)
    shown, before = amir.messages[-1]["message_id"], len(texts(amir))
    stumble(line, "editMessageText", **named.answer, times=1, effect=effect)
    about = subject()
    await write(line, amir, about, notice=LanguageChosen(), edits=shown)
    assert (await line.fate_of(about)).state == "sent"
    assert (len(texts(amir)), amir.last) == (before, "From now on I write in English.")


@ending(SENDING, End.AT_ONCE)
async def test_without_its_form_it_arrives_at_once_and_that_is_reported(line, amir, els, named):
    alarms = line.app.watch.alarms[Alarm.LETTER_LOST_ITS_FORM]
    card = CaseCard(1, Reason.ASKED, CaseState.OPEN, "2026-03-03T10:00:00+00:00", ("Amir",),
                    "mentee", "fr", telegram_ids=(amir.id,))  # fmt: skip
    stumble(line, **named.answer, chat=els.id, times=1)
    about = subject()
    await write(line, els, about, Lane.CASE, card)
    await line.deliver_after(0)
    assert (await fates(line))[about].state == "sent"
    assert "entities" not in els.messages[-1] or not els.messages[-1]["entities"]
    assert els.last.startswith("Amir (mentee) wants to talk to you.")
    assert line.app.watch.alarms[Alarm.LETTER_LOST_ITS_FORM] == alarms + 1


@ending(CHANGING, End.AT_ONCE)
async def test_what_cannot_be_changed_is_written_anew(line, amir, named):
    await write(line, amir, subject(), notice=OnlyWords())
    await line.deliver_after(2)
    shown, before = amir.messages[-1]["message_id"], len(texts(amir))
    stumble(line, "editMessageText", **named.answer, times=1)
    about = subject()
    await write(line, amir, about, notice=LanguageChosen(), edits=shown)
    fate = await line.fate_of(about)
    assert (fate.state, len(texts(amir))) == ("sent", before + 1)
    assert fate.message_id == amir.messages[-1]["message_id"] != shown


@ending(CHANGING, End.IS_DONE)
async def test_a_change_that_changes_nothing_is_as_wanted(line, amir, named):
    shown = amir.messages[-1]["message_id"]
    stumble(line, "editMessageText", **named.answer, times=1)
    about = subject()
    await write(line, amir, about, notice=LanguageChosen(), edits=shown)
    await line.deliver_after(0)
    assert (await fates(line))[about].state == "sent"


@ending(SENDING, End.WAITS)
async def test_it_waits_as_asked_and_others_do_not(line, amir, els, named):
    before, heard = len(texts(amir)), len(texts(els))
    about = await letter_meeting(line, amir, named)
    await write(line, els, subject(), notice=OnlyWords())
    await line.deliver_after(named.seconds - 0.5)
    assert len(texts(els)) == heard + 1
    assert (len(texts(amir)), (await fates(line))[about].tries) == (before, 0)
    await line.deliver_after(1.5)
    assert (await fates(line))[about].state == "sent"
    assert len(texts(amir)) == before + 1


async def test_a_wait_of_a_day_is_an_alarm(line, amir):
    line.app.watch._alarmed_at.clear()
    before = line.app.watch.alarms[Alarm.VERY_LONG_WAIT_ASKED]
    await letter_meeting(line, amir, Named("wait a day", waits(86_400), End.WAITS))
    assert line.app.watch.alarms[Alarm.VERY_LONG_WAIT_ASKED] == before + 1
    await line.deliver_after(3601)


async def test_many_changes_of_one_message_end_with_the_last_one(line, amir):
    await write(line, amir, subject(), notice=OnlyWords())
    await line.deliver_after(2)
    shown = amir.messages[-1]["message_id"]
    stumble(line, "editMessageText", **waits(10), times=3)
    for notice in (LanguageChosen(), OnlyWords(), LanguageChosen()):
        line.telegram.advance_clock(timedelta(seconds=0.1))
        await write(line, amir, subject(), notice=notice, edits=shown)
    for _ in range(8):
        await line.deliver_after(11)
    assert amir.last == "From now on I write in English."
    assert amir.messages[-1]["message_id"] == shown


@ending(SENDING, End.SET_ASIDE)
async def test_it_is_set_aside_and_the_coach_hears_it_and_nobody_is_disabled(
    line, amir, els, named
):
    heard, alarms = len(texts(els)), line.app.watch.alarms[Alarm.LETTER_SET_ASIDE]
    about = await letter_meeting(line, amir, named)
    fate = await line.fate_of(about)
    await line.deliver_after(2)
    assert (fate.state, fate.tries) == ("dead", named.times)
    assert [one.split("\n")[0] for one in texts(els)[heard:]] == [
        f"{NOT_ARRIVED} It is a technical problem."
    ]
    assert line.app.watch.alarms[Alarm.LETTER_SET_ASIDE] == alarms + 1
    after = subject()
    await write(line, amir, after, notice=OnlyWords())
    assert (await line.fate_of(after)).state == "sent"
    await it_was_looked_at(line)


async def it_was_looked_at(line: Line) -> None:
    """The coach has asked whether all is well."""
    open_ones = select(CaseRow.id).where(
        CaseRow.closed_at.is_(None), CaseRow.reason == Reason.NOT_DELIVERED
    )
    async with line.database.transaction() as tx:
        for one in (await tx.connection.scalars(open_ones)).all():
            await tx.cases.close(one, line.telegram.clock.now())


async def test_of_many_refused_letters_the_coach_hears_once_until_it_is_solved(line, amir, els):
    heard = len(texts(els))
    for _ in range(3):
        await letter_meeting(line, amir, Named("x", says(413, "Request Entity Too Large"),
                                               End.SET_ASIDE))  # fmt: skip
        await line.deliver_after(2)
    assert len(texts(els)) == heard + 1


async def test_a_case_that_its_coach_is_refused_goes_to_another_coach(line, amir, els):
    nadia = await joins_as_coach(line)
    refused(line, 400, "Bad Request: BUTTON_DATA_INVALID", chat=els.id, times=1)
    await amir.says("I want my coach")
    assert "Amir (mentee) wants to talk to you." in nadia.last
    await nadia.taps("I take it")
    assert "Your coach Nadia " in amir.last
    await nadia.taps("It is solved")
    await nadia.blocks()


async def test_a_case_that_every_coach_is_refused_comes_to_rest(line, amir, els, logged):
    """Each coach is tried once; then it waits in a list, and one line of the log tells."""
    nadia = await joins_as_coach(line)
    alarms = line.app.watch.alarms[Alarm.LETTER_SET_ASIDE]
    for coach in (els, nadia):
        refused(line, 400, "Bad Request: BUTTON_DATA_INVALID", chat=coach.id, times=8)
    await amir.says("I want my coach")
    for _ in range(4):
        await line.deliver_after(2)
    assert line.app.watch.alarms[Alarm.LETTER_SET_ASIDE] == alarms + 2
    assert [one["event"] for one in logged].count("case_reached_no_coach") == 1
    line.telegram.clear_faults()
    await nadia.says("/cases")
    await nadia.taps("I take it")
    assert "Your coach Nadia " in amir.last
    await nadia.taps("It is solved")
    await nadia.blocks()


@pytest.mark.parametrize(("code", "text"), OUT_OF_REACH)
async def test_who_is_out_of_reach_is_known_to_the_coach_and_can_come_back(
    line, amir, els, code, text
):
    heard = len(texts(els))
    refused(line, code, text, chat=amir.id)
    for _ in range(3):
        await write(line, amir, subject(), notice=OnlyWords())
    for _ in range(3):
        await line.deliver_after(2)
    assert [one.split("\n")[0] for one in texts(els)[heard:]] == [LOST]
    line.telegram.clear_faults()
    await amir.says("/help")
    about = subject()
    await write(line, amir, about, notice=OnlyWords())
    assert (await line.fate_of(about)).state == "sent"


@ending(SENDING, End.STOPS)
async def test_a_refused_token_ends_it_and_keeps_the_letter(line, amir, named):
    with pytest.raises(TokenRefused):
        await letter_meeting(line, amir, named)
    line.telegram.clear_faults()
    about = next(name for name, fate in (await fates(line)).items() if fate.state == "waiting")
    assert (await line.fate_of(about)).state == "sent"


@pytest.mark.parametrize("steps", [("block", "unblock", "block"), ("unblock", "block", "unblock")])
@pytest.mark.parametrize("told_first", [True, False])
async def test_the_last_thing_a_person_did_counts(line, amir, steps, told_first):
    if steps[0] == "unblock":
        await amir.blocks()
    if told_first:
        refused(line, 403, "Forbidden: bot was blocked by the user", chat=amir.id, times=1)
        await write(line, amir, subject(), notice=OnlyWords())
        await line.deliver_after(2)
    for step in steps:
        getattr(line.telegram, step)(amir.id)
    await line.settle()
    async with line.database.reading() as tx:
        person = await tx.people.by_telegram(amir.id)
    assert (person.unreachable_at is not None) == (steps[-1] == "block")
    await amir.unblocks()


async def test_a_tap_has_its_effect_when_it_can_no_longer_be_answered(line, amir):
    await amir.says("/language")
    old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    stumble(line, "answerCallbackQuery", **says(400, old))
    await amir.taps("Nederlands")
    assert amir.last.startswith("Wat wil je doen?")
    await amir.says("/language")
    await amir.taps("English")
