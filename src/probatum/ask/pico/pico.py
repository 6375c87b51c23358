"""Population, intervention, comparator and outcome by the question's syntax.

The first of the frames that fits wins; what none fits is left to the concepts.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.ask.between.amounts import compared
from probatum.ask.pico.clauses import Sentence, asking
from probatum.ask.pico.frames import AUX, FRAMES, PEOPLE, START, VERB, VERB_FORM, WITH
from probatum.ask.words.asides import blanked
from probatum.text import measured
from probatum.text.expressions import expression

_BEFORE_PEOPLE: Final = (
    rf"(?:(?!(?:in|of|for|with|on|to|among|amongst|by|between|and|or|than|the (?:treatment|management|role)|treating|"
    rf"reducing|{VERB}(?:e|es|s|ed))\b)[\w'/-]+\s+){{0,5}}?"
)
_AFTER_PEOPLE: Final = (
    rf"(?!['’-])(?=\s+{WITH}\b|\s*[,;:?.)]|\s*$|\s+(?:be|is|are|was|were|have|has|had|more|less|as|and|or|versus|vs|"
    rf"compared|likely|really|{VERB_FORM})\b)"
)
_POPULATION: Final = expression(
    rf"\b(?:in|among|amongst|for|of|by|on|between"
    rf"|(?<!compared )(?<!relative )(?<!similar )(?<!superior )to)\s+(?P<p>{_BEFORE_PEOPLE}{PEOPLE}\b{_AFTER_PEOPLE}"
    rf"(?:\s+{WITH}\s[^,;:?.]*)?)",
    re.IGNORECASE,
)
_SUBJECT: Final = expression(
    rf"{START}(?:{AUX}|is|are|was|were) (?P<p>{_BEFORE_PEOPLE}{PEOPLE}\b(?!['’-])"
    rf"(?: (?:with|who have|without|on|having|undergoing|receiving) [^,;:?.]+?)?)"
    rf"(?= (?:{VERB_FORM}|more|less|at|likely|really|want|face|need|agree|perceive|know|prefer|recognize|under|"
    rf"adequately|"
    rf"be|get|take|use|have|eat|drink)\b)",
    re.IGNORECASE,
)
_STOPS: Final = expression(
    rf"\s(?:be|is|are|was|were|have|has|had|do|does|did|can|could|will|would|may|might|should|versus|vs|compared|"
    rf"(?:which|what) (?=is|are|drugs?|treatments?|medic|one|works?)|"
    rf"more likely|"
    rf"less likely|{VERB_FORM}(?<!on))\b",
    re.IGNORECASE,
)
_TAIL_IN: Final = expression(
    r"\s(?:in|among|after|during|following|with) (?P<p>(?!the (?:treatment|management|diagnosis|"
    r"development|(?:long|short) (?:run|term)|meantime|end|first|last|next|same)\b)[^,;:?]+)$",
    re.IGNORECASE,
)
_EDGES: Final = expression(
    r"^(?:(?:the|an?|some|any|this|these|that|there|my|your|use of|using|of|in|on|for|with|to|by|and|or|it|we|you|i|"
    r"one|treat|treating|diagnose|diagnosing|the diagnosis of|detect|detecting|exclude|excluding|rule out|ruling out"
    r"|picking up|spotting|taking|really|be|both|"
    r"either|what|whether|if|how|why|which|is|are|does|do|can|possible|ever|still|than) )+|"
    r"(?: (?:be|is|are|in|of|for|with|to|on|and|or|by|at|a|the|from|as|have|has|when|really|actually|not|an|more|"
    r"less))+$| (?:in the (?:long|short|medium) (?:run|term)|over time|at all)$"
    r"| (?:is|are|was|were) (?:used|given|recommended|needed|taken)$|,? and (?:what|which|how|when|why)\b.*$"
    r"|^[\s,\"'-]+|[\s,\"'?.:;-]+$",
    re.IGNORECASE,
)
_TOLD: Final = expression(
    r"\s*(?:\((?=\d|not\b|no\b|im\b|i'm\b|she|he\b|they|who\b)|[,;]\s?(?:(?:and|but|so) )?(?:i'?m|i'?ve|i|he's|hes"
    r"|she's|shes|he|she|they|we|my"
    r"|take|takes|taking|on|aged?|\d{1,3}(?! ?(?:mg|mcg|g|ml|units?|%|or\b|vs?\b))|no|not|otherwise|bought|had|started"
    r"|day \d|never|nurse|doctor|gp)\b|[.?!]\s|(?<=[a-z]{4})\sat [1-9]\d\b(?! ?(?:weeks|mg|%|months))"
    r"|(?<=[a-z]{4})\s(?:in (?:an? )?)?\d{1,3} (?:year|month)s?[- ]old(?: (?:man|woman|boy|girl|child|lady|male|female"
    r"|patient|person|(?:\w+ )?worker|smoker))?$).*$",
    re.IGNORECASE | re.DOTALL,
)
"""What is told behind the words of a part: `leg cramps, im 73, take A`."""
PRONOUNS: Final = frozenset(
    [
        "it",
        "they",
        "this",
        "these",
        "there",
        "we",
        "i",
        "you",
        "he",
        "she",
        "one",
        "that",
        "them",
        "him",
        "her",
        "me",
        "us",
        "before",
        "usual",
        "normal",
        "nothing",
        "anything",
        "something",
        "someone",
        "patients",
        "people",
        "yesterday",
        "today",
        "tomorrow",
        "tonight",
    ]
)
MOST_WORDS: Final = 14


class Part(NamedTuple):
    """One of P, I, C, O: its words and where they stand."""

    text: str = ""
    start: int = -1
    end: int = -1

    def holds(self, start: int, end: int) -> bool:
        """True when the characters lie in this part."""
        return self.start <= start and end <= self.end


class Pico(NamedTuple):
    """The parts found by syntax; empty where none was."""

    population: Part = Part()
    intervention: Part = Part()
    comparator: Part = Part()
    outcome: Part = Part()
    frame: str = ""


_NOTHING: Final = expression(
    r"^(?:(?:best|any|first[- ]line|first|initial|current|good|other|new|possible|natural"
    r"|preferred) )*(?:first[- ]line|take|use|do|try|give|treatments?"
    r"|therap(?:y|ies)|management|medications?|medicines?|drugs?|tablets?|pills?|capsules?|options?|remed(?:y|ies)"
    r"|choice|doses?)$",
    re.IGNORECASE,
)
"""What the question asks for, and so does not name."""


def part(text: str, start: int, end: int) -> Part:
    """The words between, without what clings to their edges; empty when nothing of weight is left."""
    tale = _TOLD.search(text, start, end)
    end = tale.start() if tale and tale.start() > start else end
    while True:
        piece = text[start:end]
        match = _EDGES.search(piece)
        if not match or not match.group():
            break
        if match.start() == 0:
            start += match.end()
        else:
            end = start + match.start()
    words = text[start:end].split()
    said = " ".join(words)
    if not words or len(words) > MOST_WORDS or said.lower() in PRONOUNS or _NOTHING.match(said) or _ASKS.match(said):
        return Part()
    return Part(said, start, end)


_ASKS: Final = expression(
    r"^(?:so |and |but )?(?:when|where|why) (?:do|does|did|should|shall|would|can|could|must) "
    r"(?:i|we|you|he|she|they|it|one)\b",
    re.IGNORECASE,
)
"""A clause that asks on what occasion something is done, and names nothing that is: `when do I not go up or not
start it` is no choice between two things."""


def read_population(text: str) -> tuple[Part, tuple[int, int]]:
    """The people asked about, and the characters that name them with their preposition."""
    subject = _SUBJECT.search(text)
    for match in [*reversed(list(_POPULATION.finditer(text))), *([subject] if subject else [])]:
        start, end = match.span("p")
        head = re.search(rf"{PEOPLE}\b", text[start:end], re.IGNORECASE)
        stop = _STOPS.search(text, start + (head.end() if head else 0), end)
        end = stop.start() if stop else end
        found = part(text, start, end)
        if found.text:
            # a subject stays in place: the frames need it to see the verb
            return found, (0, 0) if match is subject else (match.start(), end)
    return Part(), (0, 0)


_WEIGHED: Final = expression(
    r"(?:the |an? )?(?:children|child|infants?|bab(?:y|ies)|toddlers?|people|patients?|adults?|m[ae]n|wom[ae]n)"
    r" weighing(?: [\d.]+ ?(?:kg|lbs?|g))?",
    re.IGNORECASE,
)
"""People of whom the weight is told are no outcome of what they get."""
_LASTING: Final = expression(r"^(?:last|persist|continue|endure|hold|hold up|wear off|remain|stay)s?$", re.IGNORECASE)
_ENDING: Final = expression(r"^(?:stop|end|finish|discontinu|withdraw|start|begin)\w{0,5}$", re.IGNORECASE)


def split(text: str) -> Pico:
    """The parts of a question (as read) by its syntax, without verbs: `does it last after stopping` names no outcome,
    and no people."""
    found = _split(text)
    people, outcome = found.population, found.outcome
    return found._replace(
        population=Part() if _ENDING.match(people.text) else people,
        outcome=Part() if _is_told(outcome, text) else outcome,
    )


def _is_told(outcome: Part, text: str) -> bool:
    """Whether words in the place of an outcome tell of the patient.

    `what do I screen for - QTc 468` tells a value behind a dash, and asks of no effect on it as `does A lower an HbA1c
    of 8%` does.
    """
    words = outcome.text
    if _LASTING.match(words) or _WEIGHED.fullmatch(words):
        return True
    apart = _APART.search(text[max(0, outcome.start - 4) : max(0, outcome.start)]) is not None
    return apart and any(words.lower().startswith(told.lower()) for _, told in measured.spans(words))


_APART: Final = expression(r"[-\u2013:;(]\s*$")


def _split(text: str) -> Pico:
    pair = compared(text)
    if pair is not None:
        found = split(pair.left)
        given = found.intervention
        words = f"{given.text} {pair.one}" if given.text else pair.one
        return found._replace(intervention=given._replace(text=words), comparator=Part(pair.two))
    last = asking(text)
    asked = _moved(split(text[last.start : last.end]), last.start) if last is not None else Pico()
    whole = asked.comparator.text or asked.outcome.text or asked.population.text
    if asked.intervention.text and whole and (_closes(text, last) or asked.frame in _OF_VERBS):
        return asked
    text = blanked(text.rstrip(" ?.!"))
    population, region = read_population(text)
    bare = text[: region[0]] + " " * (region[1] - region[0]) + text[region[1] :]
    for frame in FRAMES:
        match = frame.pattern.search(bare.rstrip(" ?.!,"))
        if not match:
            continue
        groups = match.groupdict()
        spans = {k: part(bare, *match.span(k)) for k in groups if groups[k]}
        population = population if population.text else spans.get("p", spans.get("q", Part()))
        found = Pico(population, spans.get("i", Part()), spans.get("c", Part()), spans.get("o", Part()), frame.name)
        found = _diagnosed(bare, _compared(bare, _without_people(_before_colon(bare, match.start(), found))))
        if found.intervention.text or found.outcome.text:
            return found if population.text else _population_in_outcome(bare, found)
    return Pico(population=population)


_OF_VERBS: Final = ("do", "changes the risk", "changes more than")
"""Frames that a sentence fills by itself, whatever is told behind it."""


def _closes(text: str, one: Sentence | None) -> bool:
    return one is not None and not re.search(r"\w", text[one.end :])


def _moved(found: Pico, by: int) -> Pico:
    """The parts of a sentence in the places that they have in the whole text."""

    def moved(one: Part) -> Part:
        return one._replace(start=one.start + by, end=one.end + by) if one.start >= 0 else one

    return Pico(
        moved(found.population),
        moved(found.intervention),
        moved(found.comparator),
        moved(found.outcome),
        found.frame,
    )


def _before_colon(text: str, start: int, found: Pico) -> Pico:
    """`X: does it reduce Y?` asks about X."""
    head = text[: start + 1]
    cut = max(head.rfind(":"), head.rfind("--"), head.rfind(". "))
    if found.intervention.text or cut < 3 or found.frame == "i":
        return found
    return found._replace(intervention=part(text, 0, cut))


_PREDICATE_FIRST: Final = expression(
    r"\s(?:(?:more|less|as|equally|really|any) )?(?:safe|effective|efficacious|good|useful|helpful|beneficial"
    r"|well tolerated)\b.*$",
    re.IGNORECASE,
)


def _compared(text: str, found: Pico) -> Pico:
    """`X safe for the heart compared with Y`: what is said of X is no part of its name."""
    given = found.intervention
    said = _PREDICATE_FIRST.search(text, given.start, given.end) if found.frame == "comparison" and given.text else None
    return found._replace(intervention=part(text, given.start, said.start())) if said else found


_DIAGNOSED: Final = expression(
    r"(?<!\w)(?:(?:after|following|since|at) (?:a |the )?diagnosis of|(?:prognosis|outlook|natural history|course) "
    r"(?:after|of|following|in|with)) (?P<p>.+)$",
    re.IGNORECASE,
)
_SAFE_IN: Final = expression(r"\b(?:safe|harmful|dangerous) (?:in|during|after|when|while)\s*$", re.IGNORECASE)


def _diagnosed(text: str, found: Pico) -> Pico:
    """`X after a diagnosis of Y`, `outlook of Y`, `X safe during Y`: Y says who the people are."""
    given, named = found.intervention, found.outcome
    if not given.text or found.population.text:
        return found
    said = _DIAGNOSED.search(text, given.start, given.end)
    if said is not None:
        people = part(text, *said.span("p"))
        return found._replace(intervention=part(text, given.start, said.start()), population=people)
    if named.text and _SAFE_IN.search(text[given.end : named.start]):
        return found._replace(population=named, outcome=Part())
    return found


def _without_people(found: Pico) -> Pico:
    """People are no intervention: where the frame took them for one, they stay the population alone."""
    people, given = found.population, found.intervention
    if people.text and given.text and people.holds(given.start, given.end):
        return found._replace(intervention=Part())
    return found


def _population_in_outcome(text: str, found: Pico) -> Pico:
    """`... muscle cramps in motor neuron disease`: the tail names whom it is about."""
    if not found.outcome.text:
        return found
    match = _TAIL_IN.search(text, found.outcome.start, found.outcome.end)
    if not match:
        return found
    people = part(text, *match.span("p"))
    outcome = part(text, found.outcome.start, match.start())
    if not people.text or not outcome.text:
        return found
    return found._replace(population=people, outcome=outcome)
