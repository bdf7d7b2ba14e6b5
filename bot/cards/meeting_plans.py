"""Times that one of a duo plans to offer."""

from collections.abc import Sequence

from bot.cards.buttons import Place
from bot.cards.calendar import holiday_lines, moments, short_moment, wall_moment
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.cards.meeting_buttons import (
    MonthTap,
    PlanStep,
    PlanTap,
    TimeStep,
    TimeTap,
    carried_wall,
)
from bot.cards.meeting_spots import hours_hint, spot_lines
from bot.cards.meetings import usual_line, usual_words
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.meetings import Note, Refusal
from bot.programme.notices import AskTime, ConfirmTimes, PlanMeeting
from bot.programme.programme import Programme
from bot.programme.when import Why


def plan_meeting(notice: PlanMeeting, speech: Speech, programme: Programme) -> Card:
    """Times to choose from; what is chosen stands in the text."""
    text = paragraphs(
        refusal_words(notice.refused, speech),
        before_line(notice.before, notice.partner, speech),
        _chosen(notice, speech),
        holiday_lines(dict.fromkeys((*notice.chosen, *notice.suggested)), speech),
        usual_line(notice.usual, speech, next_week=notice.next_week),
        _spot(notice, speech, programme),
    )
    return Card(text, one_a_row(*_plan_buttons(notice, speech)))


def confirm_times(notice: ConfirmTimes, speech: Speech, programme: Programme) -> Card:
    """What was understood, in full, before it is sent."""
    understood = speech.say(
        "I understand: {moment}.", moment=wall_moment(notice.understood, speech)
    )
    others = [one for one in notice.chosen if one != notice.understood]
    also = f"{speech.say('You chose before:')}\n{moments(others, speech)}" if others else ""
    text = paragraphs(
        theirs_lines(notice.theirs, notice.partner, speech),
        understood,
        _note(notice.note, speech),
        holiday_lines([notice.understood], speech),
        also,
        before_line(notice.before, notice.partner, speech),
        _spot(notice, speech, programme),
        speech.say("Propose this to {partner}?", partner=notice.partner),
    )
    draft = notice.draft_id
    rows = one_a_row(
        _send(draft, notice.partner, speech),
        Button(speech.button("Another time too"), _plan(PlanStep.SHOW, draft)),
        Button(speech.button("Choose the place"), _plan(PlanStep.PLACES, draft)),
        Button(speech.button("Do not propose it"), _plan(PlanStep.DROP, draft)),
    )
    return Card(text, rows)


def ask_time(notice: AskTime, speech: Speech, programme: Programme) -> Card:
    """What was not clear, with what it may have been."""
    del programme
    draft = notice.draft_id
    asks = speech.say("Which one do you mean?") if notice.choices else ""
    write = speech.say("You can also write day and hour, such as “Tuesday at 14:00”.")
    choices = [
        Button(
            fitting(short_moment(at, speech)),
            TimeTap(draft_id=draft, at=carried_wall(at), step=TimeStep.TAKE).pack(),
        )
        for at in notice.choices
    ]
    why = why_asked_back(notice.why, speech)
    text = paragraphs(why, asks, moments(notice.choices, speech), write)
    more = Button(
        speech.button("Choose a day"), MonthTap(draft_id=draft, month=notice.month).pack()
    )
    drop = Button(speech.button("Plan nothing"), _plan(PlanStep.DROP, draft))
    return Card(text, one_a_row(*choices, more, drop, way(Place.COACH, speech)))


def refusal_words(refused: str, speech: Speech) -> str:
    """Why the last time could not be chosen."""
    words = {
        "": "",
        Refusal.PAST: speech.say("That time is past."),
        Refusal.FAR: speech.say("That is too far away. Choose a day within six months."),
        Refusal.BUSY: speech.say("You already have a meeting then."),
        Refusal.ENOUGH: speech.say("Six times are enough. Take one out first."),
    }
    return words[refused]


def before_line(before: str, partner: str, speech: Speech) -> str:
    """The meeting that would be moved stays until the other one says yes."""
    if not before:
        return ""
    moment = wall_moment(before, speech)
    return speech.say(
        "Your meeting of {moment} stays until {partner} says yes.", moment=moment, partner=partner
    )


