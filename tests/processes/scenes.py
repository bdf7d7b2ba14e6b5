"""What people do so that a kill point is passed: who is needed first, and what happens then."""

import random
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from bot.cards import put_into_words
from bot.programme.notices import AskQuestion
from bot.programme.programme import Programme
from bot.programme.registration import Question
from tests.processes.evidence import SPEECH
from tests.processes.kill_points import CASES, CLOCK, POST, REGISTRATION, WITHDRAWAL
from tests.processes.newcomers import A_MINUTE, Newcomers

Act = Callable[[], Awaitable[object]]
Scene = Callable[[Newcomers], Awaitable[Act]]

DUOS_AT_ONCE = 3
SILENT_FOR = timedelta(days=3, minutes=1)  # a minute more than the sample programme's patience
LINE_IS_OPEN = "go:line_stop"
ALREADY_IN_A_DUO = 0.5  # of those who cry for help
CRIES = {"nl": "ik wil dood", "fr": "je veux mourir", "en": "I want to die"}
HOW_ANSWERED = {
    Question.CONSENT: "ch:consent:yes",
    Question.ROLE: "ch:role:mentee",
    Question.BRANCH: "ch:branch:brussels",
    Question.ROOTS: "ch:roots:yes",
    Question.RIGHT_TO_WORK: "ch:right_to_work:yes",
    Question.LANGUAGES: "ch:languages:skip",
    Question.SECTOR: "ch:sector:care",
    Question.TIMES: "ch:times:evenings",
    Question.SOURCE: "ch:source:friend",
    Question.HOPE: "ch:hope:skip",
}
HOW_WRITTEN = {Question.YEAR_OF_BIRTH: "1999", Question.PHONE: "skip"}
# What somebody who looks for work is asked.
ASKED = (Question.LANGUAGE, Question.FIRST_NAME, *HOW_ANSWERED, *HOW_WRITTEN)


async def small_talk(newcomers: Newcomers) -> Act:
    """Somebody new says hello, or asks for help."""
    phone = await newcomers.stranger()
    words = newcomers.chance.choice(["/start", "/help", "hello there"])
    return lambda: phone.says(words)


async def an_answer(newcomers: Newcomers) -> Act:
    """Somebody answers any question of the registration."""
    asked = newcomers.chance.choice(ASKED)
    return await _answering(newcomers, asked)


async def a_consent(newcomers: Newcomers) -> Act:
    return await _answering(newcomers, Question.CONSENT)


async def _answering(newcomers: Newcomers, asked: Question) -> Act:
    phone = await newcomers.registrant(asked)
    match asked:
        case Question.LANGUAGE:
            return lambda: phone.taps(f"sp:{phone.language}")
        case Question.FIRST_NAME:
            name = newcomers.a_name()
            return lambda: phone.says(name)
        case Question.YEAR_OF_BIRTH | Question.PHONE:
            return lambda: phone.says(HOW_WRITTEN[asked])
        case _:
            return lambda: phone.taps(HOW_ANSWERED[asked])


async def a_week(newcomers: Newcomers) -> Act:
    """The hour of several duos comes."""

    async def act() -> None:
        for _ in range(DUOS_AT_ONCE):
            await newcomers.trio(A_MINUTE)

    return act


async def a_weekly_answer(newcomers: Newcomers) -> Act:
    """A duo has its question, and one of the two answers."""
    trio = await newcomers.trio(A_MINUTE, asked=True)
    answer = newcomers.chance.choice(["met", "met", "not_met"])
    who = newcomers.chance.choice([trio.mentee, trio.mentor])
    return lambda: who.taps("ci:", f":{answer}")


async def a_meeting(newcomers: Newcomers) -> Act:
    """The mentor has said that they met; the answer of the mentee settles the week."""
    trio = await newcomers.trio(A_MINUTE, asked=True)
    await newcomers.has_met(trio.mentor)
    return lambda: trio.mentee.taps("ci:", ":met")


