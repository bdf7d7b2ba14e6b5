"""Ways that stand on many cards: to the menu, to the coach, and the one that is not digital."""

from collections.abc import Mapping

from bot.cards.buttons import Go, Place
from bot.cards.card import Button, Rows, one_a_row
from bot.i18n import Speech
from bot.programme.people import Role, is_staff
from bot.programme.programme import Branch, Programme
from bot.programme.road import Place as Stand

COACH_PLACES = (
    Place.WORK, Place.MY_DUOS, Place.MY_CASES, Place.BRANCH_SESSIONS, Place.FIND_HELP,
    Place.TEAM, Place.LANGUAGE, Place.HELP, Place.EMERGENCY,
)  # fmt: skip
# What stands in the menu in the place of meetings, before there is a duo.
ON_THE_WAY: Mapping[str, tuple[Place, ...]] = {
    Stand.NEW: (Place.ROAD, Place.INTAKE, Place.SESSIONS),
    Stand.INTAKE: (Place.ROAD, Place.INTAKE, Place.SESSIONS),
    Stand.WAIT: (Place.ROAD, Place.INTAKE, Place.SESSIONS),
    Stand.OTHER_HELP: (Place.ROAD, Place.INTAKE, Place.SESSIONS),
    Stand.TRAINING: (Place.ROAD, Place.TRAINING),
    Stand.READY: (Place.ROAD,),
    Stand.PROPOSED: (Place.ROAD, Place.PROPOSAL),
    Stand.MATCHED: (Place.ROAD, Place.MEETINGS, Place.AGREEMENT),
}
LANGUAGE_NAMES = {"nl": "Nederlands", "fr": "Français", "en": "English"}


def way(place: Place, speech: Speech) -> Button:
    """The button that leads to a place."""
    themes = (theme(speech) for theme in _THEMES)
    words = next(words[place] for words in themes if place in words)
    return Button(words, Go(to=place).pack())


def way_on(speech: Speech, *, registers: bool) -> Button:
    """The menu, which in the middle of the registration is its question."""
    if registers:
        return Button(speech.button("Go on registering"), Go(to=Place.MENU).pack())
    return way(Place.MENU, speech)


def menu_rows(
    role: str, speech: Speech, *, paused: bool = False, road: str = "", found: bool = False
) -> Rows:
    """What can be done, for a coach or for somebody in a duo. Who is on the way to one (``road``)
    sees sessions and the training in the place of meetings, and no question of each week; who
    needs none for now (``found``) sees the road only.
    """
    if is_staff(role):
        back = (Place.RESUME,) if paused else ()
        changes = (Place.CHANGES,) if role == Role.COORDINATOR else ()
        places = (*back, *changes, *COACH_PLACES)
        return one_a_row(*(way(place, speech) for place in places))
    rest = Place.RESUME if paused else Place.STOP
    on_the_way = (Place.ROAD,) if found else ON_THE_WAY.get(road, (Place.MEETINGS,))
    each_week = () if found or road in ON_THE_WAY else (Place.MY_QUESTION,)
    places = (
        Place.COACH, *on_the_way, Place.FIND_HELP, Place.ANSWERS, *each_week, Place.LANGUAGE,
        rest, Place.PRIVACY, Place.HELP, Place.EMERGENCY,
    )  # fmt: skip
    return one_a_row(*(way(place, speech) for place in places))


def ways_to_help(speech: Speech) -> Rows:
    """Looking for help, and what cannot wait, beside each other under what is about something
    else.
    """
    return ((way(Place.FIND_HELP, speech), way(Place.EMERGENCY, speech)),)


def role_name(role: str | None, speech: Speech) -> str:
    """The word for somebody's part in the programme."""
    names = {
        Role.MENTEE: speech.say("mentee"),
        Role.MENTOR: speech.say("mentor"),
        Role.COACH: speech.say("coach"),
        Role.COORDINATOR: speech.say("coordinator"),
    }
    return names[Role(role or Role.MENTEE)]


def branch_name(key: str | None, speech: Speech, programme: Programme) -> str:
    """The name of a branch as it is said in this language; a branch that is gone by its key."""
    branch = programme.branch(key or "")
    return branch.name[speech.language] if branch else str(key or "")


def people_to_call(branch: str | None, speech: Speech, programme: Programme) -> str:
    """The way that is not digital: the person's own branch, or all of them."""
    own = programme.branch(branch or "")
    if own:
        says = speech.say("You can also call us or come by:")
    else:
        says = speech.say("You can also call one of our branches or come by:")
    lines = [_door(one, speech) for one in ([own] if own else programme.branches)]
    note = _sample_note(speech) if programme.sample else ""
    return "\n".join(line for line in (says, *lines, note) if line)


def branch_to_call(branch: str | None, speech: Speech, programme: Programme) -> str:
    """The same in one line, under a list that is long already."""
    own = programme.branch(branch or "")
    numbers = [labelled(one.name[speech.language], one.phone, speech)
               for one in ([own] if own else programme.branches)]  # fmt: skip
    says = speech.say("Or call us. {branches}.", branches=", ".join(numbers))
    return f"{says}\n{_sample_note(speech)}" if programme.sample else says


