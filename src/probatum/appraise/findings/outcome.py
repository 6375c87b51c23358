"""The outcome of a finding: a noun phrase that can be the subject of a sentence, in the source's words."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import nominal
from probatum.appraise.findings.clauses import clause_start, skip_lead, subject_place, verb_in
from probatum.appraise.findings.limits import spelled_out
from probatum.appraise.findings.phrase import (
    LEAD,
    STATISTICS,
    VERB,
    before_verb,
    drop_brackets,
    group_phrase,
    has_verb,
    lower,
    phrase,
    tidy,
    written_out,
)
from probatum.appraise.findings.sentence import Sentence
from probatum.text.expressions import expression

__all__ = ["VERB", "before_verb", "group_phrase", "has_verb", "lower", "phrase", "tidy"]

_COMPARATIVE: Final = expression(
    r"^(?:(?:a|an|the|any|some|their|its|his|her)\s)?(?:(?:statistically|clinically|highly|marginally|"
    r"slightly|markedly|substantially|considerably|somewhat|far|also|much|a|trend (?:towards?|for)|"
    r"tendency (?:towards?|to|for)|borderline(?=\ssignifican)|no|any|"
    r"significantly|significant|non-?significant|greater|higher|lower|longer|shorter|better|worse|"
    r"more|fewer|less|larger|smaller|increased|decreased|reduced|improved|similar|comparable|superior|"
    r"inferior|earlier|later|faster|slower|"
    r"elevated|marked|substantial|considerable|small|modest|slight|large|different|equivalent|clear|"
    r"strong|relative|overall|additional|mean|median|average)\s)*",
    re.IGNORECASE,
)


_CHANGE_HEAD: Final = expression(
    r"^(?:[\w-]+\s){0,2}(?:(?:reductions?|increases?|decreases?|improvements?|changes?|differences?|"
    r"rise|fall|decline|deterioration|gains?|drop)\s(?:in|of)\s)(?:the\s)?",
    re.IGNORECASE,
)


_OBJECT_END: Final = expression(
    r"[,;:()\[\].ⓋⓅⒸⓇⓂ]|\s(?:than|compared|as compared|versus|vs\.?|with|in|among|between|at|after|by|"
    r"from|during|on|for|within|when|while|whereas|and(?=\s(?:in|for|with|at|on|by|to|of|the|a|an|"
    r"there|no|was|were|had|this|these|those|also|more|less|fewer|higher|lower|greater|significantly|"
    r"\w+ed|[A-Za-z]+ly)\s)|but|relative to|over|until|who|which|that|despite|following|using|"
    r"was|were|is|are|had|did|because|if|as|if)\s|\sⓉ",
    re.IGNORECASE,
)


_ABOUT: Final = expression(
    r"(?:in terms of|with regard to|with respect to|regarding|as regards|concerning|in respect of|in|for|on)\s",
    re.IGNORECASE,
)


NOUN_OFVERB: Final = {
    "died": "death",
    "survived": "survival",
    "relapsed": "relapse",
    "recovered": "recovery",
    "responded": "response",
    "withdrew": "withdrawal",
    "dropped out": "dropout",
    "discontinued": "discontinuation",
    "were readmitted": "readmission",
    "were hospitalized": "hospitalization",
    "were hospitalised": "hospitalisation",
    "were cured": "cure",
    "improved": "improvement",
    "deteriorated": "deterioration",
    "vomited": "vomiting",
}


_EVENTVERB: Final = expression(
    r"^\s?(?:also |either |subsequently |have |had )?(?P<verb>developed|experienced|reported|"
    r"suffered(?: from)?|showed|exhibited|achieved|reached|attained|required|needed|sustained|"
    r"received|underwent|had|have|has|presented with|complained of|reporting|"
    r"having)\s(?P<object>[a-z][^Ⓥ]{2,90})",
    re.IGNORECASE,
)


def subject(sentence: Sentence, start: int, position: int) -> str:
    """The subject of the clause from `start`, before its first verb and before `position`; empty when unclear."""
    span = subject_place(sentence, start, position)
    return "" if span is None else phrase(sentence, *span)


def object_after(sentence: Sentence, start: int, stop: int, *, keep_change: bool = False) -> str:
    """The object that follows a verb: `a longer hospital stay than` gives `hospital stay`.

    `a reduction in pain` gives `pain`, or with `keep_change` (its figures are sizes of change) `reduction in pain`.
    """
    text = sentence.masked[start:stop]
    begin = len(text) - len(text.lstrip())
    lead = _COMPARATIVE.match(text[begin:])
    begin += lead.end() if lead else 0
    change = _CHANGE_HEAD.match(text[begin:])
    head = ""
    if (
        change
        and keep_change
        and not re.search(
            r"\b(?:greater|larger|smaller|more|less|mean|average|median|higher|lower|better)\s",
            text[:begin] + change[0],
            re.I,
        )
    ):
        return ""
    if change:
        noun = _CHANGE_NOUN.search(change[0])
        head = f"{noun[0].lower()} in " if noun and keep_change else ""
        begin += change.end()
        lead = _COMPARATIVE.match(text[begin:])
        begin += lead.end() if lead else 0
    end = _OBJECT_END.search(text, begin)
    finish = end.start() if end else len(text)
    if end is not None and end[0] in "([" and end.start() and not text[end.start() - 1].isspace():
        return ""
    if end is not None and end[0] == ",":
        listed = LIST_TAIL.match(text[finish:])
        finish += listed.end() if listed else 0
    found = phrase(sentence, start + begin, start + finish)
    return head + found if found else ""


_CHANGE_NOUN = expression(
    r"reductions?|increases?|decreases?|improvements?|changes?|rise|fall|decline|deterioration|gains?|drop", re.I
)


LIST_TAIL = expression(
    r"^(?:,\s[a-z][\w\s-]{1,40}?){0,3},?\s(?:and|or)\s[\w-]+(?:\s(?:of\s)?[\w-]+){0,3}?(?=\s?[.;(\[]|"
    r"\s?$|\s(?:in|at|after|with|for|between|among|than|compared)\s)",
    re.IGNORECASE,
)


def about(sentence: Sentence, start: int, stop: int) -> str:
    """The thing that differs: `difference between A and B in/with regard to X` gives X."""
    last = ""
    for match in _ABOUT.finditer(sentence.masked, start, stop):
        if match.start() and sentence.masked[match.start() - 1].isalnum():
            continue
        found = object_after(sentence, match.end(), stop)
        if found and not group_phrase(found):
            return found
        last = last or ""
    return last


def of_event(sentence: Sentence, start: int) -> str:
    """The event that people had: `... had a relapse` gives `relapse`, `... died` gives `death`."""
    tail = sentence.masked[start:]
    verb = _EVENTVERB.match(tail)
    if verb is not None:
        skipped = re.match(r"(?:having\s)(?:an?\s)?", verb["object"], re.IGNORECASE)
        begin = start + verb.start("object") + (skipped.end() if skipped else 0)
        found = object_after(sentence, begin, start + len(verb[0]))
        if found and _ELSEWHERE.match(verb["object"][verb["object"].lower().find(found.lower()[-6:]) + 6 :]):
            return ""
        if found and verb["verb"].lower() in ("required", "needed"):
            return f"need for {found}"
        if found and re.match(r"no\s", verb["object"], re.IGNORECASE):
            return f"absence of {found}"
        return found
    simple = re.match(
        r"^\s?(?:had |have |also )?(?P<verb>[a-z]+(?: out)?|were \w+)(?=\s?[,.;()\[\]]|\s(?:within|"
        r"during|at|after|by|in|from|because|due|\(|Ⓣ)|\s?$)",
        tail,
    )
    if simple is not None:
        return NOUN_OFVERB.get(simple["verb"].lower(), "")
    return ""


def between(sentence: Sentence, first: int, last: int, start: int | None = None, *, keep_change: bool = False) -> str:
    """The outcome of a clause whose first result stands at `first` and last one ends at `last`; empty when unclear."""
    start = clause_start(sentence, first) if start is None else start
    if re.search(r"(?<![\w-])(?:which|who|whose|whom|where)\s", sentence.masked[start:first]):
        return ""
    head = subject(sentence, start, first)
    verb = verb_in(sentence, start, first)
    if verb is not None and re.fullmatch(
        r"(?:can|could|may|might|will|would|should|must|do|does|did)", verb[0], re.IGNORECASE
    ):
        return ""
    if head and not (
        verb
        and re.match(
            r"(?:increased|decreased|reduced|improved|lowered|prevented|had|produced|resulted|led|showed|shortened|prolonged|"
            r"delayed|attenuated|enhanced|diminished|suppressed|worsened|raised)",
            verb[0],
            re.I,
        )
        and _transitive(sentence, verb, first)
    ):
        return head
    if verb is not None:
        lead = sentence.masked[skip_lead(sentence.masked, start, first) : verb.start()].strip().lower()
        if lead == "there":
            return _existential(sentence, verb.end(), first, keep_change)
        if _PASSIVE.match(sentence.masked[verb.start() : first]):
            return ""
        found = object_after(sentence, verb.end(), first, keep_change=keep_change)
        if found:
            return found
    return of_event(sentence, last)


def _transitive(sentence: Sentence, verb: re.Match[str], stop: int) -> bool:
    """`X reduced mortality (8% v 12%)`: the verb has an object, so the subject is the treatment, not the outcome."""
    rest = sentence.masked[verb.end() : stop]
    if verb[0].lower() in ("increased", "decreased", "improved", "reduced") and re.match(
        r"\s(?:significantly |more |less |markedly |slightly |by |from |to |in |with |over |at |"
        r"after |during |Ⓥ|and |\()",
        rest,
    ):
        return bool(
            re.match(r"\s(?:significantly |markedly |slightly )(?:the |mean |\w+ (?:rate|risk|score|of))", rest)
        )
    return bool(re.match(r"\s[a-z]", rest))


_PASSIVE = expression(
    r"^(?:was|were|is|are|has been|have been|had been|been)\s(?:\w+ly\s|also\s|not\s)*(?:\w+ed|found|"
    r"seen|shown|done|made|given)\b",
    re.I,
)


def _existential(sentence: Sentence, start: int, stop: int, keep_change: bool = False) -> str:
    """`There was a difference in X`, `there were fewer relapses in A (..)`."""
    rest = sentence.masked[start:stop]
    if re.search(r"\b(?:differences?|trend|improvement|reduction|increase|decrease|change)\b", rest):
        if (
            keep_change
            and re.search(r"\b(?:improvement|reduction|increase|decrease|change)", rest)
            and not re.search(r"\b(?:greater|larger|smaller|mean|average|median|difference)", rest)
        ):
            return ""
        size = re.search(r"\b(?:improvement|reduction|increase|decrease|change)\b", rest)
        found = about(sentence, start, stop)
        return f"{size[0]} in {found}" if found and size and keep_change else found
    return object_after(sentence, start, stop)


_AT_LEAST: Final = expression(r"\b(?:at least|more than) (?=Ⓥ)", re.IGNORECASE)
"""`the presence of at least one symptom`: a number in words that belongs to a name."""


def _named_so(sentence: Sentence, start: int, stop: int) -> str:
    """The masked words of an exposure, in which `at least one` stays words."""
    words = sentence.masked if _AT_LEAST.search(sentence.masked, start, stop) is None else sentence.once(spelled_out)
    return words[start:stop]


def exposure(sentence: Sentence, start: int, stop: int) -> str:
    """The subject of a clause as the thing compared by: a treatment, a risk factor, a group; empty when unclear."""
    place = subject_place(sentence, start, stop)
    if place is None:
        return ""
    text, masked = drop_brackets(sentence.text[slice(*place)], _named_so(sentence, *place))
    made = " ".join(LEAD.sub("", text).split()).strip(" ,;:.-•·")
    made = re.sub(r"^(?:a|an)\s", "", made, flags=re.IGNORECASE)
    made = re.sub(r"(?:\s(?:\w+ly|also|alone|both|all|each|still|again|therefore|thus))+$", "", made)
    short = len(made) == 2 and made.isupper() and made not in STATISTICS and written_out(made, sentence)
    if not (short or 2 < len(made) <= 90) or len(made.split()) > 12 or any(s in masked for s in "ⓋⓅⒸⓂⓇ"):
        return ""
    if re.match(
        r"^(?:the$|the following|several|many|multiple|various|"
        r"there|this|that|these|those|it|they|we|he|she|in|on|at|for|with|by|after|before|during|no|none|"
        r"neither|both|factors?|predictors?|variables?|significant|results?|analysis|multivaria\w+|"
        r"logistic|only|which|who)\b",
        made,
        re.IGNORECASE,
    ):
        return ""
    bare = _LIMIT.sub("", made)
    if re.search(r"\b(?:who|which|that|than|but|whereas|while|because|not)\b|[;:=<>%]", bare) or made.count(
        "("
    ) != made.count(")"):
        return ""
    return lower(made, sentence)


_EFFECT_ON: Final = expression(r"(?:the\s)?effects?\sof\s(?P<a>.{2,60}?)\son\s(?P<x>.{3,80})$", re.IGNORECASE)


def effect_on(sentence: Sentence, place: tuple[int, int]) -> tuple[str, str]:
    """`the effect of A on X`: what acted, and on what; empty where a place says no such thing."""
    match = _EFFECT_ON.match(sentence.masked[slice(*place)])
    if match is None:
        return "", ""
    acting = exposure(sentence, place[0] + match.start("a"), place[0] + match.end("a"))
    name = phrase(sentence, place[0] + match.start("x"), place[0] + match.end("x"))
    return (acting, name) if acting and name else ("", "")


_LIMIT = expression(r"(?<=\s)(?:[<>]\s?/?=?|≥|≤)\s?\d[\d.,]*\s?%?")
"""`age >65 years`: a limit in the name of an exposure."""


_ELSEWHERE = expression(
    r"^\s(?:in|on|at|from)\s(?:the\s|a\s)?(?!(?:[\w-]+\s){0,3}(?:groups?|arms?|patients|study|trial|"
    r"first|last|hours?|days?|weeks?|months?|years?)\b)[a-z]"
)
"""A place that belongs to the event: `recurrence in the pelvic wall` is no recurrence at large."""


def list_item(sentence: Sentence, start: int, stop: int) -> tuple[int, int] | None:
    """The last member of a list of outcomes with their figures: `vomiting (4% v 2%) and rash (`; None for the first."""
    text = sentence.masked[start:stop]
    close = max(text.rfind(")"), text.rfind("]"))
    opening = max(text.rfind("(", 0, max(close, 0)), text.rfind("[", 0, max(close, 0)))
    if close < 0 or opening < 0 or not re.search(r"[ⓋⓂⒸ]", text[opening:close]):
        return None
    begin = start + close + 1
    lead = re.match(r"^[\s,;]*(?:(?:and|or|but)\s)?", sentence.masked[begin:stop])
    place = (begin + (lead.end() if lead else 0), stop)
    return place if place[1] > place[0] else None


_RATE_HEAD = expression(
    r"\b(?:rates?|incidences?|prevalence|percentages?|proportions?|frequenc(?:y|ies)|risks?|mortality|"
    r"morbidity|survival|probabilit(?:y|ies)|number|scores?|"
    r"reductions?|increases?|changes?|decreases?|improvements?|levels?|compliance|adherence|"
    r"sensitivit(?:y|ies)|specificit(?:y|ies)|accuracy)\b",
    re.IGNORECASE,
)


_OCCURS = expression(
    r"(?<![\w-])(?:occurred|occurs|developed|arose|appeared|recurred|persisted|took place|prevailed|"
    r"observed|seen|found|noted|reported|present|detected|recorded|achieved|diagnosed|experienced|"
    r"identified|required|needed|performed|"
    r"obtained|documented|confirmed|common|frequent(?:ly)?|higher|lower|greater|less|more|fewer|"
    r"increased|decreased|reduced|similar|comparable|different|resulted|was|were|is|are|amounted|"
    r"averaged|had|reached|met|fulfilled|fell|rose|declined|dropped|affected|or\s\w{4,12}ed)\s?"
    r"(?:only\s|about\s|approximately\s|to\s|an average of\s|in\s|by\s|for\s|among\s|with\s|on\s|"
    r"the\s|of\s|at\s|just\s|also\s|a mean of\s|Ⓣ+\s|\(.{0,60}|[\[(])*$"
)


_CHANGED = expression(
    r"^(?:was|were)\s(?:\w+ly\s)?(?:reduced|decreased|lowered|increased|raised|elevated|improved|shortened|prolonged)"
    r"\s(?:with|by|in)\s",
    re.IGNORECASE,
)
"""`pain was reduced with A compared with B (MD ...)`: what changed is the outcome, whatever its name."""


def occurring(sentence: Sentence, found: str, start: int, first: int) -> str:
    """A share of people needs an outcome people have: `vomiting occurred in 44%`, not `delivery was delayed in 78%`."""
    if not found or _RATE_HEAD.search(found):
        return found
    verb = verb_in(sentence, start, first)
    if verb is None:
        return found
    middle = sentence.masked[verb.start() : first]
    passive = re.match(r"^(?:was|were)\s(\w+)\s(?:in|for|by|with|among|on)\s(?:only\s|the\s)?$", middle)
    if passive is not None and (noun := nominal.of(passive[1])):
        return f"{noun} {found}"
    head = subject(sentence, start, first)
    if (
        found == head
        and not _OCCURS.search(middle.rstrip(" (") + " ")
        and not re.search(r"\b(?:more|less) (?:common|frequent|often)|\b(?:higher|lower|greater)\b", middle)
        and not _CHANGED.match(middle)
    ):
        return ""
    return found
