"""Ready answers: a coach chooses one, sees it in the person's language, and sends it."""

from datetime import timedelta

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.hearing import case_of
from bot.actions.saying import TWO, say_to_person
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts, today
from bot.programme.cases import Form
from bot.programme.heard import Heard
from bot.programme.notices import (
    NotForYou,
    NotPassedOn,
    ReadyAnswerLacks,
    ReadyAnswers,
    ReadyAnswerShown,
)
from bot.programme.people import Visit, is_staff
from bot.programme.ready_answers import DAY, NAME, PHONE, PLACE, Filled, keys, page_of, said_in
from storage.cases import Case
from storage.people import Person

DAYS_AHEAD = 10  # so many days can be chosen from today on


class AnswersReady:
    """What a coach can send without typing."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def list(self, visit: Visit, case_id: int, page: int) -> None:
        """Show one page of them, in the place of the list that was tapped."""
        async with self.desk.serve(visit) as talk:
            if found := await _found(talk, case_id):
                case, person = found
                answers, pages = page_of(page)
                talk.reply(ReadyAnswers(case.id, person.first_name, tuple(answers), page, pages))

    async def choose(self, visit: Visit, case_id: int, filled: Filled) -> None:
        """Ask for what it lacks, then show it as the person will read it."""
        async with self.desk.serve(visit) as talk:
            if found := await _chosen(talk, case_id, filled):
                case, person = found
                if filled.lacks:
                    talk.replace(_lacking(talk, case, filled))
                else:
                    talk.replace(_shown(talk, case, person, filled))

    async def send(self, visit: Visit, case_id: int, filled: Filled) -> None:
        """Send it in the person's language. The same preview sends once: it is gone then."""
        async with self.desk.serve(visit) as talk:
            found = await _chosen(talk, case_id, filled)
            if found and filled.lacks:
                show_whereabouts(talk, OLD_BUTTON)
            elif found:
                case, person = found
                words = said_in(person.language, filled, _known(talk, person))
                await say_to_person(talk, case, Heard(Form.TEXT, words))


async def _found(talk: Talk, case_id: int) -> tuple[Case, Person] | None:
    """The case and whom it is about; to anybody else a kind word."""
    case = await case_of(talk, case_id) if is_staff(talk.person.role) else None
    if case is None:
        talk.reply(NotForYou())
        return None
    if case.person_id is None:
        talk.reply(NotPassedOn(TWO))
        return None
    return case, await talk.tx.people.get(case.person_id)


async def _chosen(talk: Talk, case_id: int, filled: Filled) -> tuple[Case, Person] | None:
    """The same for an answer that there is, on a day that is not over."""
    found = await _found(talk, case_id)
    is_over = filled.day is not None and filled.day < today(talk)
    if found and (filled.answer not in keys() or is_over):
        show_whereabouts(talk, OLD_BUTTON)
        return None
    return found


def _lacking(talk: Talk, case: Case, filled: Filled) -> ReadyAnswerLacks:
    if filled.lacks != DAY:
        day = f"{filled.day:%Y%m%d}" if filled.day else ""
        return ReadyAnswerLacks(case.id, filled.answer, day=day)
    first = today(talk)
    days = tuple((first + timedelta(days=n)).isoformat() for n in range(DAYS_AHEAD))
    return ReadyAnswerLacks(case.id, filled.answer, days)


def _shown(talk: Talk, case: Case, person: Person, filled: Filled) -> ReadyAnswerShown:
    known = _known(talk, person)
    return ReadyAnswerShown(
        case.id,
        person.first_name,
        person.language,
        said_in(person.language, filled, known),
        said_in(talk.person.language, filled, known | _place(talk, talk.person.language)),
        filled.answer,
        f"{filled.day:%Y%m%d}" if filled.day else "",
        filled.hour,
    )


def _known(talk: Talk, person: Person) -> dict[str, str]:
    """What needs no choosing: the name, and the coach's branch."""
    return {NAME: person.first_name, **_place(talk, person.language)}


def _place(talk: Talk, language: str) -> dict[str, str]:
    """The coach's branch; one that is gone from the programme by the first there is."""
    branches = talk.programme.branches
    branch = talk.programme.branch(talk.person.branch or "") or branches[0]
    return {PLACE: f"{branch.name[language]}, {branch.address}", PHONE: branch.phone}
