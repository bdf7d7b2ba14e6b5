"""Pointing the way for somebody: from what they wrote or tapped to services. Nothing is kept."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from bot.actions.counter import Counter, Talk
from bot.programme.directory import Catalogue, Entry, Service, towns
from bot.programme.directory.areas import municipality_of, region_of
from bot.programme.directory.choosing import Wish, choose, municipalities, own_services
from bot.programme.directory.crisis import crisis_lines, is_urgent
from bot.programme.directory.freshness import is_shown
from bot.programme.directory.naming import Names, telling_words
from bot.programme.directory.towns import PlaceNamed
from bot.programme.directory.writing import write_service
from bot.programme.needs import find_needs, read_needs, theme_of
from bot.programme.notices import ChoosePlace, Emergency, FindHelp, ServicesFound, ServiceShown
from bot.programme.papers import for_status
from bot.programme.people import Role

A_PAGE = 5  # services; more on one screen nobody reads
MOST_GUESSES = 2
FEW_WORDS = 2


def point_the_way(talk: Talk, catalogue: Catalogue, text: str) -> bool:
    """Answer what somebody wrote with the need, the service or the place that it names; False
    when it names none. The text itself is not kept.
    """
    place = place_in(talk, catalogue, text)
    needs = needs_in(place.rest, in_place=True) if place else needs_in(text)
    area = place.area if place else own_area(talk)
    if entry := named_entry(talk, catalogue, text, needs):
        talk.reply(shown(talk, entry, entry.service.needs[0], area))
    elif needs:
        if is_urgent(needs[0]):
            talk.reply(emergency_card(talk, catalogue, needs[0]))
        reply_with_services(talk, catalogue, needs, area)
    elif place:
        talk.reply(FindHelp(place.area, *who(talk)))
    return bool(entry or needs or place)


def named_entry(
    talk: Talk, catalogue: Catalogue, text: str, needs: tuple[str, ...]
) -> Entry | None:
    """The service that a text names. A need that is named too says more than a name that may be
    words of every day.
    """
    named = _names(catalogue).named_in(text)
    if named is None or (needs and not named.certain):
        return None
    return shown_entry(talk, catalogue, named.key)


def needs_in(text: str, *, in_place: bool = False) -> tuple[str, ...]:
    """The needs that a text names, best first; empty when it names none. Few words beside a
    place, such as "doctor Ghent", are asked about that place.
    """
    needs = find_needs(text)
    if not needs and in_place and 0 < len(telling_words(text)) <= FEW_WORDS:
        needs = read_needs(text).codes
    return for_status(needs, text)


def reply_with_services(
    talk: Talk, catalogue: Catalogue, needs: tuple[str, ...], area: str | None
) -> None:
    """The services for the best of the needs; the others may have been meant. But nobody who
    asks for food is asked whether they think of suicide, nor the other way round.
    """
    if area is None:
        talk.reply(ChoosePlace(needs[0], None, (), *who(talk)))
        return
    others = () if is_urgent(needs[0]) else needs[1 : 1 + MOST_GUESSES]
    guesses = tuple(one for one in others if theme_of(one) != "crisis")
    talk.reply(found(talk, catalogue, wish_of(talk, needs[0], area), guesses=guesses))


def services_at(
    talk: Talk, catalogue: Catalogue, need: str, area: str | None, page: int = 0
) -> ServicesFound | ChoosePlace:
    """The services for a need; who is nobody knows where chooses a place first."""
    if area is None:
        return ChoosePlace(need, None, (), *who(talk))
    return found(talk, catalogue, wish_of(talk, need, area), page=page)


def place_in(talk: Talk, catalogue: Catalogue, text: str) -> PlaceNamed | None:
    """The place that a text names."""
    branches = talk.programme.branches
    known = tuple((town, branch.area) for branch in branches for town in branch.towns)
    return towns.find_place(text, catalogue.areas.values(), known)


def own_area(talk: Talk) -> str | None:
    """Where who stands here is, as the directory names places; None when nobody knows."""
    branch = talk.programme.branch(talk.person.nearest_branch or "")
    return branch.area if branch else None


def area_of(word: str, catalogue: Catalogue) -> str | None:
    """The area that a button names by its short word."""
    return catalogue.areas.get(word) or towns.area_of(word)


def towns_of(catalogue: Catalogue, region: str) -> tuple[str, ...]:
    """The towns of a region that have a service of their own."""
    areas = catalogue.areas.values()
    return tuple(one for one in areas if municipality_of(one) and region_of(one) == region)


def wish_of(talk: Talk, need: str, area: str) -> Wish:
    """What somebody looks for here and now, in their language."""
    return Wish(need, area, talk.person.language, talk.now, talk.programme.zone)


def found(
    talk: Talk, catalogue: Catalogue, wish: Wish, *,
    page: int = 0, guesses: tuple[str, ...] = (), gone: bool = False,
) -> ServicesFound:  # fmt: skip
    """One page of what fits a wish."""
    chosen = choose(catalogue, wish)
    start = page * A_PAGE if page * A_PAGE < len(chosen) else 0
    return ServicesFound(
        wish.need,
        wish.place,
        _tables(one.service for one in islice(chosen, start, start + A_PAGE)),
        talk.now.isoformat(),
        *who(talk),
        page=start // A_PAGE,
        has_more=len(chosen) > start + A_PAGE,
        towns=_own_services(catalogue, wish) if start == 0 else (),
        guesses=guesses,
        gone=gone,
    )


def shown_entry(counter: Counter, catalogue: Catalogue, key: str) -> Entry | None:
    """The entry of this key, unless it is hidden or gone."""
    entry = catalogue.by_key.get(key)
    today = counter.now.astimezone(counter.programme.zone).date()
    return entry if entry and is_shown(entry.service, today, entry.doubts) else None


def shown(talk: Talk, entry: Entry, need: str, area: str | None) -> ServiceShown:
    """A service as it is now."""
    table, now = write_service(entry.service), talk.now.isoformat()
    return ServiceShown(table, need, area, now, entry.doubts, *who(talk))


def emergency_card(talk: Talk, catalogue: Catalogue, need: str = "") -> Emergency:
    """The lines that who stands here can call, above all for what they wrote about."""
    language, zone = talk.person.language, talk.programme.zone
    lines = crisis_lines(catalogue, language, own_area(talk), talk.now, zone)
    return Emergency(_tables(lines), talk.now.isoformat(), *who(talk), need)


def who(talk: Talk) -> tuple[str | None, str]:
    """Whose branch is called, and in which role somebody reads."""
    return talk.person.nearest_branch, talk.person.role or Role.MENTEE


def _own_services(catalogue: Catalogue, wish: Wish) -> tuple[tuple[str, str], ...]:
    """The towns with services of their own for a need, each with the only one, or none."""
    own = []
    for area in municipalities(catalogue, wish):
        keys = [one.service.key for one in own_services(catalogue, wish, area)]
        own.append((area, keys[0] if len(keys) == 1 else ""))
    return tuple(own)


def _tables(services: Iterable[Service]) -> tuple[dict[str, object], ...]:
    return tuple(write_service(one) for one in services)


@lru_cache(maxsize=1)
def _names(catalogue: Catalogue) -> Names:
    return Names(catalogue)
