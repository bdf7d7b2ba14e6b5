"""Asked later whether a service helped: only who says yes, only once, and then it is forgotten."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, select
from structlog.testing import capture_logs

from bot.programme.notices import ReferralQuestion
from storage.sealing import Where
from storage.tables import OutboxRow, ReferralCountRow, ReferralRow, ServiceRow
from tests.conversations import House, Someone
from tests.handlers.arrivals import (
    behind,
    leaves,
    message_with,
    newest_of_bot,
    registers,
    remembered,
    starts,
    taps_old,
)

SOUGHT = "sireas:housing.rent:bru"
NAME = "Siréas"
ASKED = "How did it go?"
CLOSED = "This question is closed."
# The house opens on Tuesday 3 March; five working days later at ten on the wall.
NEXT_TUESDAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
A_MONTH = timedelta(days=30)


async def is_offered(person: Someone, sought: str = SOUGHT) -> str:
    return await taps_old(person, f"la:o:{sought}")


async def says_yes(person: Someone, sought: str = SOUGHT) -> str:
    await is_offered(person, sought)
    return await person.taps("Yes, ask me")


async def sees(person: Someone, data: str) -> str:
    """The newest card after an old tap, which may look as it did before."""
    await taps_old(person, data)
    return person.last


async def kept(house: House) -> int:
    async with house.database.reading() as tx:
        return len((await tx.connection.execute(select(ReferralRow.id))).all())


async def counted(house: House) -> list[tuple[str, ...]]:
    """What was counted: service, need, region, outcome, barrier, how often."""
    columns = [one for one in ReferralCountRow.__table__.c if one.name != "id"]
    async with house.database.reading() as tx:
        return [tuple(row) for row in await tx.connection.execute(select(*columns))]


def one_of(outcome: str, barrier: str = "") -> list[tuple[str, ...]]:
    return [("sireas", "housing.rent", "BE-BRU", outcome, barrier, 1)]


def times_asked(person: Someone) -> int:
    return sum(ASKED in one["text"] for one in person.messages)


async def letters_about_it(house: House) -> list[str]:
    """The letters with the question whose words are still kept."""
    questions = select(OutboxRow.id, OutboxRow.facts).where(
        OutboxRow.kind == ReferralQuestion.kind, OutboxRow.facts.is_not(None)
    )
    async with house.database.reading() as tx:
        return [
            str(tx.keys.open_json(row.facts, Where("outbox", "facts", row.id)))
            for row in await tx.connection.execute(questions)
        ]


# ---- before anything is kept


async def test_nothing_is_kept_before_a_yes_and_the_card_says_what_would_be(duo, amir):
    said = await is_offered(amir)
    for part in ("on Tuesday 10 March", NAME, "until you answer", "30 days", "Nobody sees it"):
        assert part in said
    assert amir.buttons == ["Yes, ask me", "No, thank you"]
    assert await kept(duo) == 0
    assert "I keep nothing about it" in await amir.taps("No, thank you")
    assert await kept(duo) == 0


async def test_it_begins_on_the_card_of_a_service(duo, amir):
    await taps_old(amir, f"s:{SOUGHT}")
    assert "May I ask you" in await amir.taps("Ask me if it helped")


async def test_who_says_yes_hears_when_and_may_still_say_no(duo, amir):
    assert "On Tuesday 10 March I ask you about Siréas" in await says_yes(amir)
    assert await kept(duo) == 1
    assert "I keep nothing about it" in await amir.taps("Do not ask me")
    assert await kept(duo) == 0
    await duo.turn_to(NEXT_TUESDAY)
    assert times_asked(amir) == 0
    assert await counted(duo) == []


async def test_who_says_no_after_a_yes_leaves_no_name_behind(duo, amir):
    await says_yes(amir)
    await amir.taps("Do not ask me")
    async with duo.database.reading() as tx:
        letters = select(OutboxRow.id, OutboxRow.facts).where(OutboxRow.facts.is_not(None))
        words = [str(tx.keys.open_json(row.facts, Where("outbox", "facts", row.id)))
                 for row in await tx.connection.execute(letters)]  # fmt: skip
    assert words
    assert not [one for one in words if NAME in one]


async def test_saying_yes_twice_is_one_referral(duo, amir):
    await is_offered(amir)
    yes = behind(amir, "Yes, ask me")
    await amir.taps("Yes, ask me")
    await duo.pass_by(days=1)
    assert "On Tuesday 10 March" in await sees(amir, yes)
    assert await kept(duo) == 1


async def test_a_stranger_may_be_asked_too(house):
    fatima = await starts(house)
    await says_yes(fatima)
    assert await kept(house) == 1
    await house.turn_to(NEXT_TUESDAY)
    assert times_asked(fatima) == 1


async def test_a_coach_looks_things_up_for_others_and_is_not_asked(duo, els):
    assert "not for you" in await is_offered(els)
    assert "not for you" in await sees(els, f"la:k:{SOUGHT}")
    assert await kept(duo) == 0


@pytest.mark.parametrize(
    "sought",
    ["106:crisis.talk:bru", "cpvs-liege:health.urgent:", "nothing-there:housing.rent:bru", "::"],
)
async def test_about_some_things_nobody_is_asked(duo, amir, sought):
    for step in "ok":
        assert "I cannot ask about this" in await sees(amir, f"la:{step}:{sought}")
    assert await kept(duo) == 0


# ---- the question


async def test_the_question_comes_after_five_working_days_at_ten_and_not_a_second_earlier(
    duo, amir
):
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY - timedelta(seconds=1))
    assert times_asked(amir) == 0
    await duo.turn_to(NEXT_TUESDAY)
    assert "I promised to ask you about Siréas" in amir.last
    assert "You do not have to answer." in amir.last
    assert amir.buttons == ["It helped me", "I went, no help", "I could not reach them",
                            "They said no", "I do not need it now"]  # fmt: skip
    for _ in range(6):
        await duo.pass_by(days=4)
    assert times_asked(amir) == 1


@pytest.mark.parametrize(
    ("yes", "day"),
    [
        ("2026-04-02T09:00", "2026-04-10T08:00"),  # Easter
        ("2026-03-25T09:00", "2026-04-01T08:00"),  # summer time
        ("2027-10-28T09:00", "2027-11-05T09:00"),  # All Saints, winter time
        ("2026-12-23T09:00", "2026-12-31T09:00"),  # Christmas
    ],
)
async def test_holidays_and_clock_changes_in_between(duo, tom, yes, day):
    agreed, asked = (datetime.fromisoformat(one).replace(tzinfo=UTC) for one in (yes, day))
    await duo.turn_to(agreed)
    await says_yes(tom)
    await duo.turn_to(asked - timedelta(seconds=1))
    assert times_asked(tom) == 0
    await duo.turn_to(asked)
    assert times_asked(tom) == 1


async def test_it_is_asked_in_the_language_that_is_read_by_then(duo, tom):
    await says_yes(tom)
    await taps_old(tom, "sp:nl")
    await duo.turn_to(NEXT_TUESDAY)
    assert "Hoe ging het?" in tom.last
    assert NAME in tom.last


async def test_a_restart_in_between_changes_nothing(duo, amir):
    await says_yes(amir)
    duo.restart()
    await duo.turn_to(NEXT_TUESDAY)
    duo.restart()
    await duo.settle()
    assert times_asked(amir) == 1
    await amir.taps("They said no")
    duo.restart()
    await amir.taps("It was full")
    assert await counted(duo) == one_of("refused", "full")


# ---- the answers


async def test_who_was_helped_is_thanked_and_it_is_forgotten(duo, amir):
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY)
    said = await amir.taps("It helped me")
    assert "Thank you for telling me!" in said
    assert await kept(duo) == 0
    assert await counted(duo) == one_of("helped")
    assert await letters_about_it(duo) == []


async def test_nothing_of_the_person_is_left_when_it_has_ended(duo, tom):
    before = await remembered(duo)
    await says_yes(tom)
    assert await remembered(duo) != before
    await duo.turn_to(NEXT_TUESDAY)
    mark = await remembered(duo)
    await tom.taps("I could not reach them")
    await tom.taps("The language")
    after = await remembered(duo)
    assert len(mark.pop("referrals")) == len(after.pop("referral_counts")) == 1
    assert after.pop("referrals") == mark.pop("referral_counts") == []
    assert after == mark
    assert {name for name in after if after[name] != before[name]} <= {
        "duos",
        "check_ins",
        "prompts",
        "rhythms",
    }
    assert await letters_about_it(duo) == []


async def test_who_was_sent_away_reads_no_blame_and_sees_at_once_what_else_there_is(
    duo, amir, els
):
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY)
    heard = len(els.messages)
    said = await amir.taps("They said no")
    assert "It is not because of you." in said
    said = await amir.taps("The papers")
    assert "Your coach is happy to help too." in said
    assert NAME not in said
    others = [one for one in amir.buttons if one.startswith(("1.", "2."))]
    assert others
    assert "My coach" in amir.buttons
    assert len(els.messages) == heard, "The coach comes only when wished."
    assert await counted(duo) == one_of("refused", "papers")


async def test_nobody_has_to_say_what_stood_in_the_way(duo, amir):
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY)
    await amir.taps("I went, no help")
    assert "Here is what else there is." in await amir.taps("I prefer not to say")
    assert await counted(duo) == one_of("not_helped")


async def test_a_service_that_was_found_by_its_name_leads_to_others_for_its_first_need(duo, amir):
    await says_yes(amir, "sireas::")
    await duo.turn_to(NEXT_TUESDAY)
    await amir.taps("They said no")
    await amir.taps("It was full")
    assert await counted(duo) == [("sireas", "", "BE-BRU", "refused", "full", 1)]
    assert "Residence" in amir.last or "residence" in amir.last


async def test_the_first_answer_counts_and_an_old_button_says_what_is_true_now(duo, amir):
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY)
    helped, refused = behind(amir, "It helped me"), behind(amir, "They said no")
    unheard = behind(amir, "I could not reach them")
    await amir.taps("They said no")
    assert "What made it difficult?" in await sees(amir, unheard)
    assert await counted(duo) == []
    full = behind(amir, "It was full")
    await amir.taps("It was full")
    for data in (helped, refused, full):
        assert CLOSED in await sees(amir, data)
    assert await counted(duo) == one_of("refused", "full")


async def test_who_was_helped_after_all_is_counted_as_helped(duo, amir):
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY)
    helped = behind(amir, "It helped me")
    await amir.taps("I could not reach them")
    assert "Thank you for telling me!" in await taps_old(amir, helped)
    assert (await kept(duo), await counted(duo)) == (0, one_of("helped"))


async def test_where_there_is_nothing_else_no_list_is_promised(duo, amir):
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY)
    async with duo.database.transaction() as tx:
        await tx.connection.execute(delete(ServiceRow).where(ServiceRow.key != "sireas"))
        await tx.directory.touch()
    await amir.taps("They said no")
    said = await amir.taps("It was full")
    assert "I know nothing else for this. Your coach is happy to help." in said
    assert "Here is what else there is" not in said
    assert "My coach" in amir.buttons


async def test_what_stood_in_the_way_is_not_taken_before_the_answer(duo, amir):
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY)
    number = behind(amir, "It helped me").split(":")[1]
    assert CLOSED in await taps_old(amir, f"rb:{number}:full")
    assert (await kept(duo), await counted(duo)) == (1, [])


async def test_nobody_answers_for_somebody_else(duo, amir, rita, tom):
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY)
    helped = behind(amir, "It helped me")
    number = helped.split(":")[1]
    before = await remembered(duo)
    for person in (rita, tom):
        for data in (helped, f"rb:{number}:full", f"rx:{number}"):
            said = await taps_old(person, data)
            assert NAME not in said
    assert await remembered(duo) == before


@pytest.mark.parametrize("data", ["ro:1:no_answer", "ro:1:helped:x", "rb:1:nothing", "rx:0",
                                  "la:x:sireas::", "la:k:sireas"])  # fmt: skip
async def test_buttons_that_nobody_made_keep_nothing(duo, amir, data):
    assert "something went wrong" not in await taps_old(amir, data)
    assert (await kept(duo), await counted(duo)) == (0, [])


async def test_a_closed_door_is_also_a_word_that_the_entry_is_wrong(duo, amir):
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY)
    await amir.taps("I could not reach them")
    assert (await remembered(duo))["service_reports"] == []
    await amir.taps("It was closed")
    async with duo.database.reading() as tx:
        assert await tx.directory.doubts() == {"sireas": 1}
        assert await tx.keeping.faults("sireas") == ["closed"]
    assert await counted(duo) == one_of("not_reached", "closed")


# ---- silence, breaks, and times in which we were away


async def test_silence_ends_it_after_thirty_days(duo, amir):
    agreed = duo.telegram.clock.now()
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY)
    helped = behind(amir, "It helped me")
    await duo.turn_to(agreed + A_MONTH - timedelta(seconds=1))
    assert await kept(duo) == 1
    await duo.turn_to(agreed + A_MONTH)
    assert (await kept(duo), await counted(duo)) == (0, one_of("no_answer"))
    assert CLOSED in await amir.forges(helped, message_with(amir, ASKED)["message_id"])
    assert await counted(duo) == one_of("no_answer")


async def test_who_answered_only_half_is_counted_as_far_as_they_said(duo, amir):
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY)
    await amir.taps("They said no")
    await duo.pass_by(days=24)
    assert (await kept(duo), await counted(duo)) == (0, one_of("refused"))


async def test_after_an_outage_of_forty_days_nobody_is_asked_about_what_is_long_ago(duo, amir):
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY + timedelta(days=40))
    assert times_asked(amir) == 0
    assert (await kept(duo), await counted(duo)) == (0, one_of("not_asked"))


async def test_after_an_outage_that_ends_at_night_the_question_waits_for_the_morning(duo, tom):
    await says_yes(tom)
    night = (NEXT_TUESDAY + timedelta(days=9)).replace(hour=22)
    await duo.turn_to(night)
    assert times_asked(tom) == 0
    await duo.pass_by(hours=10)
    assert times_asked(tom) == 1


async def test_who_could_hardly_answer_any_more_is_not_asked(duo, tom):
    agreed = duo.telegram.clock.now()
    await says_yes(tom)
    await duo.turn_to(agreed + A_MONTH - timedelta(hours=23))
    assert times_asked(tom) == 0
    assert (await kept(duo), await counted(duo)) == (0, one_of("not_asked"))


async def test_who_takes_a_break_is_not_asked_and_it_ends_in_silence(duo, amir):
    await says_yes(amir)
    await amir.says("/stop")
    await duo.turn_to(NEXT_TUESDAY)
    assert (await kept(duo), await counted(duo)) == (1, [])
    for _ in range(5):
        await duo.pass_by(days=5)
    assert times_asked(amir) == 0
    assert (await kept(duo), await counted(duo)) == (0, one_of("not_asked"))


async def test_who_is_back_from_a_break_is_asked_on_the_next_working_day_and_once(duo, amir):
    await says_yes(amir)
    await amir.says("/stop")
    await duo.turn_to(NEXT_TUESDAY)
    await amir.says("/resume")
    await duo.turn_to(NEXT_TUESDAY + timedelta(days=1, seconds=-1))
    assert times_asked(amir) == 0
    for _ in range(3):
        await duo.turn_to(duo.telegram.clock.now() + timedelta(days=1))
    assert times_asked(amir) == 1
    await amir.taps("It helped me")
    assert await counted(duo) == one_of("helped")


async def test_who_cannot_be_reached_is_asked_when_they_can(duo, amir):
    await says_yes(amir)
    await amir.blocks()
    await duo.turn_to(NEXT_TUESDAY)
    await amir.unblocks()
    assert times_asked(amir) == 0
    await duo.pass_by(days=1)
    assert times_asked(amir) == 1


async def test_about_a_service_that_is_gone_nobody_is_asked(duo, amir):
    await says_yes(amir)
    async with duo.database.transaction() as tx:
        await tx.connection.execute(delete(ServiceRow).where(ServiceRow.key == "sireas"))
        await tx.directory.touch()
    await duo.turn_to(NEXT_TUESDAY)
    assert times_asked(amir) == 0
    assert await counted(duo) == one_of("not_asked")


async def test_a_hundred_and_more_are_asked_on_the_same_morning(duo, amir):
    async with duo.database.reading() as tx:
        keys = [row.key for row in await tx.connection.execute(select(ServiceRow.key))][:130]
    for key in keys:
        amir.house.telegram.tap(amir.id, newest_of_bot(amir), f"la:k:{key}:housing.rent:bru",
                                forge=True)  # fmt: skip
    await duo.settle()
    waiting = await kept(duo)
    assert waiting > 100
    await duo.turn_to(NEXT_TUESDAY)
    assert len(await letters_about_it(duo)) == waiting - times_asked(amir)
    assert times_asked(amir) == 1, "The others wait for Saturday, and for the next ones."


# ---- leaving


async def test_who_leaves_takes_everything_with_them(duo, amir):
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY)
    helped = behind(amir, "It helped me")
    yes = f"la:k:{SOUGHT}"
    await leaves(amir)
    assert (await kept(duo), await counted(duo)) == (0, [])
    assert await letters_about_it(duo) == []
    assert CLOSED in await taps_old(amir, helped)
    assert "You no longer agree that I keep something" in await taps_old(amir, yes)
    assert (await kept(duo), await counted(duo)) == (0, [])


async def test_a_question_that_waits_for_the_morning_is_taken_back_when_its_reader_leaves(
    duo, tom
):
    await says_yes(tom)
    await duo.turn_to((NEXT_TUESDAY + timedelta(days=2)).replace(hour=22))
    await leaves(tom)
    await duo.pass_by(hours=12)
    assert times_asked(tom) == 0
    assert await letters_about_it(duo) == []


async def test_the_privacy_text_says_it_in_a_sentence(duo, amir):
    assert "for 30 days at most" in await amir.says("/privacy")


# ---- what cannot be read


async def test_neither_the_service_nor_the_need_stands_anywhere_in_clear(duo, tom):
    """Of the person: that a service exists, and how often it helped, everybody may know."""
    with capture_logs() as logged:
        await says_yes(tom)
        await duo.turn_to(NEXT_TUESDAY)
        async with duo.database.reading() as tx:
            rows = [*await tx.connection.execute(select(ReferralRow.__table__))]
            rows += [*await tx.connection.execute(select(OutboxRow.__table__))]
        await tom.taps("They said no")
        await tom.taps("It was full")
    assert len(rows) > 3
    for words in ("sireas", "Siréas", "housing.rent"):
        assert words not in str([tuple(row) for row in rows])
        assert words.encode() not in b"".join(
            value for row in rows for value in row if isinstance(value, bytes)
        )
        assert words not in str(logged)


async def test_what_somebody_was_asked_is_known_to_nobody_else(duo, amir, rita, els):
    await says_yes(amir)
    await duo.turn_to(NEXT_TUESDAY)
    await amir.taps("They said no")
    await amir.taps("It was full")
    for person in (rita, els):
        assert NAME not in str(person.messages)
    fatima = await registers(duo)
    assert NAME not in str(fatima.messages)
