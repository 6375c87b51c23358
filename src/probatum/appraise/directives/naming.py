"""Names in directives: the label's own drug, other drugs, conditions, people, what is to be monitored."""

from __future__ import annotations

import re
from functools import lru_cache

from probatum import vocabulary
from probatum.model import Record
from probatum.text.expressions import expression
from probatum.vocabulary.classes import members

FORMS = expression(
    r"\s*(?:\(|:|,|;|\b(?:tablets?|capsules?|injection|solution|oral|hydrochloride|for|film|extended|hard"
    r"|suspension|cream|prescribing|summary|label|package|\d)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
TESTS = expression(
    r"\b(?:ECGs?|EKGs?|electrocardiogra\w+|cardiac (?:evaluation|monitoring|function)"
    r"|liver (?:function )?(?:tests?|enzymes?|function|injury)|(?:serum )?(?:amino)?transaminases?"
    r"|aminotransferases?"
    r"|hepatic function|blood (?:counts?|pressure|glucose)|complete blood counts?|(?:serum )?(?:potassium"
    r"|creatinine|sodium|electrolytes|magnesium|calcium)|renal function|kidney function|INR|prothrombin time"
    r"|platelets?|neutrophils?|white blood cell\w*|plasma (?:levels?|concentrations?)|serum (?:levels?"
    r"|concentrations?)|heart rate|rhythm|weight|lipids?|thyroid function|QT\w*|vision|eye exam\w*"
    r"|respiratory (?:depression|function)"
    r"|suicid\w+|mood|signs and symptoms[^.,;]{0,60})\b",
    re.IGNORECASE,
)
AGENTS = expression(
    r"\b(?:(?:strong|moderate|weak|potent|other)\s+)*(?:(?:CYP|P-gp|P-glycoprotein|MAO|UGT"
    r"|OATP)[\w-]* (?:and \w+ )?(?:inhibitors?|inducers?|substrates?)|(?:MAO|monoamine oxidase) inhibitors?"
    r"|smoking|alcohol|grapefruit(?: juice)?"
    r"|antacids?|opioids?|antiarrhythmic\w*(?: drugs?)?|oral contraceptives?|anticoagulants?|NSAIDs?|diuretics?"
    r"|live vaccines?|S[SN]RIs?|(?:tricyclic )?antidepressants?|antipsychotics?|triptans?|serotonergic drugs?"
    r"|ACE inhibitors?|ARBs?|angiotensin(?: II)?(?: receptor)? (?:blockers?|antagonists?)|beta-?blockers?"
    r"|calcium channel blockers?|statins?|nitrates?|(?:loop |thiazide )?diuretics?|potassium supplements?"
    r"|corticosteroids?|antiplatelet(?: drugs?| agents?)?|benzodiazepines?|CNS depressants?|macrolides?"
    r"|(?:azole )?antifungals?|(?:fluoro)?quinolones?|tetracyclines?|hormonal contraceptives?"
    r"|sul(?:f|ph)onylureas?|immunosuppressants?|phenobarbital|barbiturates?|penicillins?|anticholinergic drugs?"
    r"|insulin|(?:oral )?antidiabetic drugs?|contraceptives?"
    r"|hepatotoxic drugs?|neuromuscular blockers?|(?:other )?drugs? that prolong the QT(?: interval)?)\b",
    re.IGNORECASE,
)
"""Classes and things that are taken, by the names that labels use, beside the drugs of the vocabulary."""


@lru_cache(maxsize=512)
def drug_of(record: Record) -> str:
    """The drug a label is for: the generic name its title gives, else the title's first words."""
    known = vocabulary.load()
    found = [m for m in known.find(record.title) if m.term.semantic == "drug"]
    if found:
        bases = known.base_of(record.title[found[0].start : found[0].end])
        return (bases[0] if len(bases) == 1 else found[0].term.label).lower()
    return FORMS.sub("", record.title).strip().lower()[:60]


CLASS = expression(r"^cytochrome|inhibitors?$|agents$|inducers?$")
"""Vocabulary names of classes, which sentences name better in their own words."""
NO_CONDITION = expression(r"^(?:diseases?|disorders?|syndromes?|symptoms?|death|illness|conditions?)$", re.IGNORECASE)


def _named(text: str) -> list[tuple[int, str, str]]:
    """Drugs of a text: where each begins, its generic name, and the name to show (the text's own unless a brand)."""
    known = vocabulary.load()
    found: dict[str, tuple[int, str]] = {}
    for mention in known.find(text):
        if mention.term.semantic == "drug":
            said = text[mention.start : mention.end].lower()
            if (known.is_english(said) and not mention.term.marketed) or _AGAINST_IT.match(text, mention.end):
                continue
            bases = known.base_of(said)
            name = (bases[0] if len(bases) == 1 else mention.term.label).lower()
            found.setdefault(name, (mention.start, said if mention.kind < 2 else name))
    return [(start, name, said) for name, (start, said) in found.items()]


_AGAINST_IT = expression(
    r"[ -](?:receptor )?(?:antagonist|inhibitor|blocker|scavenger|depleter)s?\b|-(?:releasing|eluting)\b", re.IGNORECASE
)
"""Words behind a name by which what acts against it is meant, or a device with it: `a vitamin K antagonist` is no
vitamin K, and a levonorgestrel-releasing device no levonorgestrel of which a label for tablets tells."""


def drugs_in(text: str) -> list[tuple[int, str]]:
    """Drugs named in a text with where they begin; salts and brands by their generic name, each once."""
    return [(start, name) for start, name, _ in _named(text)]


def given_in(text: str) -> list[tuple[int, str]]:
    """Drugs named in a text, and the classes of drugs whose names are plain words (`corticosteroid`): what is to be
    given is often called so."""
    named = (m for m in vocabulary.load().find(text) if m.term.semantic == "drug" and members(m.term.label))
    named = (m for m in named if not _AGAINST_IT.match(text, m.end))
    classes = [m for m in named if not _OF_WHOM.search(text[: m.start])]
    found = {name: start for start, name in (*drugs_in(text), *((m.start, m.term.label.lower()) for m in classes))}
    return sorted((start, name) for name, start in found.items())


_OF_WHOM = expression(
    r"\b(?:no|without|than|not) (?:\w+ )?$|\b(?:in|with|after|during|for) (?!a\b)[^.;]{0,160}$", re.IGNORECASE
)
"""Words before a class by which it is not given, or is told of those to whom something else is."""


def others(text: str, own: str) -> str:
    """What a drug interacts with in a sentence: other drugs, enzyme classes, smoking; joined by commas."""
    names = [said for _, name, said in _named(text) if name != own and not CLASS.search(name)]
    agents = [m[0].lower() if not m[0][:3].isupper() else m[0] for m in AGENTS.finditer(text)]
    return ", ".join(dict.fromkeys([*names, *agents][:5]))


def conditions_in(text: str) -> str:
    """Conditions and symptoms named in a text, in its own words, at most three, joined by commas."""
    known = vocabulary.load()
    found = [text[m.start : m.end] for m in known.find(text) if m.term.semantic in ("condition", "symptom")]
    named = [w if w.isupper() else w.lower() for w in found if not NO_CONDITION.match(w)]
    return ", ".join(list(dict.fromkeys(named))[:3])


def tests_in(text: str) -> str:
    """What is to be monitored, in the text's words, at most three, joined by commas."""
    return ", ".join(dict.fromkeys(m[0].strip() for m in TESTS.finditer(text)))[:120]
