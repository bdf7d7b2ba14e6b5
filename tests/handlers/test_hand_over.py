"""A mentor finds something for their mentee, and nothing of it is kept about the mentee."""

from dataclasses import fields, replace
from datetime import timedelta

from sqlalchemy import select, update

from bot.cards.sample_services import COUNTER
from bot.programme.directory.writing import write_service
from bot.programme.notices import HandedOver, Notice
from storage.letters import NOT_KEPT, WORDS_OF_CASES
from storage.sealing import Where
from storage.tables import DuoRow, OutboxRow
from tests.conversations import House, Someone
from tests.handlers.arrivals import FIRST_SUNDAY, leaves, message_with, remembered, taps_old

CARD = "s:sireas:housing.rent:bru"
GIVE = "gv:sireas"
FOUND = "Rita found this for you"
# Where notices hold what somebody looks for, or the name of a service.
NAMES_IT = {"service", "services", "need", "lines", "theme", "name"}
# The work of staff on the directory, and numbers that lead to nobody.
KEPT_FOR_48_HOURS = {
    "ask_value", "assured", "barriers_shown", "branch_digest", "change_ended", "choose_detail",
    "confirm_change", "proposal_answered", "proposal_card", "service_history", "services_to_check",
}  # fmt: skip
# Here a name is that of a colleague, or of who called or is talked about, and leads to no service.
NAMES_SOMEBODY = {
    "ask_exception", "call_noted", "case_message_came", "caseload_given", "caseload_received",
    "choose_heir", "codes_news", "colleague_left", "confirm_caseload", "confirm_exception",
    "deputy_named", "intake_times", "line_open", "link_to_telegram", "match_left",
    "mentor_training", "no_intake_times", "not_passed_on", "passed_on", "person_shown",
    "ready_answers", "sessions_received", "stand_in", "sure_to_close", "words_opened",
    "work_list",
}  # fmt: skip


async def gives(rita: Someone, key: str = "sireas") -> str:
    return await taps_old(rita, f"gv:{key}")


async def put(house: House, **changes: object) -> None:
    """Put a service in the directory that is like the sample but for these things."""
    async with house.database.transaction() as tx:
        await tx.directory.put([write_service(replace(COUNTER, **changes))])


def got(amir: Someone) -> int:
    return sum(FOUND in one["text"] for one in amir.messages)


async def kept_words(house: House) -> list[str]:
    """What is still kept of the letters that handed something over."""
    async with house.database.reading() as tx:
        rows = await tx.connection.execute(
            select(OutboxRow.id, OutboxRow.facts).where(OutboxRow.kind == HandedOver.kind)
        )
        return [
            str(tx.keys.open_json(row.facts, Where("outbox", "facts", row.id)))
            for row in rows
            if row.facts
        ]


def test_nothing_stays_of_what_was_looked_for_or_handed_over():
    looked_for = {
        kind
        for kind, notice in Notice.by_kind.items()
        if NAMES_IT & {one.name for one in fields(notice)}
    }
    assert looked_for - KEPT_FOR_48_HOURS - NAMES_SOMEBODY <= NOT_KEPT | WORDS_OF_CASES
    assert looked_for >= NAMES_SOMEBODY


async def test_one_tap_brings_it_to_the_mentee(duo, amir, rita):
    await taps_old(rita, CARD)
    assert "Amir has got it." in await rita.taps("Give to Amir")
    assert "Rita found this for you: Siréas (social service, French), 02" in amir.last
    assert amir.buttons == ["Show me", "No, thank you"]


async def test_what_a_mentor_finds_by_its_name_can_be_given_too(duo, amir, rita):
    await rita.says("Where is Siréas?")
    await rita.taps("Give to Amir")
    assert FOUND in amir.last


async def test_the_name_of_a_refuge_comes_only_when_the_mentee_asks_for_it(duo, amir, rita):
    await put(duo, key="a-refuge", name={"en": "The Refuge"}, needs=("violence.partner",))
    assert "Amir has got it." in await gives(rita, "a-refuge")
    assert amir.last.startswith("Rita found something for you.")
    assert not any("Refuge" in one["text"] or "09 266" in one["text"] for one in amir.messages)
    assert "The Refuge" in await amir.taps("Show me")


async def test_the_mentee_sees_it_in_their_own_language(duo, amir, rita):
    await taps_old(amir, "sp:fr")
    await gives(rita)
    seen = await amir.taps(amir.buttons[0])
    assert "Siréas" in seen
    assert "has got it" in rita.last


async def test_who_does_not_want_it_is_not_asked_why_and_nobody_hears_of_it(duo, amir, rita, els):
    await gives(rita)
    heard = len(rita.messages), len(els.messages)
    before = await remembered(duo)
    assert await amir.taps("No, thank you") == "That is fine. I tell nobody."
    assert await remembered(duo) == before
    assert (len(rita.messages), len(els.messages)) == heard


async def test_nothing_of_it_is_kept_once_it_is_sent(duo, amir, rita):
    before = await remembered(duo)
    await gives(rita)
    await amir.taps("Show me")
    assert got(amir) == 1
    assert await kept_words(duo) == []
    assert await remembered(duo) == before


