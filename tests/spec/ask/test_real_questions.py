"""Real questions are left as they are: no false corrections, fast, always with terms."""

from __future__ import annotations

import gzip
import json
import random
import string
from pathlib import Path

import pytest

from probatum.ask import read
from probatum.ask.words.misspelt import is_unknown
from probatum.ask.words.spelling import decide
from probatum.vocabulary import load

DATA = Path(__file__).resolve().parents[3] / ".." / "shared" / "data"


NAMES = """
    metformin warfarin amiodarone lisinopril atorvastatin gabapentin levetiracetam carbamazepine methotrexate
    ciprofloxacin azithromycin prednisolone omeprazole furosemide spironolactone sertraline fluoxetine
    olanzapine quetiapine haloperidol ibuprofen naproxen diclofenac morphine fentanyl oxycodone tramadol insulin
    levothyroxine tamoxifen cisplatin rituximab infliximab adalimumab pembrolizumab riluzole edaravone donepezil
    memantine levodopa pramipexole ropinirole sumatriptan propranolol metoprolol amlodipine valsartan losartan
    clopidogrel apixaban rivaroxaban dabigatran enoxaparin digoxin verapamil diltiazem colchicine allopurinol
    febuxostat mexiletine ranolazine baclofen tizanidine dantrolene quinine hydroxychloroquine ivermectin
    acyclovir oseltamivir
"""


def questions() -> list[str]:
    path = DATA / "pubmedqa" / "eval.jsonl.gz"
    if not path.is_file():
        pytest.skip("shared data absent")
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        return [json.loads(line)["question"] for line in handle]


def test_questions_of_researchers() -> None:
    typed = questions()
    read_ones = [read(t) for t in typed]
    changed = [q for q in read_ones if any(a.what == "spelling" for a in q.assumptions)]
    assert len(changed) < 0.02 * len(typed)
    assert not any(q.choices or q.danger for q in read_ones)
    assert all(q.terms for q in read_ones)
    with_part = sum(bool(q.intervention or q.outcome or q.population) for q in read_ones)
    assert with_part > 0.9 * len(typed)


def misspelt(word: str, rng: random.Random) -> str:
    """One slip inside the word: a letter left out, changed, doubled, or two swapped."""
    at, slip = rng.randrange(1, len(word) - 1), rng.randrange(4)
    if slip == 0:
        return word[:at] + word[at + 1 :]
    if slip == 1:
        letters = "aeiou" if word[at] in "aeiouy" else string.ascii_lowercase
        return word[:at] + rng.choice(letters) + word[at + 1 :]
    if slip == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


@pytest.mark.parametrize(("slips", "right", "wrong"), [(1, 0.85, 0.01), (2, 0.6, 0.01)])
def test_misspelt_drugs_are_mended_and_hardly_ever_swapped(slips: int, right: float, wrong: float) -> None:
    vocabulary = load()
    rng = random.Random(11)
    mended = swapped = 0
    names = NAMES.split()
    for number in range(600):
        name = names[number % len(names)]
        typed = name
        for _ in range(slips):
            typed = misspelt(typed, rng)
        if vocabulary.known(typed) or not is_unknown(typed, vocabulary, None):
            mended += vocabulary.base_of(typed) == vocabulary.base_of(name)
            continue
        decision = decide(typed, vocabulary)
        same = vocabulary.base_of(decision.name) == vocabulary.base_of(name)
        mended += bool(decision.name) and same
        swapped += bool(decision.name) and not same and decision.kind == "drug"
    assert mended >= right * 600
    assert swapped <= wrong * 600
