"""Values in blood as people tell them, the states that they are, and limits set in them."""

from __future__ import annotations

import pytest

from probatum.text import measured


@pytest.mark.parametrize(
    ("typed", "values", "states"),
    [
        ("zorbinol in heart failure, potassium 5.4", ("potassium 5.4",), ("hyperkalemia",)),
        ("K+ 6.1 on zorbinol", ("potassium 6.1",), ("hyperkalemia",)),
        ("sodium 126 on zorbinol", ("sodium 126",), ("hyponatremia",)),
        ("platelets 40, zorbinol?", ("platelets 40",), ("thrombocytopenia",)),
        ("platelet count of 40000 per mm3", ("platelets 40",), ("thrombocytopenia",)),
        ("INR 6 no bleeding", ("INR 6",), ("excessive INR",)),
        ("INR 4.2 no bleeding", ("INR 4.2",), ()),
        ("ALT 3 times upper limit", ("aminotransferases 3",), ()),
        ("QTc 490", ("QTc 490",), ("long QT syndrome",)),
        ("potassium 20 mmol tablets", (), ()),
        ("vitamin K 5 mg", (), ()),
        ("INR 2-3", (), ()),
        ("zorbinol 40 mg", (), ()),
        ("K was 6.3 last year, now 4.2", ("potassium 4.2",), ()),
        ("sodium 118 last year", (), ()),
        ("glucose 3.1 on zorbinol", ("glucose 3.1",), ("hypoglycemia",)),
        ("sugar of 60 mg/dl", ("glucose in mg/dl 60",), ("hypoglycemia",)),
        ("serum lithium 1.8", ("lithium level 1.8",), ("lithium toxicity",)),
        ("lithium 1.8 g daily", (), ()),
        ("Glycated hemoglobin 62 on metformin next step", ("HbA1c 62",), ()),
        ("HbA1c 62 on metformin next step", ("HbA1c 62",), ()),
        ("A1c of 8.4% on zorbinol", ("HbA1c in % 8.4",), ()),
        ("TSH 12, on zorbinol 100", ("TSH 12",), ()),
        ("TSH in 6 weeks", (), ()),
        ("urate 480 on zorbinol", ("urate 480",), ()),
        ("urate 0.48", ("urate 480",), ()),
        ("uric acid 7.8 mg/dl", ("urate in mg/dl 7.8",), ()),
        ("vit D 18", ("vitamin D 18",), ()),
        ("vitamin D 800 units daily", (), ()),
        ("LDL 3.6, ferritin 9, sats 91%", ("LDL 3.6", "ferritin 9", "oxygen saturation 91"), ()),
        ("Hb 62 on apixaban", ("haemoglobin 62",), ()),
    ],
)
def test_what_was_measured(typed: str, values: tuple[str, ...], states: tuple[str, ...]) -> None:
    assert measured.values(typed) == values
    assert measured.states(values) == states


@pytest.mark.parametrize(
    ("text", "value", "beyond"),
    [
        ("Zorbinol should not be started with serum potassium above 5.0 mmol/l.", "potassium 5.7", True),
        ("Zorbinol should not be started with serum potassium above 5.0 mmol/l.", "potassium 4.7", False),
        ("Zorbinol should be stopped when the platelet count falls below 100000/mm3.", "platelets 45", True),
        ("An INR above 4.0 raises the risk of bleeding.", "INR 6", True),
        (
            "Zorbinol is not recommended when aminotransferases exceed 5 times the upper limit.",
            "aminotransferases 3",
            False,
        ),
        ("Zorbinol may raise potassium.", "potassium 5.7", None),
        ("With an excessive INR zorbinol is stopped.", "INR 6.5", True),
        ("With an excessive INR zorbinol is stopped.", "INR 3", False),
        ("Serum lithium should not exceed 2 mEq/L.", "lithium level 2.4", True),
        ("Serum lithium should not exceed 2 mEq/L.", "lithium level 1.8", False),
    ],
)
def test_a_limit_is_held_against_the_value(text: str, value: str, beyond: bool | None) -> None:
    assert measured.within(text, (value,)) is beyond


@pytest.mark.parametrize(
    ("text", "value", "fits"),
    [
        ("With an INR of 5 to 8 on warfarin, it is withheld.", "INR 7.2", True),
        ("With an INR of 5 to 8 on warfarin, it is withheld.", "INR 9", False),
        ("With an INR above 8 on warfarin, vitamin K is given.", "INR 7.2", False),
        ("With an INR above 8 on warfarin, vitamin K is given.", "INR 9", True),
        ("The target INR on warfarin is 2 to 3.", "INR 7.2", None),
        ("With an INR of 5 to 8 on warfarin, it is withheld.", "potassium 5.7", None),
        ("It is stopped when potassium rises to 6.0 mmol/l or more.", "potassium 6.1", True),
        ("It is stopped when potassium rises to 6.0 mmol/l or more.", "potassium 5.4", False),
        ("In mild hypokalaemia (potassium 3.0 mmol/l to 3.5 mmol/l), tablets are given.", "potassium 3.2", True),
        ("In mild hypokalaemia (potassium 3.0 mmol/l to 3.5 mmol/l), tablets are given.", "potassium 2.7", False),
        ("It is given until the INR is 2 to 3.", "INR 5.7", None),
        ("When HbA1c rises to 58 mmol/mol (7.5%) or more, it is raised.", "HbA1c in % 8.4", True),
        ("When HbA1c rises to 58 mmol/mol (7.5%) or more, it is raised.", "HbA1c 49", False),
    ],
)
def test_advice_at_a_value_is_for_that_value(text: str, value: str, fits: bool | None) -> None:
    assert measured.fits(text, (value,)) is fits


def test_one_of_a_second_value_is_of_the_measure_named_before() -> None:
    said = "An adjusted calcium of 3.0 mmol/l to 3.5 mmol/l mostly needs treatment, and one below 3.0 mmol/l does not."
    assert measured.fits(said, ("calcium 2.85",)) is True
    assert measured.fits(said, ("calcium 3.7",)) is not True
    assert measured.fits("In fever, and one below 3.0, nothing is done.", ("calcium 2.85",)) is None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("SBP ascites neutrophils 400. which antibiotic", ()),
        ("ascitic fluid neutrophils 320", ()),
        ("neutrophils 400 in the ascitic fluid", ()),
        ("CSF glucose 1.9, stiff neck", ()),
        ("urine sodium 15", ()),
        ("known ascites, neutrophils 0.3", ("neutrophils 0.3",)),
        ("ascites on zorbin, K 6.3", ("potassium 6.3",)),
        ("after a lumbar puncture yesterday, glucose 1.9 now", ("glucose 1.9",)),
        ("sputum green. K 6.3", ("potassium 6.3",)),
        ("neutrophils 0.3 in the second week on zorbin", ("neutrophils 0.3",)),
    ],
)
def test_what_is_found_in_another_fluid_is_no_value_of_the_blood(typed: str, told: tuple[str, ...]) -> None:
    assert measured.values(typed) == told
