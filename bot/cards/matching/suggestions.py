"""What a coach reads of who could be put to whom."""

from collections.abc import Iterable

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.cards.matching.buttons import (
    MatchStep,
    MatchTap,
    MentorsTap,
    PairStep,
    PairTap,
    ToMatchTap,
)
from bot.cards.matching.words import condition_words, criterion_words, times_words
from bot.cards.opening_sentence import language_name
from bot.cards.ways import way
from bot.i18n import Speech, isolated
from bot.programme.matching.conditions import Condition
from bot.programme.notices.matching import MentorsFor, PairShown, ToMatch
from bot.programme.programme import Programme

PAGE = 10


def to_match(notice: ToMatch, speech: Speech, programme: Programme) -> Card:
    """Who waits for a duo, and who waits for an answer."""
    del programme
    back = (way(Place.WORK, speech), way(Place.MENU, speech))
    if not notice.mentees and not notice.waiting:
        text = paragraphs(
            speech.say("No mentee waits for a duo now."), _free(notice.free_mentors, speech)
        )
        return Card(text, one_a_row(*back))
    rows = [
        _row(number, name, mentor, speech)
        for number, (_, name, _, mentor) in enumerate(notice.mentees, notice.first + 1)
    ]
    text = paragraphs(
        speech.say("They wait for a duo. The name behind is the mentor who fits best.")
        if rows
        else "",
        "\n".join(rows),
        _free(notice.free_mentors, speech),
        speech.say("You decide, and then the two decide.") if rows else "",
        speech.say("Some wait for an answer. Tap them below.") if notice.waiting else "",
    )
    return Card(text, one_a_row(*_mentee_buttons(notice), *_waiting(notice, speech),
                                *_pages(notice, speech), *back))  # fmt: skip


def mentors_for(notice: MentorsFor, speech: Speech, programme: Programme) -> Card:
    """The mentors for one mentee; of the best few also what speaks for them."""
    lines = [
        speech.say("{number}. {name}: {points} of {most} points", number=number,
                   name=isolated(name), points=points, most=notice.most)
        for number, (_, name, points) in enumerate(notice.fitting, notice.first + 1)
    ]  # fmt: skip
    best = [
        "\n".join([line, *_given((one for one in why if one[1]), speech, programme)])
        for line, why in zip(lines, notice.why, strict=False)
    ]
    text = paragraphs(
        _head(notice, speech),
        *best,
        "\n".join(lines[len(best) :]),
        speech.say("The points are only a help. Tap a name to see everything.") if lines else "",
        speech.say("With the others something is in the way. Tap one to see what.")
        if notice.others
        else "",
    )
    shown = [(mentor, name) for mentor, name, _ in notice.fitting]
    taps = [
        Button(fitting(name), _pair_tap(notice.mentee_id, mentor))
        for mentor, name in (*shown, *notice.others)
    ]
    back = (way(Place.MATCH, speech), way(Place.MENU, speech))
    return Card(text, (*one_a_row(*taps), *_turns(notice, speech), *one_a_row(*back)))


def _head(notice: MentorsFor, speech: Speech) -> str:
    if notice.fitting:
        return speech.say("Mentors for {mentee}, who fits best comes first.",
                          mentee=notice.mentee)  # fmt: skip
    if notice.first:
        return isolated(notice.mentee)
    return speech.say("No mentor fits {mentee} now.", mentee=notice.mentee)


def _turns(notice: MentorsFor, speech: Speech) -> tuple[tuple[Button, ...], ...]:
    """Back and on, beside each other."""
    page, turns = notice.first // PAGE, []
    if page:
        tap = MentorsTap(mentee_id=notice.mentee_id, page=page - 1).pack()
        turns.append(Button(speech.button("Those before"), tap))
    if notice.first + PAGE < notice.total:
        tap = MentorsTap(mentee_id=notice.mentee_id, page=page + 1).pack()
        turns.append(Button(speech.button("Those after"), tap))
    return (tuple(turns),) if turns else ()


