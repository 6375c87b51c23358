"""Matters: what a part of a question wants to know, where the words that ask for it and those that tell it differ.

Whoever asks for `signs of toxicity` or whether something `lasts once it is stopped` names nothing that a sentence on
`after treatment had ended` would share with it. Each matter says how it is asked for and how it is told; by words
that belong to no illness and to no medicine.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.text.expressions import caseless


class Matter(NamedTuple):
    """How something is asked for, and how it is told."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


COURSE: Final = Matter(
    caseless(
        r"\bhow long\b(?![^?]*\b(?:take|work|live|survive|last|until|till|before)\b)"
        r"|\bwhen\b[^?]{0,30}\b(?:stop|come off)"
        r"|\bhow many (?:days|weeks|months)\b"
    ),
    caseless(
        r"\b(?:for|up to|no longer than|at least|limited to) "
        r"(?:(?:up to|at least|about|the first|a (?:total|maximum) of) )?"
        r"\d+(?:\.\d+)?(?:[ -](?:to|or|and)[ -]\d+)?[ -]?(?:days?|weeks?|months?|years?)\b"
        r"|\b\d+[ -](?:day|week|month|year)s? (?:course|of treatment)|\bcourses? of \d+|\blifelong|\bindefinite\w*"
        r"|\bshortest (?:time|duration|period)|\breassess\w*\b[^.;]{0,30}\bevery\b"
        r"|\bstop\w*\b[^.;]{0,40}\bafter \d|\bas short as possible\b"
    ),
)
"""How long something is given."""
LEFT_ON: Final = Matter(
    caseless(
        r"\bhow (?:long|soon)\b[^?]*\b(?:stays?|left|leave|kept?|remains?|worn|wear) (?:\w+ )?on\b"
        r"|\bhow long\b[^?]*\bbefore (?:washing|rinsing|removing)"
    ),
    caseless(r"\b(?:washed|rinsed|left|removed|taken off|worn)\b[^.;]{0,30}\b(?:after|for|within)\b[^.;]{0,12}\d"),
)
"""How long something stays on the skin."""
INSTEAD: Final = Matter(
    caseless(
        r"\b(?:given|used?|taken?|offered|prescribed?|suitable|try|do)\b[^?]{0,25}\binstead\b|\binstead\b\W*$"
        r"|\bwhat (?:are|is) the alternatives?\b|\bany alternatives?\b"
    ),
    caseless(
        r"\banother [\w-]+(?: [\w-]+){0,2} (?:should|may|can|is)\b|\balternativ\w+\b|\binstead\b|\bother (?:\w+ )?"
        r"(?:drugs?|medicines?|treatments?) (?:should|may|can)\b"
    ),
)
"""What is taken in the place of what cannot be."""
LATE: Final = Matter(
    caseless(r"\b(?:too|this|so|that) late\b|\bstill (?:worth|make sense|in time|any (?:use|good))"),
    caseless(
        r"\b(?:begun|began|start\w*|treated|given)\b[^.;]{0,30}\b(?:within|more than|later than|beyond|up to|after)\b"
        r"[^.;]{0,12}\d[^.;]{0,8}\b(?:minutes|hours?|days?)\b"
    ),
)
"""Whether it is still of use at a late time."""
MIX: Final = Matter(
    caseless(r"\b(?:this|that|the) (?:mix|mixture|combination)\b|\bthese (?:two|drugs|medicines|tablets)\b"),
    caseless(r"\w"),
)
"""What two medicines do together, which a sentence tells that names both."""
REFERRED: Final = Matter(
    caseless(
        r"\b(?:when|who|which|does|do|should|need\w*)\b[^?]{0,50}\b(?:refer(?:red|ral)?|admit(?:ted)?|admission"
        r"|be seen in hospital|go to (?:the )?hospital|sent? (?:in|to hospital))\b"
    ),
    caseless(r"\b(?:refer(?:red|ral|s)?|admission|admitted|(?:to|in) hospital|emergency (?:department|care))\b"),
)
"""Who is sent on, and when."""
LASTS: Final = Matter(
    caseless(
        r"\b(?:lasts?|lasting|persists?|continues?|holds?|kept|keeps?|remains?|wears? off|comes? back|returns?"
        r"|protect\w*|go(?:es)? on)\b[^?]{0,40}\b(?:after|once|when|if|without)\b[^?]{0,30}"
        r"\b(?:stop\w*|end\w*|finish\w*|off|withdr\w+|discontinu\w+|over)\b"
        r"|\bwhat happens (?:after|once|when|if)\b[^?]{0,30}\b(?:stop\w*|end\w*|finish\w*|comes? off)\b"
        r"|\b(?:does|do|will|would|how long)\b[^?]{0,30}\b(?:benefits?|effects?|protection|relief|gain|improvement)"
        r"\b[^?]{0,12}\blast\b"
    ),
    caseless(
        r"\b(?:after|once|when)\b[^.;]{0,40}"
        r"\b(?:end(?:ed|s)?|stop\w*|discontinu\w+|cessation|withdr\w+|finish\w*)\b"
        r"|\bafter (?:the )?end of\b|\b(?:lasted|lasting|to last|persist\w*|was (?:not )?(?:kept|lost))\b"
        r"|\b(?:short|long)(?:er)?[- ]term\b"
    ),
)
"""Whether what was gained is kept when the treatment ends."""
MATTERS: Final = (
    REFERRED,
    LASTS,
    # What too much of it looks like.
    Matter(
        caseless(
            r"\b(?:signs?|symptoms?|features?|clues?|evidence) of (?:\w+ )?(?:toxic\w*|overdose|poisoning|too much)\b"
            r"|\btoxic(?:ity)?\b|\btoo much (?:of it )?in (?:the|her|his|my) (?:body|blood|system)\b"
        ),
        caseless(
            r"\b(?:signs?|symptoms?|indicat\w+|manifest\w+|features?)\b[^.;]{0,30}\b(?:toxic\w*|overdos\w+|poisoning)\b"
            r"|\btoxic\w*\b[^.;]{0,30}\b(?:signs?|symptoms?|includ\w+|are|may be)\b"
        ),
    ),
    # Whether and when it is given again.
    Matter(
        caseless(
            r"\b(?:second|third) (?:time|treatment|dose|course|application|round|go)\b|\brepeat(?:ed|ing|s)?\b"
            r"|\bre-?treat\w*|\b(?:give|use|apply|treat|do|put)\w*\b[^?]{0,20}\bagain\b"
            r"|\banother (?:dose|course|round|application)\b"
            r"|\bif\b[^?]{0,30}\b(?:comes? back|returns?|recurs?|is(?: still)? (?:not|no) (?:gone|better))\b"
            r"(?! (?:as )?(?:(?:ab)?normal|negative|positive|high|low|raised))"
        ),
        caseless(
            r"\b(?:second|another|further) (?:treatment|dose|course|application)s?\b|\brepeat(?:ed|ing|s)?\b"
            r"|\bre-?treat\w*|\bgiven again\b|\bonce only\b|\bsingle (?:dose|treatment)\b"
            r"|\btwice\b(?! (?:a |daily|weekly|as))"
        ),
    ),
    # What follows a result that does not show what was looked for.
    Matter(
        caseless(
            r"\b(?:comes?|came|coming|is|are|turns?) (?:back |out )?(?:as )?(?:normal|negative|low|unremarkable)\b"
        ),
        caseless(
            r"\b(?:below|normal|negative|less than|not raised)\b[^.]{0,80}"
            r"\b(?:again|repeat\w*|rul\w+ out|exclud\w+|not)\b"
            r"|\bmeasured again\b|\bshould be repeated\b"
        ),
    ),
    Matter(
        caseless(r"\b(?:comes?|came|coming|turns?) (?:back |out )?(?:as )?(?:high|raised|positive|abnormal|above)\b"),
        caseless(r"\b(?:above|over|more than|or more|positive|raised|high(?:er)?)\b[^.]{0,120}\bshould\b"),
    ),
    INSTEAD,
    LEFT_ON,
    # What somebody should look out for, or tell of.
    Matter(
        caseless(
            r"\b(?:which|what) (?:\w+ )?(?:signs?|symptoms?)\b|\b(?:look|watch) out for\b"
            r"|\bwhat should (?:i|he|she|they|we) (?:report|look for)\b"
        ),
        caseless(
            r"\b(?:may be|are|told the|for|early|first) (?:signs?|symptoms?)\b|\b(?:signs?|symptoms?) of\b"
            r"|\bshould (?:be )?report(?:ed)?\b|\btold to (?:report|seek)\b|\bseek (?:medical )?(?:help|advice|care)\b"
            r"|\bmonitored for\b"
        ),
    ),
    # What is measured or put right before or during it.
    Matter(
        caseless(r"\b(?:which|what) (?:blood )?(?:electrolytes?|bloods|tests?|labs?)\b"),
        caseless(
            r"\b(?:should|must|need to) be (?:\w+ )?(?:measured|checked|monitored|corrected|tested|assessed|obtained)\b"
            r"|\bmonitoring of\b"
        ),
    ),
    LATE,
    # How often it comes again.
    Matter(
        caseless(
            r"\bhow (?:often|many|likely|commonly)\b[^?]{0,30}\b(?:com(?:e|es|ing)|came|gets?) (?:it )?(?:back|again)\b"
            r"|\bhow often\b[^?]{0,20}\b(?:recur\w*|relaps\w*|return\w*)\b"
        ),
        caseless(r"\b(?:recur\w*|relaps\w*|com(?:es?|ing) back|came back|return\w*)\b[^.;]{0,60}\d"),
    ),
    MIX,
)
"""Each matter, in the order in which they are looked for."""
HAPPENED: Final = Matter(
    caseless(
        r"\bwhat (?:has )?happen(?:ed|s) (?:to|in|when|with)\b|\bhow (?:did|have) (?:they|those|these|such|the) \w+"
        r"|\bwhat (?:did|do|have) (?:the )?(?:trials?|stud(?:y|ies)) \w+"
    ),
    caseless(
        r"\b(?:occurred|died|deaths?|were|was|had|stopped|more|fewer|raised|higher|lower\w*|increased|reduced"
        r"|did not)\b"
    ),
)
"""What befell people who were given it, which studies of just such people tell."""
LENGTH: Final = caseless(r"^\W*(?:and |for )*how many (?:days|weeks|months)(?: (?:of it|in all|treatment|for))?\W*$")
"""A course is asked for and nothing else is named: another composer tells it (`labels.course_length`)."""
DOSE: Final = caseless(r"\bdos(?:e|es|age|ing)\b")
CHANGED: Final = caseless(
    r"\b(?:lower\w*|reduc\w+|halv\w+|half|third|quarter|increas\w+|rais\w+|adjust\w*|at most|exceed|not more than)\b"
)
"""How a dose is changed that is given already."""


def of(clause: str) -> Matter | None:
    """What a clause wants to know, where it is one of the matters."""
    return next((matter for matter in (*MATTERS, HAPPENED) if matter.asked.search(clause)), None)
