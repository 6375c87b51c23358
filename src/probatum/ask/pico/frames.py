"""The frames in which clinical questions are asked, tried in order.

After Huang, Lin and Demner-Fushman 2006 (PMC1839740) on where population, intervention, comparator and outcome stand.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.text.expressions import caseless

PEOPLE: Final = (
    r"(?:patients?|people|persons?|individuals?|subjects?|participants?|adults?|children|child|toddlers?|infants?"
    r"|neonates?|"
    r"newborns?|bab(?:y|ies)|"
    r"adolescents?|teenagers?|women|woman|men|man|males?|females?|girls?|boys?|mothers|pregnan(?:t women|cies)|"
    r"survivors?|recipients?|"
    r"smokers?|drinkers?|users|volunteers?|students?|nurses?|physicians?|doctors?|workers?|athletes?|veterans?|"
    r"elderly|seniors?|"
    r"outpatients?|inpatients?|adults? and children|caregivers?|residents?|relatives|cirrhotics?|diabetics?|"
    r"asthmatics?|hypertensives?|someone|somebody|anyone|anybody|kids?|lady|ladies|gentlem[ae]n|bloke|fella|chap|lad)"
)
WITH: Final = (
    r"(?:with|without|who|whom|having|undergoing|receiving|requiring|presenting|suffering|following|after|treated|"
    r"taking|on|"
    r"aged?|at|in|from|younger|older|over|under|admitted|hospitali[sz]ed|diagnosed|awaiting)"
)
VERB: Final = (
    r"(?:predict|reduc|increas|improv|affect|influenc|prevent|caus|chang|impact|alter|decreas|lower|rais|delay|"
    r"enhanc|promot|induc|"
    r"treat|help|cur|heal|reliev|eas|benefit|contribut|correlat|reflect|determin|explain|protect|worsen|exacerbat|"
    r"trigger|lead to|result in|"
    r"modify|modulat|facilitat|attenuat|suppress|inhibit|stimulat|accelerat|slow|shorten|prolong|extend|interfer|"
    r"interact|replac|detect|"
    r"diagnos|identif|distinguish|discriminat|differentiat|minimi[sz]|aid|have an? (?:effect|impact|influence|role)|"
    r"play an? (?:\w+ )?role|"
    r"mak|provid|depend on|differ|vary|account for|matter|counteract|alleviat|manag|control|support|limit|avoid|"
    r"require|need|"
    r"decrease|sav|give|restore|preserve|maintain|eliminat|ameliorat|stop|harm|damage|kill)"
)
VERB_FORM: Final = rf"{VERB}(?:e|es|s|ed|d|t|y|ies|ing|ze|zes|se|ses)?"
_PREDICATE: Final = (
    r"(?:(?:\w+ly )?(?:associated with|related to|correlated with|linked (?:to|with)|connected (?:to|with)|"
    r"responsible for|predictive of|"
    r"indicative of|specific (?:for|to)|sensitive (?:to|for)|due to|caused by|dependent on|influenced by|affected by|"
    r"modulated by|"
    r"(?:an? )?(?:\w+ ){0,3}(?:risk factors?|predictors?|indicators?|markers?|causes?|signs?|symptoms?|consequences?|"
    r"indications?|alternatives?|"
    r"barriers?|determinants?|options?|treatments?|therap(?:y|ies)|tools?|tests?|methods?|adjuncts?|adjuvants?|"
    r"substitutes?|contraindications?|"
    r"complications?|features?|manifestations?) (?:of|for|to|in)|"
    r"(?:more |less |equally |as |at least as |still |really |always )?(?:effective|efficacious|useful|beneficial|"
    r"helpful|safe|necessary|needed|required|indicated|justified|"
    r"appropriate|suitable|good|bad|important|feasible|reliable|valuable|superior|approved|recommended|accurate|"
    r"adequate|sufficient|"
    r"used|worthwhile|cost-effective|possible|harmful|dangerous)(?: and \w+)? (?:for|in|to|against|as|when|during|"
    r"after|of)(?: (?:treat|manage|prevent|reduce|use|the (?:treatment|management|"
    r"prevention|diagnosis) of))?))"
)
_TREATING: Final = (
    r"(?:(?:the )?(?:treating|treatment of|treatment for|management of|managing|prevention of|preventing|diagnosis "
    r"of|diagnosing|therapy of|"
    r"relieving|relief of|reducing|controlling|prognosis of|development of|pathogenesis of|predicting|prediction of|"
    r"improving|detection of|"
    r"detecting|evaluation of|assessment of|assessing|evaluating|regulation of|control of) )?"
)
BETTER: Final = (
    r"(?:better|best|safer|safest|(?:more|most) (?:effective|efficacious|useful|appropriate)|preferred|preferable"
    r"|superior|first choice|the right choice|recommended|indicated)"
)
AUX: Final = r"(?:do|doe|does|did|can|could|will|would|may|might|should|has|have|must)"
START: Final = r"(?:^|[:.;?!-] ?|, )(?:(?:but|and|or|so|if|then|because) )?"


KIN: Final = (
    r"(?:husband|wife|partner|spouse|mum|mom|mummy|mam|mother|dad|daddy|father|son|daughter|gran|granny|nan|nana"
    r"|grandma|grandmother"
    r"|grandad|grandpa|grandfather|aunt|auntie|uncle|brother|sister|friend|neighbour|neighbor|baby|toddler|kid|child"
    r"|boy|girl"
    r"|patient|client|resident)"
)
"""Whom somebody asks about; they are neither treatment nor outcome."""


class Frame(NamedTuple):
    """A pattern with the named groups i, c, o; p and q where it names the people or their illness."""

    name: str
    pattern: re.Pattern[str]


def _frame(name: str, pattern: str) -> Frame:
    return Frame(name, caseless(pattern))


_BESIDE: Final = r"(?:versus|vs\.?|compared (?:with|to)|in comparison (?:with|to)|(?:more|less) than)"
_MORE: Final = (
    r"(?:lower|higher|less|fewer|greater|shorter|longer|rarer|commoner|(?:more|less) (?:common|frequent|likely))"
)
_ON: Final = r"(?:with|on|under|after|using)"
_AMONG: Final = rf"(?: (?:in|for|among|of) (?:[\w-]+ ){{0,3}}?(?:{PEOPLE}|[^:;?,]{{3,40}}))?"
FRAMES: Final = (
    _frame(
        "accuracy",
        r"^how (?:well|accurate(?:ly)?|sensitive|specific|reliabl[ey]|good) (?:is|are|does|do|can) (?:an? |the )?"
        r"(?P<i>[^:;?]+?) (?:(?:at|for|in|to) )?(?:the )?(?:diagnos(?:e|is|ing)|detect(?:ing|ion)?|predict(?:ing)?"
        r"|exclud(?:e|ing)|rul(?:e|ing) (?:out|in)|identify(?:ing)?|screen(?:ing)?|find(?:ing)?|for)(?: of| for)? "
        r"(?P<o>[^:;?]+)$",
    ),
    _frame(
        "what somebody can take",
        rf"\bwhat (?:else )?(?:should|shall|can|could|may|do) (?:(?:my|our|the|a|an|this|her|his) {KIN}"
        r"|i|we|he|she|they|you)"
        r" (?:take|have|get|use|try|do|give(?: (?:him|her|them))?) (?:for|to (?:treat|help|prevent)) (?:an? |the "
        r"|his |her |my |their )?(?P<o>[^:;?,]+?)"
        r"(?: (?:at|after|before|if|when|while|now|because|aged?|once)\b[^:;?]*)?$",
    ),
    _frame(
        "somebody and a treatment",
        rf"{START}(?:should|shall|can|could|must|may|does|do|is it (?:ok|okay|safe|all right) for)"
        r" (?:(?:my|our|the|a|an|this|her|his)"
        rf" (?:\d+ ?(?:y|yo|year|month|week|day)s?[- ]?old )?{KIN}|i|we|he|she|they) (?:really |still |also |ever )?"
        r"(?:to )?(?:be (?:taking|given|using|on)|keep (?:taking|using|on)|take|have|get|use|need|stop"
        r"|start|continue|avoid|try|come off"
        r"|carry on with)(?: taking| using| with)? (?:his |her |their |my |our |the |some |any |an? )?"
        r"(?!(?:(?:his|her|their|my|our|the|some|any) )?"
        r"(?:tablets?|pills?|capsules?|medicines?|medications?|meds|drugs?|it|them|this|that|these)\b)"
        r"(?P<i>(?:(?!\b(?:instead of|rather than|versus|vs|compared|than)\b)[^:;?,])+?)"
        r"(?: (?:for|to (?:treat|help|prevent)) (?:an? |the |his |her |my |their )?(?P<o>[^:;?,]+?))?"
        r"(?: (?:at|after|before|if|when|while|now|because|aged?|once)\b[^:;?]*)?$",
    ),
    _frame(
        "changes the risk",
        rf"{START}{AUX} (?P<i>[^:;?]+?) {VERB_FORM} (?:the )?(?:\w+ )?(?:risk|incidence|rate|odds|likelihood"
        rf"|number)s? of (?P<o>[^:;?]+?)(?:,? {_BESIDE} (?P<c>[^:;?]+?))?$",
    ),
    _frame(
        "more with one than with another",
        rf"{START}(?:is|are|was|were) (?:there )?(?:the )?(?P<o>[^:;?,]+?) (?:any |significantly |much )?{_MORE} {_ON} "
        rf"(?P<i>[^:;?]+?) than (?:{_ON} )?(?P<c>[^:;?]+?){_AMONG}$",
    ),
    _frame(
        "difference in it between",
        r"\b(?:differences?|differ) in (?:the )?(?P<o>[^:;?]+?),? between (?P<i>[^:;?]+?) (?:and|or|versus|vs\.?) "
        rf"(?P<c>[^:;?]+?){_AMONG}$",
    ),
    _frame(
        "changes more than",
        rf"{START}{AUX} (?P<i>[^:;?]+?) {VERB_FORM} (?P<o>[^:;?]+?),? (?:versus|vs\.?|(?-i:v)\.?|compared (?:with|to)"
        r"|in comparison (?:with|to)|(?:better|more|less) than) (?P<c>[^:;?]+?)"
        r"(?: (?:for|in|on|after|during) [^:;?]+)?$",
    ),
    _frame(
        "swap",
        r"\b(?:swap|swapping|switch|switching|chang(?:e|ing)|mov(?:e|ing)|convert|converting)"
        r" (?:me |him |her |them |from |my |his |over from )*(?P<c>[^:;?,]{3,40}?)"
        r" (?:for|to|onto|with|over to|by) (?P<i>[^:;?,]{3,90}?)"
        r"(?: (?:in|for|because|if|when|after) (?P<o>[^:;?]+)|,[^:;?]*| how\b[^:;?]*)?$",
    ),
    _frame(
        "safe to",
        r"\b(?:safe|ok(?:ay)?|alright|all right|fine|dangerous|harmful|advisable|reasonable) to (?:give|use|take"
        r"|prescribe"
        r"|start|continue|have|drink|offer) (?P<i>[^:;?]+?)(?:\s+(?:to|in|for|during|when|while|if|after"
        r"|before)\b[^:;?]*)?$",
    ),
    _frame(
        "choice",
        r"^[ ,]*(?:(?:is|are|does|do|should (?:i|we) (?:use|give|choose|start|prescribe)|which is (?:better|safer"
        r"|best)[,:]?) )?(?P<i>[^:;?,]{3,60}?) or (?P<c>[^:;?,]{3,60}?) (?:be )?"
        r"(?:better|safer|best|more effective|preferred|preferable)(?: (?:for|in|to) (?P<o>[^:;?]+))?$",
    ),
    _frame(
        "which of two",
        r"^[ ,]*(?:which|what)(?: [\w-]+){0,3}? (?:is|are|works?|would be|should be|does|do|helps?)(?: the)?"
        rf"(?: likely)? {BETTER}(?: (?:choice|option|drug|treatment|one|tolerated|at))?"
        r"(?: (?:for|in|to|against|at) (?:the )?(?P<p>[^:;?,]+?))?"
        r" ?[,:;?–-] ?(?:is it |either )?(?P<i>[^:;?,]{2,60}?) or (?P<c>[^:;?,]{2,60}?)"
        r"(?:,? (?:for|in|to (?:treat|prevent)) (?P<q>[^:;?]+))?$",
    ),
    _frame(
        "for it, this or that",
        r"^(?:for|in|to (?:treat|prevent)) (?P<p>[^:;?,]{3,60}?)(?:, ?| (?=is|are|should|does|would))"
        rf"(?:(?:is|are|does|do|should (?:i|we) (?:use|give|choose|start|prescribe)|which is {BETTER}[,:]?"
        r"|would you (?:use|give|choose)|would) )?(?P<i>[^:;?,]{2,60}?) or (?P<c>[^:;?,]{2,60}?)"
        rf"(?: (?:be |work )?{BETTER}(?: (?:choice|option))?)?$",
    ),
    _frame(
        "do",
        rf"{START}{AUX} (?P<i>[^:;?]+?) (?:actually |really |ever |still )?(?:do|make) (?:any ?thing|some ?thing|much"
        r"|any good|a lot|an?y? (?:real )?difference)(?: (?:for|to|with|about|in|against) (?P<o>[^:;?]+))?$",
    ),
    _frame(
        "needed",
        rf"{START}{AUX} (?P<i>[^:;?,]+?) (?:actually |really |ever |still |even )*(?:work|help)"
        r"(?:,? or (?:do|does|should|must|would|is|are) [^:;?]+)$",
    ),
    _frame(
        "at risk",
        r"\b(?:at|have|has) (?:an? )?(?:\w+ ){0,2}risk (?:of|for) (?:developing |getting |having )?(?P<o>[^:;?]+)$",
    ),
    _frame("role", rf"\broles? (?:of|for) (?P<i>.+?) (?:in|for|as) {_TREATING}(?P<o>.+)$"),
    _frame(
        "comparison",
        r"(?:^|[:;] |\b(?:is|are|does|do|can|of|between|comparing|compare)\b )(?P<i>[^:;?]+?),? (?:versus|vs\.?"
        r"|(?-i:v)\.?|compared "
        r"(?:with|to)|in comparison (?:with|to)|rather than|"
        r"instead of|beats?|outperforms?|"
        r"(?:superior|inferior|equivalent|preferable|equal) to|(?:better|worse|safer|faster|(?:more|less) "
        r"\w+) than|as \w+ as) "
        r"(?P<c>[^:;?]+?)(?: (?:for|in|on|to|as|after|regarding|with respect to|during) (?P<o>[^:;?]+))?$",
    ),
    _frame(
        "between",
        r"\b(?:association|relationship|correlation|link|relation|connection|interaction|overlap)s? (?:exist "
        r")?between (?P<i>.+?) and (?P<o>.+)$",
    ),
    _frame("difference", r"\bdiff(?:erences?|er)? between (?P<i>.+?) and (?P<c>.+)$"),
    _frame(
        "effect",
        r"\b(?:effects?|impacts?|influences?|efficacy|effectiveness|benefits?|safety|value|accuracy|performance|"
        r"utility|usefulness|"
        r"success rates?|consequences|contribution|importance|significance|outcomes?|doses?|dosage|risks?|side "
        r"effects?|results) of (?P<i>.+?) (?:on|in|for|upon|against|to) (?P<o>.+)$",
    ),
    _frame(
        "treated with",
        r"\b(?:treatment|management|prevention|prophylaxis|therapy|relief|control)s? (?:of|for) (?P<o>.+?) (?:with|"
        r"by|using) (?P<i>.+)$",
    ),
    _frame(
        "be",
        rf"{START}(?:is|are|was|were|will|could|can|would|should)(?: there)? (?P<i>[^:;?]+?) (?:be |really |truly |"
        rf"still |always |it )?{_PREDICATE} (?P<o>.+)$",
    ),
    _frame(
        "how it acts on",
        rf"^(?:how(?: much| far)?|to what extent|in what way) {AUX} (?P<i>[^:;?,]+?) "
        r"(?:affect|influenc|impact|chang|alter)(?:e|es|s)? "
        r"(?P<o>(?!(?:you|me|us|people|patients?|it|them|the body)\b)"
        r"(?![^:;?]*\b(?:dos(?:es?|ing|age)|levels?|clearance|half-li\w+|metabolism|pharmaco\w+|INR)\b)[^:;?]+)$",
    ),
    _frame(
        "do",
        # `reduced` in `be continued with reduced function` is nothing that it does.
        rf"{START}{AUX} (?P<i>(?:(?!\bbe (?:\w+ed|given)\b)[^:;?])+?) "
        r"(?:be able to |really |also |still |actually |not |potentially |"
        rf"significantly )?{VERB_FORM}(?: to| with| in| for)? (?P<o>[^:;?]+)$",
    ),
    _frame(
        "passive",
        rf"{START}(?:{AUX}|is|are|was|were) (?P<o>[^:;?]+?) (?:be )?(?:affected|influenced|improved|reduced|"
        rf"increased|predicted|prevented|treated|modified|explained|enhanced|caused|changed|relieved|managed|helped) "
        rf"(?:by|with|using|through) (?P<i>[^:;?]+)$",
    ),
    _frame(
        "used for",
        r"(?P<i>[^:;?]+?) (?:(?:be )?used (?:for|to treat|in|as)|to (?:treat|prevent|relieve|reduce|manage|help(?: "
        r"with)?|cure)|for (?:the )?(?:treatment|management|prevention|prophylaxis|relief) of|in (?:the "
        r")?(?:treatment|management|prevention|diagnosis) of) (?P<o>.+)$",
    ),
    _frame(
        "take for",
        r"\b(?:take|use|try|give|prescribe|recommend|get|put on|used?) (?P<i>[^:;?]+?) for (?:the )?(?P<o>.+)$",
    ),
    _frame("for", r"^(?P<i>[^:;?]{3,80}?) for (?:the )?(?P<o>[^:;?]+)$"),
    _frame(
        "treatment for",
        r"\b(?:treatments?|therap(?:y|ies)|management|remed(?:y|ies)|medication|medicine|drugs?|cure|help|prevention|"
        r"anything|something|prescribed?)\b[^:;?]{0,30}? (?:of|for|to treat|to help(?: with)?|against) (?:an? |the |"
        r"my )?(?P<o>.+)$",
    ),
    _frame(
        "be a",
        rf"{START}(?:is|are|was|were|could|can|may|might)(?: there)? (?P<i>[^:;?]+?) (?:be )?(?:an?|the|another) "
        r"[\w -]{2,45}? (?:of|for|to|in|on|against|during) (?P<o>[^:;?]+)$",
    ),
    _frame(
        "there is",
        rf"{START}(?:is|are|was|were)(?: there)? (?:an? |any )?(?:increases?|decreases?|changes?|difference|"
        rf"reduction|variation|"
        r"discrepancy|place|need|awareness|rise|fall|trend) (?:in|for|of|between) (?P<o>[^:;?]+)$",
    ),
    _frame(
        "needed",
        rf"{START}(?:is|are|was|were|should|can|could|does|do|has|have|will)(?: there)? (?P<i>[^:;?]+?) (?:be |been "
        rf"|really |"
        r"always |still |clinically |truly |ever )*(?:necessary|needed|required|justified|safe|effective|feasible|"
        r"useful|"
        r"adequate|accurate|reliable|appropriate|indicated|beneficial|harmful|contagious|recommended|worthwhile|valid|"
        r"sufficient|possible|implemented|measured|performed|omitted|underdiagnosed|different|work|exist|occur|"
        r"matter|help|"
        r"increasing|decreasing|changing|satisfying|dangerous|available|estimated|routine|correctly|"
        r"addictive)\b[^:;?]*$",
    ),
    _frame("choice", r"^(?P<i>[^:;?,]{3,60}?) or (?P<c>[^:;?,]{3,60}?)(?: in [^:;?]+| for [^:;?]+)?$"),
    _frame("title", r"^(?P<i>[^:;?]{3,}?)(?:: |\? | -+ ?|--|[.] )\S.*$"),
    _frame("name", r"^(?:what|who) (?:exactly )?(?:is|are|'s) (?:an? |the )?(?P<i>[^:;?]{2,60})$"),
)
"""Frames in the order in which they are tried."""
TREATING: Final = frozenset(
    (
        "role",
        "used for",
        "take for",
        "somebody and a treatment",
        "for",
        "treatment for",
        "treated with",
        "effect",
        "be",
        "comparison",
    )
)
"""Frames in which a treatment is asked about for an illness, so that whoever is asked about has it."""