def who_i_am(speech: Speech, programme: Programme) -> tuple[str, str, str]:
    """What this is, in three short sentences."""
    return (
        speech.say(
            "I am the assistant of {programme}.", programme=programme.name[speech.language]
        ),
        speech.say("I help a mentee and a mentor to meet each week."),
        speech.say("When something is wrong, I call your coach."),
    )


def in_danger(speech: Speech, programme: Programme) -> str:
    """What to do when it cannot wait for a coach."""
    return speech.say(
        "Is somebody in danger? Call {number} now.", number=programme.emergency_number
    )


def labelled(label: str, value: str, speech: Speech) -> str:
    """What something is, and its name; French leaves a space before the colon."""
    return speech.say("{label}: {value}", label=label, value=value)


def _door(branch: Branch, speech: Speech) -> str:
    return labelled(branch.name[speech.language], f"{branch.phone}, {branch.address}", speech)


def _sample_note(speech: Speech) -> str:
    return speech.say(
        "This is a test programme. The phone numbers and addresses of the branches are not real."
    )


def _for_everybody(speech: Speech) -> dict[Place, str]:
    """What leads to places that anybody may come to."""
    return {
        Place.MENU: speech.button("Menu"),
        Place.FIND_HELP: speech.button("Find help"),
        Place.EMERGENCY: speech.button("SOS"),
        Place.HELP: speech.button("Help"),
        Place.COACH: speech.button("My coach"),
        Place.LANGUAGE: speech.button("Change language"),
        Place.STOP: speech.button("Take a break"),
        Place.STOP_SURELY: speech.button("Yes, take a break"),
        Place.RESUME: speech.button("Start again"),
        Place.ANSWERS: speech.button("My answers"),
        Place.ADD_ANSWERS: speech.button("Add something"),
        Place.BACK: speech.button("Go back"),
        Place.PRIVACY: speech.button("Privacy"),
        Place.WITHDRAW: speech.button("I no longer agree"),
        Place.WITHDRAW_SURELY: speech.button("Yes, delete my answers"),
        Place.WITHDRAW_NOT: speech.button("No, keep my answers"),
        Place.REFERRAL_NOT: speech.button("No, thank you"),
        Place.HAND_OVER_NOT: speech.button("No, thank you"),
        Place.HIDE: speech.button("Hide messages"),
        Place.SESSIONS: speech.button("Info sessions"),
        Place.TRAINING: speech.button("My training"),
    }


def _on_the_road(speech: Speech) -> dict[Place, str]:
    """What leads to places on the way to a duo."""
    return {
        Place.INTAKE: speech.button("My first talk"),
        Place.INTAKE_CALL: speech.button("Call me instead"),
        Place.ROAD: speech.button("Where am I?"),
    }


def _in_a_duo(speech: Speech) -> dict[Place, str]:
    """What leads to places of a duo."""
    return {
        Place.MEETINGS: speech.button("Our meetings"),
        Place.PLAN_MEETING: speech.button("Plan a meeting"),
        Place.SAY: speech.button("Tell something"),
        Place.NUMBERS: speech.button("Phone numbers"),
        Place.NUMBER_SHARE: speech.button("Share my number"),
        Place.NUMBER_STOP: speech.button("Stop sharing"),
        Place.NUMBER_NOT: speech.button("No, thank you"),
        Place.CALENDAR: speech.button("In my own calendar"),
        Place.CALENDAR_LINK: speech.button("Make a new link"),
        Place.CALENDAR_STOP: speech.button("Stop the calendar link"),
        Place.MY_QUESTION: speech.button("My weekly question"),
        Place.PROPOSAL: speech.button("The proposal"),
        Place.WHY_A_BREAK: speech.button("Say why"),
        Place.AGREEMENT: speech.button("Our agreement"),
    }


def _for_staff(speech: Speech) -> dict[Place, str]:
    """What leads to places of coaches and coordinators."""
    return {
        Place.WORK: speech.button("My work"),
        Place.ENTER: speech.button("Enter somebody"),
        Place.NEW_PEOPLE: speech.button("New people"),
        Place.MATCH: speech.button("To match"),
        Place.INTAKES: speech.button("First talks"),
        Place.INTAKE_HOURS: speech.button("My free times"),
        Place.MY_DUOS: speech.button("My duos"),
        Place.MY_CASES: speech.button("Open cases"),
        Place.BARRIERS: speech.button("What stands in the way"),
        Place.CHANGES: speech.button("Changes to look at"),
        Place.TEAM: speech.button("My team"),
        Place.AWAY: speech.button("My leave"),
        Place.DEPUTY: speech.button("Who stands in for me"),
        Place.ANSWER_TIMES: speech.button("How fast we answer"),
        Place.BRANCH_SESSIONS: speech.button("Sessions"),
        Place.MENTORS_TRAINING: speech.button("Mentors in training"),
    }


def _for_codes(speech: Speech) -> dict[Place, str]:
    """What leads to the codes of the staff."""
    return {
        Place.CODES: speech.button("My codes"),
        Place.CODES_HERE: speech.button("On this phone"),
        Place.CODES_ELSEWHERE: speech.button("On another phone"),
        Place.CODES_APP: speech.button("Which app?"),
        Place.CODES_KEPT: speech.button("I wrote them down"),
        Place.CODES_NEW: speech.button("New phone"),
    }


_THEMES = (_for_everybody, _on_the_road, _in_a_duo, _for_staff, _for_codes)
