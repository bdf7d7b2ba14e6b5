"""Files for a spreadsheet, in which every cell is text."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence

import xlsxwriter

from bot.programme.work.cells import quoted

Table = Sequence[Sequence[str]]


def as_csv(table: Table) -> bytes:
    """Every cell quoted; one that might be computed has a quote mark before it."""
    paper = io.StringIO(newline="")
    writer = csv.writer(paper, quoting=csv.QUOTE_ALL)
    writer.writerows([quoted(cell) for cell in row] for row in table)
    return paper.getvalue().encode("utf-8-sig", "replace")


def as_xlsx(table: Table) -> bytes:
    """XlsxWriter only writes and needs no other package: ``write_string`` makes text of all."""
    paper = io.BytesIO()
    never = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(paper, {"in_memory": True, **never}) as book:
        sheet = book.add_worksheet()
        for down, row in enumerate(table):
            for across, cell in enumerate(row):
                sheet.write_string(down, across, cell.encode("utf-8", "replace").decode())
    return paper.getvalue()


FORMS: Mapping[str, Callable[[Table], bytes]] = {".csv": as_csv, ".xlsx": as_xlsx}
