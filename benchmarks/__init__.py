"""Benchmarks: `python -m benchmarks` lists them, `python -m benchmarks NAME [--data DIR] [--json]` runs one.

One module a benchmark, found by its `BENCHMARK`. It reads nothing but the folder it is given, whose layout is that of
the development data; a part that the folder lacks is left out and named under `missing`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import msgspec


class Result(msgspec.Struct):
    """What a benchmark measured: name -> number, and what the folder lacked."""

    metrics: dict[str, float]
    missing: list[str] = []
    notes: list[str] = []
    """How it was measured, for people."""


class Benchmark(msgspec.Struct, frozen=True):
    """A benchmark: its name, one line on what it measures, and how it is run on a folder of data."""

    name: str
    purpose: str
    run: Callable[[Path], Result]
    thinned: Callable[[Path, int], Result] | None = None
    """The same over every nth item alone, for a quick look."""


def benchmarks() -> dict[str, Benchmark]:
    """The benchmarks by name, in alphabetical order."""
    modules = (import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__) if m.name[0] != "_")
    known: list[Benchmark] = [module.BENCHMARK for module in modules if hasattr(module, "BENCHMARK")]
    return {benchmark.name: benchmark for benchmark in sorted(known, key=lambda b: b.name)}
