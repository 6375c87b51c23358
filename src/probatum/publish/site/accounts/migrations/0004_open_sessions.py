from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def keep_visits(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Visits that go on at the upgrade go on after it; whose they are is written when each is next saved."""
    rows = apps.get_model("sessions", "Session").objects.values_list("session_key", "session_data", "expire_date")
    kept = apps.get_model("accounts", "OpenSession")
    some = (kept(session_key=key, session_data=data, expire_date=until) for key, data, until in rows.iterator())
    kept.objects.bulk_create(some, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_sessions"),
        ("sessions", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="OpenSession",
            fields=[
                (
                    "session_key",
                    models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="session key"),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                ("entered", models.DateTimeField(null=True)),
                ("browser", models.CharField(blank=True, max_length=60)),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=models.CASCADE,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"verbose_name": "session", "verbose_name_plural": "sessions", "abstract": False},
        ),
        migrations.RunPython(keep_visits, migrations.RunPython.noop),
    ]
