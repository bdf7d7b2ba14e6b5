"""The group of the staff: linked by a coordinator, one topic a case, and nobody is named there."""

import pytest
from sqlalchemy import insert, select, update

from bot.actions.open_cases import open_case
from bot.programme.cases import Reason
from storage.cases import new_case
from storage.tables import CaseRow, CaseTopicRow, StaffGroupRow
from tests.conversations import House
from tests.handlers.arrivals import joins_as_coach, joins_as_coordinator
from tests.handlers.staff_group import StaffRoom, code_in, link, makes_group


@pytest.fixture
async def odile_and_room(duo):
    return await link(duo)


@pytest.fixture
def odile(odile_and_room):
    return odile_and_room[0]


@pytest.fixture
def room(odile_and_room):
    return odile_and_room[1]


async def test_a_coordinator_links_a_group_by_a_code(duo, odile, room):
    assert odile.last == "The group is linked to Brussels. Each new case gets a topic there."
    assert room.texts == []


async def test_a_case_has_a_topic_in_which_nobody_is_named(duo, amir, els, odile, room):
    await amir.says("I want my coach")
    (name,) = room.topics
    (card,) = room.texts
    assert card.startswith(f"{name}\n")
    assert "Waiting since" in card
    assert room.labels == ["I take it", "Show me in private"]
    assert not [word for word in ("Amir", "Rita", "mentee") if word in card]


async def test_who_takes_it_there_is_shown_in_private_who_it_is(duo, amir, els, room):
    await amir.says("I want my coach")
    before = len(els.messages)
    await room.is_tapped(els, "I take it")
    assert "Els has it since" in room.texts[-1]
    assert "Amir" in "\n".join(one["text"] for one in els.messages[before:])
    assert room.labels == ["It is solved", "Show me in private"]
    await room.is_tapped(els, "It is solved")
    assert list(room.topics.values()) == [True]
    assert "Closed on" in room.texts[-1]
    assert room.labels == []


async def test_an_answer_to_the_card_goes_to_the_person(duo, amir, els, room):
    await amir.says("I want my coach")
    await room.hears_answer(els, "I call you at four.")
    assert any("I call you at four." in one["text"] for one in amir.messages)
    assert len(room.texts) == 1


async def test_what_colleagues_say_to_each_other_goes_nowhere(duo, amir, els, room):
    await amir.says("I want my coach")
    before = len(amir.messages)
    thread = room.cards[-1]["message_thread_id"]
    await room.hears(els, "Who knows him?", thread=thread)
    await room.hears(els, "Coffee?")
    assert len(amir.messages) == before
    assert len(room.texts) == 1


async def test_what_amir_writes_never_stands_in_the_group(duo, amir, els, room):
    await amir.says("I want my coach")
    await amir.says("My secret is a red door.")
    assert "red door" not in str(duo.telegram.chat(room.id))


async def test_a_code_links_once_and_only_who_asked_for_it(duo, els, room, odile):
    words = code_in(await odile.says("/group"))
    other = await makes_group(duo, odile)
    await other.hears(els, words)
    assert "linked" not in els.last
    await other.hears(odile, "/group 123")
    assert odile.last == "This code does not work. Write /group here."
    await other.hears(odile, words)
    assert odile.last.startswith("The group is linked")
    third = await makes_group(duo, odile)
    assert _bot_in(duo, third) == "left"
    await other.hears(odile, words)
    assert odile.last == "This code does not work. Write /group here."
    assert other.texts == []


async def test_a_code_is_over_after_half_an_hour(duo):
    odile = await joins_as_coordinator(duo)
    words = code_in(await odile.says("/group"))
    room = await makes_group(duo, odile)
    await duo.pass_by(minutes=31)
    await room.hears(odile, words)
    assert _bot_in(duo, room) == "left"
    assert "linked" not in odile.last


async def test_a_group_without_topics_or_of_another_branch_is_not_linked(duo, room, odile):
    words = code_in(await odile.says("/group"))
    plain = await makes_group(duo, odile, forum=False)
    await plain.hears(odile, words)
    assert odile.last.startswith("I cannot use that group, because it has no topics.")
    ghent = await joins_as_coordinator(duo, "Greet", "ghent")
    words = code_in(await ghent.says("/group"))
    await room.hears(ghent, words)
    assert ghent.last == "That group is linked to another branch already."


async def test_only_a_coordinator_gets_a_code(duo, els, amir):
    for one in (els, amir):
        assert (await one.says("/group")).startswith("This is not for you")


