"""Which words of a label mean a medicine that they do not name."""

from __future__ import annotations

import pytest

from probatum.vocabulary import traits


@pytest.mark.parametrize(
    ("text", "drug", "meant"),
    [
        ("Zorbinol is contraindicated with drugs that may cause torsades de pointes.", "citalopram", True),
        ("Zorbinol should not be given with other drugs that prolong the QT interval.", "amiodarone", True),
        ("Zorbinol can prolong the QT interval.", "amiodarone", False),
        ("Zorbinol with a strong CYP3A4 inhibitor should be avoided.", "clarithromycin", True),
        ("Zorbinol with a strong CYP3A4 inhibitor should be avoided.", "fluconazole", False),
        ("With a moderate CYP3A4 inhibitor the dose of zorbinol is 5 mg.", "clarithromycin", False),
        ("CYP3A inhibitors (moderate or strong) raise the level of zorbinol.", "fluconazole", True),
        ("Inhibitors of CYP2D6 or CYP1A2 may raise the level of zorbinol.", "fluvoxamine", True),
        ("Combined inhibitors of P-glycoprotein and strong inhibitors of CYP3A4 halve it.", "clarithromycin", False),
        ("Combined inhibitors of P-glycoprotein and strong inhibitors of CYP3A4 halve it.", "ritonavir", True),
        ("Zorbinol with other serotonergic drugs may cause serotonin syndrome.", "sertraline", True),
        ("Zorbinol with other serotonergic drugs may cause serotonin syndrome.", "amlodipine", False),
        ("Zorbinol with gravel or ciprofloxacin, which are strong inhibitors of CYP1A2.", "mexiletine", False),
        ("Gravel, a CYP1A2 inhibitor, raises the level of zorbinol.", "mexiletine", False),
    ],
)
def test_a_kind_is_read_against_what_a_medicine_does(text: str, drug: str, meant: bool) -> None:
    assert bool(traits.told(text, drug)) is meant
