"""Words of a question that passages turn into their opposite: `tightens` where `loosens` is asked.

A question that is answered no without a word of denial often holds one word whose opposite stands in its place in the
sources. A conclusion denies in words of its own; passages of other authors do not answer anybody's question.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from probatum.appraise.claims import covering
from probatum.appraise.effects import tokens
from probatum.appraise.effects.tokens import Token
from probatum.text import words

READ = 6
"""Passages read at most; those that hold most of the question."""
SHORTEST, LEFT = 4, 5
"""Letters of a word that a beginning may turn, and letters left of one whose beginning is taken off."""
BEGINNINGS = ("a", "an", "in", "un", "dis", "non", "ir", "im", "dys", "anti", "hypo", "de", "mono", "poly", "mal")


def measures(asked: Sequence[Token], lines: Sequence[covering.Line]) -> dict[str, float]:
    """How far passages turn words of the question, `asked` by its tokens; no word of it is in a measure's name."""
    own = frozenset(p for t in asked for p in tokens.parts(t.stem))
    wanted = [t for t in asked if t.content and t.low not in words.QUESTION]
    if not wanted or not lines:
        return {}
    shares = [sum(not line.stems.isdisjoint(tokens.parts(t.stem)) for t in wanted) / len(wanted) for line in lines]
    best = sorted(range(len(lines)), key=lambda i: -shares[i])[:READ]
    turned = kept = 0.0
    for i in best:
        held = lines[i].stems
        for token in wanted:
            opposites = OPPOSITES.get(token.stem, frozenset()) - own
            if token.stem in held:
                kept += shares[i] * bool(opposites)
            elif opposites & held or (len(token.stem) >= SHORTEST and (_begun(token.stem) - own) & held):
                turned += shares[i]
    if turned:
        return {
            "turned": turned / (turned + kept),
            "turned always": float(not kept),
            "turned often": min(1, turned / 3),
        }
    return {"kept": 1.0} if kept else {}


@lru_cache(maxsize=65536)
def _begun(stem: str) -> frozenset[str]:
    """The stem with a beginning that makes its opposite, and without the one it has."""
    more = {joined for b in BEGINNINGS for joined in (b + stem, f"{b}-{stem}")}
    less = {stem[len(b) :].lstrip("-") for b in BEGINNINGS if stem.startswith(b) and len(stem) - len(b) >= LEFT}
    return frozenset(more | less)


def _opposites(*pairs: tuple[str, str]) -> dict[str, frozenset[str]]:
    made = dict(covering.OPPOSITES)
    for pair in pairs:
        one, other = (frozenset(tokens.root(w) for w in side.split()) for side in pair)
        for here, there in ((one, other), (other, one)):
            for stem in here:
                made[stem] = made.get(stem, frozenset()) | there
    return made


OPPOSITES = _opposites(
    ("lead leading", "lag lagging"),
    ("sensitivity sensitive sensitize sensitization", "resistance resistant"),
    ("tighten tight", "loosen loose"),
    ("facultative", "obligate strict"),
    ("gain", "loss"),
    ("excess", "deficiency deficient deficit"),
    ("upstream", "downstream"),
    ("inner", "outer"),
    ("left", "right"),
    ("anterior", "posterior"),
    ("proximal", "distal"),
    ("central", "peripheral"),
    ("unilateral", "bilateral"),
    ("intracellular", "extracellular"),
    ("maternal", "paternal"),
    ("old older", "young younger"),
    ("innate", "adaptive acquired"),
    ("coding", "noncoding non-coding"),
    ("sense", "antisense"),
    ("cis", "trans"),
    ("linear", "circular"),
    ("diploid", "haploid"),
    ("heterozygous", "homozygous"),
    ("monogenic", "polygenic"),
    ("monoclonal", "polyclonal"),
    ("eukaryotic eukaryote", "prokaryotic prokaryote"),
    ("aerobic aerobe", "anaerobic anaerobe"),
    ("kinase", "phosphatase"),
    ("phosphorylation", "dephosphorylation"),
    ("methylation", "demethylation"),
    ("hypermethylation hypermethylated", "hypomethylation hypomethylated"),
    ("synthesis", "degradation"),
    ("assembly", "disassembly"),
    ("acidic", "alkaline basic"),
    ("open", "closed close"),
    ("active", "inactive"),
    ("soluble", "insoluble"),
    ("stable", "unstable"),
    ("typical", "atypical"),
    ("normal", "abnormal"),
    ("proportional proportionally", "disproportionate disproportionately"),
    ("complete", "incomplete partial"),
    ("direct", "indirect"),
    ("symptomatic", "asymptomatic"),
    ("invasive", "noninvasive non-invasive"),
    ("systemic", "local topical"),
    ("oral orally", "intravenous intravenously"),
    ("mandatory", "optional voluntary"),
    ("approved", "unapproved withdrawn"),
    ("necessary required essential", "dispensable unnecessary redundant"),
    ("effective", "ineffective futile"),
    ("success successful", "failure fail failed unsuccessful terminated halted discontinued"),
    ("improve better alleviate ameliorate", "worse worsen exacerbate aggravate"),
    ("good favorable favourable better", "poor"),
    ("present presence", "absent absence"),
    ("always", "never rarely"),
    ("many", "few"),
    ("long", "short"),
    ("pre", "post"),
)
"""Stem to the stems of its opposites."""
