"""To what the figures of a finding belong, where the sentence says it elsewhere than outcomes and arms mostly stand.

`death was associated with age (HR 1.2)` is of death by age; `the most common harm was rash (3%)` is of rash; of `A and
B had a ratio of 2.1 and 3.4, respectively` the first figure is of A alone. Where the name stands in an earlier clause
(`with the second test, the rates were 3% and 5%`) nothing is found.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.appraise.findings import predicates, wellformed
from probatum.appraise.findings.judging import RATIOS
from probatum.appraise.findings.phrase import VERB
from probatum.appraise.findings.sentence import Sentence
from probatum.model import ArmResult, Figure, Finding, Measure
from probatum.text.expressions import expression

_PLURALS: Final = r"(?:rates|incidences|frequencies|values|figures|proportions|percentages|numbers|levels|scores|odds)"
_ANAPHORA: Final = expression(rf"(?:.*,\s)?the {_PLURALS}|.*,\s(?:these|those|they|it)", re.IGNORECASE)
"""`with B, the rates`: of what, an earlier clause says."""
_CUT: Final = expression(
    r".*[A-Za-z]/\d+|considering\b.*|(?:the )?(?:highest|lowest|greatest|largest|smallest|best|worst|strongest)"
    r"(?:\s(?:in|for|among|with|at|on)\b.*|"
    r"\s(?:impact|effect|difference|improvement|reduction|increase|decrease|number|benefit|association)s?)",
    re.IGNORECASE,
)
"""A unit cut at its power (`ml/min/1.73 m2`), a passive taken for an act, a rank without what is ranked."""
BARE: Final = expression(
    r"(?:the )?(?:(?:overall|crude|cumulative|mean|median|annual|estimated|pooled)\s){0,2}"
    r"(?:incidence|prevalence|frequency|rate|proportion|percentage|risk|probability|level|concentration|number|duration)s?"
    r"(?:\srates?)?",
    re.IGNORECASE,
)
_OF_WHAT: Final = expression(
    r"\sof\s(?P<what>(?!the\b)(?:[\w-]+\s){0,3}?[\w-]+)(?=\s(?:in|among|for|was|were|at|between|after|did)\b|\s?[,(\[])"
)
_FIRST_RANK: Final = expression(
    r"(?:the |our )?(?:\w+ )?(?:most|least) (?:common(?:ly)?|frequent(?:ly)?|important|prevalent|relevant) .*",
    re.IGNORECASE,
)
_IS_THIS: Final = expression(r"\s(?:was|were|is|are)\s(?P<what>(?:(?!\b(?:and|or)\b)[\w-]+\s){0,5}?[\w-]+)\s?[(\[]")
_RANKED: Final = expression(
    r"(?:the |an? )?(?:greatest|highest|lowest|largest|smallest|increased|strongest) "
    r"(?:odds|risk|likelihood|probability|hazard) of (?:an? |the )?(?P<what>.+)",
    re.IGNORECASE,
)
_EVENT: Final = expression(
    r"(?:(?:all-cause|overall|in-hospital|hospital|early|late|cardiovascular|postoperative|\d+-(?:day|month|year))\s){0,2}"
    r"(?:deaths?|mortality|survival|recurrence|relapse|readmission|hospitali[sz]ation)",
    re.IGNORECASE,
)
_GOES_WITH: Final = expression(
    r"\s(?:was|were|is|are)\s(?:(?!not\b)\w+\s){0,3}?(?:associated|related|linked|correlated)\s(?:with|to)\b"
)
_AS_FACTOR: Final = expression(
    r"(?P<what>.+?) as (?:an? |the )?(?:(?:independent|significant|strong|important|main|potential|only)\s){0,2}"
    r"(?:risk factors?|predictors?|determinants?|markers?) (?:for|of) (?P<outcome>.+)",
    re.IGNORECASE,
)
_TWO: Final = expression(r"(?P<one>[^,;()]+?) and (?P<two>[^,;()]+)")
_SHARED: Final = expression(r"(?P<one>(?:the )?[\w-]+) and [\w-]+(?P<of> of .+)?", re.IGNORECASE)
_AND_ANOTHER: Final = expression(r"[^.;Ⓥ]{0,60}\sand\s(?:an?\s\w+\sof\s)?Ⓥ[^.;]*\brespectively\b")
_AGAIN: Final = expression(r"\b(?P<and>and|or) (?:in|on|for|of|to) (?:the )?")


def told(sentence: Sentence, found: Finding) -> Finding | None:
    """The finding by the names its figures belong to; None where the sentence does not say them near enough."""
    if _ANAPHORA.fullmatch(found.outcome) or _CUT.fullmatch(found.outcome):
        return None
    for step in (_ranked, _extended, _turned, _factor, _first):
        made = step(sentence, found)
        if made is None:
            return None
        found = made
    return found


def _ranked(sentence: Sentence, found: Finding) -> Finding | None:
    """`the most common harm was rash (3%)`, `the greatest odds of harm`: rash, harm."""
    behind = _behind(sentence, found.outcome)
    if _FIRST_RANK.fullmatch(found.outcome):
        this = _IS_THIS.match(behind)
        if this is None or VERB.search(this["what"]):
            return None
        return msgspec.structs.replace(found, outcome=this["what"])
    ranked = _RANKED.fullmatch(found.outcome)
    if ranked is None or found.measure not in RATIOS:
        return found
    return msgspec.structs.replace(found, outcome=ranked["what"])


def _extended(sentence: Sentence, found: Finding) -> Finding:
    """`the rate of itch in A and B was`: a rate is of something, and that follows it."""
    if not BARE.fullmatch(found.outcome):
        return found
    of = _OF_WHAT.match(_behind(sentence, found.outcome))
    if of is None or any(arm.arm and arm.arm.lower() in of["what"].lower() for arm in found.arms):
        return found
    return msgspec.structs.replace(found, outcome=f"{found.outcome} of {of['what']}")


def _turned(sentence: Sentence, found: Finding) -> Finding | None:
    """`death was associated with age (HR 1.2)`: death is what happened, wherever it stands."""
    if len(found.arms) != 1 or found.measure not in RATIOS | {Measure.P_ONLY} or found.arms[0].value is not None:
        return found
    event = found.arms[0].arm
    if not _EVENT.fullmatch(event) or not _GOES_WITH.match(_behind(sentence, event)):
        return found
    if _EVENT.fullmatch(found.outcome) or found.outcome in predicates.EVENTS:
        return found
    if not wellformed.names(found.outcome, sentence.context.record):
        return None
    return msgspec.structs.replace(found, outcome=event, arms=(ArmResult(found.outcome),), favours="", harm=False)


def _factor(sentence: Sentence, found: Finding) -> Finding | None:
    """`a regression confirmed X as a risk factor for Y`: of Y, by X."""
    said = _AS_FACTOR.fullmatch(found.outcome)
    if said is None:
        return found
    if any(arm.value is not None for arm in found.arms) or len(found.arms) > 1:
        return None
    arm = ArmResult(said["what"])
    return msgspec.structs.replace(found, outcome=said["outcome"], arms=(arm,), favours="", comparator="")


def _first(sentence: Sentence, found: Finding) -> Finding | None:
    """Of two names whose figures follow `respectively`, the first figure is of the first."""
    end = _last_figure(sentence, found)
    if end is None or not _AND_ANOTHER.match(sentence.masked, end):
        return _joined(found)
    if len(found.arms) == 1 and found.estimate is not None and (two := _TWO.fullmatch(found.arms[0].arm)):
        arm = msgspec.structs.replace(found.arms[0], arm=two["one"])
        return msgspec.structs.replace(found, arms=(arm,))
    if " and " not in found.outcome:
        return found
    shared = _SHARED.fullmatch(found.outcome)
    if shared is None:
        return None
    return msgspec.structs.replace(found, outcome=shared["one"] + (shared["of"] or ""), favours="")


def _joined(found: Finding) -> Finding:
    """`time or in harms`, of `no difference in time or in harms`: the names without the preposition between."""
    return msgspec.structs.replace(found, outcome=again) if (again := _AGAIN.sub(r"\g<and> ", found.outcome)) else found


def _last_figure(sentence: Sentence, found: Finding) -> int | None:
    """Where the figures of a finding end, its p value and interval among them; None where it has none."""
    figures: list[Figure | None] = [a.value for a in found.arms] + [a.spread for a in found.arms] + [found.estimate]
    if found.interval is not None:
        figures.append(found.interval.high)
    if found.p is not None:
        figures.append(found.p.figure)
    ends = [f.span.end - sentence.start for f in figures if f is not None]
    own = [f for f in [*(a.value for a in found.arms), found.estimate] if f is not None]
    return max(ends) if own else None


def _behind(sentence: Sentence, name: str) -> str:
    """The words of the sentence behind a name; empty where it does not stand there."""
    at = sentence.text.lower().find(name.lower())
    return "" if at < 0 else sentence.text[at + len(name) :]
