"""One group's result by itself: `the miss rate was 3.0% (95% CI 2.3 to 4.0)`, `with a median survival of 21 months`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, clauses, outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.model import Finding, Measure
from probatum.text.expressions import expression

_WAS: Final = expression(
    r"\s(?:was|were|is|are|to be|reached|averaged|amounted to|remained)\s(?:also\s|only\s|about\s|approximately\s|"
    r"around\s|(?:low|high)\sat\s|estimated (?:at|to be)\s|found to be\s|calculated (?:at|to be)\s|an average of\s|"
    r"a (?:mean|median) of\s|as (?:high|low) as\s)?$",
    re.IGNORECASE,
)
_OF: Final = expression(
    r"(?:(?<![\w-])(?:with|had|showed|yielded|achieved|demonstrated|reached|and|was|were)\s|,\s)(?:an?|the|its)\s"
    r"(?P<np>(?:[\w/-]+\s){0,4}?[\w/-]+(?:\s[\[(][A-Z]{2,5}[\])])?)\s(?:of|was|at)\s$",
    re.IGNORECASE,
)
_OF_HEAD: Final = expression(
    r"\b(?:mean|median|average|overall|pooled|rate|prevalence|incidence|mortality|survival|proportion|score|duration|"
    r"time|stay|length|yield|success|response|index|volume|loss|level|dose|OS|PFS|DFS|ORR)\b",
    re.IGNORECASE,
)
_BARE: Final = expression(
    r"(?:(?:overall|total|mean|median|average)\s)*(?:mean|median|average|duration|time|interval|levels?|values?|"
    r"scores?|"
    r"number|length|rates?|dose|volume|incidence|prevalence|frequency|response|success|index|loss|proportion)",
    re.IGNORECASE,
)
"""A head of which it is not said what it measures."""
_ELSEWHERE: Final = expression(
    r"^(?:\s?[\[(][^()\[\]]*[\])])?(?:,?\s(?:(?:and|or|to|vs\.?|versus|compared|than|in contrast|relative|against|up|"
    r"lowering|rising|falling|increasing|decreasing)\s(?:(?:only|in|for|with|at|to|by|about|approximately)\s)*Ⓥ|Ⓥ|"
    r"compared\b|than\b|vs\.?\s|versus\s|(?:more|less|higher|lower|greater|fewer|longer|shorter|of|times|fold|out)\b)|,\sⓋ)",
    re.IGNORECASE,
)
"""A further figure, or a comparison: the value is one of several, and the other readers have left them."""
_GROUP: Final = expression(
    r"^(?:\s?[\[(][^()\[\]]*[\])])?\s(?:in|for|among|with)\s(?:the\s)?(?P<arm>[^ⓋⓅⒸⓂⓇ,;:()]{2,60}?)(?=\s?[,;.(\[]|"
    r"\s?$|\sⓉ|\s(?:at|after|and|with|but)\s)",
    re.IGNORECASE,
)
_RESPECTIVELY: Final = expression(r"\brespectively\b", re.IGNORECASE)
_AIMED: Final = expression(
    r"\b(?:baseline|(?:odds|hazard|risk) ratios?|relative risks?|effects? of|cut-?offs?|threshold|targets?|"
    r"criteri\w+|"
    r"score range|maximum score|age)\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of single values that no comparison has taken; none where the sentence lists several `respectively`."""
    if _RESPECTIVELY.search(sentence.text):
        return []
    return [found for value in sentence.values if (found := _one(sentence, value, used)) is not None]


def _one(sentence: Sentence, value: Value, used: set[int]) -> Finding | None:
    if value.start in used or not _telling(sentence, value):
        return None
    end = _behind(sentence, value)
    if _ELSEWHERE.match(sentence.masked[end:]) or _in_list(sentence, value) or _goes_on(sentence, end):
        return None
    place = _subject(sentence, value.start)
    if place is None or _AIMED.search(sentence.masked[slice(*place)]):
        return None
    if sentence.masked.count("(", 0, place[0]) > sentence.masked.count(")", 0, place[0]):
        return None  # what a bracket adds is of the words before it
    name, arm = _named(sentence, place)
    if not name or not _measurable(sentence, name, value):
        return None
    if not arm:
        arm = _group(sentence, end) or _opening(sentence, place[0])
    used.add(value.start)
    result = build.arm(sentence, arm, value)
    if not value.events:
        result = build.without_events(result)
    measure = _measure(sentence, name, value, place[0])
    unit = value.unit or ("%" if value.percent else "")
    clause = (place[0], end)
    p = build.trailing_p(sentence, end)
    return build.finding(sentence, name, measure, arms=(result,), unit=unit, clause=clause, p=p)


