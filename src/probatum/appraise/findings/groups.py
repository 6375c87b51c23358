"""The groups that a sentence names: `the lotion group`, `children given X`, `controls`, an arm of the study."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import clauses, naming
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.model import ArmResult, Span
from probatum.text.expressions import expression


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OUT: Final = _words(
    "in of for with without than and or nor to from at by on between among versus vs vs. v v. compared relative "
    "after  before during within over until as that which who whose whom when while whereas but both each either "
    "every  neither all these this those two three four was were is are had has have did does do been be not no "
    "more fewer less most  significantly respectively although because if one per mean median only also same "
    "other there we our their its  showed reported experienced received developed increased decreased reduced "
    "improved remained occurred achieved  observed found seen required under through via using particularly "
    "especially similar comparable the a an it they  died survived responded relapsed allocated assigned "
    "randomized randomised given taking receiving into  approximately about almost nearly several many some any "
    "such following regarding including  higher lower"
)
"""Words that no name of a group holds."""
_WORD: Final = expression(r"(?:\d-(?=[A-Z]{2}))?[A-Za-z][\w/+'’-]*(?:\.\d+)?|[ⒹⓍ]+")
_NAME: Final = r"(?:[A-Za-z][\w/+'’-]*+|[ⒹⓍ]++)(?:\s(?:[A-Za-z][\w/+'’-]*+|[ⒹⓍ]++)){0,4}?"
_END: Final = (
    r"(?=\s?[,;:.()\[\]ⓋⓅⒸⓂⓇⓃ]|\s?$|\sⓉ|\s(?:and|or|than|compared|relative|versus|vs|v|was|were|is|are|had|has|"
    r"have|did|but|while|"
    r"whereas|at|after|during|within|over|who|that|which|when|as|respectively|in|on|for|by|from|to|with)\b)"
)
_GIVEN: Final = (
    r"(?:(?:who|that)\s(?:had\s|were\s)?)?(?:treated (?:with|by)|receiving|received|given|taking|took|assigned to|"
    r"allocated(?: to)?|randomi[sz]ed to|undergoing|underwent|managed (?:with|by|according to)|using|exposed to|"
    r"vaccinated with|with|without|on)"
)
_HEAD: Final = expression(
    rf"(?<![\w-])(?:(?P<group>group|arm)(?!\s(?:differences?|comparison))|{PEOPLE}|treated)(?![\w-])", re.IGNORECASE
)
_LETTERED: Final = expression(r"(?<![\w-])(?P<g>(?:[Gg]roup|[Aa]rm)[\s-][A-Z]{1,4}\d?)(?![\w-])|(?P<x>Ⓧ+)")
_ACTED: Final = expression(
    rf"(?<![\w-])(?:{PEOPLE}|group|arm|those)\s{_GIVEN}\s(?:the\s|an?\s)?(?=[A-Za-zⒹⓍ]|\d-(?-i:[A-Z]{{2}}))",
    re.IGNORECASE,
)
_CONTROL: Final = expression(
    r"(?<![\w-])(?:placebo(?!-controlled)|sham(?:\s(?:stimulation|acupuncture|surgery|procedure))?|"
    r"(?:(?:healthy|normal|matched)\s){0,2}controls|(?:usual|standard|routine|conventional)[\s-](?:care|"
    r"treatment|therapy)|"
    r"no[\s-](?:treatment|intervention)|(?:(?<=versus\s)|(?<=vs\s)|(?<=vs\.\s)|(?<=Ⓥ\s))control)(?![\w-])",
    re.IGNORECASE,
)
_BARE: Final = expression(
    r"(?<![\w-])(?:women|men|boys|girls|males|females|smokers|non-?smokers|responders|non-?responders|users|"
    r"non-?users|survivors|non-?survivors|cases)(?![\w-])(?!\s?=)",
    re.IGNORECASE,
)
_NOT_PEOPLE: Final = expression(
    r"^(?:larger|smaller|greater|longer|shorter|better|worse|older|younger)\b|^(?:total|included|eligible|remaining|"
    r"enrolled|hundred|thousand|consecutive|adult|study|evaluable|randomi[sz]ed|overall|additional|new|further|"
    r"age|risk|own|"
    r"matching|whole|entire|individual|different|various|largest|single|first|second|subsequent|participating|old|"
    r"years-old|human|young|recruited|analy[sz]ed|affected|pediatric|elderly)\s(?:\w+)$",
    re.IGNORECASE,
)
_OF_AGE: Final = expression(r"^(?:older|younger|elderly|young|pediatric|adult|affected)\s\w+$", re.IGNORECASE)
_COMPARED_IN: Final = expression(
    r"\b(?:was|were|is|are)\s(?:\w+ly\s)?(?:higher|lower|greater|longer|shorter|more \w+|less \w+|increased|reduced)\s"
    r"(?:in|among|for)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""`X was higher in`: who comes next is one of two groups, though an age alone names nobody."""
