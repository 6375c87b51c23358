"""The engine is loaded once, and whoever asks meanwhile waits for the whole of it."""

from __future__ import annotations

import subprocess
import sys

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
