"""Are the people said to have been studied those who were?"""

from __future__ import annotations

import re

from probatum.assess.audit import keys, parts, whom
from probatum.assess.audit.case import Cited
from probatum.assess.audit.checks.applicability import illnesses
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source
from probatum.assess.checks.population import DENIED
from probatum.model import Fault, SectionKind, SectionRole, Span
from probatum.text.expressions import expression
from probatum.text.normal import fold

_STATES = expression(
    r"\b(?:enrol\w*|recruit\w*|includ\w*|randomi[sz]\w*|studied|conducted|carried out|performed|obtained|tested"
    r"|compared|participants (?:were|had)"
    r"|(?:trial|study|analysis|report|cohort|sample|data|results?) (?:was|were|is|are)|took part|(?:trial"
    r"|study) (?:followed|took|concerned|was about|looked at|dealt with)|patients (?:were"
    r"|had)|population|took place|investigated|examined|came from"
    r"|drawn from|took in|admitted|all of them had|all had|all were|put to the test|(?:was|were) (?:run|done|made|held)"
    r"|taking part)\b",
    re.IGNORECASE,
)
_PEOPLE = expression(
    r"\b(?:anybody|anyone|nobody|everybody|everyone|all of them|all (?:had|were)|those (?:enrolled|studied|recruited"
    r"|included|randomi[sz]ed|treated|taking part)|diabetics|patients?|adults?|children|adolescents?|infants?"
    r"|neonates?|newborns?|toddlers?|women|men|girls|boys"
    r"|elderly|older people|people|participants|subjects"
    r"|volunteers|outpatients|inpatients|smokers|athletes|students|pregnan\w+|mothers|individuals|teenagers"
    r"|pre-?schoolers|mutation|ethnic\w*)\b",
    re.IGNORECASE,
)
_CERTAINTY = expression(r"\b(?:very low|low|moderate|high)[- ]certainty\b", re.IGNORECASE)
"""How sure evidence is says nothing of people."""


def _told(case: Cited) -> str:
    """The sentence without the people who, as it says itself, were not studied."""
    return whom.apart(DENIED.sub(" ", _CERTAINTY.sub(" ", _AGAINST.sub(" ", case.text))))


_AGAINST = expression(
    r"\b(?:than|compared (?:with|to)|in comparison (?:with|to)|versus|against)\s(?:in |among "
    r"|those of |that of )?(?:the )?"
    r"(?:healthy|normal|uninfected|unaffected|control)\b[^,.;]{0,40}",
    re.IGNORECASE,
)
"""Whom those studied are set against: `higher than in healthy people`."""


@probe(
    name="population",
    order=95,
    purpose="The people said to have been studied (age, sex, severity, stage, treated before, where) are those of "
    "the source.",
    source="Guyatt GH, et al. GRADE guidelines 8: indirectness (2011), doi:10.1016/j.jclinepi.2011.04.014",
)
def population(case: Cited) -> Opinion | None:
    """Population differs when the sentence names people whom the source excludes, or of whom it names only the
    opposite."""
    enrolled = _ENROLLED.search(case.text) is not None
    opened = _OPENING.match(case.text) is not None
    if not case.sources or not (enrolled or opened or _PEOPLE.search(case.text)):
        return None
    if any(not _age(case, c) and c.unit not in _COUNTED for c in case.results) and not enrolled:
        return None
    stated = _STATES.search(case.text) is not None

    for source in case.sources:
        found = (
            _pairs(case, source)
            or _bounds(case, source)
            or _kept_out(case, source)
            or (_history(case, source) or _opposites(case, source) or _strange(case, source) if stated else None)
            or (_lacked(case, source) or _opposites(case, source) if opened else None)
        )
        if found is not None:
            return found
    return None


_OPENING = expression(r"\A\W*(?:in|among|for)\s[^,.;]{4,90},\s", re.IGNORECASE)
"""Of whom a sentence is told: `In people with severe dementia, ...`."""
_LACKED = expression(
    r"\b(?:without|free of|not having|who (?:do|did) not have)\s(?:an?\s|any\s|the\s)?(?P<what>[^,.;]{3,50})",
    re.IGNORECASE,
)


