"""Identifiers of documents, always with their namespace: a PMC number is never read as a PMID."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import unquote

from probatum.model.record import Identifier
from probatum.text.expressions import expression

ADDRESSES: Final = {
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "doi": "https://doi.org/{}",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    "nct": "https://clinicaltrials.gov/study/{}",
    "isrctn": "https://www.isrctn.com/{}",
    "setid": "https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid={}",
}
"""Namespace -> the page where people read such a document."""
_UUID: Final = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
_PATTERN: Final = expression(
    rf"""
    (?: (?:https?://)? (?:www\.)? (?: pubmed\.ncbi\.nlm\.nih\.gov/ | ncbi\.nlm\.nih\.gov/pubmed/ )
      | (?<![\w]) (?:pubmed\s{{0,2}}id|pubmed|pmid) \s{{0,2}} [:#=]? \s{{0,2}} ) (?P<pmid>[0-9]{{1,9}}) (?![\w]|\.[0-9])
  | (?: (?:https?://)? (?:www\.)? (?:pmc\.ncbi\.nlm\.nih\.gov/articles/|ncbi\.nlm\.nih\.gov/pmc/articles/
      |europepmc\.org/article/PMC/)
      | (?<![\w]) pmcid \s{{0,2}} [:#=]? \s{{0,2}} )? (?<![A-Za-z0-9]) (?P<pmcid>PMC\s?[0-9]{{1,9}}) (?![\w])
  | (?: (?:https?://)? (?:dx\.)?doi\.org/ | (?<![\w]) doi \s{{0,2}} [:=]? \s{{0,2}} | (?<![\w./]) )
      (?P<doi>10\.[0-9]{{4,9}}(?:\.[0-9]+)?(?:/|%2[fF])[^\s"<>\u201c\u201d]{{1,300}})
  | (?<![A-Za-z0-9]) (?P<nct>NCT\s?[0-9]{{8}}) (?![0-9A-Za-z])
  | (?<![A-Za-z0-9]) ISRCTN \s? (?P<isrctn>[0-9]{{8}}) (?![0-9])
  | (?: (?<![A-Za-z0-9]) eudract \s{{0,2}} (?:number|no\.?)? \s{{0,2}} [:#]? \s{{0,2}} ) (?P<eudract>(?:19
      |20)[0-9]{{2}}-[0-9]{{6}}-[0-9]{{2}}) (?![0-9])
  | (?<![A-Za-z0-9]) isbn (?:-?1[03])? \s{{0,2}} [:]? \s{{0,2}} (?P<isbn>97[89][-\s]?(?:[0-9][-\s]?){{9}}[0-9]
      |(?:[0-9][-\s]?){{9}}[0-9Xx]) (?![0-9])
  | (?<![A-Za-z0-9]) (?P<ppr>PPR[0-9]{{3,9}}) (?![0-9A-Za-z])
  | (?<![A-Za-z0-9]) (?:setid|set\ id) \s{{0,2}} [:=]? \s{{0,2}} (?P<setid>{_UUID}) (?![0-9a-fA-F])
  | (?<![A-Za-z0-9]) pii \s{{0,2}} : \s{{0,2}} (?P<pii>[A-Za-z0-9][A-Za-z0-9().-]{{4,40}})
  | (?<![A-Za-z0-9]) probatum \s? : \s? (?P<probatum>[A-Za-z0-9][A-Za-z0-9._-]{{0,80}})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HINT: Final = expression(
    r"10\.[0-9]{4}|pm(?:id|c)|pubmed|nct\s?[0-9]|isrctn|eudract|isbn|set ?id|pii\s{0,2}:|ppr[0-9]|probatum|%2f"
)
"""One of these stands in every lower-case text that names an identifier: cheaper than the pattern."""
_CLOSERS: Final = {")": "(", "]": "[", "}": "{", ">": "<"}


def _digits(value: str) -> str | None:
    bare = value.strip().lstrip("0")
    return bare if bare.isascii() and bare.isdigit() and len(bare) <= 9 else None


def _pmid(value: str) -> str | None:
    return _digits(re.sub(r"\A\s*pmid\s*[:#]?\s*", "", value, flags=re.IGNORECASE))


def _pmcid(value: str) -> str | None:
    digits = _digits(re.sub(r"\A\s*(?:pmcid\s*[:#]?\s*)?(?:PMC)?\s*", "", value, flags=re.IGNORECASE))
    return f"PMC{digits}" if digits else None


def _doi(value: str) -> str | None:
    bare = re.sub(r"\A\s*(?:https?://(?:dx\.)?doi\.org/|doi\s*[:=]?\s*)", "", value, flags=re.IGNORECASE)
    bare = _trim_doi(unquote(bare.strip())) if "%" in bare else _trim_doi(bare.strip())
    return bare.lower() if re.fullmatch(r"10\.[0-9]{4,9}(?:\.[0-9]+)?/\S+", bare) else None


def _trim_doi(value: str) -> str:
    while value:
        last = value[-1]
        unbalanced = last in _CLOSERS and value.count(last) > value.count(_CLOSERS[last])
        if last in ".,;:'\"!?*\u2019" or unbalanced:
            value = value[:-1]
        else:
            break
    return value


def _matching(pattern: str, change: Callable[[str], str]) -> Callable[[str], str | None]:
    compiled = re.compile(pattern, re.IGNORECASE)

    def normal(value: str) -> str | None:
        bare = change(value)
        return bare if compiled.fullmatch(bare) else None

    return normal


def _isbn(value: str) -> str | None:
    bare = re.sub(r"[\s-]", "", value).upper()
    if re.fullmatch(r"[0-9]{9}[0-9X]", bare):
        total = sum((10 - i) * (10 if c == "X" else int(c)) for i, c in enumerate(bare))
        return bare if total % 11 == 0 else None
    if re.fullmatch(r"97[89][0-9]{10}", bare):
        return bare if sum(int(c) * (1, 3)[i % 2] for i, c in enumerate(bare)) % 10 == 0 else None
    return None


_NORMAL: Final[dict[str, Callable[[str], str | None]]] = {
    "pmid": _pmid,
    "pmcid": _pmcid,
    "doi": _doi,
    "nct": _matching(r"NCT[0-9]{8}", lambda v: re.sub(r"\s", "", v).upper()),
    "isrctn": _matching(r"ISRCTN[0-9]{8}", lambda v: "ISRCTN" + re.sub(r"\A\s*ISRCTN\s*|\s", "", v.upper())),
    "eudract": _matching(r"(?:19|20)[0-9]{2}-[0-9]{6}-[0-9]{2}", lambda v: v.strip()),
    "isbn": _isbn,
    "ppr": _matching(r"PPR[0-9]{1,9}", lambda v: v.strip().upper()),
    "setid": _matching(_UUID, lambda v: v.strip().lower()),
    "pii": _matching(r"[A-Z0-9][A-Z0-9().-]{4,40}", lambda v: v.strip().upper()),
    "probatum": _matching(r"[a-z0-9][a-z0-9._-]{0,80}", lambda v: v.strip().lower()),
}
_PREFIXED: Final = expression(
    r"\s*+(pmid|pmcid|doi|nct|isrctn|eudract|isbn|ppr|setid|pii|probatum)\s*+:\s*+(\S(?:.*\S)?)\s*+", re.I | re.S
)


def namespaces() -> tuple[str, ...]:
    """The namespaces that are known, sorted."""
    return tuple(sorted(_NORMAL))


def normalise(namespace: str, value: str) -> str | None:
    """The value in its one form (DOI in lower case, `PMC` before the digits), or None when it cannot be one.

    Raises KeyError for a namespace that is not known.
    """
    return _NORMAL[namespace](value) if len(value) <= 400 else None


def parse(text: str, namespace: str | None = None) -> Identifier | None:
    """The identifier that the whole text is, or None.

    A bare number is read only when its namespace is given: it could be anything.
    """
    text = text.strip()
    if len(text) > 400:
        return None
    if namespace is not None:
        value = normalise(namespace, text)
        return Identifier(namespace, value) if value else None
    prefixed = _PREFIXED.fullmatch(text)
    if prefixed is not None:
        namespace = prefixed[1].lower()
        # `pmid:PMC7683000` names two namespaces: neither is believed.
        value = normalise(namespace, prefixed[2])
        return Identifier(namespace, value) if value else None
    bare = text.rstrip("/").split("?")[0] if "://" in text and "doi.org" not in text else text
    found = _PATTERN.fullmatch(bare)
    return _made(found) if found else None


def find(text: str) -> tuple[tuple[int, int, Identifier], ...]:
    """All identifiers in a text with the offsets of their value (the number, the DOI), in order."""
    made: list[tuple[int, int, Identifier]] = []
    if _HINT.search(text.lower()) is None:
        return ()
    for found in _PATTERN.finditer(text):
        identifier = _made(found)
        if identifier is None or found.lastgroup is None:
            continue
        start, end = found.span(found.lastgroup)
        if found.lastgroup == "doi":
            end = start + len(_trim_doi(found["doi"]))
        made.append((start, end, identifier))
    return tuple(made)


def _made(found: re.Match[str]) -> Identifier | None:
    namespace = found.lastgroup
    if namespace is None:
        return None
    value = _NORMAL[namespace](found[namespace])
    return Identifier(namespace, value) if value else None
