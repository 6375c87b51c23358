"""Details of a person, found in text. All persons and numbers here are invented or reserved for examples."""

from __future__ import annotations

import pytest

from probatum.text import personal

FOUND = [
    ("Mr Smith takes warfarin", ["Mr Smith"]),
    ("Should Mrs. Joan Ann Parker-Lee stop aspirin?", ["Mrs. Joan Ann Parker-Lee"]),
    ("dr said Mr X needs statins", ["Mr X"]),
    ("does mr jones need insulin", ["mr jones"]),
    ("My name is Ada Lovelace and I have migraine", ["Ada Lovelace"]),
    ("my mother has afib", ["my mother"]),
    ("my 8 year old son has asthma", ["my 8 year old son"]),
    ("our elderly neighbour fell", ["our elderly neighbour"]),
    ("born 12/03/1934 with diabetes", ["born 12/03/1934"]),
    ("DOB: 1934-03-12", ["DOB: 1934-03-12"]),
    ("stroke on 3rd of March 2024", ["3rd of March 2024"]),
    ("since March 14, 2024", ["March 14, 2024"]),
    ("in February 2019 she", ["February 2019"]),
    ("a 93 year old with falls", ["93 year old"]),
    ("aged 101 and frail", ["aged 101"]),
    ("woman, 91, on apixaban", [", 91"]),
    ("call me on +44 20 7946 0958", ["+44 20 7946 0958"]),
    ("tel 020 7946 0018 please", ["020 7946 0018"]),
    ("(202) 555-0143", ["(202) 555-0143"]),
    ("write to a.b@mail.example.org", ["a.b@mail.example.org"]),
    ("see https://example.org/me?id=3", ["https://example.org/me?id=3"]),
    ("NHS 943 476 5919", ["943 476 5919"]),
    ("SSN 123-45-6789", ["123-45-6789"]),
    ("MRN: 00457812", ["00457812"]),
    ("hospital number A123456", ["A123456"]),
    ("policy no. 12-3456", ["12-3456"]),
    ("lives at 12 Acacia Avenue", ["12 Acacia Avenue"]),
    ("SW1A 2AA", ["SW1A 2AA"]),
    ("Springfield IL 62704", ["IL 62704"]),
    ("seen at St Thomas' Hospital", ["St Thomas' Hospital"]),
    ("Royal Free Hospital in London", ["Royal Free Hospital in London"]),
    ("account 12345678", ["12345678"]),
]

KEPT = [
    "Does mexiletine reduce cramps in people with ALS?",
    "Is 5 mg apixaban twice a day safer than warfarin in adults over 80?",
    "May 10 mg of zorbinol be given?",
    "Parkinson disease or Crohn's disease in 45 year old women",
    "BP 140/90 and HbA1c 7.5 to 8.5",
    "INR 2.0-3.0, eGFR 45",
    "A dose of 100 mg; 90 mg at night",
    "PMID 12345678 and NCT01234567",
    "does baby aspirin help? MS fatigue? DR screening?",
    "if I miss warfarin",
    "1990 to 2020 cohort studies",
    "CYP2D6 and BRCA1 carriers",
    "10.1056/NEJMoa1203421",
    "omega-3 1000 mg, 25000 units of vitamin D",
    "what is a drug called zorbinol for",
    "hospital admission and clinic visits",
    "Is MR angiography better than CABG surgery?",
    "Does surgery help? In practice, yes",
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_details_are_found(text: str, words: list[str]) -> None:
    assert [text[d.start : d.end] for d in personal.find(text)] == words


@pytest.mark.parametrize("text", KEPT)
def test_what_tells_nobody_apart_is_kept(text: str) -> None:
    assert personal.remove(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "kept", "kinds"),
    [
        ("Should Mr Smith take it?", "Should the patient take it?", ["a name"]),
        ("My mother Mrs Ada Byron, 91, born 10/12/1815, has gout.", "the patient, has gout.",
         ["a person", "a name", "an age over 89", "a date of birth"]),
        ("Gout, a@b.example, and pain", "Gout, and pain", ["an e-mail address"]),
    ],
)  # fmt: skip
def test_what_is_left_can_be_read(text: str, kept: str, kinds: list[str]) -> None:
    left, taken = personal.remove(text)
    assert (left, [kind for _, kind in taken]) == (kept, kinds)
    assert all(words in text for words, _ in taken)


def test_firm_rules_leave_what_a_query_may_mean() -> None:
    text = "Smith J[au] AND 2020/01/01:2021/12/31[dp] AND a.b@mail.example AND 943 476 5919"
    assert [d.kind for d in personal.find(text, firm=True)] == ["an e-mail address", "an NHS number"]


@pytest.mark.parametrize(
    ("number", "sound"), [("9434765919", True), ("943 476 5919", True), ("9434765918", False), ("1234567890", False)]
)
def test_the_check_digit_of_an_nhs_number(number: str, sound: bool) -> None:
    assert personal.nhs_number(number) is sound


@pytest.mark.parametrize(
    ("number", "sound"), [("123-45-6789", True), ("000-45-6789", False), ("666-45-6789", False), ("900-45-6789", False),
                          ("123-00-6789", False), ("123-45-0000", False)]
)  # fmt: skip
def test_social_security_numbers_that_may_be(number: str, sound: bool) -> None:
    assert personal.social_security_number(number) is sound


def test_long_hostile_text_takes_no_time() -> None:
    for text in (
        "a" * 50_000,
        "1" * 50_000,
        "A. " * 20_000,
        "Mr " * 20_000,
        "1-" * 20_000,
        "a@" * 20_000,
        "my my " * 10_000,
    ):
        personal.remove(text)
