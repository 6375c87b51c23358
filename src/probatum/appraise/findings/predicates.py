"""What people did or had, as a noun phrase: `recalled the profile` gives `recalling the profile`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import denials, limits, sayings
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.phrase import VERB, lower, tidy
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.text.expressions import expression, made_by

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
    r"(?:(?:less|more|older|younger) than|[<>≤≥])\s?[\d.]+ years|"
    r"exclud|follow|identif|select|women|men|males?\b|females?\b|boys|girls|aged|white|black|african|caucasian|hispanic|asian|married|"
    r"consecutiv|invit|consent|interview|respond|assess|examin|participat|from\b|available|divided|classif|"
    r"followed|lost to follow|recorded|reviewed|studied|obtained|performed|used\b|presented\b|collected|investigated|"
    r"taking part|considered|defined|due\b|related\b|the\b|a\b|an\b|years\b|consist|compris|represent|account|"
    r"agree|receiv|part of\b|between ages?\b|(?:an?\s)?(?:scores?|grades?|stages?|class|ratings?)\s(?:of\s)?\S+$)",
    re.IGNORECASE,
)
"""How people came into the study or what they were: no outcome."""


def named(sentence: Sentence, start: int, stop: int) -> str:
    """The outcome that the predicate from `start` tells of the people before it; empty when unclear."""
    people = re.match(rf"\s(?:{PEOPLE}|groups?)(?![\w-])", sentence.masked[start:stop])
    start += people.end() if people else 0
    stop = limits.past(sentence, stop)
    text = sentence.once(limits.shown)[start:stop]
    lead = len(text) - len(text.lstrip())
    said = sayings.SAID.match(text, lead)
    if said is not None:
        return sayings.of(said, sentence.text[start + said.start("what") : start + said.end("what")])
    verb = denials.DENIED.match(text, lead) or _VERB.match(text, lead)
    if verb is None:
        return ""
    end = _ends(text, verb.end(), sentence.masked[stop : stop + 1])
    if end is not None and _placed(text, verb, end):
        end = _ends(text, end.end(), sentence.masked[stop : stop + 1])
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
    if made_by(verb, denials.DENIED):
        return _denied(sentence, verb, place)
    return _noun(sentence, place, verb["verb"])


_WITH_WHAT: Final = expression(
    r"(?P<said>(?:was|were|are|is)\s(?:[a-z]+ly\s)?(?:satisfied|pleased|familiar|compliant|happy|comfortable|concerned|infected|"
    r"diagnosed|positive|negative|involved|interested|engaged|active|present|enrolled))"
)
_OF_PEOPLE: Final = expression(r"[^,;.]*\b(?:groups?|arms?|cohorts?|placebo|controls?|patients|women|men|children)\b")


def _placed(text: str, verb: re.Match[str], end: re.Match[str]) -> bool:
    """`were satisfied with the service`: a state that is none without what it is with, unless that is a group."""
    if end[0].strip() not in ("in the", "with the") or _OF_PEOPLE.match(text, end.end()):
        return False
    return _WITH_WHAT.fullmatch(text, verb.start("verb"), end.start()) is not None


def _denied(sentence: Sentence, verb: re.Match[str], place: Place) -> str:
    """`did not receive X` as `not receiving X`, where receiving it could be an outcome."""
    rest = " ".join(sentence.text[place[0] + len(verb["verb"]) : place[1]].split())
    deed = denials.of(verb, rest)
    flow = _SAMPLE.match(deed) is not None and not _CARE.match(deed)
    if not deed or flow or _figured(sentence, place) or len(deed.split()) > _LONGEST:
        return ""
    name = _checked(deed, sentence)
    return f"not {name}" if name else ""


_CARE: Final = expression(
    r"receiving (?!(?:the |any )?(?:\w+ )?(?:allocated|assigned|study|intervention|treatments?)\b)"
)
"""What was not given to people is care they went without, and not only how they came into the study."""
_LONGEST: Final = 11
"""Words of a name."""


def _figured(sentence: Sentence, place: Place) -> bool:
    """Whether a figure that is no limit stands in what was done."""
    return any(sign in sentence.once(limits.shown)[slice(*place)] for sign in "ⓋⓅⒸⓂⓇⓃ")


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
    if _figured(sentence, place) or re.search(r"\b(?:not|never)\b", said):
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
        if (not rest and verb in _IRREGULAR) or _STATE_ALONE.fullmatch(verb):
            return ""
        made = f"{_IRREGULAR.get(verb) or _gerund(verb)} {rest}".strip()
        made = _FOUND_TO.sub(lambda told: "" if "hav" in told[0] else "being ", _GOING_ON.sub("", made))
    if (
        _SAMPLE.match(made)
        or len(made.split()) > _LONGEST
        or (len(last := made.split()[-1]) < 3 and not (last.isupper() or last.isdigit()))
    ):
        return ""
    return _checked(made, sentence)


_STATE_ALONE: Final = expression(r"(?:dis)?satisfied|pleased|concerned|worried|interested|located|aged|exposed|related")
"""What people are and do not do; without `were` before it, it is no predicate."""
_INITIAL: Final = expression(r"\s[A-Z]\.\s[a-z]")
_HAD_TO: Final = expression(r"had to (?=[a-z]{3,}\s\S)")
_CLAUSAL: Final = expression(
    r"(?:to|that|their|his|her|its|they|he|she|being able|been|similar|significantly|"
    r"(?:more|less|fewer|higher|lower|greater)(?!\sthan\s\d))\b|\w+ed/"
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
    bare = " ".join(_OWN.sub(" ", made).split())
    found = tidy(made, sentence) if bare == made else lower(made, sentence) if tidy(bare, sentence) else ""
    if found and (limit := re.search(r"\s(?:alone|only)$", made)) is not None:
        found += limit[0]  # `being diagnosed with X alone` is not being diagnosed with X
    if _HALF.search(found) or "/" in found.partition(" ")[2][:1] or sum(found.count(sign) for sign in '"“”') % 2:
        return ""  # two verbs in one, or half of a quotation
    return found if len(found) > 3 or found.isupper() else ""


_HALF: Final = expression(
    r"\s(?:standard deviations?|longer|shorter|more|less|higher|lower|greater|older|younger|both)$"
)
"""The end of a limit, or of a pair, that was cut off."""
_OWN: Final = expression(
    r"\b(?:their|his or her|its)\s(?!own\b)|\b(?:(?:clinically|statistically)\s)?significant\s|"
    r"(?:\b(?:less|more|greater|fewer|lower|higher|longer|shorter) than|[<>≤≥])\s?[\d.,]+(?:\s?%)?(?=\s[a-z]|/|$)|"
    r"(?<=[a-z])\s[\d.,]+(?:\s?%)?\s(?:or|and) (?:more|less|fewer|greater|above|below|over|under|higher|lower|longer)\b"
)
"""Words with which a deed is one all the same, though no other name has them."""
