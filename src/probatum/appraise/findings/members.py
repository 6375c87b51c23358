"""The members of a list of cells: the clauses of a skeleton, the role of each, the words of each cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.appraise.findings import clauses, items, outcome, risk_in, roles, skeleton, tie_words
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.roles import Kind, Role
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.skeleton import Cell, Skeleton, Told
from probatum.appraise.findings.values import Place
from probatum.model import Direction
from probatum.text.expressions import expression

_PARTS: Final = expression(
    r";|,?\s(?:whereas|while|although|however)\s|\.\s(?=[A-Z])|,?\s(?:and|but)\s|,\swith\s", re.IGNORECASE
)
_JOINED: Final = expression(r"^\s?[,;]?\s(?:(?:and|or|nor|but|as well as|followed by|plus|also)\s)*", re.IGNORECASE)
_NOT: Final = expression(r"\b(?:no|not|nor|neither|without|except)\b", re.IGNORECASE)


class Run(NamedTuple):
    """Cells one behind the other in one clause."""

    start: int
    stop: int
    cells: tuple[Cell, ...]


def runs(sk: Skeleton) -> Iterator[Run]:
    """The clauses of a sentence with the cells of each; a clause without cells is yielded for its subject."""
    start = 0
    for joint in _PARTS.finditer(sk.signs):
        if not _parts(sk, start, joint):
            continue
        yield _run(sk, start, joint.start())
        start = joint.end()
    yield _run(sk, start, len(sk.signs))


def _run(sk: Skeleton, start: int, stop: int) -> Run:
    return Run(start, stop, tuple(c for c in sk.cells if start <= c.start < stop))


def _parts(sk: Skeleton, start: int, joint: re.Match[str]) -> bool:
    """`and` and `but` part clauses where a verb follows before the next cell."""
    word = joint[0].strip(" ,").lower()
    if word == ";":
        return not _goes_on(sk, joint)
    if word not in ("and", "with", "but"):
        return True
    stop = sk.signs.find(skeleton.CELL, joint.end())
    after = sk.signs[joint.end() : stop if stop >= 0 else len(sk.signs)]
    told = word == "but" or skeleton.CELL in sk.signs[start : joint.start()]
    return told and outcome.has_verb(after) and stop >= 0


_BARE_MEMBER: Final = expression(
    rf"(?:(?:and|or)\s)?(?!(?:in|for|with|among|by|at|on|of|after)\s)[^;:,.{skeleton.CELL}]{{3,70}}?\s{skeleton.CELL}+"
    r"(?:\s?[;.]|\s?$)",
    re.IGNORECASE,
)


def _goes_on(sk: Skeleton, joint: re.Match[str]) -> bool:
    """`an effect on X Ⓑ; Y Ⓑ; or Z Ⓑ`: what stands between semicolons is a name with its results, and no clause."""
    if skeleton.CELL not in sk.signs[: joint.start()]:
        return False
    member = _BARE_MEMBER.match(sk.signs, joint.end())
    return member is not None and not outcome.has_verb(_adjectival(member[0]))


def role_of(sentence: Sentence, sk: Skeleton, run: Run, subject: Place | None) -> tuple[Role | None, Place | None]:
    """The role of a run, and the subject that the next clause may leave out."""
    first = run.cells[0].start if run.cells else run.stop
    conceded = _CONCEDED.match(sk.signs[run.start : first])
    after = run.start + (conceded.end() if conceded and outcome.has_verb(conceded[0]) else 0)
    run = run._replace(start=after) if outcome.has_verb(sk.signs[after:first]) else run
    begin = clauses.skip_lead(sk.signs, run.start, first)
    begin = (
        run.start
        if outcome.VERB.search(sk.signs, run.start, begin) and not _SINCE.match(sk.signs[run.start :])
        else begin
    )
    group = _IN_GROUP.match(sk.signs[begin:first])
    begin += group.end() if group else 0
    told = _TOLD_THAT.match(sk.signs[begin:first])
    begin = clauses.skip_lead(sk.signs, begin + told.end(), first) if told else begin
    verb = outcome.VERB.search(sk.signs, begin, first)
    own = (begin, verb.start()) if verb and verb.start() > begin + 2 else None
    if not run.cells:
        return None, own or subject
    last = run.cells[-1].end
    role = risk_in.read(sk.signs, begin, first, last, run.stop) or roles.read(sk.signs, begin, first, last, run.stop)
    if role is None:
        return None, own or subject
    if role.subject is not None:
        inner = _main_verb(sk.signs, role.subject)
        place = (role.subject[0], inner.start() if inner else role.subject[1])
        left_out = not sentence.masked[slice(*place)].strip(" ,")
        role = role._replace(subject=(subject if left_out else place))
    return role, role.subject or own or subject


def _main_verb(signs: str, place: Place) -> re.Match[str] | None:
    """The first verb that is not of a relative clause: `patients who received X had`."""
    return next((m for m in outcome.VERB.finditer(signs, *place) if not _WHO.search(signs, place[0], m.start())), None)


_WHO: Final = expression(
    r"\b(?:who|that|which)\s(?:(?:were|had|have|did not|\w+ly|also|both)\s)*$|\b(?:to|an?|the)\s$", re.IGNORECASE
)
_CONCEDED: Final = expression(r"\s*(?:while|although|though|whereas|even though)\s[^,ⒷⓋⓅ;]{3,180},\s", re.IGNORECASE)
"""`While A and B had alike outcomes, C had fewer`."""
_SINCE: Final = expression(
    r"\s*(?:when|while|although|though|because|since|if|once|as|after|compared|in|among|for|of|with|during|at|by|on)\s",
    re.I,
)
"""Words that open a clause or a phrase before the main clause."""
_IN_GROUP: Final = expression(
    r"(?:in|for|among|with)\s(?:the\s)?[^ⒷⓋⓅ;:,()]{2,40}?\s(?:group|arm|cohort)(?:\sⓠ+)?,?\s(?=the\s|\w+\s)",
    re.IGNORECASE,
)
"""`In the A group the rate of X Ⓑ was lower`, with or without a comma."""
_TOLD_THAT: Final = expression(
    r"[^ⒷⓋⓅ;:]{0,160}?\b(?:showed|found|revealed|indicated|demonstrated|observed|suggested|identified) that\s",
    re.IGNORECASE,
)


class Member(NamedTuple):
    """A cell's result with the words it is of and their own way."""

    cell: Cell
    told: Told
    place: Place
    way: Direction | None
    first: bool
    people: str = ""
    """In whom, where the words of the first cell hold for others: `lower risk Ⓑ, also among women Ⓑ`."""