async def test_a_hundred_strange_groups_are_left_without_a_word(duo, amir):
    """Whoever lets us in, and whatever is said there: a mentee, and somebody nobody knows."""
    stranger = duo.meet("Igor")
    made = [
        duo.telegram.new_group(by.id, "Friends")["chat_id"]
        for by in (amir, stranger)
        for _ in range(50)
    ]
    duo.telegram.say(amir.id, "/group 12345678", chat=made[0])
    before = len(amir.messages)
    await duo.settle()
    chats = [duo.telegram.state.chats[one] for one in made]
    assert {one.bot_status for one in chats} == {"left"}
    assert not any(kept.by_bot for one in chats for kept in one.messages.values())
    assert len(amir.messages) == before


async def test_a_coordinator_without_a_code_cannot_keep_us_in_a_group(duo):
    odile = await joins_as_coordinator(duo)
    assert _bot_in(duo, await makes_group(duo, odile)) == "left"


async def test_who_does_not_work_here_can_tap_and_write_and_nothing_happens(duo, amir, tom, room):
    await amir.says("I want my coach")
    before = [len(one.messages) for one in (amir, tom)]
    for who in (amir, tom, duo.meet("Igor")):
        await room.is_tapped(who, "I take it")
        await room.hears_answer(who, "Let me see")
    assert [len(one.messages) for one in (amir, tom)] == before
    assert "Waiting since" in room.texts[-1]


async def test_a_colleague_to_whom_it_was_not_brought_is_refused_in_private(duo, amir, room):
    await amir.says("I want my coach")
    nadia = await joins_as_coach(duo, "Nadia", "ghent")
    await room.is_tapped(nadia, "I take it")
    assert nadia.last.startswith("This is not for you")
    before = len(amir.messages)
    await room.hears_answer(nadia, "Hello Amir")
    assert nadia.last.startswith("This was not sent.")
    assert len(amir.messages) == before
    assert "Waiting since" in room.texts[-1]


async def test_a_colleague_of_the_branch_answers_from_the_topic(duo, amir, els, room):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    await room.hears_answer(nadia, "Hello Amir, it is Nadia")
    assert any("Hello Amir, it is Nadia" in one["text"] for one in amir.messages)
    assert "Nadia has answered" in room.texts[-1]


async def test_who_wants_only_the_own_coach_is_not_answered_by_another(duo, amir, els, room):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    async with duo.database.transaction() as tx:
        await tx.connection.execute(update(CaseRow).values(audience="coach"))
    before = len(amir.messages)
    await room.hears_answer(nadia, "Hello Amir")
    assert nadia.last.startswith("This was not sent.")
    assert len(amir.messages) == before


async def test_a_coach_who_has_left_is_not_heard_in_the_group_any_more(duo, amir, els, room):
    await amir.says("I want my coach")
    async with duo.database.transaction() as tx:
        coach = await tx.people.by_telegram(els.id)
        await tx.people.save(coach.id, role=None, branch=None)
    before = (len(els.messages), len(amir.messages))
    await room.is_tapped(els, "I take it")
    await room.hears_answer(els, "Still here")
    assert (len(els.messages), len(amir.messages)) == before


async def test_no_other_button_of_ours_does_anything_in_a_group(duo, amir, els, room):
    await amir.says("I want my coach")
    before = len(els.messages)
    card = room.cards[-1]["message_id"]
    for data in ("go:menu", "dv:1", "ca:1", "sp:fr", "ca:0:take"):
        duo.telegram.tap(els.id, card, data, chat=room.id, forge=True)
    await duo.settle()
    assert (len(els.messages), len(room.texts)) == (before, 1)


async def test_commands_and_plain_words_of_a_colleague_are_no_requests_in_a_group(duo, els, room):
    before = len(els.messages)
    for words in ("/menu", "/stop", "I want my coach", "/groups", "stop"):
        await room.hears(els, words)
    assert (len(els.messages), room.texts) == (before, [])
    await room.hears(els, "/group@duobot 12345678")
    assert els.last.startswith("This is not for you")


async def test_what_cannot_be_passed_on_is_said_in_private(duo, amir, els, room):
    await amir.says("I want my coach")
    before = len(amir.messages)
    card = duo.telegram.state.chats[room.id].messages[room.cards[-1]["message_id"]].message
    _writes(duo, els, room, reply_to_message=card, dice={"emoji": "🎲", "value": 3})
    await duo.settle()
    assert len(amir.messages) == before
    assert "I cannot pass" in els.last


async def test_a_changed_answer_changes_on_the_phone_of_the_person(duo, amir, els, room):
    await amir.says("I want my coach")
    await room.hears_answer(els, "I call you at four.")
    number = max(duo.telegram.state.chats[room.id].messages)
    _writes(duo, els, room, "edited_message", message_id=number, text="I call you at five.")
    await duo.settle()
    said = "\n".join(one["text"] for one in amir.messages)
    assert "I call you at five." in said
    assert "I call you at four." not in said


