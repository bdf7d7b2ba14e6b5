"""How a duo is, in five seconds: its weeks, its hours, what comes next and what is promised."""

from collections.abc import Iterable
from datetime import datetime

from bot.cards.active_weeks.reasons import reason_words
from bot.cards.active_weeks.weeks import since_when
from bot.cards.buttons import Place
from bot.cards.card import Button, Card, Mention, fitting, one_a_row, paragraphs
from bot.cards.convention.ways import way_to_beginning
from bot.cards.duo_view_buttons import DuosTap, DuoViewTap
from bot.cards.ways import labelled, way
from bot.cards.week_marks import how_long, legend_line, week_letter, week_words
from bot.i18n import Speech
from bot.programme.cases import Reason
from bot.programme.duo_weeks import Why, monday_of
from bot.programme.how_it_goes import Trend, how_it_goes
from bot.programme.notices import DuoCard, ListedDuo, MyDuos
from bot.programme.programme import Programme

Whys = tuple[tuple[str, int], ...]
Rests = tuple[tuple[str, str], ...]


def duo_card(notice: DuoCard, speech: Speech, programme: Programme) -> Card:
    """First what asks for a person, then what is to come, then the weeks, the newest first."""
    names = (notice.mentee, notice.mentor)
    since = speech.date(datetime.fromisoformat(notice.since), programme.zone)
    text = paragraphs(
        "\n".join((names_of(*names, speech), *since_when(notice, since, speech))),
        "\n".join(_needs(notice, speech)),
        "\n".join(_to_come(notice, speech, programme)),
        _weeks(notice, speech),
        "\n".join(_together(notice, speech)),
        "\n".join(_promises(notice, speech, programme)),
        speech.say("Tap a name to write to that person."),
    )
    cases = (way(Place.MY_CASES, speech),) if notice.has_own_cases else ()
    onward = one_a_row(
        *way_to_beginning(notice, speech),
        *cases,
        way(Place.MY_DUOS, speech),
        way(Place.MENU, speech),
    )
    return Card(text, onward, tuple(map(Mention, names, notice.telegram_ids)))


def my_duos(notice: MyDuos, speech: Speech, programme: Programme) -> Card:
    """The duos by number, each with its last weeks in words, and a button each."""
    if not notice.duos:
        text = speech.say("You have no duos now.")
        return Card(text, one_a_row(way(Place.NEW_PEOPLE, speech), way(Place.MENU, speech)))
    listed = list(enumerate(notice.duos, notice.first + 1))
    entries = [_entry(number, duo, speech, programme) for number, duo in listed]
    taps = [
        duo_button(number, duo_id, mentee, mentor, speech)
        for number, (duo_id, mentee, mentor, *_) in listed
    ]
    more = _other_pages(notice, speech)
    lead = speech.say("Your duos, with their last weeks. The newest week comes first.")
    text = paragraphs(lead, *entries)
    return Card(text, one_a_row(*taps, *more, way(Place.MENU, speech)))


def names_of(mentee: str, mentor: str, speech: Speech) -> str:
    """The two of a duo."""
    return speech.say("{mentee} and {mentor}", mentee=mentee, mentor=mentor)


def duo_button(number: int, duo_id: int, mentee: str, mentor: str, speech: Speech) -> Button:
    """The button that leads to a duo of a list; the number tells two of one name apart."""
    words = fitting(f"{number}. {names_of(mentee, mentor, speech)}")
    return Button(words, DuoViewTap(duo_id=duo_id).pack())


def why_words(why: str, weeks: int, mentee: str, speech: Speech) -> str:
    """Why a duo needs a person, as a part of a line."""
    words = {
        Why.ASKED: speech.say("one of them wants to talk to you"),
        Why.HARD: speech.say("it is hard for {mentee} now", mentee=mentee),
        Why.CALL: speech.say("no answer for weeks, please call"),
        Why.UNREACHABLE: speech.say("my letters do not arrive, please call"),
        Why.NO_MEETINGS: speech.say_many(
            "no meeting that I know of for {count} week",
            "no meeting that I know of for {count} weeks",
            weeks,
        ),
        Why.OPEN_CASE: speech.say("a question about them is still open"),
        Why.DIFFERS: speech.say("two answers that differ, please ask how it went"),
        Why.GOES_LESS_WELL: speech.say("it goes less well for {mentee}", mentee=mentee),
        Why.FIRST_MEETING: speech.say("no first meeting is planned yet"),
    }
    return words[Why(why)]


def first_why(whys: Whys, mentee: str, speech: Speech) -> str:
    """What cannot wait, as a part of a line; the card of the duo says the rest."""
    return why_words(*whys[0], mentee, speech) if whys else ""


def _needs(notice: DuoCard, speech: Speech) -> Iterable[str]:
    for why, weeks in notice.needs:
        words = why_words(why, weeks, notice.mentee, speech)
        yield speech.say("For you: {words}.", words=words)


def _weeks(notice: DuoCard, speech: Speech) -> str:
    """A row of letters with what they stand for, then each week in words."""
    if not notice.weeks:
        return speech.say("I have not asked them yet if they met.")
    marks = [mark for _, mark, _ in notice.weeks]
    row = " ".join(week_letter(mark, speech) for mark in marks)
    return "\n".join(
        [
            speech.say("Weeks, newest first: {row}", row=row),
            legend_line(marks, speech),
            *(_week(*one, speech) for one in notice.weeks),
        ]
    )


