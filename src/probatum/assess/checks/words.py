"""Is what the statement speaks of spoken of in its sources?"""

from __future__ import annotations

import re

from probatum.assess.case import QUOTED, Case, stems
from probatum.assess.registry import Answer, check
from probatum.model import Verdict
from probatum.text.expressions import expression
from probatum.text.words import stemmed
from probatum.vocabulary import load
from probatum.vocabulary.classes import members

_GLUE = stemmed(
    "answer above rest rests alone read first domain met stays risk bias imprecision inconsistency indirectness "
    "publication step steps part took only people event events few "
    "trial trials study studies review reviews randomised randomized double-blind single-blind crossover cohort "
    "case-control "
    "cross-sectional series report label guideline record registry entry evidence certainty low moderate high very "
    "person people patient patients participant participants adult adults group groups arm arms outcome outcomes "
    "result results "
    "reported report reports interval given significant significance significantly reach reached level detected "
    "difference "
    "differ effect effects placebo comparator control compared versus week weeks month months day days year years "
    "hour hours "
    "daily twice once times rate number mean median average percent total calculated source sources found finding "
    "say says said "
    "state states stated lower higher fewer less more reduce reduced increase increased decrease change changed "
    "fall rise "
    "no not without although same drug medicine treatment dose doses take taken took us uk eu american european "
    "british "
    "systematic meta-analysis narrative open-label uncontrolled single-arm start stop use used secondary primary "
    "agree against many weigh nothing known beyond longest shortest lowest highest last lasted include included "
    "length look went "
    "list describe described visit ask part place step down up risk bias imprecision inconsistency indirectness see "
    "first "
    "publication answer question named studied direct indirect likely probably may might point points reduction two "
    "three one "
    "benefit harm harms benefits boxed off-label regulatory status indication above whole larger smaller alone any "
    "cause "
    "reach every comparison common unclear remain seen section alternative alternatives symptom symptoms treat "
    "newer version "
    "check conclude concludes possible size almost remains recommend recommends recommended disagree agency academy "
    "issuer national supported shown superseded "
    "design intervention accuracy diagnostic non-randomised other unclear differs asked comparator population "
    "also adverse event events serious warning caution contraindicated indicated interaction monitor avoid "
    "back next tolerated wanted went tell tells told four five six seven eight nine ten eleven twelve"
)
"""Words a sentence may join figures with; they are judged by other checks or by none."""
SHARE = 1 / 3
FEWEST = 2
_ASIDE = expression(
    r"\((?:indirect|directness|superseded)[^()]{0,300}\)|\bindirectness \([^()]{0,200}\)"
    r"|; [^();]{1,200} (?:is|are) not among the indications\b"
    r"|\bnames no limit in [^();]{1,200}, which does not mean that it is safe\b",
    re.IGNORECASE,
)
"""What is said of directness, of a use that a label does not have, or of an illness in which it names no limit, names
what the source does not speak of."""


@check(
    name="words",
    purpose="At least a third of what the statement names, apart from joining words, is named in the sources it cites.",
    source="Rule: a citation must speak of what it is cited for.",
    parameters={"share": "a third of the content words that are no joining words"},
)
def words(case: Case) -> Answer:
    """Not in source when most content words stand nowhere in the sections and titles cited."""
    if not case.statement.supports or not case.texts or QUOTED.search(case.statement.text):
        # Quoted words are held to their characters by the check of quotations.
        return None
    own = stems(_ASIDE.sub(" ", case.texts[0]))
    wanted = {w for w in own if w not in _GLUE and not w[0].isdigit() and len(w) > 2}
    if not wanted:
        # Nothing but joining words: some of them must at least be the supports' own.
        joined = own & frozenset().union(*(stems(q) for q in case.quotes))
        return (Verdict.SUPPORTED, "its words stand in the supports") if joined else None
    missing = sorted(w for w in wanted if w not in case.context_stems and not _inside(w, case))
    missing = [w for w in missing if w not in _of_classes(case)] if missing else missing
    if len(wanted) < FEWEST and missing:
        return None
    if len(wanted) - len(missing) < SHARE * len(wanted):
        return Verdict.NOT_IN_SOURCE, f"the sources do not speak of {', '.join(missing[:4])}"
    return Verdict.SUPPORTED, f"{len(wanted) - len(missing)} of {len(wanted)} content words stand in the sources"


def _of_classes(case: Case) -> frozenset[str]:
    """Stems of the names of drug classes of which the sources name a member."""
    text = case.texts[0]
    held = [text[m.start : m.end] for m in load().find(text) if _named(members(m.term.label), case)]
    return frozenset().union(*map(stems, held)) if held else frozenset()


def _named(names: tuple[str, ...], case: Case) -> bool:
    return any(name.lower() in said for name in names for said in case.context)


def _inside(word: str, case: Case) -> bool:
    return len(word) > 4 and any(word in text for text in case.context)
