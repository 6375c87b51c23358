"""The groups that the people of a trial were allotted to, as its abstract lists them: `the GIK group and controls`,
`standard care or standard care plus an app`, `dose groups: 20, 60 or 100 U`, `group 1 (n = 20) got the patch`.

What stands in such a list is a group, whatever its words are. A list that is not understood whole gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.assess.audit import arms, keys
from probatum.assess.audit.source import Source
from probatum.model import SectionRole
from probatum.text.expressions import caseless, expression
from probatum.text.normal import fold

MOST: Final = 6
"""Groups of one list."""
_REACH: Final = 420
"""Characters of a sentence in which a list is read."""
_LONGEST: Final = 14
"""Words of one item."""
_VERB: Final = caseless(
    r"\b(?:randomi[sz](?:ed|ation)|randomly (?:\w+ ){0,2}(?:assigned|allocated|allotted|divided|split|chosen|placed)"
    r"|(?:assigned|allocated|allotted)(?: at random| randomly)?|(?:divided|split) (?:at random|randomly))\b"
)
_DIVIDED: Final = caseless(r"\b(?:divided|split)\b")
"""The same where the abstract speaks of chance elsewhere."""
_CHANCE: Final = caseless(r"\brandomi[sz]|\brandomly\b")
_TO: Final = caseless(
    r"(?:[^.;:]|[0-9][:.](?=[0-9])){0,60}?\b(?:in)?to(?! (?:evaluat|compar|determin|assess|test|examin|study"
    r"|investigat|see\b|establish"
    r"|identify|measure|find|monitor|describ|explor|demonstrat))"
    r"(?: (?:receive|take|have|undergo|get|be (?:treated|given|managed)(?: with)?|treatment with|therapy with))?:?\s"
    r"|[^.;:]{0,40}?\b(?:received|receiving|underwent|between)\s"
)
"""From the verb to where the list begins."""
_SHARES: Final = expression(
    r"\A[1-4](?::[1-4]){1,3} (?:ratio )?(?:in)?(?:to (?:receive )?)?|\A[1-4](?::[1-4]){1,3}-(?=[0-9])"
)
"""`Randomised to 2:1 ...`: the shares of the allocation."""
_OPENING: Final = caseless(
    r"\A(?:(?:either|both|an?|the|of|one|1|our|following|separate|equal|parallel|different|study|treatment|dose"
    r"|dosing"
    r"|intervention|experimental|named|two|three|four|five|six|[2-6]) ){0,6}?(?:[\w-]{3,30} dose )?"
    r"(?:groups?|arms?|regimens?|treatments?|conditions?|diets?|interventions?|strategies|drugs)\b"
    r"(?!,? (?:and|or)\b)(?:\s?\([^()]{0,40}\))?(?: of [0-9]{1,4}(?: [a-z]{4,12})?(?: each)?)?"
    r"(?: (?:with|based|according|named|as|labelled|by|in) [^.;:]{0,70}?)?\s?(?:[:;,(]|\bas\b|\bof\b)\s?"
    r"|\A(?:either|both)\s|\A(?:receive|undergo|take)\s"
)
"""What may stand before the first item: `three groups:`, `either`."""
_END: Final = caseless(
    r"[.;](?:\s|\Z)|,? (?:for|over|during) (?:an? |the |up to |at least |another |an additional )?"
    r"(?:[0-9]|one|two|three|four|five|six|eight|ten|twelve|period|first|whole|duration)"
    r"|,? in an? (?:[0-9]|double|single|open|random|cross|parallel|blind|ratio|fashion)"
    r"|,? and (?:were |was )?(?:[a-z]+ly )?(?:followed|assessed|evaluated|then|observed|studied|received|underwent)"
    r"|,? (?:in addition to|in (?:women|men|patients|children|adults|people|participants)|followed by|before|after"
    r"|until"
    r"|according|stratified|using|when|while|who|which|at (?:baseline|entry|discharge|an? [0-9])|prior to|within"
    r"|by (?:a|the|computer|block|means)|as (?:add-on|adjunct|supervised|directly)|on the"
    r"|to (?:evaluate|assess|compare|determine|control)|among|each\b(?! other)|were|was|did|had|both followed)\b"
)
_OR: Final = caseless(
    r",? (?:or|versus|vs\.?|v|compared (?:with|to)|as against)\s(?:[0-9]{1,5}\s(?=to\s))?(?:to\s|the\s|an?\s){0,2}"
)
_AND: Final = caseless(r",? and\s(?:[0-9]{1,5}\s)?(?:to\s|the\s|an?\s){0,2}|, (?:the\s|an?\s)?")
_COMMA: Final = expression(r",\s")
_APPOSED: Final = expression(r"an? ")
"""`STRIVE, a training video, or usual care`: what follows the comma explains."""
_BRACKET: Final = expression(r"\s?[(\[]([^()\[\]]{0,120})[)\]]")
_SHORT: Final = expression(r"(?<![\w-])(?=[\w+/.-]{0,9}[A-Z])[A-Za-z0-9][\w+/-]{0,9}(?![\w-])")
_SIZE: Final = caseless(
    r"\bn\s?=\s?[0-9][0-9,]*|\b[0-9]+ (?:patients|people|participants|subjects|women|men|children)\b"
)
_HEAD: Final = caseless(r"\s*\b(?:sub)?(?:groups?|arms?|cohorts?|conditions?)\b\s*\Z")
_LEAD: Final = caseless(
    r"\A(?:[0-9]{1,2} (?:weeks|days|months|sessions|cycles) of )?(?:(?:either|both|an?|the|to|in|with|receive"
    r"|receiving|undergo|get|take|treatment with|groups? of|group:|one"
    r"|daily|then|two|three|four|single|additional|[a-d12]\)) ){1,4}"
)
_UNFIT: Final = caseless(
    r"\b(?:were|was|is|are|had|has|have|who|that|which|whom|trial|study was|respectively|significant\w*|differ\w*"
    r"|outcomes?|p ?[<=]|vice versa|blocks?|ratio|other group|each group|these|those|their|mean|median|allocation"
    r"|randomi[sz]ation|followed|received|underwent|months? later|blind\w*|hospitals?|universit\w+"
    r"|validation|replicates?|adequate|predict\w*|(?:fe)?males?|randomised|classes|january|february|march|april"
    r"|june|july|august|september|october|november|december)\b|[<>\u00b1]"
)
"""No item holds these: a list in which one does is a sentence misread."""
_NONE: Final = caseless(r"(?:no|not|none|without|nothing)\b(?! (?:more|less))")
"""`No infusion`, `skin contact or not`: a group that got nothing."""
_BARE_DOSE: Final = expression(r"[0-9]+(?:\.[0-9]+)?")
ROLES: Final = keys.table(
    "intervention experimental experiment treatment treated study active test trial case comparison"
)
"""Words that say which part a group plays, and nothing of what it was given."""
_PARTS: Final = ROLES | keys.table("control controls usual standard placebo sham conventional routine waitlist")
_EMPTY: Final = keys.GENERIC | keys.table(
    "same either both each other identical matching matched plus added additional alone "
    "equal receiving first second consisting consist including include in of to the only random randomised randomized "
    "contain containing comprise comprising couple woman man child family infant eye knee limb men women people place"
)
_WEAK: Final = keys.table(
    "oral intravenous topical subcutaneous intramuscular daily weekly administration injection infusion tablet capsule"
)
"""Words that tell two groups apart only where nothing else does: `oral or intravenous iron`."""


class Label(NamedTuple):
    """One group of a list. `short` are the names it is given in brackets, or that are its only words."""

    text: str
    short: tuple[str, ...]
    words: frozenset[str]


def labels(source: Source) -> tuple[Label, ...]:
    """The groups of the first list of an abstract that is understood whole; empty where none is."""
    texts = [u.text[: 2 * _REACH] for u in source.units if not u.row and u.section.startswith("abstract")]
    roles = {u.text[: 2 * _REACH]: u.role for u in source.units if u.section.startswith("abstract")}
    called = _called(texts, source)
    if called:
        return called
    ordered = sorted(texts, key=lambda t: roles.get(t) in (SectionRole.BACKGROUND, SectionRole.CONCLUSIONS))
    chance = any(_CHANCE.search(text) for text in texts)
    for text in ordered:
        for verb in (*_VERB.finditer(text), *(_DIVIDED.finditer(text) if chance else ())):
            made = _list(text[verb.end() : verb.end() + _REACH], source)
            if made:
                return made
    return ()


def _list(tail: str, source: Source) -> tuple[Label, ...]:
    lead = _TO.match(tail)
    if lead is None:
        return ()
    rest = _SHARES.sub("", tail[lead.end() :])
    opening = _OPENING.match(rest)
    rest = rest[opening.end() :] if opening else rest
    stop = next((m.start() for m in _END.finditer(rest) if not _open(rest, m.start())), len(rest))
    return _apart([_label(i, source) for i in _items(rest[:stop])])


def _apart(made: Sequence[Label | None]) -> tuple[Label, ...]:
    told = tuple(label for label in made if label is not None)
    fit = len(told) == len(made) and 2 <= len(told) <= MOST and len({(t.words, t.text) for t in told}) == len(told)
    return told if fit else ()


def _open(text: str, place: int) -> bool:
    """True inside brackets."""
    return text.count("(", 0, place) > text.count(")", 0, place)


def _items(text: str) -> list[str]:
    """The items of a list; `and` parts them only where no `or` does: `calcium and vitamin D or placebo` are two."""
    text = text.strip(" :,")
    for parts in (_cut(text, _OR), _cut(text, _AND)):
        if len(parts) < 2:
            continue
        first = [p for p in _cut(parts[0], _COMMA) if p.strip()]
        first = first[:1] if len(first) == 2 and _APPOSED.match(first[1]) else first
        parts = (
            [*first, *parts[1:]]
            if len(first) > 1 and all(len(_BRACKET.sub("", p).split()) < _LONGEST for p in first)
            else parts
        )
        return _joined([p.strip(" ,:") for p in parts if p.strip(" ,:")])
    return []


def _cut(text: str, pattern: re.Pattern[str]) -> list[str]:
    made, at = [], 0
    for found in pattern.finditer(text):
        if not _open(text, found.start()):
            made.append(text[at : found.start()])
            at = found.end()
    return [*made, text[at:]]


def _joined(parts: list[str]) -> list[str]:
    """Doses of a list with the treatment that the first of them names, and the unit that the last does."""
    last = arms.DOSE.search(parts[-1])
    unit = last["unit"] if last else ""
    made: list[str] = []
    drug = ""
    for part in parts:
        bare = _BARE_DOSE.fullmatch(part)
        dose = arms.DOSE.search(part)
        if bare is not None and unit:
            made.append(f"{drug} {part} {unit}".strip())
        elif dose is not None and not part[: dose.start()].strip():
            made.append(f"{drug} {part}".strip())
        else:
            made.append(part)
            drug = part[: dose.start()].strip() if dose is not None else drug
    return made


def _label(item: str, source: Source) -> Label | None:
    """An item with its short names and the keys of its words; None where it is none."""
    told = " ".join(m[1] for m in _BRACKET.finditer(item))
    bare = _HEAD.sub("", _LEAD.sub("", _BRACKET.sub(" ", item).strip())).strip(" ,:")
    bare = " ".join(_SIZE.sub(" ", bare).split()).strip("()[] ").removesuffix(" and")
    if not bare or len(bare.split()) > _LONGEST or _UNFIT.search(bare):
        return None
    inside = [m.group() for m in _SHORT.finditer(_SIZE.sub(" ", told)) if not m.group().isdigit()]
    short = [s for s in inside[:2] if s.lower() != "n" and any(c.isupper() for c in s)]
    bare = bare.rsplit("either ", 1)[-1]
    if _NONE.match(bare):
        return Label(bare, (), keys.table("control"))
    if _SHORT.fullmatch(bare):
        short.insert(0, bare)
        bare = f"{bare} {told}" if len(told.split()) > 1 and not _SIZE.match(told) else bare
    capitals = [m.group() for m in _SHORT.finditer(bare) if sum(c.isupper() for c in m.group()) > 1]
    parts = [p for s in (*short, *capitals) for p in re.split(r"[/+]", s) if len(p) > 1]
    words = (keys.of(bare) - _EMPTY) | frozenset(keys.key(p) for p in parts)
    spelt = (source.long_forms.get(keys.key(p), frozenset()) for p in parts)
    words = words.union(*spelt) - (_EMPTY - _PARTS)
    words = words - _WEAK or words
    return Label(bare, tuple(dict.fromkeys(short)), words) if words or arms.DOSE.search(bare) or _roled(bare) else None


def _roled(text: str) -> bool:
    return bool(keys.table(text) & _PARTS)


_TITLED: Final = caseless(
    r"\b(?:effects?|efficacy|effectiveness|cost-effectiveness|impacts?|role|influence|benefits?|use|safety|evaluation"
    r"|feasibility|utility|value)(?: and [a-z]{4,15})? of (?:an? |the |adding )?(?P<what>[^:;?]{3,90}?)"
    r"\s(?:on|in|for|among|versus|vs\.?|after|during|as|to|at|with)\b"
)
_GOT: Final = caseless(
    r"\b(?P<who>intervention|experimental|treatment|treated|study|active|control|comparison) (?:group|arm)s?"
    r"(?: \([^()]{0,40}\))?,? (?:(?:patients|participants|children|women|men) )?(?:(?:who|which) )?(?:received"
    r"|underwent"
    r"|got|(?:was|were) (?:given|offered|treated with)|used|did)\s(?P<what>[^.;,()]{3,60})"
)


def tried(source: Source) -> frozenset[str]:
    """Keys of what a trial tries, where it calls its groups by their parts alone: as its title says (`effect of massage
    on sleep`), and what the intervention group received; without the illness and what controls received too."""
    title = fold(source.record.title).text
    found = _TITLED.search(title)
    words = keys.of(found["what"]) if found else frozenset()
    theirs: frozenset[str] = frozenset()
    for unit in source.units:
        if unit.row or not unit.section.startswith("abstract"):
            continue
        for got in _GOT.finditer(unit.text):
            if got["who"].lower() in ("control", "comparison"):
                theirs |= keys.of(got["what"])
            else:
                words |= keys.of(got["what"])
    ill = (m for m in vocabulary.current().find(title) if m.term.semantic in ("condition", "symptom"))
    sick = frozenset().union(*(keys.of(title[m.start : m.end]) for m in ill))
    return words - theirs - sick - _EMPTY - _PARTS - _PLAIN


_PLAIN: Final = keys.table(
    "program programme care training intervention supplement supplementation addition use novel new"
)
_CALLED: Final = expression(
    r"\b(?P<g>(?:[Gg]roup|[Aa]rm|[Cc]ohort)\s(?:[A-Z][A-Z0-9]?|[IVX]{1,4}|[1-6]))\b(?![\w-])\s?"
    r"(?:\((?P<inner>[^()]{0,60})\))?(?:\s?[:,=-]\s?|\s)"
    r"(?:(?:\(?who\s)?(?:received|receiving|got|underwent|consisted of|used|(?:was|were)\s(?:treated with|given"
    r"|managed with)|for|with|of|included|patients)\s)?"
    r"(?P<what>(?:(?!\b(?:[Gg]roup|[Aa]rm|[Cc]ohort)\s[A-Z1-6])[^.;:()]){3,90})"
)


def _called(texts: Sequence[str], source: Source) -> tuple[Label, ...]:
    """The groups of a trial that calls them by letters or numbers, each with what it was given."""
    made: dict[str, Label] = {}
    for text in texts:
        if not re.search(r"\b(?:receiv|got\b|underwent|given|treated|divided|random|allocat|assign)", text):
            continue
        for name, what in _told(text):
            words = keys.of(what) - _EMPTY
            if words and not _UNFIT.search(what):
                made.setdefault(name.lower(), Label(name, (), words))
    told = tuple(made.values())
    shared = frozenset.intersection(*(t.words for t in told)) if told else frozenset()
    fit = 2 <= len(told) <= MOST and len({t.words - shared for t in told}) == len(told)
    return told if fit and _in_order([t.text.split()[-1] for t in told]) else ()


def _in_order(names: Sequence[str]) -> bool:
    """False where one of a series is missing: groups A and C, groups 1 and 3."""
    for series in ("123456", "ABCDEF"):
        if series[0] in names:
            return sorted(names) == list(series[: len(names)])
    return not any(name.isdigit() for name in names)


def _told(text: str) -> Iterator[tuple[str, str]]:
    for found in _CALLED.finditer(text):
        what = re.split(r",? and (?:[Gg]roup|[Aa]rm|[Cc]ohort)\b|,? while |,? whereas |, ", found["what"])[0]
        yield found["g"], what
