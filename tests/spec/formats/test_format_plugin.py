"""A third party's format works through an entry point: the example of docs/building/adding.md, installed and used."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
GUIDE = (ROOT / "docs/building/adding.md").read_text()
CARDS = "CARD 7 | Care of cramps | We recommend stretching.\nCARD 8\n"


def block(start: str) -> str:
    """The fenced block of the guide that begins so."""
    found = re.search(r"```\w+\n(" + re.escape(start) + r".*?)```", GUIDE, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The example as an installer would leave it: a module and its dist-info."""
    (tmp_path / "probatum_cards.py").write_text(block('"""`cards`'))
    points = block('[project.entry-points."probatum.formats"]').replace("project.entry-points.", "").replace('"', "")
    info = tmp_path / "probatum_cards-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: probatum-cards\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(points)
    return tmp_path


def run(program: str, *folders: Path) -> str:
    path = os.pathsep.join([*map(str, folders), str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path}
    )
    return done.stdout + done.stderr


READ = f"""
from probatum.acquire.formats import formats
from probatum.acquire.reading import read_bytes
print(list(formats())[-1])
for origin, item in read_bytes({CARDS.encode()!r}, "box.txt"):
    print(getattr(item, "id", ""), getattr(item, "code", ""), getattr(item, "place", ""))
"""


def test_the_example_of_the_guide_reads_records_and_refuses_what_is_none(installed: Path) -> None:
    assert run(READ, installed).splitlines() == ["cards", "probatum:card-7  ", " CARD1 line 2"]


def test_without_the_package_nobody_knows_its_format() -> None:
    assert run(READ).splitlines()[1] == " P202 whole file"


def test_a_name_that_is_taken_is_refused(installed: Path) -> None:
    module = installed / "probatum_cards.py"
    module.write_text(module.read_text().replace('name = "cards"', 'name = "pdf"'))
    assert "P240: The plug-in probatum_cards:FORMAT brings a format named 'pdf'" in run(READ, installed)


ZIPPED = """
class Slides:
    name = "slides"
    purpose = "Slides"
    def recognises(self, head): return False
    def recognises_members(self, names): return "slides.txt" in names
    def read(self, stream, origin):
        from probatum.acquire.formats import Refusal
        yield Refusal(origin, "whole file", "S1", str(len(stream.read())))
FORMAT = Slides()
"""
READ_ZIP = """
import io, zipfile
from probatum.acquire.reading import read_bytes
made = io.BytesIO()
with zipfile.ZipFile(made, "w") as archive:
    archive.writestr("slides.txt", "x")
print([item.reason for _, item in read_bytes(made.getvalue(), "a.zip")] == [str(len(made.getvalue()))])
"""


def test_a_format_that_is_a_zip_gets_the_whole_archive(installed: Path) -> None:
    (installed / "probatum_cards.py").write_text(ZIPPED)
    assert run(READ_ZIP, installed).strip() == "True"
