"""The walking house."""

import sqlalchemy as sa
from alembic import op

from storage.columns import ID
from storage.instants import Instant
from storage.sealing import Blind, Sealed

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sender_key", Blind(), nullable=True),
        sa.Column("raw", Sealed(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("failures", sa.SmallInteger(), nullable=False),
        sa.Column("lease_until", Instant(), nullable=True),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("done_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_inbox")),
    )
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_inbox_waiting",
            ["sender_key", "update_id"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "installation",
        sa.Column("name", sa.String(length=32), autoincrement=False, nullable=False),
        sa.Column("value", Sealed(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_installation")),
    )
    op.create_table(
        "invitations",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("branch", sa.String(length=32), nullable=False),
        sa.Column("first_name", Sealed(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.Column("used_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitations_token_hash")),
    )
    op.create_table(
        "people",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("telegram_key", Blind(), nullable=False),
        sa.Column("telegram_id", Sealed(), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("branch", sa.String(length=32), nullable=True),
        sa.Column("answers", Sealed(), nullable=False),
        sa.Column("asking", sa.String(length=32), nullable=True),
        sa.Column("asking_since", Instant(), nullable=True),
        sa.Column("arrived_at", Instant(), nullable=False),
        sa.Column("registered_at", Instant(), nullable=True),
        sa.Column("paused_at", Instant(), nullable=True),
        sa.Column("unreachable_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("telegram_key", name=op.f("uq_people_telegram_key")),
    )
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_people_branch"), ["branch"], unique=False)

    op.create_table(
        "consents",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("agreed_at", Instant(), nullable=False),
        sa.Column("withdrawn_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_consents_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consents_person_id"), ["person_id"], unique=False)

    op.create_table(
        "duos",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("mentee_id", ID, nullable=False),
        sa.Column("mentor_id", ID, nullable=False),
        sa.Column("coach_id", ID, nullable=False),
        sa.Column("weekday", sa.SmallInteger(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("formed_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("next_check_in_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["coach_id"], ["people.id"], name=op.f("fk_duos_coach_id_people"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["mentee_id"],
            ["people.id"],
            name=op.f("fk_duos_mentee_id_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["mentor_id"],
            ["people.id"],
            name=op.f("fk_duos_mentor_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duos")),
    )
    with op.batch_alter_table("duos", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_duos_coach_id"), ["coach_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_duos_mentee_id"), ["mentee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_duos_mentor_id"), ["mentor_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_duos_next_check_in_at"), ["next_check_in_at"], unique=False
        )
        batch_op.create_index(
            "uq_duos_mentee_active",
            ["mentee_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.create_index(
            "uq_duos_mentor_active",
            ["mentor_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "outbox",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("occurrence", sa.String(length=64), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("facts", Sealed(), nullable=True),
        sa.Column("lane", sa.SmallInteger(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("kept_at", Instant(), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("edits", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("unsure", sa.SmallInteger(), nullable=False),
        sa.Column("lease_until", Instant(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_outbox_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("kind", "subject", "occurrence", name="uq_outbox_letter"),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_outbox_leased",
            ["person_id", "lane"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting' AND lease_until IS NOT NULL"),
            postgresql_where=sa.text("state = 'waiting' AND lease_until IS NOT NULL"),
        )
        batch_op.create_index(batch_op.f("ix_outbox_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "ix_outbox_waiting",
            ["lane", "due_at", "kept_at", "place"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "cases",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=False),
        sa.Column("open_key", sa.String(length=64), nullable=True),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("duo_id", ID, nullable=True),
        sa.Column("coach_id", ID, nullable=True),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("taken_at", Instant(), nullable=True),
        sa.Column("taken_by", ID, nullable=True),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["coach_id"], ["people.id"], name=op.f("fk_cases_coach_id_people"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["duo_id"], ["duos.id"], name=op.f("fk_cases_duo_id_duos"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_cases_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["taken_by"], ["people.id"], name=op.f("fk_cases_taken_by_people"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sa.UniqueConstraint("open_key", name="uq_cases_open_key"),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index("ix_cases_coach_closed", ["coach_id", "closed_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_coach_id"), ["coach_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_duo_id"), ["duo_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_taken_by"), ["taken_by"], unique=False)

    op.create_table(
        "check_ins",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("duo_id", ID, nullable=False),
        sa.Column("week", sa.String(length=8), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("closes_at", Instant(), nullable=True),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(
            ["duo_id"], ["duos.id"], name=op.f("fk_check_ins_duo_id_duos"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_ins")),
        sa.UniqueConstraint("duo_id", "week", name="uq_check_ins_duo_week"),
    )
    with op.batch_alter_table("check_ins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_check_ins_closes_at"), ["closes_at"], unique=False)
        batch_op.create_index("ix_check_ins_duo_asked", ["duo_id", "asked_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_check_ins_duo_id"), ["duo_id"], unique=False)

    op.create_table(
        "prompts",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("check_in_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("answer", sa.String(length=16), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["check_in_id"],
            ["check_ins.id"],
            name=op.f("fk_prompts_check_in_id_check_ins"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_prompts_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prompts")),
        sa.UniqueConstraint("check_in_id", "person_id", name="uq_prompts_check_in_person"),
    )
    with op.batch_alter_table("prompts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_prompts_check_in_id"), ["check_in_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_prompts_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("prompts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_prompts_person_id"))
        batch_op.drop_index(batch_op.f("ix_prompts_check_in_id"))

    op.drop_table("prompts")
    with op.batch_alter_table("check_ins", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_check_ins_duo_id"))
        batch_op.drop_index("ix_check_ins_duo_asked")
        batch_op.drop_index(batch_op.f("ix_check_ins_closes_at"))

    op.drop_table("check_ins")
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cases_taken_by"))
        batch_op.drop_index(batch_op.f("ix_cases_person_id"))
        batch_op.drop_index(batch_op.f("ix_cases_duo_id"))
        batch_op.drop_index(batch_op.f("ix_cases_coach_id"))
        batch_op.drop_index("ix_cases_coach_closed")

    op.drop_table("cases")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_outbox_waiting",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.drop_index(batch_op.f("ix_outbox_person_id"))
        batch_op.drop_index(
            "ix_outbox_leased",
            sqlite_where=sa.text("state = 'waiting' AND lease_until IS NOT NULL"),
            postgresql_where=sa.text("state = 'waiting' AND lease_until IS NOT NULL"),
        )

    op.drop_table("outbox")
    with op.batch_alter_table("duos", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_duos_mentor_active",
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.drop_index(
            "uq_duos_mentee_active",
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_duos_next_check_in_at"))
        batch_op.drop_index(batch_op.f("ix_duos_mentor_id"))
        batch_op.drop_index(batch_op.f("ix_duos_mentee_id"))
        batch_op.drop_index(batch_op.f("ix_duos_coach_id"))

    op.drop_table("duos")
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consents_person_id"))

    op.drop_table("consents")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_people_branch"))

    op.drop_table("people")
    op.drop_table("invitations")
    op.drop_table("installation")
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_inbox_waiting",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.drop_table("inbox")
