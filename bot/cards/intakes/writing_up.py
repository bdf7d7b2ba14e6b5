"""Writing up a first talk, with the person there."""

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, Rows, fitting, one_a_row, paragraphs
from bot.cards.intakes.buttons import (
    IntakeAnswerTap,
    IntakeEndTap,
    IntakeNeedTap,
    IntakeStep,
    IntakeTap,
    IntakeThemeTap,
)
from bot.cards.needs import need_words, theme_words
from bot.cards.off_telegram.by_phone import to_call_line
from bot.cards.registering.hints import hint
from bot.cards.registering.labels import label
from bot.cards.registering.values import value_of
from bot.cards.ways import labelled, way
from bot.i18n import Speech
from bot.programme.intakes.outcomes import LONGEST_NOTE, Decision
from bot.programme.needs.codes import THEMES
from bot.programme.notices.intakes.coach import (
    AskIntakeAnswer,
    AskIntakeNote,
    ChooseIntakeAnswer,
    ChooseIntakeNeeds,
    IntakeWriteUp,
)
from bot.programme.programme import Programme
from bot.programme.registration import Problem, Question
from bot.programme.themes import needs_under

CHOSEN = "✓ "  # the same stands in the text, in words


def intake_write_up(notice: IntakeWriteUp, speech: Speech, programme: Programme) -> Card:
    """What is known, and the three ways on."""
    del programme
    told = {
        "": "",
        "note": speech.say("Your note is kept."),
        "answer": _changed(notice, speech),
    }
    note = speech.say("There is a note.") if notice.has_note else ""
    text = paragraphs(
        told[notice.told],
        speech.say("First talk with {name}. Fill this in together.", name=notice.first_name),
        "" if note and not notice.needs else needs_line(notice.needs, speech),
        note,
        speech.say("How does it go on?"),
    )
    return Card(text, one_a_row(*_decisions(notice, speech), *_details(notice, speech)))


def choose_intake_needs(notice: ChooseIntakeNeeds, speech: Speech, programme: Programme) -> Card:
    """A tap notes a need, and a second one takes it out."""
    del programme
    text = paragraphs(
        speech.say("What stands in the way of {name}?", name=notice.first_name),
        needs_line(notice.chosen, speech),
        speech.say("Tap what fits. Tap once more to take it out.") if notice.theme else "",
    )
    if notice.theme:
        rows = one_a_row(*(_need(notice, one, speech) for one in needs_under(notice.theme)))
        themes = IntakeTap(step=IntakeStep.NEEDS, intake_id=notice.intake_id).pack()
        rows += one_a_row(Button(speech.button("Other themes"), themes))
    else:
        rows = _themes(notice, speech)
    return Card(text, (*rows, *one_a_row(back(notice.intake_id, speech))))


def ask_intake_note(notice: AskIntakeNote, speech: Speech, programme: Programme) -> Card:
    """Short, and only what the person may read too."""
    del programme
    long = speech.say("That is too long. Please keep it to {count} letters.", count=LONGEST_NOTE)
    text = paragraphs(
        long if notice.problem else "",
        speech.say("Write a short note about the talk with {name}.", name=notice.first_name),
        speech.say("Only write what {name} may read too.", name=notice.first_name),
    )
    return Card(text, one_a_row(back(notice.intake_id, speech)))


def choose_intake_answer(notice: ChooseIntakeAnswer, speech: Speech, programme: Programme) -> Card:
    """The answers as they are; each can be put right."""
    told = {Question(one): value for one, value in notice.answers.items()}
    lines = [
        labelled(label(one, speech), value_of(one, value, notice.role, speech, programme), speech)
        for one, value in told.items()
    ]
    text = paragraphs(
        speech.say("{name} answered this:", name=notice.first_name),
        "\n".join(lines),
        speech.say("Which answer is not right?")
        if notice.by_phone
        else speech.say(
            "Which answer is not right? {name} reads the change too.", name=notice.first_name
        ),
    )
    taps = [
        Button(
            fitting(label(one, speech)),
            IntakeAnswerTap(question=one, intake_id=notice.intake_id).pack(),
        )
        for one in told
    ]
    return Card(text, one_a_row(*taps, back(notice.intake_id, speech)))


def ask_intake_answer(notice: AskIntakeAnswer, speech: Speech, programme: Programme) -> Card:
    """The coach writes it; what cannot be read is asked once more."""
    asked = Question(notice.question)
    problem = ""
    if notice.problem == "unfit":
        problem = speech.say(
            "With this answer the programme does not fit {name}. I keep the old answer. "
            "You can tap “Other help first”.",
            name=notice.first_name,
        )
    elif notice.problem:
        problem = hint(asked, Problem(notice.problem), speech, programme)
    asks = speech.say("Write the right answer of {name}: {question}.",
                      name=notice.first_name, question=label(asked, speech))  # fmt: skip
    return Card(paragraphs(problem, asks), one_a_row(back(notice.intake_id, speech)))


def needs_line(needs: tuple[str, ...], speech: Speech) -> str:
    """What is noted so far, in words."""
    if not needs:
        return speech.say("No needs are noted yet.")
    return speech.say("Noted: {needs}.", needs=speech.listed(need_words(n, speech) for n in needs))


def back(intake_id: int, speech: Speech) -> Button:
    """To what is known of the talk."""
    data = IntakeTap(step=IntakeStep.HELD, intake_id=intake_id).pack()
    return Button(speech.button("Back to the talk"), data)


def _changed(notice: IntakeWriteUp, speech: Speech) -> str:
    name = notice.first_name
    if notice.by_phone:
        return paragraphs(speech.say("The answer is changed."), to_call_line(name, speech))
    return speech.say("The answer is changed. {name} reads it too.", name=name)


def _decisions(notice: IntakeWriteUp, speech: Speech) -> tuple[Button, ...]:
    intake = notice.intake_id
    go_on = IntakeEndTap(decision=Decision.GO_ON, sure=0, intake_id=intake).pack()
    return (
        Button(speech.button("Go on"), go_on),
        Button(speech.button("Wait a while"), _tap(IntakeStep.WAIT, intake)),
        Button(speech.button("Other help first"), _tap(IntakeStep.SERVICES, intake)),
    )


def _details(notice: IntakeWriteUp, speech: Speech) -> tuple[Button, ...]:
    intake = notice.intake_id
    note = speech.button("Write the note anew") if notice.has_note else speech.button("Add a note")
    return (
        Button(speech.button("What stands in the way"), _tap(IntakeStep.NEEDS, intake)),
        Button(note, _tap(IntakeStep.NOTE, intake)),
        Button(speech.button("Correct an answer"), _tap(IntakeStep.ANSWERS, intake)),
        way(Place.INTAKES, speech),
    )


def _themes(notice: ChooseIntakeNeeds, speech: Speech) -> Rows:
    taps = [
        Button(
            theme_words(theme, speech),
            IntakeThemeTap(theme=theme, intake_id=notice.intake_id).pack(),
        )
        for theme in THEMES
    ]
    pairs = zip(taps[::2], [*taps[1::2], None], strict=False)
    return tuple((one, other) if other else (one,) for one, other in pairs)


def _need(notice: ChooseIntakeNeeds, need: str, speech: Speech) -> Button:
    words = need_words(need, speech)
    shown = fitting(f"{CHOSEN}{words}") if need in notice.chosen else words
    return Button(shown, IntakeNeedTap(need=need, intake_id=notice.intake_id).pack())


def _tap(step: IntakeStep, intake_id: int) -> str:
    return IntakeTap(step=step, intake_id=intake_id).pack()
