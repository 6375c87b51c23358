"""Which questions a sentence of a label answers: its kind, and the value, illness or medicine that it speaks of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.text.expressions import caseless

_RANGE: Final = (
    r"(?:(?P<low>\d+) (?:kg |years )?(?:to|and) (?P<high>\d+)|(?P<below>below|under) (?P<under>\d+)"
    r"|(?P<above>above|over|from) (?P<over>\d+)|(?P<least>\d+)(?= ?\S{0,20} or (?P<way>more|less|older)))"
)
_RENAL: Final = caseless(r"(?P<test>creatinine clearance|eGFR)(?: of)? " + _RANGE)
_WEIGHT: Final = caseless(_RANGE + r" kg\b")
_AGE: Final = caseless(r"\b" + _RANGE + r" years\b(?! of treatment)")
_ILL: Final = caseless(
    r"^(?:In|For|To treat) (?P<ill>(?:(?!children|people|adults|\d)[^,;]){4,50}?)(?: in adults)?, "
    r"the (?:[\w-]+ ){0,3}dose of "
)
_CONTRA: Final = caseless(
    r"\bcontraindicated (?:in|with) (?:(?:people|women|patients) with )?(?P<what>[^,;.]{4,50}?)"
    r"(?= and in |,|;|\.| or |$)"
)
_NO_ILLNESS: Final = caseless(
    r"hypersensitivity|allerg|\binhibitor|together|\b(?:children|infants|people|women|current)\b|pregnan|another"
)
_DIRECTS: Final = caseless(
    r"\b(?:doses?|contraindicated|should|must|recommended|avoided|caution|licensed|not be|may be (?:used|given))\b"
)
_JOINED: Final = caseless(
    r"\bcontraindicated (?:\w+ ){0,2}with\b|^(?:\S+ ){1,5}with [^,.]{3,90} (?:raises|may|can|should|is|lowers|needs)\b"
    r"|^with [^,.]{3,90}, |\b(?:raises?|lowers?|reduces?|strengthens?) the (?:level|effect|exposure)|\btogether\b"
)
_PLAIN: Final = {
    "missed": caseless(r"\bmissed dose\b"),
    "surgery": caseless(
        r"\b(?:stopped|interrupted|withheld|discontinued)\b.{0,60}\b(?:before|for)\b.{0,40}\b(?:surgery|operation)"
    ),
    "breast": caseless(r"\b(?:breast[- ]feeding|milk)\b"),
    "pregnancy": caseless(r"\b(?:pregnan\w+|fetus|unborn)\b"),
    "liver": caseless(r"\b(?:liver|hepatic) (?:impairment|disease)\b"),
    "kidney_plain": caseless(r"\b(?:kidney|renal) (?:impairment|disease)\b"),
    "max": caseless(r"\bmaximum (?:daily )?dose of\b|\bto a maximum of\b"),
    "start": caseless(r"\bstarting dose of\b"),
    "monitor": caseless(
        r"\b(?:tests?|levels?|counts?|function|serum|blood|INR|TSH|potassium|creatinine|sodium|ECG)\b.{0,90}"
        r"\bshould be (?:monitored|measured|checked)\b"
    ),
    "stop": caseless(r"\bstopp(?:ed|ing)\b.{0,30}\b(?:suddenly|abruptly|gradually|early)\b|\breduced gradually\b"),
}
_SWITCHED: Final = caseless(r"\bswitch|\bchang(?:e|ed|ing) (?:\w+ ){0,3}(?:from|to)\b")
KINDS: Final = (
    *_PLAIN,
    *("kidney", "kidney_of", "weight", "weight_of", "age", "age_of"),
    *("pair", "switch", "contra", "dose_of", "start_of"),
)


class Asked(msgspec.Struct, frozen=True):
    """A kind of question, and what stands in its wording."""

    kind: str
    parts: dict[str, str] = {}


def asked(sentence: str, drug: str) -> list[Asked]:
    """The kinds of questions that the sentence answers."""
    if not _DIRECTS.search(sentence):
        return _with_others(sentence, drug) or [
            Asked(kind) for kind in ("breast", "pregnancy") if _PLAIN[kind].search(sentence)
        ]
    ill = found["ill"] if (found := _ILL.match(sentence)) else ""
    ways = [*_valued(sentence, drug, ill), *_with_others(sentence, drug)]
    if (contra := _CONTRA.search(sentence)) and not _NO_ILLNESS.search(contra["what"]) and not _others(sentence, drug):
        ways.append(Asked("contra", {"what": contra["what"]}))
    plain = [kind for kind, pattern in _PLAIN.items() if pattern.search(sentence)]
    ways += [Asked(kind) for kind in plain if not (ways and kind == "kidney_plain")]
    if ill and not ways:
        ways.append(Asked("dose_of", {"ill": ill}))
    if ill and any(way.kind == "start" for way in ways):
        ways = [Asked("start_of", {"ill": ill}) if way.kind == "start" else way for way in ways]
    return ways


def _valued(sentence: str, drug: str, ill: str) -> list[Asked]:
    """Questions about one value that a sentence holds for: of the kidneys, the weight or the age."""
    ways: list[Asked] = []
    if _others(sentence, drug):
        return ways  # a limit beside another medicine
    for kind, pattern in (("kidney", _RENAL), ("weight", _WEIGHT), ("age", _AGE)):
        if found := pattern.search(sentence):
            parts = {"value": str(_within(found)), "test": "eGFR", "ill": ill}
            if kind == "kidney":
                parts["test"] = "CrCl" if found["test"][0] in "cC" else "eGFR"
            ways.append(Asked(f"{kind}_of" if ill else kind, parts))
    return ways


def _within(found: re.Match[str]) -> int:
    """A value within what is written: of a range the middle, else a tenth past its limit, and at least one."""
    if found["low"]:
        return (int(found["low"]) + int(found["high"])) // 2
    if found["below"] or found["way"] == "less":
        limit = int(found["under"] or found["least"])
        return limit - max(1, limit // 8)
    limit = int(found["over"] or found["least"])
    return limit + max(1, limit // 8)


def _with_others(sentence: str, drug: str) -> list[Asked]:
    """Questions about another medicine that the sentence names."""
    others = _others(sentence, drug)
    if not others:
        return []
    kind = "switch" if _SWITCHED.search(sentence) else "pair" if _JOINED.search(sentence) else ""
    return [Asked(kind, {"other": other}) for other in others[:2]] if kind else []


@lru_cache(maxsize=4096)
def _others(sentence: str, drug: str) -> tuple[str, ...]:
    """The marketed medicines that a sentence names beside the one of its label."""
    named = {word.strip(",.;()").lower() for word in drug.replace("-", " ").split()}
    found = []
    for mention in vocabulary.load().find(sentence):
        term = mention.term
        text = sentence[mention.start : mention.end].lower()
        if term.semantic == "drug" and term.marketed and not named & set(text.replace("/", " ").split()):
            found.append(text)
    return tuple(dict.fromkeys(found))
