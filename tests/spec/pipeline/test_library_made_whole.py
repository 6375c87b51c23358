"""A library that is made with the starter records appears whole or not at all, however many processes ask for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from probatum import pipeline
from probatum.acquire import starter
from probatum.acquire.library import Library, founding

COUNT = "import sys; from probatum import pipeline; print(len(pipeline.open_library(sys.argv[1])))"


def _whole() -> int:
    return len({record.id for record in starter.records()})


def test_nobody_sees_it_before_it_is_filled(tmp_path: Path) -> None:
    place, seen = tmp_path / "kept" / "library", list[bool]()
    library = founding.founded(str(place), lambda _: seen.append(Library.exists(place)))
    assert seen == [False]
    assert library.location == str(place)
    assert [child.name for child in place.parent.iterdir()] == ["library"]


def test_what_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    place = tmp_path / "library"

    def broken(library: Library) -> None:
        library.add(starter.records()[:3])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        founding.founded(str(place), broken)
    assert list(tmp_path.iterdir()) == []


def test_the_one_made_meanwhile_is_kept(tmp_path: Path) -> None:
    place, first = tmp_path / "library", starter.records()[:2]

    def overtaken(library: Library) -> None:
        Library.open(place, create=True).add(first)

    assert len(founding.founded(str(place), overtaken)) == len(first)
    assert [child.name for child in tmp_path.iterdir()] == ["library"]


def test_a_folder_with_other_things_keeps_them(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert len(pipeline.open_library(tmp_path)) == _whole()
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    assert len(pipeline.open_library(tmp_path / "library")) == _whole()


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "volume").mkdir()
    (tmp_path / "library").symlink_to(tmp_path / "volume")
    assert len(pipeline.open_library(tmp_path / "library")) == _whole()
    assert (tmp_path / "library").is_symlink()


def test_several_processes_that_begin_together_all_see_it_whole(tmp_path: Path) -> None:
    place = str(tmp_path / "library")
    begun = [
        subprocess.Popen([sys.executable, "-c", COUNT, place], stdout=subprocess.PIPE, text=True, env=dict(os.environ))
        for _ in range(3)
    ]
    assert {int(one.communicate(timeout=120)[0]) for one in begun} == {_whole()}
