"""The week of a duo."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from storage.columns import ID
from storage.ids import new_id
from storage.instants import Instant
from storage.sealing import Sealed

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_feeds",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("revoked_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_calendar_feeds_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feeds")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feeds_token_hash")),
    )
    with op.batch_alter_table("calendar_feeds", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_calendar_feeds_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "obstacles",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("theme", Sealed(), nullable=False),
        sa.Column("audience", sa.String(length=16), nullable=False),
        sa.Column("told_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_obstacles_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obstacles")),
    )
    with op.batch_alter_table("obstacles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_obstacles_person_id"), ["person_id"], unique=False)

    op.create_table(
        "meetings",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("duo_id", ID, nullable=False),
        sa.Column("wall", sa.String(length=16), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("minutes", sa.SmallInteger(), nullable=False),
        sa.Column("starts_at", Instant(), nullable=False),
        sa.Column("ends_at", Instant(), nullable=False),
        sa.Column("place_kind", sa.String(length=16), nullable=False),
        sa.Column("place_key", sa.String(length=32), nullable=False),
        sa.Column("place_words", Sealed(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.Column("cancelled_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["duo_id"], ["duos.id"], name=op.f("fk_meetings_duo_id_duos"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
    )
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.create_index("ix_meetings_duo_starts", ["duo_id", "starts_at"], unique=False)
        batch_op.create_index("ix_meetings_starts", ["starts_at"], unique=False)

    op.create_table(
        "phone_shares",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("duo_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("number", Sealed(), nullable=True),
        sa.Column("asked_at", Instant(), nullable=True),
        sa.Column("shared_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["duo_id"], ["duos.id"], name=op.f("fk_phone_shares_duo_id_duos"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_phone_shares_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phone_shares")),
        sa.UniqueConstraint("duo_id", "person_id", name="uq_phone_shares_duo_person"),
    )
    with op.batch_alter_table("phone_shares", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_phone_shares_person_id"), ["person_id"], unique=False)

    op.create_table(
        "rhythms",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("duo_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("weekday", sa.SmallInteger(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("next_ask_at", Instant(), nullable=True),
        sa.Column("heard_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["duo_id"], ["duos.id"], name=op.f("fk_rhythms_duo_id_duos"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_rhythms_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rhythms")),
        sa.UniqueConstraint("duo_id", "person_id", name="uq_rhythms_duo_person"),
    )
    with op.batch_alter_table("rhythms", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rhythms_next_ask_at"), ["next_ask_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_rhythms_person_id"), ["person_id"], unique=False)

    op.create_table(
        "busy_quarters",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("quarter", sa.BigInteger(), nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meetings.id"],
            name=op.f("fk_busy_quarters_meeting_id_meetings"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_busy_quarters_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_busy_quarters")),
        sa.UniqueConstraint("person_id", "quarter", name="uq_busy_quarters_person_quarter"),
    )
    with op.batch_alter_table("busy_quarters", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_busy_quarters_meeting_id"), ["meeting_id"], unique=False
        )

    op.create_table(
        "meeting_offers",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("open_key", sa.String(length=64), nullable=True),
        sa.Column("duo_id", ID, nullable=False),
        sa.Column("offered_by", ID, nullable=False),
        sa.Column("meeting_id", ID, nullable=True),
        sa.Column("times", sa.String(length=200), nullable=False),
        sa.Column("minutes", sa.SmallInteger(), nullable=False),
        sa.Column("place_kind", sa.String(length=16), nullable=False),
        sa.Column("place_key", sa.String(length=32), nullable=False),
        sa.Column("place_words", Sealed(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("asks_place_since", Instant(), nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["duo_id"],
            ["duos.id"],
            name=op.f("fk_meeting_offers_duo_id_duos"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meetings.id"],
            name=op.f("fk_meeting_offers_meeting_id_meetings"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["offered_by"],
            ["people.id"],
            name=op.f("fk_meeting_offers_offered_by_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_offers")),
        sa.UniqueConstraint("open_key", name="uq_meeting_offers_open_key"),
    )
    with op.batch_alter_table("meeting_offers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_offers_duo_id"), ["duo_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_meeting_offers_meeting_id"), ["meeting_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_meeting_offers_offered_by"), ["offered_by"], unique=False
        )

    _give_each_a_rhythm()
    with op.batch_alter_table("duos", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_duos_next_check_in_at"))
        batch_op.drop_column("at")
        batch_op.drop_column("next_check_in_at")
        batch_op.drop_column("weekday")

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("expires_at", Instant(), nullable=True))
        batch_op.drop_index(batch_op.f("ix_outbox_person_id"))
        batch_op.create_index(
            "ix_outbox_held",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'held'"),
            postgresql_where=sa.text("state = 'held'"),
        )
        batch_op.create_index(
            "ix_outbox_expiring",
            ["expires_at"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting' AND expires_at IS NOT NULL"),
            postgresql_where=sa.text("state = 'waiting' AND expires_at IS NOT NULL"),
        )
        batch_op.create_index("ix_outbox_person_due", ["person_id", "due_at"], unique=False)

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("paused_until", Instant(), nullable=True))
        batch_op.add_column(sa.Column("silent_since", Instant(), nullable=True))
        batch_op.add_column(sa.Column("rested_from", Instant(), nullable=True))
        batch_op.add_column(sa.Column("rested_until", Instant(), nullable=True))
        batch_op.create_index(batch_op.f("ix_people_paused_until"), ["paused_until"], unique=False)

    with op.batch_alter_table("prompts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("size", sa.String(length=8), nullable=True))
        batch_op.add_column(sa.Column("asked_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("closes_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("remind_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("minutes", sa.SmallInteger(), nullable=True))
        batch_op.add_column(sa.Column("feeling", Sealed(), nullable=True))
        batch_op.drop_index(batch_op.f("ix_prompts_check_in_id"))
        batch_op.drop_index(batch_op.f("ix_prompts_person_id"))
        batch_op.create_index("ix_prompts_person_asked", ["person_id", "asked_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_prompts_remind_at"), ["remind_at"], unique=False)
    op.execute(
        """UPDATE prompts SET size = 'full',
        asked_at = (SELECT asked_at FROM check_ins WHERE check_ins.id = check_in_id),
        closes_at = (SELECT coalesce(closes_at, asked_at) FROM check_ins
                     WHERE check_ins.id = check_in_id)"""
    )
    with op.batch_alter_table("prompts", schema=None) as batch_op:
        batch_op.alter_column("size", existing_type=sa.String(length=8), nullable=False)
        batch_op.alter_column("asked_at", existing_type=Instant(), nullable=False)
        batch_op.alter_column("closes_at", existing_type=Instant(), nullable=False)


def _give_each_a_rhythm() -> None:
    """The day and the hour of a duo become those of each of its two people.

    Nobody's silence of before counts: it was never told that it would.
    """
    connection = op.get_bind()
    duos = sa.text("SELECT id, mentee_id, mentor_id, weekday, at, next_check_in_at FROM duos")
    now = datetime.now(UTC)  # noqa: TID251  # a migration is given no clock
    rows = [
        {"id": new_id(), "duo_id": duo.id, "person_id": person, "weekday": duo.weekday,
         "at": duo.at, "next_ask_at": duo.next_check_in_at, "heard_at": now}
        for duo in connection.execute(duos).all()
        for person in (duo.mentee_id, duo.mentor_id)
    ]  # fmt: skip
    if rows:
        into = "INSERT INTO rhythms (id, duo_id, person_id, weekday, at, next_ask_at, heard_at)"
        values = "VALUES (:id, :duo_id, :person_id, :weekday, :at, :next_ask_at, :heard_at)"
        instant = sa.bindparam("heard_at", type_=Instant())
        connection.execute(sa.text(f"{into} {values}").bindparams(instant), rows)


def downgrade() -> None:
    with op.batch_alter_table("prompts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_prompts_remind_at"))
        batch_op.drop_index("ix_prompts_person_asked")
        batch_op.create_index(batch_op.f("ix_prompts_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_prompts_check_in_id"), ["check_in_id"], unique=False)
        batch_op.drop_column("feeling")
        batch_op.drop_column("minutes")
        batch_op.drop_column("remind_at")
        batch_op.drop_column("closes_at")
        batch_op.drop_column("asked_at")
        batch_op.drop_column("size")

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_people_paused_until"))
        batch_op.drop_column("rested_until")
        batch_op.drop_column("rested_from")
        batch_op.drop_column("silent_since")
        batch_op.drop_column("paused_until")

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_person_due")
        batch_op.drop_index(
            "ix_outbox_expiring",
            sqlite_where=sa.text("state = 'waiting' AND expires_at IS NOT NULL"),
            postgresql_where=sa.text("state = 'waiting' AND expires_at IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_outbox_held",
            sqlite_where=sa.text("state = 'held'"),
            postgresql_where=sa.text("state = 'held'"),
        )
        batch_op.create_index(batch_op.f("ix_outbox_person_id"), ["person_id"], unique=False)
        batch_op.drop_column("expires_at")
    op.execute("UPDATE outbox SET state = 'waiting' WHERE state = 'held'")
    op.execute("UPDATE outbox SET state = 'dropped' WHERE state = 'told'")

    with op.batch_alter_table("duos", schema=None) as batch_op:
        batch_op.add_column(sa.Column("weekday", sa.SmallInteger(), nullable=True))
        batch_op.add_column(sa.Column("next_check_in_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("at", sa.Time(), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_duos_next_check_in_at"), ["next_check_in_at"], unique=False
        )
    op.execute(
        """UPDATE duos SET weekday = rhythms.weekday, at = rhythms.at,
        next_check_in_at = rhythms.next_ask_at
        FROM rhythms WHERE rhythms.duo_id = duos.id AND rhythms.person_id = duos.mentor_id"""
    )
    with op.batch_alter_table("duos", schema=None) as batch_op:
        batch_op.alter_column("weekday", existing_type=sa.SmallInteger(), nullable=False)
        batch_op.alter_column("at", existing_type=sa.Time(), nullable=False)

    with op.batch_alter_table("meeting_offers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_offers_offered_by"))
        batch_op.drop_index(batch_op.f("ix_meeting_offers_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_offers_duo_id"))

    op.drop_table("meeting_offers")
    with op.batch_alter_table("busy_quarters", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_busy_quarters_meeting_id"))

    op.drop_table("busy_quarters")
    with op.batch_alter_table("rhythms", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rhythms_person_id"))
        batch_op.drop_index(batch_op.f("ix_rhythms_next_ask_at"))

    op.drop_table("rhythms")
    with op.batch_alter_table("phone_shares", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_phone_shares_person_id"))

    op.drop_table("phone_shares")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_index("ix_meetings_starts")
        batch_op.drop_index("ix_meetings_duo_starts")

    op.drop_table("meetings")
    with op.batch_alter_table("obstacles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_obstacles_person_id"))

    op.drop_table("obstacles")
    with op.batch_alter_table("calendar_feeds", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calendar_feeds_person_id"))

    op.drop_table("calendar_feeds")
