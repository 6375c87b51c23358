"""What scripts/fuzz holds of every reader, on its seeds, on seeds that are cut, doubled and spoilt."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from scripts.fuzz.targets import TARGETS  # noqa: E402

SEEDS = ROOT / "scripts" / "fuzz" / "seeds"
FILES = sorted((path.parent.name, path) for path in SEEDS.glob("*/*"))


def test_every_target_has_seeds() -> None:
    assert {name for name, _ in FILES} == set(TARGETS)


@pytest.mark.parametrize(("name", "path"), FILES, ids=[path.name for _, path in FILES])
def test_a_seed_keeps_every_promise(name: str, path: Path) -> None:
    TARGETS[name](path.read_bytes())


@pytest.mark.parametrize(("name", "path"), FILES, ids=[path.name for _, path in FILES])
@settings(max_examples=12, deadline=None)
@given(spoilt=st.data())
def test_a_spoilt_seed_keeps_every_promise(name: str, path: Path, spoilt: st.DataObject) -> None:
    whole = path.read_bytes()
    at, upto = sorted(spoilt.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    put = spoilt.draw(
        st.one_of(st.binary(max_size=8), st.text(max_size=4).map(str.encode), st.just(whole[at:upto] * 3))
    )
    TARGETS[name](whole[:at] + put + whole[upto:])
