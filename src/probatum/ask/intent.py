"""What kind of question it is, from its wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.model import Intent
from probatum.text import recognised, time_course
from probatum.text.expressions import expression
from probatum.text.operations import OPERATION

_MOVES: Final = (
    r"(?:[\w-]+ ){1,5}(?:reduc|lower|shorten|rais|increas|improv|help|cut|prevent|chang|prolong|extend|slow|eas|reliev"
    r"|differ)\w*"
)
"""Behind `how much`: the size of an effect is asked for, and no dose."""

_SOMEBODY: Final = (
    r"(?:me|my|his|her|him|us|them|you|your|an?|the|this|that|these|kids?|child\w*|bab\w+|toddlers?|infants?|newborns?"
    r"|adults?|women|men|people|patients?|someone|somebody|everyone|teen\w*|elderly|older|young\w*|pregnan\w+|breast\w*"
    r"|nursing|diabetics?|asthmatics?|epileptics?|drinkers?|smokers?|vegans?|long|short|daily|regular|drivers?|driving"
    r"|over|under|use|\d+)\b"
)
"""Behind `ok for`: those who are to have it. `ok for hay fever` asks whether it helps in that."""

_RULES: Final[tuple[tuple[Intent, re.Pattern[str]], ...]] = tuple(
    (intent, expression(pattern, re.IGNORECASE))
    for intent, pattern in (
        (
            Intent.INTERACTION,
            r"\binteract(?:s|ed|ing|ions?)?\b(?! with (?:the )?(?:health|family|doctor|urokinase))|\bcontraindicated "
            r"with\b",
        ),
        (
            Intent.DOSING,
            r"\b(?:what|which|right|correct|recommended|usual|maximum|maximal|max|starting|initial|optimal|daily"
            r"|higher|lower)"
            r" (?:\w+ )?(?:dos(?:e|es|age|ages|ing))\b|(?<!high )(?<!low )(?<!high-)(?<!low-)\bdose (?!of|for|in"
            r"|with|at|when|if)"
            r"(?:[\w-]+ )*(?:child|children|adults?|kids?|bab(?:y|ies)|infants?|pregnan\w+|elderly|renal|kidney)\b"
            r"|\bdos(?:age|ing)\b|\bhow (?:much|many) (?:mg|milligrams|pills|"
            r"tablets|capsules|"
            rf"doses|times|puffs|units|drops)\b|\bhow much (?!{_MOVES}|weight\b|benefit\b|risk\b|better\b"
            r"|difference\b|more\b|less\b)(?:\w+ ){1,3}"
            r"(?:can|should|do|may|for|in)\b|"
            rf"\bhow much (?!{_MOVES})(?:to|should|do|can)\b|\bhow (?:often|frequently) "
            r"(?:should|can|do|may|to)\b|"
            r"\bhow (?:much|many),?(?: and| &|,|/)? how often\b|\bwhat strength (?:of|should|do|does|is|to)\b|"
            r"\b(?:loading|starting|initial|induction|dos(?:e|ing)) (?:regimen|schedule)s?\b|"
            r"\bhow (?:is|are|do|does|should|can|to)\b[^?.;]{0,30}\bdos(?:e|es|ing) (?:be )?(?:raised|increased|started"
            r"|titrated|adjusted|reduced|lowered|changed|built)\b|"
            r"\bmg/kg\b|\btitrat|\bwean|\btaper|\bmiss(?:ed)? a dose\b|\bnext dose\b|"
            r"(?<!low )(?<!low-)(?<!high )(?<!high-)\bdose (?:adjust|of|for|in|with"
            r"|at|when|if|"
            r"reduction)|"
            r"\bdos(?:e|es|ing),? (?:with |at |if )?(?:e?GFR|CrCl|CLcr|creat\w*|weight|weighs)\b|"
            r"\b(?:best|ideal|proven|safest|most effective) (?:\w+ )?dose\b(?! (?:response|reduc|of exercise))|"
            r"\bdos(?:e|es|ing)\s*\??$|\bhow (?:should|do) i take\b|\bbest time to take\b"
            r"|\b(?:should|do|can|could|must|to|would) (?:(?:i|we|you|she|he|they) )?(?:halve|double)\b(?! check)"
            r"|\bwhat(?:'s| is|s)? (?:the |his |her |my |their )?max(?:imum)?\b"
            r"|\b(?:treatment|treating|therapeutic|prophylactic|loading|maintenance|bridging|rescue) dos(?:e|es|ing)\b"
            r"|\bdos(?:e|es|ing) (?:check|query|please|advice|help(?=\W*$| please| needed))\b"
            r"|\b\d+ ?(?:mg|mcg|g|units?) or \d+ ?(?:mg|mcg|g"
            r"|units?)\b"
            r"|\bhow (?:fast|quickly|slowly) (?:do|should|can|to) (?:\w+ )?(?:come (?:down|off)|reduce|cut down"
            r"|go up|increase"
            r"|bring (?:it|them) down|step down)\b"
            r"|\bhow (?:to|do (?:i|we|you)|should (?:i|we|you)|can (?:i|we|you)) (?:safely )?"
            r"(?:start|initiate|commence)\b(?! (?:(?:treat|manag)\w*|therapy|to|with|on|an?|the|off|out|up|over)\b)"
            r"|\b(?:the |what'?s )most (?:[\w-]+ ){0,4}?(?:(?:that )?(?:i|he|she|they|you|we) )(?:can|should|may)"
            r" (?:safely )?(?:take|have|give|use|prescribe)\b"
            r"|\bhow (?:to|do (?:i|we|you)|should (?:i|we|you)|can (?:i|we|you)) (?:safely )?"
            r"(?:give|administer|inject|infuse|draw up|apply)\b(?! (?:up|it up|birth|blood|advice|consent)\b)"
            r"|\bhow (?:is|are) [\w -]{2,40}? (?:given|administered|injected|infused|applied)\b",
        ),
        (
            Intent.HARM,
            r"\bside[- ]effects?\b|\badverse\b(?! (?:cardio|cerebro)?(?:vascular|cardiac|limb|kidney|renal)\b)|"
            r"\bsafe(?:ly|ty)?\b|(?<!benefits and )(?<!benefit and )\bharm(?:s|ful)?\b"
            r"|\btoxic(?:ity)?\b|"
            r"\bcontra-?indicat|\bdanger(?:ous|s)?\b|"
            r"\bbad for (?:you|me|us|him|her|them|people|your|my)\b(?! to\b)|"
            r"\bovermedicat|\bcomplications? of\b|\bwithdrawal (?:symptoms|syndrome)\b|\baddictive\b|\b(?:ok|okay|"
            r"alright|bad) (?:for me )?to "
            r"(?:take|use)\b|\b(?:ok|okay|alright|fine) (?:in|during|when|while|with|if|after|at \d+ weeks"
            rf"|for (?={_SOMEBODY}))\b"
            r"|\bhepatotoxic|\bnephrotoxic|"
            r"\b(?:kidneys?|liver|heart|stomach|bones?|hearing|eyes|brain) (?:is |are |been |being |get "
            r"|gets )*(?:knackered|damaged"
            r"|ruined|harmed|wrecked|poisoned)\b|\b(?:damage|ruin|wreck|harm)(?:s|ing|ed)? (?:my|the|his|her"
            r"|your) (?:kidneys?|liver"
            r"|heart|stomach|bones?|hearing|eyes|brain)\b|"
            r"\b(?:dangers?|harms?|downsides?) of\b|\blong[- ]term (?:risks?|dangers?|harms?)\b"
            r"|\bcan (?:i|she|you|we) (?:still |safely )?(?:breast-?feed|get pregnant|conceive)\b|"
            r"\bteratogen|\b(?:long[- ]term )?(?:risks?|dangers?)(?: how (?:much|big|high|great|large))?\W*$",
        ),
        (
            Intent.PREVENTION,
            r"\bprevent(?:s|ed|ing|ion|ive|able|ative)?\b|\bfor stopping\b|\bstops? (?:you|me|him|her|them|people)"
            r" (?:from )?(?:getting|catching|having)\b"
            r"|\b(?:stopping|cutting(?: down)?|averting|avoiding|warding off) (?:(?:more|further|new|future|repeat) )?"
            r"(?:heart attacks?|myocardial infarctions?|strokes?|attacks|falls|fractures|clots|flares|relapses"
            r"|exacerbations|infections|migraines?|seizures|fits|deaths|admissions|recurrences)\b|\bprophyla"
            r"|\bvaccin(?:e|es|ation|ations|ate|ated)\b|"
            r"\bimmuni[sz]|\bavoid (?:getting|catching)\b|"
            r"\b(?:not|never|don['\u2019]?t|doesn['\u2019]?t|won['\u2019]?t|stop(?:s|ping)?|avoid(?:ing)?"
            r"|keep(?:s|ing)? [^.?;]{1,30} from)\b[^.?;]{0,40}\b(?:com(?:e|es|ing) back|returning|happening again)\b|"
            r"\b(?:how|what)\b[^.?;]{0,30}\bstop (?:me |myself )?getting\b|"
            r"\bhow (?:do|can|to|could|would)\b[^.?;]{0,12}\b(?:stop|avoid|have fewer|cut down)\b[^.?;]{1,40}"
            r"\b(?:attacks|flares|flare-?ups|episodes|exacerbations|migraines)\b|"
            r"\bprotect(?:s|ion|ive)? (?:against|from)\b|\breduce the (?:risk|incidence) of\b",
        ),
        (
            Intent.DIAGNOSIS,
            r"(?<!after )(?<!after a )(?<!after the )(?<!newly )(?<!with a )(?<!since )\bdiagnos(?:e|es|ed|is|tic|ing"
            r"|able)\b(?! with\b)|\bscreen(?:ing|ed)?\b|\bsensitivity\b|\bspecificity\b|"
            r"\bdetect(?:s|ed|ing|ion|able)?\b|"
            r"\b(?:tests?|testing|marker|biomarker|markers|biomarkers|signs?|symptoms?|criteria) (?:for|of)\b|"
            r"\baccura(?:te|cy)\b|"
            r"\bwhat (?:could|can|might) it be\b|\bdistinguish|\bdifferentiat(?:e|es|ing) |\bdiscriminat|"
            r"\brul(?:e|es|ing) (?:out|in)\b|\breliab(?:le|ility)\b|\bvalid(?:ity)?\b|"
            r"\bhow likely is (?!(?:it|he|she|this|that) (?:to|that)\b|my\b)|\bto tell [\w' -]{3,40} from\b"
            r"|\bhow (?:to|do (?:i|you|we)|can (?:i|you|we)) (?:tell|distinguish)\b|\btell the difference\b"
            r"|\bpicks? up\b|\b(?:do|should|must|need to) (?:(?:i|we) )?(?:swab|scan|x-?ray|image|biopsy)\b"
            r"|\bcan (?:i|we) call (?:it|this|that)\b|\bis (?:it|this|that) (?:definitely |really |likely |probably "
            r"|likely to be )"
            r"(?:an? )?(?!safe|ok|worth|needed|necessary|right|normal|true|possible|good|bad|better)[\w-]+\W*$"
            r"|\bwhat(?:'s| is| are) the (?:cut-?offs?|pre-?test|post-?test|likelihood ratio)\b"
            r"|\b(?:do|does|should|must|need to|can) (?:(?:i|we|he|she|they) )?(?:need|have|want|get) (?:an? "
            r"|the )?(?:MRI|CT|x-?ray|scan"
            r"|ultrasound|echo|biopsy|swab|blood test|ECG|PSA|colonoscopy|endoscopy)\b"
            r"|\bneeds? (?:an? |the )?(?:MRI|CT|x-?ray|scan|ultrasound|echo|biopsy|swab)\b|"
            r"\bimaging\b|\bbiops|\bhow (?:is|are) .* (?:confirmed|tested)\b",
        ),
        (
            Intent.PROGNOSIS,
            r"\bpredict(?:s|ed|ing|ion|ive|or|ors)?\b|\bprogno(?:sis|stic|ses)\b|\boutlook\b|\bsurviv(?:e|al)\b|\blife "
            r"expectancy\b|\brecur(?:s|rence)?\b|\bmortality\b|"
            r"\blong-term outcomes?\b|\bnatural (?:history|course)\b|\brisk factors?\b|\brisk (?:indicator|"
            r"marker)s?\b|\bhow long (?:does|do|will|would|is)\b(?! (?:i|we|she|he|they|you|one) "
            r"(?:need to |have to |still )?(?:carry|keep|stay|take|continue|use|be on|give|go on|treat)\b)|"
            r"\bassociated (?:with|to)\b|\bassociat(?:ed\W*$|ions?\b)|\brelated to\b|\bcorrelat"
            r"|\brelationship\b|\bincidence\b|\bprevalence\b|"
            r"\bat (?:greater |increased |higher )?risk\b|"
            r"\boutcomes? (?:after|of|following)\b|\bcontagious\b"
            r"|\bwhat(?:'s| is| are)? (?:my|his|her|their|the|your) (?:chances?|odds|prospects|outlook|prognosis)\b"
            r"|\bwill (?:it|this|that|he|she|they|i|my [\w-]+) (?:ever |just |fully |really |go away|get better"
            r"|come back|spread|recover)"
            r"|\bwill (?:it|this) (?:go|pass|last|heal|clear|settle|return)\b|\bget (?:worse|better) (?:over time"
            r"|on (?:its|their) own|by itself)\b"
            r"|\bgo (?:away )?(?:on its own|by itself)\b|\bwhat (?:%|percent\w*|proportion|share) of\b"
            r"|\bhow likely (?:am|are|is) (?:i|we|you|they|he|she|it|my \w+)\b"
            r"|^\W*(?:what(?:'s| is| are| was)? (?:the |my |his |her )?)?(?:chances?|likelihood|odds|probability) of\b"
            r"|\b(?:chances?|risks?|odds|likelihood) of (?:another|a (?:second|further)|having another)\b"
            r"|\bchances? of (?:liv|surviv|dy|recover|(?:a )?(?:full )?recovery|beating|being cured|(?:it|this|that"
            r"|the \w+)"
            r" (?:coming|going|spreading|getting))\w*|\bhow long (?:have|has) (?:i|he|she|they|we) (?:got|left)\b",
        ),
        (
            Intent.MECHANISM,
            r"\bmechanisms?\b|\bmodes? of action\b|\bhow (?:does|do) [\w' -]{3,40} work\b|\bpathogen|"
            r"\bwhy (?:does|do|is|are)\b(?! [^?,]{2,60}?\b(?:given|used|prescribed|recommended|advised|offered)\b)|"
            r"\bpathophysiolog|\b(?<!reactive )(?<!high[- ])(?<!low[- ])(?<!dietary )(?<!eating )(?<!eat )(?<!much )"
            r"(?:gene|protein|receptor|enzyme|pathway|mutation)s?\b(?![ -](?:(?:ant)?agonist|blocker|inhibitor"
            r"|modulator|replacement|diet|food|meal|shake|powder|bar\b|drink|snack|intake))"
            r"|\bwhat causes\b|\bcauses? of\b|\bmetaboli[sz]ed\b|\bhalf-life\b|"
            r"\bbind(?:s|ing)?\b|\bencoded?\b",
        ),
    )
)
_DRUG_HARM: Final = expression(
    r"\b(?:cause[sd]?|causing|make me|lead(?:s)? to|affect(?:s)? (?:fertility|pregnancy|the liver)"
    r"|worsens?|aggravates?|exacerbates?)\b"
    r"|\bma(?:k(?:e|es|ing)|de) (?:me|you|him|her|them|us|people|patients|someone|somebody|children|kids|my \w+"
    r"|the \w+)"
    r" (?:(?:feel|get|go|more|so|really|very|a bit|too|quite|all) ){0,2}"
    r"(?!(?:feel |get )?(?:better|well|sleep(?! ?walk)|lose|live|last|recover|stop|quit|grow|happ\w+|stronger|healthier"
    r"|fertile|immune|pregnant|less|fitter|ovulate|eat|drink|take|work|any|calm\w*|go\b))[a-z]",
    re.IGNORECASE,
)
_EFFECT: Final = expression(
    r"\b(?:reduc|decreas|lower|prolong|extend|delay|slow|increas|enhanc|shorten|stop|affect|chang|work)", re.IGNORECASE
)
"""What a drug does to an outcome: a question of therapy, also where the outcome is survival or risk."""
_MECHANISM_WORD: Final = expression(r"\bmechanisms?\b|\bmodes? of action\b", re.IGNORECASE)
_BEARS_ON: Final = expression(
    r"\b(?:affect|influenc|impact|chang|determin|contribut|increas|decreas|differ|worse|vary|varies|relat|reflect|"
    r"account for|"
    r"matter|course|factors?|effects? of|higher|lower)",
    re.IGNORECASE,
)
_WORKS: Final = expression(
    r"\bhow (?:does|do) (?!well\b)[\w' -]{3,40} work\b"
    r"|\bhow (?:does|do) (?!(?:well|i|we|you|they|he|she|it|people|doctors)\b)[\w'-]+(?: [\w'-]+)? "
    r"(?:lower|raise|reduce|increase|prevent|protect|cause|stop|kill|relieve|act|slow|trigger|block)s?\b",
    re.IGNORECASE,
)
"""`how does X work in Y`: by what, and not whether."""
_WHY_CAUSES: Final = expression(r"\bwhy\b (?!not\b)[^.?,;]{3,60}\bcaus(?:e|es|ing)\b", re.IGNORECASE)
"""`why A causes B`: by what."""
_WHY_IS: Final = expression(
    r"^\W*(?:[\w ]{2,24}[:-] )?why (?:is|are|does|do) (?!(?:it|this|that|my|he|she|they|we|i|not)\b)"
    r"(?:(?!\bno|\bwork)[^?]){3,60}\b(?:affect\w*|interact\w*|rais\w+|lower\w*|chang\w+|slow\w*|titrat\w+"
    r"|increas\w*)\b",
    re.IGNORECASE,
)
_SINCE: Final = expression(
    r"\bcould (?:it|this|that) be (?:due to |down to |from )?(?:the |my |his |her )?[\w-]+\W*$"
    r"|\bis it (?:the|my|because of (?:the|my)|from (?:the|my)) [\w-]+ (?:or|that)\b"
    r"|\bis (?:it|this|that) (?:(?:due|down) to|caused by|because of|the fault of) (?:the |my |his |her )?[\w-]+",
    re.IGNORECASE,
)
"""`is it the A or my age`: whether a drug is to blame."""
_SAFER: Final = expression(
    r"\b(?:is|are) [^?.;,]{2,60}? (?:any )?(?:safer|less (?:safe|harmful|toxic)) than\b"
    r"|\bwhich (?:one |of them |drug |medicine )?is (?:the )?safer\b",
    re.IGNORECASE,
)
"""`is A safer than B`, `which is safer`: what each does to people is set against the other."""
_ILL_OR: Final = expression(
    r"\bis (?:it|this|that) (?:an? |really |just )*[\w' -]{3,30} or (?:just |only |an? "
    r"|pre)?[\w' -]{0,30}\W*$",
    re.IGNORECASE,
)
"""`is that diabetes or pre`: which of two illnesses it is."""
_THERAPY: Final = expression(
    r"\b(?:treat(?:s|ed|ing|ment|ments)?|therap(?:y|ies|eutic)|manage(?:ment|d)?|effective(?:ness)?|efficacy|"
    r"help(?:s|ful)?|"
    r"benefi(?:t|ts|cial)|improve[sd]?|cure[sd]?|relie(?:f|ve|ves)|prescribe[sd]?|role of|indicat(?:ed|ions?)|superior|"
    r"better than|alternative)\b"
    r"|^should (?:[\w-]+ ){1,6}be (?:lowered|reduced|raised|kept|brought|aimed|targeted|controlled|corrected)\b",
    re.IGNORECASE,
)


_SMOKES: Final = expression(
    r"\b(?:stopp?(?:ed|ing)|quit(?:s|ting)?|g[ai]v(?:e|en|ing) up|(?:re)?start(?:ed|ing)|cut(?:ting)? down(?: on)?) "
    r"(?:smoking|cigarettes|fags|tobacco)\b",
    re.IGNORECASE,
)
_AMOUNT: Final = expression(r"\b(?:dos(?:e|es|ing)|levels?|adjust\w*)\b", re.IGNORECASE)
_TO_QUIT: Final = expression(r"\b(?:to (?:stop|quit|give up)|help\w*|aid\w*|crav\w+|patch(?:es)?|gum)\b", re.IGNORECASE)
"""`stopped smoking, does his dose change`: smoke bears on what becomes of a drug, unless the drug is to end smoking."""


_HELPS_TOO: Final = expression(
    r"\b(?:will|does|do|would|did) (?:it|this|that|they|these) (?:actually |really |even )?(?:work|help)\b"
    r"|\bhow (?:well|effective)\b|\b(?:is|are) (?:it|this|they) (?:any good|any use|effective|worth)\b",
    re.IGNORECASE,
)
"""Whether it helps is asked too: then that is the question, and what it does besides is told in every answer."""


_AT_RISK: Final = expression(r"\b(?:in|for|among) (?:[\w-]+ ){0,4}?at (?:[\w-]+ ){0,3}risk\b", re.IGNORECASE)
"""`in women at high risk`: in whom, and no harm that is feared."""
_LESS_RISK: Final = expression(
    r"\b(?:lower|reduc|cut|decreas|halv|diminish)\w*\b[^?.;,]{0,40}\brisks?\b", re.IGNORECASE
)
"""A risk that is to be made less is what is hoped for, and no harm."""
_HARMS: Final = expression(
    r"\b(?:side[- ]effects?|adverse|safe\w*|harm\w*|toxic\w*|contra-?indicat\w*|danger\w*)\b", re.IGNORECASE
)


_PAUSED: Final = expression(
    rf"\b{OPERATION}\b.*\b(?:stop|hold|withhold|pause|omit|restart|resume|come off|take)\b"
    rf"|\b(?:stop|hold|withhold|pause|omit|come off)\b.*\b(?:before|for|pre|prior to) (?:\w+ ){{0,3}}?{OPERATION}\b",
    re.IGNORECASE,
)
"""What becomes of a medicine when a procedure is ahead, which is no question of what the procedure finds."""


def read_intent(text: str, drugs: Sequence[str], *, treated: bool = True) -> Intent:
    """The kind of question. `drugs`: the names of the drugs it speaks of; `treated`: whether it speaks of any
    drug or procedure.

    Specific wordings (interaction, dose, harm) come before the general; a question about giving something for something
    is one of therapy even where it speaks of survival or risk.
    """
    if _WHY_CAUSES.search(text) or _WHY_IS.search(text):
        return Intent.MECHANISM
    if _how_many(text, drugs) or (drugs and _HOW_MANY_MAY.search(text)):
        return Intent.DOSING
    if drugs and _HOW_MUCH.search(text) and not _EFFECT.search(text):
        return Intent.DOSING
    if drugs and _SMOKES.search(text) and _AMOUNT.search(text) and not _TO_QUIT.search(text):
        return Intent.INTERACTION
    for intent, pattern in _RULES[:3]:
        if pattern.search(_AT_RISK.sub(" ", text)):
            hoped = _HELPS_TOO.search(text) or (_LESS_RISK.search(text) and not _HARMS.search(text))
            return Intent.THERAPY if intent is Intent.HARM and hoped else intent
    if _WORKS.search(text):
        return Intent.MECHANISM
    if drugs and _SAFER.search(text) and not _HELPS_TOO.search(text):
        return Intent.HARM
    if drugs and (_SINCE.search(text) or _risks_of(text, drugs)):
        return Intent.HARM
    if not drugs and time_course.asked(text):
        return Intent.PROGNOSIS
    if not drugs and recognised.asked(text):
        return Intent.DIAGNOSIS
    if _RULES[3][1].search(_TAKEN_TO_PREVENT.sub(" ", text)):
        return Intent.PREVENTION
    if drugs and _DRUG_HARM.search(text) and not _LESS_RISK.search(text):
        return Intent.HARM
    if _MECHANISM_WORD.search(text):
        return Intent.MECHANISM
    therapy = _THERAPY.search(text) or (_EFFECT.search(text) if drugs else None)
    therapy = therapy or (_SETS_TWO.search(text) if treated and not _LOOKS_ON.search(text) else None)
    if drugs and _PAUSED.search(text):
        return Intent.THERAPY
    for intent, pattern in _RULES[4:6]:
        weighed = drugs or (treated and intent is Intent.PROGNOSIS)  # a procedure detects, but improves survival
        if pattern.search(text) and not (therapy and weighed):
            return intent
    if not treated and _ILL_OR.search(text):
        return Intent.DIAGNOSIS
    if therapy:
        return Intent.THERAPY
    if _RULES[6][1].search(text):
        return Intent.MECHANISM
    return Intent.PROGNOSIS if not treated and _BEARS_ON.search(text) else Intent.THERAPY


def _how_many(text: str, drugs: Sequence[str]) -> bool:
    """Whether an amount of a drug itself is asked for, `how many A can I take`, `how much A when trying for a baby`."""
    low = text.lower()
    return any(
        low.startswith(drug.lower(), found.end()) and not _MOVED.match(low, found.end())
        for found in _HOW_MANY.finditer(text)
        for drug in drugs
    )


_HOW_MANY_MAY: Final = expression(
    r"\bhow many (?:more |extra |of (?:them|these|those) )?(?:can|may|should|could|do|is it safe for) "
    r"(?:i|he|she|we|they|you|my \w+) (?:to )?(?:have|take|use|need|give)\b",
    re.IGNORECASE,
)
"""`took an A yesterday, how many can I have`."""
_HOW_MUCH: Final = expression(r"(?<!by )\bhow much\W*$", re.IGNORECASE)
"""`starting A today. how much`: the amount, where nothing is said that it does."""
_HOW_MANY: Final = expression(r"\bhow (?:much|many) (?:of )?(?:the |my |his |her )?", re.IGNORECASE)
_MOVED: Final = expression(
    rf"{_MOVES}|[^?.;,]*\b(?:is|are|was) (?:in|left|too|absorbed|needed)\b|[^?.;,]*\b(?:dangerous|toxic|fatal|kill\w*"
    r"|lethal|overdose|cost)\b",
    re.IGNORECASE,
)
"""What it does to something, how much of it there is, or too much of it: no dose that is asked for."""


def _risks_of(text: str, drugs: Sequence[str]) -> bool:
    """Whether the risks of a drug itself are asked for (`the risks of long-term A`), and not the risk of an illness."""
    found = _RISKS_OF.search(text)
    behind = text[found.end() :].lower() if found is not None else ""
    return bool(behind) and behind.startswith(tuple(drug.lower() for drug in drugs))


_RISKS_OF: Final = expression(
    r"\brisks? (?:of|with|from|to) (?:(?:the|an?|my|his|her|taking|using|giving|having|being|staying|on|use|of|long"
    r"|short|term|prolonged|chronic|continued|regular|daily|high|low|dose|lifelong|years)[ -])*",
    re.IGNORECASE,
)
_SETS_TWO: Final = expression(r"\b(?:versus|vs|compared (?:with|to)|instead of|rather than)\b", re.IGNORECASE)
_LOOKS_ON: Final = expression(
    r"\b(?:predict\w*|progno\w+|outlook|risk (?:factors?|markers?)|associat\w+|correlat\w+|relat\w+|chances?|odds"
    r"|how (?:long|likely)|diagnos\w+|detect\w*|screen\w*|sensitiv\w+|specific\w*|accura\w+)\b",
    re.IGNORECASE,
)
"""Two treatments that are set against each other are weighed, also by how many live; not where a sign or a test is."""


_TAKEN_TO_PREVENT: Final = expression(
    r"\b(?:on|takes?|taking) (?:[\w-]+ )?(?:prophyla\w+|preventive|preventative)(?: [\w-]+)?", re.IGNORECASE
)
"""What somebody takes already, which is not what is asked for."""
_MAY: Final = expression(
    r"\b(?:can|may|could|is it (?:ok|okay|safe|fine) (?:for [\w ]{2,20} )?to|allowed to) (?:i |she |we |my \w+ )?"
    r"(?:still |safely )?(?:take|have|use|stay on|carry on|keep)\b|\b(?:a )?problem\W*$",
    re.IGNORECASE,
)


def for_the_child(meant: Intent, text: str, *, alone: bool, bare: bool) -> Intent:
    """`may I take A (with B)`, of somebody who is pregnant or feeds a baby: asked for the child's sake, where
    nothing else is taken; where nothing but one medicine is named (`bare`), whatever words ask it (`wants A. ok?`)."""
    asked = alone and meant in (Intent.INTERACTION, Intent.THERAPY) and (bare or _MAY.search(text))
    return Intent.HARM if asked else meant


def asks_outlook(text: str) -> bool:
    """Whether its own words ask what becomes of an illness, and not only what bears on something."""
    return any(intent is Intent.PROGNOSIS and pattern.search(text) for intent, pattern in _RULES) or (
        time_course.asked(text)
    )
