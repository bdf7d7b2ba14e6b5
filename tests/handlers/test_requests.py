"""My coach: called at once, then told what it is about, and how far it is, until it is solved."""

from datetime import UTC, datetime

import pytest

from tests.handlers.arrivals import (
    MENTEE,
    agrees,
    behind,
    joins_as_coach,
    labels_of,
    leaves,
    message_with,
    registers,
    remembered,
    starts,
    taps_old,
)

CALLED = "I have told your coach Els that you want to talk."
ABOUTS = ["Our meetings", "My mentor", "Work", "Home, money, papers", "Health", "Something else"]


async def the_case(house):
    (case,) = (await remembered(house))["cases"]
    async with house.database.reading() as tx:
        return await tx.cases.get(case[0])


def card_of(person):
    """The card of one's own call."""
    return message_with(person, "your coach")


async def test_amir_calls_els_and_says_in_three_taps_what_it_is_about(duo, amir, els):
    said = await amir.says("/coach")
    assert said.startswith(f"{CALLED}\n\nEls reads this before ")
    assert "What is it about?" in said
    assert amir.buttons[:6] == ABOUTS
    assert "Amir (mentee) wants to talk to you." in str(els.messages)
    count = len(amir.messages)
    assert "How soon do you want to talk?" in await amir.taps("Work")
    assert amir.buttons[:3] == ["Today", "This week", "Just a question"]
    assert "Who may know what it is about?" in await amir.taps("This week")
    assert amir.buttons[:3] == ["Only my coach", "All the coaches here", "My mentor too"]
    told = await amir.taps("Only my coach")
    assert "What it is about: Work\nHow soon: This week\nWho may know: Only my coach" in told
    assert len(amir.messages) == count
    assert "What it is about: work" in str(els.messages)


async def test_what_was_said_is_kept_though_amir_stops_in_the_middle(duo, amir, els):
    await amir.says("/coach")
    await amir.taps("Health")
    assert (await the_case(duo)).about == "health"
    await duo.pass_by(hours=2)
    await amir.says("/coach")
    assert "Your coach Els already has your question." in amir.last
    assert "How soon do you want to talk?" in amir.last


async def test_today_is_read_sooner_than_this_week(duo, amir):
    await amir.says("/coach")
    await amir.taps("Work")
    await amir.taps("This week")
    week = (await the_case(duo)).promised_at
    await amir.forges(f"qu:{(await the_case(duo)).id}:today", card_of(amir)["message_id"])
    today = (await the_case(duo)).promised_at
    assert today < week
    assert "reads this before Tuesday 3 March at " in card_of(amir)["text"]


async def test_nobody_can_choose_the_urgency_that_only_danger_has(duo, amir):
    await amir.says("/coach")
    await amir.forges(f"qu:{(await the_case(duo)).id}:now", card_of(amir)["message_id"])
    assert (await the_case(duo)).urgency == "today"


@pytest.mark.parametrize("about", ["Health", "My mentor"])
async def test_a_mentor_cannot_be_told_of_health_nor_of_what_concerns_the_mentor(
    duo, amir, rita, about
):
    before = [one["text"] for one in rita.messages]
    await amir.says("/coach")
    await amir.taps(about)
    await amir.taps("Today")
    assert "My mentor too" not in amir.buttons
    await amir.forges(f"qw:{(await the_case(duo)).id}:mentor_too", card_of(amir)["message_id"])
    assert (await the_case(duo)).audience == "coach"
    await duo.pass_by(hours=20)
    assert [one["text"] for one in rita.messages] == before


async def test_a_mentor_who_may_know_is_told_what_it_is_about_and_asked_for_nothing(
    duo, amir, rita
):
    await amir.says("/coach")
    for tap in ("Work", "This week", "My mentor too"):
        await amir.taps(tap)
    assert "Amir has asked the coach for help with work." in rita.last
    assert "You do not have to solve it." in rita.last


async def test_who_makes_it_about_health_afterwards_lets_no_mentor_know_it(duo, amir):
    await amir.says("/coach")
    for tap in ("Work", "This week", "My mentor too"):
        await amir.taps(tap)
    await amir.forges(f"qa:{(await the_case(duo)).id}:health", card_of(amir)["message_id"])
    assert (await the_case(duo)).audience == "coach"


async def test_a_mentor_is_asked_about_the_mentee_and_may_tell_the_coaches_only(duo, rita):
    await rita.says("mijn coach")
    assert "My mentee" in rita.buttons
    await rita.taps("Our meetings")
    await rita.taps("Just a question")
    assert rita.buttons[:2] == ["Only my coach", "All the coaches here"]
    assert "My mentor too" not in rita.buttons


async def test_the_buttons_of_somebody_elses_call_do_nothing(duo, amir, rita, tom):
    await amir.says("/coach")
    work, before = behind(amir, "Work"), await remembered(duo)
    case = work.split(":")[1]
    for person in (rita, tom):
        for tap in (work, f"qu:{case}:today", f"qw:{case}:team", f"rq:{case}:solved",
                    f"rq:{case}:not_solved"):  # fmt: skip
            assert "This is not for you" in await taps_old(person, tap)
    assert await remembered(duo) == before


async def test_in_the_middle_of_a_registration_the_question_waits_and_is_answered(duo, els):
    fatima = await starts(duo)
    await agrees(fatima)
    await fatima.taps(MENTEE)
    said = await fatima.says("je veux parler à mon coach")
    assert "I have told a coach of the office, Els, that you want to talk." in said
    assert "first name" not in said
    card = message_with(fatima, "a coach of the office")
    assert labels_of(card)[:4] == ["Work", "Home, money, papers", "Health", "Something else"]
    assert "What is your name?" in await fatima.taps("Go on registering")
    assert "In which year" in await fatima.says("Fatima")
    await fatima.taps("Work")
    assert "In which year" in fatima.last
    assert "Question 3 of 11" in await fatima.says("1999")


