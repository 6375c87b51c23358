"""Does a finding that is read out of the source gainsay what a sentence says of its outcome?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.assess import meaning
from probatum.assess.audit import dosed, keys
from probatum.assess.audit.case import NEGATED, Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit, flat
from probatum.model import Direction, Fault, Finding
from probatum.text.expressions import expression
from probatum.text.normal import fold

_SEEN: Final = r"\b[^.;]{0,300}?\b(?:was|were|is|are) (?:\w+ )?(?:detected|found|seen|observed|shown|noted)\b"
_WHAT: Final = r"(?:\w+ ){0,2}(?:differences?|effects?|changes?|benefits?)"
_NONE: Final = expression(rf"\bno {_WHAT}{_SEEN}", re.IGNORECASE)
_SOME: Final = expression(rf"\b(?:an?|the) {_WHAT}{_SEEN}", re.IGNORECASE)
GRADED: Final = expression(r"certainty for ([^:]{1,200}): (?:very low|low|moderate|high)\b", re.IGNORECASE)
ASIDE: Final = expression(r"\([^()]{0,400}\)")
_SET_AGAINST: Final = expression(
    r"\b(?:than|compared (?:with|to)|versus|vs\.?|as against|relative to)\b|:\s(?=-?[0-9])"
    r"|(?:%|per ?cent|half|third|quarter|tenth|times|fold|fraction)\s(?:of|that (?:of|with|on))\s(?=(?:the\s"
    r"|that of\s)?(?:placebo"
    r"|controls?|sham|vehicle)\b(?!\s(?:\w+\s)?(?:patients?|participants?|people|group|arm|recipients?|users?)))",
    re.IGNORECASE,
)
_AMONG: Final = 3
"""Other words that may stand among those of an outcome."""
_UNKNOWN: Final = expression(r"\A\W*it is not known:\s", re.IGNORECASE)
"""An opening that denies nothing of what follows."""
_WAYS: Final = {Direction.HIGHER: "up", Direction.LOWER: "down"}
CONTRARY: Final = {"up": "down", "down": "up", "better": "worse", "worse": "better", "none": "some", "some": "none"}
TOLD: Final = {
    "none": "detected no difference",
    "some": "found a difference",
    "up": "gives it as higher",
    "down": "gives it as lower",
    "better": "gives it as better",
    "worse": "gives it as worse",
}
_GOOD: Final = {"benefit": "better", "harm": "worse"}
_NO_OUTCOME: Final = keys.GENERIC | keys.table("change occurrence incidence frequency severity level score mean median")
"""Words that outcomes share: none of them says which is meant."""
EVENTS: Final = keys.table("adverse event events side effect effects")


@probe(
    name="finding",
    order=135,
    purpose="What a sentence says of an outcome (no difference detected, lower, higher) is not gainsaid by every "
    "finding that is read out of the source for it.",
    source="Lehman E, et al. Inferring which medical treatments work from reports of clinical trials (2019), "
    "doi:10.18653/v1/N19-1371",
)
def finding(case: Cited) -> Opinion | None:
    """Contradicted when all findings on the outcome with the most words of the sentence say the contrary."""
    if len(case.sources) != 1:
        return None
    if case.grades:
        return _graded_elsewhere(case)
    for part in case.parts or (case,):
        said = claimed(part)
        held = _on_the_matter(part) if said else []
        if said not in ("none", "some"):
            held = [found for found in held if _is_what_is_measured(part, found)]
        ways = [(found, way(part, found, said)) for found in held]
        against = [found for found, lies in ways if lies == CONTRARY.get(said)]
        if against and not any(lies == said for _, lies in ways):
            category = Fault.NEGATION if said in ("none", "some") else Fault.DIRECTION
            reason = f"of {against[0].outcome} the source {TOLD[CONTRARY[said]]}"
            return Opinion(category, reason, tuple(f.sentence for f in against[:2]))
    return None


def _graded_elsewhere(case: Cited) -> Opinion | None:
    """Certainty is told for an outcome that another record of the list found, and the cited one did not."""
    what = graded(case)
    source = case.sources[0]
    known = any(what <= source.expanded(u) and _together(u, what) for u in source.units)
    if what - keys.GENERIC and not known and not any(what <= keys.of(f.outcome) for f in source.findings):
        return Opinion(Fault.OUTCOME, "the source does not tell of that outcome")
    if not what or any(2 * len(keys.of(f.outcome) & what) >= len(what) for f in case.sources[0].findings):
        return None
    for other in case.others:
        if any(keys.of(f.outcome) == what for f in other.findings):
            number = next((r.number for r in case.whole.references if r.record == other.record.id), 0)
            return Opinion(Fault.MISATTRIBUTED, f"the outcome is one of reference {number}, not of what is cited")
    return None


def graded(case: Cited) -> frozenset[str]:
    """Keys of the outcome whose certainty a sentence grades; empty where it grades none."""
    found = GRADED.match(case.text)
    return keys.of(found[1]) if found else frozenset()


def _together(unit: Unit, what: frozenset[str]) -> bool:
    """True when words stand near each other in a unit, or it has some of them by an abbreviation alone."""
    told = [word.key for word in keys.read(unit.text)]
    reach = len(what) + _AMONG
    return not what <= set(told) or any(what <= set(told[at : at + reach]) for at in range(len(told)))


def claimed(case: Cited) -> str:
    """What a sentence claims: that a difference was detected or none, or the way that one group differs."""
    text = _UNKNOWN.sub("", ASIDE.sub(" ", case.text))
    if _NONE.search(text):
        return "none"
    if case.denies and NEGATED.search(text):
        return ""
    if _SOME.search(text):
        return "some"
    ways = meaning.clause(text).directions
    return next(iter(ways)) if len(ways) == 1 else ""


def _on_the_matter(case: Cited) -> list[Finding]:
    """The findings whose outcome the sentence names by all of its telling words, those with the most of them."""
    made: list[tuple[int, Finding]] = []
    for found in case.sources[0].findings:
        telling = _telling(case, found)
        if telling and telling <= case.keys and not found.problems and not of_other_dose(case, found):
            made.append((len(telling), found))
    most = max((count for count, _ in made), default=0)
    return [found for count, found in made if count == most]


def of_other_dose(case: Cited, found: Finding) -> bool:
    """True for a finding on another dose than those that the sentence names."""
    told = dosed.read(fold(" and ".join(arm.arm for arm in found.arms)).text)
    return dosed.other(dosed.read(fold(case.text).text), told)


def _telling(case: Cited, found: Finding) -> frozenset[str]:
    """The words of an outcome that say which it is, treatments aside; of events that they are adverse ones."""
    treated = keys.of(" ".join((*(a.arm for a in found.arms), found.comparator)))
    named = keys.of(found.outcome) - treated.union(*(a.words for a in case.arms))
    return (named - _NO_OUTCOME) or (named & EVENTS)


def _is_what_is_measured(case: Cited, found: Finding) -> bool:
    """True when the outcome is a third or more of what the sentence is about: a way is said of one thing alone."""
    topic = case.topic - case.sources[0].design
    return 3 * len(_telling(case, found)) >= len(topic)


def way(case: Cited, found: Finding, said: str) -> str:
    """What a finding says in the terms of what is said; empty where it says nothing of the kind."""
    none = found.direction is Direction.NONE_DETECTED or found.significant is False
    if said in ("none", "some"):
        return "none" if none else "some" if found.significant or found.direction in _WAYS else ""
    lies = _GOOD.get(found.favours, "") if said in _GOOD.values() else _WAYS.get(found.direction, "")
    side = _side(case, found) if lies else 0
    return "" if not side or none else lies if side > 0 else CONTRARY[lies]


def _side(case: Cited, found: Finding) -> int:
    """1 where the sentence speaks of the finding's first arm, -1 where of the other, 0 where that cannot be told."""
    if not any(arm.arm for arm in found.arms):
        # The source sets no groups apart, and the sentence must not either.
        return int(not case.treatments and _SET_AGAINST.search(case.text) is None)
    source = case.sources[0]
    ahead = _SET_AGAINST.split(ASIDE.sub(" ", case.text), maxsplit=1)[0]
    head = f" {flat(ahead)} "
    here = [f" {flat(name)} " in head for name in (found.arms[0].arm, found.comparator) if flat(name)]
    if len(here) == 2 and here[0] != here[1]:
        return 1 if here[0] else -1
    one, other = (frozenset(_named(name, source)) for name in (found.arms[0].arm, found.comparator))
    told = keys.of(ahead) - keys.of(found.outcome)
    first, second = bool((one - other) & told), bool((other - one) & told)
    if not first and not second:  # a drug may be called `prophylaxis` by its source, but is no control
        return int(found.arms[-1].control and not found.arms[0].control and not other & case.keys)
    return 0 if first == second else 1 if first else -1


def _named(name: str, source: Source) -> Iterator[str]:
    for key in keys.of(name) - keys.GENERIC:
        yield key
        yield from source.long_forms.get(key, ())
