"""A limit that names the use it is for counts for that use alone; one that names none counts for every use."""

from __future__ import annotations

from pathlib import Path

import pytest
from medicines import label

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.appraise.design import describe

USES = (
    "Dapagliflozin is indicated to lower the risk of hospitalisation in adults with heart failure. "
    "Dapagliflozin is indicated to improve blood glucose in adults with type 2 diabetes. "
)
DOSE = "In heart failure, the dose of dapagliflozin is 10 mg by mouth once daily. "


@pytest.mark.parametrize(
    ("limit", "typed", "barred"),
    [
        (
            "Dapagliflozin is not recommended for glucose control in people with an eGFR below 45 ml/min.",
            "Dapagliflozin dose in heart failure with eGFR 30",
            False,
        ),
        (
            "Dapagliflozin is not recommended to improve blood glucose with an eGFR below 45 ml/min.",
            "Dapagliflozin dose in heart failure with eGFR 30",
            False,
        ),
        (
            "Dapagliflozin is not recommended for glucose control in people with an eGFR below 45 ml/min.",
            "Dapagliflozin dose in type 2 diabetes with eGFR 30",
            True,
        ),
        (
            "Dapagliflozin is not recommended with an eGFR below 45 ml/min.",
            "Dapagliflozin dose in heart failure with eGFR 30",
            True,
        ),
        (
            "Dapagliflozin is not recommended for people with an eGFR below 45 ml/min.",
            "Dapagliflozin dose in heart failure with eGFR 30",
            True,
        ),
    ],
)
def test_a_limit_of_another_use_bars_nothing(limit: str, typed: str, barred: bool, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library", create=True)
    library.add([label("dapagliflozin", uses=USES, dose=DOSE, care=limit)], describe=describe)
    answer = pipeline.answer(typed, library=library, as_of="2026-11-26")
    told = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert ("advised against for this patient" in told) is barred
