"""Wants: what a question wants to know of a treatment, part by part, in the order asked.

`low dose A - how much does it cut the risk, what dose, when to stop` wants a size, a dose and an end. One want alone is
the question itself, which its kind answers; of several each is to be answered, and none may take the place of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.model import Intent, Question, Role
from probatum.text import words
from probatum.text.expressions import caseless, expression
from probatum.vocabulary import load

GIVEN: Final = ("drug", "procedure", "test")
"""Kinds of things that are given or done."""
SIZE: Final = "benefit"
DOSE: Final = "dose"
COURSE: Final = "how long it is given"
ONSET: Final = "when it begins to work"
HARM: Final = "harms"
OUTCOME: Final = "outcome"
MOST: Final = 5

_CLAUSE: Final = expression(r"[?;:!]|\.(?!\d)|,|\s[-\u2013\u2014+&]\s|\s(?:and|but|also|plus)\s", re.IGNORECASE)
_KINDS: Final = (
    (
        COURSE,
        caseless(
            r"\b(?:for )?how long(?: for)?(?= *$| (?:to|should|do|does|can|must"
            r"|(?:would|will) \w+ (?:be on|take|need|use)"
            r"|is it (?:given|taken|needed)"
            r"|(?:of )?(?:treatment|course)))|\bhow many (?:days|weeks|months)\b(?! (?:to|until|before|till))"
            r"|\bwhen (?:to|should|do|can|does)\b[^?]{0,30}\b(?:stop|come off|end)\b|\bstart ?(?:/|or|and) ?stop\b"
            r"|\b(?:length|duration) of (?:treatment|course|therapy)\b"
        ),
    ),
    (
        ONSET,
        caseless(
            r"\bhow (?:fast|quick(?:ly)?|soon|rapid(?:ly)?)\b|\bby when\b|\bhow long (?:till|til|until|before"
            r"|does it take|will it take|to work|for it to work)\b|\bwhen (?:will|does|do|should) (?:it|they|he|she|i) "
            r"(?:start|begin|work|kick|notice|feel)\w*"
        ),
    ),
    (
        DOSE,
        caseless(
            r"\b(?:what|which|start(?:ing)?|loading|usual|initial|right|recommended|best|target|maintenance"
            r"|max(?:imum)?) (?:dos(?:e|es|ing|age)|strength)\b|^\W*(?:the )?dos(?:e|es|ing|age)\b|\btitrat\w+"
            r"|^\W*(?:and )?how much\W*$|\bdos(?:e|es|ing|age)\W*$"
            r"|\bhow (?:many|much) (?:mg|tablets|puffs|units|to (?:give|take|use))\b"
            r"|\bhow (?:to|(?:should|do|can|would) (?:i|we|you|they)) (?:start|begin|initiate)\b"
        ),
    ),
    (
        HARM,
        caseless(
            r"\b(?:side[- ]?effects?|harms?|downsides?|adverse (?:drug )?(?:effects?|events?|reactions?)|dangers?"
            r"|(?:whats|what's|what is|at what) (?:the )?price)\b|\brisks?\W*$"
        ),
    ),
    (
        SIZE,
        caseless(
            r"\b(?:how (?:much|well|effective)|real|actual|any|the)\b[^?]{0,40}\b(?:benefits?|help|better|good|cut"
            r"|reduc\w+|lower|works?)\b|\bchances? (?:it|that it|of it) (?:helps?|works?|helping|working)\b"
            r"|^\W*benefits?\b|\b(?:survival|mortality) (?:gain|benefit)\b|\bNNT\b|\bhow many (?:fewer|more|less)\b"
            r"|\bevents? prevented\b|\bodds (?:of )?(?:a )?good outcome\b"
            r"|\bwhich (?:clears|works|heals|helps|cures) \w*"
        ),
    ),
)
_ASKS: Final = caseless(
    r"^\W*(?:and |but |so |also )?(?:what|which|how|when|where|is|are|does|do|did|can|could|should|will|would|may|any"
    r"|chances?|risk of|rate of|odds)\b"
    r"|\b(?:chances?|risk|rate|odds|likelihood|probability|how (?:much|many|often|likely)) "
)
EMPTY: Final = words.stems(
    "chance chances risk rate odds likelihood probability how much more less better worse work help effect "
    "treatment drug medicine dose patient people person year month week day hour mg old man woman pregnant safe "
    "use start stop take give need end anyway actually really average long term quote real benefit price harm "
    "problem issue thing ok okay still evidence trial study first second next get got go going make put come back "
    "time high low per new bad good best day yr yrs wk wks mth tell say said quickly quick fast soon home instead "
    "versus vs compare wants want asks usual number lots different whats mean main cut reduce lower increase "
    "raise prevent cause lead result after before"
)
_REGAIN: Final = caseless(r"\b(?:put|puts|gain\w*|go(?:es)?|pile)\b[^?.,]{0,20}\bback on\b|\bregain\w*")
_SURGERY: Final = caseless(r"^(?:surg\w*|operat\w*|ops?|theatre)$")


class Want(NamedTuple):
    """One thing that is to be told."""

    kind: str
    words: str
    """As it is named to the reader."""
    stems: frozenset[str] = frozenset()
    """Of an outcome: what a sentence that tells it holds."""
    procedure: bool = False
    """Whether any operation is meant by it."""
    clause: str = ""
    """The words it stands in, for the times that they tell."""


def wants(question: Question, *, several: bool = False) -> tuple[Want, ...]:
    """What is wanted, in order; empty where the question wants one thing, which is its own kind, unless it is one of
    `several` of its text."""
    if not question.having(Role.INTERVENTION):
        return ()
    text, known = question.read, _known(question)
    treated = [c for c in question.concepts if c.semantic in GIVEN]
    given = frozenset[str]().union(*(words.stems(n) for c in treated for n in (c.text, c.label)))
    listed = bool(_WEIGHS.search(text))
    made: dict[tuple[str, str], Want] = {}
    for at, clause in enumerate(_clauses(text)):
        for want in _of(clause, known, given, listed=listed and at > 0):
            made.setdefault((want.kind, want.words if want.kind == OUTCOME else ""), want)
    found = tuple(made.values())[:MOST]
    alone = (
        len(found) == 1
        and not (several and found[0].kind == COURSE)
        and found[0].kind in (COURSE, ONSET, _OWN.get(question.intent, SIZE))
    )
    return () if alone else found


_OWN: Final = {Intent.DOSING: DOSE, Intent.HARM: HARM}
"""The want that a kind of question is by itself."""


def _clauses(text: str) -> Iterator[str]:
    """The clauses; a bare time (`by 1 year & 5 years`) goes with the one before it."""
    held = ""
    for clause in _CLAUSE.split(text):
        if held and _BARE_TIME.fullmatch(clause):
            held = f"{held} {clause}"
            continue
        if held:
            yield held
        held = clause
    yield held


_BARE_TIME: Final = caseless(
    r"\W*(?:at |by |after |in )?\d+ ?(?:hours?|hrs?|days?|weeks?|wks?|months?|mths?|years?|yrs?)\W*"
)


def timed(text: str) -> bool:
    """Whether a text asks for how long, or how soon, and for nothing else."""
    return any(pattern.search(text) for kind, pattern in _KINDS if kind in (COURSE, ONSET)) and len(text.split()) <= 8


_WEIGHS: Final = caseless(r"\b(?:harms?|risks?|benefits?|side[- ]?effects?|safe(?:ty)?|outcomes?|effects? on)\b")
"""A question that weighs: what is listed bare within it is what is to be weighed."""


def _of(clause: str, known: frozenset[str], given: frozenset[str], *, listed: bool) -> Iterator[Want]:
    kinds = [kind for kind, pattern in _KINDS if pattern.search(clause)]
    yield from (Want(kind, kind) for kind in kinds)
    if _REGAIN.search(clause):
        yield Want(OUTCOME, "weight regained", frozenset({words.stem("regain")}), clause=clause)
        return
    if given & words.stems(clause):
        return  # what the treatment does is what its kind of question asks
    if (
        COURSE in kinds
        or ONSET in kinds
        or DOSE in kinds
        or not (_ASKS.search(clause) or (listed and len(clause.split()) <= 2))
    ):
        return
    left = [w for w in words.content(clause) if not w[0].isdigit() and words.stem(w) not in known | EMPTY]
    named = [w for w in left if _is_thing(w)]
    if named and len(named) <= 3:
        procedure = any(_SURGERY.match(w) for w in named)
        stems = frozenset(words.stem(w) for w in named if not _SURGERY.match(w))
        yield Want(OUTCOME, _as_typed(named, clause), stems, procedure, clause)


def _as_typed(named: list[str], clause: str) -> str:
    """The words with the capitals that they were typed with: `QT`."""
    typed = {w.lower(): w for w in re.findall(r"[\w'-]+", clause)}
    return " ".join(typed[w] if typed.get(w, w).isupper() else w for w in named)


def _is_thing(word: str) -> bool:
    """Whether a word names something that medicine counts."""
    if _SURGERY.match(word):
        return True
    if word in _COUNTED:
        return True
    return word not in _VERBS and any(t.semantic in ("condition", "symptom") for t in load().lookup(word)[:1])


_COUNTED: Final = frozenset(
    ["hearing", "qt", "resistance", "hair", "mortality", "death", "deaths", "survival", "relapse", "recurrence"]
)
"""What is counted of treatments and is no illness by name."""


_KIN: Final = tuple(
    words.stems(names)
    for names in (
        "mortality death deaths died dying fatal survival survived",
        "relapse relapses relapsed recurrence recurred recurrent recurs return returned",
        "bleeding bleed bled haemorrhage hemorrhage haemorrhages hemorrhages haemorrhagic hemorrhagic",
        "hair alopecia",
        "resistance resistant",
        "hospitalisation hospitalization hospitalised admission admitted readmission",
        "clot clots thrombosis thromboembolism thrombotic",
        "fracture fractures fractured",
        "infection infections infected",
        "weight overweight",
    )
)
"""Names by which reports tell the same outcome."""


def kin(stem: str) -> frozenset[str]:
    """The stems by which a text may tell an outcome, the given one among them."""
    return frozenset({stem}).union(*(group for group in _KIN if stem in group))


_VERBS: Final = frozenset(["fall", "falls", "falling", "feeling", "worried", "illness", "disease", "disorder", "pain"])
"""Words that are illnesses by the vocabulary and name none in a question."""


def _known(question: Question) -> frozenset[str]:
    """Stems of what is treated, who has what, and what is taken: none of it is what is wanted."""
    held = [c for c in question.concepts if c.semantic in GIVEN or c.role is Role.POPULATION]
    names = [n for c in held for n in (c.text, c.label, *c.synonyms[:4])]
    patient = question.patient
    names += [*patient.drugs, *patient.conditions, *patient.allergies, question.intervention, question.population]
    known = frozenset().union(*(words.stems(n) for n in names)) if names else frozenset()
    return known | frozenset(n.lower() for n in names)