async def a_silent_week(newcomers: Newcomers) -> Act:
    """Nobody answered in the days that the programme gives."""

    return lambda: newcomers.trio(SILENT_FOR, asked=True)


async def a_call(newcomers: Newcomers) -> Act:
    """Somebody of a duo calls the coach."""
    trio = await newcomers.trio()
    return lambda: trio.mentee.says("/coach")


async def a_case_taken(newcomers: Newcomers) -> Act:
    """The coach taps "I take it"."""
    trio = await newcomers.trio()
    await newcomers.opens_a_case(trio)
    return lambda: trio.coach.taps("ca:", ":take")


async def an_answer_of_a_coach(newcomers: Newcomers) -> Act:
    """The coach writes back."""
    trio = await newcomers.trio()
    await newcomers.opens_a_case(trio)
    await trio.coach.taps("ca:", ":reply")
    await trio.coach.sees_button(LINE_IS_OPEN)
    return lambda: trio.coach.says("This afternoon, at three?")


async def words_for_a_coach(newcomers: Newcomers) -> Act:
    """Who has called writes what it is about."""
    trio = await newcomers.trio()
    await trio.mentee.says("/coach")
    await trio.mentee.sees_button("qa:")
    return lambda: trio.mentee.says("It is about the bus to work.")


async def a_climb(newcomers: Newcomers) -> Act:
    """The own coach has not answered in time, and the next one is asked."""
    trio = await newcomers.trio()
    await newcomers.coach(newcomers.far_away)
    await newcomers.opens_a_case(trio)
    return lambda: newcomers.waits_too_long(trio)


async def a_cry(newcomers: Newcomers) -> Act:
    """Somebody speaks of danger, in a duo or in the middle of the registration."""
    if newcomers.chance.random() < ALREADY_IN_A_DUO:
        phone = (await newcomers.trio()).mentee
    else:
        phone = await newcomers.registrant(newcomers.chance.choice(ASKED))
    return lambda: phone.says(CRIES[phone.language])


async def a_withdrawal(newcomers: Newcomers) -> Act:
    """Somebody in a duo, with a case and an open week, takes the consent back."""
    trio = await newcomers.trio(A_MINUTE, asked=True)
    await newcomers.opens_a_case(trio)
    await newcomers.asks_to_withdraw(trio)
    return lambda: trio.mentee.taps("go:withdraw_surely")


SCENES: Mapping[str, Scene] = {
    **dict.fromkeys(POST, small_talk),
    **dict.fromkeys(REGISTRATION, an_answer),
    **{name: a_consent for name in REGISTRATION if "consent" in name},
    **dict.fromkeys(CLOCK, a_week),
    **{name: a_weekly_answer for name in CLOCK if "weekly answer" in name},
    **{name: a_meeting for name in CLOCK if "settled" in name},
    "silent week settled, not committed": a_silent_week,
    **dict.fromkeys(CASES, a_call),
    **{name: a_case_taken for name in CASES if "taken" in name},
    **{name: words_for_a_coach for name in CASES if "words" in name},
    **{name: an_answer_of_a_coach for name in CASES if "answered" in name},
    **{name: a_climb for name in CASES if "next one" in name},
    **{name: a_cry for name in CASES if "danger" in name},
    **dict.fromkeys(WITHDRAWAL, a_withdrawal),
}
ANY_SCENE = (small_talk, an_answer, a_consent, a_week, a_weekly_answer, a_call, a_case_taken,
             an_answer_of_a_coach, words_for_a_coach, a_climb, a_cry, a_withdrawal)  # fmt: skip


def questions(language: str, programme: Programme) -> dict[str, str]:
    """The questions that are answered in words, each by its last line."""
    speech = SPEECH[language]
    asked = {one: put_into_words(AskQuestion(one), speech, programme).text
             for one in (Question.FIRST_NAME, Question.YEAR_OF_BIRTH, Question.PHONE)}  # fmt: skip
    return {text.splitlines()[-1]: str(one) for one, text in asked.items()}


def any_scene(chance: random.Random) -> Scene:
    return chance.choice(ANY_SCENE)
