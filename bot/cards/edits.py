"""Changing an entry of the directory: what, to what, and who decides."""

from bot.cards.buttons import Place, ServiceTap
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.keeping_buttons import ProposalStep, ProposalTap
from bot.cards.ways import labelled, way
from bot.i18n import Speech
from bot.programme.directory.service import Names, in_language
from bot.programme.edits import LONGEST_VALUE, MAY_BE_EMPTY, STATUSES, Detail, Field, Unfit
from bot.programme.notices import (
    AskValue,
    ChangeEnded,
    ConfirmChange,
    MyChanges,
    ProposalAnswered,
    ProposalCard,
)
from bot.programme.programme import Programme

ENDS = frozenset(STATUSES)  # closed, and open again


def ask_value(notice: AskValue, speech: Speech, programme: Programme) -> Card:
    """What it says now, and an example of what to write."""
    del programme
    field = Detail.read(notice.detail).field
    text = paragraphs(
        _unfit(notice.unfit, speech),
        named(notice.name, speech),
        labelled(speech.say("Now"), _quoted(notice.before, speech), speech),
        labelled(detail_name(field, speech), _example(field, speech), speech),
        speech.say("Write the new text here.")
        if field in (Field.HOURS, Field.WARNING, Field.WHO)
        else speech.say("Write it here."),
        speech.say("To take it away, write only: -") if field in MAY_BE_EMPTY else "",
    )
    return Card(text, one_a_row(to_service(notice.service, speech), way(Place.MENU, speech)))


def confirm_change(notice: ConfirmChange, speech: Speech, programme: Programme) -> Card:
    """The change as everybody would see it."""
    del programme
    text = paragraphs(
        named(notice.name, speech),
        _before_after(notice, speech),
        speech.say("Is that right?"),
        "" if notice.decides else speech.say("A coordinator looks at it before it changes."),
    )
    return Card(
        text,
        one_a_row(
            _step(notice.proposal_id, ProposalStep.CONFIRM, speech.button("Yes, that is right")),
            _step(notice.proposal_id, ProposalStep.DROP, speech.button("No, change nothing")),
        ),
    )


def change_ended(notice: ChangeEnded, speech: Speech, programme: Programme) -> Card:
    """What became of the change, and the way back."""
    del programme
    words = {
        "sent": speech.say("Thank you. A coordinator looks at your change. You will hear it."),
        "waits": speech.say("Thank you. Your change waits: there is no coordinator here yet."),
        "made": speech.say("Done. The change is in the list."),
        "dropped": speech.say("All right, nothing has changed."),
        "gone": speech.say("This service is not in the list any more."),
        "outdated": _outdated(speech),
    }
    text = paragraphs(named(notice.name, speech), words[notice.end])
    return Card(text, one_a_row(to_service(notice.service, speech), way(Place.MENU, speech)))


def proposal_card(notice: ProposalCard, speech: Speech, programme: Programme) -> Card:
    """What a coach proposes; two buttons as long as nobody has decided."""
    del programme
    text = paragraphs(
        speech.say("{name} proposes a change.", name=notice.proposer),
        named(notice.name, speech),
        _before_after(notice, speech),
        _decision(notice, speech),
    )
    if notice.state not in ("open", "outdated"):
        gone = notice.state == "gone"
        on = way(Place.MENU, speech) if gone else to_service(notice.service, speech)
        return Card(text, one_a_row(on))
    accept = _step(notice.proposal_id, ProposalStep.ACCEPT, speech.button("Accept"))
    refuse = _step(notice.proposal_id, ProposalStep.REFUSE, speech.button("Refuse"))
    steps = [accept, refuse] if notice.state == "open" else [refuse]
    return Card(text, one_a_row(*steps, to_service(notice.service, speech)))


def proposal_answered(notice: ProposalAnswered, speech: Speech, programme: Programme) -> Card:
    """Thanks in either case: who phones and writes has done their part."""
    del programme
    accepted = speech.say("Your change is accepted. It is in the list now. Thank you!")
    refused = paragraphs(
        speech.say("Thank you for looking at this. Your change was not made this time."),
        speech.say("Do you have a question about it? Ask a coordinator."),
    )
    field = Detail.read(notice.detail).field
    text = paragraphs(
        named(notice.name, speech),
        labelled(detail_name(field, speech), _after(field, notice.after, speech), speech),
        accepted if notice.accepted else refused,
    )
    return Card(text, one_a_row(to_service(notice.service, speech), way(Place.MENU, speech)))