def _lacked(case: Cited, source: Source) -> Opinion | None:
    """Those without what the title says that all had: `In melanoma without a BRAF mutation`."""
    opening = _OPENING.match(case.text)
    found = _LACKED.search(opening[0]) if opening else None
    lacked = keys.of(found["what"]) - keys.GENERIC if found else frozenset[str]()
    names = {w for w in lacked if w in source.title}
    if found is None or not names or any(w in names and _LACKED.search(u.text) for u in source.units for w in u.keys):
        return None
    return _said(source, found.group().strip(), ", ".join(sorted(names)))


_COUNTED = frozenset(("patients", "participants", "people", "adults", "children", "women", "men", "infants"))


def _age(case: Cited, claim: Claimed) -> bool:
    around = case.text[max(0, claim.start - 20) : claim.end + 12].lower()
    told = re.search(r"\bag(?:e|ed)\b|older|younger|years", around) or _BOUNDED.search(case.text[: claim.end])
    return claim.unit in ("", "years") and told is not None


_SHUT_OUT = expression(
    r"\b(?:no(?:body|-one| one)?|neither|none|not|never)\b[^.;]{0,60}\b(?:admit\w*|enrol\w*|recruit\w*|includ\w*"
    r"|accept\w*"
    r"|took|take|eligible|in the (?:trial|study))\b|\b(?:exclud\w*|kept out|left out|shut out|barred)\b",
    re.IGNORECASE,
)
"""Says whom a study did not take in."""
_BOUNDED = expression(
    r"\b(?:adults?|children|people|patients|women|men|those|participants|boys|girls|adolescents|any(?:body|one)|nobody"
    r"|no[- ]one|everybody|everyone)\s(?:(?:taking part|enrolled|studied|included)\s)?(?:(?:who"
    r" were|were|all|aged?)\s){0,2}"
    r"(?P<way>over|above|older than|under|below|younger than)\s(?P<age>[0-9]{1,2})\Z",
    re.IGNORECASE,
)
"""An age by which people are said to have been let in: `adults over 70`, `children under 12`."""


def _bounds(case: Cited, source: Source) -> Opinion | None:
    """An age above or below all that could take part."""
    lowest, highest = _ages(source)
    for claim in case.figures:
        found = _BOUNDED.search(case.text[: claim.end])
        if found is None:
            continue
        over = found["way"].lower() in ("over", "above", "older than")
        if _SHUT_OUT.search(case.text[: found.end()]):
            taken = lowest is not None and not over and lowest < claim.value
            if taken or (over and highest is not None and highest > claim.value):
                return _said(source, found.group(), f"{lowest if taken else highest} years")
            continue
        if over and highest is not None and claim.value >= highest:
            return _said(source, found.group(), f"{highest} years")
        if not over and lowest is not None and claim.value <= lowest:
            return _said(source, found.group(), f"{lowest} years")
    return None


def _pairs(case: Cited, source: Source) -> Opinion | None:
    low, said = _text(source), _told(case)
    for pattern, other in whom.PAIRS:
        found = pattern.search(said)
        if found and (not pattern.search(low) or _titled(source, found, other)):
            against = re.search(other.format(re.escape(found[1])) if "{0}" in other else other, low, re.IGNORECASE)
            if against:
                return _said(source, found.group(), against.group())
    normal = whom.NORMAL.search(case.text) if _STATES.search(case.text) else None
    if normal and normal[1].lower() in whom.ORGANS and not whom.NORMAL.search(_front(source)):
        ailing = re.search(whom.AILING.format(whom.ORGANS[normal[1].lower()]), _front(source), re.IGNORECASE)
        if ailing:
            return _said(source, normal.group(), ailing.group())
    return None


def _kept_out(case: Cited, source: Source) -> Opinion | None:
    """Those of whom the source says `non-`, and whom it names nowhere else."""
    if case.denies or not _STATES.search(case.text) or whom.NON.search(case.text):
        return None
    front, said = _front(source), whom.named(case.text)
    for found in whom.NON.finditer(front):
        words = whom.named(found["what"]).split()
        for what in (" ".join(words[:2]), words[0]) if len(words) > 1 else words:
            other = expression(rf"\b{re.escape(what)}\b", re.IGNORECASE)
            if other.search(said) and not other.search(whom.NON.sub(" ", whom.named(front))):
                return _said(source, what, found.group())
    return None


