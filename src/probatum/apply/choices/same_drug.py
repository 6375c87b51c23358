"""Same drug: whether two names are of one drug, so that the one is no other choice than the other."""

from __future__ import annotations

from functools import lru_cache

from probatum import vocabulary


def alike(name: str, other_: str) -> bool:
    """Whether two names are of one drug, or of a salt and its acid, or one is a numbered form of the other."""
    return bool(_terms(name) & _terms(other_)) or _numbered(name, other_) or _numbered(other_, name)


@lru_cache(maxsize=512)
def _numbered(name: str, whole: str) -> bool:
    """Whether a drug goes by another's name with a figure (`vitamin D3` of cholecalciferol): that is no other drug."""
    terms = [term for term in vocabulary.load().lookup(name) if term.semantic == "drug"]
    called = [n.lower() for term in terms for n in (term.label, *term.synonyms)]
    return any(n.startswith(whole.lower()) and n[len(whole) :].strip(" -").isdigit() for n in called)


@lru_cache(maxsize=512)
def _terms(name: str) -> frozenset[str]:
    return frozenset(term.label.lower() for term in vocabulary.load().lookup(name) if term.semantic == "drug")
