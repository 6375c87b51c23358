"""Is a difference denied, in whatever words, where the source found one in the very same?"""

from __future__ import annotations

from typing import Final

from probatum.assess.audit import groups, leaning, relating
from probatum.assess.audit.case import HEDGED, Cited
from probatum.assess.audit.checks.differing import told
from probatum.assess.audit.checks.negation import NO_CONTRAST
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source
from probatum.model import Fault
from probatum.text import statistics, words
from probatum.text.expressions import caseless

_DENIED: Final = caseless(
    r"\b(?:did(?: not|n't) (?:\w+ly )?(?:differ|change|improve|worsen|rise|fall|increase|decrease|drop|move|respond"
    r"|affect|alter|reduce|lower|raise|shorten|lengthen)|no (?:\w+ ){0,2}(?:difference|change|effect|improvement)"
    r"|similar(?:ly)?|alike|unchanged|unaffected|(?:stayed|remained|was|were) (?:much |about |nearly )?the same"
    r"|made no difference|comparable)\b"
)
_PARTLY: Final = caseless(
    r"\b(?:but|except|although|though|while|whereas|only|until|after|before|baseline|start|if|when|at (?:first|entry)"
    r"|within|further|additional|dose|age)\b"
)
"""Words that set a bound to what is denied."""
_TWO: Final = 2
_FULL: Final = 0.85
"""Share of the weight of what is measured that a passage must hold to gainsay the denial."""


@probe(
    name="alike",
    order=133,
    purpose="Groups are told not to differ in an outcome, in whatever words, only where the source does not say of as "
    "much of it that they did.",
    source="Chapman WW, et al. NegEx (2001), doi:10.1006/jbin.2001.1029",
)
def alike(case: Cited) -> Opinion | None:
    """Contradicted when the source tells a tested difference in the same outcome, and denies one in nothing as near."""
    if len(case.sources) != 1 or len(groups.of(case.sources[0])) > _TWO or not _denies(case, case.sources[0]):
        return None  # of three groups two may be alike where another differs
    found = sorted(told(case, case.sources[0]), key=lambda t: -t.share)
    if not _of_its_groups(case.text, case.sources[0]):
        return None  # others were set against each other than those of the trial
    ways = [way for verb, way in _WAYS if verb.search(case.affirmed)]
    against = [t for t in found if t.some and t.tested and t.share >= _FULL]
    against = [t for t in against if not ways or any(way.search(t.unit.text) for way in ways)]
    if not against or any(not t.some for t in found):
        return None
    return Opinion(
        Fault.NEGATION,
        "the source found a difference in it",
        tuple(t.unit.span for t in against[:2]),
        against[0].unit.raw,
    )


_DID_NOT: Final = r"\bdid(?: not|n't) (?:\w+ly )?"
_WAYS: Final = (
    (caseless(rf"{_DID_NOT}(?:improve)"), caseless(r"\b(?:improv\w*|better|benefi\w*|eas(?:ed|ier)|relie\w+)\b")),
    (caseless(rf"{_DID_NOT}(?:worsen)"), caseless(r"\b(?:wors\w*|deteriorat\w*|declin\w*)\b")),
    (
        caseless(rf"{_DID_NOT}(?:rise|increase|raise|lengthen)"),
        caseless(r"\b(?:increas\w*|higher|more|rose|risen|rais\w*|greater|longer|elevat\w*)\b"),
    ),
    (
        caseless(rf"{_DID_NOT}(?:fall|decrease|drop|reduce|lower|shorten)"),
        caseless(r"\b(?:decreas\w*|lower\w*|less|fewer|fell|fallen|reduc\w*|smaller|short\w*|drop\w*)\b"),
    ),
)
"""A change that is denied in one direction, and words of a difference that gainsays it: the other way does not."""
_CONTRASTED: Final = caseless(
    r"\b(?:between|in both) (?P<one>[^,.;()]{3,40}?) (?:and|than) (?P<two>[^,.;()]{3,40}?)"
    r"(?=[,.;()]|$| (?:in|at|for|with)\b)"
)
_GROUPS: Final = caseless(r"\b(?:groups?|arms?|treatments?|drugs?|regimens?|doses?)\b")


def _of_its_groups(text: str, source: Source) -> bool:
    """Whether those that a sentence sets against each other are groups of the source; True where it names none."""
    names = [words.stems(group.name) for group in groups.of(source)]
    for found in _CONTRASTED.finditer(text):
        parts = [found["one"], found["two"]]
        if any(_GROUPS.search(part) for part in parts):
            continue
        if not all(any(words.stems(part) & own for own in names) for part in parts):
            return False
    return True


def _denies(case: Cited, source: Source) -> bool:
    """True of a sentence without figures that denies a difference outright."""
    if case.results or case.p or case.grades or case.quoted or HEDGED.search(case.text):
        return False
    if NO_CONTRAST.search(case.text) or _PARTLY.search(case.text) or not _DENIED.search(case.affirmed):
        return False
    if statistics.claims_significance(case.text) == "significant":
        return False
    return leaning.said(relating.plain(case.text), source).none is True
