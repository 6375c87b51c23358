"""How a trial was conducted: how the allocation was concealed, and who did not know it (CONSORT 2010, items 9 and 11a,
doi:10.1136/bmj.c332)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.appraise.seen import Said, sourced
from probatum.model import SectionKind, SectionRole, Sourced
from probatum.text.expressions import caseless, expression

CONCEALED: Final = (
    caseless(
        r"\b(?:(?:sequentially|consecutively)[- ]numbered,? )?(?:(?:sealed|opaque|closed|identical|light-?proof|brown)"
        r"(?:,| and|, and)? ){1,4}(?:[\w-]+ ){0,2}envelopes?\b|\bsequentially[- ]numbered,? (?:[\w-]+,? ){0,4}"
        r"(?:envelopes?|containers?|bottles?|boxes|packages?|kits)\b"
    ),
    caseless(
        r"\b(?:central(?:ly|i[sz]ed)?|web|internet|computer|telephone|phone)[- ]?(?:based )?(?:(?:telephone|web"
        r"|computer|"
        r"internet|interactive|voice|response|24[- ]h(?:our)?)[- ](?:based )?){0,3}(?:randomi[sz]ation|allocation)"
        r"(?: (?:system|service|procedure|centre|center|process|office|facility|programme?|website))?\b"
        r"|\binteractive (?:voice|web|internet)(?:[-/ ]\w+){0,2}[- ]response(?: \w+)? (?:system|technology)"
        r"|\bcentrally (?:randomi[sz]ed|allocated|assigned)\b|\brandomi[sz]ed centrally\b"
        r"|\bremote (?:randomi[sz]ation|allocation)\b|\b(?:by|from) (?:the )?(?:hospital |central |study "
        r"|trial )?pharmacy\b"
        r"(?=[^.;]{0,80}(?:random|alloc))"
    ),
    caseless(
        r"\b(?:allocation|assignment|randomi[sz]ation|sequence|list)(?: \w+){0,3} (?:was|were|remained|is)"
        r"(?: \w+ly)? concealed\b(?: (?:from|by|in|until|using|through|with) [^.;,]{3,60})?"
        r"|\b(?:adequate(?:ly)? |with )?conceal(?:ed|ment of)(?: the)? (?:treatment |random )?(?:allocation|assignment"
        r"|randomi[sz]ation)\b|\ballocation concealment was (?:achieved|ensured|maintained|assured|guaranteed|done"
        r"|performed|by|kept)[^.;,]{0,80}"
    ),
)
NOT_SO: Final = caseless(
    r"\b(?:not (?:be )?(?:conceal|possible|used|adequate)\w*|no (?:allocation )?conceal\w*"
    r"|without (?:allocation )?conceal\w*"
    r"|lack of|limitation|unclear|inadequate\w*|risk of bias|unconcealed|(?:was|were) not|could not|cannot)\b"
)

WHO: Final = (
    ("participants", r"patients?|participants?|subjects?|volunteers?|women|men|children|parents|mothers|families"),
    (
        "care providers",
        r"clinicians?|physicians?|doctors?|nurses?|surgeons?|an(?:a)?esthesi(?:ologists?|sts?|etists?)|therapists?"
        r"|caregivers?|care[- ]?givers?|care providers?|providers?|clinical (?:staff|team)|medical staff|dentists?"
        r"|practitioners?|treating (?:staff|team)|hospital staff|operators?|pharmacists?|midwives|personnel|staff",
    ),
    ("investigators", r"investigators?|researchers?|research (?:staff|team|assistants?|nurses?)|study (?:staff|team)"),
    (
        "outcome assessors",
        r"(?:outcome |data |independent |clinical )?(?:assessors?|evaluators?|raters?|examiners?|observers?"
        r"|interviewers?"
        r"|adjudicators?|data collectors?|readers?)|(?:adjudication|end ?point) committee|radiologists?|pathologists?"
        r"|laboratory (?:staff|personnel|technicians?)|technicians?|sonographers?",
    ),
    ("analysts", r"(?:data )?analysts?|statisticians?|data managers?"),
)
"""Who may be blinded, in the order in which CONSORT names them, and the words for them."""
NAMED: Final = expression("|".join(rf"(?P<w{i}>\b(?:{words})\b)" for i, (_, words) in enumerate(WHO)), re.IGNORECASE)
UNAWARE: Final = (
    caseless(
        r"(?P<who>[^.;:()]{3,140}?) (?:was|were|are|is|will be|remained|being|kept|been)(?: (?:all|both|also"
        r"|kept|each|fully"
        r"|thus|therefore|completely|likewise))* (?:double[- ])?(?:blind(?:ed)?|masked|unaware|na[iï]ve"
        r"|ignorant)\b(?! (?:review"
        r"|assessment))"
    ),
    caseless(
        r"\bneither(?: the)? (?P<who>[^.;:()]{3,100}?) (?:knew|was aware|were aware|had knowledge|was informed)\b"
    ),
    caseless(
        r"\b(?:blind(?:ing)?|masking) of(?: the| all| both)? (?P<who>[^.;:()]{3,80}?)(?= (?:was|were|to|by|is"
        r"|with)\b|[.;,:()]|$)"
    ),
    caseless(r"\b(?:blinded|masked|unaware)(?: \w+){0,1} (?P<who>(?:[\w-]+ ){0,2}[\w-]+)"),
    caseless(r"\b(?P<who>[\w-]+(?: [\w-]+)?)[- ](?:blind(?:ed|ing)?|masked)\b"),
    caseless(r"\bdouble[- ](?:blind|mask)(?:ed)? \((?P<who>[^()]{3,120})\)"),
    caseless(
        r"\bby (?:an? |the |two |independent )*(?P<who>[^.;:,()]{3,60}?),? (?:who (?:was"
        r"|were) )?(?:blind(?:ed)?|masked|unaware)\b"
    ),
)
OPEN: Final = caseless(
    r"\b(?:not (?:be )?(?:blind|mask)\w*|un-?blinded|un-?masked|non-?blinded|open[- ]label|no blinding"
    r"|(?:cannot|could not)"
    r" be|impossible|not possible|not feasible|aware of)\b"
)
BESIDE: Final = (SectionRole.BACKGROUND, SectionRole.CONCLUSIONS)


def own(said: Said) -> Said:
    """Sentences that tell what was done: not the background, not the discussion."""
    return said.only(lambda s: s.role not in BESIDE)


def concealment(said: Said) -> Sourced | None:
    """How the next allocation was kept hidden, verbatim; None where the record does not say."""
    heard = list(
        own(said).having("conceal", "envelope", "sequentially", "central", "interactive", "web", "remote", "pharmacy")
    )
    for pattern in CONCEALED:
        for sentence, text in heard:
            match = pattern.search(text)
            if match and sentence.section.kind is not SectionKind.TITLE and not NOT_SO.search(text):
                return sourced(sentence, match)
    return None


def _subjects(text: str, match: re.Match[str]) -> Iterator[re.Match[str]]:
    """The people of a list; not those whom they care for or assess: `staff caring for patients` are staff."""
    start, end = match.span("who")
    first = 0 if start == match.start() else start  # `blinding of the statistician`: behind `of` stands who is blinded
    for name in NAMED.finditer(text, start, end):
        if not OBJECT.search(text, max(first, name.start() - 40), name.start()):
            yield name


OBJECT: Final = caseless(
    r"\b(?:of|for|to|with|from|treating|assessing|examining|interviewing|evaluating|informing)"
    r" (?:the |all |these |study |postoperative )*(?:[\w-]+ ){0,1}$"
)


def blinded(said: Said) -> tuple[Sourced, ...]:
    """Who did not know the allocation, each named once, in CONSORT's order; empty where the record does not say."""
    found: dict[int, Sourced] = {}
    for sentence, text in own(said).having("blind", "mask", "unaware", "neither", "naive", "naïve"):
        if OPEN.search(text):
            continue
        for pattern in UNAWARE:
            for match in pattern.finditer(text):
                for name in _subjects(text, match):
                    which = int((name.lastgroup or "w0")[1:])
                    found.setdefault(which, Sourced(WHO[which][0], sentence.span(*name.span())))
    return tuple(found[which] for which in sorted(found))
