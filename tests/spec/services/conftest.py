"""The replay server and a client that is led to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from service_replay import QUICK, SERVICES, QuickClock, Replay

from probatum.acquire.services import _cache, _client, _guard, _pace


@pytest.fixture
def replay(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Replay]:
    """The server, with all services led to it, short limits, and state and cache in a folder of the test."""
    server = Replay()
    monkeypatch.setenv(_guard.VARIABLE, ",".join(f"{name}={server.url}/{name}" for name in SERVICES))
    monkeypatch.setenv(_cache.VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setenv("PROBATUM_STATE", str(tmp_path / "state"))
    for name in ("NCBI_API_KEY", "OPENFDA_API_KEY", "CROSSREF_MAILTO", "OPENALEX_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(_client, "LIMITS", QUICK)
    monkeypatch.setattr(_client, "HASTY", QUICK)
    monkeypatch.setattr(_client, "TURNS", _pace.Turns())
    monkeypatch.setattr(_client, "RealClock", QuickClock)
    yield server
    server.close()


@pytest.fixture
def client(replay: Replay) -> Iterator[_client.Client]:
    """A client without a cache."""
    with _client.Client() as made:
        yield made
