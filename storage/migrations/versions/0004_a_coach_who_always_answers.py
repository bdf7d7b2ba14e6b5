"""A coach who always answers."""

import sqlalchemy as sa
from alembic import op

from storage.columns import ID
from storage.instants import Instant
from storage.sealing import Sealed

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "heartbeats",
        sa.Column("name", sa.String(length=32), autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_heartbeats")),
    )
    op.create_table(
        "deputies",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("deputy_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["deputy_id"],
            ["people.id"],
            name=op.f("fk_deputies_deputy_id_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_deputies_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_deputies")),
    )
    with op.batch_alter_table("deputies", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deputies_deputy_id"), ["deputy_id"], unique=False)

    op.create_table(
        "leaves",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("deputy_id", ID, nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("kept_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deputy_id"],
            ["people.id"],
            name=op.f("fk_leaves_deputy_id_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_leaves_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leaves")),
    )
    with op.batch_alter_table("leaves", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_leaves_deputy_id"), ["deputy_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_leaves_person_id"), ["person_id"], unique=False)

    op.create_table(
        "recovery_codes",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_recovery_codes_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_codes")),
        sa.UniqueConstraint("person_id", "code_hash", name="uq_recovery_codes_person_code"),
    )
    op.create_table(
        "second_factors",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("secret", Sealed(), nullable=True),
        sa.Column("offered", Sealed(), nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("confirmed_at", Instant(), nullable=True),
        sa.Column("last_step", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("passed_until", Instant(), nullable=True),
        sa.Column("failures", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("blocked_until", Instant(), nullable=True),
        sa.Column("asked_until", Instant(), nullable=True),
        sa.Column("asked_about", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_about"],
            ["cases.id"],
            name=op.f("fk_second_factors_asked_about_cases"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_second_factors_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_second_factors")),
    )
    with op.batch_alter_table("second_factors", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_second_factors_asked_about"), ["asked_about"], unique=False
        )

    op.create_table(
        "staff_groups",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("branch", sa.String(length=32), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("linked_by", ID, nullable=True),
        sa.Column("linked_at", Instant(), nullable=True),
        sa.Column("lost_at", Instant(), nullable=True),
        sa.Column("code_hash", sa.String(length=64), nullable=True),
        sa.Column("code_for", ID, nullable=True),
        sa.Column("code_until", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["code_for"],
            ["people.id"],
            name=op.f("fk_staff_groups_code_for_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["linked_by"],
            ["people.id"],
            name=op.f("fk_staff_groups_linked_by_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_groups")),
        sa.UniqueConstraint("branch", name=op.f("uq_staff_groups_branch")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_staff_groups_chat_id")),
    )
    with op.batch_alter_table("staff_groups", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_groups_code_for"), ["code_for"], unique=False)
        batch_op.create_index(batch_op.f("ix_staff_groups_linked_by"), ["linked_by"], unique=False)

    op.create_table(
        "case_asks",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("rung", sa.SmallInteger(), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_case_asks_case_id_cases"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_case_asks_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_asks")),
        sa.UniqueConstraint("case_id", "person_id", name="uq_case_asks_case_person"),
    )
    with op.batch_alter_table("case_asks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_asks_person_id"), ["person_id"], unique=False)

    op.create_table(
        "case_lines",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("takes", sa.String(length=16), nullable=False),
        sa.Column("until", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.id"],
            name=op.f("fk_case_lines_case_id_cases"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_case_lines_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_case_lines")),
    )
    with op.batch_alter_table("case_lines", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_lines_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_messages",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("author_id", ID, nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("form", sa.String(length=16), nullable=False),
        sa.Column("words", Sealed(), nullable=True),
        sa.Column("file", Sealed(), nullable=True),
        sa.Column("file_mark", sa.String(length=64), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("sent_at", Instant(), nullable=False),
        sa.Column("edited_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["people.id"],
            name=op.f("fk_case_messages_author_id_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.id"],
            name=op.f("fk_case_messages_case_id_cases"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_messages")),
    )
    with op.batch_alter_table("case_messages", schema=None) as batch_op:
        batch_op.create_index(
            "ix_case_messages_author_message", ["author_id", "message_id"], unique=False
        )
        batch_op.create_index("ix_case_messages_case_sent", ["case_id", "sent_at"], unique=False)

    op.create_table(
        "case_readings",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("reader_id", ID, nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("read_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.id"],
            name=op.f("fk_case_readings_case_id_cases"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["reader_id"],
            ["people.id"],
            name=op.f("fk_case_readings_reader_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_readings")),
    )
    with op.batch_alter_table("case_readings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_readings_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_case_readings_reader_id"), ["reader_id"], unique=False
        )

    op.create_table(
        "case_topics",
        sa.Column("case_id", ID, nullable=False),
        sa.Column("group_id", ID, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("shown", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("card_id", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("lease_until", Instant(), nullable=True),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.id"],
            name=op.f("fk_case_topics_case_id_cases"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["staff_groups.id"],
            name=op.f("fk_case_topics_group_id_staff_groups"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case_topics")),
    )
    with op.batch_alter_table("case_topics", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_topics_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_topics_state"), ["state"], unique=False)

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("urgency", sa.String(length=8), server_default="week", nullable=False)
        )
        batch_op.add_column(sa.Column("about", Sealed(), nullable=True))
        batch_op.add_column(sa.Column("audience", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("asking", sa.String(length=8), nullable=True))
        batch_op.add_column(sa.Column("ladder", sa.String(length=512), nullable=True))
        batch_op.add_column(
            sa.Column("rung", sa.SmallInteger(), server_default="0", nullable=False)
        )
        batch_op.add_column(sa.Column("next_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("next_step", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("promised_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("read_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("read_by", ID, nullable=True))
        batch_op.add_column(sa.Column("answered_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("first_answered_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("waits_until", Instant(), nullable=True))
        batch_op.add_column(sa.Column("reopened_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("alarmed_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("words_closed_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("may_call", sa.String(length=8), nullable=True))
        batch_op.add_column(sa.Column("tried_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("asked_since", Instant(), nullable=True))
        batch_op.add_column(sa.Column("away_from", ID, nullable=True))
        batch_op.add_column(sa.Column("last_answer_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("last_answer_by", ID, nullable=True))
        batch_op.add_column(sa.Column("handed_by", ID, nullable=True))
        batch_op.add_column(sa.Column("handed_how", sa.String(length=8), nullable=True))
        batch_op.create_index("ix_cases_next", ["next_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_away_from"), ["away_from"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_cases_away_from_people"),
            "people",
            ["away_from"],
            ["id"],
            ondelete="RESTRICT",
        )
        batch_op.create_index(batch_op.f("ix_cases_read_by"), ["read_by"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_cases_read_by_people"),
            "people",
            ["read_by"],
            ["id"],
            ondelete="RESTRICT",
        )
        batch_op.create_index(
            batch_op.f("ix_cases_last_answer_by"), ["last_answer_by"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_cases_last_answer_by_people"),
            "people",
            ["last_answer_by"],
            ["id"],
            ondelete="RESTRICT",
        )
        batch_op.create_index(batch_op.f("ix_cases_handed_by"), ["handed_by"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_cases_handed_by_people"),
            "people",
            ["handed_by"],
            ["id"],
            ondelete="RESTRICT",
        )

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("replies_to", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("stays", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("answers", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("removed_at", Instant(), nullable=True))
        batch_op.create_index(
            "ix_outbox_standing",
            ["stays", "settled_at"],
            unique=False,
            sqlite_where=sa.text("stays IS NOT NULL AND removed_at IS NULL"),
            postgresql_where=sa.text("stays IS NOT NULL AND removed_at IS NULL"),
        )

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("spared_until", Instant(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("spared_until")

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_standing")
        batch_op.drop_column("removed_at")
        batch_op.drop_column("answers")
        batch_op.drop_column("stays")
        batch_op.drop_column("replies_to")

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_cases_handed_by_people"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_cases_handed_by"))
        batch_op.drop_constraint(batch_op.f("fk_cases_last_answer_by_people"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_cases_last_answer_by"))
        batch_op.drop_constraint(batch_op.f("fk_cases_away_from_people"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_cases_away_from"))
        batch_op.drop_constraint(batch_op.f("fk_cases_read_by_people"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_cases_read_by"))
        batch_op.drop_index("ix_cases_next")
        batch_op.drop_column("handed_how")
        batch_op.drop_column("handed_by")
        batch_op.drop_column("last_answer_by")
        batch_op.drop_column("last_answer_at")
        batch_op.drop_column("away_from")
        batch_op.drop_column("asked_since")
        batch_op.drop_column("tried_at")
        batch_op.drop_column("may_call")
        batch_op.drop_column("words_closed_at")
        batch_op.drop_column("alarmed_at")
        batch_op.drop_column("reopened_at")
        batch_op.drop_column("waits_until")
        batch_op.drop_column("first_answered_at")
        batch_op.drop_column("answered_at")
        batch_op.drop_column("read_by")
        batch_op.drop_column("read_at")
        batch_op.drop_column("promised_at")
        batch_op.drop_column("next_step")
        batch_op.drop_column("next_at")
        batch_op.drop_column("rung")
        batch_op.drop_column("ladder")
        batch_op.drop_column("asking")
        batch_op.drop_column("audience")
        batch_op.drop_column("about")
        batch_op.drop_column("urgency")

    with op.batch_alter_table("case_topics", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_topics_state"))
        batch_op.drop_index(batch_op.f("ix_case_topics_group_id"))

    op.drop_table("case_topics")
    with op.batch_alter_table("case_readings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_readings_reader_id"))
        batch_op.drop_index(batch_op.f("ix_case_readings_case_id"))

    op.drop_table("case_readings")
    with op.batch_alter_table("case_messages", schema=None) as batch_op:
        batch_op.drop_index("ix_case_messages_case_sent")
        batch_op.drop_index("ix_case_messages_author_message")

    op.drop_table("case_messages")
    with op.batch_alter_table("case_lines", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_lines_case_id"))

    op.drop_table("case_lines")
    with op.batch_alter_table("case_asks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_asks_person_id"))

    op.drop_table("case_asks")
    with op.batch_alter_table("staff_groups", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_staff_groups_linked_by"))
        batch_op.drop_index(batch_op.f("ix_staff_groups_code_for"))

    op.drop_table("staff_groups")
    with op.batch_alter_table("second_factors", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_second_factors_asked_about"))

    op.drop_table("second_factors")
    op.drop_table("recovery_codes")
    with op.batch_alter_table("leaves", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_leaves_person_id"))
        batch_op.drop_index(batch_op.f("ix_leaves_deputy_id"))

    op.drop_table("leaves")
    with op.batch_alter_table("deputies", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deputies_deputy_id"))

    op.drop_table("deputies")
    op.drop_table("heartbeats")
