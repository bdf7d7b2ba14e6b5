"""What comes next for somebody, by where they stand: the first buttons on their card.

Each line names a place on the road and gives its buttons, the most sensible one first.
"""

from collections.abc import Callable, Iterable, Mapping

from bot.cards.buttons import Place as Goal
from bot.cards.card import Button
from bot.cards.duo_view_buttons import DuoViewTap
from bot.cards.intakes.buttons import IntakePersonStep, IntakePersonTap
from bot.cards.matching.buttons import MatchStep, MatchTap, MentorsTap
from bot.cards.sessions.buttons import MentorStep, MentorTap
from bot.cards.ways import way
from bot.cards.work.buttons import CalledTap, HeardTap, for_person
from bot.i18n import Speech
from bot.programme.notices.work import PersonShown
from bot.programme.people import Role
from bot.programme.road import Place
from bot.programme.work.lists import SAID_YES, UNDECIDED

Buttons = Iterable[Button]


def next_actions(notice: PersonShown, speech: Speech) -> Buttons:
    """The buttons for what comes next; who did not answer is called first."""
    if notice.unheard:
        yield from _note_call(notice, speech)
    following = NEXT.get(notice.place or Place.READY)
    if following and notice.role:
        yield from following(notice, speech)


def _note_call(notice: PersonShown, speech: Speech) -> Buttons:
    """What they said when the coach called whether they still look."""
    still = HeardTap(person_id=notice.person_id, said="still").pack()
    yield Button(speech.button("They still look"), still)
    found = HeardTap(person_id=notice.person_id, said="found").pack()
    yield Button(speech.button("They stop for now"), found)


def _plan_talk(notice: PersonShown, speech: Speech) -> Buttons:
    tap = IntakePersonTap(step=IntakePersonStep.SHOW, person_id=notice.person_id)
    yield Button(speech.button("The first talk"), tap.pack())


def _see_talks(_: PersonShown, speech: Speech) -> Buttons:
    yield way(Goal.INTAKES, speech)


def _see_training(notice: PersonShown, speech: Speech) -> Buttons:
    tap = MentorTap(step=MentorStep.SHOW, person_id=notice.person_id)
    yield Button(speech.button("See the training"), tap.pack())


def _choose_mentor(notice: PersonShown, speech: Speech) -> Buttons:
    """For a mentor one looks at who waits, and who fits them."""
    if notice.duo_id or notice.paused:
        return
    if notice.role == Role.MENTEE:
        tap = MentorsTap(mentee_id=notice.person_id).pack()
        yield Button(speech.button("Choose a mentor"), tap)
    else:
        yield way(Goal.MATCH, speech)


def _see_proposal(notice: PersonShown, speech: Speech) -> Buttons:
    """The answer of who is not on Telegram is noted here; what is noted is their own tap."""
    if not notice.match_id:
        yield way(Goal.MATCH, speech)
        return
    if notice.channel:
        yield from _answers_to_note(notice, speech)
    tap = MatchTap(match_id=notice.match_id, step=MatchStep.SHOW)
    yield Button(speech.button("The proposal"), tap.pack())


def _answers_to_note(notice: PersonShown, speech: Speech) -> Buttons:
    person = notice.person_id

    def noted(step: MatchStep) -> str:
        return for_person(person, MatchTap(match_id=notice.match_id, step=step).pack())

    if not notice.agreed:
        yield Button(speech.button("Note: yes"), noted(MatchStep.AGREE))
    yield Button(speech.button("Note: not for me"), noted(MatchStep.DECLINE))
    if not notice.agreed:
        tap = CalledTap(person_id=person, shown_at=1, outcome="no_answer")
        yield Button(speech.button("Note: no answer"), tap.pack())


def _see_duo(notice: PersonShown, speech: Speech) -> Buttons:
    if notice.duo_id:
        yield Button(speech.button("See the duo"), DuoViewTap(duo_id=notice.duo_id).pack())


NEXT: Mapping[str, Callable[[PersonShown, Speech], Buttons]] = {
    Place.NEW: _plan_talk,
    Place.INTAKE: _see_talks,
    Place.WAIT: _plan_talk,
    Place.OTHER_HELP: _plan_talk,
    Place.TRAINING: _see_training,
    Place.READY: _choose_mentor,
    Place.PROPOSED: _see_proposal,
    UNDECIDED: _see_proposal,
    SAID_YES: _see_proposal,
    Place.MATCHED: _see_duo,
    Place.IN_DUO: _see_duo,
}
