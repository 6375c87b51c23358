"""Which sentences of a record report its own results, and which state its authors' conclusions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.model import Record, SectionKind, SectionRole, SourceSection
from probatum.text import sentences
from probatum.text.expressions import expression

_LABEL: Final = expression(r"^(?P<label>[A-Z][A-Za-z'/&,() -]{2,60}):$")
_ROLES: Final = (
    (
        SectionRole.CONCLUSIONS,
        expression(r"conclu|interpretation|implications|discussion|significance|relevance", re.I),
    ),
    (SectionRole.RESULTS, expression(r"result|finding|outcomes? (?:of|and)|data synthesis|evidence synthesis", re.I)),
    (SectionRole.OBJECTIVE, expression(r"objective|aim|purpose|question|hypothes", re.I)),
    (SectionRole.BACKGROUND, expression(r"background|introduction|context|importance|rationale", re.I)),
    (
        SectionRole.METHODS,
        expression(
            r"method|design|setting|patients|participants|subjects|intervention|measure|material|"
            r"population|selection|procedure|analysis|sources|extraction|exposure|registration|trial|"
            r"funding|sample|protocol|criteria",
            re.I,
        ),
    ),
)
_CONCLUDING: Final = expression(
    r"^(?:conclusions?\s(?=[A-Z])|in conclusion|in summary|we conclude|we suggest|it is concluded|to conclude|thus,|"
    r"therefore,|our (?:results|findings|data|study)\s(?:\w+\s){0,2}(?:suggest|indicate|show|support|"
    r"demonstrate|provide|confirm|do not support)|"
    r"these (?:results|findings|data|observations)\s(?:\w+\s){0,2}(?:suggest|indicate|show|support|"
    r"demonstrate|provide|confirm|imply|do not support)|this (?:study|trial|analysis|"
    r"review) (?:suggests|indicates|shows|supports|demonstrates|provides|confirms|found|has shown)|"
    r"the (?:present )?(?:results|findings|data)(?: of this study)? (?:suggest|indicate|support|"
    r"imply)|the authors conclude|overall, (?:these|our|the) (?:results|findings|data)|taken together|"
    r"(?:these|the) (?:results|findings) have)",
    re.IGNORECASE,
)
_METHOD: Final = expression(
    r"\b(?:(?:were|was) (?:randomly|randomi[sz]ed|assigned|allocated|recruited|enrolled|invited|"
    r"asked to|measured (?:by|with|using|at|before)|assessed (?:by|with|using|at|before|in)|"
    r"evaluated (?:by|with|using)|performed (?:using|by|with|to)|calculated|administered|"
    r"conducted|defined|analy[sz]ed (?:by|using|with)|determined (?:by|using)|collected|"
    r"obtained (?:from|by)|studied (?:by|using)|compared (?:using|by)|used to|carried out|designed|"
    r"followed(?: up)? (?:for|until))|we (?:randomly|randomi[sz]ed|assigned|enrolled|recruited|"
    r"measured|"
    r"assessed|evaluated|examined|investigated|performed|conducted|studied|calculated|designed|aimed|"
    r"sought|hypothesi[sz]ed|expected|used|reviewed|searched|tested|compared)|sample size|"
    r"statistical power|power of|power to|the (?:aim|purpose|objective(?! response)|goal)|"
    r"(?:primary|secondary|main) (?:\w+ )?(?:outcome|end ?point)s?(?: measures?)?(?: (?:was|were|"
    r"included))(?! (?:\w+ly )?(?:lower|higher|similar|comparable|better|worse|longer|shorter|greater|different|"
    r"more|less|fewer|"
    r"observed|seen|reported|found|detected|recorded|experienced|reached|met|achieved|improved|reduced|not|in \d|"
    r"\d))|inclusion criteria|exclusion criteria|randomi[sz]ed to (?:receive|one)|"
    r"randomly assigned|were expected|to determine (?:whether|if|the)|to (?:assess|evaluate|compare|"
    r"investigate|examine) (?:whether|if|the))\b",
    re.IGNORECASE,
)
_BACKGROUND: Final = expression(
    r"\b(?:et al\b|previous(?:ly)? (?:studies|reported|published|trials|work|research|observed)|"
    r"(?:earlier|prior|other|recent|several|published) (?:studies|trials|reports|work)|"
    r"has been (?:reported|shown|suggested|proposed|associated)|have been (?:reported|shown|suggested|"
    r"proposed)|"
    r"is (?:known|thought|believed|unclear|unknown|common)|little is known|remains (?:unclear|"
    r"controversial)|in the literature|historical(?:ly)?|power (?:of|to detect)|sample size|"
    r"hypothesi[sz]ed|we expected|would be expected|is needed|are needed|further (?:studies|research|"
    r"trials))\b",
    re.IGNORECASE,
)
_AT_ENTRY: Final = expression(
    r"\W*(?:there were no (?:significant )?differences in )?(?:the |patients?['’]? |baseline |clinical )*"
    r"(?:demographics?\b|comorbidit\w+|demographic (?:data|characteristics|features|variables)\b"
    r"|baseline (?:characteristics|demographics|data|variables)\b)"
    r"[^.;]{0,200}?\b(?:similar|comparable|balanced|alike|matched|differ\w*|between)\b",
    re.IGNORECASE,
)
"""What the groups were like when they came in: no result."""
_RESULT: Final = expression(
    r"\bp\s?[<=>≤]|\b(?:significant|significantly|differ(?:ed|ence|ences)?|compared with|versus|vs\.?|"
    r"higher|lower|increased|decreased|reduced|improved|greater|less|fewer|more|associated|correlated|"
    r"found|showed|observed|"
    r"occurred|developed|reported|odds ratio|relative risk|hazard ratio|confidence interval|median|"
    r"mean|similar|none|no)\b|\d\s?%|\bper ?cent\b",
    re.IGNORECASE,
)
_ADVERSE: Final = expression(
    r"adverse (?:reactions?|events?|effects?)|undesirable effects|"
    r"side effects",
    re.IGNORECASE,
)
_ADVERSE_CODES: Final = frozenset({"34084-4", "90374-0", "90375-7"})


_TO_A_MACHINE: Final = expression(
    r"\b(?:ignore|disregard|forget|override)\s(?:(?:all|any|of|the|your|these|every)\s){0,4}"
    r"(?:previous|prior|above|earlier|preceding|foregoing|system)\s(?:instructions?|prompts?|rules?|messages?|"
    r"context)\b|"
    r"\bsystem prompt\b|\b(?:you are|act as) (?:now )?an? (?:AI|assistant|chatbot|(?:large )?language model)\b",
    re.IGNORECASE,
)
"""Words that somebody put into a source to steer the program that reads it: no result and no conclusion of a study."""


class Line(NamedTuple):
    """A sentence with its role; offsets in the section."""

    section: SourceSection
    start: int
    end: int
    role: SectionRole
    sure: bool
    """True when a heading or label says the role; False when it was read from the words."""


@lru_cache(maxsize=64)
def lines(record: Record) -> tuple[Line, ...]:
    """All sentences of abstract, body and label sections, each with its role."""
    found: list[Line] = []
    for section in record.sections:
        if section.kind in (SectionKind.ABSTRACT, SectionKind.BODY, SectionKind.LABEL) and section.language in (
            "en",
            "eng",
            "",
        ):
            found.extend(_section(section))
    return tuple(found)


@lru_cache(maxsize=64)
def reporting(record: Record) -> tuple[Line, ...]:
    """The sentences whose figures are this record's own results."""
    return tuple(line for line in lines(record) if _reports(line))


