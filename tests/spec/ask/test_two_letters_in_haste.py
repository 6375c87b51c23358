"""Two letters in lower case are an illness only where an illness of somebody stands."""

from __future__ import annotations

import pytest

from probatum.ask import read


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("my mum has af, is apixaban ok", "atrial fibrillation"),
        ("is bisoprolol good in hf", "heart failure"),
        ("man with ra on methotrexate can he drink", "rheumatoid arthritis"),
    ],
)
def test_an_illness_where_one_stands(typed: str, label: str) -> None:
    assert label in [c.label for c in read(typed).concepts]


@pytest.mark.parametrize("typed", ["pyridostigmine 60 mg with food", "is it ok to go as she is on apixaban"])
def test_none_elsewhere(typed: str) -> None:
    assert not {"myasthenia gravis", "aortic stenosis"} & {c.label for c in read(typed).concepts}