async def test_a_sentence_in_the_middle_of_a_registration_goes_to_the_coach(duo, els):
    fatima = await starts(duo)
    await agrees(fatima)
    await fatima.taps(MENTEE)
    await fatima.says("/coach")
    said = await fatima.says("my landlord says that I have to leave in two weeks")
    assert "Els" in said
    assert "first name" not in said
    assert "There is a message for you." in els.last


async def test_all_that_is_sent_in_the_middle_of_a_registration_goes_to_the_coach(duo, els):
    fatima = await starts(duo)
    await agrees(fatima)
    await fatima.says("/coach")
    await fatima.says("my landlord says that I have to leave in two weeks")
    await fatima.taps("Home, money, papers")
    await fatima.taps("Today")
    for sent in ("voice", "photo"):
        assert "I pass it on to Els." in await fatima.sends(sent)
    assert "I pass it on to Els." in await fatima.says("the rent is too high as well")
    assert "Who are you in this programme?" in await fatima.taps("Go on registering")


async def test_today_on_a_sunday_says_when_the_office_opens_and_who_is_there_now(duo, amir, els):
    await duo.turn_to(datetime(2026, 3, 8, 10, tzinfo=UTC))
    await amir.says("/coach")
    await amir.taps("Work")
    said = await amir.taps("Today")
    assert "The office is closed now. It opens on Monday 9 March at" in said
    assert "Tap “SOS”. There you see who answers now." in said
    assert "Or call us." not in said


async def test_els_takes_it_and_amir_sees_that_she_works_on_it(duo, amir, els):
    await amir.says("/coach")
    for tap in ("Work", "Today", "Only my coach"):
        await amir.taps(tap)
    await els.taps("I take it")
    assert "Your coach Els looks after your question and will contact you." in amir.last
    assert "Your coach Els is working on your question." in str(amir.messages)


async def test_amir_says_that_it_is_solved_and_everybody_sees_it(duo, amir, els):
    await amir.says("/coach")
    for tap in ("Work", "Today", "Only my coach"):
        await amir.taps(tap)
    await els.taps("I take it")
    assert "Your question is closed." in await amir.taps("Solved, thank you")
    assert "Closed on" in str(els.messages)
    assert (await the_case(duo)).closed_at is not None


async def closed_by_els(duo, amir, els):
    await amir.says("/coach")
    for tap in ("Work", "Today", "Only my coach"):
        await amir.taps(tap)
    await els.taps("I take it")
    await els.taps("It is solved")


async def test_what_is_not_solved_is_opened_again_once_and_for_another_coach(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await closed_by_els(duo, amir, els)
    assert "Your coach Els thinks that your question is solved." in amir.last
    await duo.pass_by(minutes=5)
    await amir.taps("Not solved")
    assert (await the_case(duo)).closed_at is None
    assert "Amir (mentee)" in nadia.last
    assert "Thank you for telling me. Now Nadia has your question." in str(amir.messages)
    await nadia.taps("I take it")
    await duo.pass_by(minutes=5)
    await nadia.taps("It is solved")
    assert "Not solved" not in amir.buttons
    assert "My coach" in amir.buttons
    await amir.forges(f"rq:{(await the_case(duo)).id}:not_solved", card_of(amir)["message_id"])
    assert (await the_case(duo)).closed_at is not None


@pytest.mark.parametrize("words", ["thank you", "merci beaucoup", "dank je wel"])
async def test_a_thank_you_after_the_end_opens_nothing(duo, amir, els, words):
    await closed_by_els(duo, amir, els)
    before = (await the_case(duo)).closed_at
    assert "You’re welcome." in await amir.says(words)
    assert (await the_case(duo)).closed_at == before


async def test_an_old_button_of_a_closed_call_shows_that_it_is_closed(duo, amir, els):
    await amir.says("/coach")
    work, card = behind(amir, "Work"), card_of(amir)["message_id"]
    await els.taps("I take it")
    await els.taps("It is solved")
    assert "Your question is closed." in await amir.forges(work, card) or (
        "Your question is closed." in str(amir.messages)
    )
    assert (await the_case(duo)).about is None


async def test_without_anybody_there_it_is_said_as_it_is(house):
    fatima = await registers(house)
    said = await fatima.taps("My coach")
    assert "No coach can be reached now. Your question waits safely" in said
    assert "What is it about?" in said
    await joins_as_coach(house, "Els")
    await house.tick()
    await fatima.says("coach")
    assert "Your coach Els already has your question." in fatima.last


async def test_what_could_not_be_read_in_time_is_not_promised_any_more(duo, amir, els):
    await joins_as_coach(duo)
    await amir.says("/coach")
    for tap in ("Work", "This week", "All the coaches here"):
        await amir.taps(tap)
    seen = ""
    for _ in range(3):
        await duo.pass_by(days=1)
        seen += card_of(amir)["text"]
    assert "It takes longer than I said. I am sorry." in seen
    assert "I have asked other coaches too. Nobody could read it yet. I ask again on" in seen
    assert "reads this before" not in card_of(amir)["text"]


async def test_of_who_leaves_nobody_knows_any_more_what_it_was_about(duo, amir, els):
    await closed_by_els(duo, amir, els)
    await leaves(amir)
    kept = (await remembered(duo))["cases"]
    async with duo.database.reading() as tx:
        assert [(await tx.cases.get(one[0])).about for one in kept] == [None] * len(kept)
    assert "What it is about" not in str(els.messages)
