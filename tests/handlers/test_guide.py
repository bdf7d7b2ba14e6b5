"""Finding the way: help, menu, plain words in every state, and what cannot be read."""

import pytest

from tests.handlers.arrivals import (
    MENTEE,
    MENTOR,
    REST,
    agrees,
    els_of,
    joins_as_coach,
    message_with,
    registers,
    remembered,
    starts,
)

STATES = ["language", "consent", "role", "first_name", "year_of_birth", "branch", "times",
          "phone", "not_eligible", "waiting", "correcting", "in_duo", "paused", "withdrawn",
          "coach"]  # fmt: skip
TO_THE_ROOTS = ["English", "I agree", MENTEE, "=Fatima", "=1999", "Ghent"]
STEPS = {
    "language": [], "consent": ["English"], "role": ["English", "I agree"],
    "first_name": ["English", "I agree", MENTEE],
    "year_of_birth": ["English", "I agree", MENTEE, "=Fatima"],
    "branch": ["English", "I agree", MENTEE, "=Fatima", "=1999"],
    "not_eligible": ["English", "I agree", MENTOR, "=Fatima", "=1999"],
    "times": [*TO_THE_ROOTS, *REST[:4]],
    "phone": [*TO_THE_ROOTS, *REST[:-1]],
    "waiting": [*TO_THE_ROOTS, *REST],
    "correcting": [*TO_THE_ROOTS, *REST, "My answers", "Change first name"],
    "paused": [*TO_THE_ROOTS, *REST, "=stop"],
    "withdrawn": ["English", "I agree", "=/privacy", "I no longer agree",
                  "Yes, delete my answers"],
}  # fmt: skip
SAID = {
    "help": ["/help", "Help!", "hulp", "à l'aide"],
    "menu": ["/menu", "menu", "toon het menu", "menu principal"],
    "language": ["/language", "another language", "andere taal", "changer de langue"],
    "privacy": ["/privacy", "my data", "mijn gegevens", "mes données"],
    "coach": ["/coach", "I want my coach", "mijn coach", "parler à mon coach"],
    "stop": ["/stop", "stop", "pauze", "je veux faire une pause"],
    "resume": ["/resume", "I'm back", "ik ben terug", "reprendre"],
    "start": ["/start", "hello", "hallo", "bonjour"],
    "back": ["/back", "go back", "terug", "retour"],
    "answers": ["/answers", "my answers", "mijn antwoorden", "mes réponses"],
}
KINDS = ("photo", "sticker", "voice", "document", "location", "video")
HEARD = {
    "help": "Is somebody in danger?",
    "language": "Kies je taal.",
    "privacy": "Your privacy",
    "stop": "you are taking a break",
    "resume": "Welcome back!",
}


async def brought_to(duo, state):
    if state == "in_duo":
        return duo.phone_of(700_000_001)
    if state == "coach":
        return els_of(duo)
    person = await starts(duo)
    for step in STEPS[state]:
        await (person.says(step[1:]) if step[0] == "=" else person.taps(step))
    return person


@pytest.mark.parametrize("state", STATES)
async def test_plain_words_work_in_every_state_and_language(duo, state):
    person = await brought_to(duo, state)
    for number, (intent, ways) in enumerate(SAID.items(), STATES.index(state)):
        words = ways[number % len(ways)]
        said = await person.says(words)
        assert said, f"Silence after {words!r} as {state}."
        assert HEARD.get(intent, "") in said


@pytest.mark.parametrize("state", STATES)
async def test_nothing_is_answered_with_silence(duo, state):
    person = await brought_to(duo, state)
    kind = KINDS[STATES.index(state) % len(KINDS)]
    before = await remembered(duo)
    assert "I can only read text." in await person.sends(kind)
    assert await remembered(duo) == before
    for words in ("/nonsense", "x" * 4096, "\u202e"):
        assert await person.says(words), f"Silence after {words[:9]!r} as {state}."


@pytest.mark.parametrize("ways", SAID.values(), ids=SAID)
async def test_each_way_to_say_it_comes_to_the_same(duo, amir, ways):
    first, *others = [await amir.says(words) for words in ways]
    assert all(said.splitlines()[-1] == first.splitlines()[-1] for said in others)