def _section(section: SourceSection) -> list[Line]:
    role = _role_of(section)
    sure = role is not SectionRole.NONE
    made: list[Line] = []
    for start, end in sentences.split(section.text):
        label = _LABEL.match(section.text[start:end])
        if label is not None and len(label["label"].split()) <= 7:
            named = role_of_heading(label["label"])
            if named is not SectionRole.NONE or label["label"].isupper():
                role, sure = named, named is not SectionRole.NONE
            continue
        if not _TO_A_MACHINE.search(section.text, start, end):
            made.append(Line(section, start, end, role, sure))
    if section.kind is SectionKind.ABSTRACT and not any(line.sure for line in made):
        return _guess(made)
    return made


def _role_of(section: SourceSection) -> SectionRole:
    if section.kind is SectionKind.LABEL:
        adverse = section.code in _ADVERSE_CODES or _ADVERSE.search(section.heading)
        return SectionRole.RESULTS if adverse else SectionRole.NONE
    named = role_of_heading(section.heading) if section.heading else SectionRole.NONE
    if section.kind is SectionKind.ABSTRACT and named is SectionRole.RESULTS:
        return named
    return section.role if section.role is not SectionRole.NONE else named


def role_of_heading(heading: str) -> SectionRole:
    """The role a heading names; `METHODS AND RESULTS` counts as results, whose method sentences are left out later."""
    for role, pattern in _ROLES:
        if pattern.search(heading):
            return role
    return SectionRole.NONE


def _guess(made: list[Line]) -> list[Line]:
    """Roles of an unlabelled abstract: results after the methods, conclusions at the end or by their opening words."""
    out: list[Line] = []
    started = False
    for index, line in enumerate(made):
        text = line.section.text[line.start : line.end]
        last = index == len(made) - 1 and len(made) > 2
        if _CONCLUDING.match(text) or (last and not re.search(r"\d", text)):
            role = SectionRole.CONCLUSIONS
            started = True
        elif _BACKGROUND.search(text) and not re.search(r"\bp\s?[<=>]", text, re.I):
            role = SectionRole.BACKGROUND
        elif _METHOD.search(text) and not re.search(r"\bp\s?[<=>≤]\s?[\d.]|\bsignificant(?:ly)?\b", text, re.I):
            role = SectionRole.METHODS
        elif (
            started or index > 0 or len(made) < 3 or re.search(r"\bp\s?[<=>≤]\s?[\d.]", text, re.I)
        ) and _RESULT.search(text):
            role = SectionRole.RESULTS
            started = True
        else:
            role = SectionRole.RESULTS if started else SectionRole.BACKGROUND
        out.append(line._replace(role=role))
    return out


def _reports(line: Line) -> bool:
    if line.role is not SectionRole.RESULTS:
        return False
    text = line.section.text[line.start : line.end]
    if _BACKGROUND.search(text) or _AT_ENTRY.match(text):
        return False
    return not (
        _METHOD.search(text)
        and not re.search(
            r"\bp\s?[<=>≤]\s?[\d.]|\bCI\b|"
            r"confidence interval",
            text,
            re.I,
        )
    )


def concludes(line: Line) -> bool:
    """True for a sentence in which the authors conclude."""
    text = line.section.text[line.start : line.end]
    if line.section.kind is not SectionKind.ABSTRACT:
        return bool(_CONCLUDING.match(text)) and line.role is SectionRole.CONCLUSIONS
    return line.role is SectionRole.CONCLUSIONS