def read(sentence: Sentence, sk: Skeleton, run: Run, role: Role) -> Iterator[Member]:
    """The cells of a run with their words; a cell that was not understood, or words with a verb, give none."""
    before, listed = run.cells[0], False
    if role.kind is not Kind.DIFFERENCE and _AGAINST.search(sk.signs, role.member[0], before.start):
        run = run._replace(cells=run.cells[:1])  # `more X than A Ⓑ and B Ⓑ`: what follows are others to compare with
    for cell in run.cells:
        place, way = role.member, role.way
        if cell is not run.cells[0]:
            joint = _JOINED.match(sk.signs[before.end : cell.start])
            gap = sk.signs[before.end : cell.start]
            among = _AMONG.match(gap)
            if among is not None and role.kind in (Kind.OBJECT, Kind.ACT, Kind.LINK):
                who = " ".join(sentence.text[before.end + among.start("who") : cell.start].split())
                yield from (Member(cell, t, role.member, None, True, who) for t in cell.told if t.label is None)
                before = cell
                continue
            people = _LISTED_PEOPLE.match(gap) if role.kind in _OF_PEOPLE else None
            if people is not None and (place := _without_people(sk, role.member) or place) != role.member:
                who = " ".join(sentence.text[before.end + people.start("who") : cell.start].split())
                yield from (Member(cell, t, place, None, True, who) for t in cell.told if t.label is None)
                before, listed = cell, True
                continue
            if listed:  # `patients on A Ⓑ or B Ⓑ`: B is of whom, and no outcome
                yield from (Member(cell, t, (cell.start, cell.start), None, False) for t in cell.told)
                before = cell
                continue
            if joint is None or role.kind is Kind.STATE or outcome.has_verb(_adjectival(gap)):
                return
            place, after, before = (before.end + joint.end(), cell.start), before.end, cell
            effect = _EFFECT.match(sk.signs[slice(*place)]) if role.kind is Kind.SIZE else None
            spared = _BUT_NOT.match(gap) if role.kind is Kind.FACTOR else None
            place = (place[0] if spared is None else after + spared.end(), place[1])
            if _NOT.search(gap) and role.kind is not Kind.DIFFERENCE and effect is None and spared is None:
                continue
            place = (place[0] + (effect.end() if effect else 0), place[1])
            again = tie_words.TIED_AGAIN.match(sk.signs, *place) if role.kind is Kind.LINK else None
            place = (place[0] if again is None else again.end(), place[1])
            compares = _OWN_SIZE if role.kind is Kind.SIZE else _OWN
            lead = None if role.kind is Kind.FACTOR else compares.match(sk.signs[slice(*place)])
            if lead is not None:
                place, way = (place[0] + lead.end(), place[1]), roles.way_of(lead["way"])
            elif re.match(r"(?:in|for|with|among)\s", gap.strip(" ,;"), re.IGNORECASE):
                lead = re.match(r"(?:in|for|with|among)\s", sk.signs[slice(*place)], re.IGNORECASE)
                place = (place[0] + (lead.end() if lead else 0), place[1])
                if role.kind not in (Kind.DIFFERENCE, Kind.SIZE):
                    return
            tail = _TRAILING.search(sk.signs[slice(*place)])
            if tail is not None and role.kind in (Kind.OBJECT, Kind.STATE):
                place, way = (place[0], place[0] + tail.start()), roles.way_of(tail["way"])
        for told in cell.told:
            own = told.label
            if own is not None and not _named(sentence, sk, run, own):
                continue
            yield Member(cell, told, own or place, way, cell is run.cells[0])
        before = cell


