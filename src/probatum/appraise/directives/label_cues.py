"""Cues of labels: the words by which a sentence of a label warns, forbids, watches, stops, tells a dose or a harm."""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import caseless, expression

BOXED_LEAD = caseless(r"(?:boxed )?warnings?\s*:\s*")

CONTRA_LEAD = caseless(
    r"(?!to (?:prevent|treat|lower|reduce|relieve|control|induce)\b)"
    r"(?:(?:(?!\b(?:with|plus|together|in|during|after)\b)[^.]){0,80}?\b(?:is|are) )?contra-?indicated"
    r"(?:\s*:|\s+(?:in|for)\s+(?:the (?:treatment of|following)\b)?"
    r"|\s+(?=after|with|together|when|during|because|if)|\s+)"
)
"""What introduces a condition. `A with B is contraindicated in C` stays whole: only B and C together are barred."""

OTC_LEAD = caseless(
    r"(?:do not use|stop use(?: and ask a doctor)?|ask (?:a )?doctor(?: or pharmacist)?(?: before use)?"
    r"|when using this product)\s*(?=if\b|in\b|with\b|:|for\b|you\b)[:\s]*"
)

CAUTION_LEAD = caseless(
    r"[^.,;]{0,80}?\b(?:should be )?used (?:with (?:great |extreme |particular )?caution|cautiously) (?:in|by|during"
    r"|when)\s+|use (?:with )?caution(?:usly)? (?:in|when)\s+|caution (?:should be|is) (?:used|exercised|advised"
    r"|recommended) (?:in|when|with)\s+"
)

CAUTION = caseless(
    r"\b(?:caution\w*|avoid\w*|should (?:in general |generally |usually )?not|should be given only|must not|do not"
    r"|not recommended|(?:can|may|might|could) (?:\w+ ){0,2}(?:cause|worsen|increase|lead|result|produce|induce"
    r"|precipitate|exacerbate|occur|impair|mask|reduce|prolong|raise|exaggerate)|used with care|need a lower dose"
    r"|not (?:been )?studied|no antidote|ha(?:s|ve) been (?:reported|observed|associated)"
    r"|(?:increased|higher|greater|serious) risk|risk of|fatal\w*|life-threatening|serious|severe|death|occurred|worsen"
    r"|like other|signs? of (?:\w+ ){0,2}toxicity)\b"
)

GRAVE = caseless(
    r"\b(?:death|fatal\w*|mortality|life-threatening|cardiac arrest|anaphyla\w+|suicid\w+|hepatic failure"
    r"|liver failure|stevens|torsade\w*|arrhythmi\w+|haemorrhag\w+|hemorrhag\w+|seizures?)\b"
)

SERIOUS = caseless(
    r"\b(?:serious|severe|contra-?indicated|reserved|should not|must not|avoid\w*|not recommended|with caution"
    r"|do not)\b"
)

NO_LICENCE = caseless(
    r"\b(?:not|no longer) (?:licensed|authori[sz]ed|approved|indicated) (?:for|in) (?:children|infants|adolescents"
    r"|people|adults|women|men|patients|those)\b"
)
"""People for whom a label has ceased to hold."""

MONITOR = caseless(
    r"\b(?:monitor(?:ed|ing)?|(?:should|must) be (?:measured|checked|assessed|tested|performed|obtained|evaluated"
    r"|examined|determined)|(?:is|are) required before|obtain (?:a |an )?(?:baseline|ecg|liver|blood)"
    r"|perform (?:a |an |periodic|regular)"
    r"|periodic(?:ally)? (?:\w+ ){0,3}(?:tests?|monitor|assess|evaluat|check|blood)|check (?:serum|liver|blood|inr"
    r"|potassium)|baseline (?:ecg|liver|blood))\b"
)

ASIDE = caseless(r"(,? (?:with|under|but|and) [^.;,]{0,60}?\bmonitor(?:ing|ed)\b)")
"""Watching that is told beside what is given."""

MONITOR_LEAD = caseless(r"monitor(?:ing of)?\s+(?:for\s+)?|(?:obtain|perform|check|measure)\s+")

STOP = caseless(
    r"\b(?:discontinue[ds]?|discontinuation (?:of|is)|(?:should be|must be|should not be|reduced or) (?:continued"
    r"|stopped|interrupted|withdrawn|discontinued)|stop (?:use|using|taking|treatment|the)|withh[oe]ld|permanently)\b"
    r"(?! (?:due|because|for adverse))"
)

STOP_CONDITION = caseless(
    r"\b(?:if|when|unless|in (?:patients|people|case)|at the first|should|must|discontinue|stop|withh[oe]ld"
    r"|permanently)\b"
)

ANOTHER_STOPPED = caseless(
    r"(?:(?:^|[,;:] )(?P<first>[\w/ -]{3,40}?) (?:should|must|is to) be (?:stopped|discontinued|withdrawn)"
    r"|\b(?:stop|discontinue|withdraw) (?P<what>[\w/-]+(?: [\w/-]+){0,2}?))\b"
    r"(?:,? and|,? then|, with)\b[^.;]{0,60}?\b(?:start|begin|begun|initiat)\w*"
)
"""One medicine is stopped and another begun."""

