"""Does the source say the contrary in other words: sensitive for resistant, open-label for blinded?"""

from __future__ import annotations

import re

from probatum.assess.audit import keys
from probatum.assess.audit.case import HEDGED, NEGATED, Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault, SectionKind, SectionRole
from probatum.text import sentences
from probatum.text.expressions import expression

_CONTRARY = tuple(
    (keys.table(mine), keys.table(theirs))
    for one, two in (
        ("resistant resistance", "sensitive susceptible susceptibility sensitivity"),
        ("present", "absent absence"),
        ("survived survivors alive", "died dead death"),
        ("sufficient adequate", "insufficient inadequate"),
        ("reversible", "irreversible persistent permanent"),
        ("safe", "unsafe harmful"),
        ("feasible possible achieved", "infeasible impossible"),
    )
    for mine, theirs in ((one, two), (two, one))
)
_BLIND = expression(
    r"\b(?:(?:single|double|triple)[- ](?:blind|mask)\w*|blinded|masked|blinding|masking)\b", re.IGNORECASE
)
_DOUBLE = expression(r"\b(?:double|triple)[- ](?:blind|mask)\w*", re.IGNORECASE)
_OPEN = expression(
    r"\bopen(?:[- ]label\w*|,? randomi[sz]ed|,? controlled)|\b(?:unblinded|unmasked|non-?blinded)\b"
    r"|\b(?:not|neither|no|without) (?:\w+ ){0,3}(?:blind\w*|mask\w*)|\b(?:blinding|masking) was (?:not|im)\w*",
    re.IGNORECASE,
)
_JUDGES = expression(
    r"\b(?:assess\w*|evaluat\w*|outcome|end[- ]?point|analys\w*|statistic\w*|radiolog\w*|patholog\w*)\b", re.I
)


@probe(
    name="contrary",
    order=115,
    purpose="A word whose contrary the source uses of the same thing (resistant for sensitive, blinded for "
    "open-label) is not put in its place.",
    source="Rule: the contrary in another word is a denial that was dropped.",
)
def contrary(case: Cited) -> Opinion | None:
    """Contradicted when the units on the same matter use the contrary of a word of the sentence, and none the word."""
    for source in case.sources if not case.denies else ():
        found = _excepted(case, source) or _confined(case, source) or _unlike(case, source)
        if found is not None:
            return found
    if not case.sources or NEGATED.search(case.text):
        return None
    for source in case.sources:
        found = _opened(case, source) or _word(case, source) or _denied(case, source) or _undone(case, source)
        if found is not None:
            return found
    return None


def _excepted(case: Cited, source: Source) -> Opinion | None:
    """What the source says of all but these: `it lowered X in A, but not in B`."""
    if case.results or any(p.search(case.text) for p in (HEDGED, _CONFINED, _AS_MUCH)):
        return None
    for unit in source.units:
        found = _BUT_NOT.search(unit.text) if unit.own and not unit.row and "but not" in unit.lower else None
        what = keys.of(found["what"]) - keys.GENERIC if found else frozenset()
        rest = case.topic - what
        if found and what and what <= case.keys and rest and 2 * len(rest & source.expanded(unit)) >= len(rest):
            told = f"the source says it of others, and not of \u201c{found['what'].strip()}\u201d"
            return Opinion(Fault.NEGATION, told, (unit.span,), unit.raw)
    return None


_AS_MUCH = expression(r"\bas (?:\w+ )?as\b|\b(?:similar|equal)\w*\b|\balike\b|\bthe same\b", re.IGNORECASE)
"""Words that set two sorts of people beside each other, and not one of them against what it was."""
_BUT_NOT = expression(
    r"\bbut not (?:in|among|for|with|on|at|of)\s(?:those|people|patients|the|women|men"
    r"|children)?\s?(?P<what>[^.;,()]{4,80})",
    re.IGNORECASE,
)


def _confined(case: Cited, source: Source) -> Opinion | None:
    """Only in some, where the source says that it was alike with and without what they have."""
    said = _CONFINED.search(case.text)
    what = keys.of(said["what"]) - keys.GENERIC - _PERSONS if said else frozenset()
    if not what:
        return None
    for unit in source.units:
        found = _ALIKE.search(unit.text) if unit.own and not unit.row else None
        if found and what <= keys.of(found["what"]):
            told = "the source says that it was alike with and without"
            return Opinion(Fault.POPULATION, f"{told} \u201c{_shown(case, what)}\u201d", (unit.span,), unit.raw)
    return None


