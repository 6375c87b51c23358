"""Kinds of people that shut each other out: of one sex, age or stage, treated before or never, with a first child or a
later one; and what a text says of them."""

from __future__ import annotations

import re

from probatum.text.expressions import expression

_BORNE = expression(
    r"\b(?:multiparous|(?:had|have|having|who) (?:\w+ )?(?:given birth|borne (?:a )?child(?:ren)?) (?:before|already)"
    r"|(?:had|have) (?:already|previously) (?:given birth|had (?:a )?(?:baby|child|children))"
    r"|(?:second|later|previous|earlier) (?:birth|baby|child|delivery))\b",
    re.IGNORECASE,
)
_FIRST = (
    r"\b(?:primiparous|nulliparous|primigravid\w*|nulligravid\w*|primiparae?"
    r"|(?:never (?:\w+ )?given birth|first(?:-time mothers|[- ](?:birth|baby|child))))\b"
)
OPPOSITES = (
    ("adult", "child infant neonate newborn toddler pediatric adolescent"),
    ("child infant neonate newborn toddler pediatric", "adult elderly"),
    ("severe complicated", "mild uncomplicated moderate"),
    ("mild", "severe"),
    ("moderate", "severe mild"),
    ("newly naive untreated", "long-standing longstanding pretreated refractory"),
    ("longstanding refractory pretreated resistant relapsed failed", "newly naive untreated"),
    ("overt", "subclinical"),
    ("subclinical", "overt"),
    ("acute", "chronic"),
    ("chronic", "acute"),
    ("premenopausal", "postmenopausal"),
    ("postmenopausal", "premenopausal"),
    ("inpatient hospitalized", "outpatient ambulatory"),
    ("outpatient ambulatory", "inpatient hospitalized"),
    ("healthy", "patient"),
    ("man boy male", "woman girl female"),
    ("woman girl female pregnant", "man boy male"),
)
PAIRS = (
    (expression(r"\bhigh[- ](pressure|tension|risk|grade|dose|income)", re.I), r"\b(?:normal|low)[- ]{0}"),
    (expression(r"\bnormal[- ](pressure|tension)", re.I), r"\b(?:high|raised|elevated)[- ]{0}"),
    (expression(r"\blow[- ](risk|grade|income)", re.I), r"\bhigh[- ]{0}"),
    (
        expression(r"\bnormal ([\w ]{3,20}?) (?:levels?|status|concentrations?)", re.I),
        r"\bhypo(?:vitamin|kal|calc|natr|magnes|phosph)\w+|\blow {0}\b|{0}[- ](?:deficien|insufficien)\w+",
    ),
    (
        expression(
            r"\b(?:not yet (?:reached|been through|gone through)|had not (?:reached|been through)|before"
            r"|had yet to reach) (?:the"
            r" )?(?:menopause|change of life)",
            re.I,
        ),
        r"\bpost-?menopausal\b",
    ),
    (
        expression(r"\b(?:past|after|through|beyond) (?:the )?(?:menopause|change of life)", re.I),
        r"\bpre-?menopausal\b",
    ),
    (_BORNE, _FIRST),
    (expression(_FIRST, re.I), _BORNE.pattern),
    (expression(r"\btype[- ]1\b", re.I), r"\btype[- ](?:2|ii)\b"),
    (expression(r"\btype[- ]2\b", re.I), r"\btype[- ](?:1|i)\b"),
    (
        expression(r"\ball ethnic\w*|\bany (?:race|ethnic\w*)|\bevery ethnic\w*", re.I),
        r"\b(?:chinese|japanese|korean|asian|indian|iranian|african|caucasian|white|thai|turkish)\b",
    ),
    (
        expression(r"\bany (?:\w+ )?(?:mutation|genotype|variant|stage|type|subtype|severity)", re.I),
        r"\b(?:mutation|genotype|variant|stage|type|subtype|severity)\b",
    ),
)
NAIVE = expression(
    r"\b(?:never (?:had |been )?(?:received|taken|used|treated|tried|given|exposed)|never (?:had|been on) an?\b"
    r"|had not (?:yet )?(?:received"
    r"|taken|tried)|not (?:yet )?(?:received|taken)|no (?:previous|prior) (?:treatment|drug|therapy)"
    r"|[a-z]{3,20}[- ]na[i\u00ef]ve|untreated|newly diagnosed|first[- ]line|previously untreated)\b",
    re.IGNORECASE,
)
EXPERIENCED = expression(
    r"\b(?:inadequate(?:ly)? (?:response|controlled|responded)|inadequate responders?|despite (?:[\w-]+"
    r" ){0,3}(?:treatment"
    r"|therapy|optimi[sz]ed|use|medication|drops)|maintained on|(?:on|taking) (?:a )?stable|refractory"
    r"|previously treated|had failed|failed (?:other|previous|prior|drops"
    r"|treatment)"
    r"|already (?:failed|taken|tried|treated|receiv)\w*|long[- ]?standing|established|resistant to|uncontrolled "
    r"(?:on|with)|insufficiently controlled)\b",
    re.IGNORECASE,
)
NORMAL = expression(
    r"\bnormal (kidney|renal|liver|hepatic|heart|cardiac|lung|thyroid|vision|hearing|weight|blood pressure)\b",
    re.IGNORECASE,
)
AILING = (
    r"(?:{0}) (?:disease|impairment|failure|insufficiency|dysfunction)|impaired (?:{0})|(?:{0}) function "
    r"(?:impair|declin)"
)
ORGANS = {"kidney": "kidney|renal", "renal": "kidney|renal", "liver": "liver|hepatic", "hepatic": "liver|hepatic",
           "heart": "heart|cardiac", "cardiac": "heart|cardiac"}  # fmt: skip


_HANGING = expression(
    r"\b([a-z]{3,12})- ?(vs\.?|versus|and|or|to|and/or) ([a-z]{3,12})[- ]"
    r"(dose|risk|grade|income|pressure|intensity|tension)",
    re.IGNORECASE,
)
NON = expression(r"\bnon-?\s?(?P<what>[a-z]{5,20}(?: [a-z]{3,15})?)\b", re.IGNORECASE)
"""`Non-critical care wards`: who was not taken in."""
_INTENSIVE = expression(r"\bintensive care\b", re.IGNORECASE)
BIRTH = expression(
    r"\b(?:have|had|having|has|expect\w*|borne|with) (?:their|her|a|an) (?:(?:first|second|third|later|previous|earlier"
    r"|next) )?(?:baby|child|infant)\b",
    re.IGNORECASE,
)
"""What makes a mother: no child was studied."""


def apart(text: str) -> str:
    """`High- vs low-dose` with both told in full."""
    return _HANGING.sub(r"\1-\4 \2 \3-\4", text)


def named(text: str) -> str:
    """Places of care by one name."""
    return _INTENSIVE.sub("critical care", text)
