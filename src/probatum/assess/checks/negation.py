"""Is a `not` of the source still there, and none added?"""

from __future__ import annotations

import re

from probatum.assess import meaning
from probatum.assess.case import Case, read
from probatum.assess.meaning import Clause
from probatum.assess.registry import Answer, check
from probatum.model import Verdict
from probatum.text import statistics
from probatum.text.expressions import expression
from probatum.text.words import stemmed

_VERB = expression(
    r"\b(?:is|are|was|were|did|does|do|has|had|have|must|will|reduces|improves|increases|lowers|raises|causes|prevents"
    r"|(?!need|speed)[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
"""A clause without a verb, such as a lead before a colon, says nothing that could be negated."""
_EFFECT = expression(
    r"\b(?:significan\w+|effective|benefi\w+|differ\w*|recommended|indicated|safe|associated|linked"
    r"|(?<!any )(?<!all )(?<!all-)(?<!other )caus\w+)\b",
    re.IGNORECASE,
)


_MEASURE = expression(
    r"\b(?:mean|risk|rate|absolute|relative|standardi[sz]ed)(?: mean)? differences?\b|\bnot significant at 0?\.[0-9]+",
    re.IGNORECASE,
)
"""Names of measures, and what our own sentences add to a figure: neither says that there is an effect."""
_FIGURE = expression(r"[0-9]")
_SIGNIFICANT = stemmed("significant significantly")
_GRADE = expression(r"certainty for [^:]{1,160}: (?:very low|low|moderate|high)\b", re.IGNORECASE)
_OPEN = expression(r"\bthe interval [^;]{0,60}leaves both benefit and harm possible\b", re.IGNORECASE)
"""What is said of an interval, which the source's `no significant difference` does not deny."""
_BARS = expression(r"\bcontra-?indicated\b|\bnot to be (?:taken|given|used)\b", re.IGNORECASE)
_BARRED = expression(r"\bmust not be used\b", re.IGNORECASE)


@check(
    name="negation",
    purpose="A negation of the source is kept and none is added: `did not`, `no difference`, `without`, `unchanged`.",
    source="Chapman WW, et al. A simple algorithm for identifying negated findings (NegEx), 2001, "
    "doi:10.1006/jbin.2001.1029",
    parameters={"alpha": "level by which a result without negation may still be told as `no difference was detected`"},
)
def negation(case: Case) -> Answer:
    """Contradicted when the best fitting clauses of the sources all differ from the statement in being negated."""
    if not case.statement.supports or case.verbatim or _GRADE.match(case.statement.text):
        return None  # a grade neither affirms nor denies what it is given to
    sources = meaning.read(case.quotes)
    asked = False
    for part in meaning.read(case.texts):
        if part.lead or _OPEN.search(part.text):
            continue
        fitting, score = meaning.best(part, sources)
        if not fitting or score < min(2, meaning.telling(part)) or not _VERB.search(part.text):
            continue
        asked = True
        if part.negated and _BARRED.search(part.text) and _forbidden(case):
            continue  # the same in plain words
        if _figures_alone(part) and all(_null(s) for s in fitting):
            continue
        if part.negated and _null(part) and _denied_beside(fitting, case.quotes):
            continue
        if not part.negated and any(_arm_kept(s, part) for s in fitting):
            continue
        if not part.negated and all(s.negated for s in fitting) and all(_reaches(s, part) for s in fitting):
            return Verdict.CONTRADICTED, f"the source negates what the statement says ({fitting[0].cues[0].word!r})"
        if (
            part.negated
            and not any(s.negated for s in fitting)
            and _reaches(part, fitting[0])
            and _asserts(fitting, case)
        ):
            return Verdict.CONTRADICTED, f"the statement negates ({part.cues[0].word!r}) what the source says"
    return (Verdict.SUPPORTED, "no negation was dropped or added") if asked else None


def _forbidden(case: Case) -> bool:
    """Whether the statement in its professional words, or its source, says that something is not to be given."""
    return any(_BARS.search(text) for text in (case.statement.text, *case.quotes))


def _arm_kept(source: Clause, part: Clause) -> bool:
    """Whether all that a source negates is the name of an arm, which the statement names in the same words: `153 with
    no beta-blocker`."""
    said = part.text.lower()
    named = [re.findall(rf"\b{re.escape(cue.word.lower())} [\w-]+", source.text.lower()) for cue in source.cues]
    return bool(named) and all(
        held and all(f"with {words}" in said or f"and {words}" in said for words in held) for held in named
    )


def _figures_alone(part: Clause) -> bool:
    """True for a clause that gives figures side by side and says of none that it is more, less or an effect."""
    bare = _MEASURE.sub(" ", part.text)
    return not part.directions and bool(_FIGURE.search(bare)) and not _EFFECT.search(bare)


def _null(source: Clause) -> bool:
    """True when what is negated is a difference: figures given beside it deny nothing."""
    return any(cue.scope & (meaning.OUTCOME | _SIGNIFICANT) for cue in source.cues)


def _denied_beside(fitting: tuple[Clause, ...], quotes: tuple[str, ...]) -> bool:
    """True when the quotation that holds the figures denies a difference in a clause of its own: `4.5% and 5.1%,
    without a significant difference`."""
    held = (meaning.read((quote,)) for quote in quotes if fitting[0].text in quote)
    return any(one.negated and _null(one) and not one.directions for clauses in held for one in clauses)


def _reaches(negated: Clause, other: Clause) -> bool:
    """True when a negation of the one reaches words of the other that tell."""
    held = other.stems | set(other.text.lower().split())
    return any((cue.scope & held) - meaning.EMPTY or cue.scope & meaning.OUTCOME for cue in negated.cues)


def _asserts(fitting: tuple[Clause, ...], case: Case) -> bool:
    """True when a clause asserts an effect that its own p value does not deny."""
    for source in fitting:
        judged = [statistics.judge(m.relation, m.value, case.alpha) for m in read(source.text).p]
        if judged and not any(judged):
            return False
        crossing = any(m.low <= 0 <= m.high or m.low <= 1 <= m.high for m in read(source.text).intervals)
        if crossing and True not in judged:
            return False
    return any(s.directions or _EFFECT.search(s.text) for s in fitting)
