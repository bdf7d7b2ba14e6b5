"""Where somebody stands on the road to a duo, and what comes next: the only words for it."""

from collections.abc import Mapping

from bot.cards.ways import labelled
from bot.i18n import Speech
from bot.programme.notices import Menu
from bot.programme.notices.waiting import WhereYouAre
from bot.programme.people import Role
from bot.programme.road import Place

# Who has a duo, or had one, reads it only when they ask.
_NOT_IN_THE_MENU = ("", Place.IN_DUO, Place.DONE)
Stands = Menu | WhereYouAre


def where(notice: Menu, speech: Speech) -> str:
    """For the menu of who is on the way; nothing for who has a duo that meets."""
    if notice.road in _NOT_IN_THE_MENU:
        return ""
    return "\n".join(here_and_next(Place(notice.road), notice, speech))


def here_and_next(place: Place, who: Stands, speech: Speech) -> tuple[str, str]:
    """A line each: where they are now, and what comes next."""
    return (
        labelled(speech.say("Where you are now"), _here(place, who, speech), speech),
        labelled(speech.say("What comes next"), _next(place, who, speech), speech),
    )


def _here(place: Place, who: Stands, speech: Speech) -> str:
    if who.found:
        return _stopped(who, speech)
    words: Mapping[Place, str] = {
        Place.NEW: speech.say("you plan a talk with a coach."),
        Place.INTAKE: speech.say("your talk with a coach is planned."),
        Place.WAIT: speech.say("you wait a while. Your coach knows about it."),
        Place.OTHER_HELP: speech.say("other help comes first, as you agreed with your coach."),
        Place.TRAINING: speech.say("you follow the training."),
        Place.READY: _looks(who, speech),
        Place.PROPOSED: speech.say("there is a proposal. Each of you two decides alone."),
        Place.MATCHED: speech.say("you both said yes."),
        Place.IN_DUO: speech.say("you are in a duo."),
        Place.DONE: speech.say("your duo has come to its end."),
    }
    return words[place]


def _looks(who: Stands, speech: Speech) -> str:
    if who.role == Role.MENTOR:
        return speech.say("you can be matched. Your coach looks for a mentee for you.")
    return speech.say("you can be matched. Your coach looks for a mentor for you.")


def _stopped(who: Stands, speech: Speech) -> str:
    if who.role == Role.MENTOR:
        return speech.say("you stopped for now. Nobody is proposed to you.")
    return speech.say("you found something. Nobody is proposed to you.")


def _next(place: Place, who: Stands, speech: Speech) -> str:
    """What comes next, and who does it."""
    if who.found:
        return speech.say("nothing now. You can search again when you want.")
    words: Mapping[Place, str] = {
        Place.NEW: speech.say(
            "you choose a time, or a coach calls you. In that talk a coach gets to know you."
        ),
        Place.INTAKE: speech.say("you and your coach decide together how it goes on."),
        Place.WAIT: speech.say("you talk with your coach. You can plan that talk at any time."),
        Place.OTHER_HELP: speech.say("when you are ready, you plan a new talk with your coach."),
        Place.TRAINING: speech.say("after the training your coach looks for a mentee for you."),
        Place.READY: speech.say(
            "when somebody may fit, I write to you. Then you decide. You do not have to do "
            "anything now."
        ),
        Place.PROPOSED: speech.say(
            "when both say yes, your coach plans a first meeting. Otherwise your coach goes on "
            "looking."
        ),
        Place.MATCHED: speech.say(
            "the first meeting of three, and then all three sign. “Our meetings” says how far it "
            "is."
        ),
        Place.IN_DUO: speech.say("you two meet each week. I ask each week if you met."),
        Place.DONE: speech.say("your coach tells you what else is possible."),
    }
    return words[place]
