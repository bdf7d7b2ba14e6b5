"""Lay out the files of the starter directory in the one way, by key: after editing by hand."""

import json

from bot.directory import starter
from bot.directory.layout import laid_out
from bot.programme.directory.reading import read_service
from bot.programme.directory.writing import write_service


def main() -> None:
    """Write both files anew; they hold what they held."""
    tables = sorted(starter.services(), key=lambda one: str(one["key"]))
    tidy = [write_service(read_service(one)) | {"evidence": one["evidence"]} for one in tables]
    starter.SERVICES.write_text(laid_out(tidy), encoding="utf-8")
    terms = json.loads(starter.TAXONOMY.read_text(encoding="utf-8"))
    starter.TAXONOMY.write_text(laid_out(terms), encoding="utf-8")


if __name__ == "__main__":
    main()
