"""Alembic runs this file for every command; the connection is already inside a transaction."""

from alembic import context

from storage.migrations.models import models, render_item

connection = context.config.attributes["connection"]
applied = context.config.attributes.setdefault("applied", [])

context.configure(
    connection=connection,
    target_metadata=models(),
    render_as_batch=connection.dialect.name == "sqlite",
    render_item=render_item,
    compare_server_default=True,
    on_version_apply=lambda step, **_: applied.append(step.up_revision_id),
)
with context.begin_transaction():
    context.run_migrations()
