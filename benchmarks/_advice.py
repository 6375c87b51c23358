"""What a sentence of a guideline can be asked about: whom and what it is for, what it names, and of what kind it is."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.text import doses
from probatum.text.expressions import caseless

_HEAD: Final = caseless(r"^(?:In|For|With) (?P<head>(?:[^;.]|\.(?=\d)){4,170}?), (?=(?P<main>[^,].*))")
_WHO: Final = (
    r"(?P<who>(?:pregnant |older |breast-feeding |healthy |young )*"
    r"(?:adults|people|children|women|men|infants|babies|newborns?|adolescents)"
    r"(?: (?:of|from|below|above) \d+(?: (?:years|months|weeks))?(?: to (?:below )?\d+)? (?:years|months"
    r"|weeks)(?: on| or (?:more|over|less))?)?)"
)
_WHO_FIRST: Final = caseless(rf"^{_WHO}(?: in hospital)? with (?P<ill>.+)$")
_WHO_LAST: Final = caseless(rf"^(?P<ill>.+?) (?:in|for) {_WHO}(?P<cond>\b.*)$")
_STATE: Final = caseless(r"^(?P<ill>.+?) in (?P<who>pregnancy|breast-feeding|labour)\b(?P<cond>.*)$")
_COND: Final = caseless(
    r"^(?P<ill>.+?)(?P<cond>,? (?:when|with|without|that|who|before|after|at|in|on|outside|from|whose|if|which"
    r"|during|despite|of|and)\b.*)$"
)
_MORE_COND: Final = caseless(r", | (?:who|whose|when|that|which|or|and)\b")
_AGE: Final = caseless(
    r"(?P<way>of|from|below|above) (?P<low>\d+)(?P<first> (?:years|months|weeks)(?= to))?"
    r"(?: to (?:below )?(?P<high>\d+))? (?P<unit>years|months|weeks)"
)
_DOSE: Final = caseless(
    r"\bthe (?:(?:starting|usual|maximum|maintenance|single) )?dose of (?P<thing>[\w /-]{3,40}?) (?:is|in)\b"
)
_FIRST: Final = caseless(
    r"(?<!alternative )(?<!once )\bfirst[- ](?:choices?|lines?|treatments?)\b|\bthe choice is\b|\btreatment of choice\b"
)
_SECOND: Final = caseless(r"\bsecond[- ](?:choices?|lines?)\b|\b(?:comes?|is) next\b|\bnext step\b")
_FAILED: Final = caseless(
    r"\b(?:has|have|had|is|are|does|do) not (?:\w+ )?(?:work|worked|help|helped|control|controlled|respond"
    r"|relieved|better|enough"
    r"|improved?)\b|\bdespite\b|\bin spite of\b|\bfail(?:s|ed|ure)?\b|\bpersists?\b|\brefractory\b"
    r"|\bnot (?:tolerated|control)"
)
_BARRED: Final = caseless(r"^(?:when|if|after)\b.*\b(?:not|contraindicated|cannot|avoided|without success)\b")
_AGAINST: Final = caseless(
    r"\brecommends? (?:against|no|not)\b|\b(?:should|must) not be (?:used|given|offered|started"
    r"|combined)\b|\bdoes not recommend\b|\bcontraindicated\b"
    r"|\bshould be avoided\b|\b(?:is|are) not (?:given|used|recommended|needed|offered|combined)\b|\badvises? against\b"
    r"|\bdo(?:es)? not (?:need|help)\b|\bno (?:antibiotic|routine)\b"
)
_REFER: Final = caseless(
    r"\breferr(?:ed|al)\b|\bshould (?:see|be seen)\b|\bsent to hospital\b|\badmi(?:tted|ssion)\b|\bambulance\b"
    r"|\bspecialist\b.{0,30}\b(?:advice|asked|same day|urgently)\b|\b999\b|\bneeds? (?:an? )?(?:urgent"
    r"|hospital|emergency)"
)
_WATCHED: Final = caseless(
    r"\b(?:is|are|should be|be) (?:\w+ ){0,2}(?:measured|monitored|checked)\b|\bmonitor(?:ing|s)?\b"
)
_STOPPED: Final = caseless(r"\b(?:is|are|be|should be) (?:stopped|withdrawn|withheld)\b|\bstopping the\b")
_LASTS: Final = caseless(
    r"\bfor (?P<time>(?:at least |about |up to )?\d+(?: to \d+)? (?:days?|weeks?|months?|years?|nights?))\b"
)
_TARGET: Final = caseless(r"\b^the target(?: of [\w ]{2,30}?)? is\b")
_TESTED: Final = caseless(
    r"\b(?:diagnos(?:is|ed)|confirm(?:s|ed)|suspected (?:by|above|with|when)|test for|swab|culture"
    r"|ultrasound|CT|MRI|ECG)\b"
)
_ADVISED: Final = caseless(
    r"\brecommend(?:s|ed)?\b|\bshould be\b|\bmay be (?:used|given|considered|tried)\b|\bchoices?\b"
    r"|\bis given\b|\bis an option\b"
    r"|\bfirst[- ]line\b|\balternatives?\b|\bis added\b|\bprefer"
)
_WHEN: Final = caseless(
    r" (?P<when>(?:when|if|after) [^,;.]{4,70}?\b(?:not|contraindicated|cannot|fails?|failed"
    r"|without success|avoided)\b[^,;.]*)"
)
"""What has to have failed or be barred first, told behind the advice."""
_LIMIT: Final = caseless(
    r"\b(?P<way>above|below|of|from|under|over) (?P<low>\d+(?:\.\d+)?)(?: to (?:below )?(?P<high>\d+(?:\.\d+)?))?"
    r"(?! ?(?:years?|months?|weeks?|days?|hours?|minutes?)\b)(?P<unit> ?(?!to\b)\S+?)?(?P<more> or (?:more"
    r"|less|over))?(?=[ ,;.)]|$)"
)
_ASIDE: Final = caseless(
    r"\balternative|\bfurther\b|\ban? (?:choice|option)\b|\bconsider|\bcan be\b|\bmay be\b|\badded\b"
    r"|\bonce\b|\bwith an? \w+ of\b"
    r"|\b(?:when|if|unless|in people|for people|in children|in adults)\b"
)
"""What is not the first answer to how something is treated, or holds for some."""
_DOSE_WHO: Final = caseless(r"\bdose of [\w /-]{3,40}? in (?P<who>[^,;.]{4,70}?) is\b")
_ALLERGIC: Final = caseless(r"\ballerg\w+|\banaphylaxis to\b")
_NEGATIVE: Final = caseless(
    r"\bnot\b|\bno\b|\bagainst\b|\bavoid|\bcontraindicated\b|\bnever\b|\bleave out\b|\bwithout\b|\bcannot\b"
)
_FIGURE: Final = re.compile(r"(?<![\w-])\d+(?:[.,]\d+)*%?")
_AGENT: Final = frozenset({"drug"})
_SUBJECT: Final = frozenset({"condition", "symptom"})
KINDS: Final = (
    *("first", "second", "failed", "allergy", "dose", "duration", "monitor", "stop", "refer", "against", "target"),
    *("test", "is_it", "which"),
)


class Asked(msgspec.Struct, frozen=True):
    """A kind of question, what stands in its wording, and what an answer must hold."""

    kind: str
    parts: dict[str, str] = {}
    names: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


class Head(msgspec.Struct, frozen=True):
    """Whom and what a sentence is for: `children of 1 to 4 years`, `acute asthma`, `when tablets have failed`."""

    ill: str
    who: str = ""
    cond: str = ""
    main: str = ""

    @property
    def person(self) -> str:
        """One such person, of an age within what is written: `3 year old`."""
        if not (found := _AGE.search(self.who)):
            return {"adults": "adult", "children": "child", "infants": "infant", "pregnancy": "pregnant woman"}.get(
                self.who, self.who
            )
        low, high = int(found["low"]), int(found["high"] or 0)
        if found["first"] and found["first"].strip() != found["unit"]:
            return f"{max(high - 1, 1)} {found['unit'][:-1]} old"
        age = (
            (low + high) // 2 if high else low - max(1, low // 8) if found["way"] == "below" else low + max(1, low // 8)
        )
        return f"{age} {found['unit'][:-1]} old" if age else ""

    @property
    def of(self) -> str:
        """Illness, condition and people in this order: `acute asthma in children`."""
        whom = f"in {self.who}" if self.who else ""
        behind = self.cond.startswith(("who", "when", "if", "after"))
        parts = (self.ill, whom, at_value(self.cond)) if behind else (self.ill, at_value(self.cond), whom)
        return " ".join(part for part in parts if part)

    @property
    def one(self) -> str:
        """One person first: `3 year old with acute asthma`."""
        cond = at_value(self.cond)
        return f"{self.person} with {self.ill} {cond}".strip() if self.person else f"{self.ill} {cond}".strip()


def headed(sentence: str) -> Head | None:
    """The head of a sentence, where an illness is told in it in a few words."""
    if not (found := _HEAD.match(sentence)):
        return None
    head, main = found["head"], found["main"]
    if named := _WHO_FIRST.match(head):
        who, ill, cond = named["who"], named["ill"], ""
    elif named := _WHO_LAST.match(head) or _STATE.match(head):
        who, ill, cond = named["who"], named["ill"], named["cond"]
    else:
        who, ill, cond = "", head, ""
    if apart := _COND.match(ill):
        ill, cond = apart["ill"], f"{apart['cond'].strip(', ')} {cond}"
    ill, cond = ill.strip(), cond.strip(", ")
    if not 1 <= len(ill.split()) <= 7 or _ALLERGIC.search(ill) or _MORE_COND.search(ill) or len(cond.split()) > 12:
        return None
    if not any(m.term.semantic in _SUBJECT for m in vocabulary.load().find(ill)):
        return None
    return Head(ill, "" if who.lower() in ("people", "women", "men") and not cond else who, cond, main)


def at_value(cond: str) -> str:
    """A condition with one value within its limits: `potassium above 6.4 mmol/l` as `potassium of 7.04 mmol/l`."""
    return _LIMIT.sub(_value, cond)


def _value(found: re.Match[str]) -> str:
    low, high = float(found["low"]), float(found["high"] or 0)
    less = found["way"] in ("below", "under") or "less" in (found["more"] or "")
    value = (
        (low + high) / 2 if high else low * 0.9 if less else low * 1.1 if found["way"] != "of" or found["more"] else low
    )
    places = 0 if value > 20 or (low.is_integer() and value.is_integer()) else 1
    return f"of {value:.{places}f}{found['unit'] or ''}"


def agents(text: str) -> tuple[str, ...]:
    """The medicines that a text names, in its words, each once."""
    said = (text[m.start : m.end].lower() for m in vocabulary.load().find(text) if m.term.semantic in _AGENT)
    return tuple(dict.fromkeys(said))


def asked(sentence: str) -> list[Asked]:
    """The kinds of questions that the sentence answers."""
    if (head := headed(re.sub(r" ?\([^)]*\)", "", sentence))) is None:
        return []
    main = head.main
    if (when := _WHEN.search(main)) and not head.cond and not _AGAINST.search(main[: when.start()]):
        head = msgspec.structs.replace(head, cond=when["when"], main=_WHEN.sub("", main))
        main = head.main
    if (dosed := _DOSE_WHO.search(main)) and not head.who:
        who = at_value(dosed["who"])
        head = msgspec.structs.replace(head, who=who)
    names = agents(main)
    parts = {"ill": head.ill, "of": head.of, "one": head.one}
    figures = tuple(dict.fromkeys(_FIGURE.findall(re.sub(r"\b(?:19|20)\d\d\b|\b[A-Z]{2,}\d+", "", main))))
    kinds = list(_kinds(head, names, parts))
    return [Asked(kind, parts | more, names, figures) for kind, more in kinds]


def _kinds(head: Head, names: tuple[str, ...], parts: dict[str, str]) -> list[tuple[str, dict[str, str]]]:
    """Each kind with what else stands in its wording."""
    main, drug = head.main, {"drug": names[0]} if names else {}
    if _REFER.search(main):
        return [("refer", {})]
    if _AGAINST.search(main):
        return [("against", drug)] if len(names) == 1 else []
    if found := _DOSE.search(main):
        return [("dose", {"drug": found["thing"].strip()})] if doses.read(main) else []
    found_kinds: list[tuple[str, dict[str, str]]] = []
    if _TARGET.search(main):
        return [("target", {})]
    if _WATCHED.search(main):
        return [("monitor", {})]
    if _STOPPED.search(main):
        return [("stop", drug)] if len(names) == 1 else []
    if not names:
        return [("test", {})] if _TESTED.search(main) and _ADVISED.search(main) else []
    if not _ADVISED.search(main):
        return []
    if _ALLERGIC.search(head.cond):
        return [("allergy", drug)]
    if _FAILED.search(head.cond) or _BARRED.search(head.cond):
        return [("failed", drug)]
    if _SECOND.search(main):
        found_kinds.append(("second", drug))
    elif _FIRST.search(main):
        found_kinds.append(("first", drug))
    elif (head.who or head.cond) and not _ASIDE.search(main):
        found_kinds.append(("which", drug))
    if len(names) == 1 and (lasts := _LASTS.search(main)):
        found_kinds.append(("duration", drug | {"time": lasts["time"]}))
    if len(names) == 1:
        found_kinds.append(("is_it", drug))
    return found_kinds


class Traits(msgspec.Struct, frozen=True):
    """Of whom and how ill a text speaks, as far as its words tell."""

    child: bool
    grown: bool
    pregnant: bool
    nursing: bool
    allergic: bool
    severity: frozenset[str]
    ages: tuple[float, float] | None

    @classmethod
    def of(cls, text: str) -> Traits:
        """Read from the words of a text."""
        low = _NOT_SO.sub("", text.lower())
        ages = None
        found = _ONE_AGE.search(low)
        if found is not None:
            ages = (float(found["one"]), float(found["one"]))
        elif (found := _AGE.search(low)) is not None:
            first, last = float(found["low"]), float(found["high"] or found["low"])
            first = 0.0 if found["first"] else first
            way = found["way"]
            ages = (0.0, first) if way == "below" else (first, last if found["high"] else 120.0)
        if ages and found is not None and (found["unit"] or "").startswith(("month", "week")):
            ages = (
                ages[0] / (12 if found["unit"][0] == "m" else 52),
                ages[1] / (12 if found["unit"][0] == "m" else 52),
            )
        young = bool(re.search(r"\b(?:child|children|infants?|bab(?:y|ies)|newborns?|toddlers?)\b", low))
        return cls(
            child=young or bool(ages and ages[1] < 16),
            grown=bool(re.search(r"\badults?\b", low)),
            pregnant="pregnan" in low,
            nursing="breast-feed" in low or "breastfeed" in low,
            allergic=bool(_ALLERGIC.search(low)),
            severity=frozenset(m[0] for m in _SEVERITY.finditer(low)),
            ages=ages,
        )

    def clash(self, other: Traits) -> str:
        """Why what is said of such people (self) is not for those asked about (other); empty where it may be."""
        if self.pregnant and not other.pregnant:
            return "pregnancy"
        if self.nursing and not other.nursing:
            return "breast-feeding"
        if self.child and not self.grown and not other.child:
            return "children"
        if self.grown and not self.child and other.child:
            return "adults"
        if self.ages and other.ages and (self.ages[1] < other.ages[0] or self.ages[0] > other.ages[1]):
            return "age"
        if self.severity and other.severity and not self.severity & other.severity:
            return "severity"
        return "allergy" if self.allergic and not other.allergic else ""


_NOT_SO: Final = caseless(
    r"\b(?:not|neither|un)[- ](?:\w+ )?pregnant\b|\b(?:do|does) not breast-?feed\b|\bpregnancy test\b"
)
_ONE_AGE: Final = caseless(r"\b(?P<one>\d+)[- ](?P<unit>year|month|week)s?[- ]old\b")
_SEVERITY: Final = caseless(
    r"\b(?:mild|moderate|severe|life-threatening|low-severity|moderate-severity|high-severity|non-severe)\b"
)
_OPENING: Final = caseless(r"^(?:[^:]{3,80}\(.{2,60}?\): )?(?P<head>(?:in|for|with) [^,;]{3,170})[,;]")


def speaks_of(statement: str) -> Traits:
    """Of whom a statement of an answer speaks: by its opening, where it has one."""
    found = _OPENING.match(statement)
    return Traits.of(found["head"] if found else "")


def tells(said: str, way: Asked) -> bool:
    """Whether a text holds the names, the figures and the denial that an answer must hold."""
    low = said.lower()
    held = sum(name in low for name in way.names)
    if held < (len(way.names) + 1) // 2:
        return False
    if way.kind in ("dose", "duration", "target") and not set(way.figures) <= set(_FIGURE.findall(said)):
        return False
    return way.kind != "against" or _NEGATIVE.search(said) is not None
