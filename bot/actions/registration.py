"""Registering: one question, one answer, one step."""

from typing import Any

from bot.actions.desk import Desk, Talk
from bot.actions.whereabouts import (
    NOT_UNDERSTOOD,
    OLD_BUTTON,
    ask,
    being_asked,
    show_whereabouts,
    today,
)
from bot.programme.notices import (
    AnswersOverview,
    AnswerTaken,
    ConsentRefused,
    Registered,
    SomebodyRegistered,
)
from bot.programme.people import Role, Stage, Visit
from bot.programme.registration import (
    CORRECTABLE,
    FIXED_IN_A_DUO,
    NO,
    NotEligible,
    Problem,
    Question,
    read_answer,
    standing,
    step_before,
)


class Registration:
    """What a person can do on the way into the programme."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def start(self, visit: Visit) -> None:
        """Begin, or go on at the same question, however long ago it was asked."""
        async with self.desk.serve(visit) as talk:
            show_whereabouts(talk)

    async def hear(self, visit: Visit, text: str) -> None:
        """Take words as the answer to what is being asked; else say what can be done here."""
        async with self.desk.serve(visit) as talk:
            question = being_asked(talk)
            if question is None:
                show_whereabouts(talk, NOT_UNDERSTOOD)
            else:
                await _take(talk, question, text)

    async def choose(self, visit: Visit, question: Question, value: str) -> None:
        """Take a tapped answer; the button of another question only shows what is asked now."""
        async with self.desk.serve(visit) as talk:
            if being_asked(talk) is not question:
                show_whereabouts(talk, OLD_BUTTON)
            elif await _take(talk, question, value):
                talk.replace(AnswerTaken(question, value))

    async def change(self, visit: Visit, question: Question) -> None:
        """Ask one answered question again."""
        async with self.desk.serve(visit) as talk:
            if await _may_change(talk, question):
                await talk.save(asking=question)
                ask(talk, question)
            else:
                show_whereabouts(talk, OLD_BUTTON)

    async def go_back(self, visit: Visit) -> None:
        """One question back; outside the questions, the menu."""
        async with self.desk.serve(visit) as talk:
            question = being_asked(talk)
            earlier = step_before(question, talk.person.answers) if question else None
            if earlier in CORRECTABLE:
                await talk.save(asking=earlier)
            show_whereabouts(talk)

    async def overview(self, visit: Visit) -> None:
        """Show everything the person told, each with a way to change it."""
        async with self.desk.serve(visit) as talk:
            if talk.person.role == Role.COACH or not _told(talk):
                show_whereabouts(talk)
            else:
                await _show_answers(talk)


async def _take(talk: Talk, question: Question, text: str) -> bool:
    """Keep an answer and go on; False when it would not do and the question stays."""
    answer = read_answer(question, text, talk.programme, today(talk))
    if isinstance(answer, Problem):
        ask(talk, question, answer)
        return False
    if question is Question.CONSENT and answer == NO:
        talk.reply(ConsentRefused())
        return True
    if question is Question.CONSENT:
        answer = talk.programme.privacy_version
        await talk.tx.consents.give(talk.person.id, answer, talk.person.language, talk.now)
    await _keep(talk, question, answer)
    return True


async def _keep(talk: Talk, question: Question, answer: str) -> None:
    """Write the answer and where it leads: the next question, an obstacle, or the end."""
    was_registered = talk.person.stage == Stage.REGISTERED
    if was_registered and not await _may_change(talk, question):
        await talk.save(asking=None)
        show_whereabouts(talk, OLD_BUTTON)
        return
    changes: dict[str, Any] = {"answers": {**talk.person.answers, question: answer}}
    if question is Question.LANGUAGE:
        changes["language"] = answer
    step = standing(changes["answers"], talk.programme, today(talk))
    await talk.save(asking=None, **changes, **_place_on_the_road(talk, changes["answers"], step))
    if step is not None:
        show_whereabouts(talk)
    elif was_registered:
        await _show_answers(talk)
    else:
        await _welcome(talk)


def _place_on_the_road(
    talk: Talk, answers: dict[str, str], step: Question | NotEligible | None
) -> dict[str, Any]:
    """The columns by which coaches find somebody; empty until everything is answered."""
    if step is not None:
        stage = Stage.NOT_ELIGIBLE if isinstance(step, NotEligible) else Stage.ARRIVING
        return {"stage": stage, "role": None, "branch": None}
    place = {"role": answers[Question.ROLE], "branch": answers[Question.BRANCH]}
    arrived = {} if talk.person.stage == Stage.REGISTERED else {"registered_at": talk.now}
    return {"stage": Stage.REGISTERED, **place, **arrived}


async def _may_change(talk: Talk, question: Question) -> bool:
    """Whether this answer can be given anew; role and place stay while one is in a duo."""
    if question not in CORRECTABLE or question not in talk.person.answers:
        return False
    if question not in FIXED_IN_A_DUO:
        return True
    return await talk.tx.duos.of(talk.person.id) is None


async def _show_answers(talk: Talk) -> None:
    in_duo = await talk.tx.duos.of(talk.person.id) is not None
    complete = talk.person.stage == Stage.REGISTERED
    talk.reply(AnswersOverview(_told(talk), complete=complete, in_duo=in_duo))


async def _welcome(talk: Talk) -> None:
    """Everything is answered: say what comes next, and tell the coaches of the branch."""
    person, answers = talk.person, talk.person.answers
    role, branch = answers[Question.ROLE], answers[Question.BRANCH]
    talk.reply(Registered(person.first_name, role, branch))
    news = SomebodyRegistered(person.first_name, role, branch, person.language)
    for coach in await talk.tx.people.coaches(branch):
        talk.tell(
            coach.id, news, f"registered:{person.id}", f"to:{coach.id}:{talk.now:%Y%m%d%H%M}"
        )


def _told(talk: Talk) -> dict[str, str]:
    return {key: said for key, said in talk.person.answers.items() if key in CORRECTABLE}
