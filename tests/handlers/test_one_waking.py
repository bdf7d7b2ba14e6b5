"""Several people in danger, one message about all of them, and what a coach is told besides."""

from tests.handlers.arrivals import joins_as_coordinator, labels_of, message_with
from tests.handlers.test_case_talk import texts
from tests.handlers.test_danger import DIRECT

BOTH = "2 people may be in danger. No coach has taken them yet."


def wakings(person):
    return [one for one in person.messages if "No coach has taken" in one["text"]]


async def test_one_message_tells_els_how_many_wait_and_after_an_hour_what_to_do(
    duo, amir, rita, els
):
    await amir.says(DIRECT)
    await rita.says(DIRECT)
    for _ in range(4):
        await duo.pass_by(minutes=5)
    (waking,) = wakings(els)
    assert BOTH in waking["text"]
    assert "for an hour" not in waking["text"]
    assert labels_of(waking) == ["Open cases"]
    assert BOTH in await els.says("/team")
    await duo.pass_by(minutes=30)
    await duo.pass_by(minutes=15)
    (waking,) = [one for one in wakings(els) if "team of" not in one["text"]]
    assert "This waits for an hour or longer. Please call the person now." in waking["text"]
    assert "Is somebody in danger of life? Call 112." in waking["text"]
    assert "Call the person responsible for your team." in waking["text"]
    assert "That is over." in texts(els)


async def test_els_hides_her_cards_and_hears_that_the_cases_are_still_hers(duo, amir, els):
    await amir.says("I want my coach")
    assert "1 open case is still yours." in await els.says("/hide")
    assert els.buttons == ["Open cases"]


async def test_amir_asks_for_cases_and_reads_why_he_has_no_list(duo, amir):
    assert "Only coaches have a list of cases." in await amir.says("/cases")


async def test_nadia_leaves_and_amir_who_kept_els_hears_of_no_new_coach(duo, amir, els):
    odile = await joins_as_coordinator(duo)
    await amir.says(DIRECT)
    card = message_with(els, "wrote words that can mean danger")
    assert "Amir" in card["text"]
    await els.taps("I take it")
    await els.taps("Hand over")
    await els.taps("Odile")
    await els.taps("Yes, hand it over")
    await odile.taps("I take it")
    await odile.taps("I called")
    await odile.taps("We spoke")
    await odile.says("/team")
    await odile.taps("Hand my people over")
    await odile.taps("Els")
    await odile.taps("Yes, I am sure")
    assert "new coach" not in texts(amir)
    assert "They may be in danger:\n– Amir" in texts(els)
