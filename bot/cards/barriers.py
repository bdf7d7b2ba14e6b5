"""What stands in the way, as staff see it: numbers, and no small ones."""

from collections.abc import Iterable, Mapping

from bot.cards.areas import area_name
from bot.cards.buttons import Place
from bot.cards.card import Card, one_a_row, paragraphs
from bot.cards.ways import labelled, way
from bot.i18n import Speech
from bot.programme.directory.service import in_language
from bot.programme.notices import BarriersShown
from bot.programme.programme import Programme
from bot.programme.referrals import Barrier

MOST_SERVICES = 20  # more lines on one screen nobody reads


def barriers_shown(notice: BarriersShown, speech: Speech, programme: Programme) -> Card:
    """A line a service, the one with most first."""
    del programme
    lines = [_line(name, pairs, speech) for name, pairs in notice.services[:MOST_SERVICES]]
    text = paragraphs(
        labelled(speech.say("What stood in the way"), area_name(notice.region, speech), speech),
        "\n".join(lines) or speech.say("There is nothing to show yet."),
        speech.say(
            "I round down to 5, 10, 15 and so on, and I show nothing below 5. "
            "So nobody is recognised."
        ),
        speech.say("These are answers, not people: somebody can answer more than once."),
    )
    return Card(text, one_a_row(way(Place.MENU, speech)))


def _line(name: Mapping[str, str], pairs: Iterable[tuple[str, int]], speech: Speech) -> str:
    """A service without a name is all others together."""
    said = in_language(name, speech.language)[0] or speech.say("Other services")
    counted = [f"{_barrier(Barrier(one), speech)} {count}" for one, count in pairs]
    return f"• {labelled(said, ', '.join(counted), speech)}"


def _barrier(barrier: Barrier, speech: Speech) -> str:
    words = {
        Barrier.CLOSED: speech.say("closed"),
        Barrier.FULL: speech.say("full"),
        Barrier.LANGUAGE: speech.say("language"),
        Barrier.PAPERS: speech.say("papers"),
        Barrier.COST: speech.say("cost"),
        Barrier.DISTANCE: speech.say("distance"),
        Barrier.AFRAID: speech.say("fear"),
        Barrier.OTHER: speech.say("something else"),
        Barrier.UNSAID: speech.say("not said"),
    }
    return words[barrier]
