"""Words are the same on either side of the ocean."""

import pytest

from probatum.text import words


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("dyslipidaemia", "dyslipidemias"),
        ("haemorrhages", "hemorrhage"),
        ("oedema", "edema"),
        ("oesophagitis", "esophagitis"),
        ("diarrhoea", "diarrhea"),
        ("dyspnoea", "dyspnea"),
        ("foetal", "fetal"),
        ("coeliac", "celiac"),
        ("paediatric", "pediatric"),
        ("anaesthesia", "anesthesia"),
        ("orthopaedic", "orthopedic"),
        ("faecal", "fecal"),
        ("aetiology", "etiology"),
        ("tumours", "tumor"),
        ("sulphate", "sulfate"),
    ],
)
def test_both_spellings_have_one_stem(british, american):
    assert words.stem(british) == words.stem(american)


@pytest.mark.parametrize("word", ["aerobic", "coexist", "four", "hours", "shoes", "coenzyme", "vertebrae", "archaea"])
def test_what_only_looks_so_stays(word):
    assert (
        words.stem(word) == word.removesuffix("s") if word in ("hours", "shoes") else words.stem(word)[:5] == word[:5]
    )
