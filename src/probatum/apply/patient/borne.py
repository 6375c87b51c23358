"""Borne: which illness bears which with it (`borne.toml`), and which two are one in what a label is for."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def borne() -> dict[str, tuple[str, ...]]:
    """Names of illnesses, in lower case, with those that are there where they are."""
    return {name: tuple(row["bears"]) for row in _held()["illness"] for name in row["names"]}


@cache
def lowered(name: str) -> tuple[str, ...]:
    """How labels say what a medicine does in an illness that is known by a value: to lower LDL cholesterol."""
    rows = (row for row in _held()["measure"] if name.lower() in row["names"])
    return tuple(f"lower {what}" for row in rows for what in row["lowered"])


@cache
def _held() -> dict[str, list[dict[str, list[str]]]]:
    return tomllib.loads(Path(__file__).with_name("borne.toml").read_text(encoding="utf-8"))


def mutual(name: str) -> tuple[str, ...]:
    """Names of what an illness bears and what bears it: a label for seizures is one for epilepsy."""
    own = name.lower()
    return tuple(other for other in borne().get(own, ()) if own in borne().get(other, ()))
