"""What of an entry of the directory is to be changed."""

from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.edits import ENDS, detail_name, named, to_service
from bot.cards.keeping_buttons import CareStep, CareTap, DetailTap
from bot.i18n import Speech
from bot.programme.edits import Field
from bot.programme.notices import ChooseDetail
from bot.programme.programme import Programme

ANY_PHONE = -1


def choose_detail(notice: ChooseDetail, speech: Speech, programme: Programme) -> Card:
    """What is to be changed, or which of several numbers."""
    del programme
    name = named(notice.name, speech)
    if notice.which_phone:
        text = paragraphs(name, speech.say("Which number?"))
        return Card(text, one_a_row(*_phones(notice, speech), to_service(notice.service, speech)))
    fields = [Field(one) for one in notice.fields]
    text = paragraphs(
        name,
        speech.say("What do you want to change?"),
        "" if ENDS & set(fields) else speech.say("Only who runs this bot closes a crisis line."),
    )
    details = [_detail_tap(field, ANY_PHONE, notice.service, speech) for field in fields]
    doubt = CareTap(step=CareStep.DOUBT, service=notice.service).pack()
    hide = Button(speech.button("Hide it until checked"), doubt)
    return Card(text, one_a_row(*details, hide, to_service(notice.service, speech)))


def _phones(notice: ChooseDetail, speech: Speech) -> list[Button]:
    """Each number, and a place for one more."""
    taps = [
        Button(dial, DetailTap(field=Field.PHONE, number=place, service=notice.service).pack())
        for place, dial in enumerate(notice.phones)
    ]
    new = DetailTap(field=Field.PHONE, number=len(taps), service=notice.service).pack()
    return [*taps, Button(speech.button("One more number"), new)]


def _detail_tap(field: Field, number: int, service: str, speech: Speech) -> Button:
    tap = DetailTap(field=field, number=number, service=service)
    return Button(detail_name(field, speech), tap.pack())
