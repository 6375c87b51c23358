"""Shares behind the members of a list: `the commonest events were itch (9%) and rash (8.5%)`, `cough (62%) was common`.

The word before the list says what its members are. Where that is a cause, a reason or a concern, the member alone would
say too little: `cost as a reason`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.appraise.findings import adjectival, build, clauses, outcome
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.model import Finding, Measure
from probatum.text.expressions import expression

_EVENTS: Final = (
    r"adverse (?:events?|effects?|reactions?)|side[- ]effects?|complications?|toxicit(?:y|ies)|AEs|TEAEs|symptoms?|"
    r"(?:clinical\s)?(?:findings?|features?|signs?|manifestations?)|comorbidit(?:y|ies)|co-?morbid conditions|"
    r"diagnos[ei]s|"
    r"infections?|abnormalit(?:y|ies)|injur(?:y|ies)|outcomes?|events?|disorders?|conditions?|diseases?|lesions?|"
    r"treatments?|medications?|drugs?|procedures?|interventions?|complaints?|presentations?|pathogens?|organisms?|isolates?|"
    r"(?:risk )?factors?|methods?|sites?"
)
_WHY: Final = r"causes?|reasons?|concerns?|indications?|mechanisms?|barriers?|sources?|motives?"
_HEAD: Final = expression(
    rf"(?P<noun>{_EVENTS}|{_WHY})(?:\s[\[(][A-Za-z]{{2,8}}[\])])?(?:\s(?:of|for|in|among|at|to|related to|reported|"
    rf"observed|"
    rf"associated with)\s[^ⓋⓅⒸⓂⓇ;:().]{{2,70}}?)?\s?(?:(?:was|were|are|is)\s(?:mainly\s|mostly\s)?|included?\s|"
    rf"including\s|such as\s|consisted of\s|:\s)(?:the\s)?$",
    re.IGNORECASE,
)
_HAD: Final = expression(
    rf"(?:{PEOPLE}|cases)\s(?:[^ⓋⓅⒸⓂⓇ;:(),.]{{2,40}}?\s)?(?:had|reported|developed|experienced|presented with|suffered "
    r"from|complained of|came to care for)\s(?:an?\s)?$",
    re.IGNORECASE,
)
_TAIL: Final = expression(
    rf"^\s(?:was|were|are|is)\s(?:(?:also|all|both|each|by far)\s)?(?:the\s(?:most\s\w+\s|main\s|leading\s|commonest\s|"
    rf"second\s\w+\s\w+\s)(?:\w+\s){{0,3}}?(?P<noun>{_EVENTS}|{_WHY})|(?:very\s|relatively\s|more\s|most\s)?(?:common|frequent|"
    rf"prevalent|rare|uncommon|infrequent)(?:ly)?(?:\s(?:observed|reported|seen|found|noted))?|observed|reported|seen|found|"
    rf"noted|detected|present|documented|recorded)(?=[\s,.;]|$)",
    re.IGNORECASE,
)
_GAP: Final = expression(
    r"^\s?[\])]?[,;]?\s(?:(?:and|or|followed by|then|as well as)\s)*(?:the\s|an?\s)?", re.IGNORECASE
)
_OPEN: Final = expression(r"\s[\[(]?\s?(?:[nN]\s?=\s?)?$")
_COMPARES: Final = expression(
    r"\b(?:versus|vs|than|compared|respectively|differ\w*|both groups|baseline|groups?|arms?|placebo|controls?)\b|"
    r"\sv\s",
    re.I,
)
_HARMS: Final = expression(r"adverse|side[- ]effect|complication|toxicit|AEs", re.IGNORECASE)


class Item(NamedTuple):
    """A member with its share."""

    place: Place
    value: Value


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of the members of lists; none of a sentence that compares."""
    free = [v for v in sentence.values if v.start not in used and v.percent and not v.spread]
    if not free or _COMPARES.search(sentence.masked):
        return []
    made: list[Finding] = []
    for run in _runs(sentence, free):
        made.extend(_list(sentence, run, used))
    for match in _FIRST.finditer(sentence.masked):
        item = Item(match.span("np"), sentence.value(match.start("v")))
        name = _called(sentence, item, match["noun"])
        if name and item.value.percent and item.value.start not in used:
            used.add(item.value.start)
            made.append(_finding(sentence, name, item.value, harm=_HARMS.search(match["noun"]) is not None))
    return made


