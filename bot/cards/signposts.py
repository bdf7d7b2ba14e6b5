"""Finding help: what somebody needs, where, and the services that fit."""

from datetime import datetime

from bot.cards.areas import area_name
from bot.cards.buttons import NeedTap, Place, PlaceTap, ServiceTap, ThemeTap
from bot.cards.card import Button, Card, Rows, fitting, one_a_row, paragraphs
from bot.cards.danger import danger_first
from bot.cards.needs import need_words, theme_words
from bot.cards.nothing_found import nothing_here, wider_buttons
from bot.cards.services import one_service, short_name
from bot.cards.telling_apart import told_apart
from bot.cards.ways import branch_to_call, in_danger, labelled, people_to_call, way
from bot.i18n import Speech
from bot.programme.directory.areas import COUNTRY, REGIONS, region_of, slug
from bot.programme.directory.choosing import A_PAGE
from bot.programme.directory.reading import read_service
from bot.programme.directory.service import Service
from bot.programme.needs.codes import THEMES, theme_of
from bot.programme.notices import ChoosePlace, FindHelp, NeedsOfTheme, ServicesFound
from bot.programme.people import is_staff
from bot.programme.programme import Programme
from bot.programme.themes import needs_under


def find_help(notice: FindHelp, speech: Speech, programme: Programme) -> Card:
    """Every theme, two a row, and who can be asked instead."""
    place = _slug(notice.place)
    where = notice.place and speech.say(
        "I look in: {place}.", place=area_name(notice.place, speech)
    )
    text = paragraphs(
        speech.say("What do you need help with? Tap a button."),
        speech.say("Or write it in your own words. For example: “I lost my wallet”."),
        str(where or ""),
        speech.say("I do not keep what you look for."),
        branch_to_call(notice.branch, speech, programme),
    )
    themes = [
        Button(theme_words(theme, speech), ThemeTap(theme=theme, place=place).pack())
        for theme in THEMES
    ]
    return Card(text, two_a_row(*themes) + last_rows(notice.role, speech))


def needs_of_theme(notice: NeedsOfTheme, speech: Speech, programme: Programme) -> Card:
    """The needs of a theme, and the way back to all themes."""
    place = _slug(notice.place)
    needs = needs_under(notice.theme)
    text = paragraphs(
        theme_words(notice.theme, speech),
        speech.say("What is it about? Tap a button."),
        branch_to_call(notice.branch, speech, programme),
    )
    buttons = [_need_button(need, place, speech) for need in needs]
    return Card(
        text,
        one_a_row(*buttons, _all_themes(place, speech)) + last_rows(notice.role, speech),
    )


def choose_place(notice: ChoosePlace, speech: Speech, programme: Programme) -> Card:
    """The regions, or the towns of one; what is not in the list can be written."""
    need, region = notice.need, notice.region
    text = paragraphs(
        need_words(need, speech),
        speech.say("Where do you need it? Tap a place.") if region is None
        else speech.say("In which town? Tap it, or tap the whole region."),
        speech.say("Or write what you need and your town. For example: “a doctor in Ghent”."),
        branch_to_call(notice.branch, speech, programme),
    )  # fmt: skip
    if region is None:
        places = [
            Button(area_name(one, speech), PlaceTap(need=need, region=slug(one)).pack())
            for one in REGIONS
        ]
        everywhere = Button(area_name(COUNTRY, speech), _services(need, COUNTRY))
        return Card(text, one_a_row(*places, everywhere) + last_rows(notice.role, speech))
    return Card(text, _towns_to_choose(notice, region, speech) + last_rows(notice.role, speech))


def services_found(notice: ServicesFound, speech: Speech, programme: Programme) -> Card:
    """One page of services, each with what a glance must tell, and every way on."""
    services = [read_service(one) for one in notice.services]
    text = paragraphs(
        speech.say("This service is not in my list any more.") if notice.gone else "",
        *danger_first(notice, speech, programme),
        _title(notice, speech),
        in_danger(speech, programme) if notice.need == "housing.tonight" else "",
        _own_town(notice, speech),
        nothing_here(notice, speech),
        *_findings(notice, services, speech, programme),
        _without_papers(notice, speech),
        _guessed(notice, speech),
        people_to_call(notice.branch, speech, programme),
    )
    rows = (
        _service_buttons(notice, services, speech)
        + _town_buttons(notice, speech)
        + _other_ways(notice, speech)
    )
    return Card(text, rows + last_rows(notice.role, speech))


def service_tap(service: str, need: str, area: str | None) -> str:
    """What the button of a service carries: the place when there is room, else its region."""
    for place in (_slug(area), slug(region_of(area or "")) if area else ""):
        try:
            return ServiceTap(service=service, need=need, place=place).pack()
        except ValueError:
            continue
    return ServiceTap(service=service, need=need).pack()


