"""What people did or had, as a noun phrase: `recalled the profile` gives `recalling the profile`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import nominal
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.phrase import VERB, phrase, tidy
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.text.expressions import expression

_IRREGULAR: Final = {
    "had": "having",
    "have": "having",
    "has": "having",
    "were": "being",
    "was": "being",
    "are": "being",
    "underwent": "undergoing",
    "became": "becoming",
    "got": "getting",
    "lost": "losing",
    "took": "taking",
    "gave": "giving",
    "felt": "feeling",
    "fell": "falling",
    "met": "meeting",
    "went": "going",
    "knew": "knowing",
    "chose": "choosing",
    "drank": "drinking",
    "ate": "eating",
    "slept": "sleeping",
    "kept": "keeping",
    "read": "reading",
    "sought": "seeking",
    "said": "saying",
    "thought": "thinking",
    "bled": "bleeding",
    "found": "finding",
    "made": "making",
    "spent": "spending",
    "had been": "being",
    "have been": "being",
    "has been": "being",
    "undergone": "undergoing",
    "become": "becoming",
    "taken": "taking",
    "given": "giving",
    "known": "knowing",
    "gone": "going",
    "seen": "seeing",
}
"""Past forms whose gerund is not made by rule."""
_NOUNS: Final = {
    "died": "death",
    "survived": "survival",
    "relapsed": "relapse",
    "recovered": "recovery",
    "responded": "response",
    "withdrew": "withdrawal",
    "dropped out": "dropout",
    "improved": "improvement",
    "vomited": "vomiting",
    "rebled": "rebleeding",
    "seroconverted": "seroconversion",
}
EVENTS: Final = frozenset(_NOUNS.values())
"""Nouns of what befell people, some of which end as adjectives do: `survival`."""
_DOING: Final = {
    "used": "use of",
    "received": "receipt of",
    "required": "need for",
    "needed": "need for",
    "completed": "completion of",
    "discontinued": "discontinuation of",
    "lost": "loss of",
    "underwent": "",
}
"""Verbs with an object -> what they are called as a noun before it."""
_HAVING: Final = expression(
    r"(?:reported (?:to have|having)|were (?:found|noted|reported) to have|had|have|has|developed|experienced|"
    r"suffered(?: from)?|showed|exhibited|reported|achieved|reached|attained|"
    r"presented with|complained of|sustained|demonstrated|displayed)\s(?:an?\s|any\s|at least (?:one|1)\s|"
    r"the\s)?(?=\S)",
    re.IGNORECASE,
)
"""Verbs that only say that the event happened: its noun is the outcome."""
_PERFECT: Final = (
    r"(?:developed|experienced|received|used|completed|achieved|reported|reached|sustained|suffered|attended|visited|"
    r"undergone|died|recovered|relapsed|responded|survived|stopped|started|discontinued|returned|taken|given|lost|gained|"
    r"become|participated|failed|attempted|tried|tested|resumed|worked|smoked|consumed|attained|acquired|contracted|"
    r"needed|required|switched|seen|gone|known|withdrawn|presented|tolerated|performed|sought|felt|found|made|spent|"
    r"kept|met|read|said|thought|chosen|fallen|remained|progressed)"
)
"""What people had done; behind `had` any other participle is of a noun: `had associated injuries`."""
_VERB: Final = expression(
    r"(?:(?:also|still|later|already|ever|[a-z]{3,}ly|"
    rf"(?:had|have)(?=\s(?:also\s|already\s|ever\s|[a-z]{{3,}}ly\s)?{_PERFECT}\s))\s)*"
    r"(?P<verb>dropped out|died|(?:had|have|has)(?=\s[a-z]+ed\s)|[a-z]{3,}ed|"
    + "|".join(sorted(_IRREGULAR, key=len, reverse=True))
    + r"|withdrew)(?![\w-])"
)
_IN: Final = expression(
    r"\s(?:in|by|among|for|on)\s(?:only\s|about\s|approximately\s|nearly\s|almost\s|over\s|up to\s|the\s)*$"
)
_HAPPENED: Final = expression(
    r"^(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{3,110}?(?:\sⓠ+)?)\s(?:(?:also|only|still|mainly|typically)\s)?(?:(?:was|were|has been|"
    r"have been|had been|had|has|have)\s"
    r"(?:(?:only|also|still|subsequently|mainly|successfully)\s)*)?(?P<verb>occurred|developed|arose|recurred|persisted|"
    r"resolved|observed|seen|found|noted|reported|present|detected|recorded|achieved|diagnosed|experienced|identified|taken|tried|"
    r"documented|described|registered|confirmed|evident|obtained|demonstrated|encountered|successful|performed|used|prescribed|given|"
    r"administered|discontinued|stopped|required|needed|initiated|started|provided|implemented|completed|placed|removed|"
    r"offered|conducted|undertaken|decreased|increased|improved|worsened|unchanged|possible|feasible|affected|involved|"
    r"visible|apparent|noticed|noticeable|palpable)(?P<where>(?:\sⓉ+|\s(?:at|on|in|within|during|over|after)\s(?:the\s)?"
    r"(?![^ⓋⓅⒸⓂⓇ]*\b(?:groups?|arms?|cohorts?|patients|children|women|men)\b)[^ⓋⓅⒸⓂⓇ,;:()]{2,50})?)$",
    re.IGNORECASE,
)
_BY_HOW_MUCH: Final = frozenset({"decreased", "increased", "improved", "worsened", "unchanged"})
_DONE: Final = expression(
    r"^(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{3,90}?(?:\sⓠ+)?)\s(?:(?:had\s|has\s|have\s)?(?P<verb>ceased|disappeared|failed|healed|"
    r"regressed|resolved)|(?:(?:was|were|has been|have been|had been|remained)\s"
    r"(?:(?:still|also|only|then|subsequently|[a-z]{3,}ly)\s)*|"
    r"(?:proved|appeared|was found|were found)\sto be\s)(?P<done>[a-z]{3,}ed|successful|withdrawn|lost|taken|given))"
    r"(?P<rest>(?:\s[^ⓋⓅⒸⓂⓇ,;:()]{2,60})?)$",
    re.IGNORECASE,
)
"""`X was continued beyond 3 days in`, `X ceased by the third day in`: a deed or an end, called by its noun."""
_WE: Final = expression(
    r"^(?:(?:we|the authors|investigators)\s(?:also\s)?(?:observed|found|detected|identified|noted|recorded|diagnosed|"
    r"documented)|there\s(?:was|were)(?!\s(?:no|an?\s(?:\w+\s){0,2}(?:differen|increase|decrease|reduc|improve)|more|fewer)))"
    r"\s(?:an?\s|the\s)?(?P<np>[^ⓋⓅⒸⓂⓇ;:(),]{3,90}?)$",
    re.IGNORECASE,
)
_STOP: Final = expression(
    r"\s?[;,:.()\[\]ⓋⓅⒸⓂⓇ]|\s(?:and|but|whereas|while|when|even|though|despite|(?:as\s)?compared|versus|vs|than|although|because|"
    r"respectively|who|which|that|in the|with the|in both|at the end)\b|\s(?:at|after|during|within|by|over|for|"
    r"until)\sⓉ|\sⓉ"
    r"|\s(?:during|after|before|within|following|throughout)\s"
)
_FIGURES: Final = frozenset("ⓋⒸⓂⓇ")
_SAMPLE: Final = expression(
    r"^(?:(?:being|having been|be)\s)?(?:(?:\w+ly|all|also)\s)*(?:includ|enrol|randomi|recruit|analy[sz]|evaluat|"
    r"assign|allocat|complet(?!e(?:ly)?\b|ion of (?:[\w-]+ ){0,2}?(?:regimens?|courses?|treatments?|therap\w+|"
    r"chemotherapy|"
    r"radio\w+|vaccin\w+|prophylaxis|rehabilitation|series|doses?|cycles?)\b)|eligib|screen|"
    r"(?:less|more|older|younger) than [\d.]+ years|"
    r"exclud|follow|identif|select|women|men|males?\b|females?\b|boys|girls|aged|white|black|african|caucasian|hispanic|asian|married|"
    r"consecutiv|invit|consent|interview|respond|assess|examin|participat|from\b|available|divided|classif|"
    r"followed|lost to follow|recorded|reviewed|studied|obtained|performed|used\b|presented\b|collected|investigated|"
    r"taking part|considered|defined|due\b|related\b|the\b|a\b|an\b|years\b|consist|compris|represent|account|"
    r"agree|receiv|part of\b)",
    re.IGNORECASE,
)
"""How people came into the study or what they were: no outcome."""


def named(sentence: Sentence, start: int, stop: int) -> str:
    """The outcome that the predicate from `start` tells of the people before it; empty when unclear."""
    people = re.match(rf"\s(?:{PEOPLE}|groups?)(?![\w-])", sentence.masked[start:stop])
    start += people.end() if people else 0
    text = sentence.once(spelled_out)[start:stop]
    lead = len(text) - len(text.lstrip())
    verb = _VERB.match(text, lead)
    if verb is None:
        return ""
    end = _ends(text, verb.end(), sentence.masked[stop : stop + 1])
    cut = end.start() if end else len(text)
    alone = not text[verb.end() : cut].strip()
    if alone and verb["verb"] not in _NOUNS and sentence.masked[start + cut : start + cut + 2].strip()[:1] in _FIGURES:
        return ""  # `presented 4917 events`: the object is a figure
    if end is not None and end[0].strip() in ("that", "who", "which"):
        return ""
    if alone and end is not None and end[0].strip() in ("in the", "with the") and verb["verb"] not in _NOUNS:
        return ""  # `scored in the upper range`: no deed without its place
    if (
        end is not None
        and end[0].strip() in ("in the", "with the")
        and _BARE_STATE.fullmatch(text, verb.start("verb"), cut)
    ):
        return ""  # `were based in the south`: no state without its place
    place = (start + verb.start("verb"), start + cut)
    if _INITIAL.match(sentence.text, place[1] - 2):
        return ""  # `producing E. coli`, cut at the point
    return _noun(sentence, place, verb["verb"])


def spelled_out(sentence: Sentence) -> str:
    """The masked sentence in which numbers in words stay words: `had at least one ulcer`."""
    masked = sentence.masked
    for value in sentence.values:
        if value.spelled:
            masked = masked[: value.start] + sentence.text[value.start : value.end] + masked[value.end :]
    return masked


_BARE_STATE: Final = expression(r"(?:was|were|are|is|had been|have been)\s(?:[a-z]+ly\s)?[a-z]+ed")
_DID: Final = expression(
    r"(?<![\w-])(?:[a-z]{3,}ed|did|went|took|got|underwent|withdrew|not|who|which|their|its)(?![\w-])"
)


def _ends(text: str, begin: int, following: str) -> re.Match[str] | None:
    """Where a predicate ends; what they had beside it belongs to it: `had fever and cough`, not `and were treated`."""
    end = _STOP.search(text, begin)
    while end is not None and end[0] == " and":
        behind = _STOP.search(text, end.end())
        stop = behind.start() if behind else len(text)
        also = text[end.end() : stop].strip()
        if not also or len(also.split()) > 4 or VERB.search(also) or _DID.search(also):
            return end
        if re.match(r"(?:\sand)?\s?[ⓋⓃ]", text[stop:] or following):
            return end
        end = behind
    return end


def _noun(sentence: Sentence, place: Place, verb: str) -> str:
    said = " ".join(sentence.text[slice(*place)].split())
    if any(sign in sentence.once(spelled_out)[slice(*place)] for sign in "ⓋⓅⒸⓂⓇⓃ") or re.search(
        r"\b(?:not|never)\b", said
    ):
        return ""
    rest = said[len(verb) :].strip()
    absent = re.match(r"no\s(?=\S)", rest)
    if re.search(r"\bno\b", said) and (absent is None or not _HAVING.match(said)):
        return ""
    if (had_to := _HAD_TO.match(said)) is not None:
        made = f"having to {said[had_to.end() :]}"
    elif absent is not None:
        made = f"absence of {rest[absent.end() :]}"
    elif verb in _DOING and rest:
        made = f"{_DOING[verb]} {rest}".strip() if _DOING[verb] else re.sub(r"^(?:an?|the)\s", "", rest)
    elif verb in _NOUNS and (not rest or re.match(r"(?:of|from|to|in|on|with|by)\b", rest)):
        made = f"{_NOUNS[verb]} {rest}".strip()
    elif _HAVING.match(said) and not verb.endswith("been"):
        made = re.sub(r"^using\s", "use of ", said[_HAVING.match(said).end() :])  # type: ignore[union-attr]
        if _CLAUSAL.match(made):
            return ""
    else:
        if not rest and verb in _IRREGULAR:
            return ""
        made = f"{_IRREGULAR.get(verb) or _gerund(verb)} {rest}".strip()
        made = _FOUND_TO.sub(lambda told: "" if "hav" in told[0] else "being ", _GOING_ON.sub("", made))
    if _SAMPLE.match(made) or len(made.split()) > 11 or (len(last := made.split()[-1]) < 3 and not last.isupper()):
        return ""
    return _checked(made, sentence)


_INITIAL: Final = expression(r"\s[A-Z]\.\s[a-z]")
_HAD_TO: Final = expression(r"had to (?=[a-z]{3,}\s\S)")
_CLAUSAL: Final = expression(
    r"(?:to|that|their|his|her|its|they|he|she|being able|been|more|less|fewer|higher|lower|greater|similar|"
    r"significant\w*)\b|\w+ed/"
)
"""`reported their homes were far`, `had more X`: a clause or a comparison, and no thing that people have."""
_FOUND_TO: Final = expression(
    r"^being (?:[a-z]+ly\s)?(?:found|considered|judged|deemed|noted|reported|shown|determined|seen|"
    r"known) to (?:have |be "
    r"having |be )(?:an?\s)?"
)
"""`were found to be at risk`: being at risk."""
_GOING_ON: Final = expression(r"^being (?=(?:[a-z]+ly\s)?\w+ing\s(?!to\b))")
"""`were undergoing X` is undergoing X."""


def _gerund(verb: str) -> str:
    """`used` gives `using`, `carried` gives `carrying`."""
    return verb[:-3] + "ying" if verb.endswith("ied") else verb[:-2] + "ing"


def _checked(made: str, sentence: Sentence) -> str:
    """The phrase when it can stand as an outcome."""
    found = tidy(made, sentence)
    if found and (limit := re.search(r"\s(?:alone|only)$", made)) is not None:
        found += limit[0]  # `being diagnosed with X alone` is not being diagnosed with X
    if "/" in found.partition(" ")[2][:1] or sum(found.count(sign) for sign in '"“”') % 2:
        return ""  # two verbs in one, or half of a quotation
    return found if len(found) > 3 or found.isupper() else ""


_STATES: Final = (
    r"(?:positive|negative|abnormal|elevated|raised|impaired|detectable|undetectable|normal|severe|mild|poor|excellent|"
    r"adequate|inadequate|satisfactory|unsatisfactory|complete|incomplete|stable|intact|moderate)"
)
_STATE: Final = expression(
    rf"^(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{{2,90}}?(?:\sⓠ+)?)\s(?:was|were)\s(?:still\s|also\s|only\s)?(?P<state>{_STATES})$",
    re.IGNORECASE,
)
"""`X was positive in`: a positive X."""


STATE: Final = expression(rf"{_STATES}\s")
"""How the name of such a thing begins."""


def befell(sentence: Sentence, begin: int, stop: int) -> str:
    """`X was seen in`, `we found X in`: what befell the people whose share begins at `stop`; empty when unclear."""
    masked = sentence.once(spelled_out)
    link = _IN.search(masked[begin:stop])
    if link is None:
        return ""
    text = masked[begin : begin + link.start()]
    happened = _HAPPENED.match(text)
    if happened is not None and happened["verb"].lower() in _BY_HOW_MUCH and not link[0].lower().startswith(" in "):
        return ""  # `fell by 30%` is the size of a change, and no share of people
    state = _STATE.match(text)
    said = happened or _WE.match(text) or state
    if said is None:
        return _deed(sentence, begin, text)
    if said is None or VERB.search(_participles(said["np"])):
        return ""
    name = phrase(sentence, begin + said.start("np"), begin + said.end("np"))
    if not name or re.match(r"(?:patients|people|it|they|we)\b", name):
        return ""
    if said is state and state is not None:
        return f"{state['state'].lower()} {name.removeprefix('the ')}"
    noun = nominal.of(happened["verb"]) if happened else ""
    name = f"{noun} {name.removeprefix('the ')}" if noun else name
    if happened is None or not re.search("[a-z]", happened["where"] or ""):
        return name
    place = sentence.text[begin + happened.start("where") : begin + happened.end("where")]
    return f"{name} {' '.join(place.split())}"


def _deed(sentence: Sentence, begin: int, text: str) -> str:
    """`X was eliminated from Y in`: elimination of X from Y; empty where the verb has no noun, or others act."""
    match = _DONE.match(text)
    if match is None or VERB.search(_participles(match["np"])) or VERB.search(match["rest"]):
        return ""
    noun = nominal.of(match["done"] or match["verb"])
    name = phrase(sentence, begin + match.start("np"), begin + match.end("np")) if noun else ""
    if not name or re.match(r"(?:patients|people|it|they|we)\b", name):
        return ""
    rest = " ".join(sentence.text[begin + match.start("rest") : begin + match.end("rest")].split())
    return tidy(f"{noun} {name.removeprefix('the ')} {rest}", sentence)


def _participles(words: str) -> str:
    """A phrase without participles that stand before a noun: `delayed nutrition`."""
    return re.sub(
        r"(?:^|\s)(?:delayed|reported|increased|decreased|reduced|elevated|improved|prolonged|observed|associated)\s(?=[a-z])",
        " ",
        words,
    )
