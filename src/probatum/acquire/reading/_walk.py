"""Files under a path, in order, with everything that is no plain file refused."""

from __future__ import annotations

import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from probatum.acquire.formats._base import Refusal, refuse
from probatum.acquire.reading._sidecar import ENDING
from probatum.text.expressions import expression

_COMPANIONS: Final = tuple(
    f".{suffix}"
    for suffix in (
        *("jpg", "jpeg", "png", "gif", "tif", "tiff", "svg", "eps", "mp4", "mov", "avi", "mp3", "wav"),
        *("ppt", "pptx", "xls", "xlsx", "css", "js", "md5", "sha1", "sha256"),
    )
)
_DOCUMENTS: Final = (".pdf", ".doc", ".docx")
_ARTICLE: Final = ".nxml"
_PACKAGE: Final = expression(r"(?:\A|/)PMC\d+/[^/]+\Z")
"""A file in the folder of one article, as PubMed Central packs them."""
_SORTS: Final = (
    (stat.S_ISFIFO, "named pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "character device"),
    (stat.S_ISBLK, "block device"),
)


class Found(NamedTuple):
    """A file to be read. `size` is None for stdin."""

    path: str
    size: int | None
    companion: bool = False


def companion(name: str, siblings: Collection[str] = ()) -> bool:
    """Whether a file only goes with others, as figures, checksums and hidden files do. It is passed over.

    A sidecar goes with its document. A PDF or Word file goes with the article whose XML lies in the same folder, and in
    a folder that PubMed Central packed: it is that article's printed form or a supplement. `siblings` are the names of
    the files that lie with it, as far as they are known.
    """
    plain = name.replace("\\", "/")
    last = plain.rsplit("/", 1)[-1]
    lower = last.lower()
    if last.startswith(".") or lower.endswith(_COMPANIONS):
        return True
    if lower.endswith(ENDING):
        return last[: -len(ENDING)] in siblings
    with_article = _PACKAGE.search(plain) is not None or any(s.lower().endswith(_ARTICLE) for s in siblings)
    return lower.endswith(_DOCUMENTS) and with_article


def walk(path: str) -> Iterator[Found | Refusal]:
    """The files at a path given by the user: itself, or what the folder holds, recursively, in order of name."""
    try:
        place = Path(path)
        mode = place.stat().st_mode
    except FileNotFoundError:
        yield refuse(path, "whole file", "P214")
        return
    except (OSError, ValueError) as error:
        yield refuse(path, "whole file", "P213", reason=getattr(error, "strerror", None) or str(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(place)
    elif place.name.endswith(ENDING) and place.with_name(place.name[: -len(ENDING)]).is_file():
        yield Found(path, 0, companion=True)
    else:
        yield from _file(place, mode)


def _file(place: Path, mode: int) -> Iterator[Found | Refusal]:
    sort = next((sort for test, sort in _SORTS if test(mode)), None)
    if sort is not None:
        yield refuse(str(place), "whole file", "P212", sort=sort)
        return
    try:
        yield Found(str(place), place.stat().st_size)
    except OSError as error:
        yield refuse(str(place), "whole file", "P213", reason=error.strerror or str(error))


def _folder(root: Path) -> Iterator[Found | Refusal]:
    inside = root.resolve()
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            names = sorted(folder.iterdir(), key=lambda entry: entry.name)
        except OSError as error:
            yield refuse(str(folder), "whole folder", "P213", reason=error.strerror or str(error))
            continue
        deeper: list[Path] = []
        siblings = _beside(names)
        for place in names:
            if place.is_symlink():
                # A link within the folder is passed over: what it names is read in its own place.
                if not _leads_into(place, inside):
                    yield refuse(str(place), "whole file", "P215")
            elif place.is_dir():
                if not place.name.startswith("."):
                    deeper.append(place)
            elif companion(place.name, siblings):
                yield Found(str(place), 0, companion=True)
            else:
                yield from _entry(place)
        waiting += reversed(deeper)


def _beside(names: list[Path]) -> frozenset[str]:
    """What tells companions: names of articles, and of documents that have a sidecar."""
    said = {place.name for place in names}
    article = next((name for name in said if name.lower().endswith(_ARTICLE)), "")
    documents = {name[: -len(ENDING)] for name in said if name.endswith(ENDING)} & said
    return frozenset(documents | ({article} if article else set()))


def _entry(place: Path) -> Iterator[Found | Refusal]:
    try:
        mode = place.lstat().st_mode
    except OSError as error:
        yield refuse(str(place), "whole file", "P213", reason=error.strerror or str(error))
        return
    yield from _file(place, mode)


def _leads_into(place: Path, inside: Path) -> bool:
    try:
        return place.resolve().is_relative_to(inside)
    except (OSError, RuntimeError):
        return False
