"""A time in which the bot could not hear: who may have answered in vain is asked once more."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.actions.outages import LISTENED_UNTIL, PAGE, Outages
from bot.sandbox.faults import Fault
from storage.installation import Installation
from tests.conversations import House, Someone
from tests.handlers.arrivals import FIRST_SUNDAY, leaves, message_with, starts
from tests.handlers.test_privacy import facts_with

SORRY = "Sorry, I was away for a moment."
MONDAY_NIGHT = datetime(2026, 3, 9, 21, 30, tzinfo=UTC)
MONDAY = datetime(2026, 3, 9, 9, tzinfo=UTC)
YES, NO = "Yes, we met", "No, not this week"


async def listens(house: House, seconds: float = 0.0, within: float = 0.0) -> None:
    """Let so many seconds pass, hear Telegram once more, and let happen what follows."""
    house.telegram.advance_clock(timedelta(seconds=seconds))
    updates = house.app.poller.updates
    get = updates.get

    async def slow(offset: int | None) -> object:
        found = await get(offset)
        house.telegram.advance_clock(timedelta(seconds=within))
        return found

    updates.get = slow
    await house.app.poller.listen()
    updates.get = get
    await house.app.workers.handle_waiting()
    await house.app.courier.deliver_due()


async def is_away(house: House, seconds: float = 200) -> None:
    """Nothing is heard for so long; then the line is up again, and stays up."""
    await listens(house)
    await listens(house, seconds)
    await listens(house, 25)


def offers(person: Someone) -> int:
    return sum(SORRY in one.get("text", "") for one in person.messages)


@pytest.fixture(autouse=True)
def _polls_answer_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.post.poller.SHORTEST_EMPTY_POLL", 0)


@pytest.fixture
async def asked(duo: House) -> House:
    """A duo that was asked on Sunday and has not answered; it is Monday, 10:00 on the wall."""
    await duo.turn_to(FIRST_SUNDAY)
    await duo.turn_to(MONDAY)
    return duo


async def test_an_open_question_is_asked_once_more_and_either_button_works(asked, amir, rita, tom):
    old = message_with(rita, "id you meet")["message_id"]
    await is_away(asked)
    for person, partner in ((amir, "Rita"), (rita, "Amir")):
        sorry, question = person.last.split("\n\n")
        assert sorry == (
            f"{SORRY} Perhaps your answer got lost. It is not your fault. So I ask you again:"
        )
        assert partner in question
        assert "last week" in question, "It is Monday."
    assert (offers(tom), offers(amir)) == (0, 1)
    await amir.taps(YES)
    assert "Your answer: yes" in amir.last
    asked.telegram.tap(rita.id, old, YES)
    await asked.settle()
    assert "Your answer: yes" in str(rita.messages)


async def test_who_has_answered_or_answers_meanwhile_is_not_asked(asked, amir, rita):
    await amir.taps(NO)
    await listens(asked)
    await listens(asked, 200)
    await rita.taps(NO)
    await listens(asked, 25)
    assert (offers(amir), offers(rita)) == (0, 0)


async def test_what_the_other_one_has_said_makes_no_difference(asked, amir, rita):
    await rita.taps(YES)
    await is_away(asked)
    assert offers(amir) == 1


async def test_who_is_asked_once_more_after_an_outage_is_not_reminded_besides(asked, amir):
    await is_away(asked)
    before = len(amir.messages)
    await asked.turn_to(FIRST_SUNDAY + timedelta(days=1))
    assert len(amir.messages) == before


async def test_a_gap_that_loses_no_tap_is_none(asked, amir):
    await is_away(asked, 110)
    assert offers(amir) == 0


async def test_at_night_nobody_is_asked_until_the_morning(asked, amir, rita):
    await asked.turn_to(MONDAY_NIGHT)
    await is_away(asked)
    assert offers(amir) == 0
    await rita.taps(NO)
    heard_at = []
    for _ in range(24):
        await listens(asked, 1800)
        heard_at += [asked.telegram.clock.now()] * (offers(amir) > len(heard_at))
    assert (offers(amir), offers(rita)) == (1, 0)
    assert [(one.day, one.hour) for one in heard_at] == [(10, 7)]


async def test_who_takes_a_break_or_cannot_be_reached_is_left_in_peace(asked, amir, rita):
    await amir.says("/stop")
    await rita.blocks()
    await is_away(asked)
    assert (offers(amir), offers(rita)) == (0, 0)


async def test_a_question_of_the_registration_is_asked_once_more(house: House):
    noor, ali, zoe = [await starts(house, name, code) for name, code in
                      (("Noor", "en"), ("Ali", "fr"), ("Zoe", "en"))]  # fmt: skip
    await noor.taps("English")
    await ali.taps("Français")
    await zoe.taps("English")
    await zoe.taps("I do not agree")
    await is_away(house)
    assert noor.last.startswith(SORRY)
    assert "I agree" in noor.buttons
    assert offers(zoe) == 0
    assert ali.last.startswith("Pardon, je n’étais pas là")
    assert "Who are you in this programme?" in await noor.taps("I agree")
    await house.pass_by(days=3)
    await is_away(house)
    assert offers(noor) == 1


async def test_a_process_that_was_down_asks_when_it_is_up_again(asked, amir):
    await listens(asked)
    asked.restart()
    asked.telegram.advance_clock(timedelta(minutes=10))
    await listens(asked)
    await listens(asked, 25)
    assert offers(amir) == 1


async def test_a_process_that_stood_still_in_the_middle_of_a_poll_asks_too(asked, amir):
    await listens(asked)
    await listens(asked, 5, within=600)
    await listens(asked, 25)
    assert offers(amir) == 1


async def test_one_outage_is_answered_once_whatever_breaks_in_between(
    asked, amir, rita, monkeypatch
):
    async def breaks(*_: object) -> None:
        raise OSError("the database is away")

    with monkeypatch.context() as patch:
        patch.setattr(Installation, "forget", breaks)
        patch.setattr("bot.post.patience.WAIT_AFTER_FAILURE", 0)
        await is_away(asked)
    again = Outages(asked.app.actions.outages.desk)
    now = asked.telegram.clock.now()
    for _ in range(2):
        await again.listened(now, now)
        await asked.app.courier.deliver_due()
    assert (offers(amir), offers(rita)) == (1, 1)


async def test_a_line_that_breaks_again_and_again_asks_nobody_again_and_again(asked, amir):
    for _ in range(4):
        await is_away(asked, 300)
    assert offers(amir) == 1


async def test_a_question_that_is_not_sent_yet_is_not_doubled(duo, amir):
    await duo.turn_to(FIRST_SUNDAY - timedelta(seconds=400))
    await listens(duo)
    duo.telegram.turn_clock(FIRST_SUNDAY + timedelta(seconds=1))
    await duo.app.actions.check_ins.ask_due()
    for _ in range(2):
        await duo.app.poller.listen()
        duo.telegram.advance_clock(timedelta(seconds=25))
    await duo.app.courier.deliver_due()
    assert (offers(amir), "id you meet" in amir.last) == (0, True)


async def test_a_question_of_the_week_that_is_put_after_an_outage_is_put_once(duo, amir):
    await duo.turn_to(FIRST_SUNDAY - timedelta(minutes=5))
    await listens(duo)
    duo.restart()
    await duo.turn_to(FIRST_SUNDAY + timedelta(minutes=5))
    await listens(duo)
    await listens(duo, 25)
    assert (offers(amir), "id you meet" in amir.last) == (0, True)


async def test_questions_of_the_morning_after_an_outage_at_night_are_put_once(duo, amir):
    await duo.turn_to(MONDAY_NIGHT - timedelta(days=1))
    await listens(duo)
    await listens(duo, 600)
    await duo.turn_to(MONDAY)
    assert "id you meet" in amir.last
    duo.app.poller.noted = None
    async with duo.database.transaction() as tx:
        await tx.installation.note(LISTENED_UNTIL, duo.telegram.clock.now().isoformat())
    await listens(duo, 25)
    assert offers(amir) == 0


async def test_who_first_writes_after_the_outage_or_goes_on_then_is_not_asked_again(house: House):
    noor = await starts(house, "Noor")
    await listens(house)
    await listens(house, 600)
    ina = await starts(house, "Ina")
    await noor.taps("English")
    await listens(house, 25)
    assert (offers(ina), offers(noor)) == (0, 0)


async def test_a_question_that_came_while_we_were_deaf_is_asked_once_more(duo, amir):
    await duo.turn_to(FIRST_SUNDAY - timedelta(seconds=300))
    await listens(duo)
    duo.telegram.turn_clock(FIRST_SUNDAY + timedelta(seconds=1))
    await duo.app.actions.check_ins.ask_due()
    await duo.app.courier.deliver_due()
    await listens(duo, 300)
    await listens(duo, 25)
    assert offers(amir) == 1


@pytest.fixture
async def waits(asked: House, rita: Someone) -> House:
    """Rita is to be asked once more, and Telegram does not take that letter yet."""
    asked.telegram.plant_fault(Fault(0, "sendMessage", chat=rita.id, status=500))
    await is_away(asked)
    return asked


async def goes_through(house: House) -> None:
    house.telegram.clear_faults()
    await house.pass_by(minutes=30)


async def test_who_answers_before_the_second_question_arrives_is_not_asked_it(waits, rita):
    rita.house.telegram.tap(rita.id, message_with(rita, "id you meet")["message_id"], NO)
    await waits.settle()
    await goes_through(waits)
    assert offers(rita) == 0


@pytest.mark.parametrize("answer", [YES, NO])
async def test_whatever_the_other_one_says_meanwhile_the_second_question_comes(
    waits, amir, rita, answer
):
    await amir.taps(answer)
    await goes_through(waits)
    assert offers(rita) == 1


async def test_a_week_that_is_over_is_not_asked_about_once_more(waits, rita):
    for _ in range(3):
        await waits.pass_by(days=1)
    await goes_through(waits)
    assert offers(rita) == 0


async def test_a_duo_that_has_ended_is_not_asked_once_more(waits, amir, rita):
    await leaves(amir)
    await goes_through(waits)
    assert offers(rita) == 0
    assert "Your duo has ended." in rita.last


async def test_who_leaves_is_forgotten_in_the_questions_that_were_asked_twice(asked, amir, rita):
    await is_away(asked)
    assert offers(rita) == 1
    await leaves(amir)
    assert await facts_with(asked, "Amir") == []


async def test_everybody_is_asked_when_there_are_more_than_a_page(house: House, monkeypatch):
    monkeypatch.setattr("bot.actions.outages.PAGE", 2)
    crowd = [await starts(house, f"Person {number}") for number in range(5)]
    await is_away(house)
    assert [person.last.startswith(SORRY) for person in crowd] == [True] * 5
    assert PAGE > 2
