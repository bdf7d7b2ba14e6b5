"""Letters on their way into the outbox: who got enough this week gets the rest together."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.actions.counter import Counter
from bot.programme.budget import Budget, Place
from bot.programme.letters import Lane, Letter
from bot.programme.notices import Digest, Notice
from bot.programme.people import Role
from storage.letters import Draft

ROLES = (Role.MENTEE, Role.MENTOR)


async def drafts_of(counter: Counter) -> Sequence[Draft]:
    """The letters of a counter as they are kept, one question for all of them."""
    counted = [one for one in counter.letters if _counts(one)]
    places = await _places(counter, counted) if counted else {}
    return [_draft(one, places.get(number)) for number, one in enumerate(counter.letters)]


def _counts(letter: Letter) -> bool:
    """Whether it may be held. A change of an old message disturbs nobody."""
    if letter.lane is not Lane.REMINDER or letter.edits is not None:
        return False
    notice = letter.notice
    return not (notice.exempt or notice.for_staff or isinstance(notice, Digest))


async def _places(counter: Counter, counted: Sequence[Letter]) -> dict[int, Place]:
    """Where each letter goes, by its number; nothing is said of those of staff, who have no
    budget.
    """
    budget = Budget.of(counter.programme)
    since = budget.begin_of_week(min(one.due for one in counted))
    kept = await counter.tx.held_letters.kept_for(
        {one.to for one in counted}, ROLES, Lane.REMINDER, _exempt_kinds(), since
    )
    others = {person: [_place(one) for one in letters] for person, letters in kept.items()}
    places = {}
    for number, letter in enumerate(counter.letters):
        if _counts(letter) and letter.to in others:
            timely = letter.notice.timely
            places[number] = budget.place(letter.due, others[letter.to], timely=timely)
            others[letter.to].append(places[number])
    return places


def _place(kept: tuple[datetime, bool, str]) -> Place:
    """Of some letters only a line is left that does not say what they were about."""
    due, held, kind = kept
    known = Notice.by_kind.get(kind)
    return Place(due, held, timely=known is not None and known.timely)


def _exempt_kinds() -> Iterable[str]:
    """The kinds of letters that count in nobody's week."""
    return sorted(kind for kind, notice in Notice.by_kind.items() if notice.exempt)


def _draft(letter: Letter, place: Place | None) -> Draft:
    return Draft(
        person_id=letter.to,
        kind=letter.notice.kind,
        subject=letter.subject,
        occurrence=letter.occurrence,
        facts=letter.notice.facts(),
        lane=letter.lane,
        due=place.due if place else letter.due,
        edits=letter.edits,
        expires=letter.expires,
        held=place.held if place else False,
        replies_to=letter.replies_to,
        stays=letter.notice.stays,
        answers=letter.answers if letter.notice.stays else None,
    )