GOES_OFF = caseless(r"\b(?:(?:is|are|be) (?:stopped|withheld|interrupted|discontinued)|stop|discontinue|withh[oe]ld)\b")

STATUS = caseless(
    r"\b(?:not (?:been )?approved|off-?label|approved only|only approved|unlicensed|not (?:authori[sz]ed|licensed)"
    r"|withdrawn from (?:the )?market|not (?:been )?indicated)\b"
)

INDICATED = caseless(
    r"\b(?:indicated|approved|licensed|authori[sz]ed|used) (?:for|in|to|as|only|with)\b|\bindicated\b|\btreatment of\b"
)

INDICATED_FOR = caseless(
    r"\bindicated (?:for|in|to)\s+(?:the (?:\w+ ){0,2}(?:treatment|management|relief|prevention|reduction) (?:of"
    r"|in)\s+)?(?P<what>[^.;]{3,200})"
)

EFFECT = caseless(
    r"\b(?:increas\w+|decreas\w+|lower\w*|rais\w+|reduc\w+|inhibit\w*|induc\w+|potentiat\w*|prolong\w*|avoid\w*"
    r"|contra-?indicated|not recommended|adjust\w*|titrat\w*|monitor\w*|alter\w*|change\w*|interact\w*|risk"
    r"|caution\w*|elevat\w+|enhanc\w+|antagoni\w+|(?:should|must) (?:not )?be|effect of|additive|exposure)\b"
)

MEETING = caseless(
    r"\b(?:caus\w+|weak(?:en\w*|er)|strong(?:er)?|strengthen\w*|fail\w*|harm\w*|fatal\w*|toxic\w*|(?:led|leads?) to"
    r"|block\w*|syndrome|severe|serious|life-threatening|not (?:be )?given|precautions?|need for|ineffective"
    r"|less effective|deepen\w*|adds? to|mask\w*|delay\w*|slows?|counteract\w*|exaggerat\w*|mislead\w*"
    r"|close supervision|more (?:sensitive|frequent)|harder to|interchangeable|needed in place)\b"
)
"""What comes of two medicines that meet, where no level is said to change: `can cause severe hypotension`."""

FIGURE = expression(r"\d+(?:\.\d+)?(?: ?%|-fold)")

TAKING = caseless(
    r"\b(?:with (?:food|meals|milk|water|an antacid)|antacid|empty stomach|at bedtime|swallow\w*|taken"
    r"|administer\w*|started? at|maximum|titrat\w*|starting dose|recommended dose|dose of|dose (?:should|may"
    r"|must)|doses (?:\w+ ){0,4}(?:should|may|must) be|needs may be (?:lower|higher)"
    r"|(?:dose|dosage|dosing) (?:adjustments?|reductions?)|(?:adjust|reduce|lower) the (?:dose|dosage))\b"
)

ADVERSE = caseless(
    r"\b(?:most (?:common|frequent)\w*|common (?:adverse|side)|occurred|reported|incidence|adverse (?:reactions"
    r"|events|effects)|discontinu\w+|stopped)\b"
)

SHOULD = caseless(r"\b(?:should|must) be (?!considered\b)|\banother \w+ (?:than [\w-]+ )?should be considered\b")
"""Advice in whatever words."""

ANIMAL = caseless(r"\b(?:rats?|mice|rabbits?|dogs|monkeys|animals?|pups)\b")

ADVISES = caseless(
    r"\b(?:should|must|avoid\w*|contra-?indicated|not recommended|do not|advise[ds]?|recommend\w*|caution\w*"
    r"|only (?:if|when)|adjust\w*|lower dose|not (?:been )?established)\b"
)

COMMON = caseless(r"\bmost (?:common|frequent)\w*|\bcommon (?:adverse|side)")

NOTHING = caseless(
    r"(?:none(?: known| reported)?|not applicable|(?:there are )?no (?:known )?contra-?indications?(?: known)?)\s*"
    r"(?:\(\d+\))?\.?\s*"
)
"""A section that says that it has nothing to say."""

LEANS = expression(
    r"(?:these|such|this|they|therefore|however|thus|it|its|their|those|the (?:results|proportions?|incidence"
    r"|type)|upon|in addition|moreover)\b",
    re.IGNORECASE,
)
"""Openings that lean on the sentence before: such a clause reads badly alone."""

NOT_FOR: Final = caseless(
    r"; (?:it|they) (?:is|are|should|does|do|must) (?:not|no longer) (?:be )?(?:for|used|recommended|treat\w*|given)\b"
)
"""`A is indicated for B; it is not for C`: of C the label keeps it away."""

NO_USE: Final = expression(
    r"^[^,;:]{0,80}\b(?:should|must|is|are) not (?:to )?be (?:used|given|taken)\b", re.IGNORECASE
)
