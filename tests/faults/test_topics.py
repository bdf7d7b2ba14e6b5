"""Each fault that a group of the staff is known for, by name, and what becomes of the case.

Whatever happens, the case is with its coach in private, and it stands in no wider place.
"""

from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.post.topics import TopicKeeper
from bot.post.watch import Alarm
from tests.faults.table import MOVED, says
from tests.handlers.staff_group import StaffRoom, link
from tests.post.letters import stumble

LOST = "I cannot write in the group of Brussels any more."
NO_RIGHTS = "I may not make topics in the group of Brussels."
GROUP_IS_GONE = (
    ("createForumTopic", "Forbidden: the group chat was deleted"),
    ("sendMessage", "Forbidden: bot was kicked from the group chat"),
    ("editMessageText", "Forbidden: bot was kicked from the supergroup chat"),
    ("closeForumTopic", "Forbidden: bot is not a member of the supergroup chat"),
)
MAY_NOT_WRITE = (
    ("sendMessage", "Bad Request: not enough rights to send text messages to the chat"),
    ("createForumTopic", "Bad Request: have no write access to the chat"),
)
BROKEN_LINES = (
    ("createForumTopic", "done"), ("sendMessage", "done"), ("editMessageText", "none"),
    ("closeForumTopic", "done"),
)  # fmt: skip


@pytest.fixture(autouse=True)
def logged():
    with capture_logs() as events:
        yield events


@pytest.fixture
async def odile_and_room(duo):
    return await link(duo)


@pytest.fixture
def odile(odile_and_room):
    return odile_and_room[0]


@pytest.fixture
def room(odile_and_room):
    return odile_and_room[1]


def meets(duo, room, method="sendMessage", times=1, **answer):
    stumble(duo, method, chat=room.id, times=times, **answer)


async def goes_its_way(duo, amir, els):
    """A case from its beginning to its end, at each step of which a fault may wait."""
    await amir.says("I want my coach")
    for label in ("I take it", "It is solved"):
        await duo.pass_by(seconds=31)
        await els.taps(label)
    await duo.pass_by(seconds=31)


def outside_topics(room):
    """What the bot wrote in the General part of the group."""
    return [one for one in room._by_bot() if not one.get("message_thread_id")]


async def test_26_a_group_that_was_upgraded_has_its_topics_in_the_new_one(duo, amir, odile, room):
    new = duo.telegram.new_group(odile.id, "Colleagues", forum=True)["chat_id"]
    duo.telegram.change_bot(odile.id, new, "administrator")
    duo.telegram.state.queue.updates.clear()
    moved = MOVED | {"body": MOVED["body"] | {"parameters": {"migrate_to_chat_id": new}}}
    meets(duo, room, "createForumTopic", **moved)
    await amir.says("I want my coach")
    assert room.topics == {}
    assert len(StaffRoom(duo, new).cards) == 1


@pytest.mark.parametrize("fault", GROUP_IS_GONE, ids=str)
async def test_27_to_29_a_group_that_is_gone_is_told_and_the_coach_has_the_case_in_private(
    duo, amir, els, odile_and_room, fault
):
    (odile, room), (method, words) = odile_and_room, fault
    meets(duo, room, method, times=None, **says(403, words))
    await goes_its_way(duo, amir, els)
    assert odile.last.startswith(LOST)
    assert duo.app.watch.alarms[Alarm.STAFF_GROUP_LOST] == 1
    assert "Closed on" in "\n".join(one["text"] for one in els.messages)


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText"])
async def test_30_a_topic_that_is_gone_is_made_anew(duo, amir, els, room, method):
    meets(duo, room, method, **says(400, "Bad Request: message thread not found"))
    await amir.says("I want my coach")
    await els.taps("I take it")
    assert "Els has it since" in room.texts[-1]
    assert room.cards[-1]["message_thread_id"] == max(_threads(duo, room))
    assert len(_threads(duo, room)) == 2
    assert outside_topics(room) == []


async def test_30_a_topic_that_is_never_found_is_left_to_private_chats(duo, amir, els, room):
    meets(duo, room, times=None, **says(400, "Bad Request: message thread not found"))
    await amir.says("I want my coach")
    assert (len(_threads(duo, room)), room.texts) == (3, [])
    assert duo.app.watch.alarms[Alarm.TOPIC_LEFT_TO_PRIVATE] == 1
    assert "Amir" in els.last


async def test_30_a_topic_that_a_colleague_deletes_comes_back_with_the_next_change(
    duo, amir, els, room
):
    await amir.says("I want my coach")
    await room.changes("delete")
    await els.taps("I take it")
    assert list(room.topics.values()) == [False]
    assert "Els has it since" in room.texts[-1]


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText"])
async def test_31_a_topic_that_somebody_closed_is_opened_again(duo, amir, els, room, method):
    meets(duo, room, method, **says(400, "Bad Request: TOPIC_CLOSED"))
    await amir.says("I want my coach")
    await els.taps("I take it")
    assert "Els has it since" in room.texts[-1]
    assert list(room.topics.values()) == [False]


async def test_31_where_it_stays_closed_the_case_is_left_to_private_chats(duo, amir, els, room):
    meets(duo, room, times=None, **says(400, "Bad Request: TOPIC_CLOSED"))
    await amir.says("I want my coach")
    assert room.texts == []
    assert "Amir" in els.last