def theirs_lines(theirs: Sequence[str], partner: str, speech: Speech) -> str:
    """Times that the other one has offered."""
    if not theirs:
        return ""
    says = speech.say("{partner} has just proposed:", partner=partner)
    return f"{says}\n{moments(theirs, speech)}"


def _spot(notice: PlanMeeting | ConfirmTimes, speech: Speech, programme: Programme) -> str:
    where = spot_lines(notice.place, notice.branch, speech, programme)
    return "\n".join(one for one in (where, hours_hint(notice.place, speech)) if one)


def _chosen(notice: PlanMeeting, speech: Speech) -> str:
    """What is chosen, or what one can do to choose."""
    if not notice.chosen:
        return paragraphs(
            speech.say("When do you want to meet {partner}?", partner=notice.partner),
            speech.say("Tap one or more times, or write day and hour."),
        )
    says = speech.say("You chose for {partner}:", partner=notice.partner)
    return f"{says}\n{moments(notice.chosen, speech)}"


def _plan_buttons(notice: PlanMeeting, speech: Speech) -> list[Button]:
    """What can be chosen first, then what is chosen, then the ways on."""
    draft = notice.draft_id
    free = [one for one in notice.suggested if one not in notice.chosen]
    times = [Button(fitting(short_moment(at, speech)), _turn(draft, at)) for at in free]
    out = [Button(_leave_out(at, speech), _turn(draft, at)) for at in notice.chosen]
    if notice.chosen:
        first = [_send(draft, notice.partner, speech)]
    else:
        first = [*_usual(notice, speech), *_all(notice, speech)]
    return [
        *first,
        *times,
        *out,
        Button(speech.button("Another day"), MonthTap(draft_id=draft, month=notice.month).pack()),
        Button(speech.button("Choose the place"), _plan(PlanStep.PLACES, draft)),
        way(Place.COACH, speech),
    ]


def _usual(notice: PlanMeeting, speech: Speech) -> list[Button]:
    """One tap sends the usual time."""
    if not notice.usual:
        return []
    tap = TimeTap(draft_id=notice.draft_id, at=carried_wall(notice.usual), step=TimeStep.ONLY)
    return [Button(usual_words(speech, next_week=notice.next_week), tap.pack())]


def _all(notice: PlanMeeting, speech: Speech) -> list[Button]:
    """One tap sends all that is suggested."""
    if len(notice.suggested) < 2:  # noqa: PLR2004  # "all of these" are more than one
        return []
    return [Button(speech.button("Offer all of these"), _plan(PlanStep.ALL, notice.draft_id))]


def _leave_out(at: str, speech: Speech) -> str:
    return fitting(speech.button("Not {moment}", moment=short_moment(at, speech)))


def _send(draft: int, partner: str, speech: Speech) -> Button:
    words = speech.button("Send to {partner}", partner=partner)
    return Button(fitting(words), _plan(PlanStep.SEND, draft))


def _note(note: str, speech: Speech) -> str:
    words = {
        Note.NONE: "",
        Note.SKIPPED: speech.say(
            "The clock changes that night, and that hour does not come. So I take this one."
        ),
        Note.TWICE: speech.say(
            "The clock changes that night, and that hour comes twice. I take the first one."
        ),
    }
    return words[Note(note)]


def why_asked_back(why: str, speech: Speech) -> str:
    """Why a time is asked back; what needs no reason gets none."""
    words = {
        Why.NO_DAY: speech.say("I do not know which day you mean."),
        Why.NO_TIME: speech.say("I do not know which hour you mean."),
        Why.PAST: speech.say("That time is past."),
        Why.IMPOSSIBLE: speech.say("That day or hour does not exist."),
        Why.SKIPPED: speech.say("The clock changes that night, and that hour does not come."),
        Why.REPEATED: speech.say("I plan one meeting at a time."),
        Why.FAR: speech.say("That is too far away. Choose a day within six months."),
        Why.DIFFERENT: speech.say("The day of the week and the date do not go together."),
    }
    return words.get(Why(why), "") if why else speech.say("I did not understand the time.")


def _turn(draft: int, at: str) -> str:
    return TimeTap(draft_id=draft, at=carried_wall(at), step=TimeStep.TURN).pack()


def _plan(step: PlanStep, draft: int) -> str:
    return PlanTap(step=step, draft_id=draft).pack()
