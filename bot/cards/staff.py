"""The team: how much each colleague has, and handing all people of one over to another."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bot.cards.buttons import Go, Place
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.cards.case_nudges import how_many_wait
from bot.cards.leaves import day_words
from bot.cards.staff_buttons import HeirTap, TeamStep, TeamTap
from bot.cards.ways import branch_name, people_to_call, role_name, way
from bot.i18n import Speech, isolated
from bot.programme.notices import (
    CaseloadGiven,
    ChooseHeir,
    ColleagueLeft,
    ColleagueShown,
    ConfirmCaseload,
    NoLongerStaff,
    Notice,
    TeamShown,
)
from bot.programme.programme import Programme

Row = tuple[int, str, str, int, int, int, str]


def team_shown(notice: TeamShown, speech: Speech, programme: Programme) -> Card:
    """How much each colleague of the branch has now."""
    branch = branch_name(notice.branch, speech, programme)
    text = paragraphs(
        speech.say("The team of {branch}", branch=branch),
        how_many_wait(notice.in_danger, speech) if notice.in_danger else "",
        *(_colleague(one, speech) for one in notice.colleagues),
    )
    own = Button(
        speech.button("Hand my people over"),
        TeamTap(step=TeamStep.HAND, person_id=notice.reader_id).pack(),
    )
    others = [
        Button(fitting(one[1]), TeamTap(step=TeamStep.SHOW, person_id=one[0]).pack())
        for one in notice.colleagues
        if notice.manages and one[0] != notice.reader_id
    ]
    cases = (Place.MY_CASES,) if notice.in_danger else ()
    places = (*cases, Place.AWAY, Place.ANSWER_TIMES, Place.BARRIERS, Place.MENU)
    ways = [way(one, speech) for one in places]
    return Card(text, one_a_row(*others, own, *ways))


def colleague_shown(notice: ColleagueShown, speech: Speech, programme: Programme) -> Card:
    """One colleague, with what a coordinator can do."""
    del programme
    person_id = notice.colleague[0]
    hand = TeamTap(step=TeamStep.HAND, person_id=person_id).pack()
    leave = TeamTap(step=TeamStep.LEAVE, person_id=person_id).pack()
    buttons = (
        Button(speech.button("Hand all people over"), hand),
        Button(speech.button("Leaves the programme"), leave),
        way(Place.TEAM, speech),
    )
    return Card(_colleague(notice.colleague, speech), one_a_row(*buttons))


def choose_heir(notice: ChooseHeir, speech: Speech, programme: Programme) -> Card:
    """Which colleague gets all duos and open cases."""
    del programme
    back = way(Place.TEAM, speech)
    if not notice.colleagues:
        text = speech.say("Nobody else works here yet. Invite a colleague first.")
        return Card(text, one_a_row(back))
    step = TeamStep.LEAVE if notice.leaves else TeamStep.HAND
    names = (
        Button(fitting(name), HeirTap(step=step, person_id=notice.person_id, heir_id=one).pack())
        for one, name in notice.colleagues
    )
    text = paragraphs(
        speech.say("{name} leaves the programme.", name=notice.name) if notice.leaves else "",
        speech.say("To which colleague do all duos and open cases of {name} go?", name=notice.name)
        if notice.name
        else speech.say("To which colleague do all your duos and open cases go?"),
        "\n".join(f"{isolated(name)}: {_away(day, speech)}" for name, day in notice.away),
    )
    return Card(text, one_a_row(*names, back))


def confirm_caseload(notice: ConfirmCaseload, speech: Speech, programme: Programme) -> Card:
    """What goes to whom, before it is done."""
    del programme
    heir_id, heir = notice.heir
    text = paragraphs(
        speech.say("{name} leaves the programme.", name=notice.name) if notice.leaves else "",
        speech.say("All of this goes to {name}.", name=heir)
        + "\n"
        + _counts(notice.duos, notice.cases, speech),
        speech.say("Everybody hears the name of the new coach."),
        speech.say("What people wrote before stays closed until they agree."),
        speech.say("{name} sees nothing of people any more from then on.", name=notice.name)
        if notice.leaves
        else "",
    )
    step = TeamStep.LEAVE if notice.leaves else TeamStep.HAND
    tap = HeirTap(step=step, person_id=notice.person_id, heir_id=heir_id, sure=1)
    yes = Button(speech.button("Yes, I am sure"), tap.pack())
    no = Button(speech.button("No, go back"), Go(to=Place.TEAM).pack())
    return Card(text, one_a_row(yes, no))


def caseload_given(notice: CaseloadGiven, speech: Speech, programme: Programme) -> Card:
    """It is done, and who has the people now."""
    del programme
    text = paragraphs(
        speech.say("{name} has left, and sees nothing of people any more.", name=notice.name)
        if notice.left
        else "",
        speech.say("{name} has these people from now on.", name=notice.heir)
        if notice.heir
        else speech.say("Nobody else works here yet. All waits for the first coach who comes in."),
        _counts(notice.duos, notice.cases, speech),
    )
    return Card(text, one_a_row(way(Place.TEAM, speech), way(Place.MENU, speech)))


def no_longer_staff(notice: NoLongerStaff, speech: Speech, programme: Programme) -> Card:
    """The last thing told to who has worked for the programme."""
    del notice
    text = paragraphs(
        speech.say("You no longer work with me. I show you nothing about people any more."),
        speech.say("Thank you for all you have done."),
        people_to_call(None, speech, programme),
    )
    return Card(text, one_a_row(way(Place.HELP, speech)))


def colleague_left(notice: ColleagueLeft, speech: Speech, programme: Programme) -> Card:
    """Told to who stays."""
    del programme
    text = paragraphs(
        speech.say("{name} has left the team.", name=notice.name),
        speech.say("Take {name} out of the group of your team on Telegram.", name=notice.name)
        if notice.has_group
        else "",
    )
    return Card(text, one_a_row(way(Place.TEAM, speech), way(Place.MENU, speech)))


def _colleague(row: Row, speech: Speech) -> str:
    return "\n".join(_about(row, speech))


def _about(row: Row, speech: Speech) -> Iterable[str]:
    _, name, role, duos, cases, unread, away = row
    yield f"{isolated(name)} ({role_name(role, speech)})"
    yield _counts(duos, cases, speech)
    if unread:
        yield speech.say("Not read yet: {count}.", count=unread)
    if away:
        yield _away(away, speech)


def _away(until: str, speech: Speech) -> str:
    return speech.say("Away until {day}.", day=day_words(until, speech))


def _counts(duos: int, cases: int, speech: Speech) -> str:
    return speech.say("Duos: {duos}. Open cases: {cases}.", duos=duos, cases=cases)


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    CaseloadGiven: caseload_given,
    ChooseHeir: choose_heir,
    ColleagueLeft: colleague_left,
    ColleagueShown: colleague_shown,
    ConfirmCaseload: confirm_caseload,
    NoLongerStaff: no_longer_staff,
    TeamShown: team_shown,
}
