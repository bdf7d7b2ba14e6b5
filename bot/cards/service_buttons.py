"""What the taps carry that lead to one service: its number, its place, what to say, a page."""

from typing import Annotated, ClassVar

from pydantic import Field

from bot.cards.buttons import Carried


class CallTap(Carried):
    """Get one of the numbers of a service, by its place among them."""

    prefix: ClassVar[str] = "cl"
    service: str
    need: str = ""
    number: Annotated[int, Field(ge=0, lt=100)] = 0


class MapTap(Carried):
    """See where a service is."""

    prefix: ClassVar[str] = "mp"
    service: str
    need: str = ""


class SayInDutch(Carried):
    """Get what to say to a service; ``spoken`` is the code of a language, empty at first."""

    prefix: ClassVar[str] = "yn"
    service: str
    need: str = ""
    spoken: str = ""


class SayInFrench(Carried):
    """The same in French. Two kinds, as one more field could be more than 64 bytes."""

    prefix: ClassVar[str] = "yf"
    service: str
    need: str = ""
    spoken: str = ""


class PaperTap(Carried):
    """Get a service as a page to print."""

    prefix: ClassVar[str] = "pp"
    service: str
    need: str = ""
