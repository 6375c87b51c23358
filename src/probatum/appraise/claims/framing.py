"""Whether a conclusion answers the frame of a question: `Is X necessary?` is denied by one that calls X avoidable.

What speaks for yes depends on what is asked: `similar` affirms `Are they equivalent?` and denies `Do they differ?`. A
table says which cue of a conclusion affirms or denies which frame of a question; cues that are denied count the other
way. Words of value, number and likeness are weighed, never what a question is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from probatum.appraise.claims import polar
from probatum.appraise.effects import comparing, tokens
from probatum.appraise.effects.tokens import Token

REACH = 5
"""Words before a cue in which a denying word turns it."""
MOST = 2.0
"""Vote of a sentence at most, for yes or for no."""
PLAIN = "plain"
"""The frame of a question that has none of the others."""


_DENYING = """
absence cannot fail failed fails lack lacking lacks little neither nor unable unlikely without
"""
DENIES = polar.DENIES | frozenset(_DENYING.split())


FRAMES = {
    "omit": tokens.roots(
        "omit omitted avoid avoided avoidable without obviate unnecessary replace replaced replacement substitute"
        " instead spare spared stop stopped discontinue withhold withdraw abandon abandoned eliminate dispensable"
        " useless waste nonoperatively conservatively"
    ),
    "confounded": tokens.roots("confounded confounding artefact artifact myth explained overrated overestimated"),
    "only": tokens.roots(
        "only exclusively solely always all every ubiquitously ubiquitous never unique uniquely entirely invariably"
        " majority most"
    ),
    "need": tokens.roots(
        "necessary necessity needed need needs require required requires requirement mandatory routine routinely"
        " should must indicated indication justified justification justify warranted essential obligatory"
        " systematically continue still"
    ),
    "same": tokens.roots(
        "same similar similarly equal equally equivalent comparable equivalence agree agreement agrees concordance"
        " concordant correspond corresponds consistent reflect reflects alternative noninferior non-inferior match"
        " matches coincide mimic identical interchangeable"
    ),
    "differ": tokens.roots(
        "differ differs different difference differences vary varies variation variations change changes changed alter"
        " alters affect affects affected influence influences influenced impact impacts effect effects matter matters"
        " modify modifies disparity disparities discrepancy discrepancies depend depends dependent gender sex"
    ),
    "link": tokens.roots(
        "associate associated association associations link linked links relate related relation relationship"
        " correlate correlated correlates correlation predict predicts predictor predictors predictive prognostic"
        " risk factor factors marker biomarker indicator determinant determinants cause causes caused causal role"
        " involved contribute contributes interact interaction interactions trigger lead leads"
    ),
    "possible": tokens.roots(
        "safe safely safety feasible feasibility possible possibility can could able tolerated practical"
    ),
    "works": tokens.roots(
        "effective effectively effectiveness efficacy efficacious useful usefulness valuable value benefit benefits"
        " beneficial help helps helpful work works worthwhile worth advantage advantages advantageous improve improves"
        " improved improvement better superior success successful promising cost-effective"
    ),
    "fit": tokens.roots(
        "adequate adequately sufficient sufficiently enough reliable reliably accurate accurately accuracy valid"
        " validity appropriate appropriately optimal ideal best correct correctly know aware awareness knowledge meet"
        " meeting detect identify recognize recognise distinguish discriminate sensitive specific good ready acceptable"
    ),
    "harm": tokens.roots(
        "harm harmful worsen worse worsens complication complications adverse dangerous danger detrimental compromise"
        " compromises impair impairs mortality morbidity toxicity toxic bad problem"
    ),
}
"""Frame of a question to the stems that make it; a question may have several."""

CUES = {
    "same": tokens.roots(
        "same similar similarly equal equally equivalent comparable comparably identical unchanged unaffected"
        " undisturbed preserved preserve maintained indistinguishable alike equivalence concordance concordant"
        " agreement interchangeable noninferior non-inferior"
    ),
    "differ": tokens.roots(
        "differ differs differed different difference differences vary varies varied variation variable variability"
        " discrepancy discrepancies discordant discordance alter alters altered affect affects affected influence"
        " influences influenced influencing impact impacts change changes changed changing modify modified modifies"
        " depend depends heterogeneous disparity disparities distinct"
    ),
    "more": comparing.UP | tokens.roots("high large strong stronger larger"),
    "less": comparing.DOWN,
    "good": comparing.GOOD
    | tokens.roots(
        "effective effectively efficacy useful usefulness valuable helpful promising favorable favourable excellent"
        " good successful encouraging advantageous benefits beneficial feasible safe safely reliable accurate adequate"
        " appropriate acceptable valid sensitive optimal cost-effective satisfactory satisfactorily worthwhile"
    ),
    "bad": comparing.BAD
    | tokens.roots(
        "ineffective inadequate inadequately insufficient insufficiently inaccurate unreliable unsafe poorly inferior"
        " adverse detrimental deleterious unfavorable unfavourable"
    ),
    "limited": tokens.roots(
        "limited limit limits limitation lack lacks lacking low lower little weak weakly minor doubt doubtful deficit"
        " deficient deficiency fail fails failed failure difficult difficulty disappointing suboptimal sub-optimal"
        " negligible questionable erroneous erroneously incorrect incorrectly improper improperly unreliable unable"
        " discrepancy problematic useless worthless unlikely rare rarely seldom hardly scarce scarcely poor poorly"
        " insensitive underestimate underestimated underestimates overestimate overestimated misclassified missed"
        " overlooked inconsistent contradict contradicts refute refutes reject rejected challenge challenges question"
        " questions unproven unsupported unjustified unwarranted unnecessary redundant futile marginal modest small"
        " only minority few infrequent infrequently unclear unknown"
    ),
    "avoid": tokens.roots(
        "avoid avoided omit omitted unnecessary without obviate obviates obviating replace replaced instead alternative"
        " alternatives rather abandoned abandon discouraged discontinued spare spared minimize conservative"
        " conservatively nonoperative expectant withhold selective selectively selected select"
    ),
    "advise": tokens.roots(
        "should recommend recommended recommends recommendation advised advocate advocated must mandatory necessary"
        " needed essential required indicated warranted justified consider considered encourage encouraged"
    ),
    "link": tokens.roots(
        "associated association associations linked link related relationship correlate correlated correlates"
        " correlation predict predicts predicted predictor predictors predictive prognostic marker indicator"
        " determinant risk factor role contribute contributes cause causes caused involved implicated mediated"
        " responsible"
    ),
    "apart": tokens.roots(
        "independent independently unrelated irrespective regardless unassociated uncorrelated despite"
    ),
    "possible": tokens.roots("safe safely feasible tolerated possible well-tolerated"),
    "harm": tokens.roots(
        "harm harmful worsen worse worsens worsened complication complications adverse dangerous detrimental compromise"
        " compromised impair impaired impairs mortality morbidity toxicity toxic"
    ),
}
"""Cue of a conclusion to the stems that give it; a word may give several."""

_TABLE = """
            same differ more  less  good   bad limited avoid advise  link apart possible  harm
