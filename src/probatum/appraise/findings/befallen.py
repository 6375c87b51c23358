"""What befell people whose share follows, as a noun phrase: `X was seen in`, `X was withdrawn in`, `we found X in`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import limits, nominal
from probatum.appraise.findings.arms import looks_human
from probatum.appraise.findings.phrase import VERB, phrase, tidy
from probatum.appraise.findings.sentence import Sentence
from probatum.text.expressions import expression

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
    r"(?:proved|appeared|was found|were found)\sto be\s)"
    r"(?P<done>[a-z]{3,}ed|successful|withdrawn|withheld|lost|taken|given))"
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
_STATES: Final = (
    r"(?:positive|negative|abnormal|elevated|raised|impaired|detectable|undetectable|normal|severe|mild|poor|excellent|"
    r"adequate|inadequate|satisfactory|unsatisfactory|complete|incomplete|stable|intact|moderate)"
)
_STATE: Final = expression(
    rf"^(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{{2,90}}?(?:\sⓠ+)?)\s(?:was|were)\s(?:still\s|also\s|only\s|normal or\s)?"
    rf"(?P<state>{_STATES})(?:\sⓠ+)?$",
    re.IGNORECASE,
)
"""`X was positive in`: a positive X."""


STATE: Final = expression(rf"{_STATES}\s")
"""How the name of such a thing begins."""


_BRACKET: Final = expression(r"[\[(][^()\[\]]{1,60}[\])]")
"""What stands in brackets beside a name: how it is defined, or its short form."""


def befell(sentence: Sentence, begin: int, stop: int) -> str:
    """`X was seen in`, `we found X in`: what befell the people whose share begins at `stop`; empty when unclear."""
    masked = sentence.once(limits.spelled_out)
    link = _IN.search(masked[begin:stop])
    if link is None:
        return ""
    text = _BRACKET.sub(lambda aside: "ⓠ" * len(aside[0]), masked[begin : begin + link.start()])
    happened = _HAPPENED.match(text)
    if happened is not None and happened["verb"].lower() in _BY_HOW_MUCH and not link[0].lower().startswith(" in "):
        return ""  # `fell by 30%` is the size of a change, and no share of people
    state = _STATE.match(text)
    said = happened or _WE.match(text) or state
    if said is None:
        found = _deed(sentence, begin, text) or _left(sentence, begin, text) or _led(sentence, begin, text)
        return found or (_received(sentence, begin, text) if link[0].lower().startswith(" by ") else "")
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


_LED: Final = expression(
    r"^(?:the\s)?(?P<np>[^ⓋⓅⒸⓂⓇ;:(),]{2,90}?)\s(?:also\s|only\s|successfully\s|correctly\s)?(?:led to|resulted in|"
    r"caused|produced|induced|achieved|(?P<seen>identified|detected)|revealed|showed|demonstrated)\s(?:an?\s|the\s)?"
    r"(?P<obj>[^ⓋⓅⒸⓂⓇ;:(),]{3,90}?)$",
    re.IGNORECASE,
)
"""`A led to X in`, `the test detected X in`: X is what there was."""
_UNDONE: Final = expression(
    r"^(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{3,90}?)\s(?:was|were)\s(?:also\s|only\s|[a-z]{3,}ly\s)?(?P<done>(?!(?:increas|decreas|reduc|improv|lower|"
    r"rais|compar|randomi|includ|enrol|recruit|assign|allocat|measur|assess|evaluat|analy|adjust|defin|calculat|estimat|bas|collect|"
    r"follow|divid|group|stratif|perform|conduct)\w*)[a-z]{3,}ed|withdrawn|withheld|lost|taken|given|left)\s"
    r"(?P<rest>(?:to|with|on|for|as|an?|from|into|without|using|through|via|because of|due to)\s[^ⓋⓅⒸⓂⓇ,;:()]{2,60})$",
    re.IGNORECASE,
)
"""`X was attributed to Y in`: X attributed to Y."""
_BY_PEOPLE: Final = expression(
    r"^(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{3,90}?)\s(?:was|were)\s(?:also\s|only\s|[a-z]{3,}ly\s)?"
    r"(?P<done>attended|received|taken|valued|accepted|completed|preferred|used|chosen|tolerated|rated|supported|practi[sc]ed|"
    r"endorsed|welcomed|refused|declined|missed|recommended|requested|appreciated|consumed)$",
    re.IGNORECASE,
)
"""`X was received by`: X received."""


def _led(sentence: Sentence, begin: int, text: str) -> str:
    """What something led to or showed; empty where it is people who acted, or nothing that there is."""
    match = _LED.match(text)
    if match is None or VERB.search(_participles(match["np"])) or VERB.search(_participles(match["obj"])):
        return ""
    if looks_human(match["np"]) or _NOBODY.match(match["np"]) or _COMPARED.search(match["obj"]):
        return ""
    name = phrase(sentence, begin + match.start("obj"), begin + match.end("obj"))
    if not name or looks_human(name) or " not " in text:
        return ""
    return f"detection of {name.removeprefix('the ')}" if match["seen"] else name


_NOBODY: Final = expression(
    r"(?:.*\s)?(?:we|they|it|this|that|these|which|who|authors|investigators|there)$", re.IGNORECASE
)
_COMPARED: Final = expression(
    r"\b(?:higher|lower|greater|more|less|fewer|better|worse|differen\w+|similar|increase|decrease|reduction|improvement|change)s?\b(?!\sin\smanagement)",
    re.IGNORECASE,
)


def _left(sentence: Sentence, begin: int, text: str) -> str:
    """`X was attributed to Y` as `X attributed to Y`."""
    match = _UNDONE.match(text)
    if match is None or VERB.search(_participles(match["np"])) or VERB.search(match["rest"]):
        return ""
    name = phrase(sentence, begin + match.start("np"), begin + match.end("np"))
    if not name or _PLAIN.match(name):
        return ""
    said = " ".join(sentence.text[begin + match.start("done") : begin + match.end("rest")].split())
    return tidy(f"{name} {said}", sentence)


def _received(sentence: Sentence, begin: int, text: str) -> str:
    """`all cycles were received by`: all cycles received."""
    match = _BY_PEOPLE.match(text)
    if match is None or VERB.search(_participles(match["np"])):
        return ""
    name = phrase(sentence, begin + match.start("np"), begin + match.end("np"))
    return "" if not name or _PLAIN.match(name) else f"{name} {match['done'].lower()}"


_PLAIN: Final = expression(r"(?:patients|people|it|they|we|these|those)\b", re.IGNORECASE)


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
