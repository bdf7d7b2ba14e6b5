"""Pointing the way for somebody: from what they wrote or tapped to services. Nothing is kept."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from bot.actions.counter import Counter, Talk
from bot.actions.mentees import language_of_mentee
from bot.actions.whereabouts import today
from bot.programme.danger import needs_meant
from bot.programme.directory import Catalogue, Entry, Service, towns
from bot.programme.directory.areas import municipality_of, region_of
from bot.programme.directory.at_once import Caller, is_answered_by_lines, lines_about
from bot.programme.directory.choosing import A_PAGE, Wish, choose, municipalities, own_services
from bot.programme.directory.crisis import crisis_lines, is_urgent
from bot.programme.directory.freshness import is_shown
from bot.programme.directory.general import general_doors, wider_places
from bot.programme.directory.naming import telling_words
from bot.programme.directory.towns import PlaceNamed
from bot.programme.directory.writing import write_service
from bot.programme.needs import read_needs, theme_of
from bot.programme.notices import ChoosePlace, Emergency, FindHelp, ServicesFound, ServiceShown
from bot.programme.papers import for_status
from bot.programme.people import Role

MOST_GUESSES = 2
TOWNS_AT_ONCE = 40  # buttons: twenty rows of two, of the hundred that Telegram takes
FEW_WORDS = 2


async def point_the_way(talk: Talk, catalogue: Catalogue, text: str) -> bool:
    """Answer what somebody wrote with the need, the service or the place that it names; False
    when it names none. The text itself is not kept.
    """
    place = place_in(talk, catalogue, text)
    asked = place.rest if place else text
    needs = needs_in(asked, in_place=place is not None)
    area = place.area if place else own_area(talk)
    if entry := named_entry(talk, catalogue, text, needs):
        talk.reply(shown(talk, entry, entry.service.needs[0], area))
    elif needs and is_answered_by_lines(needs[0], area):
        talk.reply(at_once_card(talk, catalogue, needs[0], area))
    elif needs:
        meant = (needs[0], *(one for one in needs[1:] if one in read_needs(asked).close))
        await reply_with_services(talk, catalogue, meant, area)
    elif place:
        talk.reply(FindHelp(place.area, *who(talk)))
    return bool(entry or needs or place)


def named_entry(
    talk: Talk, catalogue: Catalogue, text: str, needs: tuple[str, ...]
) -> Entry | None:
    """The service that a text names. A need that is named too says more than a name that may be
    words of every day.
    """
    named = catalogue.index.names.named_in(text)
    if named is None or (needs and not named.certain):
        return None
    return shown_entry(talk, catalogue, named.key)


def needs_in(text: str, *, in_place: bool = False) -> tuple[str, ...]:
    """The needs that a text names, best first; empty when it names none. Few words beside a
    place, such as "doctor Ghent", are asked about that place.
    """
    needs = needs_meant(text)
    if not needs and in_place and 0 < len(telling_words(text)) <= FEW_WORDS:
        needs = read_needs(text).codes
    return for_status(needs, text)


async def reply_with_services(
    talk: Talk, catalogue: Catalogue, needs: tuple[str, ...], area: str | None
) -> None:
    """The services for the best of the needs; the others may have been meant as well. But nobody
    who asks for food is asked whether they think of suicide, nor the other way round.
    """
    if area is None:
        talk.reply(ChoosePlace(needs[0], None, (), *who(talk)))
        return
    others = () if is_urgent(needs[0]) else needs[1 : 1 + MOST_GUESSES]
    guesses = tuple(one for one in others if theme_of(one) != "crisis")
    wish = await wish_of(talk, needs[0], area)
    talk.reply(replace(found(talk, catalogue, wish, guesses=guesses), written=True))


async def services_at(
    talk: Talk, catalogue: Catalogue, need: str, area: str | None, page: int = 0
) -> ServicesFound | ChoosePlace:
    """The services for a need; who is nobody knows where chooses a place first."""
    if area is None:
        return ChoosePlace(need, None, (), *who(talk))
    return found(talk, catalogue, await wish_of(talk, need, area), page=page)


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


def place_to_choose(
    talk: Talk, catalogue: Catalogue, need: str, region: str | None, page: int
) -> ChoosePlace:
    """The regions, or one page of the towns of a region that have a service of their own."""
    areas = catalogue.areas.values() if region else ()
    own = [one for one in areas if municipality_of(one) and region_of(one) == region]
    page = page if page * TOWNS_AT_ONCE < len(own) else 0
    end = (page + 1) * TOWNS_AT_ONCE
    towns = tuple(own[end - TOWNS_AT_ONCE : end])
    return ChoosePlace(need, region, towns, *who(talk), page, has_more=len(own) > end)


async def wish_of(talk: Talk, need: str, area: str) -> Wish:
    """What somebody looks for here and now, in their language; a mentor also in that of their
    mentee.
    """
    language, zone = talk.person.language, talk.programme.zone
    return Wish(need, area, language, talk.now, zone, other=await language_of_mentee(talk))


def found(
    talk: Talk, catalogue: Catalogue, wish: Wish, *,
    page: int = 0, guesses: tuple[str, ...] = (), gone: bool = False,
) -> ServicesFound:  # fmt: skip
    """One page of what fits a wish."""
    chosen = choose(catalogue, wish)
    start = page * A_PAGE if page * A_PAGE < len(chosen) else 0
    towns = _own_services(catalogue, wish) if start == 0 else ()
    fit = len(towns) <= TOWNS_AT_ONCE
    page_of = ServicesFound(
        wish.need,
        wish.place,
        _tables(one.service for one in islice(chosen, start, start + A_PAGE)),
        talk.now.isoformat(),
        *who(talk),
        page=start // A_PAGE,
        has_more=len(chosen) > start + A_PAGE,
        towns=towns if fit else (),
        guesses=guesses,
        gone=gone,
        has_more_towns=not fit,
    )
    return page_of if chosen or towns else _where_else(page_of, catalogue, wish)


def shown_entry(counter: Counter, catalogue: Catalogue, key: str) -> Entry | None:
    """The entry of this key, unless it is hidden or gone."""
    entry = catalogue.by_key.get(key)
    return entry if entry and is_shown(entry.service, today(counter), entry.doubts) else None


def shown(talk: Talk, entry: Entry, need: str, area: str | None) -> ServiceShown:
    """A service as it is now."""
    table, now = write_service(entry.service), talk.now.isoformat()
    return ServiceShown(table, need, area, now, entry.doubts, *who(talk))


def at_once_card(
    talk: Talk, catalogue: Catalogue, need: str, area: str | None, *, asks: bool = False
) -> Emergency:
    """Whom to call at once for what somebody wrote about; in danger that is one number for all."""
    number = talk.programme.emergency_number
    danger = (one.service for one in catalogue.lines_for("crisis.life"))
    first = [one for one in danger if one.phones and one.phones[0].dial == number]
    caller = Caller(talk.person.language, area, talk.now, talk.programme.zone)
    lines = [one for one in lines_about(catalogue, need, caller) if one not in first]
    return Emergency(_tables((*first, *lines)), talk.now.isoformat(), *who(talk), need, asks)


def emergency_card(talk: Talk, catalogue: Catalogue) -> Emergency:
    """Every line that who stands here can call."""
    language, zone = talk.person.language, talk.programme.zone
    lines = crisis_lines(catalogue, language, own_area(talk), talk.now, zone)
    return Emergency(_tables(lines), talk.now.isoformat(), *who(talk))


def who(talk: Talk) -> tuple[str | None, str]:
    """Whose branch is called, and in which role somebody reads."""
    return talk.person.nearest_branch, talk.person.role or Role.MENTEE


def _where_else(nothing: ServicesFound, catalogue: Catalogue, wish: Wish) -> ServicesFound:
    """Who can be asked about anything, and where there is something for this."""
    doors = _tables(entry.service for entry in general_doors(catalogue, wish))
    wider = tuple(wider_places(catalogue, wish))
    return replace(nothing, services=doors, is_general=True, wider=wider)


def _own_services(catalogue: Catalogue, wish: Wish) -> tuple[tuple[str, str], ...]:
    """The towns with services of their own for a need, each with the only one, or none."""
    own = []
    for area in municipalities(catalogue, wish):
        keys = [one.service.key for one in own_services(catalogue, wish, area)]
        own.append((area, keys[0] if len(keys) == 1 else ""))
    return tuple(own)


def _tables(services: Iterable[Service]) -> tuple[dict[str, object], ...]:
    return tuple(write_service(one) for one in services)
