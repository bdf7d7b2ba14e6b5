"""Help, the menu, the languages, and what to say when nobody understood."""

from bot.cards.buttons import Place, Speak
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.standing.on_the_road import where
from bot.cards.ways import (
    LANGUAGE_NAMES,
    in_danger,
    menu_rows,
    people_to_call,
    way,
    way_on,
    ways_to_help,
    who_i_am,
)
from bot.i18n import Speech
from bot.programme.notices import (
    ChangeNotSeen,
    GladToHear,
    Help,
    LanguageChoice,
    LanguageChosen,
    Menu,
    NotForYou,
    OnlyWords,
    OurMistake,
    YouAreWelcome,
)
from bot.programme.people import Role, is_staff
from bot.programme.programme import Programme


def menu(notice: Menu, speech: Speech, programme: Programme) -> Card:
    """What one can do here, and why it is shown."""
    greetings = {
        "asked": "",
        "not_understood": speech.say("Sorry, I did not understand that."),
        # Whoever looks on reads nothing of what was hidden.
        "hidden": speech.say("That is done."),
        "old_button": speech.say("That button is old. It does nothing any more."),
        "no_agreement": speech.say("There is no agreement for you yet. It comes with your duo."),
    }
    rests = speech.say("You are taking a break.") if notice.paused else ""
    stands = "" if notice.greeting in ("not_understood", "hidden") else where(notice, speech)
    question = speech.say("What would you like to do? Tap a button.")
    danger = in_danger(speech, programme) if notice.greeting == "not_understood" else ""
    text = paragraphs(greetings[notice.greeting], stands, rests, question, danger)
    rows = menu_rows(
        notice.role, speech, paused=notice.paused, road=notice.road, found=notice.found
    )
    return Card(text, rows)


def help_(notice: Help, speech: Speech, programme: Programme) -> Card:
    """How this works, in few words, with the branch to call."""
    for_coach = is_staff(notice.role)
    words = (_help_for_coach if for_coach else _help_for_duo)(speech, programme)
    text = paragraphs(
        words,
        _help_with_services(notice.role, speech) if for_coach else "",
        people_to_call(notice.branch, speech, programme),
        in_danger(speech, programme),
    )
    places = (Place.MENU,) if for_coach else (Place.COACH, Place.MENU)
    return Card(text, one_a_row(*(way(place, speech) for place in places)) + ways_to_help(speech))


def language_choice(notice: LanguageChoice, speech: Speech, programme: Programme) -> Card:
    """The languages, each by its own name."""
    del notice, speech
    return Card(ALL_LANGUAGES, languages(programme))


def language_chosen(notice: LanguageChosen, speech: Speech, programme: Programme) -> Card:
    """Said in the new language."""
    del notice, programme
    name = LANGUAGE_NAMES[speech.language]
    return Card(speech.say("From now on I write in {language}.", language=name))


def you_are_welcome(notice: YouAreWelcome, speech: Speech, programme: Programme) -> Card:
    """Somebody said thank you."""
    del programme
    on = way_on(speech, registers=notice.registers)
    return Card(speech.say("You’re welcome."), one_a_row(on))


def change_not_seen(notice: ChangeNotSeen, speech: Speech, programme: Programme) -> Card:
    """What was changed later reaches nobody, so that is said."""
    del programme
    text = speech.say("I do not see what you change later. Please write it to me again.")
    on = way_on(speech, registers=notice.registers)
    return Card(text, one_a_row(way(Place.COACH, speech), on))


def glad_to_hear(notice: GladToHear, speech: Speech, programme: Programme) -> Card:
    """Somebody told good news."""
    del notice, programme
    return Card(speech.say("That is good to hear."), one_a_row(way(Place.MENU, speech)))


def only_words(notice: OnlyWords, speech: Speech, programme: Programme) -> Card:
    """A photo, a voice message or the like came."""
    del notice, programme
    text = speech.say("I can only read text. Please write it, or tap a button.")
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))


def our_mistake(notice: OurMistake, speech: Speech, programme: Programme) -> Card:
    """Something went wrong on our side; nothing is lost, and there is a way that needs no bot."""
    text = paragraphs(
        speech.say("Sorry, something went wrong. It is our mistake, not yours."),
        speech.say("Your message is safe and we look into it. You can try again later."),
        people_to_call(notice.branch, speech, programme),
    )
    return Card(text, one_a_row(way(Place.MENU, speech), way(Place.COACH, speech)))


def not_for_you(notice: NotForYou, speech: Speech, programme: Programme) -> Card:
    """The same words for whatever is not this person's."""
    del notice, programme
    text = speech.say("This is not for you, or it is too old.")
    return Card(text, one_a_row(way(Place.MENU, speech)))


def languages(programme: Programme) -> tuple[tuple[Button, ...], ...]:
    """A button for each language."""
    return one_a_row(
        *(Button(LANGUAGE_NAMES[one], Speak(language=one).pack()) for one in programme.languages)
    )


# Said in every language at once, since nobody knows yet which one the reader reads.
ALL_LANGUAGES = "Kies je taal.\nChoisis ta langue.\nChoose your language."


def _help_for_duo(speech: Speech, programme: Programme) -> str:
    return paragraphs(
        " ".join(who_i_am(speech, programme)),
        speech.say("Each week I ask a duo if they met. One tap is enough to answer."),
        speech.say("Do you need help with housing, papers, health or money? Tap “Find help”."),
        speech.say("Do you want to talk to a person? Tap “My coach”, or write “coach”."),
        speech.say("You can also write: menu, language, stop, privacy."),
        speech.say("Do you share your phone? Write “hide”. Then private messages go away."),
    )


def _help_for_coach(speech: Speech, programme: Programme) -> str:
    return paragraphs(
        speech.say("Under “My work” you see your people, and what comes next for each of them."),
        speech.say("First you talk with somebody. A mentor then follows the training.")
        + " "
        + speech.say("Under “To match” you bring two people together. Both decide themselves.")
        + " "
        + speech.say("Then you three meet, and all three sign the agreement."),
        speech.say("I ask each duo every week if they met.")
        + " "
        + speech.say_many(
            "When a duo does not meet for {count} week, I tell you.",
            "When a duo does not meet for {count} weeks, I tell you.",
            programme.check_in.misses_before_coach,
        ),
        speech.say("Somebody asks for you? Then you get a card. Tap “I take it”."),
        speech.say("Somebody does not answer for weeks? Then you get a card: please call."),
        speech.say("You cannot do it yourself? Tap “Hand over” on the card."),
        speech.say("What people wrote is private. “My codes” lets you read it."),
        speech.say(
            "You are away? Tap “My leave” under “My team”. A colleague then gets your cards."
        ),
        speech.say("Is there a group of your branch? Each question has a topic there."),
        speech.say("You can also write: /work, /intakes, /sessions, /training, /match.")
        + " "
        + speech.say("Or: /duos, /cases, /team, /away, /code."),
    )


def _help_with_services(role: str, speech: Speech) -> str:
    """What staff do for the list of services."""
    checking = speech.say(
        "Services that nobody has checked for long come to you as a card. Phone and check them."
    )
    if role == Role.COORDINATOR:
        return paragraphs(
            checking,
            speech.say("Coaches propose changes to services. Tap “Changes to look at” to decide."),
        )
    return paragraphs(
        checking, speech.say("A service has changed? Open it and tap “Change something”.")
    )
