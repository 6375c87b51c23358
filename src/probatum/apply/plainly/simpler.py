"""Simpler: a plain page put in the words of a child of twelve, for whoever asks for still simpler ones.

Short sentences, no names of scales, trials or bodies, no words of statistics, and what every hard word that is left
means. The short answer, doses, warnings and how sure one can be stay, with their figures; what was found besides is
for the page before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.composing import easing
from probatum.apply.plainly.plain import INDIRECT
from probatum.apply.replies.editing import TAIL
from probatum.model import Answer, Kind, Question, Section, Statement
from probatum.text import words
from probatum.text.expressions import caseless, expression
from probatum.vocabulary import glossary

LONGEST: Final = 20
"""Words of a sentence from which it is cut where it can be."""
MOST_MEANT: Final = 4
"""Hard words of one statement that are explained behind it."""
_ASIDE: Final = expression(r" \((?P<said>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_AMOUNT: Final = caseless(
    r"\d[\d.,]* ?(?:mg|g|micrograms?|mcg|ml|IU|units?|tablets?|%|kg)\b|\bin every\b|\btechnical words?\b"
)
_DATED: Final = expression(r"^(?P<body>[^,()]{2,60}),(?P<where> .*\b(?:19|20)\d\d)$")
_ITEM: Final = r"[\w'\u2019-]+(?: (?!or |and )[\w'\u2019-]+){0,2}"
_SUCH_AS: Final = expression(rf"\bsuch as (?P<items>{_ITEM}(?:, {_ITEM}){{1,9}},? (?:or|and) {_ITEM})(?=, |[.;:]|$)")
_SPLIT: Final = expression(r",? (?:or|and) |, ")
_NAME: Final = r"(?:[A-Z][\w'-]*-[\w-]+|[A-Z][\w'-]*[A-Z][\w'-]*)"
"""A name of several letters or people."""
_HOW: Final = r"(?:double-blind |open-label |placebo-controlled |randomised |controlled )"
_TABLE: Final[tuple[tuple[str, str], ...]] = (
    (
        r"\bThis medicine carries a boxed warning, the strongest kind\b",
        "This medicine has the strongest warning",
    ),
    (r"\bBoxed warning, the strongest kind\b", "The strongest warning"),
    (r"\bIt rests on ", "This comes from "),
    (r"\bThese need care when both are taken\b", "Take great care with both"),
    (
        rf"\b(?:(?:the|an?) )?{_NAME} ((?:[a-z][\w-]+ ){{0,2}})(score|scale|index|questionnaire)s?\b(?! of \d)",
        r"a \1\2 that doctors use",
    ),
    (r"\bIn [A-Z][A-Z0-9-]{2,}, ", "In that study, "),
    (r"\bsymptom severity score\b", "score of how bad the symptoms are"),
    (r"\b(?:after|in) the (?:[A-Z][\w-]+ ){1,6}(?:Trial|Study)(?: \([A-Z0-9-]+\))?", "after a study"),
    (r"\bthe (?:[A-Z][\w-]+ ){1,6}(?:Trial|Study)(?: \([A-Z0-9-]+\))?", "a study"),
    (r"\b(?:the )?[A-Z][A-Z0-9-]{2,} (?:trial|study)\b", "the study"),
    (rf"\b{_HOW}+trials\b", "studies"),
    (rf"\b{_HOW}+trial\b", "study"),
    (r"\bsummar(?:y|ies) of studies\b", "look at many studies"),
    (r"\bin one trial\b", "in one study"),
    (r"\btrials\b", "studies"),
    (r"\btrial\b", "study"),
    (r"\bembryo-fetal (?:poisoning|toxicity)\b", "harm to an unborn baby"),
    (r"\bfetal death\b", "death of the unborn baby"),
    (r"\bfetal\b", "of the unborn baby"),
    (r"\beffective contraception\b", "birth control that works"),
    (r"\bcontraception\b", "birth control"),
    (r"\bthe acute phase after (?:an? )?", "the time right after a "),
    (r"\btwice daily\b", "twice a day"),
    (r"\bonce daily\b", "once a day"),
    (r"\b(\d+|three|four) times daily\b", r"\1 times a day"),
    (r"\bmg daily\b", "mg a day"),
    (r"\bfrequency\b", "number"),
    (r"\bintracerebral bleeding\b", "bleeding in the brain"),
    (r"\badverse (?:effects|reactions|events)\b", "unwanted effects"),
    (r"\bto a maximum of\b", "and never more than"),
    (r"\bhas not been shown that (.+?) can change\b", r"is not known if \1 changes"),
    (r"\bOne (?:study|look at many studies) (?:found|concluded|says) this\b", "One study says this"),
    (r"\. Chance decided who got what\b", ""),
    (r"\. Nobody knew who got what\b", ""),
    (r"\bThis is (?:one part of|not) what the study mainly looked for\.? ?", ""),
    (r"\bclinically\b ", ""),
)
_EASY: Final = tuple((expression(before), after) for before, after in _TABLE)
_KNOWN: Final = words.stemmed(
    "pregnancy pregnant depression stroke infection painkiller antibiotic medicine dose tablet placebo allergy pain "
    "allergic fever risk study studies trial vein kidney liver heart brain lung stomach baby children diabetes cancer "
    "dementia asthma bleeding antidepressant alcohol caffeine vitamin score label warning chance treatment symptom "
    "surgery acute adjusted bowel pharmacist disorder cramp arthritis headache nausea vomiting injection inhaler "
    "vascular fracture deficiency inhibitor operation oral aspirin breast-feeding vaccine virus bacteria germ cough "
    "flu serum blood pressure syndrome diagnosis uncontrolled suicidal"
)
"""Words that a child of twelve knows."""
_BARE: Final = ("a medicine", "medicines", "from word parts", "a kind of", "a chemical", "a protein")
"""How a meaning begins that says no more than what stands around its word."""
_CUT: Final = expression(r"(?:,? and (?=(?:it|this|they|the|these|that)\b)|; |, (?=(?:but|so)\b))")
_EXPERTS: Final = expression(r"\bthese experts (?:in the [A-Z][\w ]{2,30}? )?(?:advises|recommends|says)\b")
_SENTENCE: Final = expression(r"(?<=[\w)”%])[.] (?=[A-Z“])")


def put(answer: Answer) -> Answer:
    """The answer in simpler words throughout, without what is for the page before."""
    meant: set[str] = set()
    made = [s if s.id in TAIL else _simpler(s, answer.question, meant) for s in answer.sections]
    return msgspec.structs.replace(answer, sections=tuple(made))


def _simpler(section: Section, question: Question, meant: set[str]) -> Section:
    gone = {one.id for one in easing.may_go(section)}
    made = []
    for one in section.statements:
        if one.level or one.layer:
            made.append(one)
        elif one.id in gone:
            made.append(msgspec.structs.replace(one, level=1))
        else:
            made.append(_put(one, question, meant))
    return msgspec.structs.replace(section, statements=tuple(made))


def _put(one: Statement, question: Question, meant: set[str]) -> Statement:
    told = simply(one.plain or one.text, _named(question))
    means = [] if one.kind is Kind.NAVIGATION else _meanings(told, question, meant)
    return msgspec.structs.replace(one, plain=" ".join((told, *means)))


def _named(question: Question) -> tuple[str, ...]:
    return tuple(n.lower() for c in question.concepts if c.semantic == "drug" for n in (c.label, c.text))


def simply(easy: str, named: Iterable[str] = ()) -> str:
    """Plain words in simpler ones: no asides but amounts, no examples but those asked about, a short sentence each.
    What stands in quotation marks is left alone."""
    if _QUOTED.search(easy):
        parts = _QUOTED.split(easy)
        return "".join(part if part.startswith("“") else _worded(part, tuple(named)) for part in parts)
    text = _worded(easy, tuple(named))
    return " ".join(wording.upper(piece) for sentence in _SENTENCE.split(text) for piece in _short(sentence))


_QUOTED: Final = expression(r"(“[^”]*”)")


def _worded(easy: str, named: tuple[str, ...]) -> str:
    bodies = [found["body"] for m in _ASIDE.finditer(easy) if (found := _DATED.match(m["said"]))]
    text = _ASIDE.sub(_kept, easy)
    for body in bodies:
        text = re.sub(rf"\b(?:the )?{re.escape(body)}\b", "these experts", text)
    for before, after in _EASY:
        text = before.sub(after, text)
    text = _SUCH_AS.sub(lambda m: _examples(m, named), text)
    return _EXPERTS.sub(lambda found: found[0][:-1], text)


def _kept(aside: re.Match[str]) -> str:
    """An aside that tells an amount, or how a source differs from what was asked; of who advises, where and when."""
    said = aside["said"]
    if (found := _DATED.match(said)) is not None:
        return f" (experts,{found['where']})"
    stays = bool(_AMOUNT.search(said)) and "CI" not in said
    return aside[0] if stays or said.startswith(INDIRECT) else ""


def _examples(found: re.Match[str], named: tuple[str, ...]) -> str:
    """Of a list of nothing but medicines those that are asked about, where there are such; else all."""
    items = [item for item in _SPLIT.split(found["items"]) if item]
    drugs = all(map(_is_drug, items))
    asked = [item for item in items if any(wording.stands_in(name, item.lower()) for name in named)]
    return f"such as {wording.join(asked)}" if asked and drugs else found[0]


def _is_drug(item: str) -> bool:
    """Whether an item of a list is the name of a medicine or of a class, and holds no more than that."""
    found = [m for m in vocabulary.load().find(item) if m.term.semantic == "drug"]
    return _CLASS.fullmatch(item) is not None or any(m.end - m.start >= MOSTLY * len(item) for m in found)


_CLASS: Final = expression(
    r"[A-Z]{2,}[A-Za-z]*s|(?:[\w-]+ )?(?:antidepressants|inhibitors|antagonists|blockers|opioids|triptans)"
)
MOSTLY: Final = 0.6
"""Share of an item that a name takes."""


def _short(sentence: str) -> list[str]:
    """A sentence, or the two of which it is made where it is long."""
    pieces = [sentence]
    if len(sentence.split()) > LONGEST:
        pieces = [piece for piece in _CUT.split(sentence) if piece.strip()]
    return [f"{piece.strip().rstrip('.')}{'' if piece.rstrip().endswith(('?', '!')) else '.'}" for piece in pieces]


def _meanings(text: str, question: Question, meant: set[str]) -> list[str]:
    """`X means Y.` for each hard word of a text that was not explained before."""
    own = {n for c in question.concepts if c.semantic == "drug" for n in (c.label.lower(), c.text.lower())}
    made: list[str] = []
    for term, meaning in glossary.printed(text):
        key = term.lower()
        known = all(words.stem(word) in _KNOWN for word in key.split())
        if key in meant or key in own or known or meaning.startswith(_BARE) or len(made) == MOST_MEANT:
            continue
        meant.add(key)
        made.append(f"{wording.upper(term)}: {meaning.partition('; people may say')[0]}.")
    return made
