"""What was done in a study: every value with the characters it was read from, or absent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from probatum.appraise import (
    analysed,
    arms,
    baseline,
    claims,
    conduct,
    design,
    eligibility,
    interests,
    lengths,
    people,
    population,
    registered,
    several,
)
from probatum.appraise.counting import NOUN
from probatum.appraise.cues import WISH
from probatum.appraise.lengths import UNIT, tight
from probatum.appraise.numbers import NUMBER
from probatum.appraise.reading import Sentence, sentences
from probatum.appraise.seen import Said
from probatum.model import Design, Record, SectionRole, Sourced, Span, Study
from probatum.text.expressions import caseless

MENTION = caseless(WISH)
BLINDING = (
    (caseless(r"\b(?P<who>double|triple)[- ]?(?:blind|mask)(?:ed|ing)?\b"), "{}-blind"),
    (caseless(r"\b(?P<who>single)[- ]?(?:blind|mask)(?:ed|ing)?\b"), "{}-blind"),
    (
        caseless(
            r"\b(?P<who>assessor|observer|investigator|evaluator|rater|examiner|outcome|patient"
            r"|participant)[- ](?:blind|mask)(?:ed)\b"
        ),
        "{}-blind",
    ),
    (caseless(r"\b(?:open[- ]?label(?:l?ed)?|unblinded|un-?masked|non-?blinded|not blinded)\b"), "open-label"),
    (
        caseless(
            r"\b(?:randomi[sz]ed|prospective|controlled|comparative),? open\b|\bopen,? (?:randomi[sz]ed|controlled"
            r"|parallel|prospective|comparative)\b"
        ),
        "open-label",
    ),
)
PHASE = caseless(
    r"\bphase[- ](?P<v>(?:I{1,3}V?|IV|[1-4])[ab]?(?:\s?[/-]\s?(?:I{1,3}|[1-4])[ab]?)?)\b(?=[^.;]{0,80}?\b(?:trial"
    r"|study|studies|design|random|evaluation)|,)"
)
NOT_THE_TRIAL = caseless(r"\b(?:extension|(?:placebo )?(?:run|lead)-?in|wash-?out)\b")
"""Behind the blinding of a part that is not the comparison."""
RATIO = caseless(
    r"\b(?:\d+ ?: ?){1,5}\d+\b(?= (?:ratio|to|random|alloc)|\))|(?<=ratio of )(?:\d+ ?: ?){1,5}\d+\b"
    r"|(?<=randomi[sz]ed )(?:\d+ ?: ?){1,5}\d+\b"
)
CHANCE = caseless(
    r"\b(?:randomi[sz]ed|randomly (?:assigned|allocated|divided)|(?:assigned|allocated|divided) (?:at random"
    r"|randomly)|at random|random order)\b"
)
SETTING = (
    caseless(
        rf"\b(?P<v>(?:{NUMBER}) (?!(?:km|miles?|kilomet\w+|{UNIT})\b)(?:(?!(?:{NOUN}|who"
        rf"|were|at|in|to|from)\b)[\w-]+,? (?:and )?){{0,5}}?(?:cent(?:er"
        rf"|re)s?|sites?|hospitals?|clinics?"
        rf"|practices|institutions|wards|nursing homes|schools|villages|countries)\b(?: (?:in"
        rf"|across) (?:the )?[A-Z][\w ]{{2,40}}?(?=[,.;)]|$| (?:and|were|was|with|from|between)))?)"
    ),
    caseless(
        r"\b(?P<v>multi-?\s?cent(?:er|re)(?:d|s)?|single[- ]cent(?:er|re)"
        r"|(?:university|academic|teaching|community|tertiary|district|county|regional|military|private|public|urban|"
        r"rural)"
        r"[- ](?:(?!in\b|of\b|and\b|variation)[\w-]+[- ]){0,4}(?:hospitals?|medical cent(?:er|re)s?|clinics?)|"
        r"(?:primary|secondary|tertiary) care"
        r"|general practices?)\b"
    ),
    caseless(
        r"\b(?P<v>(?:(?:pa?ediatric|neonatal|medical|surgical|hospital|tertiary|cardiac) )*(?:emergency departments?"
        r"|intensive care units?|outpatient (?:clinics?|departments?)|nursing homes?|health cent(?:er|re)s?|"
        r"operating rooms?))\b"
    ),
)
PLACES = (
    *("setting", "cent", "site", "hosp", "clinic", "practice", "inst", "unit"),
    *("ward", "home", "school", "village", "countr", "care", "department", "room"),
)
"""Letters that every setting holds."""
SETTING_HEADING = caseless(r"^SETTINGS?(?: AND \w+)?: *(?P<v>[^.]{3,160})")
PRIMARY = (
    caseless(
        r"\b(?:primary|main|principal) (?:(?:efficacy|clinical|study|safety|trial) )?(?:outcomes?|end-?\s?points?"
        r"|measures?|variables?|objectives?|criterion|criteria)(?: \(s\)|\(s\))?(?: (?:measures?|variables?"
        r"|points?|parameters?))?(?:\(s\))?(?: (?:assessed|measured|studied|evaluated))?"
        r"(?: of (?:interest|(?:the|this|our) (?:[\w-]+ ){0,2}(?:study|trial|phase|part)"
        r"|efficacy))?,?(?: (?:was|were|is|are|included?|consisted of"
        r"|comprised|will be)(?: defined as| to (?:assess|determine|evaluate|compare|measure))?|:) (?:the "
        r"|an? )?(?P<v>[^.;:]{3,240})"
    ),
    caseless(
        r"\b(?P<v>[^.;:,()]{3,120}?) (?:was|were) the (?:primary|main|principal) (?:\w+ )?(?:outcomes?"
        r"|end-?\s?points?|measures?|variables?)"
    ),
    caseless(
        r"\bprimary (?:efficacy |study )?(?:outcome"
        r"|end-?\s?point)s? of (?:the )?(?P<v>[a-z][^.;:]{3,120}?)(?=,? (?:was|were|occurred|in the|between)\b)"
    ),
    caseless(
        r"\bprimary (?:efficacy |study )?(?:outcome|end-?\s?point)s?,? \(?(?P<v>[a-z][^.;:()]{3,120}?)\)?,? (?:was"
        r"|were|did|occurred)\b"
    ),
    caseless(
        r"\bprimary (?:efficacy |study |clinical )?(?:variables?|outcomes?|end-?\s?points?|measures?)\s?[-–—]\s?"
        r"(?P<v>[^.;:()–—]{3,120}?)\s?[-–—](?=\s?(?:were|was|did|improved|decreased|increased|differed)\b)"
    ),
)
PRIMARY_END = caseless(
    r",? and (?:the )?(?:independent variable|subsequently)\b|,? (?:(?:and|with|while|whereas) )?(?:the )?"
    r"(?:secondary|as measured|as assessed|measured (?:by|with|at|using)|assessed (?:by|with|at|using)|analy[sz]ed|"
    r"which|secondary)\b|,? and (?:the )?(?:secondary|analys[ei]s w)"
)
NO_OUTCOME = caseless(
    r"(?:(?:was|were|is|are)\b|assessed|examined|tested|calculated|measured|studied|evaluated|analy[sz]ed|compared|"
    r"met|reached|not met"
    r"|achieved|(?:the )?following|as follows)\b|(?:[\w-]+ ){0,2}(?:trial|study)$"
)
"""What stands behind `the primary outcome was` and names none."""
ALPHA = (
    caseless(
        r"\b(?:significance|alpha|type I error|α)\b[^.;]{0,60}?(?:\bat|\bof|=|<|≤|to be|was"
        r"|\bto)\s{0,4}(?:an? )?(?:(?:alpha|α|p|P|level|two-sided|one-sided)\s{0,4}+(?:values?|level)?+\s{0,4}+(?:of|="
        r"|<|≤|less than)?+\s{0,4}+){0,4}(?P<v>0?\.\d{1,4}|\d(?:\.\d)? ?%)"
    ),
    caseless(
        r"\bp(?:[- ]values?)?\s*(?:<|≤|</=|less than|below|of|of less than"
        r"|of <)\s*(?:or equal to )?(?P<v>0?\.\d{1,4})\s+(?:was|were|is|being)?\s*(?:considered|regarded|taken"
        r"|deemed|defined|accepted|set|judged)"
    ),
)
ALPHA_WORDS = (
    ("significance", "alpha", "error", "α"),
    ("considered", "regarded", "taken", "deemed", "defined", "accepted", "set", "judged"),
)
"""Letters of which each pattern of ALPHA needs one."""


def read(record: Record) -> Study:
    """Design, size, arms, blinding and the rest of one record, each with its span or absent."""
    found = design.find(record)
    if found.design is Design.REGISTRY:
        return registered.read(record)
    sentenced = sentences(record)
    said = Said(sentenced)
    number = people.count(record, found.design)
    included = people.studies(record, found.design)
    own = [s for s in sentenced if s.role is not SectionRole.BACKGROUND]
    level = _alpha(own)
    trial = found.design.randomised or found.design in TRIALS
    given = baseline.sized(record, arms.find(own, uncontrolled=found.design in UNCONTROLLED)) if trial else ()
    if number and number.value < sum(arm.n or 0 for arm in given):
        number = None  # fewer than the arms hold together: the count of one arm or of a pilot
    number = number or people.of_arms(record, [arm.n for arm in given])
    further = several.announced(sentenced) if found.design.randomised else ()
    own = several.main(own, further) if further else own
    if number and several.within(number, further):
        number = people.count(record, found.design, apart=lambda n: several.within(n, further))
    judged = analysed.count(record, number) if trial else None
    whom = population.find(sentenced)
    reviewed = found.design.synthesis or found.design in (Design.REVIEW, Design.GUIDELINE, Design.ANIMAL)
    return Study(
        record=record.id,
        design=found.design,
        design_span=design.span(record, found),
        n=number.value if number else None,
        n_span=number.span(record) if number else None,
        n_studies=included.value if included else None,
        n_studies_span=included.span(record) if included else None,
        blinding=_blinding(own) if trial else None,
        phase=_phase(own) if trial else None,
        allocation=_allocation(own) if found.design.randomised else None,
        arms=given,
        population=whom,
        duration=lengths.find(own) if trial or found.design is Design.COHORT else None,
        setting=_setting(own),
        registration=interests.registration(record),
        funding=interests.funding(record, said),
        primary_outcome=_primary(own),
        alpha=level[0] if level else None,
        alpha_span=level[1] if level else None,
        claims=claims.find(sentenced),
        n_analysed=judged.value if judged else None,
        n_analysed_span=judged.span(record) if judged else None,
        concealment=conduct.concealment(said) if found.design.randomised else None,
        blinded=conduct.blinded(said) if trial else (),
        countries=() if reviewed else eligibility.countries(said),
        age=None if reviewed else eligibility.age(said),
        sex=None if reviewed else eligibility.sex(said, whom, number.span(record) if number else None),
        inclusion=eligibility.inclusion(said),
        exclusion=eligibility.exclusion(said),
        conflicts=interests.conflicts(record),
        further=several.read(further, _blinding, lengths.find),
    )


def outline(record: Record) -> Study:
    """Design, people studied, ages in trials, and arms alone: what directness is judged by, at a small part of the
    cost of `read`."""
    said = sentences(record)
    found = design.find(record)
    own = [s for s in said if s.role is not SectionRole.BACKGROUND]
    trial = found.design.randomised or found.design in TRIALS
    return Study(
        record=record.id,
        design=found.design,
        arms=arms.find(own, uncontrolled=found.design in UNCONTROLLED) if trial else (),
        population=population.find(said),
        age=eligibility.age(Said(said)) if trial else None,
    )


TRIALS = (Design.NON_RANDOMISED, Design.SINGLE_ARM, Design.CASE_SERIES, Design.PROTOCOL, Design.REGISTRY)
"""Designs without allocation by chance that still have arms."""
UNCONTROLLED = (Design.SINGLE_ARM, Design.CASE_SERIES)
"""Designs in which everybody took the same drug, at one dose or at several."""


def _with(said: Sequence[Sentence], *triggers: str) -> list[Sentence]:
    """Sentences that hold one of these letters: a pattern is looked for in few."""
    return [s for s in said if any(trigger in s.low for trigger in triggers)]


def _blinding(said: Sequence[Sentence]) -> Sourced | None:
    said = _with(said, "blind", "mask", "open")
    for pattern, form in BLINDING:
        for sentence in said:
            match = pattern.search(sentence.text)
            if (
                match
                and not MENTION.search(sentence.text)
                and not NOT_THE_TRIAL.search(sentence.text[match.end() : match.end() + 30])
            ):
                who = match.groupdict().get("who") or ""
                return Sourced(form.format(who.lower()), sentence.span(*match.span()))
    return None


def _phase(said: Sequence[Sentence]) -> Sourced | None:
    for sentence in _with(said, "phase"):
        match = PHASE.search(sentence.text)
        if match:
            return Sourced(f"phase {match['v']}", sentence.span(*match.span()))
    return None


def _allocation(said: Sequence[Sentence]) -> Sourced | None:
    said = _with(said, "random")
    for sentence in said:
        match = CHANCE.search(sentence.text)
        if match and not MENTION.search(sentence.text):
            ratio = RATIO.search(sentence.text)
            if ratio:
                start, end = min(match.start(), ratio.start()), max(match.end(), ratio.end())
                return Sourced(f"randomised {ratio[0].replace(' ', '')}", sentence.span(start, end))
    for sentence in said:
        match = CHANCE.search(sentence.text)
        if match and not MENTION.search(sentence.text):
            return Sourced("randomised", sentence.span(*match.span()))
    return None


def _first(
    patterns: Iterable[re.Pattern[str]], said: Sequence[Sentence], veto: re.Pattern[str] | None = None
) -> Sourced | None:
    for pattern in patterns:
        for sentence in said:
            for match in pattern.finditer(sentence.text):
                around = sentence.text[max(0, match.start("v") - 40) : match.end() + 30]
                if veto is None or not veto.search(around):
                    return Sourced(match["v"].strip(), sentence.span(*tight(sentence.text, *match.span("v"))))
    return None


def _setting(said: Sequence[Sentence]) -> Sourced | None:
    said = _with(said, *PLACES)
    return _first((SETTING_HEADING,), said) or _first(
        SETTING, [s for s in said if s.role is not SectionRole.CONCLUSIONS]
    )


def _primary(said: Sequence[Sentence]) -> Sourced | None:
    wanted = [
        s for s in said if s.role in (SectionRole.METHODS, SectionRole.OBJECTIVE, SectionRole.NONE, SectionRole.RESULTS)
    ]
    wanted = _with(wanted, "primary", "main", "principal")
    for pattern in PRIMARY:
        for sentence in wanted:
            match = pattern.search(sentence.text)
            if match is None:
                continue
            cut = PRIMARY_END.search(match["v"])
            start, end = tight(
                sentence.text, match.start("v"), match.start("v") + (cut.start() if cut else len(match["v"]))
            )
            end = _closing(sentence.text, start, end)
            while end > start and sentence.text[end - 1] in " ,":
                end -= 1
            if end - start > 2 and not NO_OUTCOME.match(sentence.text[start:end]):
                return Sourced(sentence.text[start:end], sentence.span(start, end))
    return None


def _closing(text: str, start: int, end: int) -> int:
    """The end of a phrase that was cut within brackets: behind them and what belongs to them, else before them."""
    opened = text.rfind("(", start, end)
    if text.count("(", start, end) <= text.count(")", start, end):
        return end
    closed = text.find(")", end, end + MOST_IN_BRACKETS)
    if closed < 0:
        return opened
    rest = REST.match(text, closed + 1)
    return rest.end() if rest else closed + 1


MOST_IN_BRACKETS = 120
REST = caseless(r" (?:(?!was|were|is|are|and|or|which|at)[\w-]+ ?){1,6}")
"""What a bracket stands in the middle of: `complete response (no relapse; no rescue) rate`."""


PLANNED = (SectionRole.METHODS, SectionRole.NONE)


def _alpha(said: Sequence[Sentence]) -> tuple[float, Span] | None:
    planned = [s for s in said if s.role in PLANNED]
    for triggers, pattern in zip(ALPHA_WORDS, ALPHA, strict=True):
        for sentence in _with(planned, *triggers):
            match = pattern.search(sentence.text)
            if match:
                value = match["v"].replace(" ", "")
                level = float(value[:-1]) / 100 if value.endswith("%") else float(value)
                if 0 < level <= 0.2:
                    return level, sentence.span(*match.span("v"))
    return None
