"""Kinds: what a medicine is for, and which part of the body an illness is of, in easy words of our own.

A medicine is told by its own row of `data/kinds.tsv`, else by that of its class; what is listed are facts of
pharmacology (WHO ATC classification). An illness is told by the MeSH branches it stands in, those that name a part of
the body first.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Final

from probatum.vocabulary import classes
from probatum.vocabulary.normal import name_key
from probatum.vocabulary.terms import Term

_BRANCHES: Final[tuple[tuple[str, str, str], ...]] = (
    ("C04", "a growth of cells, which may be cancer", ""),
    ("C11", "an illness of the eyes", "the eyes"),
    ("C09.218", "an illness of the ears", "the ears"),
    ("C09.603", "an illness of the nose", "the nose"),
    ("C09", "an illness of the ears, nose or throat", "the ears, nose or throat"),
    ("C08", "an illness of the lungs or airways", "breathing"),
    ("C12.050.703", "a problem of pregnancy", "pregnancy"),
    ("F03", "an illness of the mind", "the mind"),
    ("C14.907.253", "an illness of the blood vessels of the brain", "the brain"),
    ("C14.280", "an illness of the heart", "the heart"),
    ("C14", "an illness of the heart or blood vessels", "the heart or blood vessels"),
    ("C06.552", "an illness of the liver", "the liver"),
    ("C06.405", "an illness of the stomach or bowel", "the stomach or bowel"),
    ("C06", "an illness of the parts that break down food", "the parts that break down food"),
    ("C12.050.351", "an illness of the bladder, kidneys or parts between the legs", "the bladder or kidneys"),
    ("C12", "an illness of the bladder, kidneys or parts between the legs", "the bladder or kidneys"),
    ("C17.800", "an illness of the skin", "the skin"),
    ("C07", "an illness of the mouth, teeth or jaw", "the mouth, teeth or jaw"),
    ("C10.228.140", "an illness of the brain", "the brain"),
    ("C10", "an illness of the brain or nerves", "the brain or nerves"),
    ("C05", "an illness of the bones, joints or muscles", "the bones, joints or muscles"),
    ("C15", "an illness of the blood", "the blood"),
    ("C19", "an illness of the glands that make hormones", "hormones"),
    ("C18", "a problem with how the body uses food, salts or water", "how the body uses food"),
    ("C17", "an illness of the skin or of the tissue that holds the body together", "the skin"),
    ("C20", "an illness of the body's defences against germs", "the body's defences"),
    ("C01", "an illness caused by germs", ""),
    ("C26", "an injury", ""),
    ("C25", "harm from a medicine, drug or poison", ""),
    ("C16", "a problem that a person is born with", ""),
    ("C23.888.592", "", "the brain or nerves"),
    ("C23.888.821", "", "the stomach or bowel"),
    ("C23.888.852", "", "breathing"),
    ("C23.888.885", "", "the skin"),
    ("C23.888.942", "", "passing water"),
)
"""Branches of MeSH, those that tell most first: what an illness of it is, and what a symptom of it has to do with."""
_DONE: Final[tuple[tuple[str, str], ...]] = (
    ("E04", "an operation or other work on the body"),
    ("E01", "a way to find out what is wrong"),
    ("F04", "help for the mind, such as talking treatment"),
    ("E06", "work on the teeth"),
    ("E07", "a thing that is used to treat or help a person"),
)
"""The same for what is done."""


def meaning(term: Term) -> str:
    """`a medicine that lowers blood pressure`, `an illness of the eyes`; empty where nothing more is known."""
    if term.semantic == "drug":
        return _medicine(term)
    if term.semantic == "condition":
        return next((told for branch, told, _ in _BRANCHES if told and _under(term, branch)), "")
    if term.semantic == "symptom":
        place = next((place for branch, _, place in _BRANCHES if place and _under(term, branch)), "")
        return f"something a person feels or notices, to do with {place}" if place else ""
    return next((told for branch, told in _DONE if _under(term, branch)), "") if term.semantic == "procedure" else ""


def _medicine(term: Term) -> str:
    """By its own name, then the smallest class that holds it, then the class that its name's ending tells."""
    for name in (term.label, *classes.classes_of(term.label), *term.broader):
        told = rows().get(name_key(name))
        if told:
            return told
    return ""


def _under(term: Term, branch: str) -> bool:
    return any(tree == branch or tree.startswith(f"{branch}.") for tree in term.trees)


@lru_cache(maxsize=1)
def rows() -> dict[str, str]:
    """What medicines and classes of medicines are for, by the key of the name."""
    text = files("probatum.vocabulary").joinpath("data", "kinds.tsv").read_text(encoding="utf-8")
    parted = (line.split("\t") for line in text.splitlines()[1:])
    return {name_key(name): told for told, names in parted for name in names.split("; ")}