def last_rows(role: str, speech: Speech) -> Rows:
    """No list is a dead end: a person, and what cannot wait. A coach has nobody to ask."""
    first = Place.MENU if is_staff(role) else Place.COACH
    return one_a_row(way(first, speech), way(Place.EMERGENCY, speech))


def two_a_row(*buttons: Button) -> Rows:
    """Buttons in pairs, the last one alone when there is no other."""
    return tuple(buttons[start : start + 2] for start in range(0, len(buttons), 2))


def _towns_to_choose(notice: ChoosePlace, region: str, speech: Speech) -> Rows:
    """The whole region, a page of its towns, the next page, and the way back to the regions."""
    need = notice.need
    whole = fitting(speech.button("All of {region}", region=area_name(region, speech)))
    towns = [Button(fitting(area_name(one, speech)), _services(need, one)) for one in notice.towns]
    following = PlaceTap(need=need, region=slug(region), page=notice.page + 1).pack()
    more = (Button(speech.button("More towns"), following),) if notice.has_more else ()
    other = Button(speech.button("Another region"), PlaceTap(need=need).pack())
    rows = one_a_row(Button(whole, _services(need, region))) + two_a_row(*towns)
    return rows + one_a_row(*more, other)


def _slug(area: str | None) -> str:
    return slug(area) if area else ""


def _services(need: str, area: str, page: int = 0) -> str:
    return NeedTap(need=need, place=slug(area), page=page).pack()


def _need_button(need: str, place: str, speech: Speech) -> Button:
    return Button(need_words(need, speech), NeedTap(need=need, place=place).pack())


def _all_themes(place: str, speech: Speech) -> Button:
    return Button(speech.button("Another subject"), ThemeTap(theme="", place=place).pack())


def _title(notice: ServicesFound, speech: Speech) -> str:
    where = area_name(notice.place, speech)
    return labelled(need_words(notice.need, speech), where, speech)


def _findings(
    notice: ServicesFound, services: list[Service], speech: Speech, programme: Programme
) -> list[str]:
    now = datetime.fromisoformat(notice.now)
    first = notice.page * A_PAGE + 1
    return [
        f"{number}. {one_service(service, now, speech, programme)}"
        for number, service in enumerate(services, first)
    ]


def _own_town(notice: ServicesFound, speech: Speech) -> str:
    if notice.has_more_towns:
        return speech.say("Many towns have their own service for this. Tap “Choose a town”.")
    if not notice.towns:
        return ""
    return speech.say("Your town has its own service for this. Tap your town.")


def _without_papers(notice: ServicesFound, speech: Speech) -> str:
    if notice.need == "health.ama":
        return speech.say(
            "You have no residence papers? Then you do not need a health fund. "
            "The OCMW/CPAS of your town can pay for urgent medical care."
        )
    return ""


def _guessed(notice: ServicesFound, speech: Speech) -> str:
    if not notice.guesses:
        return ""
    needs = speech.either(f"“{need_words(one, speech)}”" for one in notice.guesses)
    return speech.say("Did you mean something else? Then tap {needs}.", needs=needs)


def _service_buttons(notice: ServicesFound, services: list[Service], speech: Speech) -> Rows:
    first = notice.page * A_PAGE + 1
    apart = told_apart([short_name(one, speech) for one in services])
    return one_a_row(
        *(
            Button(
                fitting(f"{number}. {name}"),
                service_tap(service.key, notice.need, notice.place),
            )
            for number, (name, service) in enumerate(zip(apart, services, strict=True), first)
        )
    )


def _town_buttons(notice: ServicesFound, speech: Speech) -> Rows:
    if notice.has_more_towns:
        towns = PlaceTap(need=notice.need, region=slug(notice.place)).pack()
        return one_a_row(Button(speech.button("Choose a town"), towns))
    return two_a_row(
        *(
            Button(
                fitting(area_name(area, speech)),
                service_tap(key, notice.need, area) if key else _services(notice.need, area),
            )
            for area, key in notice.towns
        )
    )


def _other_ways(notice: ServicesFound, speech: Speech) -> Rows:
    """The next page, other places, and other needs that may have been meant."""
    buttons = [_need_button(one, slug(notice.place), speech) for one in notice.guesses]
    buttons += wider_buttons(notice, speech)
    if notice.has_more:
        following = _services(notice.need, notice.place, notice.page + 1)
        buttons.insert(0, Button(speech.button("More services"), following))
    if theme_of(notice.need) == "health" and notice.need != "health.ama":
        without = _services("health.ama", notice.place)
        buttons.append(Button(speech.button("I have no papers"), without))
    elsewhere = Button(speech.button("Another place"), PlaceTap(need=notice.need).pack())
    return one_a_row(*buttons, elsewhere, _all_themes(slug(notice.place), speech))
