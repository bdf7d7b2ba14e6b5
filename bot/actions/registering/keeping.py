"""Keeping an answer, and where it leads: the next question, an obstacle, or the programme."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.actions.coaches import tell_branch
from bot.actions.counter import Talk
from bot.actions.danger_calls import who_knows_of_danger
from bot.actions.intakes.freeing import free_when_moved
from bot.actions.registering.reminders import forget_reminders, reminded_later
from bot.actions.road import step_on_the_road
from bot.actions.whereabouts import (
    OLD_BUTTON,
    ask,
    being_asked,
    show_whereabouts,
    stands_at,
    today,
)
from bot.programme.notices import (
    AnswersOverview,
    AnswerTaken,
    ConsentRefused,
    Registered,
    SomebodyRegistered,
    WithdrawQuestion,
)
from bot.programme.people import Stage, is_staff
from bot.programme.phone_numbers import looks_like_a_number, read_shared
from bot.programme.registering.kinds import as_said
from bot.programme.registration import (
    ASKED_ANEW,
    CORRECTABLE,
    FIXED_IN_A_DUO,
    NO,
    NO_PHONE,
    NotEligible,
    Problem,
    Question,
    Told,
    as_told,
    done,
    offers,
    read_answer,
    to_add,
    to_talk_about,
    with_answer,
    with_written,
)
from bot.programme.road import TOGETHER, Place
from storage.people import Person


async def take(talk: Talk, question: Question, text: str, *, by_hand: bool = False) -> Told | None:
    """Keep an answer and go on; None when it would not do and the question stays."""
    answer = read_answer(question, text, talk.programme, today(talk))
    if isinstance(answer, Problem):
        near = offers(question, text, talk.programme, today(talk))
        ask(talk, question, answer, offers=near)
        return None
    if question is Question.CONSENT and answer[question] == NO:
        await _refuse(talk)
        return answer
    if question is Question.CONSENT:
        version = talk.programme.privacy_version
        await talk.tx.consents.give(talk.person.id, version, talk.person.language, talk.now)
        await _keep(talk, question, {question: version})
    else:
        await _keep(talk, question, answer, by_hand=by_hand)
    return answer


async def take_contact(talk: Talk, number: str, owner: int | None) -> bool:
    """Take a contact as the phone number that is asked for; False when none is. Only one's own
    counts: a number belongs to who has it.
    """
    if being_asked(talk) is not Question.PHONE:
        return False
    # A coach who speaks for somebody shares a number that is not theirs.
    is_own = owner is not None and owner == talk.person.telegram_id
    own = read_shared(number) if is_own else None
    if own:
        await _keep(talk, Question.PHONE, {Question.PHONE: own})
    else:
        ask(talk, Question.PHONE, Problem.NOT_A_PHONE if is_own else Problem.PHONE_OF_OTHERS)
    return True


async def hear_own_number(talk: Talk, text: str) -> bool:
    """Take a number that somebody writes by themselves, such as below the letter of a talk by
    phone, when none is known yet. In a duo it may be for the other one.
    """
    told = as_told(talk.person.answers).get(Question.PHONE, NO_PHONE)
    is_new = talk.person.stage == Stage.REGISTERED and told == NO_PHONE
    if not (is_new and looks_like_a_number(text)) or is_staff(talk.person.role):
        return False
    if await is_in_duo(talk):
        return False
    if await take(talk, Question.PHONE, text, by_hand=True) is None:
        await talk.save(asking=Question.PHONE, asking_since=talk.now)
    return True


async def may_change(talk: Talk, question: Question) -> bool:
    """Whether this can be answered anew, or added; some things stay while one is in a duo."""
    if is_staff(talk.person.role) or question not in CORRECTABLE:
        return False
    answers = as_told(talk.person.answers)
    if question not in answers and question not in to_add(answers, talk.programme):
        return False
    return question not in FIXED_IN_A_DUO or not await is_in_duo(talk)


async def is_in_duo(talk: Talk) -> bool:
    """Only who is registered can be; nobody else is looked for. Who was put to somebody counts."""
    if talk.person.road in TOGETHER:
        return True
    registered = talk.person.stage == Stage.REGISTERED
    return registered and await talk.tx.duos.of(talk.person.id) is not None


async def show_answers(talk: Talk) -> None:
    """Everything that somebody told, and what they may add."""
    complete = talk.person.stage == Stage.REGISTERED
    more = to_add(as_told(talk.person.answers), talk.programme) if complete else ()
    in_duo = await is_in_duo(talk)
    talk.reply(AnswersOverview(told_by(talk), complete, in_duo, more))


def told_by(talk: Talk) -> dict[str, str]:
    """What somebody told of themselves."""
    told = as_said(as_told(talk.person.answers))
    return {key: said for key, said in told.items() if key in CORRECTABLE}


async def _keep(talk: Talk, question: Question, told: Told, *, by_hand: bool = False) -> None:
    """Write the answer, and go on."""
    in_duo = await is_in_duo(talk)
    if in_duo and question in FIXED_IN_A_DUO:
        await talk.save(asking=None)
        show_whereabouts(talk, OLD_BUTTON)
        return
    before, answers = talk.person, with_answer(talk.person.answers, question, told)
    answers = with_written(answers, question) if by_hand else answers
    changes: dict[str, Any] = {}
    if question is Question.LANGUAGE:
        changes = {"language": told[question]}
    step = stands_at(talk, talk.person, answers)
    answers = done(answers) if step is None else answers
    if not in_duo and (before.stage != Stage.REGISTERED or question in FIXED_IN_A_DUO):
        changes |= _place_on_the_road(talk, answers, step)
    stage = changes.get("stage", before.stage)
    changes |= reminded_later(talk, answers, stage)
    await talk.save(asking=None, answers=answers, **changes)
    await free_when_moved(talk, before)
    await step_on_the_road(talk, before)
    if question is Question.PHONE:
        talk.reply(AnswerTaken(question, told.get(question, "")))
    await _lead_on(talk, before, step)


async def _lead_on(talk: Talk, before: Person, step: Question | NotEligible | None) -> None:
    """Where an answer leads: the next question, an obstacle, or the end."""
    if isinstance(step, Question) or talk.person.stage != Stage.REGISTERED:
        show_whereabouts(talk)
    elif before.stage == Stage.REGISTERED and not _is_new_in_role(talk, before):
        await show_answers(talk)
    else:
        await forget_reminders(talk, before.id)
        await _welcome(talk)
    if (talk.person.role, talk.person.branch) != (before.role, before.branch):
        await _tell_coaches(talk, before)


def _is_new_in_role(talk: Talk, before: Person) -> bool:
    """Whether this was the last answer of who waits for the first talk in another role."""
    asked = ASKED_ANEW in before.answers or before.role != talk.person.role
    return asked and talk.person.road == Place.NEW


async def _welcome(talk: Talk) -> None:
    role, branch = str(talk.person.role), str(talk.person.branch)
    has_coach = bool(await talk.tx.people.coaches(branch))
    done = Registered(talk.person.first_name, role, branch, has_coach)
    coach = await who_knows_of_danger(talk)
    await show_answers(talk)
    talk.reply(replace(done, in_danger=coach is not None, coach=coach))


async def _refuse(talk: Talk) -> None:
    """Who never agreed has nothing to lose; who agreed to an earlier text is asked first."""
    if Question.CONSENT in talk.person.answers:
        talk.reply(WithdrawQuestion(in_duo=await is_in_duo(talk)))
    else:
        talk.reply(ConsentRefused())


def _place_on_the_road(
    talk: Talk, answers: Mapping[str, str], step: Question | NotEligible | None
) -> dict[str, Any]:
    """The columns by which coaches find somebody; empty until everything is answered."""
    was_registered = talk.person.stage == Stage.REGISTERED
    if isinstance(step, NotEligible):
        return {"stage": Stage.NOT_ELIGIBLE, "role": None, "branch": None}
    if step is not None and not (was_registered and ASKED_ANEW in answers):
        # Only a new privacy text is asked of somebody registered; they keep their place.
        return {} if was_registered else {"stage": Stage.ARRIVING, "role": None, "branch": None}
    place = {"role": answers[Question.ROLE], "branch": answers[Question.BRANCH]}
    awake = {"paused_at": None, "paused_until": None}
    arrived = {} if was_registered else {"registered_at": talk.now, **awake}
    return {"stage": Stage.REGISTERED, **place, **arrived}


async def _tell_coaches(talk: Talk, before: Person) -> None:
    """Tell the coaches of the branch who is new there, but the one who entered them; nobody, when
    the place is not known.
    """
    person, role, branch = talk.person, talk.person.role, talk.person.branch
    if role is None or branch is None:
        return
    news = SomebodyRegistered(
        person.first_name, role, branch, person.language, to_talk_about(person.answers),
        was=before.role if before.role != role else None,
    )  # fmt: skip
    await tell_branch(talk, branch, news, f"registered:{person.id}", but=talk.teller)
