"""What of a question leaves the machine: names that the vocabulary knows, and nothing of the person."""

from __future__ import annotations

import re

import pytest

from probatum import pipeline
from probatum.acquire.services import get
from probatum.acquire.services._boolean import rewrite
from probatum.acquire.syntax import parse
from probatum.errors import ProbatumError

SENT = [
    ("Does mexiletine reduce muscle cramps in people with ALS?", ["mexiletine", "amyotrophic lateral sclerosis"]),
    ("is metformin ok with kidney trouble", ["metformin", "kidney"]),
    ("does Eliquis cause bleeding?", ["apixaban"]),
    ("what helps restless legs", ["restless legs syndrome"]),
    ("Is apixaban safer than warfarin in atrial fibrillation?", ["apixaban", "warfarin", "atrial fibrillation"]),
    ("should i take my tablets with food", []),
    ("what did John say", []),
    ("I want to die, how many paracetamol tablets do I need", []),
    ("crushing chest pain right now, should I take aspirin?", []),
]


@pytest.mark.parametrize(("typed", "names"), SENT, ids=[typed for typed, _ in SENT])
def test_the_ideas_of_a_question(typed: str, names: list[str]) -> None:
    told = get("pubmed").write(pipeline.sendable(typed))
    assert bool(told) == bool(names)
    for name in names:
        assert f'"{name}' in told


PERSONAL = [
    "My mother Mrs Joan Parker, 91, born 12/03/1934, NHS 943 476 5919, has gout. Allopurinol?",
    "John Graves of 12 Acacia Avenue SW1A 2AA, tel 020 7946 0018, j.graves@example.org takes statins for cholesterol",
    "Mr Parkinson at St Thomas' Hospital London was given allopurinol on 3 March 2024 for gout",
    "patient Jane Doe MRN 00457812 SSN 123-45-6789 aged 93 with gout on allopurinol",
    "dear doctor, my name is Ada Lovelace, i am 92 years old, living at 5 Main Street Springfield IL 62704, gout",
]
SECRETS = [
    "joan", "parker", "91", "1934", "5919", "graves", "acacia", "sw1a", "7946", "example.org", "parkinson", "thomas",
    "london", "2024", "march", "jane", "doe", "00457812", "6789", "93", "ada", "lovelace", "92", "main", "springfield",
    "62704", "mother", "mrs", "patient", "dear",
]  # fmt: skip


@pytest.mark.parametrize("typed", PERSONAL)
@pytest.mark.parametrize(
    "name", ["pubmed", "europepmc", "clinicaltrials", "openfda", "dailymed", "crossref", "openalex"]
)
def test_no_detail_of_a_person_is_sent(typed: str, name: str) -> None:
    asked = pipeline.sendable(typed)
    words = set(re.findall(r"[\w.]+", get(name).write(asked).lower()))
    assert not words & set(SECRETS)
    assert asked.removed


def test_every_word_that_is_sent_is_of_a_name_the_vocabulary_knows() -> None:
    from probatum import vocabulary
    from probatum.vocabulary import outcomes

    terms = vocabulary.load()
    measured = {name for _, names, _ in outcomes._rows() for name in names}
    for typed, _ in SENT:
        for group in pipeline.sendable(typed).groups:
            for name in group:
                words = name.words
                assert terms.lookup(words) or terms.in_names(words) or words in measured, name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("zorbinol[tiab] AND 943 476 5919", "zorbinol[tiab]"),
        ("a.b@mail.example AND zorbinol[tiab]", "zorbinol[tiab]"),
        ("(zorbinol[tiab] OR 943 476 5919) AND hiccup*", "(zorbinol[tiab]) AND hiccup*"),
        ("Smith J[au] AND 2020:2021[dp]", "Smith J[au] AND 2020:2021[dp]"),
        ('"restless legs"', '"restless legs"'),
        ("cancer[tiab] AND Utopia[ad]", "cancer[tiab] AND Utopia[ad]"),
    ],
)
def test_a_typed_query_is_sent_as_it_is_but_for_identifiers(typed: str, kept: str) -> None:
    assert pipeline.sendable(typed).typed == kept


@pytest.mark.parametrize("typed", ["(zorbinol[tiab]", "zorbinol AND [tiab]", 'zorbinol[tiab] AND "hiccup'])
def test_a_query_that_cannot_be_read_is_not_sent(typed: str) -> None:
    with pytest.raises(ProbatumError, match="P330"):
        pipeline.sendable(typed)


@pytest.mark.parametrize("typed", ['Does "Viagra" help?', "DOES ASPIRIN AND IBUPROFEN HELP", "what is (this)"])
def test_a_question_is_no_query(typed: str) -> None:
    assert pipeline.sendable(typed).typed == ""


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("a AND b", "a AND b"),
        ("(a OR b) NOT c", "(a OR b) NOT c"),
        ("a AND x", "a"),
        ("x AND x", ""),
        ("(a OR x) AND (x OR x)", "a"),
        ("a NOT x", "a"),
        ("x NOT a", ""),
        ("(a AND b) OR (c AND d)", "(a AND b) OR (c AND d)"),
    ],
)
def test_words_that_a_service_cannot_serve_are_left_out(query: str, told: str) -> None:
    assert rewrite(parse(query), lambda leaf: "" if leaf.words == "x" else leaf.words) == told
