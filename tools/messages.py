"""`make messages`: collects what the bot says, updates the catalogs, and tells what is missing."""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from bot.i18n import texts
from tools.catalogs import (
    ROOT,
    TRANSLATED,
    catalog_path,
    extracted,
    messages,
    name_of,
    read,
    template_path,
    updated,
    written,
)
from tools.extraction import UnreadableTextError


def update_all(root: Path = ROOT) -> list[str]:
    """Writes the template and every catalog anew; gives a report, a line a thing."""
    template = extracted(root)
    template_path(root).write_text(written(template), encoding="utf-8")
    report = [f"{len(messages(template))} texts collected."]
    for language in TRANSLATED:
        report += _update(language, template, root)
    return report


def _update(language: str, template: Catalog, root: Path) -> list[str]:
    """Writes one catalog anew; gives what was dropped and what still wants a translation."""
    path = catalog_path(language, root)
    catalog = updated(read(path, language), template)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(catalog), encoding="utf-8")
    dropped = [_dropped(message) for message in catalog.obsolete.values() if message.string]
    missing = [f"  missing  {name_of(m)}" for m in messages(catalog) if is_missing(m)]
    return [f"{path.relative_to(root)}: {len(missing)} missing.", *dropped, *missing]


def is_missing(message: Message) -> bool:
    """Whether a form of the message has no translation yet."""
    return not all(texts(message.string)) or not message.string


def _dropped(message: Message) -> str:
    """A text nobody says any more, with its translation, to copy from when it was reworded."""
    return f"  dropped  {name_of(message)}: {' / '.join(texts(message.string))}"


def main() -> None:
    """Updates the catalogs of this project, or says which text cannot be collected."""
    try:
        print("\n".join(update_all()))
    except UnreadableTextError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