def my_changes(notice: MyChanges, speech: Speech, programme: Programme) -> Card:
    """How many wait; each follows as a card of its own."""
    del programme
    if not notice.count:
        none = speech.say("No change waits for you.")
        return Card(none, one_a_row(way(Place.MENU, speech)))
    text = speech.say_many(
        "{count} change waits for you.", "{count} changes wait for you.", notice.count
    )
    return Card(text)


def detail_name(field: Field, speech: Speech) -> str:
    """What of an entry can be changed."""
    words = {
        Field.PHONE: speech.button("Phone number"),
        Field.HOURS: speech.button("Opening hours"),
        Field.ADDRESS: speech.button("Address"),
        Field.WEBSITE: speech.button("Website"),
        Field.WARNING: speech.button("Warning"),
        Field.WHO: speech.button("Who may come"),
        Field.CLOSED: speech.button("Closed for good"),
        Field.REOPENED: speech.button("Open again"),
    }
    return words[field]


def named(name: Names, speech: Speech) -> str:
    """The name of a service for this reader; one that is gone has none."""
    return in_language(name, speech.language)[0] or speech.say("A service that is gone")


def to_service(service: str, speech: Speech) -> Button:
    """Back to the card of a service."""
    return Button(speech.button("Back to the service"), ServiceTap(service=service).pack())


def _example(field: Field, speech: Speech) -> str:
    examples = {
        Field.PHONE: speech.say("for example 02 123 45 67"),
        Field.HOURS: speech.say("for example: Monday to Friday from 9 to 12"),
        Field.ADDRESS: speech.say("for example: Main Street 5, 1000 Brussels"),
        Field.WEBSITE: speech.say("for example www.name.be"),
        Field.WARNING: speech.say("for example: you must make an appointment"),
        Field.WHO: speech.say("for example: everybody who lives in Ghent"),
    }
    return examples[field]


def _outdated(speech: Speech) -> str:
    return speech.say("The service has changed since. This does not fit any more.")


def _unfit(unfit: str | None, speech: Speech) -> str:
    words = {
        Unfit.NO_NUMBER: speech.say("This is not a phone number that one can call in Belgium."),
        Unfit.NO_WEBSITE: speech.say("This is not the address of a website."),
        Unfit.NO_ADDRESS: speech.say(
            "I need street and number, then a comma, then postcode and town."
        ),
        Unfit.TOO_LONG: speech.say(
            "This is too long. At most {count} letters, please.", count=LONGEST_VALUE
        ),
    }
    return words[Unfit(unfit)] if unfit else ""


def _before_after(notice: ConfirmChange | ProposalCard, speech: Speech) -> str:
    field = Detail.read(notice.detail).field
    if field is Field.CLOSED:
        return speech.say("Closed for good: nobody sees this service any more.")
    if field is Field.REOPENED:
        return speech.say("Open again: people see this service from now on.")
    lines = [
        detail_name(field, speech),
        labelled(speech.say("Now"), _quoted(notice.before, speech), speech),
        labelled(speech.say("New"), _after(field, notice.after, speech), speech),
    ]
    return "\n".join(lines)


def _after(field: Field, value: str, speech: Speech) -> str:
    return speech.say("yes") if field in ENDS else _quoted(value, speech)


def _quoted(value: str, speech: Speech) -> str:
    return value or speech.say("nothing")


def _decision(notice: ProposalCard, speech: Speech) -> str:
    by = notice.decided_by or speech.say("A colleague")
    words = {
        "open": "",
        "accepted": speech.say("{name} has accepted it. It is in the list now.", name=by),
        "refused": speech.say("{name} has refused it. Nothing has changed.", name=by),
        "gone": speech.say("This service is not in the list any more."),
        "outdated": _outdated(speech),
    }
    return words[notice.state]


def _step(proposal_id: int, step: ProposalStep, words: str) -> Button:
    return Button(words, ProposalTap(proposal_id=proposal_id, step=step).pack())
