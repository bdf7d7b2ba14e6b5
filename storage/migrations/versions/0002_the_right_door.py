"""The right door."""

import sqlalchemy as sa
from alembic import op

from storage.columns import ID
from storage.instants import Instant
from storage.sealing import Blind, Sealed

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "directory",
        sa.Column("name", sa.String(length=16), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_directory")),
    )
    op.create_table(
        "locations",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("address_1", sa.Text(), nullable=False),
        sa.Column("postal_code", sa.String(length=16), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("is_step_free", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_locations")),
    )
    op.create_table(
        "organizations",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organizations")),
        sa.UniqueConstraint("name", name=op.f("uq_organizations_name")),
    )
    op.create_table(
        "referral_counts",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("service_key", sa.String(length=36), nullable=False),
        sa.Column("need", sa.String(length=40), nullable=False),
        sa.Column("region", sa.String(length=16), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("barrier", sa.String(length=16), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_counts")),
        sa.UniqueConstraint(
            "service_key", "need", "region", "outcome", "barrier", name="uq_referral_counts"
        ),
    )
    op.create_table(
        "service_reports",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("service_key", sa.String(length=36), nullable=False),
        sa.Column("problem", sa.String(length=16), nullable=False),
        sa.Column("open_key", Blind(), nullable=True),
        sa.Column("reported_at", Instant(), nullable=False),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_reports")),
        sa.UniqueConstraint("open_key", name="uq_service_reports_open_key"),
    )
    with op.batch_alter_table("service_reports", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_service_reports_service_key"), ["service_key"], unique=False
        )

    op.create_table(
        "taxonomy_terms",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("parent_code", sa.String(length=40), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taxonomy_terms")),
        sa.UniqueConstraint("code", "language", name="uq_taxonomy_terms"),
    )
    op.create_table(
        "referrals",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("open_key", Blind(), nullable=False),
        sa.Column("facts", Sealed(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("ask_at", Instant(), nullable=True),
        sa.Column("ends_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_referrals_person_id_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referrals")),
        sa.UniqueConstraint("open_key", name="uq_referrals_open_key"),
    )
    with op.batch_alter_table("referrals", schema=None) as batch_op:
        batch_op.create_index("ix_referrals_ask_at", ["ask_at"], unique=False)
        batch_op.create_index("ix_referrals_ends_at", ["ends_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_referrals_person_id"), ["person_id"], unique=False)

    op.create_table(
        "service_changes",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("service_key", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("field", sa.String(length=16), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("made_by", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["made_by"],
            ["people.id"],
            name=op.f("fk_service_changes_made_by_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_changes")),
    )
    with op.batch_alter_table("service_changes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_service_changes_made_by"), ["made_by"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_service_changes_service_key"), ["service_key"], unique=False
        )

    op.create_table(
        "service_proposals",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("service_key", sa.String(length=36), nullable=False),
        sa.Column("field", sa.String(length=16), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("proposed_at", Instant(), nullable=False),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.Column("proposed_by", ID, nullable=False),
        sa.Column("decided_at", Instant(), nullable=True),
        sa.Column("decided_by", ID, nullable=True),
        sa.Column("is_accepted", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by"],
            ["people.id"],
            name=op.f("fk_service_proposals_decided_by_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by"],
            ["people.id"],
            name=op.f("fk_service_proposals_proposed_by_people"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_proposals")),
    )
    with op.batch_alter_table("service_proposals", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_service_proposals_decided_by"), ["decided_by"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_service_proposals_proposed_by"), ["proposed_by"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_service_proposals_service_key"), ["service_key"], unique=False
        )

    op.create_table(
        "services",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("organization_id", ID, nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("is_crisis_line", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.String(length=8), nullable=False),
        sa.Column("gathered_on", sa.Date(), nullable=True),
        sa.Column("assured_on", sa.Date(), nullable=True),
        sa.Column("assured_by", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["assured_by"],
            ["people.id"],
            name=op.f("fk_services_assured_by_people"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_services_organization_id_organizations"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_services")),
        sa.UniqueConstraint("key", name=op.f("uq_services_key")),
    )
    with op.batch_alter_table("services", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_services_assured_by"), ["assured_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_services_number"), ["number"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_services_organization_id"), ["organization_id"], unique=False
        )

    op.create_table(
        "attributes",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("link_type", sa.String(length=16), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["services.id"],
            name=op.f("fk_attributes_service_id_services"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attributes")),
    )
    with op.batch_alter_table("attributes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attributes_service_id"), ["service_id"], unique=False)

    op.create_table(
        "cost_options",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("amount", sa.Float(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["services.id"],
            name=op.f("fk_cost_options_service_id_services"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cost_options")),
    )
    with op.batch_alter_table("cost_options", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_cost_options_service_id"), ["service_id"], unique=False
        )

    op.create_table(
        "phones",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("dial", sa.String(length=24), nullable=False),
        sa.Column("international", sa.String(length=24), nullable=True),
        sa.Column("is_free", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["services.id"],
            name=op.f("fk_phones_service_id_services"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phones")),
    )
    with op.batch_alter_table("phones", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_phones_service_id"), ["service_id"], unique=False)

    op.create_table(
        "schedules",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("byday", sa.String(length=24), nullable=False),
        sa.Column("opens_at", sa.String(length=8), nullable=False),
        sa.Column("closes_at", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["services.id"],
            name=op.f("fk_schedules_service_id_services"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedules")),
    )
    with op.batch_alter_table("schedules", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_schedules_service_id"), ["service_id"], unique=False)

    op.create_table(
        "service_areas",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("area_code", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["services.id"],
            name=op.f("fk_service_areas_service_id_services"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_areas")),
    )
    with op.batch_alter_table("service_areas", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_service_areas_service_id"), ["service_id"], unique=False
        )

    op.create_table(
        "service_at_locations",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("location_id", ID, nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["location_id"],
            ["locations.id"],
            name=op.f("fk_service_at_locations_location_id_locations"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["services.id"],
            name=op.f("fk_service_at_locations_service_id_services"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_at_locations")),
    )
    with op.batch_alter_table("service_at_locations", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_service_at_locations_location_id"), ["location_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_service_at_locations_service_id"), ["service_id"], unique=False
        )

    op.create_table(
        "service_texts",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("eligibility", sa.Text(), nullable=True),
        sa.Column("fees", sa.Text(), nullable=True),
        sa.Column("bring", sa.Text(), nullable=True),
        sa.Column("alert", sa.Text(), nullable=True),
        sa.Column("hours", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["services.id"],
            name=op.f("fk_service_texts_service_id_services"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_texts")),
        sa.UniqueConstraint("service_id", "language", name="uq_service_texts"),
    )
    with op.batch_alter_table("service_texts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_service_texts_service_id"), ["service_id"], unique=False
        )

    op.create_table(
        "languages",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("service_id", ID, nullable=True),
        sa.Column("phone_id", ID, nullable=True),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(
            ["phone_id"],
            ["phones.id"],
            name=op.f("fk_languages_phone_id_phones"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["services.id"],
            name=op.f("fk_languages_service_id_services"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_languages")),
    )
    with op.batch_alter_table("languages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_languages_phone_id"), ["phone_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_languages_service_id"), ["service_id"], unique=False)

    op.create_table(
        "phone_texts",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("phone_id", ID, nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["phone_id"],
            ["phones.id"],
            name=op.f("fk_phone_texts_phone_id_phones"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phone_texts")),
    )
    with op.batch_alter_table("phone_texts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_phone_texts_phone_id"), ["phone_id"], unique=False)

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(sa.Column("branch", sa.String(length=32), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_column("branch")

    with op.batch_alter_table("phone_texts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_phone_texts_phone_id"))

    op.drop_table("phone_texts")
    with op.batch_alter_table("languages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_languages_service_id"))
        batch_op.drop_index(batch_op.f("ix_languages_phone_id"))

    op.drop_table("languages")
    with op.batch_alter_table("service_texts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_texts_service_id"))

    op.drop_table("service_texts")
    with op.batch_alter_table("service_at_locations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_at_locations_service_id"))
        batch_op.drop_index(batch_op.f("ix_service_at_locations_location_id"))

    op.drop_table("service_at_locations")
    with op.batch_alter_table("service_areas", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_areas_service_id"))

    op.drop_table("service_areas")
    with op.batch_alter_table("schedules", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_schedules_service_id"))

    op.drop_table("schedules")
    with op.batch_alter_table("phones", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_phones_service_id"))

    op.drop_table("phones")
    with op.batch_alter_table("cost_options", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cost_options_service_id"))

    op.drop_table("cost_options")
    with op.batch_alter_table("attributes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attributes_service_id"))

    op.drop_table("attributes")
    with op.batch_alter_table("services", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_services_organization_id"))
        batch_op.drop_index(batch_op.f("ix_services_number"))
        batch_op.drop_index(batch_op.f("ix_services_assured_by"))

    op.drop_table("services")
    with op.batch_alter_table("service_proposals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_proposals_service_key"))
        batch_op.drop_index(batch_op.f("ix_service_proposals_proposed_by"))
        batch_op.drop_index(batch_op.f("ix_service_proposals_decided_by"))

    op.drop_table("service_proposals")
    with op.batch_alter_table("service_changes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_changes_service_key"))
        batch_op.drop_index(batch_op.f("ix_service_changes_made_by"))

    op.drop_table("service_changes")
    with op.batch_alter_table("referrals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referrals_person_id"))
        batch_op.drop_index("ix_referrals_ends_at")
        batch_op.drop_index("ix_referrals_ask_at")

    op.drop_table("referrals")
    op.drop_table("taxonomy_terms")
    with op.batch_alter_table("service_reports", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_reports_service_key"))

    op.drop_table("service_reports")
    op.drop_table("referral_counts")
    op.drop_table("organizations")
    op.drop_table("locations")
    op.drop_table("directory")