_FIRST: Final = expression(
    rf"\b(?:most (?:common|frequent|prevalent|commonly \w+|frequently \w+)|commonest|predominant|leading|main)\s"
    rf"(?:[\w-]+\s){{0,3}}?"
    rf"(?P<noun>{_EVENTS}|{_WHY})(?:\s(?:of|for|in)\s[^ⓋⓅⒸⓂⓇ;:().,]{{2,50}}?)?\s(?:was|were)\s(?:the\s|an?\s)?"
    rf"(?P<np>[^ⓋⓅⒸⓂⓇ;:().,]{{3,60}}?),?\s(?:(?:reported|observed|seen|found|noted|occurring|present|identified)\s)?(?:in|by|"
    rf"affecting|accounting for)\s(?P<v>Ⓥ+)(?!\s(?:and|to)\sⓋ)",
    re.IGNORECASE,
)
"""`the commonest complaint was itch, in 40 children (52%)`."""


def _runs(sentence: Sentence, free: list[Value]) -> Iterator[list[Item]]:
    """Shares one behind the other, each right behind words of its own."""
    run: list[Item] = []
    for value in free:
        before = _OPEN.search(sentence.masked[: value.start])
        stop = before.start() if before else value.start
        start = run[-1].value.end if run else 0
        gap = _GAP.match(sentence.masked[start:stop]) if run else None
        words = sentence.masked[start + (gap.end() if gap else 0) : stop]
        if run and (gap is None or not words or re.search(r"[ⓋⓅⒸⓂⓇ;:.]", words) or outcome.has_verb(words)):
            yield run
            run, gap = [], None
        if before is None:
            if run:
                yield run
            run = []
            continue
        begin = start + gap.end() if run and gap else clauses.clause_start(sentence, value.start)
        run.append(Item((begin, stop), value))
    if run:
        yield run


def _list(sentence: Sentence, run: list[Item], used: set[int]) -> Iterator[Finding]:
    first, last = run[0], run[-1]
    lead = sentence.masked[first.place[0] : first.place[1]]
    opens = list(_LAST_WORD.finditer(lead))
    head = next(
        (m for o in reversed(opens) if (m := _HEAD.search(lead[: o.end()]) or _HAD.search(lead[: o.end()]))), None
    )
    noun, harm = "", False
    if head is not None:
        noun = head.groupdict().get("noun") or ""
        harm = _HARMS.search(noun) is not None
        run = [first._replace(place=(first.place[0] + head.end(), first.place[1])), *run[1:]]
    else:
        closing = re.match(r"[\])]?", sentence.masked[last.value.end :])
        tail = _TAIL.match(sentence.masked[last.value.end + (closing.end() if closing else 0) :])
        begin = clauses.skip_lead(sentence.masked, *first.place)
        if tail is None or outcome.has_verb(sentence.masked[begin : first.place[1]]):
            return
        noun = tail["noun"] or ""
        run = [first._replace(place=(begin, first.place[1])), *run[1:]]
    for item in run:
        name = _called(sentence, item, noun)
        if name and item.value.start not in used:
            used.add(item.value.start)
            yield _finding(sentence, name, item.value, harm=harm)


_LAST_WORD: Final = expression(
    r"(?:\b(?:was|were|are|is|mainly|mostly|included?|including|as|of|had|reported|developed|"
    r"experienced|with|from|for)\s(?:an?\s|the\s)?|:\s)",
    re.IGNORECASE,
)


def _called(sentence: Sentence, item: Item, noun: str) -> str:
    """The member as an outcome; `cost as a reason` where the list is one of reasons."""
    words = sentence.masked[slice(*item.place)]
    if "Ⓥ" in words or outcome.has_verb(words) or re.search(r"\s(?:with|who|which|that)\s|,", words):
        return ""
    name = outcome.phrase(sentence, *item.place)
    if not name or adjectival.ADJECTIVE.fullmatch(name.rpartition("/")[2]) or _PERSONAL.search(name):
        return ""
    if re.fullmatch(_WHY, noun, re.IGNORECASE):
        single = noun.lower().rstrip("s")
        return f"{name} as {'an' if single[0] in 'aeiou' else 'a'} {single}"
    return name


_PERSONAL: Final = expression(
    r"^[\"'“]|^(?:fe)?males?$|\b(?:women|men|boys|girls|age|sex|gender|race|ethnicity|white|black|hispanic|caucasian|asian|"
    r"married|years?|patients|participants|studies|trials)\b",
    re.IGNORECASE,
)
"""What people were, not what they had."""


def _finding(sentence: Sentence, name: str, value: Value, *, harm: bool) -> Finding:
    result = build.arm(sentence, "", value)
    clause = (clauses.clause_start(sentence, value.start), value.end)
    return build.finding(sentence, name, Measure.PERCENTAGE, arms=(result,), unit="%", clause=clause, harm=harm)
