"""Population, intervention, comparator and outcome by the question's syntax.

The frames below are those in which clinical questions are asked (Huang, Lin, Demner-Fushman 2006, PMC1839740, on where
PICO stands in questions). The first that fits wins; what none fits is left to the concepts.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

PEOPLE: Final = (
    r"(?:patients?|people|persons?|individuals?|subjects?|participants?|adults?|children|child|toddlers?|infants?|neonates?|"
    r"newborns?|bab(?:y|ies)|"
    r"adolescents?|teenagers?|women|woman|men|man|males?|females?|girls?|boys?|mothers|pregnan(?:t women|cies)|"
    r"survivors?|recipients?|"
    r"smokers?|drinkers?|users|volunteers?|students?|nurses?|physicians?|doctors?|workers?|athletes?|veterans?|"
    r"elderly|seniors?|"
    r"outpatients?|inpatients?|adults? and children|caregivers?|residents?|relatives|cirrhotics?|diabetics?|"
    r"asthmatics?|hypertensives?)"
)
_WITH: Final = (
    r"(?:with|without|who|whom|having|undergoing|receiving|requiring|presenting|suffering|following|after|treated|"
    r"taking|on|"
    r"aged?|at|in|from|younger|older|over|under|admitted|hospitali[sz]ed|diagnosed|awaiting)"
)
_VERB: Final = (
    r"(?:predict|reduc|increas|improv|affect|influenc|prevent|caus|chang|impact|alter|decreas|lower|rais|delay|"
    r"enhanc|promot|induc|"
    r"treat|help|cur|heal|reliev|eas|benefit|contribut|correlat|reflect|determin|explain|protect|worsen|exacerbat|"
    r"trigger|lead to|result in|"
    r"modify|modulat|facilitat|attenuat|suppress|inhibit|stimulat|accelerat|slow|shorten|prolong|extend|interfer|"
    r"interact|replac|detect|"
    r"diagnos|identif|distinguish|discriminat|differentiat|minimi[sz]|aid|have an? (?:effect|impact|influence|role)|"
    r"play an? (?:\w+ )?role|"
    r"mak|provid|depend on|differ|vary|account for|matter|counteract|alleviat|manag|control|support|limit|avoid|"
    r"require|need|"
    r"decrease|give|restore|preserve|maintain|eliminat|ameliorat|stop|harm|damage|kill)"
)
_VERB_FORM: Final = rf"{_VERB}(?:e|es|s|ed|d|t|y|ies|ing|ze|zes|se|ses)?"
_PREDICATE: Final = (
    r"(?:(?:\w+ly )?(?:associated with|related to|correlated with|linked (?:to|with)|connected (?:to|with)|"
    r"responsible for|predictive of|"
    r"indicative of|specific (?:for|to)|sensitive (?:to|for)|due to|caused by|dependent on|influenced by|affected by|"
    r"modulated by|"
    r"(?:an? )?(?:\w+ ){0,3}(?:risk factors?|predictors?|indicators?|markers?|causes?|signs?|symptoms?|consequences?|"
    r"indications?|alternatives?|"
    r"barriers?|determinants?|options?|treatments?|therap(?:y|ies)|tools?|tests?|methods?|adjuncts?|adjuvants?|"
    r"substitutes?|contraindications?|"
    r"complications?|features?|manifestations?) (?:of|for|to|in)|"
    r"(?:more |less |equally |as |at least as |still |really |always )?(?:effective|efficacious|useful|beneficial|"
    r"helpful|safe|necessary|needed|required|indicated|justified|"
    r"appropriate|suitable|good|bad|important|feasible|reliable|valuable|superior|approved|recommended|accurate|"
    r"adequate|sufficient|"
    r"used|worthwhile|cost-effective|possible|harmful|dangerous)(?: and \w+)? (?:for|in|to|against|as|when|during|"
    r"after|of)(?: (?:treat|manage|prevent|reduce|use|the (?:treatment|management|"
    r"prevention|diagnosis) of))?))"
)
_TREATING: Final = (
    r"(?:(?:the )?(?:treating|treatment of|treatment for|management of|managing|prevention of|preventing|diagnosis "
    r"of|diagnosing|therapy of|"
    r"relieving|relief of|reducing|controlling|prognosis of|development of|pathogenesis of|predicting|prediction of|"
    r"improving|detection of|"
    r"detecting|evaluation of|assessment of|assessing|evaluating|regulation of|control of) )?"
)
_AUX: Final = r"(?:do|doe|does|did|can|could|will|would|may|might|should|has|have|must)"
_START: Final = r"(?:^|[:.;?!-] ?|, )(?:(?:but|and|or|so|if|then|because) )?"


class Frame(NamedTuple):
    """A pattern with the named groups i, c, o."""

    name: str
    pattern: re.Pattern[str]


def _frame(name: str, pattern: str) -> Frame:
    return Frame(name, re.compile(pattern, re.IGNORECASE))


FRAMES: Final = (
    _frame(
        "accuracy",
        r"^how (?:well|accurate(?:ly)?|sensitive|specific|reliabl[ey]|good) (?:is|are|does|do|can) (?:an? |the )?"
        r"(?P<i>[^:;?]+?) (?:(?:at|for|in|to) )?(?:the )?(?:diagnos(?:e|is|ing)|detect(?:ing|ion)?|predict(?:ing)?"
        r"|exclud(?:e|ing)|rul(?:e|ing) (?:out|in)|identify(?:ing)?|screen(?:ing)?|find(?:ing)?|for)(?: of| for)? "
        r"(?P<o>[^:;?]+)$",
    ),
    _frame(
        "changes the risk",
        rf"{_START}{_AUX} (?P<i>[^:;?]+?) {_VERB_FORM} (?:the )?(?:\w+ )?(?:risk|incidence|rate|odds|likelihood"
        r"|number)s? of (?P<o>[^:;?]+)$",
    ),
    _frame(
        "changes more than",
        rf"{_START}{_AUX} (?P<i>[^:;?]+?) {_VERB_FORM} (?P<o>[^:;?]+?),? (?:versus|vs\.?|compared (?:with|to)"
        r"|in comparison (?:with|to)|(?:better|more|less) than) (?P<c>[^:;?]+?)"
        r"(?: (?:for|in|on|after|during) [^:;?]+)?$",
    ),
    _frame("role", rf"\broles? (?:of|for) (?P<i>.+?) (?:in|for|as) {_TREATING}(?P<o>.+)$"),
    _frame(
        "comparison",
        r"(?:^|\b(?:is|are|does|do|can|of|between|comparing|compare)\b )(?P<i>[^:;?]+?),? (?:versus|vs\.?|compared "
        r"(?:with|to)|in comparison (?:with|to)|rather than|"
        r"instead of|(?:superior|inferior|equivalent|preferable|equal) to|(?:better|worse|safer|faster|(?:more|less) "
        r"\w+) than|as \w+ as) "
        r"(?P<c>[^:;?]+?)(?: (?:for|in|on|to|as|after|regarding|with respect to|during) (?P<o>[^:;?]+))?$",
    ),
    _frame(
        "between",
        r"\b(?:association|relationship|correlation|link|relation|connection|interaction|overlap)s? (?:exist "
        r")?between (?P<i>.+?) and (?P<o>.+)$",
    ),
    _frame("difference", r"\bdiff(?:erences?|er)? between (?P<i>.+?) and (?P<c>.+)$"),
    _frame(
        "effect",
        r"\b(?:effects?|impacts?|influences?|efficacy|effectiveness|benefits?|safety|value|accuracy|performance|"
        r"utility|usefulness|"
        r"success rates?|consequences|contribution|importance|significance|outcomes?|doses?|dosage|risks?|side "
        r"effects?|results) of (?P<i>.+?) (?:on|in|for|upon|against|to) (?P<o>.+)$",
    ),
    _frame(
        "treated with",
        r"\b(?:treatment|management|prevention|prophylaxis|therapy|relief|control)s? (?:of|for) (?P<o>.+?) (?:with|"
        r"by|using) (?P<i>.+)$",
    ),
    _frame(
        "be",
        rf"{_START}(?:is|are|was|were|will|could|can|would|should)(?: there)? (?P<i>[^:;?]+?) (?:be |really |truly |"
        rf"still |always |it )?{_PREDICATE} (?P<o>.+)$",
    ),
    _frame(
        "do",
        rf"{_START}{_AUX} (?P<i>[^:;?]+?) (?:be able to |really |also |still |actually |not |potentially |"
        rf"significantly )?{_VERB_FORM}(?: to| with| in| for)? (?P<o>[^:;?]+)$",
    ),
    _frame(
        "passive",
        rf"{_START}(?:{_AUX}|is|are|was|were) (?P<o>[^:;?]+?) (?:be )?(?:affected|influenced|improved|reduced|"
        rf"increased|predicted|prevented|treated|modified|explained|enhanced|caused|changed|relieved|managed|helped) "
        rf"(?:by|with|using|through) (?P<i>[^:;?]+)$",
    ),
    _frame(
        "used for",
        r"(?P<i>[^:;?]+?) (?:(?:be )?used (?:for|to treat|in|as)|to (?:treat|prevent|relieve|reduce|manage|help(?: "
        r"with)?|cure)|for (?:the )?(?:treatment|management|prevention|prophylaxis|relief) of|in (?:the "
        r")?(?:treatment|management|prevention|diagnosis) of) (?P<o>.+)$",
    ),
    _frame(
        "take for",
        r"\b(?:take|use|try|give|prescribe|recommend|get|put on|used?) (?P<i>[^:;?]+?) for (?:the )?(?P<o>.+)$",
    ),
    _frame("for", r"^(?P<i>[^:;?]{3,80}?) for (?:the )?(?P<o>[^:;?]+)$"),
    _frame(
        "treatment for",
        r"\b(?:treatments?|therap(?:y|ies)|management|remed(?:y|ies)|medication|medicine|drugs?|cure|help|prevention|"
        r"anything|something|prescribed?)\b[^:;?]{0,30}? (?:of|for|to treat|to help(?: with)?|against) (?:an? |the |"
        r"my )?(?P<o>.+)$",
    ),
    _frame(
        "be a",
        rf"{_START}(?:is|are|was|were|could|can|may|might)(?: there)? (?P<i>[^:;?]+?) (?:be )?(?:an?|the|another) "
        r"[\w -]{2,45}? (?:of|for|to|in|on|against|during) (?P<o>[^:;?]+)$",
    ),
    _frame(
        "there is",
        rf"{_START}(?:is|are|was|were)(?: there)? (?:an? |any )?(?:increases?|decreases?|changes?|difference|"
        rf"reduction|variation|"
        r"discrepancy|place|need|awareness|rise|fall|trend) (?:in|for|of|between) (?P<o>[^:;?]+)$",
    ),
    _frame(
        "needed",
        rf"{_START}(?:is|are|was|were|should|can|could|does|do|has|have|will)(?: there)? (?P<i>[^:;?]+?) (?:be |been "
        rf"|really |"
        r"always |still |clinically |truly |ever )*(?:necessary|needed|required|justified|safe|effective|feasible|"
        r"useful|"
        r"adequate|accurate|reliable|appropriate|indicated|beneficial|harmful|contagious|recommended|worthwhile|valid|"
        r"sufficient|possible|implemented|measured|performed|omitted|underdiagnosed|different|work|exist|occur|"
        r"matter|help|"
        r"increasing|decreasing|changing|satisfying|dangerous|available|estimated|routine|correctly|"
        r"addictive)\b[^:;?]*$",
    ),
    _frame("choice", r"^(?P<i>[^:;?,]{3,60}?) or (?P<c>[^:;?,]{3,60}?)(?: in [^:;?]+| for [^:;?]+)?$"),
    _frame("title", r"^(?P<i>[^:;?]{3,}?)(?:: |\? | -+ ?|--|[.] )\S.*$"),
    _frame("name", r"^(?:what|who) (?:exactly )?(?:is|are|'s) (?:an? |the )?(?P<i>[^:;?]{2,60})$"),
)
"""Frames in the order in which they are tried."""

_BEFORE_PEOPLE: Final = (
    rf"(?:(?!(?:in|of|for|with|on|to|among|amongst|by|between|and|or|than|the (?:treatment|management|role)|treating|"
    rf"reducing|{_VERB}(?:e|es|s|ed))\b)[\w'/-]+\s+){{0,5}}?"
)
_AFTER_PEOPLE: Final = (
    rf"(?!['’-])(?=\s+{_WITH}\b|\s*[,;:?.)]|\s*$|\s+(?:be|is|are|was|were|have|has|had|more|less|as|and|or|versus|vs|"
    rf"compared|likely|really|{_VERB_FORM})\b)"
)
_POPULATION: Final = re.compile(
    rf"\b(?:in|among|amongst|for|of|by|on|between)\s+(?P<p>{_BEFORE_PEOPLE}{PEOPLE}\b{_AFTER_PEOPLE}"
    rf"(?:\s+{_WITH}\s[^,;:?.]*)?)",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    rf"{_START}(?:{_AUX}|is|are|was|were) (?P<p>{_BEFORE_PEOPLE}{PEOPLE}\b(?!['’-])"
    rf"(?: (?:with|who have|without|on|having|undergoing|receiving) [^,;:?.]+?)?)"
    rf"(?= (?:{_VERB_FORM}|more|less|at|likely|really|want|face|need|agree|perceive|know|prefer|recognize|under|"
    rf"adequately|"
    rf"be|get|take|use|have|eat|drink)\b)",
    re.IGNORECASE,
)
_STOPS: Final = re.compile(
    rf"\s(?:be|is|are|was|were|have|has|had|do|does|did|can|could|will|would|may|might|should|versus|vs|compared|"
    rf"more likely|"
    rf"less likely|{_VERB_FORM}(?<!on))\b",
    re.IGNORECASE,
)
_TAIL_IN: Final = re.compile(
    r"\s(?:in|among|after|during|following|with) (?P<p>(?!the (?:treatment|management|diagnosis|"
    r"development)\b)[^,;:?]+)$",
    re.IGNORECASE,
)
_EDGES: Final = re.compile(
    r"^(?:(?:the|an?|some|any|this|these|that|there|my|your|use of|using|of|in|on|for|with|to|by|and|or|it|we|you|i|"
    r"one|treat|treating|taking|really|be|both|"
    r"either|what|whether|if|how|why|which|is|are|does|do|can|possible|ever|still|than) )+|"
    r"(?: (?:be|is|are|in|of|for|with|to|on|and|or|by|at|a|the|from|as|have|has|when|really|actually|not|an|more|"
    r"less))+$|^[\s,\"'-]+|[\s,\"'?.:;-]+$",
    re.IGNORECASE,
)
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
        "anything",
        "something",
        "someone",
        "patients",
        "people",
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


_NOTHING: Final = re.compile(
    r"^(?:(?:best|any|first-line|current|good|other|new|possible|natural) )*(?:take|use|do|try|give|treatments?"
    r"|therap(?:y|ies)|management|medications?|medicines?|drugs?|options?|remed(?:y|ies)|choice|doses?)$",
    re.IGNORECASE,
)
"""What the question asks for, and so does not name."""


def part(text: str, start: int, end: int) -> Part:
    """The words between, without what clings to their edges; empty when nothing of weight is left."""
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
    if not words or len(words) > MOST_WORDS or " ".join(words).lower() in PRONOUNS or _NOTHING.match(" ".join(words)):
        return Part()
    return Part(" ".join(words), start, end)


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


def split(text: str) -> Pico:
    """The parts of a question (as read) by its syntax."""
    text = text.rstrip(" ?.!")
    population, region = read_population(text)
    bare = text[: region[0]] + " " * (region[1] - region[0]) + text[region[1] :]
    for frame in FRAMES:
        match = frame.pattern.search(bare.rstrip(" ?.!,"))
        if not match:
            continue
        groups = match.groupdict()
        spans = {k: part(bare, *match.span(k)) for k in groups if groups[k]}
        found = Pico(population, spans.get("i", Part()), spans.get("c", Part()), spans.get("o", Part()), frame.name)
        found = _diagnosed(bare, _compared(bare, _without_people(_before_colon(bare, match.start(), found))))
        if found.intervention.text or found.outcome.text:
            return found if population.text else _population_in_outcome(bare, found)
    return Pico(population=population)


def _before_colon(text: str, start: int, found: Pico) -> Pico:
    """`X: does it reduce Y?` asks about X."""
    head = text[: start + 1]
    cut = max(head.rfind(":"), head.rfind("--"), head.rfind(". "))
    if found.intervention.text or cut < 3 or found.frame == "i":
        return found
    return found._replace(intervention=part(text, 0, cut))


_PREDICATE_FIRST: Final = re.compile(
    r"\s(?:(?:more|less|as|equally|really|any) )?(?:safe|effective|efficacious|good|useful|helpful|beneficial"
    r"|well tolerated)\b.*$",
    re.IGNORECASE,
)


def _compared(text: str, found: Pico) -> Pico:
    """`X safe for the heart compared with Y`: what is said of X is no part of its name."""
    given = found.intervention
    said = _PREDICATE_FIRST.search(text, given.start, given.end) if found.frame == "comparison" and given.text else None
    return found._replace(intervention=part(text, given.start, said.start())) if said else found


_DIAGNOSED: Final = re.compile(
    r"(?<!\w)(?:(?:after|following|since|at) (?:a |the )?diagnosis of|(?:prognosis|outlook|natural history|course) "
    r"(?:after|of|following|in|with)) (?P<p>.+)$",
    re.IGNORECASE,
)
_SAFE_IN: Final = re.compile(r"\b(?:safe|harmful|dangerous) (?:in|during|after|when|while)\s*$", re.IGNORECASE)


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
