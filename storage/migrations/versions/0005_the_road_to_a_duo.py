"""The road to a duo."""

import sqlalchemy as sa
from alembic import op

from storage.columns import ID
from storage.instants import Instant

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


def downgrade() -> None:
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index("ix_people_branch_road")
        batch_op.drop_column("road_since")
        batch_op.drop_column("road")

    with op.batch_alter_table("steps", schema=None) as batch_op:
        batch_op.drop_index("ix_steps_person_at")
        batch_op.drop_index("ix_steps_goal_at")

    op.drop_table("steps")
