"""A first talk from the first tap to the decision, for the story of every database."""

from tests.conversations import House, Someone
from tests.handlers.arrivals import behind, joins_as_coach, registers, taps_old


async def they_talk_first(house: House, els: Someone) -> None:
    """Els gives time; Mona finds none, then a time, moves it and cancels; Els plans it, and they
    write it up together. Nour's talk goes to another coach.
    """
    mona = await registers(house, "Mona")
    await mona.taps("My first talk")
    await mona.taps("Call me instead")
    await els_gives_time(house, els)
    await house.app.actions.intake_wishes.look()
    await els.says("/intakes")
    await els.taps("Mona (English)")
    await els.taps("I called")
    await mona.says("my first talk")
    await mona.taps("Another day")
    await mona.taps(mona.buttons[0])
    await mona.taps("Choose another time")
    await mona.taps(mona.buttons[0])
    for tap in ("Cancel the talk", "Change nothing", "Cancel the talk", "Yes, cancel it"):
        await mona.taps(tap)
    await els_plans(house, els, mona)
    await they_write_it_up(house, els, mona)
    await it_goes_to_a_colleague(house, els)


async def els_gives_time(house: House, els: Someone) -> None:
    await els.says("Monday Tuesday Wednesday Thursday Friday 9-12")
    await els.taps("At our office")
    await els.says("/work")
    await els.taps("First talks")
    await els.taps("My free times")
    await els.taps("A single day")
    day = behind(els, els.buttons[8]).split(":")[1]
    await taps_old(els, f"ih:{day}::x")
    await els.taps(next(one for one in els.buttons if one.startswith("Take out Mon")))
    await taps_old(els, f"ix:0:{1}")


async def els_plans(house: House, els: Someone, mona: Someone) -> None:
    await els.says("/intakes")
    await els.taps("Who has no time yet")
    await els.taps("Mona (English)")
    await els.taps("Plan a talk")
    await els.taps(els.buttons[0])
    assert "Els has planned a talk with you:" in str(mona.messages)


async def they_write_it_up(house: House, els: Someone, mona: Someone) -> None:
    await house.pass_by(days=8)
    await els.says("/intakes")
    await els.taps(next(one for one in els.buttons if one.endswith("Mona")))
    await els.taps("No, we did not talk")
    await els_plans(house, els, mona)
    await house.pass_by(days=8)
    await els.says("/intakes")
    await els.taps(next(one for one in els.buttons if one.endswith("Mona")))
    for tap in ("Yes, we talked", "What stands in the way", "Food", "Food parcel",
                "Back to the talk", "Add a note"):  # fmt: skip
        await els.taps(tap)
    await els.says("Comes by bus")
    await els.taps("Correct an answer")
    await els.taps("Year of birth")
    await els.says("1998")
    for tap in ("Wait a while", "Back to the talk", "Other help first", "Without a service",
                "Yes, that is right", "Show me", "Invite again"):  # fmt: skip
        await els.taps(tap)
    assert "would like to talk with you again" in mona.last
    assert "Fill this in together." in await els.taps("We talk now")


async def it_goes_to_a_colleague(house: House, els: Someone) -> None:
    """Els hands her people over, and lets them come back."""
    nour = await registers(house, "Nour")
    await nour.taps("My first talk")
    await nour.taps(nour.buttons[0])
    zoe = await joins_as_coach(house, "Zoe")
    await els.says("/team")
    for tap in ("Hand my people over", "Zoe", "Yes, I am sure"):
        await els.taps(tap)
    assert "You talk with Zoe:" in str(nour.messages)
    await zoe.says("/team")
    for tap in ("Hand my people over", "Els", "Yes, I am sure"):
        await zoe.taps(tap)
    await house.app.actions.handing_over.let_go_by_name("Zoe", None)
    await house.settle()
