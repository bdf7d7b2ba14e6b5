"""Registering: one question, one answer, one step."""

from dataclasses import replace
from typing import Any

from bot.actions.after_danger import is_spared
from bot.actions.answering import fits, may_answer
from bot.actions.check_in_answers import answer_in_words
from bot.actions.coaches import tell_branch
from bot.actions.code_attempts import hear_code
from bot.actions.counter import Talk
from bot.actions.danger_calls import who_knows_of_danger
from bot.actions.danger_words import hear_may_call, stay_with
from bot.actions.desk import Desk
from bot.actions.hearing import hear_case
from bot.actions.intakes.freeing import free_when_moved
from bot.actions.kindness import answer_kindly
from bot.actions.road import step_on_the_road
from bot.actions.signposts import Signposts
from bot.actions.unasked import hear_unasked
from bot.actions.whereabouts import OLD_BUTTON, ask, being_asked, show_whereabouts, today
from bot.programme.cases import Form
from bot.programme.directory.crisis import is_a_cry
from bot.programme.heard import Heard
from bot.programme.notices import (
    AnswersOverview,
    AnswerTaken,
    ConsentRefused,
    Registered,
    SomebodyRegistered,
    WithdrawQuestion,
)
from bot.programme.people import Stage, Visit, is_staff
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

    def __init__(self, desk: Desk, signposts: Signposts) -> None:
        self.desk = desk
        self.signposts = signposts

    async def start(self, visit: Visit) -> None:
        """Begin, or go on at the same question, however long ago it was asked."""
        async with self.desk.serve(visit, correcting=True) as talk:
            show_whereabouts(talk)

    async def hear(self, visit: Visit, text: str) -> None:
        """Take words as the answer to what is being asked, or as a need for help; else say what
        can be done here.
        """
        async with self.desk.serve(visit, correcting=True) as talk:
            # A code goes to nobody, not even on an open line.
            if await hear_code(talk, text) or await hear_may_call(talk, text):
                return
            if await _answers_week(talk, text):
                return
            if await hear_case(talk, Heard(Form.TEXT, text)):
                return
            question = being_asked(talk) or _mended_by(talk, text)
            if question is None:
                await hear_unasked(talk, text, self.signposts)
            elif is_spared(talk) and not fits(talk, question, text):
                # Who wrote of danger goes on with the questions when they want to.
                await stay_with(talk)
            elif not answer_kindly(talk, text) and not await self._helps_instead(
                talk, question, text
            ):
                await _take(talk, question, text)

    async def _helps_instead(self, talk: Talk, question: Question, text: str) -> bool:
        """Whether this is no answer but names a need: then the services come, and the question
        once more. Who needs somebody at once is asked nothing.
        """
        if may_answer(talk, question, text):
            return False
        needs = await self.signposts.help_with(talk, text)
        if needs and not is_a_cry(needs[0]):
            ask(talk, question)
        return bool(needs)

    async def choose(self, visit: Visit, question: Question, value: str) -> None:
        """Take a tapped answer; the button of another question only shows what is asked now."""
        async with self.desk.serve(visit, correcting=True) as talk:
            if being_asked(talk) is not question:
                show_whereabouts(talk, OLD_BUTTON)
            elif await _take(talk, question, value):
                talk.replace(AnswerTaken(question, value))

    async def change(self, visit: Visit, question: Question) -> None:
        """Ask one answered question again."""
        async with self.desk.serve(visit, correcting=True) as talk:
            if await _may_change(talk, question):
                await talk.save(asking=question, asking_since=talk.now)
                ask(talk, question)
            else:
                show_whereabouts(talk, OLD_BUTTON)

    async def go_back(self, visit: Visit) -> None:
        """One question back; outside the questions, the menu."""
        async with self.desk.serve(visit, correcting=True) as talk:
            question = being_asked(talk)
            earlier = step_before(question, talk.person.answers) if question else None
            if earlier and await _may_change(talk, earlier):
                await talk.save(asking=earlier, asking_since=talk.now)
            show_whereabouts(talk)

    async def overview(self, visit: Visit) -> None:
        """Show everything the person told, each with a way to change it."""
        async with self.desk.serve(visit) as talk:
            await talk.save(asking=None)
            tells = not is_staff(talk.person.role) and bool(_told(talk))
            if tells:
                await _show_answers(talk)
            if not tells or talk.person.stage != Stage.REGISTERED:
                show_whereabouts(talk)


async def _answers_week(talk: Talk, text: str) -> bool:
    """A yes right under the weekly question answers it, also while a case is talked about."""
    free = talk.visit.replies_to is None and not being_asked(talk)
    return free and await answer_in_words(talk, text)


def _mended_by(talk: Talk, text: str) -> Question | None:
    """Who was told that their age does not fit often just writes the right year."""
    if talk.person.stage != Stage.NOT_ELIGIBLE:
        return None
    year = read_answer(Question.YEAR_OF_BIRTH, text, talk.programme, today(talk))
    return None if isinstance(year, Problem) else Question.YEAR_OF_BIRTH