omit           1      0    0   0.5     1    -1    -0.2     1   -0.5     0     0        1    -1
confounded     0      0    0     0     0     0     0.5     0      0   0.3    -1        0     0
only        -0.5   -0.5    0     0     0     0       0     0      0     0     0        0     0
need        -0.7      0  0.5     0   0.5  -0.3      -1    -1      1     0  -0.5        0     0
same           1     -1 -0.7  -0.7   0.5    -1      -1   0.5      0     0     0      0.5     0
differ        -1      1    1   0.7   0.7   0.7    -0.7     0      0     1    -1        0   0.7
link          -1    0.5    1   0.5   0.5   0.5      -1     0      0     1  -0.5        0   0.5
possible     0.5      0    0     0     1    -1      -1     0    0.5     0     0        1    -1
works       -0.7      0  0.5   0.3     1    -1      -1  -0.7    0.5     0     0      0.5    -1
fit          0.3   -0.5    0     0     1    -1      -1  -0.5    0.2     0     0      0.5     0
harm          -1      0  0.7  -0.7  -0.7   0.7    -0.3     0      0     0     0       -1   0.7
plain       -0.2    0.2  0.4     0   0.6  -0.6    -0.7  -0.2    0.3   0.6     0      0.5     0
"""


def _read(table: str) -> dict[str, dict[str, float]]:
    head, *rows = (line.split() for line in table.strip().splitlines())
    return {row[0]: dict(zip(head, map(float, row[1:]), strict=True)) for row in rows}


AFFIRMS: Mapping[str, Mapping[str, float]] = _read(_TABLE)
"""How far a cue, where it is not denied, speaks for yes (above 0) or no to a question of a frame."""


def measures(asked: Sequence[Token], concluding: Sequence[Sequence[Token]], nearest: int) -> dict[str, float]:
    """Votes for yes of a conclusion's sentences, from -MOST to MOST: their mean, the first, the last, the nearest.

    `asked` are the question's tokens, `concluding` those of each sentence in order, `nearest` the place of the sentence
    that holds most of the question.
    """
    if not concluding:
        return {}
    held = frames(asked)
    votes = [vote(held, told) for told in concluding]
    return {
        "frame mean": sum(votes) / len(votes),
        "frame first": votes[0],
        "frame last": votes[-1],
        "frame nearest": votes[nearest],
    }


def frames(asked: Sequence[Token]) -> tuple[str, ...]:
    """The frames of a question."""
    stems = {t.stem for t in asked}
    return tuple(name for name, own in FRAMES.items() if stems & own) or (PLAIN,)


def vote(held: Sequence[str], told: Sequence[Token]) -> float:
    """How far a sentence speaks for yes to a question of these frames; each cue counts once."""
    said = sorted(set(cues(told)))
    each = (AFFIRMS[frame][cue] * (-1 if denied else 1) for frame in held for cue, denied in said)
    return max(-MOST, min(MOST, sum(each) / len(held)))


def cues(told: Sequence[Token]) -> Iterator[tuple[str, bool]]:
    """The cues of a sentence, each with whether it is denied."""
    denials = [i for i, t in enumerate(told) if t.low in DENIES or t.low.startswith("non-")]
    for at, token in enumerate(told):
        for name in _GIVES.get(token.stem, ()):
            yield name, sum(at - REACH <= i < at for i in denials) % 2 == 1


_GIVES = {
    stem: tuple(name for name, own in CUES.items() if stem in own) for stem in frozenset[str]().union(*CUES.values())
}
