"""What a list says when there is no service for a need in a place."""

from collections.abc import Iterator

from bot.cards.areas import area_name
from bot.cards.buttons import NeedTap
from bot.cards.card import Button
from bot.i18n import Speech
from bot.programme.directory.areas import slug
from bot.programme.notices import ServicesFound


def nothing_here(notice: ServicesFound, speech: Speech) -> str:
    """That there is none, and whom one may ask instead; nothing when there is something."""
    if notice.towns or notice.has_more_towns or (notice.services and not notice.is_general):
        return ""
    if notice.services:
        return speech.say("I know no service for this here. But you can ask here:")
    return speech.say("I know no service for this here. Look somewhere else, or ask your coach.")


def wider_buttons(notice: ServicesFound, speech: Speech) -> Iterator[Button]:
    """Larger areas, where there is something."""
    for area in notice.wider:
        there = NeedTap(need=notice.need, place=slug(area), page=0)
        yield Button(area_name(area, speech), there.pack())
