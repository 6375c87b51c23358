"""Cues: words by which a follow-up asks for another length, choice of studies, or about a study itself."""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Depth, Design, Only
from probatum.text.expressions import expression

_I: Final = re.IGNORECASE
_AND: Final = "and|but|so|ok(?:ay)?|then|or|also|what about|how about|what of|same for"
LEAD: Final = expression(rf"^\W*(?:(?:{_AND}|just|only|what)\b\W*){{1,4}}(?=\S)", _I)
"""Openings that say nothing by themselves."""
CONTINUES: Final = expression(
    rf"^\W*(?:{_AND}|what if|if|instead|in case)\b"
    r"|\b(?:instead|as well|too)\W*$",
    _I,
)
"""Openings that lean on what was said before."""
THANKS: Final = "(?:thx|thanks|thank you|ta|cheers|great|good|right|btw|by the way|well|got it|sorry|oh)"
"""Politeness that opens a follow-up and says nothing."""
LEANS: Final = expression(
    r"\b(?:it|its|this|that|these|those|they|them|the (?:drug|medicine|treatment|trials?|stud(?:y|ies)|dose|answer"
    r"|first|second|other)|such)\b",
    _I,
)
"""Words that stand for something said before."""
LEANING: Final = expression(
    r"^\W*(?:and|but|what if|if|on|at|in|for|just|only|before|after|during|with|without|when|how)\b", _I
)
"""Openings of a few words that only narrow what was said before."""
WITH: Final = expression(r"\b(?:with|and|while (?:on|taking)|together with|on top of|alongside|interact\w*|on)\b", _I)
"""Words that put one treatment beside another."""
COMPARES: Final = expression(
    r"\b(?:compar\w+ (?:\w+ ){0,2}?(?:with|to|against)|versus|vs\.?|against|better than|worse than|rather than"
    r"|instead of|or)\b",
    _I,
)
SHOWS: Final = expression(r"\b(?:show|only|just|limit|restrict|filter|include|exclude|leave out|without|ignore)\b", _I)
_LONGER: Final = expression(
    r"\b(?:more detail|in (?:full )?detail|tell me more|more about (?:it|this|that)|everything|whole (?:answer"
    r"|article)"
    r"|full (?:answer|article|depth|text|version)|longer|elaborate|expand)\b",
    _I,
)
_SHORTER: Final = expression(
    r"\b(?:in a nutshell|(?:in|to) (?:one|a single|two) (?:line|sentence)s?|the gist|key points|summary|too long"
    r"|shorter|briefly|summari[sz]e|in short|tl;?dr"
    r"|short version|less detail)\b",
    _I,
)
_DESIGNS: Final[tuple[tuple[re.Pattern[str], tuple[Design, ...]], ...]] = (
    (
        expression(r"\b(?:random\w* (?:\w+ )?(?:trials?|stud(?:y|ies))|rcts?|randomi[sz]ed ones?)\b", _I),
        (Design.RANDOMISED, Design.CROSSOVER, Design.CLUSTER),
    ),
    (
        expression(r"\b(?:systematic reviews?|meta-?analys[ei]s|reviews?)\b", _I),
        (Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW),
    ),
    (
        expression(r"\b(?:observational|cohorts?|case-?control)(?: (?:stud(?:y|ies)))?\b", _I),
        (Design.COHORT, Design.CASE_CONTROL, Design.CROSS_SECTIONAL),
    ),
    (expression(r"\bguidelines?\b", _I), (Design.GUIDELINE,)),
    (expression(r"\b(?:in )?(?:human|people|patients)(?:s| studies| trials| only)\b", _I), ()),
)
_ANIMALS: Final = frozenset({Design.ANIMAL, Design.IN_VITRO})
_SINCE: Final = expression(
    r"\b(?:since|after|from|newer than|later than|published (?:since|after|from))\s+((?:19|20)\d\d)\b", _I
)
_RECENT: Final = expression(r"\b(?:last|past) (\d{1,2}) years\b", _I)
_NEWER: Final = expression(
    r"\b(?:newer|more recent|newest|latest|recent|up[- ]to[- ]date) (?:studies|study|trials?|evidence|data"
    r"|papers?|research"
    r"|reviews?)\b",
    _I,
)
NEWER_YEARS: Final = 5
"""Years that `newer studies` go back."""
ELSE: Final = expression(
    r"\b(?:what|anything|something|which (?:other|drug|medicine)) else\b|\bother (?:options?|choices?|treatments?"
    r"|drugs?"
    r"|medicines?|antibiotics?)\b"
    r"|\b(?:natural|herbal|non-?drug|drug-free|cheaper|safer|stronger|over[- ]the[- ]counter) (?:options?"
    r"|remed(?:y|ies)"
    r"|alternatives?|treatments?|ways?|things?)\b"
    r"|\b(?:stronger|weaker|milder|gentler|cheaper|safer|newer|longer[- ]acting) (?:ones?|creams?|drugs?"
    r"|medicines?|tablets?"
    r"|alternatives?)\b"
    r"|\b(?:something|anything) (?:stronger|weaker|milder|gentler|cheaper|safer|newer|better)\b"
    r"|\bwhat(?:'?s| is| are)? left\b|\bwhat (?:does|would|will|can|might) (?:actually )?(?:work|help)\b"
    r"|\b(?:anything|something|what|which)\b[^?,.]{0,25}\binstead\b"
    r"|\bwhat (?:can|could|should|may) (?:i|he|she|we|they|you) (?:take|use|give|have) (?:for|against)\b"
    r"|^\W*(?:and |so |then |ok(?:ay)? |but |well |in that case |if not,? )*what (?:can|could|should|may|do|would|will)"
    r" (?:i|he|she|we|they|you|the patient) (?:take|use|give|have|get|be given|be offered|offer|prescribe|try)"
    r"(?: then| now| instead)?\W*$"
    r"|\b(?:what if|and if|but if|suppose) (?:it|this|that|they|these) "
    r"(?:(?:still )?(?:does|do) ?(?:not|n'?t) (?:work|help)\w*|fails?|stops? working)\b"
    r"|\balternatives?\b|\binstead\W*$|^\W*(?:and |so )?which (?:ones?|drugs?|medicines?|antibiotics?"
    r"|treatments?)\W*$",
    _I,
)
"""Words that ask for another treatment of the same problem."""
WHEN: Final = expression(
    r"\b(?:from|at|until) (?:which|what) (?:week|age|day|month|stage)\b|\bwhen (?:should|do|does|to|must|can)\b[^?]*"
    r"\b(?:start|begin|give|take)",
    _I,
)
"""Words that ask when the treatment is begun."""
LATER: Final = expression(r"\blong[- ]term\b|\bin the long run\b|\bafter (?:\d+|many|several) years\b", _I)
UNBORN: Final = expression(r"\bthe (?:baby|unborn(?: child| baby)?|f(?:o)?etus|bump)\b", _I)
SUBJECT: Final = expression(
    r"^\W*(?:and |but |so )?(?:does|do|will|could|can|might|did) (?:it|they|this|that|these)\b", _I
)
"""A question about what the last treatment does."""
SIDE_EFFECTS: Final = expression(r"\b(?:side[- ]effects?|adverse|harms?|unwanted)\b", _I)
_GUIDELINES: Final = expression(r"\bwhat do (?:the )?guidelines (?:say|recommend|advise)\b|\bany guidelines\b", _I)
HOW_LONG: Final = expression(
    r"\bhow many (?:days|weeks|months)\b(?![^?]*\boff (?:school|work|sick|nursery))"
    r"|\bfor how many years\b|^\W*(?:and |so |but |then )*how many years\W*$"
    r"|\b(?:for )?how long\b(?![^?]*\b(?:off (?:school|work|sick|nursery)|in hospital|contagious|infectious"
    r"|recover|live|survive|work\w*|kick in|take effect"
    r"|it last|trial|study|studies)\b)|\bwhen (?:can"
    r"|should)"
    r" (?:it|they|he|she|i|we) (?:be )?stop",
    _I,
)
"""Words that ask how long the treatment is given."""
MISSED: Final = expression(
    r"\bmiss(?:es|ed|ing)? (?:a|one|two|the|my|his|her|some) (?:\w+ )?(?:dose|tablet|pill|capsule|day|week"
    r"|month|injection)s?\b"
    r"|\bmiss(?:es|ed)? (?:it|one|them|this|last|today|yesterday)\w*\b"
    r"|\b(?:forg[eo]ts?|forgotten|skips?|skipped)(?: (?:for )?(?:an?|one|two|three|several|\d+) (?:days?"
    r"|weeks?|doses?))?\W*$"
    r"|\b(?:forg[eo]ts?|skips?|skipped|leaves? out|left out) (?:to take|a|one|two|it|them|my|his|her|taking)\b",
    _I,
)
"""Words that ask what to do when a dose was missed."""
ENOUGH: Final = expression(
    r"\b(?P<time>\d{1,2} (?:days?|weeks?|months?))(?: \w+)? (?:do|enough|ok(?:ay)?|sufficient|be (?:enough|ok"
    r"|long enough))\b"
    r"|\b(?P<before>\d{1,2} (?:days?|weeks?|months?|years?))\b[^?]{0,8}\b(?:is|are|be) (?:that|it|this)"
    r" (?:long )?(?:enough|ok(?:ay)?)\b"
    r"|\b(?:is|are|would|will) (?P<short>\d{1,2} (?:days?|weeks?|months?)) (?:enough|do|ok|sufficient)\b",
    _I,
)
"""Words that ask whether so long is long enough."""
NOTHING: Final = expression(
    r"^\W*(?:and |but |so |or |then )?(?:is (?:just )?waiting|can (?:we|i|she|he|they|you) (?:just )?(?:wait|leave it)"
    r"|what if (?:we|i|she|he|they|you) (?:just )?(?:wait|do nothing|do not treat|don'?t treat|leave it)"
    r"|(?:just )?wait(?:ing)?)\b"
    r"|\b(?:get|gets|be|do|go) \w+ without(?: (?:it|them|treatment|anything))?\W*$|\b(?:do|doing) nothing\b",
    _I,
)
"""Words that ask what comes of it untreated."""
VOMITS: Final = expression(
    r"\b(?:vomit\w*|throw(?:s|ing)?|threw|bring(?:s|ing)?(?! (?:him|her|them|my|our|the (?:child|baby))\b)"
    r"|spit(?:s|ting)?|spat|sick\w*)\b[^?]{0,12}\b(?:up|out"
    r"|back|after)\b",
    _I,
)
"""Words that ask what to do when a dose came up again."""
SEEK: Final = expression(
    r"\bwhen (?:should|do|must) (?:i|we|she|he|they|you) (?:worry|be worried|call|ring|see (?:a|the) (?:doctor|gp"
    r"|nurse)"
    r"|(?:bring|take) (?:him|her|them|it|the (?:child|baby)|my \w+) (?:in|back|to)\b|go (?:to|in|back)|seek"
    r"|get help|phone)\b",
    _I,
)
"""Words that ask when help is to be sought."""
SEX: Final = expression(
    r"^\W*(?:(?:and|but|what about|how about|only|just|for|in|an?) ){0,5}"
    r"(?:wom[ae]n|m[ae]n|females?|males?)\b[\w ]{0,12}\W*$",
    _I,
)
"""`in women`, `men only`."""
RETURNS: Final = expression(r"\b(?:com(?:e|es|ing) back|recur\w*|relaps\w*|return(?:s|ed|ing)?)\b", _I)
"""Words that ask whether the illness comes back."""
OF_STUDY: Final = expression(r"^\W*(?:and |but |so )*(?:was|were|did) (?:the|there|any|its?|they|those|these)\b", _I)
"""A question in the past about what was found, which needs what was said before."""
MORE: Final = expression(
    r"\b(?:was|were|did|is|are|risks?|rates?|chances?|odds|numbers?)\b[^?]{0,30}"
    r"\b(?:higher|more|raised|increased|worse|greater|lower|less|fewer|reduced|common|frequent)\b",
    _I,
)
"""Words that ask whether there was more or less of something."""
BETTER: Final = expression(
    r"^\W*(?:and |but |so )*which (?:one |of (?:them|the two|these|those) )?(?:is|was|works?|would be|are|does) "
    r"(?:the )?(?:better|best|stronger|strongest|more effective|most effective|quicker|faster)\b",
    _I,
)
"""Words that ask which of two is better."""
RISKS: Final = expression(r"\b(?:risks? of|chances? of|cause[sd]?|causing|lead(?:s|ing)? to|make (?:\w+ )?worse)\b", _I)
"""Words that ask whether the last treatment brings something."""
HOW_MUCH: Final = expression(
    r"^\W*(?:and |so |but |ok(?:ay)? |then )*"
    r"how (?:much|often|many (?:times|tablets?|pills?|puffs?|drops?|sprays?|mg))\b"
    r"(?![^?]{0,40}\b(?:better|help\w*|cost\w*|less|more|likely|weight|people|patients|fewer|lower|higher|drink"
    r"|alcohol|improve\w*|reduc\w+|risk|pain|check\w*|test\w*|see|com(?:e|es|ing) back|recur\w*|return\w*|relaps\w*"
    r"|happen\w*|occur\w*)\b)"
    r"|\b(?:does|do|would) (?:the |its |their )?dos(?:e|age) (?:matter|make (?:a|any) difference)\b",
    _I,
)
"""Words that ask how much of it is taken, or how often."""
NOTICED: Final = expression(
    r"\b(?:on|with|from|since|after|during|because of|due to) (?:it|this|that|them|these|the (?:tablets?"
    r"|pills?|medicine|drug|"
    r"injections?))\W*$"
    r"|\b(?:since|after|ever since) (?:(?:i|he|she|we|they) )?(?:start(?:ed|ing)|tak(?:ing|en)|beg[au]n|began)\b",
    _I,
)
"""Words that set a trouble beside the treatment that may have brought it."""
FELT: Final = expression(
    r"^\W*(?:and |but |also |oh |so |well |now |actually )*(?:i|he|she|they|(?:my|his|her|their|our|the) [\w ]{2,20}?)"
    r"(?:'ve|'s|'m| have| has| am| is| are| was| feels?| feel| got| gets?| had)?(?: (?:already|also|often|always|still"
    r"|sometimes|now|really|just|got|been))* \w+",
    _I,
)
"""Words that tell what somebody feels: `my muscles ache already`."""
ALREADY: Final = expression(r"\balready\b", _I)
HELPED: Final = expression(r"\?|\b(?:for|help\w*|treat\w*|eas(?:e|es|ing)|against|instead|too|as well|what|how)\b", _I)
"""Words that ask whether something is good for what is felt."""
OR_NOT: Final = expression(
    r"^\W*(?:and |so |but |ok(?:ay)? |then )*(?:should|shall|do|can|would|must) (?:i|we|he|she|they|you|one|mum|dad)\b"
    r"[^?]{0,20}\b(?:take|have|use|do|start|give|try|get) (?:it|this|that|them)\b"
    r"(?: or not| then| at all| now| really)*\W*$"
    r"|^\W*(?:and |so |but )*by how much\W*$"
    r"|\bis it worth (?:it|taking|having|trying|doing)(?: it| at all)?\W*$|\byes or no\W*$",
    _I,
)
"""Words that ask for the answer itself once more, in short."""
DRINKS: Final = expression(
    r"\b(?:drink(?:ing)?(?! (?:\w+ )?(?:milk|water|coffee|tea|juice|cola|soup)\b)|booze|wine|beers?|alcohol)\b", _I
)
SAFER: Final = expression(
    r"\b(?:is|are) (?:it|they|this|that|one|which) safer\b|\bwhich (?:one )?is (?:the )?saf"
    r"|\bwhich (?:one |of them )?has (?:the )?(?:fewer|fewest|less|least|more|most|worse|milder)"
    r" (?:\w+ )?(?:side|harm|risk)",
    _I,
)
ADDS: Final = expression(
    r"^\W*(?:and )?with\b|\b(?:add(?:ed|ing)?|plus|combin\w+|on top of|together with|as well as)\b|\bas well\W*$"
    r"|\b(?:give|take|have|use|get|start|need|put)\b[^?]{1,60}\b(?:too|also)\W*$|\bat the same time\W*$",
    _I,
)
"""Words that put another treatment beside the last."""
CERTAINTY: Final = expression(
    r"^\W*(?:but |and |so )?why(?: is (?:that|this)| not| so)?\W*$"
    r"|\bwhy\b[^?]{0,40}\b(?:disagree|differ|conflict|contradict)\w*|"
    r"\bwhy\b[^?]{0,60}\b(?:certain\w*|confiden\w*|grade\w*|sure|evidence (?:so )?(?:weak|low|poor)|(?:very )?low"
    r"|moderate|high)\b"
    r"|\bhow (?:sure|certain|confident|reliable)\b"
    r"|\bhow (?:good|strong|solid|sound|trustworthy|robust) (?:is|are|was|were)"
    r" (?:(?:the|that|this|these|those|your|all) ){0,2}(?:evidence|research|data|stud(?:y|ies)|trials?|science)\b"
    r"|\b(?:is|was|are) (?:it|that|this|they) (?:from|based on) (?:good|proper|decent|solid|reliable|real) (?:stud"
    r"|trial|evidence|research)\w*"
    r"|\bwhat (?:is|are) the (?:certainty|quality) of (?:the )?evidence\b"
    r"|\bwhat (?:does|do|is meant by)\b[^?]{0,30}\bcertainty\b"
    r"|^\W*(?:and |but )?(?:is|was|are|were) (?:that|this|it|those|these|they)\b[^?]{0,12}"
    r" (?:good|solid|strong|proper|reliable|high[- ]quality) (?:stud|evidence|trial|research|science)\w*"
    r"|\bi (?:thought|heard|read)\b[^?]{0,40}\b(?:trial|study|studies|review)\b[^?]{0,30}"
    r"\b(?:no|not|didn'?t|otherwise|opposite|against)\b",
    _I,
)
_FACTS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "sources",
        expression(
            r"^\W*(?:and |but |so )?(?:what|which) (?:trials?|stud(?:y|ies)|papers?|sources?|research)"
            r" (?:is|was|are|were|did|do)\b[^?]{0,24}\W*$"
            r"|^\W*(?:can you |could you |please )?(?:show|list|give|name) (?:me )?(?:all )?(?:the|your)"
            r" (?:actual |real |original )?(?:trials?|stud(?:y|ies)|papers?|sources?|references?)\W*$"
            r"|\bwhere (?:did|do|does|is|was) (?:you|this|that|it)\b[^?]{0,20}\b(?:get|got|come|from)\b"
            r"|^\W*(?:what are )?(?:the |your )?(?:sources?|references?)\W*$"
            rf"|^\W*(?:{_AND} )?(?:says who|who (?:says|said|recommends|recommended|advises|advised))"
            r"(?: so| that| this| it)?\W*$"
            r"|\b(?:whose|which) (?:advice|guidance|guidelines?|recommendations?) (?:is|was) (?:that|this|it)\W*$"
            r"|\bwhat(?:'?s| is| was) (?:that|this|it|the answer|your answer) based on\W*$"
            rf"|^\W*(?:{_AND} )?(?:is there |what is |what'?s )?(?:any |the |good |some |proper |real |actual ){{0,2}}"
            r"(?:evidence|proof|research|data)(?: (?:for|behind|on) (?:that|this|it))?\W*$",
            _I,
        ),
    ),
    ("funding", expression(r"\b(?:fund(?:ed|s|ing)?|who paid|paid for|sponsor\w*|financ\w+)\b", _I)),
    ("conflicts", expression(r"\b(?:conflicts?|competing interests?|disclos\w+)\b", _I)),
    (
        "people",
        expression(
            r"\bhow (?:many|large|big)\b[^?]{0,40}\b(?:people|patients|participants|subjects|trial|study|sample)\b"
            r"|\bsample size\b|\bhow (?:large|big) (?:was|were)\b",
            _I,
        ),
    ),
    ("duration", expression(r"\bhow long (?:was|were|did|is)\b[^?]{0,40}\b(?:trial|study|stud|follow|last|it)", _I)),
    ("blinding", expression(r"\b(?:blind\w*|masked|masking|placebo[- ]controlled)\b", _I)),
    (
        "setting",
        expression(r"\bwhere (?:was|were|did)\b|\bwhat setting\b|\bwhich (?:country|countries|centres?)\b", _I),
    ),
    ("registration", expression(r"\b(?:regist(?:ered|ration|ry)|nct number|protocol)\b", _I)),
    ("population", expression(r"\bwho (?:was|were|took part|participated)\b|\binclusion criteria\b", _I)),
)
_ABOUT_STUDY: Final = expression(
    r"\b(?:trials?|stud(?:y|ies)|papers?|it|reviews?|authors?|they|them|that|this|participants?)\b|\[\d+\]"
    r"|\bwho were the (?:patients|people|subjects)\b|\bhow many (?:people|patients) (?:were|was|took|had)\b",
    _I,
)
_NUMBER: Final = expression(r"\[(\d{1,3})\]|\b(?:reference|ref|source|number|no\.?)\s*(\d{1,3})\b", _I)
_AUTHOR: Final = expression(r"\b([A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)(?:'s| et al\.?)?(?: \(?((?:19|20)\d\d)\)?)")


