from sqlalchemy import insert, select

from storage.database import Database
from storage.ids import foreseeable, new_id
from tests.storage.tables import JARS


def test_ids_are_positive_fit_a_bigint_and_do_not_follow_one_another():
    ids = [new_id() for _ in range(1_000)]
    assert len(set(ids)) == 1_000
    assert all(0 < one < 2**63 for one in ids)
    assert ids != sorted(ids)


async def test_a_row_that_names_no_id_gets_a_random_one(database: Database):
    async with database.transaction() as transaction:
        await transaction.connection.execute(insert(JARS), [{"count": 1}, {"count": 2}])
        ids = (await transaction.connection.scalars(select(JARS.c.id))).all()
    assert len(ids) == 2
    assert all(one > 1_000_000 for one in ids)


def test_in_a_play_the_numbers_are_the_same_every_time():
    def play() -> list[int]:
        with foreseeable(7):
            return [new_id() for _ in range(5)]

    assert play() == play()


def test_after_a_play_no_number_can_be_foreseen():
    with foreseeable(7):
        within = new_id()
    with foreseeable(7):
        pass
    assert new_id() != within
