"""What stands in the way of people who look for help: numbers only, and no small ones."""

from collections.abc import Sequence

from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.directory import Directory
from bot.actions.pointing import own_area
from bot.programme.directory import Catalogue
from bot.programme.directory.areas import region_of
from bot.programme.notices import BarriersShown, NotForYou
from bot.programme.people import Visit, is_staff
from bot.programme.referrals import Cell, tellable

ByService = tuple[tuple[dict[str, str], tuple[tuple[str, int], ...]], ...]


class Barriers:
    """What the programme may know of doors that stayed shut."""

    def __init__(self, desk: Desk, directory: Directory) -> None:
        self.desk = desk
        self.directory = directory

    async def show(self, visit: Visit) -> None:
        """Show staff what stands in the way in the region of their branch."""
        async with self.desk.serve(visit) as talk:
            area = own_area(talk)
            if not is_staff(talk.person.role) or area is None:
                talk.reply(NotForYou())
                return
            cells = await _tellable(talk, region_of(area))
            catalogue = await self.directory.catalogue(talk.tx)
            talk.reply(BarriersShown(region_of(area), _by_service(cells, catalogue)))

    async def report(self, region: str | None = None) -> tuple[Cell, ...]:
        """What stands in the way, for each service and region, as far as it may be told."""
        async with self.desk.open() as counter:
            return await _tellable(counter, region)


async def _tellable(counter: Counter, region: str | None) -> tuple[Cell, ...]:
    cells = await counter.tx.referrals.barriers(region)
    return tellable(Cell(*one) for one in cells)


def _by_service(cells: Sequence[Cell], catalogue: Catalogue) -> ByService:
    """Each service with its barriers, in the order in which the cells come."""
    told: dict[str, list[tuple[str, int]]] = {}
    for cell in cells:
        told.setdefault(cell.service, []).append((cell.barrier, cell.count))
    return tuple((_name(key, catalogue), tuple(pairs)) for key, pairs in told.items())


def _name(key: str, catalogue: Catalogue) -> dict[str, str]:
    """Its key when it is gone; nothing for all other services together."""
    entry = catalogue.by_key.get(key)
    return dict(entry.service.name) if entry else {"en": key} if key else {}
