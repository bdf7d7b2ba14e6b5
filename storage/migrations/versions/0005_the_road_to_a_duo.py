"""The road to a duo."""

import sqlalchemy as sa
from alembic import op

from storage.columns import ID
from storage.instants import Instant
from storage.sealing import Blind, Sealed

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
        batch_op.add_column(sa.Column("remind_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("reminders", sa.SmallInteger(), nullable=True))
        batch_op.create_index(batch_op.f("ix_people_remind_at"), ["remind_at"], unique=False)
    _count_active_weeks()
    _matches_up()
    _keep_sessions()
    _people_without_telegram()
    _keep_first_talks()
    _sign_conventions()


def _people_without_telegram() -> None:
    """Who takes part by phone or on paper, and what coaches do for them."""
    op.create_table(
        "calls",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("by_id", ID, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("holds_until", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["by_id"], ["people.id"], name=op.f("fk_calls_by_id_people"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_calls_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
    )
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calls_by_id"), ["by_id"], unique=False)
        batch_op.create_index("ix_calls_person_held", ["person_id", "holds_until"], unique=False)

    op.create_table(
        "deeds",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("by_id", ID, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"], ["people.id"], name=op.f("fk_deeds_by_id_people"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_deeds_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deeds")),
    )
    with op.batch_alter_table("deeds", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deeds_by_id"), ["by_id"], unique=False)
        batch_op.create_index("ix_deeds_person_at", ["person_id", "at"], unique=False)

    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.add_column(sa.Column("channel", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("taken_by", sa.BigInteger(), nullable=True))

    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("person_id", sa.BigInteger(), nullable=True))

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_outbox_to_call",
            ["person_id", "due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'to_call'"),
            postgresql_where=sa.text("state = 'to_call'"),
        )

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("channel", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("entered_by", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("entered_in", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("import_key", Blind(), nullable=True))
        batch_op.add_column(sa.Column("answers_for", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("answers_until", Instant(), nullable=True))
        batch_op.alter_column("telegram_key", existing_type=Blind(), nullable=True)
        batch_op.alter_column("telegram_id", existing_type=Sealed(), nullable=True)
        batch_op.create_index("ix_people_entered", ["entered_in", "stage"], unique=False)
        batch_op.create_unique_constraint(batch_op.f("uq_people_import_key"), ["import_key"])


def downgrade() -> None:
    _matches_down()
    _sign_nothing()
    _drop_first_talks()
    _everybody_on_telegram()
    _keep_no_sessions()
    _count_no_weeks()
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_people_remind_at"))
        batch_op.drop_column("reminders")
        batch_op.drop_column("remind_at")
        batch_op.drop_index("ix_people_branch_road")
        batch_op.drop_column("road_since")
        batch_op.drop_column("road")

    with op.batch_alter_table("steps", schema=None) as batch_op:
        batch_op.drop_index("ix_steps_person_at")
        batch_op.drop_index("ix_steps_goal_at")

    op.drop_table("steps")


def _matches_up() -> None:
    op.create_table(
        "matches",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("mentee_id", ID, nullable=False),
        sa.Column("mentor_id", ID, nullable=False),
        sa.Column("coach_id", ID, nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("mentee_agreed_at", Instant(), nullable=True),
        sa.Column("mentor_agreed_at", Instant(), nullable=True),
        sa.Column("look_at", Instant(), nullable=True),
        sa.Column("reminded_at", Instant(), nullable=True),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("outcome", sa.String(length=12), nullable=True),
        sa.ForeignKeyConstraint(
            ["coach_id"],
            ["people.id"],
            name=op.f("fk_matches_coach_id_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["mentee_id"],
            ["people.id"],
            name=op.f("fk_matches_mentee_id_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["mentor_id"],
            ["people.id"],
            name=op.f("fk_matches_mentor_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matches")),
    )
    with op.batch_alter_table("matches", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_matches_coach_id"), ["coach_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_matches_look_at"), ["look_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_matches_mentee_id"), ["mentee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_matches_mentor_id"), ["mentor_id"], unique=False)
        batch_op.create_index(
            "uq_matches_mentee_open",
            ["mentee_id"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.create_index(
            "uq_matches_mentor_open",
            ["mentor_id"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )


def _matches_down() -> None:
    with op.batch_alter_table("matches", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_matches_mentor_open",
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.drop_index(
            "uq_matches_mentee_open",
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_matches_mentor_id"))
        batch_op.drop_index(batch_op.f("ix_matches_mentee_id"))
        batch_op.drop_index(batch_op.f("ix_matches_look_at"))
        batch_op.drop_index(batch_op.f("ix_matches_coach_id"))

    op.drop_table("matches")


def _everybody_on_telegram() -> None:
    """The older bot knows nobody without Telegram: better no way back than people who are lost."""
    people = sa.table("people", sa.column("telegram_id"))
    without = sa.select(sa.func.count()).select_from(people).where(people.c.telegram_id.is_(None))
    if number := op.get_bind().scalar(without):
        raise RuntimeError(
            f"{number} people take part without Telegram. The older version cannot keep them."
        )
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_people_import_key"), type_="unique")
        batch_op.drop_index("ix_people_entered")
        batch_op.alter_column("telegram_id", existing_type=Sealed(), nullable=False)
        batch_op.alter_column("telegram_key", existing_type=Blind(), nullable=False)
        batch_op.drop_column("answers_until")
        batch_op.drop_column("answers_for")
        batch_op.drop_column("import_key")
        batch_op.drop_column("entered_in")
        batch_op.drop_column("entered_by")
        batch_op.drop_column("channel")

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_outbox_to_call",
            sqlite_where=sa.text("state = 'to_call'"),
            postgresql_where=sa.text("state = 'to_call'"),
        )

    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.drop_column("person_id")

    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_column("taken_by")
        batch_op.drop_column("channel")

    with op.batch_alter_table("deeds", schema=None) as batch_op:
        batch_op.drop_index("ix_deeds_person_at")
        batch_op.drop_index(batch_op.f("ix_deeds_by_id"))

    op.drop_table("deeds")
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.drop_index("ix_calls_person_held")
        batch_op.drop_index(batch_op.f("ix_calls_by_id"))

    op.drop_table("calls")
    op.execute("UPDATE outbox SET state = 'dropped' WHERE state = 'to_call'")


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


def _keep_first_talks() -> None:
    op.create_table(
        "intake_exceptions",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("coach_id", ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts", sa.String(length=5), nullable=False),
        sa.Column("ends", sa.String(length=5), nullable=False),
        sa.Column("place", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(
            ["coach_id"],
            ["people.id"],
            name=op.f("fk_intake_exceptions_coach_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_exceptions")),
        sa.UniqueConstraint("coach_id", "day", "starts", name="uq_intake_exceptions_coach_hour"),
    )
    op.create_table(
        "intake_patterns",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("coach_id", ID, nullable=False),
        sa.Column("weekday", sa.SmallInteger(), nullable=False),
        sa.Column("starts", sa.String(length=5), nullable=False),
        sa.Column("ends", sa.String(length=5), nullable=False),
        sa.Column("place", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(
            ["coach_id"],
            ["people.id"],
            name=op.f("fk_intake_patterns_coach_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_patterns")),
        sa.UniqueConstraint("coach_id", "weekday", "starts", name="uq_intake_patterns_coach_hour"),
    )
    op.create_table(
        "intake_wishes",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("told_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_intake_wishes_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_wishes")),
        sa.UniqueConstraint("person_id", name="uq_intake_wishes_person_id"),
    )
    op.create_table(
        "intakes",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("open_key", sa.BigInteger(), nullable=True),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("coach_id", ID, nullable=False),
        sa.Column("starts_at", Instant(), nullable=False),
        sa.Column("ends_at", Instant(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("place", sa.String(length=8), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("came_from", sa.String(length=16), nullable=False),
        sa.Column("asks", sa.String(length=40), nullable=True),
        sa.Column("asks_since", Instant(), nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("outcome", Sealed(), nullable=True),
        sa.ForeignKeyConstraint(
            ["coach_id"],
            ["people.id"],
            name=op.f("fk_intakes_coach_id_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_intakes_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intakes")),
        sa.UniqueConstraint("open_key", name="uq_intakes_open_key"),
    )
    with op.batch_alter_table("intakes", schema=None) as batch_op:
        batch_op.create_index("ix_intakes_coach_starts", ["coach_id", "starts_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_intakes_person_id"), ["person_id"], unique=False)

    op.create_table(
        "taken_half_hours",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("coach_id", ID, nullable=False),
        sa.Column("starts_at", Instant(), nullable=False),
        sa.Column("intake_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["coach_id"],
            ["people.id"],
            name=op.f("fk_taken_half_hours_coach_id_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["intake_id"],
            ["intakes.id"],
            name=op.f("fk_taken_half_hours_intake_id_intakes"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taken_half_hours")),
        sa.UniqueConstraint("coach_id", "starts_at", name="uq_taken_half_hours_coach_starts"),
    )
    with op.batch_alter_table("taken_half_hours", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_taken_half_hours_intake_id"), ["intake_id"], unique=False
        )


def _drop_first_talks() -> None:
    with op.batch_alter_table("taken_half_hours", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_taken_half_hours_intake_id"))

    op.drop_table("taken_half_hours")
    with op.batch_alter_table("intakes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_intakes_person_id"))
        batch_op.drop_index("ix_intakes_coach_starts")

    op.drop_table("intakes")
    op.drop_table("intake_wishes")
    op.drop_table("intake_patterns")
    op.drop_table("intake_exceptions")


def _keep_sessions() -> None:
    op.create_table(
        "code_tries",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("wrong", sa.SmallInteger(), nullable=False),
        sa.Column("since", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_code_tries_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_code_tries")),
    )
    op.create_table(
        "session_drafts",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("wall", sa.String(length=16), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("capacity", sa.SmallInteger(), nullable=False),
        sa.Column("asks", sa.String(length=16), nullable=False),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_session_drafts_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_session_drafts")),
    )
    op.create_table(
        "session_wishes",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_session_wishes_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_wishes")),
        sa.UniqueConstraint("person_id", "what", name="uq_session_wishes_what"),
    )
    op.create_table(
        "sessions",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("branch", sa.String(length=32), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("starts_at", Instant(), nullable=False),
        sa.Column("ends_at", Instant(), nullable=False),
        sa.Column("capacity", sa.SmallInteger(), nullable=False),
        sa.Column("made_by", ID, nullable=False),
        sa.Column("coach_id", ID, nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("cancelled_at", Instant(), nullable=True),
        sa.Column("roll_due_at", Instant(), nullable=True),
        sa.Column("code", Blind(), nullable=True),
        sa.Column("gone", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["coach_id"],
            ["people.id"],
            name=op.f("fk_sessions_coach_id_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["made_by"],
            ["people.id"],
            name=op.f("fk_sessions_made_by_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index("ix_sessions_branch_starts", ["branch", "starts_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_sessions_coach_id"), ["coach_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sessions_made_by"), ["made_by"], unique=False)
        batch_op.create_index("ix_sessions_roll_due", ["roll_due_at"], unique=False)

    op.create_table(
        "training_exceptions",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("reason", Sealed(), nullable=False),
        sa.Column("recorded_by", ID, nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("sure_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_training_exceptions_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"],
            ["people.id"],
            name=op.f("fk_training_exceptions_recorded_by_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_training_exceptions")),
    )
    with op.batch_alter_table("training_exceptions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_training_exceptions_recorded_by"), ["recorded_by"], unique=False
        )

    op.create_table(
        "seats",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("session_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=True),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("held_until", Instant(), nullable=True),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_seats_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.id"],
            name=op.f("fk_seats_session_id_sessions"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seats")),
        sa.UniqueConstraint("session_id", "number", name="uq_seats_session_number"),
        sa.UniqueConstraint("session_id", "person_id", name="uq_seats_session_person"),
    )
    with op.batch_alter_table("seats", schema=None) as batch_op:
        batch_op.create_index("ix_seats_held", ["held_until"], unique=False)
        batch_op.create_index(batch_op.f("ix_seats_person_id"), ["person_id"], unique=False)


def _keep_no_sessions() -> None:
    with op.batch_alter_table("seats", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_seats_person_id"))
        batch_op.drop_index("ix_seats_held")

    op.drop_table("seats")
    with op.batch_alter_table("training_exceptions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_training_exceptions_recorded_by"))

    op.drop_table("training_exceptions")
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.drop_index("ix_sessions_roll_due")
        batch_op.drop_index(batch_op.f("ix_sessions_made_by"))
        batch_op.drop_index(batch_op.f("ix_sessions_coach_id"))
        batch_op.drop_index("ix_sessions_branch_starts")

    op.drop_table("sessions")
    op.drop_table("session_wishes")
    op.drop_table("session_drafts")
    op.drop_table("code_tries")


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
        sa.Column("how", sa.String(length=16), nullable=True),
        sa.Column("noted_at", Instant(), nullable=True),
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