def depth(text: str) -> Depth | None:
    """The length it asks for."""
    if _LONGER.search(text):
        return Depth.FULL
    return Depth.STANDARD if _SHORTER.search(text) else None


def only(text: str, year: int) -> Only | None:
    """The studies it asks to be shown; `year` is the year of the answer, for `the last 5 years`."""
    if _GUIDELINES.search(text):
        return Only((Design.GUIDELINE,))
    since, recent, newer = _SINCE.search(text), _RECENT.search(text), _NEWER.search(text)
    if not (SHOWS.search(text) or since or recent or newer):
        return None
    back = int(recent[1]) if recent else NEWER_YEARS if newer else None
    first = int(since[1]) if since else year - back if back is not None else None
    designs: list[Design] = []
    for cue, meant in _DESIGNS:
        if cue.search(text):
            designs += meant or [d for d in Design if d not in _ANIMALS]
    if not designs and re.search(r"\b(?:exclude|leave out|without|ignore|no)\b[^?]*\banimals?\b", text, _I):
        designs = [d for d in Design if d not in _ANIMALS]
    found = Only(tuple(dict.fromkeys(designs)), first)
    return found or None


def fact(text: str) -> str:
    """What it asks about a study, where it speaks of one; nothing else has funders and interests."""
    named = next((name for name, cue in _FACTS if cue.search(text)), "")
    return named if named in ("funding", "conflicts", "sources") or _ABOUT_STUDY.search(text) else ""


def study(text: str) -> str:
    """The study it names: `2` of `[2]`, `Weiss 2016`; empty for none."""
    number = _NUMBER.search(text)
    if number:
        return number[1] or number[2]
    author = _AUTHOR.search(text)
    return " ".join(part for part in author.groups() if part) if author else ""
