"""Lay words, words that may mean several near concepts, and brands: each read as one medical name, and said."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from rapidfuzz.distance import OSA

from probatum.ask.words.text import Draft
from probatum.text.expressions import caseless, expression
from probatum.vocabulary import NearGroup, Term, Vocabulary
from probatum.vocabulary.normal import name_key

Count = Callable[[Sequence[str]], int]

_NOT_NOUN: Final = expression(
    r"^(?:can'?t|cannot|losing|going|feel|feeling|being|passing|pass|blacking|throw|coming|having|very|always|wetting|"
    r"peeing|running|quit|stop|short of|out of|sick to|making|putting|gaining|unable|passing|not|always|paralysed)\b|"
    r"^(?:dizzy|giddy|light.?headed|obese|depressed|anxious|tired|itchy|deaf|thirsty|sleepy|drowsy|bloated|feverish|"
    r"queasy|anaemic|anemic|constipated|malnourished|undernourished|underweight|unsteady|sunburnt|"
    r"night blind|colou?r blind|partially sighted|double.jointed|frail|stillborn|circumcised|sterilised|overweight|"
    r"breathless|bunged up|blocked up|worn out|hard of hearing|(?:short|long|near|far).?sighted|cross-eyed|"
    r"gouty|asthmatics?|epileptics?|hypertensives?|hypotensive|cirrhotic|ha?emophiliac|osteoporotic|thyrotoxic"
    r"|neutropenic|"
    r"arthritic|psoriatic|parkinsonian|septic|demented|schizophrenic|menopausal|croupy|migraineurs?|autistic"
    r"|incontinent|"
    r"hypoglyca?emic|dehydrated|jaundiced|hypoxic|leuka?emic|narcoleptic|bipolar|pneumonic|rheumatoid|insomniacs?|"
    r"diabetics?|\w{3,}(?:[aiy](?:t|s|z)ing|ised|ized|ise|ize|ysed|yzed|yse|yze|ated|ate|nced|nsfused?|cardiovert(?:ed)?|beta-blocked))$",
    re.IGNORECASE,
)
"""Lay words that no noun can stand for in the sentence: they stay, and the medical name is noted beside them."""


def _same(one: str, other: str) -> bool:
    """True when both names are the same but for small things."""
    return name_key(one) == name_key(other)


def _established(typed: str, name: str, vocabulary: Vocabulary) -> bool:
    """True for a word that the literature itself uses as much as the medical name."""
    uses = max(vocabulary.names_documents(typed), vocabulary.documents(typed))
    return uses > 0 and uses >= 0.5 * max(vocabulary.names_documents(name), vocabulary.documents(name))


def _covered(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """True when the words lie inside a longer name."""
    return any(a <= start and end <= b and b - a > end - start for a, b in spans)


def _spans(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in vocabulary.find(text)]


_COMPOUND: Final = expression(
    r"[\s-]*(?:associated|induced|related|resistant|dependent|refractory|sensitive|responsive|sparing)\b", re.IGNORECASE
)
"""What makes a word part of a name: `steroid resistant nephrotic syndrome`."""


def read_vague(draft: Draft, vocabulary: Vocabulary, count: Count | None) -> None:
    """Decide words such as `spasms`, which several near concepts share.

    (a) a concept that the question's other words speak for, (b) the one that the library names most often together with
    the rest of the question, (c) the default of the near-concepts file. What was kept apart is always said.
    """
    spans = [*_spans(draft.text, vocabulary), *((a, b) for a, b, _ in vocabulary.find_lay(draft.text))]
    for start, end, group in reversed(vocabulary.find_vague(draft.text)):
        if _covered(start, end, spans) or _COMPOUND.match(draft.text[end:]):
            continue
        typed = draft.text[start:end]
        denied = _DENIED.search(draft.text[:start]) is not None
        rest = _BEFORE_PREGNANCY.sub(" ", draft.text[:start] + " ; " + draft.text[end:])
        chosen, why = (group.default, _NONE) if denied else _decide(group, rest, vocabulary, count)
        apart = [c for c in group.concepts if c != chosen]
        name = _number(chosen, typed, vocabulary)
        if name_key(name) == name_key(typed):
            continue
        reason = f"{why}; kept apart from {_listed(apart)}"
        if _NOT_NOUN.search(typed):
            draft.notes.append((typed, chosen))
            draft.assume("near concept", typed, chosen, reason)
        else:
            draft.replace(start, end, name, "near concept", reason)
        draft.settled.append(name_key(chosen))


_BEFORE_PREGNANCY: Final = caseless(
    r"\b(?:before|prior to|pre-?|plan\w*|want\w*|try\w* for|hop\w+ for|wish\w* for|consider\w*)[ -]?"
    r"(?:(?:an?|another|my|her) )?(?:pregnancy|pregnant|conception)\b"
)
"""A pregnancy that is only wished for has brought no illness yet."""
_NONE: Final = "of none of them is told, so the widest is meant"
_DENIED: Final = caseless(
    r"\b(?:never|no|without|not|n['’]?t|free of|no history of)"
    r"(?: (?:had|have|has|having|got|any|an?|known|previous)){0,3} $"
)
"""`never had heart trouble` denies each of the kinds, and not the one of which the library speaks."""


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _number(name: str, typed: str, vocabulary: Vocabulary) -> str:
    """The name in the number of the typed word: `muscle spasms` -> `muscle cramps`. The `s` of `Alzheimers` is none of
    many, and what says how people are takes them with it: `ICU patients` are `critically ill patients`."""
    if name.lower().startswith(f"{typed.lower().rstrip('s').rstrip(chr(39))} "):
        return name
    if (people := _PEOPLE.search(typed)) and _HOW_ILL.search(name):
        return f"{name} {people[0].lower()}"
    plural = typed.lower().endswith("s") and not typed.lower().endswith("ss")
    if plural and re.search(r"[a-rt-z]$", name) and not name.endswith(("y", "ia", "is")):
        return f"{name}s" if _counted(name.split()[-1], vocabulary) else name
    return name


def _counted(word: str, vocabulary: Vocabulary) -> bool:
    """Whether the literature has a noun in the plural, too: `cramps` and `strokes`, but hardly `foots` or `edemas`."""
    many = f"{word}s"
    return vocabulary.known(many) and vocabulary.weight(many) - vocabulary.weight(word) < RARE


RARE: Final = 3.0
"""Natural logarithm of how many times rarer than its singular a plural may be: about twenty."""


_PEOPLE: Final = expression(r"\b(?:patients|people|adults|children|women|men)$", re.IGNORECASE)
_HOW_ILL: Final = expression(r"\b(?:ill|frail|obese|pregnant|infected|disabled)$", re.IGNORECASE)


def _decide(group: NearGroup, rest: str, vocabulary: Vocabulary, count: Count | None) -> tuple[str, str]:
    mentions = [m.term for m in vocabulary.find(rest)]
    near_words = {name_key(m.label) for m in mentions} | {name_key(b) for m in mentions for b in m.broader[:3]}
    for concept, cues in group.when.items():
        for cue in cues:
            labels = {name_key(cue)} | {name_key(t.label) for t in vocabulary.lookup(cue)[:1]}
            if labels & near_words:
                return concept, f"usual where {cue} is spoken of"
    # A default that is none of the near concepts is the name for all of them: which one is meant was not said.
    if count is not None and group.default in group.concepts:
        context = [m.label for m in mentions if m.semantic in ("drug", "condition")][:2]
        counts = {concept: count([*context, concept]) for concept in group.concepts} if context else {}
        best = max(counts, key=lambda c: counts[c], default="")
        kinds = {name_key(b) for t in vocabulary.lookup(best)[:1] for b in t.broader} if best else set()
        wide = name_key(group.default) in kinds  # who names them all is not taken to mean the one that is studied most
        if best and not wide and counts[best] > 0 and list(counts.values()).count(counts[best]) == 1:
            return best, f"the library's records on {_listed(context)} speak of this"
    return group.default, "the usual reading of this word"


def read_lay(draft: Draft, vocabulary: Vocabulary) -> None:
    """Give lay words their medical names."""
    spans = _spans(draft.text, vocabulary)
    for start, end, medical in reversed(vocabulary.find_lay(draft.text)):
        typed = draft.text[start:end]
        if _covered(start, end, spans) or name_key(typed) in draft.settled or _hyphenated(draft.text, start, end):
            continue
        if _FED_UP.match(draft.text[start:]):
            continue
        terms = vocabulary.lookup(medical)
        name = terms[0].label if terms else medical
        if _same(name, typed) or _of_a_limb(draft.text, start, end, name):
            continue
        other = [m.term for m in vocabulary.find(typed) if m.term.label != name]
        if _established(typed, name, vocabulary) and not (terms and _another_kind(other, terms[0])):
            if not vocabulary.find(typed):
                draft.notes.append((typed, name))  # `flu` stays, and is known for what it is
            continue
        if _NOT_NOUN.search(typed) or _names_drug(typed, vocabulary):
            draft.notes.append((typed, name))
            draft.assume("lay term", typed, name, "the medical name under which the evidence is found")
        else:
            name = _number(name, typed, vocabulary)
            draft.replace(start, end, name, "lay term", "the medical name under which the evidence is found")


_COLD_LIMB: Final = expression(
    r"\s{0,3}(?:, ?)?(?:(?:and|or|very) )?(?:(?:painful|pale|white|blue|numb|clammy|sweaty|mottled|pulseless|left|right"
    r"|lower|upper|both)\W{1,3}){0,3}(?:legs?|foot|feet|hands?|arms?|fingers?|toes?|limbs?|skin|calf|peripher\w+|extremit\w+)\b",
    re.IGNORECASE,
)
_LIMB_COLD: Final = expression(
    r"\b(?:legs?|foot|feet|hands?|arms?|fingers?|toes?|limbs?|skin|calf)\b[^.?;]{0,25}$", re.IGNORECASE
)


def _of_a_limb(text: str, start: int, end: int, name: str) -> bool:
    """`Cold painful leg`, `foot gone cold`: what is felt, and no illness that is caught."""
    if name != "common cold":
        return False
    return _COLD_LIMB.match(text, end) is not None or _LIMB_COLD.search(text[max(0, start - 60) : start]) is not None


_FED_UP: Final = expression(r"(?:sick|sick and tired|tired|fed up|bored) (?:of|with) ", re.IGNORECASE)
"""`tired of blood tests`: who has enough of something is not tired."""


def _another_kind(named: Sequence[Term], meant: Term) -> bool:
    """True for `colds` and `anti-inflammatories`, whose names in the vocabulary are a temperature and a wide class,
    where people mean an illness and a class of drugs."""
    return bool(named) and all(term.semantic == "other" or term.semantic == meant.semantic == "drug" for term in named)


def _names_drug(typed: str, vocabulary: Vocabulary) -> bool:
    """True for `penicillin allergy`, whose medical name would no longer say to what."""
    return any(mention.term.semantic == "drug" for mention in vocabulary.find(typed))


def _hyphenated(text: str, start: int, end: int) -> bool:
    """True inside a compound such as `flu-like`."""
    return text[end : end + 1] == "-" or text[max(0, start - 1) : start] == "-"


_DRINK: Final = (
    r"(?:(?:an?|some|any|one|my|the|his|her) )?(?:(?:glass(?:es)?|pints?|bottles?|bit|sip) of )?"
    r"(?:(?:red|white|sparkling|rose|mulled) )?"
    r"(?:wines?|beers?|lagers?|ciders?|champagne|prosecco|whiske?y|gin|vodka|rum|brandy|sherry|spirits)"
)
"""A drink with alcohol in it, as it is named."""
_DRINKS: Final = expression(
    rf"\b(?:drink(?:ing)?(?: (?P<drink>{_DRINK}))?\b|booze"
    r"|(?:have|having) (?:a |an |some |one )?(?:drink|wine|beer|pint)s?"
    r"|(?:a )?glass of wine|wine"
    r"|beers?|pints?)\b(?! (?:water|milk|tea|coffee|juice|fluids|more|enough|plenty|grapefruit"
    r"|of water))(?=[^.?]*\b(?:on"
    r"|with|while|whilst|when|and|after|taking)\b)",
    re.IGNORECASE,
)


_MAY_DRINK: Final = expression(
    r"(?:(?<=\bok to )|(?<=\bsafe to )|(?<=\bfine to )|(?<=\bcan i )|(?<=\bmay i )|(?<=\bcan he )|(?<=\bcan she ))"
    r"(?:drink|have (?:a |an |some |one )?(?:drink|beer|wine|glass of wine|pint)s?)(?=\W*$)",
    re.IGNORECASE,
)
"""`I take A, is it ok to drink?`: what is asked in the end of a story of medicines."""


def read_drinking(draft: Draft, vocabulary: Vocabulary) -> None:
    """`can i drink on metronidazole`: alcohol is meant, where a medicine is named and alcohol is not."""
    found = _DRINKS.search(draft.text) or _MAY_DRINK.search(draft.text)
    if found is None or re.search(r"\b(?:alcohol|ethanol)\b", draft.text, re.IGNORECASE):
        return
    rest = draft.text if _MAY_DRINK.search(draft.text) else draft.text[found.end() :]
    if any(m.term.semantic == "drug" for m in vocabulary.find(rest)):
        said, drink = found.group(), found.groupdict().get("drink") or ""
        verb = _VERB.match(said)
        named = f"{verb[0]} alcohol" if verb else "drink alcohol" if said.lower() == "booze" else "alcohol"
        draft.text = f"{draft.text[: found.start()]}{named}{draft.text[found.end() :]}"
        # The words that are put in take the place of those that were typed: a drink for a drink, a deed for a deed.
        own, for_it = (drink, "alcohol") if drink else (said, named)
        draft.assume("lay term", own, for_it, "what is meant by drinking with a medicine")


_VERB: Final = expression(r"(?:drink(?:ing)?|have|having)\b", re.IGNORECASE)


def read_own(draft: Draft, vocabulary: Vocabulary) -> None:
    """Give names of the user's own vocabularies the name of their term."""
    for mention in reversed(vocabulary.find(draft.text)):
        term, typed = mention.term, draft.text[mention.start : mention.end]
        if term.source and name_key(typed) != name_key(term.label):
            draft.replace(mention.start, mention.end, term.label, "own term", f"in your vocabulary {term.source}")