async def test_nothing_of_it_is_kept_when_it_does_not_arrive(duo, amir, rita):
    duo.telegram.block(amir.id)
    await duo.app.poller.poll()
    duo.telegram.tap(rita.id, rita.messages[-1]["message_id"], GIVE, forge=True)
    await duo.settle()
    assert got(amir) == 0
    assert await kept_words(duo) == []


async def test_at_night_it_waits_for_the_morning(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY.replace(hour=21))
    assert "Amir gets it in the morning." in await gives(rita)
    assert got(amir) == 0
    await duo.pass_by(hours=11)
    assert got(amir) == 1
    assert await kept_words(duo) == []


async def test_a_break_that_begins_at_night_drops_what_waits_and_its_words(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY.replace(hour=21))
    await gives(rita)
    assert await kept_words(duo) != []
    await amir.says("/stop")
    assert await kept_words(duo) == []
    await duo.pass_by(hours=11)
    assert got(amir) == 0


async def test_a_break_and_a_blocked_bot_are_told_in_the_same_words(duo, amir, rita):
    await amir.says("/stop")
    resting = await gives(rita)
    assert "I cannot bring Amir anything now." in resting
    await amir.says("/resume")
    await amir.blocks()
    assert await gives(rita) == resting
    assert got(amir) == 0


async def test_when_the_duo_has_ended_between_showing_and_tapping_nothing_is_sent(duo, amir, rita):
    await taps_old(rita, CARD)
    async with duo.database.transaction() as tx:
        ended = update(DuoRow).values(ended_at=duo.telegram.clock.now())
        await tx.connection.execute(ended)
    assert "You have no mentee now" in await rita.taps("Give to Amir")
    assert got(amir) == 0


async def test_only_a_mentor_can_give_and_only_to_their_own_mentee(duo, amir, rita, tom, els):
    for person in (amir, tom, els):
        assert "You have no mentee now" in await gives(person)
    for person in (rita, amir, tom):
        assert FOUND not in str(person.messages)
    for person, words in ((amir, "Give to"), (tom, "Give to"), (els, "Give to")):
        await taps_old(person, CARD)
        assert words not in str(person.buttons)


async def test_what_is_gone_from_the_directory_is_not_given(duo, amir, rita):
    assert "not in my list any more" in await gives(rita, "nothing-there")
    assert got(amir) == 0


async def test_nobody_is_flooded(duo, amir, rita):
    for _ in range(5):
        assert "has got it" in await gives(rita)
    assert "That is enough to read." in await gives(rita)
    assert got(amir) == 5
    await duo.pass_by(days=1)
    assert "has got it" in await gives(rita)


async def test_a_mentor_who_leaves_at_night_takes_back_what_waits(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY.replace(hour=21))
    await gives(rita)
    await leaves(rita)
    await duo.pass_by(hours=11)
    assert got(amir) == 0
    assert await kept_words(duo) == []


async def test_when_the_mentee_leaves_their_name_is_gone_from_what_the_mentor_was_shown(
    duo, amir, rita
):
    await taps_old(rita, CARD)
    await gives(rita)
    await leaves(amir)
    async with duo.database.reading() as tx:
        rows = await tx.connection.execute(
            select(OutboxRow.id, OutboxRow.facts).where(OutboxRow.facts.is_not(None))
        )
        facts = [
            str(tx.keys.open_json(row.facts, Where("outbox", "facts", row.id))) for row in rows
        ]
    assert not [one for one in facts if "Amir" in one]


async def test_what_the_mentee_looks_up_is_seen_by_nobody_else(duo, amir, rita, els):
    heard = len(rita.messages), len(els.messages)
    await taps_old(amir, CARD)
    await gives(rita)
    await amir.taps("Show me")
    assert len(els.messages) == heard[1]
    assert "Siréas" not in str(rita.messages)
    await duo.pass_by(days=3)
    await duo.app.actions.upkeep.sweep()
    async with duo.database.reading() as tx:
        left = select(OutboxRow.facts).where(OutboxRow.facts.is_not(None))
        assert (await tx.connection.scalars(left)).all() == []


async def test_that_somebody_looked_for_help_is_forgotten_after_two_days(duo, amir, rita):
    await amir.says("/sos")
    await gives(rita)
    await duo.pass_by(days=1, hours=23)
    for left in ({"emergency", "handed_over", "hand_over_done"}, {"hand_over_done"}):
        await duo.app.actions.upkeep.sweep()
        async with duo.database.reading() as tx:
            kinds = set((await tx.connection.scalars(select(OutboxRow.kind))).all())
        assert kinds & {*NOT_KEPT, "hand_over_done"} == left
        await duo.pass_by(hours=2)


async def test_a_second_tap_is_a_second_gift_only_when_it_is_a_second_tap(duo, amir, rita):
    await gives(rita)
    duo.restart()
    await duo.settle()
    await duo.pass_by(seconds=timedelta(minutes=2).total_seconds())
    assert got(amir) == 1
    assert message_with(amir, FOUND)
