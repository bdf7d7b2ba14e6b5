"""What the taps carry that lead those who follow duos to one of them, or to more of them."""

from typing import Annotated, ClassVar

from pydantic import Field

from bot.cards.buttons import Carried, RowId


class DuoViewTap(Carried):
    """See how a duo is."""

    prefix: ClassVar[str] = "dv"
    duo_id: RowId


class DuosTap(Carried):
    """Turn to a page of one's duos; the first one is 0."""

    prefix: ClassVar[str] = "dp"
    page: Annotated[int, Field(ge=0, lt=1000)] = 0
