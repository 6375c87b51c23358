"""A site of its own for these tests: a database in a temporary folder, pages, the starter library.

PROBATUM_TEST_DATABASE names another database, as `test_postgresql.py` does; PROBATUM_TEST_LIBRARY a library that is
there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("wagtail", reason="the extra `site` is not installed")

PASSWORD = "a-long-enough-password"


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("site")
    library = os.environ.get("PROBATUM_TEST_LIBRARY", "")
    if not os.environ.get("PROBATUM_TEST_DATABASE"):
        shutil.copytree(request.getfixturevalue("prepared_site"), folder, dirs_exist_ok=True)
    if not library:
        library = str(shutil.copytree(request.getfixturevalue("starter_place"), folder / "library"))
    before = dict(os.environ)
    os.environ.update(PROBATUM_SITE=str(folder), PROBATUM_LIBRARY=library)
    os.environ["PROBATUM_DATABASE"] = os.environ.get("PROBATUM_TEST_DATABASE", "")
    os.environ.pop("PROBATUM_HOSTS", None)
    from probatum.publish.site.preparing import prepare

    prepare(lambda words: None, samples=False)
    from django.conf import settings

    settings.ALLOWED_HOSTS.append("testserver")
    settings.PASSWORD_HASHERS = ["quick_hasher.Quick", *settings.PASSWORD_HASHERS]
    from wagtail.models import Site

    from probatum.publish.site.articles.models import EditorialSettings

    limits = EditorialSettings.for_site(Site.objects.get())
    limits.asks_a_minute = 200
    limits.save()
    yield folder
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(scope="session")
def person(site: Path) -> Callable[..., Any]:
    """`person("ann", "author", "reviewer")`: a logged-in client of a user with these roles; the same one each time."""
    from django.contrib.auth.models import Group
    from django.test import Client

    from probatum.publish.site.accounts.models import GROUPS, User
    from probatum.publish.site.editorial.standing import Role

    def made(name: str, *roles: str) -> Any:
        user, new = User.objects.get_or_create(username=name, defaults={"first_name": name.title()})
        if new:
            user.set_password(PASSWORD)
            user.save()
        if "superuser" in roles:
            user.is_superuser = user.is_staff = True
            user.save()
        user.groups.set(Group.objects.filter(name__in=[GROUPS[Role[r.upper()]] for r in roles if r != "superuser"]))
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        client.user = user
        return client

    made("olga", "superuser")
    return made


@pytest.fixture
def settings_of(site: Path) -> Iterator[Callable[..., None]]:
    """`settings_of(NAME=value)` changes settings for one test."""
    from django.test.utils import override_settings

    changed: list[Any] = []

    def change(**told: Any) -> None:
        changed.append(override_settings(**told))
        changed[-1].enable()

    yield change
    for one in reversed(changed):
        one.disable()