def pair_shown(notice: PairShown, speech: Speech, programme: Programme) -> Card:
    """Two people side by side."""
    stands = [condition_words(one, speech) for one in notice.in_the_way]
    names = {"mentee": notice.mentee, "mentor": notice.mentor}
    text = paragraphs(
        speech.say("{mentee} and {mentor}", **names),
        "\n".join([speech.say("This is in the way:"), *stands]) if stands else "",
        "\n".join(_known(notice, speech)),
        "\n".join(_points(notice, speech, programme)),
        speech.say("They do not read each other's name before both say yes.")
        if not stands
        else "",
    )
    again = notice.in_the_way == (Condition.BEFORE,)
    ask = (_ask(notice, speech, again=again),) if again or not stands else ()
    mentors = Button(speech.button("Other mentors"), MentorsTap(mentee_id=notice.mentee_id).pack())
    return Card(text, one_a_row(*ask, mentors, way(Place.MATCH, speech)))


def _row(number: int, name: str, mentor: str, speech: Speech) -> str:
    if mentor:
        return f"{number}. {isolated(name)}: {isolated(mentor)}"
    return f"{number}. " + speech.say("{name}: nobody fits now", name=name)


def _free(mentors: int, speech: Speech) -> str:
    return speech.say_many("{count} mentor is free.", "{count} mentors are free.", mentors)


def _mentee_buttons(notice: ToMatch) -> Iterable[Button]:
    for number, (mentee, name, *_) in enumerate(notice.mentees, notice.first + 1):
        yield Button(fitting(f"{number}. {name}"), MentorsTap(mentee_id=mentee).pack())


def _waiting(notice: ToMatch, speech: Speech) -> Iterable[Button]:
    for match, mentee, mentor in notice.waiting[:PAGE]:
        words = fitting(speech.say("{mentee} and {mentor}", mentee=mentee, mentor=mentor))
        yield Button(words, MatchTap(match_id=match, step=MatchStep.SHOW).pack())


def _pages(notice: ToMatch, speech: Speech) -> Iterable[Button]:
    """To the next page, and from the last one to the first."""
    if notice.first + len(notice.mentees) < notice.total:
        page = notice.first // PAGE + 1
        yield Button(speech.button("Show the next ones"), ToMatchTap(page=page).pack())
    elif notice.first:
        yield Button(speech.button("Show the first ones"), ToMatchTap().pack())


def _known(notice: PairShown, speech: Speech) -> Iterable[str]:
    if notice.languages:
        names = (language_name(one, speech.language) for one in notice.languages)
        yield speech.say("They both speak {languages}.", languages=speech.listed(names))
    if notice.times:
        times = speech.listed(times_words(notice.times[:3], speech))
        yield speech.say("They are both free: {times}.", times=times)
    untold = {
        "times": speech.say("One of them did not say when they are free. Please ask."),
        "sector": speech.say("One of them did not tell which work. Please ask."),
    }
    yield from (untold[one] for one in notice.untold)


def _points(notice: PairShown, speech: Speech, programme: Programme) -> Iterable[str]:
    got = sum(points for _, points, *_ in notice.points)
    most = sum(most for _, _, most, _ in notice.points)
    yield speech.say("{points} of {most} points:", points=got, most=most)
    yield from _given(notice.points, speech, programme)


def _given(
    points: Iterable[tuple[str, int, int, tuple[str, ...]]], speech: Speech, programme: Programme
) -> Iterable[str]:
    """What each criterion gives, in words."""
    for criterion, got, most, facts in points:
        what = criterion_words(criterion, facts, speech, programme)
        yield speech.say("• {what}: {points} of {most}", what=what, points=got, most=most)


def _pair_tap(mentee_id: int, mentor_id: int) -> str:
    return PairTap(step=PairStep.SHOW, mentee_id=mentee_id, mentor_id=mentor_id).pack()


def _ask(notice: PairShown, speech: Speech, *, again: bool) -> Button:
    words = speech.button("Both want it: ask again") if again else speech.button("Ask both")
    step = PairStep.AGAIN if again else PairStep.ASK
    ids = {"mentee_id": notice.mentee_id, "mentor_id": notice.mentor_id}
    return Button(words, PairTap(step=step, **ids).pack())
