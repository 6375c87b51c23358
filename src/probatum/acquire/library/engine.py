"""The database engine, loaded when it is first needed, and its conflicts retried.

Loading `lancedb` also loads a client for catalogue servers (`lance_namespace_urllib3_client`), whose generated classes
take longer to set up than everything else together (about 0.9 of 1.6 s). A library is embedded: that client is put off
until something asks for one of its names, and then loads as it always would. Where the engine asks for them itself, its
classes are made with their set-up put off to their first use, which pydantic offers (`defer_build`). Before Python 3.12
the engine marks what overrides a method with a decorator that reads the byte code of every such class (0.14 s); while
it loads, one that marks alone takes its place, as from 3.12 on. Nothing of the engine is altered.
"""

from __future__ import annotations

import importlib.util
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final, TypeVar

T = TypeVar("T")

DEFERRED: Final = "lance_namespace_urllib3_client"
"""The package whose own set-up is put off; its sub-modules load as usual."""

ATTEMPTS: Final = 8
"""How often a write that met another writer is tried."""

ENGINE_ERRORS: Final = (RuntimeError, OSError, ValueError)
"""What the engine raises: it has no classes of its own for failed reads and writes."""


def defer(name: str) -> None:
    """Put the package `name` into `sys.modules` without running its `__init__` until one of its names is asked for.

    The first look-up of a name that is not a sub-module already loaded runs the real `__init__` (PEP 562). Does
    nothing when the package is loaded already or not installed.
    """
    spec = None if name in sys.modules else importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        return
    loader, module = spec.loader, importlib.util.module_from_spec(spec)

    def load(attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(f"module {name!r} has no attribute {attribute!r}")
        module.__dict__.pop("__getattr__", None)
        loader.exec_module(module)
        return getattr(module, attribute)

    module.__dict__["__getattr__"] = load
    sys.modules[name] = module


_LOADING = threading.Lock()
"""A module that another thread is still loading stands in `sys.modules` half made: one loads it, the others wait."""


@cache
def _loaded() -> ModuleType:
    defer(DEFERRED)
    with _put_off(), _marking_alone():
        return import_module("lancedb")


def engine() -> ModuleType:
    """The `lancedb` module. Takes about half a second the first time in a process."""
    with _LOADING:
        return _loaded()


@contextmanager
def _put_off() -> Iterator[None]:
    """Classes of pydantic that are made meanwhile set themselves up when they are first used."""
    from pydantic import BaseModel

    before = BaseModel.model_config
    BaseModel.model_config = {**before, "defer_build": True}
    try:
        yield
    finally:
        BaseModel.model_config = before


@contextmanager
def _marking_alone() -> Iterator[None]:
    """`overrides.override` marks a method meanwhile and checks nothing; where there is no such package nothing is done.

    What it would check is whether the engine's own classes fit each other, which does not change on a user's machine.
    """
    if importlib.util.find_spec("overrides") is None:
        yield
        return
    package: Any = import_module("overrides")
    before = package.override
    package.override = _marked
    try:
        yield
    finally:
        package.override = before


def _marked(method: T) -> T:
    """The method, marked where it can be: as `typing.override` does."""
    with suppress(AttributeError, TypeError):
        method.__override__ = True  # type: ignore[attr-defined]
    return method


def opened(connection: Any, name: str) -> Any:
    """The table of that name at a connection, or None when there is none.

    In a folder a table is a folder of its own, and looking for that takes microseconds; the engine takes milliseconds
    to say that there is none. Raises one of `ENGINE_ERRORS` for a table that cannot be read.
    """
    if "://" not in connection.uri and not Path(connection.uri, f"{name}.lance").is_dir():
        return None
    try:
        return connection.open_table(name)
    except ENGINE_ERRORS as error:
        if "not found" not in str(error).lower():
            raise
        return None


def retrying(write: Callable[[], T]) -> T:
    """Do a write; when the engine says that another commit came first and the write may be tried again, try it again.

    Waits 0.05 s, doubled each time. Any other error passes, as does the last conflict.
    """
    for attempt in range(ATTEMPTS):
        try:
            return write()
        except ENGINE_ERRORS as error:
            if attempt == ATTEMPTS - 1 or "retryable" not in str(error).lower():
                raise
        time.sleep(0.05 * 2**attempt)
    raise AssertionError("unreachable")