def _telling(sentence: Sentence, value: Value) -> bool:
    """A percentage, a value with a unit, a spread or limits; a bare number may be anything."""
    bare = not (value.percent or value.unit or value.spread)
    return not value.spelled and (not bare or build.own_limits(sentence, value)[0] is not None)


def _behind(sentence: Sentence, value: Value) -> int:
    """Where the value ends with the interval printed behind it."""
    mark = build.trailing_interval(sentence, value.end, 4)
    if mark is None:
        return value.end
    closing = re.match(r"\s?[\])]", sentence.masked[mark.end :])
    return mark.end + (closing.end() if closing else 0)


def _goes_on(sentence: Sentence, end: int) -> bool:
    """`21 months with A and 15 months with B`: another figure in the clause, without a verb of its own."""
    rest = sentence.masked[end:]
    stop = re.search(r";|\.\s|Ⓥ", rest)
    if stop is None or stop[0] != "Ⓥ":
        return False
    gap = rest[: stop.start()]
    following = next((v for v in sentence.values if v.start == end + stop.start()), None)
    if following is not None and _TIME.fullmatch(following.unit) and _OVER.search(gap):
        return False
    if _SET_AGAINST.search(gap):
        return True
    return not (outcome.has_verb(gap) or _NEW_NOUN.search(gap))


_SET_AGAINST: Final = expression(
    r"\b(?:compared|than|versus|vs|in contrast|respectively|relative|both)\b", re.IGNORECASE
)


_TIME: Final = expression(r"(?:days?|weeks?|months?|years?|yrs?|hours?)")
_OVER: Final = expression(r"\b(?:at|after|over|during|within|for)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,3}(?:of\s)?$")
"""`at an average of 20 months`: the figure that follows is the time."""


_NEW_NOUN: Final = expression(
    r"(?:,|\sand)\s(?:with\s)?(?:an?|the|its)\s[^,;]{3,60}\s(?:of|at)\s$|\bn\s?=\s$|,\swith\s$", re.IGNORECASE
)
"""`..., with a median titre of`: the figure that follows is of something else."""


def _in_list(sentence: Sentence, value: Value) -> bool:
    return bool(re.search(r"Ⓥ[\])]?,?\s(?:and|or|to|vs\.?|versus)\s$|Ⓥ[\])]?,\s$", sentence.masked[: value.start]))


def _subject(sentence: Sentence, stop: int) -> Place | None:
    """The noun phrase whose value begins at `stop`: before `was`, or between an article and `of`."""
    clause = clauses.clause_start(sentence, stop)
    figures = [m.end() for m in re.finditer("[ⓋⒸⓅⓇ][\\])]*", sentence.masked[clause:stop])]
    begin = clause + (figures[-1] if figures else 0)
    before = sentence.masked[begin:stop]
    if figures and not _NEW_CLAUSE.match(before):
        return None
    was = _WAS.search(before)
    if was is not None:
        start = clauses.skip_lead(sentence.masked, begin, begin + was.start())
        if outcome.has_verb(sentence.masked[start : begin + was.start()]):
            return None
        return start, begin + was.start()
    of = _OF.search(before)
    if of is None or _OF_HEAD.search(of["np"]) is None or outcome.has_verb(of["np"]) or _BARE.fullmatch(of["np"]):
        return None
    if sentence.masked.count(f"{of['np']} of Ⓥ") > 1:
        return None  # `A had a rate of 3% and B had a rate of 5%`: whose each is, was not read
    return begin + of.start("np"), begin + of.end("np")


