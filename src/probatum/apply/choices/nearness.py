"""Nearness: how near a sentence of a guideline of emergency care is to the situation that a question tells.

It gains by what both tell of the situation and loses by what it alone presupposes; what comes later, or only besides,
stands behind what comes first, unless what comes first was given and did not serve.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from probatum.apply.choices import next_step
from probatum.apply.quoted import sides
from probatum.text import ages, doses, words
from probatum.text.expressions import caseless
from probatum.text.undoing import UNDONE

_FIRST: Final = caseless(
    r"\b(?:first (?:choice|treatment)|given first|at once|without delay|immediately|as early as possible)\b"
)
LATER: Final = caseless(
    r"^\W*(?:once|after)\b|\b(?:only besides|second (?:choices?|dose)|further|repeat\w*|persist\w*|refractory"
    r"|alternatives?|(?:poor|without a marked|no) response|is added\b|added to|does not stop|reaction to"
    r"|is no contraindication|not routinely|not be used)\b"
)
SAYS_SO: Final = {
    "no shock": caseless(r"\bwithout shock\b|\bha?emodynamically stable\b"),
    "unconscious": caseless(r"\bunconscious\b"),
    "conscious": caseless(r"(?<!un)\bconscious\b"),
    "line": caseless(r"\bwithout intravenous access\b|\binto (?:a|the) (?:muscle|cheek)\b"),
}
OPENS: Final = caseless(
    r"^\W*(?:in|for|after|with|when|during|once|before|while) (?P<what>(?:[^.;]|\.(?=\d)){3,200}?)"
    r"(?:, (?=(?:the|an?|NICE|BTS|NHS|JBDS|British|\w+) )|$)"
)
_PLAIN: Final = words.stems(
    "adult people person patient child severe acute emergency treatment mmol more less year month symptoms with or and"
)


class Asked(NamedTuple):
    """What a question tells of the situation."""

    stems: frozenset[str]
    denied: frozenset[str]
    """Stems of what is told not to be there."""
    own: frozenset[str]
    """Stems of the illness that the titles are of, of which every sentence tells."""
    drugs: frozenset[str]
    """What is asked for by name."""
    failed: bool
    tried: tuple[str, ...]
    """What was given and did not serve."""
    typed: str
    taken: tuple[str, ...]
    value: float | None
    """The one value that was measured."""
    pressure: tuple[float, float] | None
    """The blood pressure that was measured."""
    measure: str
    aged: bool
    dose: bool
    sides: frozenset[str]
    state: frozenset[str]
    """What is told of consciousness and of access to a vein."""


def says(name: str, text: str, by: dict[str, re.Pattern[str]]) -> bool:
    """Whether a text tells a state, by one of the tables of how states are told."""
    return by[name].search(text) is not None


def score_of(text: str, title: str, told: Asked) -> float:
    """How near a sentence is: what both tell of the situation, less what it alone presupposes."""
    opening = OPENS.match(text)
    what, behind = (opening["what"], text[opening.end() :]) if opening else ("", text)
    told_of, presupposed = _own(_LACKS.sub(" ", what), told), _own(_ASIDE.sub(" ", what), told)
    figures = frozenset(stem for stem in presupposed if any(sign.isdigit() for sign in stem))
    score = 2.0 * len(told_of & told.stems) - 3.0 * _of_untold_cause(what, title, told)
    score -= 6.0 * bool(told.denied & words.stems(alike(_LACKS.sub(" ", what))))
    score += 2.0 * bool(told.denied & denied(what)) - 4.0 * _of_untold_kind(what, told)
    score -= 0.5 * len(presupposed - told.stems - figures) + 0.5 * (not opening)
    score += 0.7 * len(_own(behind, told) & told.stems)
    stopped = _STOPS.search(text) is not None and any(words.stems(drug) <= words.stems(text) for drug in told.taken)
    first = _FIRST.search(text) is not None
    later = LATER.search(text) is not None and not first  # the first choice may be repeated
    score += 4.0 * stopped
    score -= (4.0 if told.value is not None else 1.5) * (
        _LIGHT.search(what) is not None and not _LIGHT.search(" ".join(told.stems))
    )
    score += _by_pressure(what, told.pressure) + _limited(text, what, told)
    if told.value is not None and (limit := _FROM.search(text)) and not _BELOW.search(text):
        score += 1.0 if told.value >= float(limit["from"]) else -4.0
    score += 2.0 * sum(name in told.state and says(name, text, SAYS_SO) for name in SAYS_SO)
    if told.failed:
        score += next_step.gain(text, told.tried, told.typed) - 4.0 * (_REFERS.search(behind) is not None)
    else:
        score += 2.0 * first - 2.5 * later
    score += 3.0 * (told.aged and ages.limits(text) is not None)  # of which it is known that they are the patient's
    undoes = UNDONE.search(text)
    named = told.stems | words.stems(" ".join((*told.drugs, *told.taken)))
    score += 4.0 * bool(undoes and words.stems(undoes["what"]) & named)
    score -= 0.7 * (_REFERS.search(behind) is not None)  # what is given on the way there stands before it
    score += 2.0 * bool(told.drugs)  # what does not name it was left out
    score += 1.5 * (told.dose and bool(doses.read(text)))
    score += 1.0 * bool(told.sides & sides.told(text) - {"help", "instead", "may"})
    return score


def _of_untold_kind(what: str, told: Asked) -> bool:
    """Whether a situation is of a kind of what is told that nobody told of: `neutropenic sepsis`, of a sepsis."""
    kinds = (found for found in _KIND_OF.finditer(what) if found["kind"].lower() not in _ANY_KIND)
    return any(words.stems(f["what"]) <= told.stems and not words.stems(f["kind"]) & told.stems for f in kinds)


_KIND_OF: Final = caseless(r"\b(?P<kind>[a-z]{4,}(?:ic|al|ous)) (?P<what>[a-z]{4,})\b")
_ANY_KIND: Final = frozenset(
    [
        "serious",
        "clinical",
        "critical",
        "typical",
        "chronic",
        "initial",
        "medical",
        "symptomatic",
        "asymptomatic",
        "previous",
        "idiopathic",
    ]
)


def denied(text: str) -> frozenset[str]:
    """Stems of what a text tells not to be there: `no bleeding`."""
    return frozenset().union(*(words.stems(alike(found[0].partition(" ")[2])) for found in ABSENT.finditer(text)))


def pressure(values: Sequence[str]) -> tuple[float, float] | None:
    """The systolic and diastolic pressure among what was measured, where both are told."""
    held = {name: float(value) for name, _, value in (one.rpartition(" ") for one in values)}
    upper, lower = held.get("systolic pressure"), held.get("diastolic pressure")
    return None if upper is None or lower is None else (upper, lower)


def _by_pressure(what: str, pressure: tuple[float, float] | None) -> float:
    """How much nearer a situation is for the blood pressure from which on it is one."""
    limit = _PRESSURE.search(what)
    if limit is None or pressure is None:
        return 0.0
    return 3.0 if pressure[0] >= float(limit["upper"]) or pressure[1] >= float(limit["lower"]) else -6.0


def _limited(text: str, what: str, told: Asked) -> float:
    """How much nearer a sentence is for a limit of what was measured at which it tells what is done; what opens with
    one is of nothing else."""
    if told.value is None or _FROM.search(text) or told.measure.lower() not in text.lower():
        return 0.0
    if below := _BELOW.search(what):
        return 4.0 if told.value < _figures(below)[0] else -6.0
    if (above := _ABOVE.search(what)) and told.value <= _figures(above)[0]:
        return -6.0
    if within := _WITHIN.search(text):
        low, high = _figures(within)
        if _WITHIN.search(what) and not low <= told.value <= high:
            return -6.0
        return 3.0 * (low <= told.value <= high) + 3.0 * _beyond(text, told.value)
    return 1.0 * _beyond(text, told.value)


def _beyond(text: str, value: float) -> bool:
    """Whether a value is beyond a limit that a text sets."""
    below, above = _BELOW.search(text), _ABOVE.search(text)
    return bool((below and value < _figures(below)[0]) or (above and value > _figures(above)[0]))


def _figures(found: re.Match[str]) -> tuple[float, ...]:
    return tuple(float(figure) for figure in found.groups() if figure)


_PRESSURE: Final = caseless(r"\bblood pressure of (?P<upper>\d{3})/(?P<lower>\d{2,3}) (?:mm ?Hg )?or more\b")
_N: Final = r"(\d{1,3}(?:\.\d)?)"
_WITHIN: Final = caseless(rf"\b{_N} mmol/l to {_N} mmol/l\b|\bINR of {_N} to {_N}\b")
_ABOVE: Final = caseless(rf"\babove {_N} ?mmol/l\b|\bINR (?:is )?(?:still )?above {_N}\b")
_BELOW: Final = caseless(rf"\b(?:below|under) {_N} ?mmol/l\b|\bINR (?:is )?(?:below|under) {_N}\b")
"""Limits of what is measured in mmol/l, and of an INR, which has no unit."""


def _of_untold_cause(what: str, title: str, told: Asked) -> bool:
    """Whether a situation is told with a cause of which the question says nothing, nor the title of its source."""
    cause = _CAUSE.search(what)
    if TOO_MUCH.search(what) and not TOO_MUCH.search(title) and not TOO_MUCH.search(" ".join(told.stems)):
        return True
    return cause is not None and not _own(cause["by"], told) & told.stems


def _own(text: str, told: Asked) -> frozenset[str]:
    """The stems of a text that are not of the illness itself, with one word for fits however they are called."""
    return frozenset(words.stems(alike(text))) - told.own - _PLAIN


def alike(text: str) -> str:
    """A text with one word for fits, for shock, sepsis and for the saturation, however they are called."""
    text = _SATS.sub("oxygen saturation", _SHOCK.sub("shock", _FITS.sub("seizure", text)))
    return _SEPTIC.sub("sepsis", text)


_REFERS: Final = caseless(r"\b(?:referred|admitted|admission|transferred)\b")
_FITS: Final = caseless(r"\b(?:seiz(?:ing|ures?)|fit(?:ting|s)?|convuls\w+)\b")
_SHOCK: Final = caseless(r"\bha?emodynamically unstable\b|\bshocked\b|\bperi-?arrest\b")
_SEPTIC: Final = caseless(r"\bseptic(?! arthritis| abortion| bursitis)\b")
_SATS: Final = caseless(r"\b(?:SpO2|SaO2|(?:O2 )?sats?)\b")
_ASIDE: Final = caseless(r"\([^()]{1,90}\)")
_LACKS: Final = caseless(r"\bwithout (?:an? )?(?!intravenous)[\w-]+")
"""What is not at hand in a situation is no word that both tell."""
ABSENT: Final = caseless(
    r"\b(?:no|without|normal|nil|den(?:ies|ied)) (?!response|better|improvement|effect|iv\b|intravenous)"
    r"(?:(?:any|active|obvious|overt|major|(?:signs?|symptoms?|evidence)(?: or symptoms)? of) )*"
    r"(?:(?:12-lead )?ECG|[\w-]+)(?: changes?)?"
    r"|(?:\bnot|\b(?:is|are|was|were)n['’]?t) (?:(?:actively|currently|visibly|overtly) )?"
    r"(?:bleeding|fitting|seizing|vomiting|pregnant|shocked|septic|confused|breathless|drowsy|febrile|hypotensive"
    r"|wheez(?:y|ing))\b"
)
_CAUSE: Final = caseless(r"\b(?:from|caused by|due to) (?P<by>[^,;]{3,80})")
_LIGHT: Final = caseless(r"\b(?:low|moderate|mild)\b")
TOO_MUCH: Final = caseless(r"\b(?:toxic\w*|overdos\w*|poison\w*)\b")
_STOPS: Final = caseless(r"\b(?:stopped|withheld|discontinued)\b")
_FROM: Final = caseless(r"\b(?P<from>\d{1,3}(?:\.\d)?) ?mmol/l or more\b")
