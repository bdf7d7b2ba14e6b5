"""What stands above a list for who may be in danger."""

from collections.abc import Iterator

from bot.cards.at_once import warm_words
from bot.cards.ways import in_danger
from bot.i18n import Speech
from bot.programme.directory.at_once import POLICE
from bot.programme.notices import ServicesFound
from bot.programme.programme import Programme


def danger_first(notice: ServicesFound, speech: Speech, programme: Programme) -> Iterator[str]:
    """The number for danger, where there is violence that of the police too, and a warm word for
    who wrote about it.
    """
    if not notice.need.startswith(("crisis.", "violence.")):
        return
    violent = notice.need.startswith("violence.")
    police = speech.say("Or call the police: {number}.", number=POLICE) if violent else ""
    yield " ".join(part for part in (in_danger(speech, programme), police) if part)
    if notice.written:
        yield warm_words(notice.need, speech)