_NEW_CLAUSE: Final = expression(r"\s?(?:[,;]|(?:and|with|but|while|whereas)\s)")
"""What may stand behind a figure before the next noun phrase begins; else the phrase holds the figure."""
_IN_ARM: Final = expression(r"\s(?:in|for|with|among|of|on)\s(?:the\s)?(?P<arm>[^ⓋⓅⒸⓂⓇ,;:()]{2,60})$", re.IGNORECASE)


def _named(sentence: Sentence, place: Place) -> tuple[str, str]:
    """Outcome and arm of a subject: `the relapse rate in the lotion group`."""
    inside = _IN_ARM.search(sentence.masked[slice(*place)])
    if inside is not None:
        arm = _arm(sentence, (place[0] + inside.start("arm"), place[0] + inside.end("arm")))
        name = outcome.phrase(sentence, place[0], place[0] + inside.start()) if arm else ""
        if name:
            return name, arm
    return outcome.phrase(sentence, *place), ""


def _arm(sentence: Sentence, place: Place) -> str:
    name = arm_names.clean(sentence.text[slice(*place)], sentence.context)
    masked = sentence.masked[slice(*place)]
    shows = re.search(
        r"\b(?:group|arm|placebo|controls?|cohort)\b", arm_names.bodily(name), re.I
    ) or arm_names.is_control(name, sentence.context)
    if re.search(r"\b(?:whole|entire|overall|total|all|study|both|each)\b", name, re.IGNORECASE):
        return ""
    known = name.lower() in {n.lower() for a in sentence.context.study.arms for n in (a.name, a.drug) if n}
    return name if (shows or known) and arm_names.valid(name, masked) else ""


def _group(sentence: Sentence, end: int) -> str:
    match = _GROUP.match(sentence.masked[end:])
    return "" if match is None else _arm(sentence, (end + match.start("arm"), end + match.end("arm")))


_OPENS: Final = expression(
    r"(?:in|for|among|with)\s(?:the\s)?(?P<arm>[^ⓋⓅⒸⓂⓇ,;:()]{2,50}?(?:groups?|arms?|cohorts?)),\s(?:the\s)?$",
    re.IGNORECASE,
)


def _opening(sentence: Sentence, begin: int) -> str:
    """`in the A group, X was`: the group before the subject."""
    match = _OPENS.search(sentence.masked[:begin])
    return "" if match is None else _arm(sentence, match.span("arm"))


_SHARE_OF: Final = expression(
    r"\b(?:rates?|percentages?|proportions?|prevalence|incidence|mortality|survival|frequency|risk|probability|yield|"
    r"compliance|adherence|coverage|success|response|ORR|DCR|OS|PFS|DFS|agreement|recurrence|sensitivity|morbidity|"
    r"completeness|retention|seropositivity|positivity|reduction|increase|change|decrease|improvement|fraction|"
    r"saturation|failure|complications?|relapse|remission|seroprevalence|occurrence|eradication|efficacy|effectiveness|"
    r"resistance|satisfaction|concordance|use|dropout|attrition|"
    r"HbA1c|h[a]?ematocrit|accuracy|error|loss|gain|time|uptake|turnover|recovery|availability|variance|share)\b",
    re.IGNORECASE,
)


def _measurable(sentence: Sentence, name: str, value: Value) -> bool:
    """A percentage needs a noun that has a share, or to end its clause; anything else is a level of what it names."""
    if not value.percent or _SHARE_OF.search(name) is not None or build.own_limits(sentence, value)[1] == "CI":
        return True
    return value.events is not None and _ENDS.match(sentence.masked[value.end :]) is not None


_ENDS: Final = expression(r"\s?(?:[,;.)\]]|$|\s(?:in|at|during|after|within|over|for|among|and)\b|\sⓉ)")


def _measure(sentence: Sentence, name: str, value: Value, start: int) -> Measure:
    told = build.measure_of((value,), name, sentence)
    if told is not Measure.COUNT:
        return told
    return (
        Measure.MEDIAN if re.search(r"\bmedian\b", sentence.text[start : value.start], re.IGNORECASE) else Measure.OTHER
    )