def _week(key: str, mark: str, minutes: int, speech: Speech) -> str:
    monday, words = speech.day_of_month(monday_of(key)), week_words(mark, speech)
    if not minutes:
        return speech.say("• week of {monday}: {words}", monday=monday, words=words)
    length = how_long(minutes, speech)
    return speech.say(
        "• week of {monday}: {words}, {length}", monday=monday, words=words, length=length
    )


def _together(notice: DuoCard, speech: Speech) -> Iterable[str]:
    """Hours and how it goes, as far as they told."""
    if notice.minutes:
        length = how_long(notice.minutes, speech)
        yield speech.say("Together in the last 4 weeks: about {length}.", length=length)
    if notice.feelings:
        yield _how_it_goes(notice, speech)


def _how_it_goes(notice: DuoCard, speech: Speech) -> str:
    steps = ", ".join(_step(*one, speech) for one in notice.feelings)
    said = speech.say(
        "How it goes for {mentee}, from 1 to 5, by week: {steps}.",
        mentee=notice.mentee,
        steps=steps,
    )
    where = how_it_goes([feeling for _, feeling in notice.feelings])
    return f"{said} {_trend_words(where, speech)}" if where else said


def _step(week: str, feeling: int, speech: Speech) -> str:
    return labelled(speech.day_of_month(monday_of(week), short=True), str(feeling), speech)


def _trend_words(where: Trend, speech: Speech) -> str:
    words = {
        Trend.STILL_HARD: speech.say("It is still hard."),
        Trend.BETTER: speech.say("It goes better."),
        Trend.A_LITTLE_BETTER: speech.say("It goes a little better."),
        Trend.SAME: speech.say("It goes about the same."),
        Trend.A_LITTLE_LESS: speech.say("It goes a little less well."),
        Trend.LESS: speech.say("It goes less well."),
    }
    return words[where]


def _to_come(notice: DuoCard, speech: Speech, programme: Programme) -> Iterable[str]:
    if notice.next_meeting:
        yield speech.say(
            "Next meeting: {when}", when=_when(notice.next_meeting, speech, programme)
        )
    else:
        yield speech.say("No meeting is planned.")
    yield from _breaks(notice.rests, speech, programme)
    for name, reason in notice.reasons:
        words = reason_words(reason, speech)
        yield speech.say("Why, as {name} says: {reason}.", name=name, reason=words)
    if notice.next_question:
        yield _next_question(notice, speech, programme)
    elif notice.rests:
        yield speech.say("I ask them again when the break is over.")


def _next_question(notice: DuoCard, speech: Speech, programme: Programme) -> str:
    when = _when(notice.next_question, speech, programme)
    if notice.rests:
        return speech.say("Next question, after the break: {when}", when=when)
    return speech.say("Next question: {when}", when=when)


def _breaks(rests: Rests, speech: Speech, programme: Programme) -> Iterable[str]:
    for name, until in rests:
        if until:
            back = speech.date(datetime.fromisoformat(until), programme.zone)
            yield speech.say("{name} takes a break until {date}.", name=name, date=back)
        else:
            yield speech.say("{name} takes a break.", name=name)


def _promises(notice: DuoCard, speech: Speech, programme: Programme) -> Iterable[str]:
    """What waits for an answer."""
    if notice.cases:
        yield speech.say("Open cases:")
    for reason, name, since in notice.cases:
        day = speech.date(datetime.fromisoformat(since), programme.zone)
        what = _about(reason, name, speech)
        yield speech.say("• {what}, since {date}", what=what, date=day)


def _about(reason: str, name: str, speech: Speech) -> str:
    """Why it is open, where that may be said to the reader."""
    words = {
        Reason.ASKED: speech.say("{name} wants to talk", name=name),
        Reason.OBSTACLE: speech.say("something is in the way for {name}", name=name),
        Reason.SILENT: speech.say("no answer from {name} for weeks, please call", name=name),
        Reason.NO_MEETINGS: speech.say("no meetings for weeks, please contact them"),
    }
    known = {why.value: said for why, said in words.items()}
    return known.get(reason) or speech.say("please contact {name}", name=name)


def _when(instant: str, speech: Speech, programme: Programme) -> str:
    return speech.day_and_time(datetime.fromisoformat(instant), programme.zone)


def _entry(number: int, duo: ListedDuo, speech: Speech, programme: Programme) -> str:
    _, mentee, mentor, marks, whys, rests = duo
    said = ", ".join(week_words(mark, speech) for mark in marks)
    said = said or speech.say("I have not asked them yet if they met.")
    needs = first_why(whys, mentee, speech)
    lines = (
        f"{number}. {names_of(mentee, mentor, speech)}",
        speech.say("For you: {words}.", words=needs) if needs else "",
        *_breaks(rests, speech, programme),
        said,
    )
    return "\n".join(line for line in lines if line)


def _other_pages(notice: MyDuos, speech: Speech) -> Iterable[Button]:
    """To the next page, and from the last one to the first."""
    shown = len(notice.duos)
    if notice.first + shown < notice.total:
        page = notice.first // shown + 1
        yield Button(speech.button("More duos"), DuosTap(page=page).pack())
    elif notice.first:
        yield Button(speech.button("The first duos"), DuosTap().pack())
