"""How far a duo is that begins, and planning its first meeting, as the coach reads of it."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.cards.buttons import Place
from bot.cards.calendar import holiday_lines, moments, short_moment, wall_day, wall_time
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.cards.convention.buttons import (
    FirstDayTap,
    FirstStep,
    FirstTap,
    FirstTimeTap,
    FollowStep,
    FollowTap,
    PartTap,
)
from bot.cards.convention.signed import told_signature
from bot.cards.meeting_buttons import carried_wall
from bot.cards.off_telegram.by_phone import to_call_lines
from bot.cards.ways import labelled, role_name, way
from bot.cards.work.words import times_words
from bot.i18n import Speech
from bot.programme.conventions.first_times import MOST_OFFERED
from bot.programme.notices.convention import ChooseFirstTimes, DuoToStart, FirstForWhom
from bot.programme.programme import Programme

HOURS_A_ROW = 3
MOST_DUOS = 10


def duo_to_start(notice: DuoToStart, speech: Speech, programme: Programme) -> Card:
    """What is new, how far it is, and the next sensible thing first."""
    del programme
    text = paragraphs(
        _two(notice, speech),
        _news(notice, speech),
        _how_far(notice, speech),
        "\n".join(_signatures(notice, speech)),
    )
    return Card(text, one_a_row(*_next(notice, speech), way(Place.MY_DUOS, speech)))


def choose_first_times(notice: ChooseFirstTimes, speech: Speech, programme: Programme) -> Card:
    """Days with a free hour, or the free hours of one; what is chosen stands above."""
    del programme
    names = {"mentee": notice.mentee, "mentor": notice.mentor}
    asks = (
        speech.say("Which hour suits you on {day}?", day=wall_day(f"{notice.day}T00:00", speech))
        if notice.day
        else speech.say(
            "When can you meet {mentee} and {mentor}? Choose up to {count} times.",
            **names,
            count=MOST_OFFERED,
        )
    )
    chosen = speech.say("You offer:") + "\n" + moments(notice.chosen, speech)
    text = paragraphs(
        _two(notice, speech),
        _refused(notice, speech),
        _when_they_can(notice, speech),
        chosen if notice.chosen else "",
        speech.say("It is online.") if notice.online else speech.say("It is at our office."),
        asks if len(notice.chosen) < MOST_OFFERED else "",
        holiday_lines([f"{notice.day}T00:00"], speech) if notice.day else "",
    )
    return Card(text, (*_choices(notice, speech), *one_a_row(*_sending(notice, speech))))


def first_for_whom(notice: FirstForWhom, speech: Speech, programme: Programme) -> Card:
    """With a name beside the time there is no doubt."""
    del programme
    text = speech.say("For which duo is it? Write the time once more with a name, or tap.")
    taps = []
    for duo, mentee, mentor in notice.duos[:MOST_DUOS]:
        words = fitting(speech.say("{mentee} and {mentor}", mentee=mentee, mentor=mentor))
        taps.append(Button(words, FirstTap(step=FirstStep.PLAN, duo_id=duo).pack()))
    return Card(text, one_a_row(*taps, way(Place.MY_DUOS, speech)))


def _two(notice: DuoToStart | ChooseFirstTimes, speech: Speech) -> str:
    return speech.say("{mentee} and {mentor}", mentee=notice.mentee, mentor=notice.mentor)


def _when_they_can(notice: ChooseFirstTimes, speech: Speech) -> str:
    """What each of the two told, so that nobody offers what cannot suit."""
    names = (notice.mentee, notice.mentor)
    lines = [
        speech.say("{name} has time: {times}.", name=name, times=words)
        for name, times in zip(names, notice.said, strict=False)
        if (words := times_words(times, speech))
    ]
    return "\n".join(lines)


def _refused(notice: ChooseFirstTimes, speech: Speech) -> str:
    words = {
        "no_time": speech.say("First choose a time that is still to come."),
        "not_free": speech.say("At some of these times not all three of you are free."),
    }
    return words.get(notice.refused, "")


def _news(notice: DuoToStart, speech: Speech) -> str:
    name = notice.about
    words = {
        "new": speech.say("Both said yes. They wait for a first meeting with you."),
        "sent": _sent(notice, speech),
        "none_suits": speech.say("No time suits {name}. Please offer other times.", name=name),
        "none_common": speech.say("No time suits both of them. Please offer other times."),
        "times_over": speech.say(
            "The times that you offered are over, and none suited both. Please offer other times."
        ),
        "other_time": speech.say("{name} asks for another time.", name=name),
        "cancelled": speech.say("{name} cannot come. Please plan another time.", name=name),
        "was_it_held": speech.say("Did you meet, all three of you?"),
        "later": speech.say(
            "{name} does not sign yet. A talk may help, without hurry.", name=name
        ),
        "reminded": to_call_lines(notice.called, speech)
        or speech.say("{name} gets one friendly reminder from me.", name=name),
        "objected": speech.say(
            "{name} says: I did not sign on paper. Please talk to {name}.", name=name
        ),
    }
    return words.get(notice.news, "")


def _sent(notice: DuoToStart, speech: Speech) -> str:
    """Only who is on Telegram is asked there."""
    asked = [one for one in (notice.mentee, notice.mentor) if one not in notice.called]
    if not notice.called:
        return speech.say("I ask both of them which time suits.")
    lines = [speech.say("I ask {name} which time suits.", name=one) for one in asked]
    return "\n".join([*lines, to_call_lines(notice.called, speech)])


def _how_far(notice: DuoToStart, speech: Speech) -> str:
    if notice.state == "active":
        return speech.say("They meet each week now.")
    if notice.state == "signing":
        return speech.say("The first meeting is over. Now all three of you can sign.")
    if notice.meeting:
        moment = datetime.fromisoformat(notice.meeting)
        told = speech.day_and_time(moment, ZoneInfo(notice.zone))
        return speech.say("Your first meeting with them: {moment}.", moment=told)
    if notice.waits:
        return speech.say("They have not found a time that suits both yet.")
    return speech.say("The first meeting is not planned yet.")


def _signatures(notice: DuoToStart, speech: Speech) -> Iterable[str]:
    """Who has signed, and when; before the time for it nothing."""
    for role, name, when, how in notice.signed:
        who = f"{name} ({role_name(role, speech)})"
        told = told_signature(when, how, speech, ZoneInfo(notice.zone))
        yield labelled(who, told or speech.say("not signed yet"), speech)


def _next(notice: DuoToStart, speech: Speech) -> Iterable[Button]:
    if notice.state == "starting":
        yield from _meeting_buttons(notice, speech)
        return
    if notice.news == "was_it_held":
        yield _first(FirstStep.HELD, speech.button("Yes, we met"), notice)
        yield _first(FirstStep.NOT_HELD, speech.button("No, not yet"), notice)
    words = speech.button("Our agreement") if notice.mine else speech.button("Read and sign")
    yield Button(words, PartTap(duo_id=notice.duo_id).pack())
    for person_id, (_, name, when, _) in zip(notice.people, notice.signed, strict=False):
        if not when:
            yield _follow(
                FollowStep.REMIND, speech.button("Remind {name}", name=name), person_id, notice
            )
            yield _follow(
                FollowStep.PAPER, speech.button("On paper: {name}", name=name), person_id, notice
            )


def _meeting_buttons(notice: DuoToStart, speech: Speech) -> Iterable[Button]:
    planned = bool(notice.meeting)
    words = speech.button("Another time") if planned else speech.button("Plan it")
    yield _first(FirstStep.PLAN, words, notice)
    yield _first(FirstStep.HELD, speech.button("We have met"), notice)
    if planned:
        yield _first(FirstStep.CANCEL, speech.button("I cannot come"), notice)


def _first(step: FirstStep, words: str, notice: DuoToStart) -> Button:
    return Button(words, FirstTap(step=step, duo_id=notice.duo_id).pack())


def _follow(step: FollowStep, words: str, person_id: int, notice: DuoToStart) -> Button:
    tap = FollowTap(step=step, duo_id=notice.duo_id, person_id=person_id).pack()
    return Button(fitting(words), tap)


def _choices(notice: ChooseFirstTimes, speech: Speech) -> tuple[tuple[Button, ...], ...]:
    if len(notice.chosen) >= MOST_OFFERED:
        return ()
    if notice.day:
        hours = [
            Button(wall_time(at, speech),
                   FirstTimeTap(at=carried_wall(at), duo_id=notice.duo_id).pack())
            for at in notice.hours
            if at not in notice.chosen
        ]  # fmt: skip
        return tuple(tuple(hours[n : n + HOURS_A_ROW]) for n in range(0, len(hours), HOURS_A_ROW))
    days = [
        Button(
            short_moment(f"{day}T00:00", speech).split(",")[0],
            FirstDayTap(duo_id=notice.duo_id, day=datetime.fromisoformat(day).date()).pack(),
        )
        for day in notice.days
    ]
    return tuple(tuple(days[n : n + 2]) for n in range(0, len(days), 2))


def _sending(notice: ChooseFirstTimes, speech: Speech) -> Iterable[Button]:
    for at in notice.chosen:
        words = speech.button("Not {moment}", moment=short_moment(at, speech))
        yield Button(
            fitting(words), FirstTimeTap(at=carried_wall(at), duo_id=notice.duo_id).pack()
        )
    if notice.chosen:
        yield _tap(FirstStep.SEND, speech.button("Send to both"), notice)
    place = speech.button("At our office") if notice.online else speech.button("Online")
    yield _tap(FirstStep.PLACE, place, notice)
    if notice.day:
        yield _tap(FirstStep.PLAN, speech.button("Another day"), notice)
    yield _tap(FirstStep.SHOW, speech.button("Go back"), notice)


def _tap(step: FirstStep, words: str, notice: ChooseFirstTimes) -> Button:
    return Button(words, FirstTap(step=step, duo_id=notice.duo_id).pack())
