"""Does a short answer speak of what was asked about, or say that nothing is held, and never of something else?

Questions are made up by a seed: a medicine, a test or a procedure with an illness, most of which no source that is held
brings together. Whatever a short answer asserts must name the thing that was asked about, in its words or in those of
its source or its source's title; else it must open with what is lacking. That an answer is right is not judged.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import probatum
from benchmarks import Benchmark, Result
from benchmarks.data import interval
from probatum import pipeline
from probatum.model import Answer, Kind

AS_OF: Final = "2026-11-30"


def _listed(*names: str) -> tuple[str, ...]:
    """The names of lines of several, apart by commas."""
    return tuple(name.strip() for line in names for name in line.split(","))


SEEDS: Final = (1, 2, 3)
MEDICINES: Final = _listed(
    "fluvoxamine, bumetanide, torasemide, nadolol, perphenazine, tolvaptan, lurasidone, cinacalcet",
    "pirfenidone, bosentan, ambrisentan, riociguat, teriflunomide, natalizumab, ocrelizumab, fingolimod",
    "ranolazine, ivabradine, pentoxifylline, cilostazol, dipyridamole, acarbose, pioglitazone, exenatide",
    "glimepiride, lacosamide, vigabatrin, zonisamide, trihexyphenidyl, amantadine, selegiline, rasagiline",
    "ropinirole, apremilast, tofacitinib, baricitinib, ustekinumab, secukinumab, roflumilast, mepolizumab",
    "famciclovir, oseltamivir, zanamivir, griseofulvin, albendazole, praziquantel, rifaximin, linaclotide",
    "prucalopride, solifenacin, dutasteride, raloxifene, romosozumab, calcitonin, letrozole, clomifene",
    "cabergoline, bromocriptine",
)
TESTS: Final = _listed(
    "ferritin, procalcitonin, troponin, calprotectin, lactate, PSA, BNP, amylase, lipase",
)
PROCEDURES: Final = _listed(
    "acupuncture, yoga, hyperbaric oxygen, plasma exchange, electroconvulsive therapy, laser therapy",
    "ultrasound therapy, cupping, hypnosis, osteopathy, phototherapy, vagus nerve stimulation",
)
ILLNESSES: Final = _listed(
    "gout, migraine, atrial fibrillation, type 2 diabetes, asthma, COPD, hypertension, depression",
    "heart failure, osteoporosis, rheumatoid arthritis, low back pain, pneumonia, epilepsy",
    "ulcerative colitis, acne, psoriasis, insomnia, stroke, chronic kidney disease",
)
GIVEN: Final = (
    "{0} for {1}",
    "does {0} help {1}?",
    "what dose of {0} in {1}",
    "side effects of {0}",
    "is {0} safe in pregnancy?",
    "{0} or placebo in {1}",
    "how effective is {0} in {1}",
    "can {0} be stopped suddenly?",
    "{0} and warfarin",
)
TESTED: Final = (
    "how accurate is {0} for {1}",
    "sensitivity and specificity of {0} in {1}",
    "does a normal {0} rule out {1}?",
)
DONE: Final = ("does {0} help {1}", "{0} for {1}", "is {0} effective in {1}?")


def questions(seed: int) -> Iterator[tuple[str, str]]:
    """What is asked about, and the question."""
    draw = random.Random(seed)
    for names, forms in ((MEDICINES, GIVEN), (TESTS, TESTED), (PROCEDURES, DONE)):
        for name in names:
            yield name, draw.choice(forms).format(name, draw.choice(ILLNESSES))


def is_aimed(name: str, answer: Answer) -> bool:
    """Whether what the short answer asserts names what was asked about, or it opens with what is lacking."""
    told = answer.section("bottom_line").statements
    asserted = [s for s in told if s.kind.asserts]
    if not asserted or told[0].kind is Kind.ABSENCE:
        return True
    spans = [span for s in asserted for span in s.supports]
    said = " ".join((*(s.text for s in asserted), *(f"{span.quote} {span.source.title}" for span in spans))).lower()
    low = name.lower()
    meant = (c for c in answer.question.concepts if low in f"{c.text} {c.label} {' '.join(c.synonyms)}".lower())
    return any(one.lower() in said for one in (low, *(n for c in meant for n in c.names)))


def run(data: Path) -> Result:
    """Ask the starter library; `data` is not read."""
    held: list[float] = []
    notes = []
    with tempfile.TemporaryDirectory() as place:
        library = pipeline.open_library(Path(place) / "library")
        for name, question in (pair for seed in SEEDS for pair in questions(seed)):
            held.append(float(is_aimed(name, probatum.answer(question, library=library, as_of=AS_OF))))
            if not held[-1]:
                notes.append(f"of something else: {question}")
    low, high = interval(held)
    metrics = {"aimed": sum(held) / len(held), "aimed_low": low, "aimed_high": high, "questions": float(len(held))}
    return Result(metrics, [], notes)


BENCHMARK = Benchmark("aimed", "Made-up questions: does what is asserted name what was asked about?", run)
