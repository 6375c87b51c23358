"""Members of a class of drugs: what a question about `antibiotics` or `statins` is answered from.

Trials and labels name the drug, questions often the class. The lists hold ingredients that are in common use and the
class's own other names; they are facts of pharmacology (WHO ATC classification) and complete for no class.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


def members(label: str) -> tuple[str, ...]:
    """The members of the class with that label, best known first; empty for what is no class."""
    return _table().get(label.casefold(), ())


def is_class(label: str) -> bool:
    """Whether it is the label of a class of medicines, which is one itself: `nitrates`."""
    return label.casefold() in _table()


def classes_of(name: str) -> tuple[str, ...]:
    """Labels of the classes in which a drug of that name is, smallest first."""
    return _inverse().get(name.casefold(), ())


@lru_cache(maxsize=1)
def _inverse() -> dict[str, tuple[str, ...]]:
    held: dict[str, list[str]] = {}
    for label, names in sorted(_table().items(), key=lambda row: len(row[1])):
        for name in names:
            held.setdefault(name.casefold(), []).append(label)
    return {name: tuple(labels) for name, labels in held.items()}


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    text = files("probatum.vocabulary").joinpath("data", "classes.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {name.casefold(): tuple(held.split("; ")) for name, held in rows}
