"""Looking for help: by buttons from a need to a service, and in one's own words."""

from dataclasses import replace

from bot.actions.care import entry_for, with_care
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.directory import Directory
from bot.actions.hand_over import with_mentee
from bot.actions.hearing import hear_too
from bot.actions.pointing import (
    area_of,
    emergency_card,
    found,
    needs_in,
    own_area,
    place_to_choose,
    point_the_way,
    services_at,
    shown,
    who,
    wish_of,
)
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.directory.areas import COUNTRY, region_of
from bot.programme.needs.codes import NEEDS, THEMES
from bot.programme.notices import FindHelp, NeedsOfTheme, ServiceShown
from bot.programme.people import Visit
from bot.programme.themes import needs_under


class Signposts:
    """What anybody can look for, registered or not."""

    def __init__(self, desk: Desk, directory: Directory) -> None:
        self.desk = desk
        self.directory = directory

    async def hear(self, talk: Talk, text: str) -> bool:
        """Point the way for what somebody wrote; False when it names nothing that is known."""
        pointed = await point_the_way(talk, await self.directory.catalogue(talk.tx), text)
        await _complete_shown(talk)
        return pointed

    async def help_with(self, talk: Talk, text: str) -> tuple[str, ...]:
        """Show the services for the needs that a text names; empty when it names none."""
        needs = needs_in(text)
        if needs:
            await point_the_way(talk, await self.directory.catalogue(talk.tx), text)
        return needs

    async def find(self, visit: Visit) -> None:
        """Show what one can look for."""
        async with self.desk.serve(visit, correcting=True) as talk:
            talk.reply(FindHelp(own_area(talk), *who(talk)))

    async def emergency(self, visit: Visit) -> None:
        """Show whom to call at once."""
        async with self.desk.serve(visit, correcting=True) as talk:
            talk.reply(emergency_card(talk, await self.directory.catalogue(talk.tx)))
            await hear_too(talk)

    async def theme(self, visit: Visit, theme: str, place: str) -> None:
        """Show the needs of a theme, or all themes when it is none. Of a theme with one need the
        services come at once.
        """
        async with self.desk.serve(visit, correcting=True) as talk:
            catalogue = await self.directory.catalogue(talk.tx)
            area = area_of(place, catalogue) or own_area(talk)
            needs = needs_under(theme) if theme in THEMES else ()
            if len(needs) == 1:
                talk.replace(await services_at(talk, catalogue, needs[0], area))
            elif needs:
                talk.replace(NeedsOfTheme(theme, area, *who(talk)))
            else:
                talk.replace(FindHelp(area, *who(talk)))

    async def need(self, visit: Visit, need: str, place: str, page: int) -> None:
        """Show the services for a need; who is nobody knows where chooses a place first."""
        async with self.desk.serve(visit, correcting=True) as talk:
            if need not in NEEDS:
                show_whereabouts(talk, OLD_BUTTON)
                return
            catalogue = await self.directory.catalogue(talk.tx)
            area = area_of(place, catalogue) or own_area(talk)
            talk.replace(await services_at(talk, catalogue, need, area, page))

    async def places(self, visit: Visit, need: str, region: str, page: int) -> None:
        """Show where else one can look."""
        async with self.desk.serve(visit, correcting=True) as talk:
            if need not in NEEDS:
                show_whereabouts(talk, OLD_BUTTON)
                return
            catalogue = await self.directory.catalogue(talk.tx)
            area = area_of(region, catalogue)
            chosen = region_of(area) if area and area != COUNTRY else None
            talk.replace(place_to_choose(talk, catalogue, need, chosen, page))

    async def service(self, visit: Visit, key: str, need: str, place: str) -> None:
        """Show a service; when it is hidden or gone, say so and show the list."""
        async with self.desk.serve(visit, correcting=True) as talk:
            catalogue = await self.directory.catalogue(talk.tx)
            area = area_of(place, catalogue) or own_area(talk)
            entry = entry_for(talk, catalogue, key)
            if entry:
                card = shown(talk, entry, need if need in NEEDS else "", area)
                talk.reply(card)
                await _complete_shown(talk)
            elif need in NEEDS:
                wish = await wish_of(talk, need, area or COUNTRY)
                talk.replace(found(talk, catalogue, wish, gone=True))
            else:
                talk.replace(FindHelp(area, *who(talk)))


async def _complete_shown(talk: Talk) -> None:
    """Put on the card of a service what only this reader can do with it."""
    for place, letter in enumerate(talk.letters):
        if isinstance(letter.notice, ServiceShown):
            card = await with_mentee(talk, await with_care(talk, letter.notice))
            talk.letters[place] = replace(letter, notice=card)