def _titled(source: Source, found: re.Match[str], other: str) -> bool:
    """True when the title itself says the opposite."""
    against = other.format(re.escape(found[1])) if "{0}" in other else other
    return re.search(against, source.record.title, re.IGNORECASE) is not None and not found.re.search(
        source.record.title
    )


def _history(case: Cited, source: Source) -> Opinion | None:
    """Treated before or not."""
    front = _front(source)
    for mine, theirs in ((whom.NAIVE, whom.EXPERIENCED), (whom.EXPERIENCED, whom.NAIVE)):
        said, there = mine.search(case.text), theirs.search(front)
        if said and there and not mine.search(front):
            return _said(source, said.group(), there.group())
    return None


def _opposites(case: Cited, source: Source) -> Opinion | None:
    named = keys.of(whom.BIRTH.sub(" ", _told(case)))
    young, grown = _CHILDREN & named, _ADULTS & named
    lowest, highest = _ages(source)
    if young and not grown and lowest is not None and lowest >= 16:
        return _said(source, _word(case, young), f"{lowest} years")
    if grown and not young and highest is not None and highest <= 18:
        return _said(source, _word(case, grown), f"{highest} years")
    decade = _DECADE.search(case.text)
    if decade is not None:
        age = _DECADES[decade[1].lower()]
        if (highest is not None and highest < age) or (lowest is not None and lowest > age + 9):
            bound = highest if highest is not None and highest < age else lowest
            return _said(source, decade.group(), f"{bound} years")
    about = _studied(source)
    for mine, others in whom.OPPOSITES:
        said = keys.table(mine) & named
        there = keys.table(others) & about
        if (
            said
            and not keys.table(others) & named
            and keys.table(others) & source.title
            and not keys.table(mine) & source.title
        ):
            return _said(source, _word(case, said), ", ".join(sorted(keys.table(others) & source.title)))
        if said and there and not keys.table(mine) & about:
            return _said(source, _word(case, said), ", ".join(sorted(there)))
        excluded = _excluded(source, said) if said else ()
        if excluded and not said & source.about:
            return Opinion(Fault.POPULATION, f"the source excludes them: {_word(case, said)}", excluded)
    return None


_DECADES = {"teens": 13, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
            "eighties": 80}  # fmt: skip
_DECADE = expression(rf"\bin their (?:early |mid-?|late )?({'|'.join(_DECADES)})\b", re.IGNORECASE)
_CHILDREN = keys.table("child children infant infants neonate newborn toddler pediatric paediatric adolescent")
_ADULTS = keys.table("adult adults elderly")
_SPAN = expression(r"\b([0-9]{1,2})\s?(?:-|to|and)\s?([0-9]{1,3})\s?years")
_FROM = expression(
    r"(?:\u2265|>=|>|\bat least|\bover|\bolder than)\s?([0-9]{1,2})\s?years|\b([0-9]{1,2}) years (?:of age "
    r")?(?:or|and) (?:older|above|over)"
)


def _ages(source: Source) -> tuple[int | None, int | None]:
    """Lowest and highest age in years at which people could take part, as title, abstract and methods tell it."""
    front = fold(_front(source)).text
    spans = [(int(m[1]), int(m[2])) for m in _SPAN.finditer(front) if int(m[1]) < int(m[2]) <= 110]
    floors = [int(m[1] or m[2]) for m in _FROM.finditer(front)]
    lows, highs = [a for a, _ in spans] + floors, [b for _, b in spans]
    return (min(lows) if lows else None), (max(highs) if highs and not floors else None)


