"""What helps somebody to find the way."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class Menu(Notice):
    """What one can do here. ``greeting`` is why it is shown: asked, not_understood,
    hidden, old_button, no_agreement.
    ``road`` is where the reader stands on the road to a duo; ``found``: they need none for now.
    """

    kind = "menu"
    greeting: str
    role: str
    paused: bool
    road: str = ""
    found: bool = False


@dataclass(frozen=True, slots=True)
class Help(Notice):
    """How this works, the coach, and the way that is not digital."""

    kind = "help"
    role: str
    branch: str | None


@dataclass(frozen=True, slots=True)
class LanguageChoice(Notice):
    """Choosing another language, at any moment."""

    kind = "language_choice"


@dataclass(frozen=True, slots=True)
class LanguageChosen(Notice):
    """The language is set."""

    kind = "language_chosen"


@dataclass(frozen=True, slots=True)
class YouAreWelcome(Notice):
    """Somebody said thank you. ``registers``: a question of the registration waits meanwhile."""

    kind = "you_are_welcome"
    registers: bool = False


@dataclass(frozen=True, slots=True)
class ChangeNotSeen(Notice):
    """Somebody changed a message that went to nobody: as it is now, it is not looked at.
    ``registers``: a question of the registration waits meanwhile.
    """

    kind = "change_not_seen"
    registers: bool = False


@dataclass(frozen=True, slots=True)
class GladToHear(Notice):
    """Somebody told good news."""

    kind = "glad_to_hear"


@dataclass(frozen=True, slots=True)
class OnlyWords(Notice):
    """A photo, a voice message, or a sticker came where only words can be read."""

    kind = "only_words"


@dataclass(frozen=True, slots=True)
class OurMistake(Notice):
    """Something went wrong on our side; the message is kept, and here is who to call."""

    kind = "our_mistake"
    branch: str | None


@dataclass(frozen=True, slots=True)
class NotForYou(Notice):
    """A button of somebody else, or for another role."""

    kind = "not_for_you"