async def test_32_a_card_that_lands_outside_its_topic_is_taken_away(
    duo, amir, els, room, monkeypatch
):
    """Telegram says that all is well, and puts it where more people read."""
    bot = duo.app.bot.__class__
    send = bot.send_message

    async def astray(self, *where_and_what, message_thread_id=None, **more):
        return await send(self, *where_and_what, **more)

    monkeypatch.setattr(bot, "send_message", astray)
    await amir.says("I want my coach")
    assert room.texts == []
    assert duo.app.watch.alarms[Alarm.TOPIC_LEFT_TO_PRIVATE] == 1
    assert "Amir" in els.last


@pytest.mark.parametrize("fault", MAY_NOT_WRITE, ids=str)
async def test_33_where_we_may_not_write_is_told_to_the_coordinators(
    duo, amir, els, odile_and_room, fault
):
    (odile, room), (method, words) = odile_and_room, fault
    meets(duo, room, method, times=None, **says(400, words))
    await amir.says("I want my coach")
    assert odile.last.startswith(NO_RIGHTS)
    assert duo.app.watch.alarms[Alarm.TOPIC_LEFT_TO_PRIVATE] == 1
    assert room.texts == []
    duo.telegram.clear_faults()
    await els.taps("I take it")
    assert "Els has it since" in room.texts[-1]


async def test_a_member_without_rights_makes_no_topic_and_says_so(duo, amir, odile, room):
    duo.telegram.change_bot(odile.id, room.id, "member")
    await amir.says("I want my coach")
    assert (room.topics, odile.last.startswith(NO_RIGHTS)) == ({}, True)


async def test_a_card_that_a_colleague_took_away_is_written_anew(duo, amir, els, room):
    await amir.says("I want my coach")
    duo.telegram.state.chats[room.id].forget(room.cards[-1]["message_id"])
    await els.taps("I take it")
    assert [one.partition("\n\n")[2].partition(".")[0] for one in room.texts] == [
        "Please answer this week"
    ]
    assert "Els has it since" in room.texts[-1]


@pytest.mark.parametrize(("method", "effect"), BROKEN_LINES)
async def test_after_a_broken_line_all_is_as_it_should_be(duo, amir, els, room, method, effect):
    """What was done and not heard of is at most done twice."""
    meets(duo, room, method, status=0, effect=effect)
    await goes_its_way(duo, amir, els)
    assert list(room.topics.values()) == [True]
    assert 1 <= len(room.texts) <= 2
    assert "Closed on" in room.texts[-1]
    assert len(_threads(duo, room)) <= 2


async def test_it_waits_as_long_as_telegram_asks(duo, amir, els, room):
    meets(duo, room, **says(429, "Too Many Requests: retry after 35", retry_after=35))
    await amir.says("I want my coach")
    assert room.texts == []
    await duo.pass_by(seconds=36)
    assert len(room.texts) == 1


async def test_what_was_never_heard_of_is_tried_three_times(duo, amir, els, room):
    meets(duo, room, times=None, **says(400, "Bad Request: FOO_BAR_INVALID"))
    await amir.says("I want my coach")
    for _ in range(4):
        await duo.pass_by(seconds=5)
    assert duo.app.watch.alarms[Alarm.TOPIC_LEFT_TO_PRIVATE] == 1
    assert "Amir" in els.last


async def test_a_process_that_dies_between_two_steps_leaves_nothing_undone(
    duo, amir, els, room, monkeypatch
):
    """It dies after each request, before it is written down: the lease ends, and it is done."""

    async def dies(*_):
        raise SystemExit

    duo.telegram.say(amir.id, "I want my coach")
    for _ in range(2):
        with monkeypatch.context() as patch:
            patch.setattr(duo.app.actions.topics, "done", dies)
            with pytest.raises(SystemExit):
                await duo.settle()
        duo.restart()
        duo.telegram.advance_clock(timedelta(seconds=31))
        await _one_step(duo.app.topics)
    await duo.settle()
    assert "Waiting since" in room.texts[-1]
    assert (len(_threads(duo, room)), len(room.texts)) == (2, 2)


async def test_who_stood_still_until_the_lease_was_over_does_nothing(duo, amir, room):
    duo.telegram.say(amir.id, "I want my coach")
    await duo.app.poller.poll()
    await duo.app.workers.handle_waiting()
    now = duo.telegram.clock.now()
    task = await duo.app.actions.topics.claim(now)
    duo.telegram.advance_clock(timedelta(seconds=31))
    await duo.settle()
    before = dict(room.topics)
    await duo.app.topics._step(task)
    await duo.app.actions.topics.done(task, 999)
    await duo.settle()
    assert room.topics == before
    assert len(room.texts) == 1


async def test_no_more_than_twenty_messages_a_minute_go_to_a_group(duo, amir, room):
    """What does not fit waits its turn, and a letter to a person does not wait for it."""
    seconds = {"now": 0.0}
    duo.app.courier.delivery.seconds = lambda: seconds["now"]
    pace = duo.app.courier.delivery.pace
    for _ in range(20):
        pace.began(room.id, 0, seconds["now"])
        pace.ended(room.id, seconds["now"])
        seconds["now"] += 1
    await amir.says("I want my coach")
    assert room.topics == {}
    seconds["now"] += 61
    await duo.pass_by(seconds=61)
    seconds["now"] += 2
    await duo.pass_by(seconds=2)
    assert len(room.topics) == 1


async def _one_step(keeper: TopicKeeper) -> None:
    topics, now = keeper.delivery.office.actions.topics, keeper.delivery.office.machine_clock.now()
    if task := await topics.claim(now):
        await keeper._step(task)


def _threads(duo, room):
    return list(duo.telegram.state.chats[room.id].topics)
