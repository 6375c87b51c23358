"""Two lists that belong together, one by one: `response and relapse rates were 40% and 12%, respectively`.

One list is of figures; the other says what they are of (outcomes), when (times) or whose (groups). Only lists of the
same length are read, and only where every name is whole once what its neighbours share is put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from probatum.appraise.findings import accuracy, adjectival, build, clauses, groups, outcome
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.model import Finding, Measure
from probatum.text.expressions import expression

_LIMITS: Final = r"(?:\s?[\[(]\s?[ⒸⓇ]+\s?[\])])?"
_FIGURES: Final = rf"(?P<values>Ⓥ+{_LIMITS}(?:[,;]\sⓋ+{_LIMITS}){{0,5}}[,;]?\s(?:and|or)\sⓋ+{_LIMITS})"
_RESP: Final = (
    r",?\srespectively(?=\s?[.;:(\[]|\s?$|,?\s(?:at|after|over|during|within)\s[^ⓋⓅ;]*$|,?\sⓉ+|,\s(?:and|but|with)\s)"
    r"(?![^;.]*Ⓥ[^;.]*\b(?:for|in|with)\s)"
)
"""The end of the lists; figures that follow with a group of theirs show that these have a group, too."""
_NAMES: Final = r"(?P<names>(?:[^ⓋⓅⒸⓂⓇ;:()]|\([A-Za-z][\w-]{1,11}\)){5,220}?)"
_BE: Final = (
    r"(?:(?:was|were|is|are)(?:\s(?:estimated|found|reported|calculated|observed)(?:\s(?:to be|at|as))?)?|reached|"
    r"averaged)(?:\sonly|\salso)?"
)
_WERE: Final = expression(rf"{_NAMES}\s{_BE}:?\s{_FIGURES}{_RESP}", re.IGNORECASE)
"""`A, B and C were 1, 2 and 3, respectively`."""
_AT_TIMES: Final = expression(rf"{_NAMES}(?:\s(?P<t1>Ⓣ+))?\s{_BE}:?\s{_FIGURES}(?:\s(?P<t2>Ⓣ+))?{_RESP}", re.IGNORECASE)
"""`survival at 1, 3 and 5 years was 90%, 80% and 70%, respectively`."""
_SEEN: Final = expression(
    rf"{_NAMES}\s(?P<seen>(?:was|were)\s(?:observed|seen|found|noted|reported|recorded|detected|present|diagnosed|"
    rf"identified|documented|achieved)|occurred|developed)\s(?:in|by|among|for)\s{_FIGURES}"
    rf"(?:\sof\s(?:the\s|all\s)?(?:[\w-]+\s)?{PEOPLE}|\s(?:[\w-]+\s)?(?:{PEOPLE}|cases|samples|studies))?{_RESP}",
    re.IGNORECASE,
)
"""`A, B and C were seen in 1, 2 and 3 patients, respectively`."""
_HAD: Final = expression(
    rf"{_FIGURES}\s(?:of\s(?:the\s|all\s|these\s)?)?(?:(?:[\w-]+\s){{0,2}}{PEOPLE}\s|them\s)?"
    r"(?:had|reported(?:\shaving|\sexperiencing)?|experienced|developed|showed|suffered from|presented with)\s"
    rf"(?P<names>[^ⓋⓅⒸⓂⓇ;:()]{{5,200}}?){_RESP}",
    re.IGNORECASE,
)
"""`1, 2 and 3 of the patients had A, B and C, respectively`."""
_JOINT: Final = expression(r",\s(?:and\s|or\s)?|\s(?:and|or)\s")
_HEAD: Final = expression(
    r"\b(?:rates?|mortality|survival|incidences?|prevalence|scores?|duration|times?|length|levels?|loss|volume|doses?|"
    r"pressure|concentrations?|proportions?|percentages?|frequenc(?:y|ies)|probabilit(?:y|ies)|index|ind(?:ic|ex)es|risks?|"
    r"numbers?|values?|gradients?|freedom|cure|reliability|agreement|OS|PFS|DFS|EFS|RFS|ORR|DCR|[A-Z]{2,}[\w-]*)\b"
)
"""What is measured of something; a name in capitals is one by itself."""
_OF: Final = expression(
    r"(?:the\s)?(?P<head>(?:[\w-]+\s){0,4}?(?:rates?|prevalence|incidences?|levels?|concentrations?|values?|numbers?|"
    r"proportions?|percentages?|frequenc(?:y|ies)|risks?|probabilit(?:y|ies)|scores?|doses?|durations?|freedom|"
    r"volumes?|lengths?|means?|medians?)\s(?:of|for|from))\s(?P<rest>.+)",
    re.IGNORECASE,
)
_SHARED: Final = expression(
    r"(?P<noun>rates?|scores?|levels?|concentrations?|values?|gradients?|times?|volumes?|doses?|survival|mortality|"
    r"incidences?|prevalence|recurrences?|relapses?|reliability|infections?|responses?|failures?|pain|complications?)$",
    re.IGNORECASE,
)
"""A noun behind the last name that belongs to all: `response and relapse rates`."""
_LED: Final = expression(
    r"(?:the\s)?(?P<led>(?:[\d.]+-(?:year|month|week|day|hour)|mean|median|(?:estimated|overall|pooled)\s\d+-year)\s)",
    re.IGNORECASE,
)
"""What stands before the first name and holds for all: `3-year`."""
_BEHIND: Final = expression(r"\s(?P<prep>of|in|for|among|at|with)\s(?P<whose>[^,]{3,70})$", re.IGNORECASE)
_TEST: Final = expression(
    r"\b(?:ages?|baseline|sensitivit\w+|specificit\w+|predictive|accuracy|AUC|cut-?offs?|p[- ]values?|"
    r"(?:odds|hazard|risk|likelihood) ratios?|ORs?|HRs?|RRs?|correlations?|coefficients?|slopes?|"
    r"weights?|(?:fe)?males?|men|women|"
    r"groups?|arms?|cohorts?)\b"
)
"""What other readers are of, what people were at the start, and lists of groups."""
_CLAUSE: Final = expression(r";\s|\.\s(?=[A-Z])|,\s(?:and|but|while|whereas)\s(?=[^,;]*\s(?:was|were|had)\s)")
_THAT: Final = expression(
    r"[^ⓋⓅ;:]{0,120}?\b(?:show(?:ed)?|found|reveal(?:ed)?|indicated?|demonstrated?|suggest(?:ed)?) that\s"
)
_USING: Final = expression(r"\s*(?:using|by|with)\s[^,\s]+,\s$", re.IGNORECASE)
"""`Using A, B and C, X was 1, 2 and 3, respectively`: the first of the names, and no lead of its own."""
_NUMBERS: Final = expression(
    r"(?P<lead>at|after|within)\s(?:the\s)?(?P<n>\d+(?:\.\d+)?(?:,\s\d+(?:\.\d+)?)*,?\sand\s\d+(?:\.\d+)?)[\s-]"
    r"(?P<unit>weeks|months|years|days|hours)$",
    re.IGNORECASE,
)


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """A finding of each pair of a name (or a time) and a figure."""
    if "respectively" not in sentence.text:
        return []
    found: list[Finding] = []
    for start, stop in _clauses(sentence):
        if "respectively" in sentence.masked[start:stop]:
            found.extend(_clause(sentence, start, stop, used))
    return found


def _clauses(sentence: Sentence) -> Iterator[Place]:
    start = 0
    for joint in _CLAUSE.finditer(sentence.masked):
        if joint[0].startswith(",") and not outcome.has_verb(sentence.masked[start : joint.start()]):
            continue  # the last member of a list
        yield start, joint.start()
        start = joint.end()
    yield start, len(sentence.masked)


def _clause(sentence: Sentence, start: int, stop: int, used: set[int]) -> Iterator[Finding]:
    told = _THAT.match(sentence.masked, start, stop)
    begin = clauses.skip_lead(sentence.masked, told.end() if told else start, stop)
    here = [g for g in groups.named(sentence) if start <= g.start < stop]
    if len({g.name.lower() for g in here}) > 1 or any(g.start >= begin for g in here):
        return  # figures of groups are another reader's
    group = here[0].name if here else ""
    for pattern in (_WERE, _AT_TIMES, _SEEN, _HAD):
        match = pattern.match(sentence.masked, begin, stop)
        if match is None or _USING.match(sentence.masked[start:begin]):
            continue
        values = [v for v in sentence.values if match.start("values") <= v.start < match.end("values")]
        if any(v.start in used for v in values) or not _alike(values):
            return
        pairs = list(_timed(sentence, match, values) if pattern is _AT_TIMES else _named(sentence, match, values))
        if pairs:
            used.update(v.start for v in values)
            share = pattern in (_SEEN, _HAD)
            later = values[-1].unit if len({v.unit for v in values} - {""}) == 1 else ""
            yield from (_one(sentence, name, value, group, when, later, share) for name, value, when in pairs)
            return


def _alike(values: Sequence[Value]) -> bool:
    """Figures of one kind: all shares, or none."""
    return len({v.percent for v in values}) == 1


def _named(sentence: Sentence, match: re.Match[str], values: Sequence[Value]) -> Iterator[tuple[str, Value, str]]:
    start, stop = match.span("names")
    if _TEST.search(sentence.masked[start:stop]):
        return
    share = match.groupdict().get("seen") is not None or match.start("values") < start
    names = _whole(sentence, _split(sentence, start, stop), share=share)
    if len(names) == len(values):
        yield from zip(names, values, [""] * len(values), strict=True)


def _split(sentence: Sentence, start: int, stop: int) -> list[Place]:
    places: list[Place] = []
    begin = start
    for joint in _JOINT.finditer(sentence.masked, start, stop):
        places.append((begin, joint.start()))
        begin = joint.end()
    return [*places, (begin, stop)]


def _whole(sentence: Sentence, places: Sequence[Place], *, share: bool) -> list[str]:
    """The names with what they share put back: a head before the first, a noun or a phrase behind the last."""
    parts = [sentence.text[slice(*place)] for place in places]
    if len(parts) < 2 or any(outcome.has_verb(sentence.masked[slice(*place)]) for place in places):
        return []
    behind = _BEHIND.search(parts[-1])
    tail = ""
    own = share and behind is not None and behind["prep"].lower() == "of"  # `anxiety and fear of X`
    if behind is not None and not own and not any(_BEHIND.search(p) for p in parts[:-1]):
        tail, parts[-1] = parts[-1][behind.start() :], parts[-1][: behind.start()]
    head = _OF.match(parts[0])
    if head is not None and not any(_HEAD.search(p) for p in parts[1:]):
        said = _single(head["head"])
        parts = [f"{said} {p}" for p in (head["rest"], *parts[1:])]
    led = _LED.match(parts[0])
    if led is not None and not any(_LED.match(p) for p in parts[1:]):
        parts = [parts[0], *(f"{led['led']}{p}" for p in parts[1:])]
    noun = _SHARED.search(parts[-1])
    if noun is not None and head is None:
        parts = [p if _HEAD.search(p) or _SHARED.search(p) else f"{p} {_single(noun['noun'])}" for p in parts]
    made = [outcome.tidy(f"{_bare(p)}{tail}", sentence) for p in parts]
    good = all(n and 1 <= len(n.split()) <= 12 and not adjectival.ADJECTIVE.fullmatch(n) for n in made)
    if not good or not (share or all(_HEAD.search(n) for n in made)):
        return []
    return made if len(set(made)) == len(made) and not any(_EMPTY.fullmatch(n) for n in made) else []


_EMPTY: Final = expression(
    r"(?:the\s|mean\s|median\s|overall\s|total\s)*(?:rates?|scores?|levels?|values?|numbers?|concentrations?|risks?|times?)",
    re.IGNORECASE,
)


def _bare(part: str) -> str:
    return re.sub(r"^(?:the|an?|both|either)\s", "", part.strip(), flags=re.IGNORECASE)


def _single(noun: str) -> str:
    """`rates of` gives `rate of`: each has its own."""
    return re.sub(
        r"\b(rate|level|concentration|value|number|proportion|percentage|risk|score|dose|duration|volume|length|mean|median|"
        r"incidence|gradient|time|recurrence|relapse|infection|response|failure|complication)s\b",
        r"\1",
        noun,
    )


def _timed(sentence: Sentence, match: re.Match[str], values: Sequence[Value]) -> Iterator[tuple[str, Value, str]]:
    """One outcome at as many times as there are figures."""
    which = "t1" if match["t1"] else "t2" if match["t2"] else ""
    told = _NUMBERS.match(sentence.text[slice(*match.span(which))]) if which else None
    if told is None or _TEST.search(match["names"]) or outcome.has_verb(match["names"]):
        return
    numbers = re.findall(r"\d+(?:\.\d+)?", told["n"])
    name = outcome.phrase(sentence, *match.span("names"))
    if not name or len(numbers) != len(values) or not _HEAD.search(name):
        return
    for number, value in zip(numbers, values, strict=True):
        unit = told["unit"].lower()
        yield name, value, f"{told['lead'].lower()} {number} {unit[:-1] if number == '1' else unit}"


def one(sentence: Sentence, name: str, value: Value) -> Finding:
    """The finding of a figure of nobody in particular, by the name of its outcome."""
    return _one(sentence, name, value, "", "", "", False)


def _one(sentence: Sentence, name: str, value: Value, group: str, when: str, later: str, share: bool) -> Finding:
    result = build.arm(sentence, group, value)
    if not value.events and not (share and value.counted):
        result = build.without_events(result)
    measure = accuracy.named(name) or build.measure_of((value,), name, sentence)
    if measure is Measure.COUNT and not share and not value.events:
        measure = Measure.OTHER
    unit = value.unit or ("%" if value.percent else "") or later
    return build.finding(
        sentence, name, measure, arms=(result,), unit=unit, clause=(value.start, value.end), timepoint=when
    )
