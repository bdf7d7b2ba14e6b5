"""Registering: one question, one answer, one step."""

from bot.actions.after_danger import is_spared
from bot.actions.answering import cries_out, fits, may_answer
from bot.actions.code_attempts import hear_code
from bot.actions.counter import Talk
from bot.actions.danger_words import hear_may_call, stay_with
from bot.actions.desk import Desk
from bot.actions.hearing import hear_case
from bot.actions.kindness import answer_kindly
from bot.actions.registering.keeping import may_change, show_answers, take, told_by
from bot.actions.signposts import Signposts
from bot.actions.unasked import hear_unasked
from bot.actions.whereabouts import (
    OLD_BUTTON,
    ask,
    being_asked,
    show_draft,
    show_whereabouts,
    today,
)
from bot.actions.yes_or_no import answers_yes_or_no
from bot.programme.cases import Form
from bot.programme.directory.crisis import is_a_cry
from bot.programme.heard import Heard
from bot.programme.needs.finding import is_plain
from bot.programme.notices import AnswerTaken
from bot.programme.notices.registration import AnswersToAdd
from bot.programme.people import Stage, Visit, is_staff
from bot.programme.registration import (
    KNOWS_A_JOB,
    UNSURE,
    Problem,
    Question,
    as_told,
    is_draft,
    read_answer,
    step_before,
    to_add,
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
            if await answers_yes_or_no(talk, text):
                return
            if await hear_case(talk, Heard(Form.TEXT, text)):
                return
            question = being_asked(talk) or _mended_by(talk, text)
            if question is None:
                await hear_unasked(talk, text, self.signposts)
            else:
                await self._hear_answer(talk, question, text)

    async def _hear_answer(self, talk: Talk, question: Question, text: str) -> None:
        if is_spared(talk) and not fits(talk, question, text):
            # Who wrote of danger goes on with the questions when they want to.
            await stay_with(talk)
        elif is_spared(talk) and question is Question.CONSENT:
            # "Yes" may be said to what came between; so it is read once more, and tapped.
            ask(talk, question)
        elif not answer_kindly(talk, text) and not await self._helps_instead(talk, question, text):
            await take(talk, question, text, by_hand=True)

    async def _helps_instead(self, talk: Talk, question: Question, text: str) -> bool:
        """Whether this is no answer but names a need: then the services come, and the question
        once more. Who needs somebody at once is asked nothing.
        """
        if may_answer(talk, question, text) or not (cries_out(text) or is_plain(text)):
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
            elif is_draft(question, value):
                show_draft(talk, question, value)
            elif told := await take(talk, question, value):
                # What was tapped stays to be read, also where more than that is kept of it.
                said = value if value in (KNOWS_A_JOB, UNSURE) else told.get(question, "")
                talk.replace(AnswerTaken(question, said))

    async def change(self, visit: Visit, question: Question) -> None:
        """Ask one answered question again."""
        async with self.desk.serve(visit, correcting=True) as talk:
            if await may_change(talk, question):
                await talk.save(asking=question, asking_since=talk.now)
                ask(talk, question)
            else:
                show_whereabouts(talk, OLD_BUTTON)

    async def go_back(self, visit: Visit) -> None:
        """One question back; outside the questions, the menu."""
        async with self.desk.serve(visit, correcting=True) as talk:
            question = being_asked(talk)
            earlier = step_before(question, as_told(talk.person.answers)) if question else None
            if earlier and await may_change(talk, earlier):
                await talk.save(asking=earlier, asking_since=talk.now)
            show_whereabouts(talk)

    async def add(self, visit: Visit) -> None:
        """Show what somebody did not tell yet, and may."""
        async with self.desk.serve(visit) as talk:
            more = to_add(as_told(talk.person.answers), talk.programme)
            if talk.person.stage == Stage.REGISTERED and not is_staff(talk.person.role) and more:
                talk.reply(AnswersToAdd(more, talk.person.role))
            else:
                show_whereabouts(talk, OLD_BUTTON)

    async def overview(self, visit: Visit) -> None:
        """Show everything the person told, each with a way to change it."""
        async with self.desk.serve(visit) as talk:
            await talk.save(asking=None)
            tells = not is_staff(talk.person.role) and bool(told_by(talk))
            if tells:
                await show_answers(talk)
            if not tells or talk.person.stage != Stage.REGISTERED or being_asked(talk):
                show_whereabouts(talk)


def _mended_by(talk: Talk, text: str) -> Question | None:
    """Who was told that their age does not fit often just writes the right year."""
    if talk.person.stage != Stage.NOT_ELIGIBLE:
        return None
    year = read_answer(Question.YEAR_OF_BIRTH, text, talk.programme, today(talk))
    return None if isinstance(year, Problem) else Question.YEAR_OF_BIRTH
