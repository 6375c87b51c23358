"""Sides of labels: what is asked of a medicine that its label or a guideline tells in a sentence of its own.

Whoever asks whether to drive on a medicine, what level is aimed for, or what it is contraindicated in, does not ask
what trials found it to do. Each side says how it is asked for and how it is told, by words that belong to no medicine
and to no illness.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.labels import pharmacy_sides
from probatum.apply.labels.side import Side
from probatum.apply.quoted.matters import COURSE
from probatum.model import DirectiveAction
from probatum.text import fathers
from probatum.text.expressions import caseless
from probatum.text.operations import OPERATION

EFFECT: Final = (
    r"(?:helps?|helping|works?|working|effective\w*|lowers?|reduces?|improves?|controls?|treats?|prevents?|relieves?"
    r"|eases?|causes?|raises?|increases?|better|best|safe(?:ty)?|risks?|harm(?:s|ful)?|benefits?)"
)
"""Words of an effect, wished for or not."""
_TESTS: Final = (
    r"bloods?|blood (?:tests?|counts?)|fbc|cbc|inr|lfts?|liver (?:tests?|enzymes|function)|u&es?|levels?|potassium"
    r"|tsh|ecgs?|kidney function|egfr|hba1c|glucose|weight|blood pressure|tests?"
)
_NERVES: Final = (
    r"\b(?:epidurals?|spinal (?:an\w+|blocks?|punctures?|taps?|injections?)|(?:lumbar|spinal) punctures?|neuraxial)\b"
)
_HELD: Final = (
    r"\b(?:hold|held|holding|stop\w*|withh\w+|interrupt\w*|paus\w+|omit\w*|discontinu\w+|re-?start\w*|resum\w+|bridg\w+"
    r"|before|prior|when|how (?:long|many)|ok(?:ay)?|safe|allowed|can|may|must|should|having|due|miss|skip|carry on"
    r"|continue\w*|tomorrow|today|next week|listed|going for)\b"
)
_ON_IT: Final = (
    rf"(?<!after )(?<!post )(?<!post-)(?<!following )\b{OPERATION}(?: \w+)?,? on "
    r"(?!the\b|my\b|his\b|her\b|an?\b|day\b)[a-z]"
    rf"|\bon [a-z]+[^.;?]{{0,25}}, ?(?:(?:for|needs?|an?) )*(?:\w+ )?{OPERATION}\b"
)
"""A note of an operation and of what is taken, and of nothing else: `hip replacement, on A`."""
_CALL: Final = (
    r"(?:call|ring|phon|dial|seek|summon|go to|goes to|going to|get|getting|send|sending|ask)(?:l?ing|ed|e|s)?\b"
)
_HELP: Final = (
    r"(?:999|911|112|000|111|emergency (?:\w+ )?(?:services?|care|help|number|department|room|team)|ambulances?"
    r"|paramedics?|(?:medical|urgent) (?:help|care|advice|attention)|a ?& ?e|casualty|hospital)(?!\w)"
)
_WATCH: Final = (
    r"(?:observ(?:e|ed|ing|ations?)|obs|monitor(?:ed|ing)?|watch(?:ed|ing)?|look(?:ing)? (?:out )?for|keep an eye"
    r"|check(?:ed|ing)? for|vital signs|vitals)"
)
_GIVEN: Final = (
    r"giv(?:en|ing)|dos(?:e|es|ing)|administ\w+|injecti(?:on|ng)|infusion|spray\w*|nebuli\w+|jab|it|tak(?:en|ing)"
)
MANNER_WORDS: Final = (
    r"\b(?:food|meals?|breakfast|empty stomach|milk|mornings?|evenings?|bedtime|going to bed|upright|glass of"
    r"|plain water|plenty of (?:fluids?|water)|sitting|swallowed|chewed|crushed|massaged|rubbed|washed off|rinsed"
    r"|put on the|applied (?:to|on)|inhaled|under the (?:skin|tongue)|into the (?:nose|eye|ear)"
    r"|rotat\w+ sites|same time)\b"
)
"""Words of the manner in which something is taken or put on."""
MANNER: Final = caseless(MANNER_WORDS)
_SOME: Final = (
    r"(?:infants?|child(?:ren)?|newborns?|neonat\w+|filtration|egfr|creatinine|impairment|dialysis|maximum|severe"
    r"|older)"
)
"""Words of a dose that is for some people alone."""
_FOR_ALL: Final = r"^(?!.*\b(?:contraindicated|not suitable|missed|not get (?:in|on)to)\b).*?"
"""That a sentence does not say who must not have it (`cannot sit upright`), nor what is done after a slip: that tells
nobody how it is taken."""
_ON_COURSE: Final = r"^(?!.*\bworsens? (?:on|despite|after)\b).*?"
"""That the days of a sentence are not those after which a treatment is found not to have helped."""
SIDES: Final = (
    Side(
        "the level that is aimed for",  # of a medicine, of what is measured
        caseless(
            r"\btargets?\b(?! (?:dos|therap|organ|vessel|lesion|tremor))|\baim(?:ing|ed|s)? (?:for|at|to)\b"
            r"|\btreat(?:ing|ed)?[ -]to[ -](?!\w+ (?:for|with))"
            r"|\b(?:therapeutic|maintenance|desired|recommended|right|ideal|safe) (?:\w+ )?(?:range|level|window|inr)\b"
            r"|\b(?:what|which) (?:\w+ ){0,2}(?:levels?|range|inr|urate|uric acid|bp|blood pressure|hba1c|ldl)\b"
            r"[^?]{0,30}\b(?:aim|target|keep|treat|reach|want)\w*"
        ),
        caseless(
            r"\b(?:target\w*|aim\w*|range|goal|levels?|desirable|kept|maintain\w*|adjusted to|treat\w* to)\b"
            r"[^.]{0,90}\d"
            r"|\d[^.]{0,60}\b(?:target\w*|aim\w*|range|goal)\b"
        ),
        best=caseless(
            r"\b(?:target|aim(?:s|ed|ing)?|desirable|goal|therapeutic range)\b[^.;]{0,60}\d"
            r"|\d[^.;]{0,40}\b(?:target|goal)\b"
        ),
        studies=True,
        free=True,
        unless=caseless(
            r"\bwhat (?:does|do|did) [\w -]{3,40} (?:target|aim at)\W*$"
            r"|^\W*(?:does|do|did|can|could) [\w -]{3,60}? (?:target|aim at) (?!level|of \d|\d)\w"
            r"|\b(?:an?|the|as|potential|therapeutic|drug) targets? (?:of|for|in) (?!\d)"
        ),
    ),
    Side(
        "operations and procedures",
        caseless(rf"\b{OPERATION}\b"),
        caseless(rf"\b{OPERATION}\b"),
        best=caseless(
            r"\b(?:stopped|interrupted|withheld|held|omitted|continu(?:ed|ing)|restarted|started again|resumed"
            r"|not be (?:started|given|used)|stopping"
            r"|neuraxial|spinal|epidural|puncture)\b"
        ),
        besides=caseless(rf"{_HELD}|{_NERVES}|{_ON_IT}"),
        ends=caseless(
            rf"\b(?:stopped|interrupted|withheld|held|omitted)\b[^.;]{{0,60}}\b{OPERATION}"
            rf"|\b{OPERATION}[^.;]{{0,40}}\b(?:stopped|interrupted|withheld|held|omitted)\b"
            rf"|\b{OPERATION}[^.;]{{0,80}}\bcontinu(?:ed|ing)\b|\bcontinu(?:ed|ing)\b[^.;]{{0,60}}\b{OPERATION}"
        ),
        # An operation in whose place something is given is a choice, and none that is ahead.
        unless=caseless(rf"\b(?:rather than|instead of|in place of|versus|vs\.?) (?:an? |the |having )*{OPERATION}\b"),
    ),
    Side(
        "when help is called for",
        caseless(
            rf"\b(?:when|before|until|how (?:many|long|often)|at what point)\b[^?]{{0,60}}\b{_CALL}"
            rf"[^?]{{0,30}}\b{_HELP}"
            rf"|\b{_CALL}[^?]{{0,30}}\b{_HELP}[^?]{{0,12}}\bwhen\b"
        ),
        caseless(
            r"\bemergency (?:\w+ )?(?:care|help|services?|treatment|room|department)\b"
            r"|\bmedical (?:help|advice|attention|care)\b|\bambulance\b"
        ),
        paths=True,
        fall_back=True,
        leads=True,
    ),
    Side(
        "how somebody is laid or sat",
        caseless(
            r"\b(?:what|which|best|right|correct) position\b|\bposition(?:ed|ing)? (?:of )?(?:the |an? |my |your )?"
            r"(?:patient|pt|person|child|baby|him|her|them|some(?:body|one)|casualty|mum|dad|son|daughter)\b"
            r"|\b(?:lie|lying|lay|laid) (?:him |her |them |it )?(?:down|flat|still|on)\b"
            r"|\bsit(?:ting)? (?:him |her |them )?up\b|\blegs? (?:up|raised)\b|\braise (?:the |his |her |their )?legs\b"
            r"|\brecovery position\b"
        ),
        caseless(
            r"\b(?:lie|lying|lies|laid) (?:down|flat|on)\b|\blegs raised\b|\bsit(?:ting)? up\b|\bupright\b"
            r"|\brecovery position\b"
        ),
        best=caseless(r"\b(?:lie|laid) (?:down|flat)\b|\blegs raised\b|\bupright\b"),
        free=True,
        leads=True,
        # Told of a complaint or of what somebody cannot do, and not asked for.
        unless=caseless(
            r"^(?!.*\bposition\w*\b)"
            r"(?!.*\b(?:should|can(?! ?not)|may|must|ought) (?:\w+ ){0,2}?(?:be )?(?:lie|lying|lay|laid|sit)\b)"
            r".*\b(?:(?:dizz\w+|pain|hurts?|breathless\w*|worse|sleep\w*|vertigo|cough\w*) (?:when|on|if|while)"
            r"|(?:when(?:ever)?|if|while|as|time|on|upon) (?:(?:I|he|she|they|you|we|it) )?(?:lies?|lying|lay|sit\w*)"
            r"|(?:can(?:no|['\u2019])?t|can not|(?:un|not )able to|refuses to) (?:\w+ )?(?:lie|lay|sit))\b"
        ),
    ),
    Side(
        "what is watched after a dose",
        caseless(
            rf"\b{_WATCH}\b[^?]{{0,40}}\b(?:after|following|post|once)\b[ -](?!eating|meals?|food|surg|operat)"
            rf"|\b(?:after|following|post|once)\b[ -](?:[\w-]+ ){{0,3}}?(?:{_GIVEN})\b[^?]{{0,50}}\b{_WATCH}\b"
            r"|\bpost[ -](?:dose|administration|injection|infusion)\b[^?]{0,20}\b(?:obs|observ\w+|monitor\w*)\b"
        ),
        caseless(
            r"\b(?:monitor|observ|watch|supervis)\w*\b[^.;]{0,40}\b(?:minutes?|hours?)\b"
            r"|\b(?:monitor|observ|watch|supervis)\w*\b[^.;]{0,40}\b(?:after|during and after|following)\b[^.;]{0,12}"
            r"\b(?:dose|injection|infusion|use|administration)\b"
        ),
        unless=caseless(
            r"\b(?:effects?|benefits?|differences?|reductions?|improvements?|trials?|stud(?:y|ies)|levels?|bloods?"
            r"|inr)\b"
        ),
        fall_back=True,
        leads=True,
    ),
    Side(
        "how often it is checked",
        caseless(
            rf"\bhow (?:often|frequently)\b[^?]{{0,50}}\b(?:check\w*|measur\w*|monitor\w*|test\w*|{_TESTS}|done)\b"
            rf"|\b(?:{_TESTS})\b[^?]{{0,30}}\bhow (?:often|frequently)\b"
            r"|\b(?:when|how soon) (?:to|should|do)\b[^?]{0,30}\b(?:(?:re-?)?check|measure|take|test|repeat)\w*\b"
            rf"[^?]{{0,25}}\b(?:{_TESTS})\b"
        ),
        caseless(r"\b(?:measured|checked|monitor\w*|assessed|tested|sampl\w+|taken|obtained)\b"),
        best=caseless(
            r"\bevery\b|\b(?:daily|weekly|monthly|yearly|annually|periodically|regularly)\b|\bonce a\b"
            r"|\beach (?:week|month|year)|\b(?:within|after|at) \d+|\b\d+ (?:to \d+ )?hours? after"
        ),
        paths=True,
        free=True,
        unless=caseless(
            r"\bhow (?:often|frequently) (?:does|do|did|is|are|was|were) [\w -]{3,60}"
            r" (?:caus|giv|lead|produc|rais|lower|affect|associat|seen|happen|occur|found)\w*\b"
        ),
    ),
    Side(
        "contraindications",
        caseless(
            r"\bcontra-?indications?\b|\bcontra-?indicated\W*$|\bwho (?:should|must|can|may|ca)(?: ?not|n['’]?t) "
            r"(?:take|use|have|be given|get|receive)\b"
            r"|\bwhen (?:should|must|can) [\w -]{3,30} (?:not be|never be) (?:used|given|taken)\b"
            r"|\babsolute contra"
        ),
        caseless(r"\bcontra-?indicated\b"),
        actions=(DirectiveAction.CONTRAINDICATED,),
        most=8,
    ),
    Side(
        "what it is for",
        caseless(
            r"\bindications?\b(?! for (?:surgery|admission|referral))|\blicen[sc]ed\b"
            r"|\bapproved (?:for|uses?|indications?)\b"
            r"|\bwhat (?:is|are) [\w -]{3,30} (?:used|given|prescribed|indicated) for\W*$"
            r"|\bwhat(?:['’]s| is) [\w-]{3,30} for(?=\W*(?:$|[,;]|and\b))"
        ),
        caseless(r"\bindicated\b"),
        actions=(DirectiveAction.INDICATED,),
        most=4,
    ),
    Side(
        "driving",
        caseless(
            r"(?<!syringe )(?<!syringe-)\bdriv(?:e|es|ing|er)\b(?! (?:me|him|her|us|them|my \w+|every\w+)\b)"
            r"|\b(?:operat\w+|use|using) (?:\w+ )?machin\w+|\bdvla\b"
        ),
        caseless(r"\bdriv(?:e|es|ing)\b|\bmachin\w+|\bhazardous\b"),
    ),
    Side(
        "dependence",
        caseless(
            r"(?<!alcohol )(?<!opioid )(?<!nicotine )(?<!drug )\b(?:addict(?:ive|ion|ed)|habit[- ]forming"
            r"|dependence on|(?:be|become|becoming|get|getting|grow\w*|made|make \w+|am i|is (?:s?he|it)) dependent on"
            r"|become dependen\w+|cause dependen\w+|hooked)\b"
        ),
        caseless(
            r"\b(?:addict\w*|dependence|abuse|misuse|withdrawal (?:reactions?|symptoms?|seizures?|effects?))\b"
            r"|\b(?:stopp?ed|stopping|discontinu\w+) (?:suddenly|abruptly)"
        ),
    ),
    Side(
        "how it is taken",
        caseless(
            r"\b(?:eat(?:ing|en)?|food) (?:(?:\w+ ){0,2}?)(?:before|after|when|with) (?:i |he |she )?(?:tak\w+"
            r"|it\b|my|the)"
            r"|\b(?:with|without|before|after|around) (?:or without )?(?:an? |my |his |her )?"
            r"(?:food|meals?|breakfast|dinner|lunch|supper|milk|empty stomach|eating|coffee|tea)\b"
            r"|\b(?:with|on|and|after|before) (?:an? )?high[- ](?:protein|fat|fib(?:re|er))[- ](?:diet|meals?|foods?)\b"
            r"|\b(?:what|which|best) time (?:of|in) (?:the )?day\b|\bwhen in the day\b"
            r"|\b(?:morning or (?:evening|night)|night or (?:in the )?morning)\b|\bempty stomach\b"
        ),
        caseless(
            r"\b(?:food|meals?|breakfast|empty stomach|milk|mornings?|evenings?|bedtime|going to bed|upright"
            r"|glass of)\b"
        ),
        of_effects=True,
        unless=caseless(
            r"^(?!.*\b(?:tak(?:e|es|en|ing)|took|swallow\w*|inject\w*|drink\w*|given|giving|used?|dose)\b)"
            rf".*\b{EFFECT}\b"
        ),
    ),
    Side(
        "how it is taken",
        caseless(
            r"\bhow to (?:take|swallow|inject|use|apply|put on)\b"
            r"|\bhow (?:do|does|should|must|can|would) (?:i|you|she|he|they|we|patients?|people|one|someone|my \w+)"
            r" (?:take|swallow|inject|use|apply|put on)\b"
            r"|\bhow (?:do|does|should|must|can) (?:i|you|she|he|they|we|nurses?) (?:give|administer) [\w/-]+\W*$"
            r"|\bhow (?:should|must|can|is|are) (?:[\w/-]+ ){1,4}?(?:be )?(?:taken|swallowed|injected|applied|put on"
            r"|used(?= ?(?:$|[?,.;]|and\b))|given(?= ?(?:$|[?,.;]|and\b)))(?! (?:for|in|to treat)\b)"
        ),
        caseless(rf"{_FOR_ALL}{MANNER_WORDS}|^(?!.*\b{_SOME}\b).*\bdose of [\w/% -]{{3,40}} is \d"),
        best=caseless(rf"{_FOR_ALL}{MANNER_WORDS}"),
        of_effects=True,
        leads=True,
        unless=caseless(r"\bhow to (?:use|take) (?:an? |the )?(?:score|scale|test|tool)\b"),
    ),
    Side(
        "fathering a child",
        fathers.HE_ALONE,
        fathers.TOLD,
        besides=fathers.WISHED,
        of_effects=True,
        of_mothers=True,
    ),
    Side(
        "contraception",
        caseless(
            r"\bcontracepti\w+|\b(?:the|my|her|on|combined|mini-?) pill\b(?! of\b)|\bbirth control\b|\bcoil\b"
            r"|\bminipill\b"
        ),
        caseless(r"\bcontracepti\w+|\bhormonal\b"),
        of_effects=True,
        of_mothers=True,
        unless=caseless(
            r"\b(?:miss\w*|forg[eo]t\w*|skip\w*|late|t[ao]k(?:e|en|ing)|took|double\w*|vomit\w*|threw up)\b[^.?]{0,20}"
            r"\b(?:the|my|her|a) pill\b"
        ),
    ),
    Side(
        "planning a pregnancy",
        caseless(
            r"\b(?:want\w*|try\w*|hop\w+|plan\w*|wish\w*|like|decid\w+) (?:to |for |on )?(?:(?:a|another|my|our) )?"
            r"(?:get(?:ting)? pregnant|conceiv\w+|have (?:a|another|kids|children)\b(?: baby| child)?|baby|family"
            r"|start(?:ing)? a family|pregnancy|kids|children)"
        ),
        caseless(r"\bpregnan\w*|\bf(?:o)?etus\b|\bmalformation|\bbirth defect|\bcleft|\bunborn"),
        most=3,
        of_effects=True,
        of_mothers=True,
        unless=caseless(
            rf"{fathers.HE_ALONE.pattern}|\bhow (?:much|many)\b|\bdos(?:e|es|ing)\b"
        ),  # that is the question
    ),
    Side(
        "the age from which it is given",
        caseless(
            r"\b(?:minimum|lowest|youngest) age\b|\b(?:from|at) what age\b"
            r"|\bhow (?:old|young)\b[^?]{0,30}\b(?:to|must|can|be)\b"
        ),
        caseless(
            r"\b\d+ (?:years?|months?)(?: of age)? (?:or|and) (?:more|older|over|above)\b"
            r"|\b(?:below|under|from) \d+ (?:years|months)|\bin (?:children|adolescents)\b|\bchildren of \d+"
        ),
    ),
    Side(
        "starting it, or starting it again",
        caseless(
            r"\b(?:when|how soon|how long (?:after|before))\b[^?]{0,60}\b(?:re-?start\w*|resum\w+|start(?:ed)?"
            r"|begin|begun|go back on|reintroduc\w+|re-?challeng\w+)\b"
        ),
        caseless(
            r"\b(?:re-?start\w*|resum\w+|(?:started|begun|given) again|reintroduc\w+)\b"
            r"|\b(?:start\w*|begun|begin\w*|initiat\w+)\b[^.;]{0,60}\b(?:weeks?|days?|hours?|months?)\b[^.;]{0,12}"
            r"\b(?:after|before)\b"
            r"|\b(?:after|before|once|within)\b[^.;]{0,60}\b(?:start\w*|begun|initiat\w+)\b"
        ),
        free=True,
        unless=caseless(r"\b(?:start|beg[iu]n)(?:s|ed|ing|ning)?(?: to)? (?:work|help|act|kick|having|feel)\w*\b"),
    ),
    *pharmacy_sides.SIDES,
    Side(
        "how long it is given",
        caseless(
            r"\bhow (?:many (?:days|weeks|months)|long)\b"
            r"(?![^?]*\b(?:works?|working|live|survive|lasts?|before|until|till|after|take to|takes? for|effect)\b)"
            r"|\bduration\b(?! of (?:action|effects?|symptoms?|illness|benefits?|the (?:illness|flu|attack)))"
        ),
        caseless(rf"{_ON_COURSE}(?:{COURSE.told.pattern})"),
        of_use=True,
    ),
)
"""Each side, in the order in which they are looked for."""
