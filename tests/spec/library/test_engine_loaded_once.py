"""The engine is loaded once, and whoever asks meanwhile waits for the whole of it."""

from __future__ import annotations

import subprocess
import sys

import pytest

ASKED_AT_ONCE = """
import threading, time
from probatum.acquire.library.engine import engine
failed = []
def ask():
    try:
        engine().connect
    except Exception as error:
        failed.append(repr(error))
threads = [threading.Thread(target=ask) for _ in range(6)]
for thread in threads:
    thread.start()
    time.sleep(0.03)
for thread in threads:
    thread.join()
print(failed)
"""


def test_threads_that_ask_at_once_all_get_it() -> None:
    told = subprocess.run([sys.executable, "-c", ASKED_AT_ONCE], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


CHECKED_AFTERWARDS = """
from overrides import override
from probatum.acquire.library.engine import engine
engine()
import lancedb.db, overrides
print(overrides.override is override, lancedb.db.LanceDBConnection.open_table.__override__)
class Base: pass
try:
    class Sub(Base):
        @overrides.override
        def unknown(self): pass
except TypeError:
    print("refused")
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on the engine takes typing's own")
def test_who_overrides_is_marked_and_only_the_engine_goes_unchecked() -> None:
    told = subprocess.run([sys.executable, "-c", CHECKED_AFTERWARDS], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["True", "True", "refused"]
