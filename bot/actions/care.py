"""What staff see of an entry that others do not: hidden ones, who checked it, and the doubts."""

from dataclasses import replace

from bot.actions.counter import Talk
from bot.actions.pointing import shown_entry
from bot.programme.directory import Catalogue, Entry
from bot.programme.notices import ServiceShown
from bot.programme.people import is_staff


def entry_for(talk: Talk, catalogue: Catalogue, key: str) -> Entry | None:
    """The entry of this key: for staff any that there is, for others one that is shown."""
    if is_staff(talk.person.role):
        return catalogue.by_key.get(key)
    return shown_entry(talk, catalogue, key)


async def with_care(talk: Talk, notice: ServiceShown) -> ServiceShown:
    """The same card; for staff with who checked the entry, and what is said against it. Who was
    writing a change and looks at a service instead has ended that.
    """
    if not is_staff(talk.person.role):
        return notice
    await talk.save(asking=None)
    key = str(notice.service["key"])
    checked_by = await talk.tx.keeping.assured_by(key)
    name = (await talk.tx.people.get(checked_by)).first_name if checked_by else ""
    return replace(notice, checked_by=name, faults=tuple(await talk.tx.keeping.faults(key)))