def _strange(case: Cited, source: Source) -> Opinion | None:
    """An illness said of the people that the source names nowhere among those it studied, or only to exclude it."""
    for names in (*illnesses(_told(case)), *illnesses(_awaiting(case.text), ("procedure",))):
        if any(_together(source, name) for name in names) or all(name <= parts.VAGUE for name in names):
            continue
        told = max(names, key=lambda name: (len(name), sorted(name)), default=frozenset())
        excluded = _excluded(source, told)
        if excluded:
            return Opinion(Fault.POPULATION, f"the source excludes people with {_word(case, told)}", excluded)
        if told and not any(name <= unit.keys for name in names for unit in source.units):
            return Opinion(Fault.POPULATION, f"the source names nobody with {_word(case, told)}", ())
        if told and _names_other(case, source):
            return Opinion(Fault.POPULATION, f"those studied did not have {_word(case, told)}", ())
    return None


def _awaiting(text: str) -> str:
    """What people are said to wait for or to have had done: `patients undergoing hip replacement`."""
    found = _UNDERGOING.search(text)
    return found[1] if found else ""


_UNDERGOING = expression(
    r"\b(?:awaiting|undergoing|scheduled for|having|candidates for|admitted for)\s([^,.;()]{3,60})", re.I
)


def _together(source: Source, name: frozenset[str]) -> bool:
    """True when the words of an illness stand together in title, abstract or keywords, or in what the methods say of
    the people who took part."""
    record = source.record
    told = [record.title, *record.keywords, *record.mesh]
    if any(name <= keys.of(fold(text).text) for text in told):
        return True
    return any(
        name <= source.expanded(unit)
        for unit in source.units
        if unit.section.startswith(("abstract", "title"))
        or (unit.role is SectionRole.METHODS and _WHO.search(unit.text) and not _EXCLUDES.search(unit.text))
    )


_WHO = expression(r"\b(?:patients|participants|subjects|adults|children|women|men|infants|eligib\w*|inclu\w+)\b", re.I)
_EXCLUDES = expression(r"\bexclu\w+|\bnot eligible|\bineligible|\bsecondary outcome|\bsafety outcome", re.I)


def _names_other(case: Cited, source: Source) -> bool:
    """True when the sentence says whom a trial took in and the title names another illness than it does."""
    theirs = illnesses(source.record.title)
    return (
        bool(theirs)
        and _ENROLLED.search(case.text) is not None
        and not any(name <= case.keys for names in theirs for name in names)
    )


_ENROLLED = expression(
    r"\b(?:all (?:of them )?had|enrol\w*|recruit\w*|took in|included|studied|participants|population"
    r"|trial (?:in|of))\b",
    re.I,
)


def _said(source: Source, mine: str, theirs: str) -> Opinion:
    spans = tuple(u.span for u in source.units if theirs.split(",")[0].lower()[:6] in u.lower)[:2]
    return Opinion(
        Fault.POPULATION, f"the sentence says \u201c{mine}\u201d, and the source studied \u201c{theirs}\u201d", spans
    )


def _word(case: Cited, said: frozenset[str]) -> str:
    return next((case.text[w.start : w.end] for w in keys.read(case.text) if w.key in said), min(said))


def _text(source: Source) -> str:
    kept = (SectionKind.TITLE, SectionKind.ABSTRACT)
    told = [s.text for s in source.record.sections if s.kind in kept or s.role is SectionRole.METHODS]
    return whom.apart(" ".join(told)[:40_000].lower())


def _front(source: Source) -> str:
    """Title, abstract, and what the methods say of the people."""
    made = [source.record.title, *(s.text for s in source.record.sections if s.kind is SectionKind.ABSTRACT)]
    made += [
        u.text
        for u in source.units
        if u.role is SectionRole.METHODS and re.search(r"patients|participants|subjects|eligib", u.lower)
    ]
    return " ".join(made)[:20_000]


def _studied(source: Source) -> frozenset[str]:
    """Keys of title, abstract and methods but for sentences that exclude."""
    made = set(source.about)
    for unit in source.units:
        if unit.role is SectionRole.METHODS and not re.search(r"\bexclu|\bnot eligible|\bineligib", unit.lower):
            made |= unit.keys
    return frozenset(made)


def _excluded(source: Source, said: frozenset[str]) -> tuple[Span, ...]:
    found = [
        u.span
        for u in source.units
        if said & u.keys and re.search(r"\b(?:exclu\w+|not eligible|ineligible)\b", u.lower)
    ]
    return tuple(found[:1])