def _without_people(sk: Skeleton, place: Place) -> Place | None:
    """`X in elderly patients`, the first of several kinds of people: X; None where it says no people."""
    own = _ENDS_IN_PEOPLE.search(sk.signs, *place)
    return (place[0], own.start()) if own and own.start() > place[0] else None


_OF_PEOPLE: Final = frozenset({Kind.OBJECT, Kind.ACT, Kind.LINK, Kind.SIZE})
_LISTED_PEOPLE: Final = expression(
    rf"^,?\s(?:(?:and|or|as well as)\s)*(?P<who>(?:[\w-]+\s){{0,2}}?(?:{PEOPLE}|those)\s(?:given|receiving|with|"
    r"aged|who|"
    r"undergoing|on|treated|taking)\s[^ⒷⓋ,;]{2,60}?)\s(?:ⓠ+\s)?$",
    re.IGNORECASE,
)
"""`..., patients given A Ⓑ`: another kind of people of whom the words of the first cell hold."""
_ENDS_IN_PEOPLE: Final = expression(
    rf"\s(?:in|among|for)\s(?:the\s)?(?:[\w-]+\s){{0,3}}?{PEOPLE}(?:\s(?:with|aged|who|on)\s[^ⒷⓋ,;]{{2,40}}?)?\s?"
    r"(?:ⓠ+\s?)?$",
    re.IGNORECASE,
)
_BUT_NOT: Final = expression(r"^,?\s(?:but|and)\snot\s(?:the\s|an?\s)?", re.IGNORECASE)
"""`A Ⓑ, but not B Ⓑ, was associated with X`: B's own ratio tells of B."""
_AGAINST: Final = expression(r"\s(?:than|as|(?:as\s)?compared (?:with|to)|versus|vs\.?|relative to)\s", re.IGNORECASE)
_EFFECT: Final = expression(r"(?:an?\s|no\s)?(?:[\w-]+\s){0,2}effects?\son\s(?:the\s)?", re.IGNORECASE)
"""`a large effect on X Ⓑ and no effect on Y Ⓑ`: each says what it is on."""
_OWN: Final = expression(
    r"(?:(?:an?|the|significantly|statistically|significant|also|markedly|slightly)\s)*(?P<way>lower|smaller|shorter|less|"
    r"fewer|reduced|decreased|higher|greater|longer|larger|more|increased|better|worse|improved|similar|comparable)\s"
    r"(?:likely\s(?=to\s))?",
    re.IGNORECASE,
)
_OWN_SIZE: Final = expression(
    r"(?:(?:with|probably|possibly|an?|the|slight|small|large|moderate|significant|marked)\s){0,5}(?P<way>reduction|increase|"
    r"improvement|decrease|decline|enhancement|elevation|rise)s?\s(?:in|of)\s(?:the\s)?",
    re.IGNORECASE,
)
"""`a reduction in X Ⓑ and an improvement in Y Ⓑ`."""
_TRAILING: Final = expression(
    r"\s(?:was\s|were\s)?(?:significantly\s)?(?P<way>lower|smaller|shorter|less|fewer|higher|greater|longer|larger)\s$",
    re.IGNORECASE,
)
"""`X was larger Ⓑ and Y lower Ⓑ`."""


_AMONG: Final = expression(
    rf"^,?\s(?:(?:and|including|especially|particularly|also|both|as well as)\s)*(?:in|among|for)\s(?:the\s|those\s)?"
    rf"(?P<who>(?:[\w-]+\s){{0,3}}{PEOPLE}(?:\s(?:with|without|aged|who|on|receiving)\s[^ⒷⓋ,;]{{2,50}})?)\s$",
    re.IGNORECASE,
)


def _adjectival(words: str) -> str:
    """`reduced mortality` in a list is no clause."""
    return re.sub(r"\b(?:reduced|decreased|increased|improved|lowered|elevated|delayed)\b", "", words)


def _named(sentence: Sentence, sk: Skeleton, run: Run, label: Place) -> bool:
    """Whether the words of a bracket name an outcome: they hold a word for one, or one of their clause."""
    words = sentence.masked[slice(*label)]
    if items._LABELS.search(words):
        return True
    said = {w.lower()[:6] for w in re.findall(r"[A-Za-z]{5,}", sk.signs[run.start : run.cells[0].start])}
    return any(w.lower()[:6] in said for w in re.findall(r"[A-Za-z]{5,}", words))
