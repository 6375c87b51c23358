"""A site copied and made again from its copy, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import postgres_server
import pytest

FILL = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "probatum.publish.site.settings"
import django; django.setup()
import uuid
from probatum.publish.site import configuration
from probatum.publish.site.accounts.models import User
from probatum.publish.site.editorial import trail
from probatum.publish.site.editorial.standing import Action
ann = User.objects.create_user("ann", password="a-long-enough-password")
for number in range(3):
    trail.add(uuid.uuid4(), Action.COMMENTED, ann, str(number), password="a-long-enough-password")
upload = configuration.read().folder / "media" / "documents" / "policy.txt"
upload.parent.mkdir(parents=True); upload.write_text("Our policy.")
"""
ASK = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "probatum.publish.site.settings"
import django; django.setup()
from probatum.publish.site.accounts.models import User
print(User.objects.get().username, User.objects.get().check_password("a-long-enough-password"))
"""


class Site:
    """A site in a folder, driven by commands."""

    def __init__(self, folder: Path, database: str) -> None:
        tools = str(postgres_server.server().binaries) if database else ""
        self.folder, path = folder, os.pathsep.join(filter(None, (tools, os.environ["PATH"])))
        told = {"PROBATUM_SITE": str(folder), "PROBATUM_DATABASE": database, "PATH": path, "PROBATUM_HOSTS": ""}
        self.env = {**os.environ, **told, "PROBATUM_LIBRARY": str(folder / "library")}

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, *command], env=self.env, capture_output=True, text=True, check=False)

    def probatum(self, *command: str) -> subprocess.CompletedProcess[str]:
        return self.run("-m", "probatum", "site", *command)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def new(folder: Path, kind: str) -> Site:
    return Site(folder, postgres_server.server().database() if kind == "postgresql" else "")


@pytest.fixture(scope="module")
def copied(kind: str, prepared_site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Path]:
    folder = tmp_path_factory.mktemp(kind)
    site, copy = new(folder / "site", kind), folder / "copy.tar"
    if kind == "sqlite":
        shutil.copytree(prepared_site, site.folder)
    assert site.probatum("prepare", "--no-samples").returncode == 0
    filled = site.run("-c", FILL)
    assert filled.returncode == 0, filled.stderr
    done = site.probatum("backup", str(copy))
    assert done.returncode == 0 and "verified" in done.stdout, done.stderr
    return site, copy


def test_a_site_is_made_again_from_its_copy(kind: str, copied: tuple[Site, Path], tmp_path: Path) -> None:
    again = new(tmp_path / "again", kind)
    done = again.probatum("restore", str(copied[1]))
    assert done.returncode == 0 and "trail of 3 steps is whole" in done.stdout, done.stderr
    assert again.probatum("prepare", "--no-samples").returncode == 0
    assert again.probatum("verify-trail").stdout.strip() == "3 steps: whole."
    assert again.run("-c", ASK).stdout.split() == ["ann", "True"]
    assert (again.folder / "media/documents/policy.txt").read_text() == "Our policy."
    assert (again.folder / "secret.key").read_text() == (copied[0].folder / "secret.key").read_text()
    refused = again.probatum("restore", str(copied[1]))
    assert refused.returncode != 0 and "P867" in refused.stderr, "what is there is not overwritten"


def test_a_copy_is_not_written_over_and_read_by_its_owner_alone(copied: tuple[Site, Path]) -> None:
    site, copy = copied
    before = copy.read_bytes()
    done = site.probatum("backup", str(copy))
    assert done.returncode != 0 and "P864" in done.stderr and copy.read_bytes() == before
    assert copy.stat().st_mode & 0o077 == 0


def test_a_damaged_copy_is_refused_before_anything_is_touched(
    kind: str, copied: tuple[Site, Path], tmp_path: Path
) -> None:
    damaged, data = tmp_path / "damaged.tar", bytearray(copied[1].read_bytes())
    with tarfile.open(copied[1]) as archive:
        place = archive.getmember("media/documents/policy.txt").offset_data
    data[place] ^= 1
    damaged.write_bytes(data)
    again = new(tmp_path / "again", kind)
    done = again.probatum("restore", str(damaged))
    assert done.returncode != 0 and "P866" in done.stderr and "policy.txt was changed" in done.stderr
    assert not (again.folder / "media").exists()