async def test_after_a_photo_the_question_is_shown_again(house):
    fatima = await starts(house)
    await agrees(fatima)
    assert "Who are you in this programme?" in await fatima.sends("photo")


async def test_a_shared_phone_number_is_not_taken_as_an_answer(house):
    fatima = await starts(house)
    await agrees(fatima)
    before = await remembered(house)
    house.telegram.share_contact(fatima.id)
    await house.settle()
    assert "I can only read text." in str(fatima.messages)
    assert await remembered(house) == before


async def test_a_command_that_there_is_not_is_never_taken_as_a_name(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps(MENTEE)
    assert "What is your name?" in await fatima.says("/whoami")
    assert "which year" in await fatima.says("Fatima")


async def test_commands_may_be_written_in_capitals(house):
    fatima = await starts(house)
    assert "Is somebody in danger?" in await fatima.says("/HELP")
    assert "Kies je taal." in await fatima.says("/Start")


async def test_nobody_understood_gives_a_short_menu(duo, amir):
    said = await amir.says("the weather is nice")
    assert said.startswith("Sorry, I did not understand that.\n\nWhat would you like to do?")
    assert said.endswith("Is somebody in danger? Call 112 now.")
    assert amir.buttons[0] == "My coach"


async def test_help_names_the_branch_of_the_person_and_all_of_them_for_a_stranger(house):
    fatima = await starts(house)
    said = await fatima.says("/help")
    assert "Ghent: 09" in said
    assert "Brussels: 02" in said
    karim = await registers(house, "Karim", town="Ghent")
    assert "Ghent: 09" in await karim.says("/help")
    assert "Brussels: 02" not in karim.last


async def test_help_for_a_coach_is_about_the_work_of_a_coach(house):
    nadia = await joins_as_coach(house)
    said = await nadia.says("help")
    assert "Both decide themselves." in said
    assert "does not meet for 2 weeks, I tell you" in said
    for command in ("/work", "/intakes", "/sessions", "/match", "/duos", "/cases"):
        assert command in said
        assert "did not understand" not in await nadia.says(command)


async def test_who_walks_away_from_a_correction_gives_no_answer_to_it_later(house):
    fatima = await registers(house)
    for away in ("Keep my old answer", "Menu"):
        await fatima.says("/answers")
        await fatima.taps("Change first name")
        await fatima.taps(away)
        assert "Sorry, I did not understand that." in await fatima.says("I feel a bit lost today")
    assert "First name: Fatima" in await fatima.says("/answers")


async def test_a_group_gets_no_answer_and_nobody_in_it_is_remembered(house):
    fatima = house.meet("Fatima", "en")
    before = await remembered(house)
    house.telegram.say(fatima.id, "/start", chat=-100)
    await house.settle()
    assert len(house.telegram.chat(-100)) == 1
    assert await remembered(house) == before


async def test_a_changed_message_is_not_taken_as_an_answer(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps(MENTEE)
    await fatima.says("Fatima")
    name = message_with(fatima, "Fatima")["message_id"]
    house.telegram.edit(fatima.id, name, "1999")
    await house.settle()
    assert "I do not see what you change later." in fatima.last
    assert "which year" in await fatima.taps("Go on registering")


@pytest.mark.parametrize(
    ("state", "explained"),
    [("consent", "I ask if I may keep"), ("role", "I ask why you are here"),
     ("first_name", "I ask how I may call you"), ("year_of_birth", "for certain ages"),
     ("branch", "to find somebody near you")],
)  # fmt: skip
async def test_who_does_not_understand_a_question_hears_it_explained(duo, state, explained):
    person = await brought_to(duo, state)
    asked = person.last.splitlines()[-1]
    said = await person.says("ik snap de vraag niet")
    assert explained in said
    assert asked in said
    assert "My coach" in person.buttons


async def test_who_does_not_understand_while_nothing_is_asked_gets_help(duo, amir):
    await amir.says("je ne comprends pas la question")
    assert amir.buttons[0] == "My coach"


@pytest.mark.parametrize("words", ["kan iemand mij helpen?", "Can somebody help me?"])
async def test_who_asks_whether_anybody_can_help_is_offered_a_coach(duo, amir, words):
    await amir.says(words)
    assert "My coach" in amir.buttons
    assert "112" in amir.last
