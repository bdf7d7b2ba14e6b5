"""What comes next for somebody, by where they stand: the first buttons on their card.

Each line names a place on the road and gives its buttons, the most sensible one first.
"""

from collections.abc import Callable, Iterable, Mapping

from bot.cards.buttons import MenteeTap
from bot.cards.card import Button
from bot.cards.duo_view_buttons import DuoViewTap
from bot.i18n import Speech
from bot.programme.notices.work import PersonShown
from bot.programme.people import Role
from bot.programme.road import Place

Buttons = Iterable[Button]


def next_actions(notice: PersonShown, speech: Speech) -> Buttons:
    """The buttons for what comes next."""
    following = NEXT.get(Place(notice.place) if notice.place else Place.READY)
    if following and notice.role:
        yield from following(notice, speech)


def _choose_mentor(notice: PersonShown, speech: Speech) -> Buttons:
    if notice.role == Role.MENTEE and not notice.duo_id and not notice.paused:
        tap = MenteeTap(mentee_id=notice.person_id).pack()
        yield Button(speech.button("Choose a mentor"), tap)


def _see_duo(notice: PersonShown, speech: Speech) -> Buttons:
    if notice.duo_id:
        yield Button(speech.button("See the duo"), DuoViewTap(duo_id=notice.duo_id).pack())


NEXT: Mapping[Place, Callable[[PersonShown, Speech], Buttons]] = {
    Place.NEW: _choose_mentor,
    Place.READY: _choose_mentor,
    Place.IN_DUO: _see_duo,
}
