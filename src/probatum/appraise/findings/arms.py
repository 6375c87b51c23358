"""Arm names: what in a sentence names a group of people or a treatment, and which of them is the control."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings.mentions import SIGNS
from probatum.appraise.findings.sentence import Context
from probatum.text.expressions import expression

PEOPLE: Final = (
    r"(?:patients?|subjects|participants|women|men|children|infants|people|persons|individuals|adults|"
    r"adolescents|girls|boys|neonates|babies|"
    r"mothers|students|respondents|volunteers|newborns|males|females|smokers|nonsmokers|non-smokers|"
    r"practices|hospitals|pregnancies|eyes|knees|hips|animals|"
    r"rats|mice|workers|residents|physicians|nurses|survivors|recipients|users|non-?users|carriers|"
    r"outpatients|inpatients|families|schools|veterans)"
)
_GIVEN = (
    r"(?:(?:who (?:were |had )?|that were |that had |that |being )?(?:treated with|treated by|"
    r"receiving|received|given|taking|took|on|assigned(?: to)?(?: receive)?|"
    r"randomi[sz]ed to(?: receive)?|allocated to|undergoing|underwent|using))"
)
_CONTROL = expression(
    r"(?<![\w-])(?:placebo|sham|controls?(?!led)|usual[- ]care|standard[- ]care|standard (?:treatment|"
    r"therapy)|usual treatment|no[- ]treatment|"
    r"untreated|waiting[- ]list|wait[- ]?list(?:ed)?|vehicle|dummy|conventional|routine care|"
    r"observation(?: only| alone)?(?!\sgroup)|no intervention|attention control|"
    r"comparison group|comparator)(?![\w])|^no\s",
    re.IGNORECASE,
)
_ARM_LIKE = expression(
    rf"(?<![\w-])(?:groups?|arms?|{PEOPLE}|those|controls?|placebo|sham|treatment|therapy|intervention|"
    rf"cases|usual care|"
    rf"cohorts?|regimens?|surgery|vaccine|surgical|treated|receiving)(?![\w])|[ⒹⓍ]|-treated",
    re.IGNORECASE,
)
_LEAD = expression(
    rf"^(?:(?:more|fewer|only|about|approximately|the|their(?: matched)?|(?-i:an?)|all|both)\s|"
    rf"(?:those|{PEOPLE})\s(?:in|from)\s(?:the\s)?(?=.*\b(?:group|arm)s?\b)|"
    rf"(?:the\s)?(?:those|{PEOPLE}|the ones)\s{_GIVEN}\s|(?:who (?:were )?)?(?:treated with|receiving|"
    rf"given|assigned to|randomi[sz]ed to|allocated to|taking|received)\s|"
    rf"(?:the\s)?(?:groups?|arms?)\s(?:treated with|receiving|given|assigned to|that received|who received)\s(?=\S))",
    re.IGNORECASE,
)
_TAIL = expression(
    rf"(?:\s(?:alone|only|groups?|arms?|treatment group|treatment arm)|\s(?:recipients|{PEOPLE}))$", re.IGNORECASE
)
_BAD = expression(
    r"^(?:being|having)\s|^favou?r of\b|^(?:there|groups|arms|total|average|all|both|each|either|this|that|these|it|"
    r"them|which|general|addition|"
    r"contrast|comparison|order|favou?r|patients|subjects|"
    r"participants|whole|overall|most|many|none|one|follow-?up|year|years|month|months|week|weeks|day|"
    r"days|hours?|before|after|admission|discharge|enrol?ment|inclusion|baseline|part|terms?|its|their|our|"
    r"the (?:study|trial|other|end|total|first|second|same|latter|former)|others|men and women|survived|died|"
    r"responded|relapsed)$|"
    r"^(?:and|or|to|by|from|at|be|not|no(?!\s(?!differen|effect|change|significan|evidence|death|event|benefit|other|more|"
    r"such)[\w-]+$)|as|with|in|on|for|of|during|within|throughout|who|than|each|both|all|any|either|this|"
    r"these|every|per|a total)\s|\b(?:both groups|all groups|each group|either group|the two groups|"
    r"both arms)\b|"
    r"\b(?:was|were|had|has|have|is|are|did|significantly|respectively|between|when|because|although|"
    r"which|after adjust\w+|odds|ratio|(?<!-)risk|confidence|percent|mean|median|baseline|that|revealed|"
    r"showed|regarding|related to|proportion|number|percentage|rate|rates|incidence|greater|higher|lower|more|fewer|"
    r"less|"
    r"longer|shorter|score|scores|increase|decrease|difference|differences|this|these|its|their)\b",
    re.IGNORECASE,
)
_WORD = expression(r"[A-Za-z][\w-]{3,}")
_STOP = frozenset(
    [
        "with",
        "from",
        "that",
        "this",
        "study",
        "trial",
        "versus",
        "patients",
        "treatment",
        "effect",
        "effects",
        "after",
        "before",
        "during",
        "among",
        "randomized",
        "randomised",
        "controlled",
        "clinical",
        "comparison",
        "compared",
        "between",
        "disease",
        "therapy",
        "using",
        "does",
        "evaluation",
        "group",
        "groups",
        "results",
        "double",
        "blind",
        "placebo",
    ]
)


_LIMB: Final = expression(
    r"(?<![\w-])(?:(?<=upper )|(?<=left )|(?<=right )|(?<=affected )|(?<=dominant )|(?<=paretic )|(?<=paralysed ))"
    r"(?:arms?|legs?)(?![\w-])|(?<![\w-])(?:arms?|legs?)(?=\s(?:muscles?|strength|functions?|pains?|swelling|"
    r"movements?|weakness|"
    r"circumference|oedema|edema|lymph\w+|volume|use|motor|mobility|cramps?|span|raises?|fat|lean|power|bone|"
    r"fractures?|"
    r"position|exercises?|training|morbidity|symptoms|blood|and hand)(?![\w-]))",
    re.IGNORECASE,
)
"""An arm of the body, not of a trial."""


def bodily(text: str) -> str:
    """The text with arms and legs of the body called limbs, so that they are not taken for arms of a trial."""
    return _LIMB.sub("limb", text)


def words_of(text: str) -> frozenset[str]:
    """Content words of a title or arm name, lower case."""
    return frozenset(w for w in (m.lower() for m in _WORD.findall(text)) if w not in _STOP)


def clean(text: str, context: Context) -> str:
    """The name of an arm in a noun phrase: `patients in the IB group` gives `IB group`, `those given X` gives `X`."""
    name = " ".join(text.split()).strip(" ,;:.-–")
    name = re.sub(r"\s(?:and|or|but|who|that|which)$", "", name)
    name = re.sub(r"\s(?:subsequently|significantly|ultimately|eventually|finally|initially|also)$", "", name)
    name = re.sub(r"^groups? of (?=\w)", "", name, flags=re.IGNORECASE)
    name = re.sub(r"\s?[\[(]\s?(?:n\s?=\s?[\d,]+)\s?[\])]", "", name).strip()
    name = re.sub(r"\s(?:in|at|of|with|on|for|from)(?:\s(?:the|all))?$", "", name)
    for _ in range(3):
        name = _LEAD.sub("", name).strip()
    name = re.sub(r"^(group|arm)s(?=\s\w{1,3}$)", r"\1", name, flags=re.IGNORECASE)
    among = re.match(rf"^(?P<arm>.*\w)\s(?:in|among)\s(?:\w+\s)?{PEOPLE}\b", name, re.IGNORECASE)
    if among is not None and not re.search(
        rf"(?:^|\s)(?:{PEOPLE}|those|rate|"
        rf"biopsies)$",
        among["arm"],
        re.IGNORECASE,
    ):
        name = among["arm"]
    bare = _TAIL.sub("", name)
    if bare != name and (bare.lower() in _arm_names(context) or bare.lower() == "placebo"):
        return bare
    return name


def _arm_names(context: Context) -> set[str]:
    return {n.lower() for arm in context.study.arms for n in (arm.name, arm.drug) if n}


_PRONOUN = expression(r"^(?:who|whom|which|the (?:greatest|highest|lowest))$|\bof whom\b|\bwho with\b", re.IGNORECASE)


_COMPARED_KIND = expression(
    r"\b(?:shorter|longer|lower|higher|greater|less|more)(?=[- ](?:[\w-]+ )?(?:regimens?|courses?|schedules?|"
    r"intervals?|doses?|dosages?|intensity|groups?|arms?|frequency|treatment|therapy|durations?|targets?)\b)",
    re.IGNORECASE,
)
"""`the shorter regimen`: a kind of treatment, and no comparison."""


def valid(name: str, masked: str = "") -> bool:
    """True for a phrase that can name an arm: short, with letters, not a time, not everybody."""
    if not 1 < len(name) <= 80 or not re.search(r"[A-Za-z]", name) or len(name.split()) > 11:
        return False
    if _PRONOUN.search(name) or _BAD.search(_COMPARED_KIND.sub("", name)) or any(sign in masked for sign in "ⓋⓅⒸⓇ"):
        return False
    return name.count("(") == name.count(")") and not re.search(r"[;:]|\d\s?%", name)


def arm_like(name: str, masked: str, context: Context) -> bool:
    """True when the phrase shows that it names a group or a treatment, and not an outcome."""
    if _ARM_LIKE.search(bodily(name)) or any(s in masked for s in "ⒹⓍ") or _CONTROL.search(name):
        return True
    return bool(words_of(name) & context.vocabulary) or name.lower() in _arm_names(context)


def is_control(name: str, context: Context) -> bool:
    """True for placebo, sham, usual care and the like, and for the study's own control arm."""
    if not name:
        return False
    if _CONTROL.search(name):
        return True
    lower = name.lower()
    return any(arm.control and lower in (arm.name.lower(), arm.drug.lower()) for arm in context.study.arms)