_NO_GROUP: Final = expression(
    r"^(?:age|whole|entire|overall|total|largest|peer|focus|support|patient|sub|large|small|heterogeneous|"
    r"homogeneous|"
    r"upper|left|right|dominant|affected|food|blood|functional|hydroxyl|methyl|working|research|guideline|ethnic|"
    r"racial|"
    r"risk|diagnostic|former|latter)\s(?:group|arm)$",
    re.IGNORECASE,
)
_COMPARATOR: Final = expression(
    r"\b(?:than|(?:when |as )?compared (?:with|to)|in comparison (?:with|to)|versus|vs\.?|relative to|as against|"
    r"whereas|while|but|against|v)\b",
    re.IGNORECASE,
)
_OTHER: Final = expression(
    rf"\b(?:than|compared (?:with|to)|relative to|versus|vs\.?)\s(?:(?:that|those|patients|"
    rf"the)\s){{0,2}}(?:(?:in|with|for|of|"
    rf"among|on|by|receiving|given|undergoing)\s)?(?:the\s|an?\s)?(?P<g>{_NAME}){_END}",
    re.IGNORECASE,
)
_FIRST: Final = expression(
    rf"(?<![\w-])(?:in|with|for|among|on|by|receiving|given)\s(?:the\s|an?\s)?(?P<g>{_NAME})\s?(?:[\[(]|$|"
    r"(?:than|versus|vs\.?|(?:when |as )?compared)\b)",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """A group and where the sentence names it."""

    start: int
    end: int
    name: str
    source: Span | None = None
    """Where it is named, when that is not in the sentence."""

    @property
    def place(self) -> Place:
        """Its characters."""
        return self.start, self.end


def named(sentence: Sentence) -> tuple[Named, ...]:
    """The groups of a sentence in the order of their words; of two that overlap, the more certain one."""
    return sentence.once(_named)


def _named(sentence: Sentence) -> tuple[Named, ...]:
    taken: list[Named] = []
    for found in _matches(sentence):
        if not any(found.start < other.end and other.start < found.end for other in taken):
            taken.append(found)
    return tuple(sorted(taken))


def _matches(sentence: Sentence) -> Iterator[Named]:
    """Places that name a group, the more certain kinds first."""
    masked = sentence.masked
    heads = list(_HEAD.finditer(masked))
    places = [*_ending(masked, [m for m in heads if m["group"]], 4), *_lettered(sentence)]
    places += [(m.start(), end) for m in _ACTED.finditer(masked) if (end := _ahead(masked, m.end())) > m.end()]
    places += _ending(masked, [m for m in heads if not m["group"]], 5)
    places += [m.span() for m in _CONTROL.finditer(masked)]
    for place in places:
        found = made(sentence, place)
        if found is not None:
            yield found
    for arm in sentence.context.study.arms:
        for name in dict.fromkeys((arm.name, arm.drug)):
            if len(name) > 2 and arm_names.valid(name):
                for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", sentence.text, re.IGNORECASE):
                    yield Named(match.start(), match.end(), sentence.text[slice(*match.span())])
    for match in _BARE.finditer(masked):
        if match[0].lower() == "cases" and "controls" not in masked:
            continue
        yield Named(*match.span(), sentence.text[slice(*match.span())])


def _lettered(sentence: Sentence) -> list[Place]:
    """`group A`; `group 2`, whose number is masked."""
    found = []
    for match in _LETTERED.finditer(sentence.masked):
        if match["g"] or re.match(r"(?:group|arm|cohort)\s", sentence.text[slice(*match.span())], re.IGNORECASE):
            comma = sentence.text.find(",", *match.span())
            found.append((match.start(), comma if comma > 0 else match.end()))
    return found


def _ending(masked: str, heads: Sequence[re.Match[str]], most: int) -> list[Place]:
    """Each head with the words before it that may belong to its name; none without one such word."""
    found = []
    for head in heads:
        start = head.start()
        for _ in range(most):
            if start < 2 or masked[start - 1] != " ":
                break
            begin = masked.rfind(" ", 0, start - 1) + 1
            word = masked[begin : start - 1]
            if not _WORD.fullmatch(word) or (word.lower() in _OUT and word != "NO"):
                break
            start = begin
        if masked[max(0, start - 4) : start].lower().endswith(("or ", "/ ")):
            continue
        if start < head.start() and masked[max(0, start - 3) : start].lower() == "no ":
            start -= 3
        if start < head.start():
            found.append((start, head.end()))
    return found


def _ahead(masked: str, start: int) -> int:
    """Where the name that begins there ends: before the first word that no name holds, after six words at most."""
    first = at = start
    for _ in range(6):
        word = _WORD.match(masked, at)
        if word is not None and word[0].lower() in ("and", "or") and start > first and _JOINED.match(masked, at):
            start = word.end()
            at = start + 1
            word = _WORD.match(masked, at)
        if word is None or (word[0].lower() in _OUT - {"higher", "lower"}):
            break
        start = word.end()
        if masked[start : start + 1] != " ":
            break
        at = start + 1
        following = _WORD.match(masked, at)
        if following is not None and following[0].endswith("ed") and not word[0].endswith("ly"):
            break
    return start


_JOINED: Final = expression(
    rf"(?:and|or)\s(?!(?:{PEOPLE}|controls|those|the|in|for|with|of|among|on|by|to|placebo|who|was|were|had|not|"
    rf"no)\b)(?:[\w+/-]+\s){{1,3}}"
    r"(?:had|have|were|was|experienced|showed|required|reported|did|than|compared|versus|vs)\b"
)
"""`and Y had`: a second treatment of the same people."""


def made(sentence: Sentence, place: Place) -> Named | None:
    """The group that stands at a place; None where its words can name none."""
    start, end = place
    text = sentence.text[start:end]
    of_age = _OF_AGE.match(text) is not None and _COMPARED_IN.search(sentence.masked[: place[0]]) is not None
    if _NO_GROUP.match(text) or (_NOT_PEOPLE.match(text) and not of_age):
        return None
    name = arm_names.clean(text, sentence.context)
    return Named(start, end, name) if arm_names.valid(name.removeprefix("no "), sentence.masked[start:end]) else None


def compared(sentence: Sentence, groups: Sequence[Named], start: int, stop: int) -> tuple[Named, Named] | None:
    """The two groups that a stretch compares, in the order in which their figures are printed; None when not certain.

    They are all that it names, and a word of comparison joins them.
    """
    found = _distinct([g for g in groups if start <= g.start < stop])
    if len(found) == 2:
        one, two = found
        gap = re.sub(r"[\[(][^()\[\]]*[\])]", "", sentence.masked[one.end : two.start])
        between = re.search(r"\bbetween\s(?:the\s)?$", sentence.masked[start : one.start])
        if between and re.fullmatch(r"\s(?:and|versus|vs\.?)\s(?:the\s|those\s(?:in|with)\s(?:the\s)?)?", gap):
            return one, two
        if re.search(r"\bcomparison of (?:the |an? )?$", sentence.masked[start : one.start], re.I) and re.match(
            r"\s(?:with|to|and)\s", gap
        ):
            return one, two
        if _COMPARATOR.search(gap):
            return one, two
        if _COMPARATOR.search(sentence.masked[max(start, one.start - 60) : one.start]) and _leads(sentence, one):
            return two, one
        return None
    return _comparand(sentence, start, stop, found[0]) if len(found) == 1 else None


def _leads(sentence: Sentence, one: Named) -> bool:
    """`Compared with B, A had ...`: the comparator opens the clause."""
    before = sentence.masked[: one.start]
    return bool(
        re.search(
            r"(?:^|[;,]\s)(?:and\s)?(?:(?:when|as)\s)?(?:compared (?:with|to)|relative to|in comparison (?:with|"
            r"to))\s"
            r"(?:those\s|patients\s|that\s)?(?:(?:in|with|of|receiving|given)\s)?(?:the\s)?$",
            before,
            re.IGNORECASE,
        )
        and re.match(r"[^,;ⓋⓅ]{0,30},\s", sentence.masked[one.end :])
    )


def _comparand(sentence: Sentence, start: int, stop: int, known: Named) -> tuple[Named, Named] | None:
    """One group is known; the other stands across the word of comparison: `higher in X than in the control group`."""
    after = [m for m in _OTHER.finditer(sentence.masked, start, stop) if m.start("g") >= start]
    if len(after) != 1:
        return None
    other = after[0]
    if _TREATMENT.search(other["g"]) and not _TREATMENT.search(known.name) and _ALL_PEOPLE.search(known.name):
        return None
    if known.end <= other.start():
        found = made(sentence, other.span("g"))
        return (known, found) if found and found.name.lower() != known.name.lower() else None
    if not (other.start("g") <= known.start < other.end() + 1):
        return None
    firsts = list(_FIRST.finditer(sentence.masked[start : other.end()]))
    first = firsts[-1] if firsts else None
    if first is None or start + first.end() > other.start() + 8:
        return None
    found = made(sentence, (start + first.start("g"), start + first.end("g")))
    return (found, known) if found and found.name.lower() != known.name.lower() else None


_TREATMENT: Final = expression(
    r"\b(?:regimens?|therap\w+|treatments?|drugs?|interventions?|agents?|"
    r"monotherapy)\b",
    re.IGNORECASE,
)
_ALL_PEOPLE: Final = expression(rf"^(?:[\w-]+\s)?{PEOPLE}$", re.IGNORECASE)
"""`in hospitalised patients compared with other regimens`: those treated, not one of the treatments."""


def _distinct(found: list[Named]) -> list[Named]:
    """The first place of each group; `placebo` and `placebo group` are one."""
    seen: dict[str, Named] = {}
    for group in found:
        key = re.sub(r"\s(?:group|arm|patients|subjects|participants)$", "", group.name.lower())
        seen.setdefault(key, group)
    return list(seen.values())


_SHARE_OF: Final = expression(
    r"\b(?:higher|greater|larger|lower|smaller)\s(?:percentage|proportion|number|share)\sof\s(?:the\s)?$", re.IGNORECASE
)
"""`a greater percentage of patients with A had`: A is compared with the others."""
UNNAMED: Final = "comparison group"
"""The other group of a comparison that names but one."""


def half(sentence: Sentence, known: Named, *, shown: bool = False) -> tuple[Named, Named] | None:
    """One group of the two of a trial is named: the other is that of the study whose words it does not share.

    `shown`: the figures go the way that the words say of the named group, so that the other may stay without a name.
    """
    before = sentence.masked[: known.start]
    if re.search(r"\b(?:of|number|proportion|percentage)\s(?:the\s)?$", before) and not _SHARE_OF.search(before):
        return None
    arms = naming.study_arms(sentence)
    if not arms:
        return (known, Named(known.start, known.end, UNNAMED)) if shown else None
    said = arm_names.words_of(known.name) | {known.name.lower()}
    control = arm_names.is_control(known.name, sentence.context)
    like = [
        bool(said & (arm_names.words_of(f"{a.name} {a.drug}") | {a.name.lower()})) or (control and a.control)
        for a in arms
    ]
    if sum(like) != 1:
        return (known, Named(known.start, known.end, UNNAMED)) if shown and not any(like) else None
    other = arms[like.index(False)]
    return known, Named(known.start, known.end, other.name, other.span)


def other_than(sentence: Sentence, stop: int, name: str, arms: tuple[ArmResult, ...]) -> tuple[ArmResult, ...]:
    """The arms of an estimate, unless one is its outcome: `A had a higher risk of X than B` compares A with B."""
    low = name.lower()
    if len(arms) < 2 or not any(a.arm.lower() in low or low in a.arm.lower() for a in arms):
        return arms
    start = clauses.clause_start(sentence, stop)
    begin = clauses.skip_lead(sentence.masked, start, stop)
    told = compared(sentence, named(sentence), begin, stop) or compared(sentence, named(sentence), start, stop)
    return tuple(ArmResult(g.name, control=arm_names.is_control(g.name, sentence.context)) for g in told or ())


def only(sentence: Sentence, start: int, stop: int) -> tuple[ArmResult, ...]:
    """`X was more common in A (odds ratio 3.0)`: the one group that the clause names, right before its bracket."""
    here = [g for g in named(sentence) if start <= g.start < stop]
    if len(here) != 1 or not _RAISED.search(sentence.masked[start : here[0].start]):
        return ()
    if not re.fullmatch(r"\s?[\[(][^()\[\]]{0,30}", sentence.masked[here[0].end : stop]):
        return ()
    return (ArmResult(here[0].name, control=arm_names.is_control(here[0].name, sentence.context)),)


_RAISED: Final = expression(
    r"\s(?:was|were|is|are)\s(?:\w+ly\s)?(?:higher|lower|elevated|increased|reduced|decreased|greater|(?:more|"
    r"less) (?:common|frequent|"
    r"likely|prevalent))\s(?:in|among|for|with)\s(?:the\s)?$",
    re.IGNORECASE,
)


_AGAINST: Final = expression(
    r"\b(?:compared (?:with|to)|than|relative to|versus|vs\.?)\s(?:(?:in|with|for|among)\s)?(?:the\s|"
    r"those\s(?=with|in)\s?)?"
    r"(?P<ref>[^ⓋⓅⒸⓂⓇ,;:()]{3,60}?)\s?[\[(][^()\[\]]{0,30}$",
    re.IGNORECASE,
)


def comparator(sentence: Sentence, start: int, stop: int) -> str:
    """`A was associated with a higher risk of X compared to B (hazard ratio`: B, which one arm would leave out."""
    match = _AGAINST.search(sentence.masked[start:stop])
    if match is None:
        return ""
    name = arm_names.clean(sentence.text[start + match.start("ref") : start + match.end("ref")], sentence.context)
    return name if arm_names.valid(name) else ""
