"""Arms of a trial: name, drug, dose as printed, dose per day where it can be computed, people, control or not.

Read from the sentence that says who was allotted to what; else from the title's comparison. A list such as "placebo or
drug at 300 or 900 mg/day" gives three arms. Nothing is guessed: a figure the sentence lacks stays absent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from probatum.appraise import regimen
from probatum.appraise.numbers import NUMBER, whole
from probatum.appraise.reading import Sentence
from probatum.model import Arm, SectionKind, SectionRole
from probatum.text import doses
from probatum.text.doses import Dose
from probatum.text.expressions import expression

CONTROL = expression(
    r"\b(?:placebo|controls?|usual care|standard (?:care|treatment|therapy)|no (?:treatment|intervention|drug"
    r"|therapy)|sham|wait(?:ing)?[- ]list|saline|vehicle|dummy"
    r"|observation|untreated|attention control|routine care)\b",
    re.IGNORECASE,
)
IN_BRACKETS = expression(r"\((?:[\w ]{1,20} )?(?:controls?|placebo)(?: [\w ]{1,20})?\)", re.IGNORECASE)
"""`dextrose 6 g (control)`: a control that has a dose."""
ALLOTTED = expression(
    r"\b(?:randomi[sz]ed|randomly (?:assigned|allocated|divided)|randomi[sz]ation|assigned(?: at random"
    r"| randomly)?|allocated(?: at random| randomly)?|at random)\b"
    r"(?P<between>[^.;]{0,160}?)\b(?:to(?! (?:evaluat|compar|determin|assess|test|examin|study|investigat|see"
    r"|establish|identify|measure)\w*)(?: (?:receive|take|have|undergo|either|one of|treatment with|get"
    r"|be treated with|therapy with|a|the))*"
    r"|in(?:to| a \d(?::\d)+ ratio to)|between|into|receiv(?:e|ed|ing))\s*"
    r"\b(?:either |both |(?:one|1) of |(?:two|three|four|five|[2-6]) (?:\w+ )?(?:groups?|treatments?|drugs|arms?"
    r"|regimens?)\s*[:,(]?\s*)*",
    re.IGNORECASE,
)
RECEIVED = expression(
    r"\b(?:received|were given|was given|(?:was|were) treated with|took)\s+(?:either )?(?=[^.;]{2,160}?\b(?:or"
    r"|and)\b)",
    re.IGNORECASE,
)
GIVEN = expression(
    r"\b(?:received|were given|was given|took|were treated with|was treated with|treatment with|administration of"
    r"|administered)\s+(?:oral |either )?",
    re.IGNORECASE,
)
DRUG_NAME = expression(r"(?!doses?\b)[A-Za-z][\w-]{3,}(?: (?!doses?\b)[\w-]+){0,3}$")
NOT_AN_ARM = expression(
    r"\b(?:were|was|is|are|had|has|have|(?-i:who)|that|which|trial|study|studies|design|blind(?:ed)?"
    r"|cross-?over|phase"
    r"|patients|women|men|children|subjects|participants|received|underwent|took"
    r"|compared|significant\w*|respectively|differen\w+|evaluat\w+|compar\w+|whom|throughout|combined|consisting"
    r"|provision|providing|attendance|assessment by|p ?[<=]|after|before|during|mean|median|score|outcomes?"
    r"|days? of life|days? \+?\d+|randomi[sz]ation|titrat\w+ of|(?:January|February|March|April|June|July"
    r"|August|September|October|November|December)"
    r"|including|years|assessments?|follow-?up|i\.?e|e\.?g|(?:reduced|rich|low|high) in)\b|%|[±=<>]|\+/-|^\d+ of|"
    r"^(?:each|other|their|its"
    r"|these|those"
    r"|them|(?:two|three|four|[2-6]) [\w-]+(?: \w+)?|two|three|four|[2-6]|one|all|both|ratio|blocks?|centers?"
    r"|treatments?|groups?|sequences?|respective\w*"
    r"|treatment or control)$",
    re.IGNORECASE,
)
"""Words that no arm's name holds: a list in which one item has them is a sentence misread, and is dropped whole."""
END = expression(
    r"[.;](?:\s|$)|,? \(?(?:as (?:depicted|shown|described|illustrated)|administered|Fig(?:ure|\.) ?\d)"
    r"|,? (?:for|over|during|each for) (?![^.;,]{3,30}(?:every [\w ]{2,12})?,? (?:or|versus"
    r"|vs\.?) [^.;]{0,60}\d)"
    r"(?:up to |at least |an? )?(?:\d+|"
    + NUMBER
    + r"|a period|the)\b|,? (?:in an? (?:\d|double|single|open|random|cross|parallel|phase)|and (?:were "
    r"|was )?(?:followed|assessed|evaluated|then|observed|studied)|in addition|as (?:add-on|adjunct)"
    r"|followed by|(?:beginning|starting|commencing|initiated|started) (?:at|on|from|\d|"
    + NUMBER
    + r")|using|with reevaluation|in (?:\w+ ){0,2}(?:patients|people|women|men|children|adults|subjects)"
    r"|among|on the|because|to (?:determine|assess|evaluate)|each |stratified|before|after|until|according"
    r"|with (?:follow|cross|titration|the)|if |while |who |which "
    r"|at (?:baseline|entry)|within|by (?:a|the|computer|block|means))\b|: (?=[A-Z])",
    re.IGNORECASE,
)
SPLIT = expression(
    r"\s*(?:,|;)\s*(?:and|or|versus|vs\.?)?\s*(?:to\s+)?|\s+(?:or|versus|vs\.?|and|compared (?:with"
    r"|to))\s+(?:to\s+|with\s+)?",
    re.IGNORECASE,
)
SIZE = expression(
    rf"\(?\b(?:n|N) ?= ?(?P<n>{NUMBER})\)?|(?<![A-Za-z])\((?P<m>\d+)(?: (?:patients|participants|subjects|people"
    rf"|women|men|children))?\)"
)
TRIM = expression(
    r"^(?:[^()]{0,80}\beither|\d{1,3}-(?:day|week|month|hour) (?:\w+ ){0,2}(?:course|regimen|cycle) of"
    r"|both|the|an?|into|oral|intravenous|intramuscular|subcutaneous|(?:once|twice"
    r"|three times)[- ](?:daily|weekly"
    r"|a day)|(?:treatment|therapy) with|[a-f]\)|\(?IV\)|receive|to|with|of|at|group [A-Z0-9]:?|one of|alone|plus|and"
    r"|or)\s+|\s+(?:at|of|with|in|daily|alone|group|groups|arm|arms|therapy|treatment"
    r"|at an? (?:starting |initial |daily |single )?dos(?:ag)?e(?: of)?|a day|per day"
    r"|once|twice|for (?:a (?:total|period) of )?(?:\d+|one|two|three|four|six|eight|twelve) (?:days|weeks"
    r"|months|years)|only|up to|to a maximum of|titrated(?: up)?(?: to)?|increased(?: up)?(?: to)?)$",
    re.IGNORECASE,
)
LIST_START = expression(
    r"^(?:\d|once|twice|daily|weekly|three times|four times|for |at |every |b\.?i\.?d|t\.?i\.?d|orally|intraven"
    r"|a day|per day|then |increas|titrat|respectively)",
    re.IGNORECASE,
)
VERSUS = expression(
    r"(?P<a>[^:.?]{2,90}?)\s{1,4}+(?:versus|vs\.?|compared (?:with|to))\s{1,4}(?P<b>[^:.?]{2,90}?)(?=\s{1,4}(?:in|for"
    r"|on|as|to|among|during|after|at|by)\b|[:.?]|$)",
    re.IGNORECASE,
)
TITLE_LEAD = expression(
    r"^.*\b(?:comparison of|effects? of|effectiveness of|costs? of|comparing|efficacy of|trial of|study of"
    r"|comparing|evaluation of|safety of|tolerability of|use of)\s+",
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """One item of an arm list, with its offsets in the sentence."""

    start: int
    end: int


def find(sentences: Sequence[Sentence], *, uncontrolled: bool = False) -> tuple[Arm, ...]:
    """The arms, in the order of the sentence that lists them; empty when no sentence does.

    `uncontrolled` also takes the doses of one drug that everybody was given.
    """
    readable = [s for s in sentences if s.role not in (SectionRole.BACKGROUND, SectionRole.CONCLUSIONS)]
    best: tuple[Arm, ...] = ()
    for pattern in (ALLOTTED, RECEIVED):
        for sentence in readable:
            for match in pattern.finditer(sentence.text):
                arms = _listed(sentence, match.end())
                if pattern is RECEIVED and not any(a.control for a in arms):
                    continue
                if len(arms) > 1 and _quality(arms) > _quality(best):
                    best = arms
        if len(best) > 1:
            return best
    called = _called(readable)
    if called:
        return called
    alone = _given(readable) if uncontrolled else ()
    if alone:
        return alone
    for sentence in sentences:
        if sentence.section.kind is SectionKind.TITLE:
            arms = _versus(sentence)
            if arms:
                return arms
    for sentence in sentences:
        if sentence.role is SectionRole.OBJECTIVE and (arms := _compared(sentence)):
            return arms
    return _placebo(sentences)


CALLED = expression(
    r"\b(?P<g>(?:group|arm|cohort) (?:[A-D]|[1-4]|I{1,3}|IV))\b\s*(?:\((?P<inner>[^()]{0,60})\))?,?\s*"
    r"(?:\(?who )?(?:received|receiving|was given|were given|underwent|(?:was|were) treated with)\s+"
    r"(?P<what>[^.;(]{3,90}?)(?=\s?[,.;(]|\s(?:for|during|over|while|whereas|and (?:group|arm))\b|$)",
    re.IGNORECASE,
)
"""`Group 1 (n = 200) received the patch`: an arm called by a letter or a number, and what it was given."""


def _called(readable: Sequence[Sentence]) -> tuple[Arm, ...]:
    """The arms of a trial that calls them groups 1 and 2; empty unless at least two are told once each."""
    found: dict[str, Arm] = {}
    for sentence in readable:
        if sentence.role is SectionRole.RESULTS:
            continue
        for match in CALLED.finditer(sentence.text):
            key = match["g"].lower()
            if key in found:
                continue
            size = SIZE.search(f"({match['inner']})") if match["inner"] else None
            drug = _clean(match["what"])
            control = bool(CONTROL.search(drug))
            found[key] = Arm(
                name=match["g"],
                span=sentence.span(*match.span()),
                drug="" if control else drug,
                n=whole(size["n"] or size["m"]) if size else None,
                control=control and not re.search(r"\bplus\b|\band\b|\+", drug),
            )
    return tuple(found.values()) if 2 <= len(found) <= 6 else ()


def _given(readable: Sequence[Sentence]) -> tuple[Arm, ...]:
    """The doses of one drug that everybody took, where no sentence lists what people were allotted to."""
    for sentence in readable:
        if sentence.role is SectionRole.RESULTS:
            continue
        for match in GIVEN.finditer(sentence.text):
            arms: list[Arm] = []
            stop = END.search(sentence.text, match.end())
            end = min(stop.start() if stop else len(sentence.text), match.end() + 200)
            for piece in _merge(sentence.text, _pieces(sentence.text, match.end(), end)):
                arm = _arm(sentence, piece, arms)
                if arm is None or not arm.dose or not DRUG_NAME.match(arm.drug):
                    break
                arms.append(arm)
            if arms:
                return regimen.lasting(sentence.text, end, arms[:8])
    return ()


def _quality(arms: tuple[Arm, ...]) -> int:
    """More facts make a better list: doses, sizes, a control; too many arms or long names make a worse one."""
    if not arms:
        return 0
    facts = sum(2 * bool(a.dose) + 2 * bool(a.n) + 2 * a.control + 1 for a in arms)
    return facts - (6 if len(arms) > 6 else 0) - sum(3 for a in arms if len(a.name) > 60)


def _listed(sentence: Sentence, start: int) -> tuple[Arm, ...]:
    text = sentence.text
    end = next((m.start() for m in END.finditer(text, start) if not _in_brackets(text, start, m.start())), len(text))
    if end - start > 400:
        return ()
    pieces = _merge(text, _pieces(text, start, end))
    arms: list[Arm] = []
    for piece in pieces:
        arm = _arm(sentence, piece, arms)
        if arm is None:
            return ()
        arms.append(arm)
    return regimen.lasting(text, end, arms) if 2 <= len(arms) <= 8 else ()


def _in_brackets(text: str, start: int, at: int) -> bool:
    """Whether a place lies within brackets that are opened behind `start` and closed again."""
    return text.count("(", start, at) > text.count(")", start, at) and ")" in text[at:]


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    pieces, at, depth_text = [], start, text
    for cut in SPLIT.finditer(text, start, end):
        if depth_text.count("(", at, cut.start()) > depth_text.count(")", at, cut.start()):
            continue
        pieces.append(Piece(at, cut.start()))
        at = cut.end()
    pieces.append(Piece(at, end))
    return [p for p in pieces if text[p.start : p.end].strip()]


def _merge(text: str, pieces: list[Piece]) -> list[Piece]:
    """Join what belongs to the arm before it: its dose after a comma, its route, its frequency."""
    merged: list[Piece] = []
    for piece in pieces:
        words = text[piece.start : piece.end].strip()
        if merged and LIST_START.match(words):
            before = text[merged[-1].start : merged[-1].end]
            between = text[merged[-1].end : piece.start].strip(" ,;").lower()
            dose_after_dose = re.search(r"\d", words) and re.search(r"\d", before) and between in ("or", "and", "")
            if not (dose_after_dose and doses.read(words)):
                merged[-1] = Piece(merged[-1].start, piece.end)
                continue
        merged.append(piece)
    return merged


def _arm(sentence: Sentence, piece: Piece, before: list[Arm]) -> Arm | None:
    text = sentence.text
    start, end = _trimmed(text, piece.start, piece.end)
    words = text[start:end]
    size = SIZE.search(words)
    dose = next((d for d in doses.read(words) if _whole(d, words)), None)
    cuts = [m.start() for m in (size,) if m] + ([dose.start] if dose else [])
    name = _clean(words[: min(cuts, default=len(words))]) or _clean(_without(words, size, dose))
    if len(name) > 80 or (not name and not dose) or NOT_AN_ARM.search(name):
        return None
    control = bool(CONTROL.search(words)) and (not dose or bool(IN_BRACKETS.search(words)))
    drug = "" if control else name
    if not name and dose:
        drug = next((a.drug for a in reversed(before) if a.drug), "")
        name = dose.text.strip(" ,")
    number = whole(size["n"] or size["m"]) if size else None
    return Arm(
        name=name,
        span=sentence.span(start, end),
        drug=drug,
        dose=dose.text.strip(" ,") if dose else "",
        dose_per_day=per_day(dose),
        n=number,
        control=control,
        salt=regimen.salt(drug),
        route=regimen.route(words, dose),
        frequency=regimen.frequency(dose),
    )


def _whole(dose: Dose, words: str) -> bool:
    """False for a dose without its unit (`200, 400 or 800 mg`) or with half of it (`200 mg/m(2)`)."""
    return words[dose.end : dose.end + 1] != "/" and any(letter.isalpha() or letter == "%" for letter in dose.text)


def _without(words: str, size: re.Match[str] | None, dose: Dose | None) -> str:
    spans = sorted([*([size.span()] if size else []), *([(dose.start, dose.end)] if dose else [])], reverse=True)
    for start, end in spans:
        words = words[:start] + " " + words[end:]
    return words


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:(":
        start += 1
    while end > start and text[end - 1] in " ,;:":
        end -= 1
    return start, end


def _clean(words: str) -> str:
    words = _closed(words)
    while True:
        shorter = _closed(TRIM.sub("", words))
        if shorter == words:
            return words
        words = shorter


def _closed(words: str) -> str:
    """Without blanks and commas around it, and without brackets that open or close nothing."""
    words = words.strip(" ,;:")
    if words.count("(") > words.count(")"):
        words = words[: words.rindex("(")]
    if words.count(")") > words.count("("):
        words = words[words.index(")") + 1 :]
    return words.strip(" ,;:")


def _versus(sentence: Sentence) -> tuple[Arm, ...]:
    match = VERSUS.search(sentence.text)
    if match is None:
        return ()
    lead = TITLE_LEAD.match(match["a"])
    start = match.start("a") + (lead.end() if lead else 0)
    first = _arm(sentence, Piece(start, match.end("a")), [])
    second = _arm(sentence, Piece(*match.span("b")), [])
    if first is None or second is None or not first.name or not second.name:
        return ()
    if max(len(first.name.split()), len(second.name.split())) > 6:
        return ()
    return (first, second)


COMPARED = expression(
    r"\b(?:to compare|comparing|comparison of)\s(?P<a>[^:.;?]{2,70}?)\s(?:with|to|versus|vs\.?|and)\s"
    r"(?P<b>[^:.;?]{2,70}?)"
    r"(?=\s(?:in|for|on|as|to|among|during|after|at|by)\s|[:.;?]|$)",
    re.IGNORECASE,
)


def _compared(sentence: Sentence) -> tuple[Arm, ...]:
    """`To compare oral A 400 mg with intramuscular B 10 IU`, an aim that gives each its dose, as the two arms."""
    match = COMPARED.search(sentence.text)
    if match is None:
        return ()
    first = _arm(sentence, Piece(*match.span("a")), [])
    second = _arm(sentence, Piece(*match.span("b")), [])
    if first is None or second is None or not (first.dose and second.dose and first.drug and second.drug):
        return ()
    return (first, second) if max(len(first.name.split()), len(second.name.split())) <= 4 else ()


def _placebo(sentences: Sequence[Sentence]) -> tuple[Arm, ...]:
    """A placebo arm alone, when the design names one and no sentence lists the arms."""
    for sentence in sentences:
        match = re.search(r"\bplacebo\b(?!\)? (?:effects?|responses?|responders?))", sentence.text, re.IGNORECASE)
        if match and sentence.role is not SectionRole.BACKGROUND:
            return (Arm(name="placebo", span=sentence.span(match.start(), match.end()), control=True),)
    return ()


def per_day(dose: Dose | None) -> str:
    """The daily dose, `150 mg twice daily` -> `300 mg/day`; empty unless the source gives both dose and frequency.

    A range, a dose by weight or surface, and doses less often than daily are not converted.
    """
    if dose is None or dose.high is not None or dose.varies or dose.per_kg or dose.per_m2 or dose.daily_total is None:
        return ""
    if dose.frequency_per_day is None or dose.frequency_per_day < 1:
        return ""
    return f"{dose.daily_total:g} {dose.unit}/day"