_SHARE_OF_PEOPLE = expression(
    rf"(?:the\s)?(?:proportion|percentage|share|rate|number)s?\sof\s(?:[\w-]+\s){{0,2}}(?:{PEOPLE})\s(?!in\b|of\b|from\b|was\b|were\b)\w+",
    re.IGNORECASE,
)
"""`the proportion of children free of X`: what was measured."""


def looks_human(text: str) -> bool:
    """True when a subject names people or groups, not an outcome: `patients in group A`, `the placebo group`."""
    bare = bodily(text.strip())
    if _SHARE_OF_PEOPLE.match(bare):
        return False
    if any(sign in bare for sign in SIGNS.replace("Ⓓ", "").replace("Ⓧ", "").replace("Ⓣ", "")):
        return True
    return bool(
        re.match(
            rf"^(?:the\s|a\s|all\s|most\s|both\s|these\s|more\s|fewer\s|many\s|some\s|no\s|"
            rf"our\s)*(?:[\w-]+\s){{0,3}}(?:{PEOPLE}|groups?|arms?|those|cases|controls|"
            rf"who)(?![\w'-])(?!\s(?:satisfaction|outcomes?|preference|compliance|survival|scores?|"
            rf"status|size|mortality|characteristics))",
            bare,
            re.IGNORECASE,
        )
    )
