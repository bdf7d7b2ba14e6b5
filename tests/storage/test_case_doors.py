"""Who is let in to a case: who was asked about this one, not about another one."""

import pytest
from sqlalchemy import delete, insert, update

from storage import Database
from storage.tables import CaseAskRow, CaseRow, PersonRow
from tests.storage.crowd import DUOS, NOW, move_in

# Cases of the crowd about the person of the same number, brought to coach 0 to 19.
ASKED, NOT_ASKED = 50, 51
NADIA, ODILE = 40, 41
OF_DUO, OF_OTHER_DUO = 9_001, 9_002


@pytest.fixture
async def town(memory: Database) -> Database:
    """Nadia was asked about one case; Odile coordinates the branch of duo 60, not of duo 61."""
    await move_in(memory)
    async with memory.transaction() as tx:
        run = tx.connection.execute
        for person, role, branch in ((NADIA, "coach", "elsewhere"), (ODILE, "coordinator", "b60")):
            row = update(PersonRow).where(PersonRow.id == person)
            await run(row.values(role=role, branch=branch))
        await run(update(PersonRow).where(PersonRow.id == 60).values(branch="b60"))
        await run(delete(CaseAskRow))
        ask = {"id": 1, "case_id": ASKED, "person_id": NADIA, "rung": 1, "asked_at": NOW}
        await run(insert(CaseAskRow).values(ask))
        for case_id, duo in ((OF_DUO, 60), (OF_OTHER_DUO, 61)):
            case = {"id": case_id, "reason": "no_meetings", "duo_id": duo, "opened_at": NOW}
            await run(insert(CaseRow).values(case))
    assert DUOS > 61
    return memory


async def test_who_was_asked_about_one_case_sees_no_other_one(town):
    async with town.reading() as tx:
        assert await tx.cases.for_coach(ASKED, NADIA)
        assert await tx.cases.for_coach(NOT_ASKED, NADIA) is None


async def test_a_coordinator_sees_the_duos_of_the_own_branch_only(town):
    async with town.reading() as tx:
        assert await tx.cases.for_coach(OF_DUO, ODILE)
        assert await tx.cases.for_coach(OF_OTHER_DUO, ODILE) is None
