"""The database itself refuses to change or delete a step of the trail."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = (
    "CREATE TRIGGER trail_no_{verb} BEFORE {upper} ON editorial_event "
    "BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;"
)
POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION trail_refuses() RETURNS trigger AS $$ BEGIN "
    "RAISE EXCEPTION 'the trail is append-only'; END; $$ LANGUAGE plpgsql;",
    "CREATE TRIGGER trail_grows BEFORE UPDATE OR DELETE ON editorial_event "
    "FOR EACH ROW EXECUTE FUNCTION trail_refuses();",
)


def forwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Add the triggers."""
    if editor.connection.vendor == "sqlite":
        for verb in ("update", "delete"):
            editor.execute(SQLITE.format(verb=verb, upper=verb.upper()))
    elif editor.connection.vendor == "postgresql":
        for line in POSTGRESQL:
            editor.execute(line)


def backwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take them away."""
    if editor.connection.vendor == "sqlite":
        for verb in ("update", "delete"):
            editor.execute(f"DROP TRIGGER trail_no_{verb}")
    elif editor.connection.vendor == "postgresql":
        editor.execute("DROP TRIGGER trail_grows ON editorial_event")


class Migration(migrations.Migration):
    """Triggers of the trail."""

    dependencies = (("editorial", "0001_initial"),)
    operations = (migrations.RunPython(forwards, backwards),)