async def test_somebody_who_hides_their_name_is_nobody(duo, amir, room):
    await amir.says("I want my coach")
    before = len(amir.messages)
    card = room.cards[-1]
    hidden = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    told = {"message_id": 99, "from": hidden, "chat": {"id": room.id, "type": "supergroup"},
            "sender_chat": {"id": room.id, "type": "supergroup"}, "date": 1, "text": "hello",
            "reply_to_message": card}  # fmt: skip
    duo.telegram.record(*duo.telegram.world.update("message", told))
    await duo.settle()
    assert len(amir.messages) == before


async def test_put_out_of_the_group_the_coordinators_hear_it_once(duo, amir, els, odile, room):
    duo.telegram.change_bot(els.id, room.id, "kicked")
    await duo.settle()
    lost = "I cannot write in the group of Brussels any more."
    assert odile.last == f"{lost} All cases still come to each coach in private."
    await amir.says("I want my coach")
    assert "Amir" in els.last
    assert [one["text"].startswith(lost) for one in odile.messages].count(True) == 1
    assert room.topics == {}


async def test_in_a_new_group_the_cases_get_their_topics_again(duo, amir, els, odile, room):
    await amir.says("I want my coach")
    words = code_in(await odile.says("/group"))
    other = await makes_group(duo, odile)
    await other.hears(odile, words)
    assert list(other.topics) == list(room.topics)
    assert other.labels == ["I take it", "Show me in private"]
    await other.is_tapped(els, "I take it")
    assert "Els has it since" in other.texts[-1]
    assert "Waiting since" in room.texts[-1]


@pytest.mark.parametrize("first", ["old", "new"])
async def test_a_group_that_moved_is_the_same_group(duo, amir, odile, room, first):
    """Whichever of the two chats tells it first."""
    new = duo.telegram.new_group(odile.id, "Colleagues", forum=True)["chat_id"]
    duo.telegram.change_bot(odile.id, new, "administrator")
    old = {"migrate_to_chat_id": new, "chat": {"id": room.id, "type": "supergroup"}}
    told = {"migrate_from_chat_id": room.id, "chat": {"id": new, "type": "supergroup"}}
    duo.telegram.state.queue.updates.clear()
    for content in (old, told) if first == "old" else (told, old):
        message = {"message_id": 1, "date": 1, "from": {"id": odile.id, "is_bot": False,
                   "first_name": "Odile"}} | content  # fmt: skip
        duo.telegram.record(*duo.telegram.world.update("message", message))
    await duo.settle()
    await amir.says("I want my coach")
    assert len(StaffRoom(duo, new).topics) == 1
    assert room.topics == {}


async def test_a_case_of_two_people_has_a_topic_and_no_way_to_answer_both(duo, els, room):
    async with duo.database.transaction() as tx:
        coach = await tx.people.by_telegram(els.id)
        together = (await tx.duos.followed_by(coach.id, 1))[0]
    async with duo.app.actions.cases.desk.open() as counter:
        case = new_case(Reason.NO_MEETINGS, coach.id, counter.now, duo_id=together.id)
        await open_case(counter, case)
    await duo.settle()
    assert "reply to this message" not in room.texts[-1]
    await room.hears_answer(els, "How are you two?")
    assert "Amir" in els.last or "two" in els.last


def _bot_in(duo: House, room: StaffRoom) -> str:
    return duo.telegram.state.chats[room.id].bot_status


def _writes(duo, who, room, kind="message", **content):
    """A message of a colleague, as raw as it may be."""
    facts = duo.telegram.state.chats[room.id].facts
    told = {"message_id": 900, "chat": facts, "date": 1,
            "from": duo.telegram.state.people[who.id].user()} | content  # fmt: skip
    duo.telegram.record(*duo.telegram.world.update(kind, told))


async def test_who_moves_to_another_branch_has_a_topic_in_the_group_there(duo, amir, els, room):
    await amir.says("I want my coach")
    await joins_as_coach(duo, "Nadia", "ghent")
    async with duo.database.transaction() as tx:
        here = (
            await tx.connection.execute(select(CaseTopicRow.case_id, CaseTopicRow.group_id))
        ).one()
        there = {
            "id": 7,
            "branch": "ghent",
            "chat_id": -100_7,
            "linked_by": (await tx.people.by_telegram(els.id)).id,
        }
        await tx.connection.execute(insert(StaffGroupRow).values(**there))
        await tx.people.save((await tx.people.by_telegram(amir.id)).id, branch="ghent")
        await tx.case_topics.look_at([here.case_id])
        topic = (
            await tx.connection.execute(select(CaseTopicRow.group_id, CaseTopicRow.thread_id))
        ).one()
    assert here.group_id != 7
    assert topic == (7, None)