def read_spellings(draft: Draft, vocabulary: Vocabulary) -> None:
    """Say where a drug's name was typed as hardly anybody spells it: `levothyroxin` is read as the name in use."""
    for mention in vocabulary.find(draft.text):
        typed, name = draft.text[mention.start : mention.end].lower(), mention.term.label
        if mention.term.semantic != "drug" or typed == name.lower() or _plural(typed, name.lower()):
            continue
        if " " not in typed and 0 < OSA.distance(typed, name.lower()) <= 1 and not vocabulary.documents(typed):
            draft.assume("spelling", draft.text[mention.start : mention.end], name, "the usual spelling of this name")


def _plural(one: str, other: str) -> bool:
    return one.rstrip("s") == other.rstrip("s")


def read_brands(draft: Draft, vocabulary: Vocabulary) -> None:
    """Give brands the names of their ingredients."""
    for mention in reversed(vocabulary.find(draft.text)):
        typed = draft.text[mention.start : mention.end]
        if mention.kind != 2 or not vocabulary.is_brand(typed):
            continue
        ingredients = vocabulary.base_of(typed)
        if not ingredients or name_key(typed) in {name_key(i) for i in ingredients}:
            continue
        name = " and ".join(ingredients) if len(ingredients) < 3 else ", ".join(ingredients)
        if re.match(rf" ?\({re.escape(name)}\)", draft.text[mention.end :], re.IGNORECASE):
            continue
        draft.replace(mention.start, mention.end, name, "brand", "a brand of this drug")