async def _take(talk: Talk, question: Question, text: str) -> bool:
    """Keep an answer and go on; False when it would not do and the question stays."""
    answer = read_answer(question, text, talk.programme, today(talk))
    if isinstance(answer, Problem):
        ask(talk, question, answer)
        return False
    if question is Question.CONSENT and answer == NO:
        await _refuse(talk)
        return True
    if question is Question.CONSENT:
        answer = talk.programme.privacy_version
        await talk.tx.consents.give(talk.person.id, answer, talk.person.language, talk.now)
    await _keep(talk, question, answer)
    return True


async def _keep(talk: Talk, question: Question, answer: str) -> None:
    """Write the answer and where it leads: the next question, an obstacle, or the end."""
    in_duo = await _is_in_duo(talk)
    if in_duo and question in FIXED_IN_A_DUO:
        await talk.save(asking=None)
        show_whereabouts(talk, OLD_BUTTON)
        return
    before, answers = talk.person, {**talk.person.answers, question: answer}
    changes: dict[str, Any] = {"language": answer} if question is Question.LANGUAGE else {}
    step = standing(answers, talk.programme, today(talk))
    if not in_duo and (before.stage != Stage.REGISTERED or question in FIXED_IN_A_DUO):
        changes |= _place_on_the_road(talk, answers, step)
    await talk.save(asking=None, answers=answers, **changes)
    await free_when_moved(talk, before)
    await step_on_the_road(talk, before)
    if isinstance(step, Question) or talk.person.stage != Stage.REGISTERED:
        show_whereabouts(talk)
    elif before.stage == Stage.REGISTERED:
        await _show_answers(talk)
    else:
        await _welcome(talk)
    if (talk.person.role, talk.person.branch) != (before.role, before.branch):
        await _tell_coaches(talk)


async def _welcome(talk: Talk) -> None:
    role, branch = str(talk.person.role), str(talk.person.branch)
    has_coach = bool(await talk.tx.people.coaches(branch))
    done = Registered(talk.person.first_name, role, branch, has_coach)
    coach = await who_knows_of_danger(talk)
    talk.reply(replace(done, in_danger=coach is not None, coach=coach))


async def _refuse(talk: Talk) -> None:
    """Who never agreed has nothing to lose; who agreed to an earlier text is asked first."""
    if Question.CONSENT in talk.person.answers:
        talk.reply(WithdrawQuestion(in_duo=await _is_in_duo(talk)))
    else:
        talk.reply(ConsentRefused())


def _place_on_the_road(
    talk: Talk, answers: dict[str, str], step: Question | NotEligible | None
) -> dict[str, Any]:
    """The columns by which coaches find somebody; empty until everything is answered."""
    was_registered = talk.person.stage == Stage.REGISTERED
    if isinstance(step, NotEligible):
        return {"stage": Stage.NOT_ELIGIBLE, "role": None, "branch": None}
    if step is not None:
        # Only a new privacy text is asked of somebody registered; they keep their place.
        return {} if was_registered else {"stage": Stage.ARRIVING, "role": None, "branch": None}
    place = {"role": answers[Question.ROLE], "branch": answers[Question.BRANCH]}
    awake = {"paused_at": None, "paused_until": None}
    arrived = {} if was_registered else {"registered_at": talk.now, **awake}
    return {"stage": Stage.REGISTERED, **place, **arrived}


async def _may_change(talk: Talk, question: Question) -> bool:
    """Whether this answer can be given anew; role and place stay while one is in a duo."""
    if is_staff(talk.person.role) or question not in CORRECTABLE:
        return False
    if question not in talk.person.answers:
        return False
    return question not in FIXED_IN_A_DUO or not await _is_in_duo(talk)


async def _is_in_duo(talk: Talk) -> bool:
    """Only who is registered can be; nobody else is looked for."""
    registered = talk.person.stage == Stage.REGISTERED
    return registered and await talk.tx.duos.of(talk.person.id) is not None


async def _show_answers(talk: Talk) -> None:
    complete = talk.person.stage == Stage.REGISTERED
    in_duo = await _is_in_duo(talk)
    talk.reply(AnswersOverview(_told(talk), complete=complete, in_duo=in_duo))


async def _tell_coaches(talk: Talk) -> None:
    """Tell the coaches of the branch who is new there; nobody, when the place is not known."""
    person, role, branch = talk.person, talk.person.role, talk.person.branch
    if role is None or branch is None:
        return
    news = SomebodyRegistered(person.first_name, role, branch, person.language)
    await tell_branch(talk, branch, news, f"registered:{person.id}")


def _told(talk: Talk) -> dict[str, str]:
    return {key: said for key, said in talk.person.answers.items() if key in CORRECTABLE}
