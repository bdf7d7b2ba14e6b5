"""Groups of Telegram: where somebody stands in one, and what can become of one."""

from enum import StrEnum


class Membership(StrEnum):
    """Who speaks in which group, as far as the programme is concerned."""

    STRANGE = "strange"
    """A group of nobody we know: the bot leaves it."""
    AWAITED = "awaited"
    """A group that is about to be linked, by who may link it."""
    NOBODY = "nobody"
    """Somebody who does not work for the programme, or not any more, in our group; or in one that
    may be linked any moment by somebody else.
    """
    STAFF = "staff"
    """A colleague in our group."""


class GroupEvent(StrEnum):
    """What became of the group of a branch."""

    LINKED = "linked"
    WRONG_CODE = "wrong_code"
    NO_TOPICS = "no_topics"
    OF_ANOTHER = "of_another"
    LOST = "lost"
    NO_RIGHTS = "no_rights"