_CONFINED = expression(
    r"\b(?:(?:confined|limited|restricted) to|(?:only|solely|exclusively) (?:in|among|for"
    r"|to))\s(?P<what>[^.;,()]{3,60})",
    re.I,
)
_ALIKE = expression(
    r"\b(?:with (?:and|or) without|regardless of|irrespective of|independent(?:ly)? of"
    r"|whether or not)\s(?P<what>[^.;,()]{3,60})",
    re.IGNORECASE,
)
_PERSONS = keys.table("people patient participant adult child woman man those person individual subject")


def _unlike(case: Cited, source: Source) -> Opinion | None:
    """People of a sort of whom the source speaks only with `un-` or `non-` before it, or the other way round."""
    for found in _SORT.finditer(case.lower):
        word = found["sort"]
        bare = _NEGATIVE.sub("", word)
        mine = _bears(source, word)
        if mine or len(bare) < _LONG or bare in _NO_SORT:
            continue
        forms = (bare,) if bare != word else (f"un{word}", f"non-{word}", f"non{word}")
        unit = next((u for form in forms if (u := _bears(source, form, front=True))), None)
        if unit is not None:
            return Opinion(Fault.POPULATION, f"the source studied no {word} people", (unit.span,), unit.raw)
    return None


_SORT = expression(
    r"(?<![\w-])(?P<sort>[a-z-]{6,24})\s(?:[a-z]+\s)?(?:adults?|people|patients|participants|women|men|children|infants|subjects"
    r"|volunteers|individuals)\b"
)
_NEGATIVE = expression(r"\A(?:un|non-?)(?=[a-z]{5})")
_LONG = 6
_NO_SORT = frozenset(("treated", "likely", "blinded", "related", "certain", "masked", "adjusted", "paired"))


def _bears(source: Source, word: str, *, front: bool = False) -> Unit | None:
    """The first unit that has a word as it is written; of title, abstract and methods where `front`."""
    for unit in source.units:
        at = unit.lower.find(word)
        while at >= 0:
            end = at + len(word)
            whole = not unit.lower[end : end + 1].isalpha() and not re.search(
                r"[\w-]\Z", unit.lower[max(0, at - 1) : at]
            )
            if whole and (not front or _front(source, unit)):
                return unit
            at = unit.lower.find(word, end)
    return None


def _opened(case: Cited, source: Source) -> Opinion | None:
    """Blinded, where the source calls itself open and speaks of no other blinding than that of who judged."""
    said = _BLIND.search(case.text)
    if said is None and not _JUDGES.search(case.text) and (mine := _OPEN.search(case.text)):
        told = [u for u in source.units if u.role is SectionRole.METHODS or u.section.startswith("title")]
        blind = [u for u in told if _DOUBLE.search(u.text)]
        if blind and not any(_OPEN.search(u.text) for u in told):
            return Opinion(Fault.NEGATION, f"\u201c{mine.group()}\u201d is said of a blinded study", (blind[0].span,))
    if said is None or _JUDGES.search(case.text) or _OPEN.search(case.text):
        return None
    told = [u for u in source.units if _front(source, u)]
    opened = [u for u in told if _OPEN.search(u.text)]
    if any(said.group().lower() in u.lower for u in told):
        return None
    if not opened or any(_BLIND.search(_OPEN.sub(" ", u.text)) and not _JUDGES.search(u.text) for u in told):
        return None
    return Opinion(Fault.NEGATION, f"\u201c{said.group()}\u201d is said of a study that was open", (opened[0].span,))


def _front(source: Source, unit: Unit) -> bool:
    kind = source.record.section(unit.section).kind
    return kind in (SectionKind.TITLE, SectionKind.ABSTRACT) or unit.role is SectionRole.METHODS


