"""The road to a duo."""

import sqlalchemy as sa
from alembic import op

from storage.columns import ID
from storage.instants import Instant
from storage.sealing import Sealed

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "steps",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("duo_id", sa.BigInteger(), nullable=True),
        sa.Column("origin", sa.String(length=16), nullable=True),
        sa.Column("goal", sa.String(length=16), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=True),
        sa.Column("why", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_steps_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_steps")),
    )
    with op.batch_alter_table("steps", schema=None) as batch_op:
        batch_op.create_index("ix_steps_goal_at", ["goal", "at"], unique=False)
        batch_op.create_index("ix_steps_person_at", ["person_id", "at"], unique=False)

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("road", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("road_since", Instant(), nullable=True))
        batch_op.create_index(
            "ix_people_branch_road", ["branch", "road", "road_since"], unique=False
        )
    _count_active_weeks()
    _sign_conventions()


def downgrade() -> None:
    _sign_nothing()
    _count_no_weeks()
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index("ix_people_branch_road")
        batch_op.drop_column("road_since")
        batch_op.drop_column("road")

    with op.batch_alter_table("steps", schema=None) as batch_op:
        batch_op.drop_index("ix_steps_person_at")
        batch_op.drop_index("ix_steps_goal_at")

    op.drop_table("steps")


def _count_active_weeks() -> None:
    op.create_table(
        "duo_breaks",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("duo_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("began_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("reason", Sealed(), nullable=True),
        sa.ForeignKeyConstraint(
            ["duo_id"], ["duos.id"], name=op.f("fk_duo_breaks_duo_id_duos"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_duo_breaks_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duo_breaks")),
    )
    with op.batch_alter_table("duo_breaks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_duo_breaks_duo_id"), ["duo_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_duo_breaks_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_duo_breaks_person_open",
            ["person_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    with op.batch_alter_table("duos", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("state", sa.String(16), server_default="active", nullable=False)
        )
        batch_op.add_column(sa.Column("active_since", Instant(), nullable=True))
        batch_op.add_column(sa.Column("talk", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("look_at", Instant(), nullable=True))
        batch_op.create_index(batch_op.f("ix_duos_look_at"), ["look_at"], unique=False)
    # The duos there are meet every week already; who takes a break now has it since they said so.
    op.execute("UPDATE duos SET active_since = formed_at")
    op.execute("UPDATE duos SET look_at = formed_at WHERE ended_at IS NULL")
    op.execute(
        "INSERT INTO duo_breaks (id, duo_id, person_id, began_at)"
        " SELECT people.id, duos.id, people.id, people.paused_at FROM people JOIN duos"
        " ON people.id IN (duos.mentee_id, duos.mentor_id)"
        " WHERE duos.ended_at IS NULL AND people.paused_at IS NOT NULL"
    )


def _count_no_weeks() -> None:
    with op.batch_alter_table("duos", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_duos_look_at"))
        batch_op.drop_column("look_at")
        batch_op.drop_column("talk")
        batch_op.drop_column("active_since")
        batch_op.drop_column("state")

    with op.batch_alter_table("duo_breaks", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_duo_breaks_person_open",
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_duo_breaks_person_id"))
        batch_op.drop_index(batch_op.f("ix_duo_breaks_duo_id"))

    op.drop_table("duo_breaks")


def _sign_conventions() -> None:
    op.create_table(
        "convention_texts",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_convention_texts")),
        sa.UniqueConstraint("hash", name=op.f("uq_convention_texts_hash")),
    )
    op.create_table(
        "signatures",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("duo_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("signed_at", Instant(), nullable=False),
        sa.Column("noted_by", sa.BigInteger(), nullable=True),
        sa.Column("objected_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["duo_id"], ["duos.id"], name=op.f("fk_signatures_duo_id_duos"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_signatures_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signatures")),
        sa.UniqueConstraint("duo_id", "person_id", "version", name="uq_signatures_duo_person"),
    )
    with op.batch_alter_table("signatures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signatures_person_id"), ["person_id"], unique=False)

    op.create_table(
        "first_meetings",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("duo_id", ID, nullable=False),
        sa.Column("draft", sa.String(length=200), nullable=False),
        sa.Column("times", sa.String(length=200), nullable=False),
        sa.Column("round", sa.SmallInteger(), nullable=False),
        sa.Column("suits_mentee", sa.String(length=200), nullable=True),
        sa.Column("suits_mentor", sa.String(length=200), nullable=True),
        sa.Column("place_kind", sa.String(length=16), nullable=False),
        sa.Column("meeting_id", ID, nullable=True),
        sa.Column("look_at", Instant(), nullable=True),
        sa.Column("held_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["duo_id"],
            ["duos.id"],
            name=op.f("fk_first_meetings_duo_id_duos"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meetings.id"],
            name=op.f("fk_first_meetings_meeting_id_meetings"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_first_meetings")),
        sa.UniqueConstraint("duo_id", name="uq_first_meetings_duo"),
    )
    with op.batch_alter_table("first_meetings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_first_meetings_look_at"), ["look_at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_first_meetings_meeting_id"), ["meeting_id"], unique=False
        )

    with op.batch_alter_table("duos", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asked_version", sa.String(length=32), nullable=True))
        batch_op.create_index(batch_op.f("ix_duos_asked_version"), ["asked_version"], unique=False)


def _sign_nothing() -> None:
    with op.batch_alter_table("duos", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_duos_asked_version"))
        batch_op.drop_column("asked_version")

    with op.batch_alter_table("first_meetings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_first_meetings_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_first_meetings_look_at"))

    op.drop_table("first_meetings")
    with op.batch_alter_table("signatures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signatures_person_id"))

    op.drop_table("signatures")
    op.drop_table("convention_texts")
