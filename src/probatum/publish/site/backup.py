"""A copy of the whole site in one file, and a site made from such a file.

In it: the database as of one moment, uploads, the key of a local site, and which library it answered from, each with
its SHA-256. The library itself is not in it: articles keep the sources they rest on. Keys that come from the
environment stay there. SQLite is copied by its own backup interface, PostgreSQL by pg_dump: both give one moment while
others write.
"""

from __future__ import annotations

import datetime
import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import connection

import probatum
from probatum.errors import ProbatumError
from probatum.publish.site import configuration
from probatum.publish.site.editorial.models import Event
from probatum.publish.site.editorial.trail import faults

FORMAT: Final = "probatum.site-backup/1"
LIST: Final = "backup.json"
DATABASES: Final = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
BLOCK: Final = 1 << 20


def backup(target: Path) -> dict[str, Any]:
    """Write the copy, read it again, and give what stands in its list. Raises ProbatumError P864 for a file that is
    there already or cannot be written, P865 when the database cannot be copied."""
    folder = configuration.read().folder
    with tempfile.TemporaryDirectory(prefix="probatum-backup-") as room:
        database = Path(room) / DATABASES[connection.vendor]
        _copy_database(database)
        files = [(database.name, database)]
        files += [(f"media/{p.relative_to(folder / 'media')}", p) for p in _files(folder / "media")]
        files += [
            (p.name, p) for p in (folder / "secret.key",) if p.exists() and not os.environ.get("PROBATUM_SECRET_KEY")
        ]
        told = {
            "format": FORMAT,
            "made": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            "engine": probatum.__version__,
            "database": connection.vendor,
            "library": settings.PROBATUM_LIBRARY or "the user's library",
            "files": {name: _digest(path) for name, path in files},
        }
        try:
            with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                _pack(out, told, files)
        except OSError as error:
            raise ProbatumError("P864", path=target, reason=error.strerror or error) from error
    verify(target)
    return told


def verify(source: Path) -> dict[str, Any]:
    """The list of a copy whose every file is there and whole. Raises ProbatumError P866."""
    try:
        with tarfile.open(source) as archive:
            told: dict[str, Any] = json.loads(_member(archive, LIST).read())
            if told.get("format") != FORMAT:
                raise ProbatumError("P866", path=source, reason=f"it is not {FORMAT}")
            found = {m.name: m for m in archive.getmembers() if m.name != LIST}
            if set(found) != set(told["files"]) or not all(m.isfile() for m in found.values()):
                raise ProbatumError("P866", path=source, reason="its files are not those of its list")
            for name, digest in told["files"].items():
                if hashlib.file_digest(_member(archive, name), "sha256").hexdigest() != digest:
                    raise ProbatumError("P866", path=source, reason=f"{name} was changed or damaged")
    except (OSError, tarfile.TarError, ValueError, KeyError) as error:
        raise ProbatumError("P866", path=source, reason=error) from error
    return told


def restore(source: Path) -> tuple[dict[str, Any], int]:
    """Make the site of this configuration from a copy; gives its list and how many steps its trail has. Nothing that is
    there is overwritten. Raises ProbatumError P865, P866, P867."""
    told, place = verify(source), configuration.read()
    if told["database"] != connection.vendor:
        raise ProbatumError("P867", reason=f"the copy is of {told['database']}, this site uses {connection.vendor}")
    if connection.introspection.table_names() or any(_files(place.folder / "media")):
        raise ProbatumError("P867", reason="there is a site here already")
    with tarfile.open(source) as archive, tempfile.TemporaryDirectory(prefix="probatum-restore-") as room:
        for name in told["files"]:
            goal = _goal(name, place.folder, Path(room))
            goal.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with os.fdopen(os.open(goal, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
                shutil.copyfileobj(_member(archive, name), out, BLOCK)
        _fill_database(Path(room) / DATABASES[connection.vendor])
    found = faults(Event.objects.order_by("number").iterator())
    if found:
        raise ProbatumError("P866", path=source, reason=f"its trail is not whole: {found[0]}")
    return told, Event.objects.count()


def _goal(name: str, folder: Path, room: Path) -> Path:
    """Where a file of a copy belongs. Raises ProbatumError P866 for a name that leads elsewhere."""
    if name in DATABASES.values():
        return room / name
    goal = (folder / name).resolve()
    if name != "secret.key" and not goal.is_relative_to((folder / "media").resolve()):
        raise ProbatumError("P866", path=name, reason="its name leads out of the site")
    return goal


def _copy_database(target: Path) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        copy = sqlite3.connect(target)
        with copy:
            connection.connection.backup(copy)
        copy.close()
    else:
        _run("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={target}")


def _fill_database(copy: Path) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        held = sqlite3.connect(copy)
        held.backup(connection.connection)
        held.close()
    else:
        _run("pg_restore", "--no-owner", "--no-acl", "--exit-on-error", "--single-transaction", _dbname(), str(copy))


def _dbname() -> str:
    return f"--dbname={connection.settings_dict['NAME']}"


def _run(program: str, *arguments: str) -> None:
    """A tool of PostgreSQL, told where the database is by its environment: a password is on no command line."""
    told = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    env = {**os.environ, **{name: str(told[key]) for name, key in names.items() if told[key]}}
    try:
        done = subprocess.run([program, *arguments], env=env, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError as error:
        raise ProbatumError("P865", reason=f"{program} cannot be run ({error.strerror})") from error
    if done.returncode:
        raise ProbatumError("P865", reason=done.stderr.strip()[-300:])


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file() and not p.is_symlink()) if folder.exists() else []


def _pack(out: Any, told: dict[str, Any], files: list[tuple[str, Path]]) -> None:
    with tarfile.open(fileobj=out, mode="w") as archive:
        listed = json.dumps(told, indent=2).encode()
        about = tarfile.TarInfo(LIST)
        about.size = len(listed)
        archive.addfile(about, io.BytesIO(listed))
        for name, path in files:
            archive.add(path, arcname=name, recursive=False)


def _member(archive: tarfile.TarFile, name: str) -> Any:
    found = archive.extractfile(name)
    if found is None:
        raise KeyError(name)
    return found


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