def _word(case: Cited, source: Source) -> Opinion | None:
    for mine, theirs in _CONTRARY:
        said = case.keys & mine
        rest = (case.topic - mine) | {k for a in case.arms if not a.control for k in a.words}
        if not said or case.keys & theirs or not rest:
            continue
        units = [u for u in source.units if u.own and not u.row and rest & source.expanded(u)]
        near = [u for u in units if 2 * len(rest & source.expanded(u)) > len(rest)]
        against = [u for u in near if theirs & u.keys and rest - theirs <= source.expanded(u)]
        if case.results and any(
            mine & u.keys and all(u.meeting(c) for c in case.results) for u in source.units if u.own
        ):
            continue  # these figures are told of the word itself
        if against and not any(mine & u.keys or (theirs & u.keys and NEGATED.search(u.text)) for u in near):
            told = f"of the same the source says the contrary of \u201c{_shown(case, said)}\u201d"
            return Opinion(Fault.NEGATION, told, (against[0].span,), against[0].raw)
    return None


def _denied(case: Cited, source: Source) -> Opinion | None:
    """What every sentence of the source on it denies: `none became seronegative`."""
    named = frozenset().union(*(a.words for a in case.arms), frozenset())
    core = case.topic - named - keys.of(source.record.title)
    if (
        not core
        or case.results
        or HEDGED.search(case.text)
        or _FEW.search(case.text)
        or min(source.counts.get(k, 99) for k in core) > RARE
    ):
        return None
    near = [u for u in source.units if u.own and not u.row and core <= source.expanded(u) and not _PLAN.search(u.text)]
    near = [u for u in near if u.role is not SectionRole.METHODS]
    denied = [u for u in near if any(_DENIAL.search(c) and core & keys.of(c) for c in _clauses(u.text))]
    if not denied or len(denied) < len(near):
        return None
    return Opinion(Fault.NEGATION, "the source denies it", (denied[0].span,), denied[0].raw)


def _undone(case: Cited, source: Source) -> Opinion | None:
    """What was done by the sentence, and not done by the source: `formal testing was not performed`."""
    if HEDGED.search(case.text) or _FEW.search(case.text) or case.results or len(case.wanted) < _TOLD:
        return None
    near = [a.unit for a in case.aligned(source) if a.words >= _MOST_OF_IT and a.unit.own and not a.unit.row]
    undone = [u for u in near if any(_not_done(case, u, m) for m in _NOT_DONE.finditer(u.text))]
    if not undone or len(undone) < len(near):
        return None
    return Opinion(Fault.NEGATION, "the source says that it was not", (undone[0].span,), undone[0].raw)


def _not_done(case: Cited, unit: Unit, found: re.Match[str]) -> bool:
    """True of a verb of the sentence that a unit denies and does not affirm of something else: `improved sleep but did
    not improve pain`."""
    verb = keys.key(found[1])
    affirmed = [w.end for w in keys.read(unit.text[: found.start()]) if w.key == verb]
    if verb not in case.keys or not affirmed:
        return verb in case.keys
    done, undone = (keys.of(t) & case.keys for t in (unit.text[affirmed[-1] : found.start()], unit.text[found.end() :]))
    return len(undone) > len(done)


_NOT_DONE = expression(
    r"\b(?:was|were|is|are|been|be|did|does|do|could|can|had|has|have) not (?:\w+ly |been |yet ){0,2}([a-z]{4,20})",
    re.IGNORECASE,
)
_MOST_OF_IT = 0.7
_TOLD = 3
RARE = 6
"""Units of a record in which a word may stand to tell one matter from others."""
_DENIAL = expression(
    r"\bnone of\b|\bnobody\b|\bnot (?:a single|one)\b|\bnever\b|\bno (?:patients?|participants?|subjects?|one"
    r"|child(?:ren)?|wom[ae]n|cases?)\b",
    re.IGNORECASE,
)
"""Words for what happened to nobody; `no difference` is weighed by `negation` and `effect`."""
_FEW = expression(
    r"\b(?:similar\w*|alike|same|comparable|equal\w*|unchanged|unaffected|rare\w*|few|lack\w*"
    r"|missing|free of|absen\w*)\b",
    re.IGNORECASE,
)
_PLAN = expression(r"\b(?:outcomes?|end[- ]?points?|measures?|defined|aim\w*|hypothes\w*|whether)\b", re.IGNORECASE)


def _clauses(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences.clauses(text)] or [text]


def _shown(case: Cited, said: frozenset[str]) -> str:
    return next(case.text[w.start : w.end] for w in keys.read(case.text) if w.key in said)
