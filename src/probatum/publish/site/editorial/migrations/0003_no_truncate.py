"""PostgreSQL can empty a table at once, past the triggers of its rows: refuse that too."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

ADD = (
    "CREATE TRIGGER trail_stays BEFORE TRUNCATE ON editorial_event FOR EACH STATEMENT EXECUTE FUNCTION trail_refuses();"
)


def forwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Add the trigger. SQLite has no such command: its DELETE fires the trigger of rows."""
    if editor.connection.vendor == "postgresql":
        editor.execute(ADD)


def backwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take it away."""
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP TRIGGER trail_stays ON editorial_event")


class Migration(migrations.Migration):
    """One more trigger of the trail."""

    dependencies = (("editorial", "0002_append_only"),)
    operations = (migrations.RunPython(forwards, backwards),)
