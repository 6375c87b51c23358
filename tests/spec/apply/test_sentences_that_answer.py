"""A sentence that shares an illness or one word with a question, and says nothing of what is asked, answers nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.model import Answer, Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection

TIRED = (
    "Tiredness in sarcoidosis",
    "We asked 80 adults with sarcoidosis how tired they were. Tiredness was severe in 41% of people with sarcoidosis, "
    "and it went with poor sleep.",
)
FAMILIES = (
    "Sarcoidosis in families",
    "We followed 300 relatives of people with sarcoidosis. Sarcoidosis was inherited as an autosomal dominant trait in "
    "three of the families.",
)
NOSES = (
    "Loss of smell in malaria",
    "We examined 200 adults with malaria. Loss of smell was found in 12% of adults with malaria and in 3% of others.",
)
DOGS = (
    "Trained dogs detect malaria by smell",
    "Two trained dogs were let smell the socks of 150 children. The dogs found 72% of children with malaria by smell.",
)
BEANS = (
    "Yeasts of fermented coffee beans from two altitudes",
    "We grew coffee at two altitudes. Coffee from higher fields caused a richer growth of yeasts in the beans.",
)
DRINKERS = (
    "Coffee and the risk of gout in a cohort",
    "We followed 9,000 men for ten years. Men who drank four cups of coffee a day had a lower risk of gout than others "
    "(RR 0.60, 95% CI 0.41 to 0.87).",
)
ADD_ON = (
    "Stiripentol in childhood epilepsy: a randomised trial",
    "We randomised 40 children to stiripentol or placebo. Seizures fell by 69% on stiripentol and rose by 7% on "
    "placebo. Drowsiness led to a lower dose in 12 children.",
)
ENZYME = (
    "What stiripentol does in nerve cells",
    "Stiripentol is an inhibitor of lactate dehydrogenase and raises the effect of GABA at its receptor.",
)
CUT = (
    "Peroral myotomy for achalasia with a wide oesophagus",
    "We treated 60 adults with achalasia. Myotomy is safe and highly effective for people with achalasia whose "
    "oesophagus is wide.",
)
GULLET = (
    "Achalasia: an overview",
    "Achalasia is a rare disorder of the oesophagus in which its lower sphincter does not relax on swallowing.",
)
SMOKE = (
    "Smoking and rheumatoid arthritis in a register",
    "We followed 5,000 adults in a register. Smoking was associated with a higher risk of rheumatoid arthritis (HR "
    "1.9, 95% CI 1.4 to 2.6).",
)
DROPOUT = (
    "Who leaves a programme of screening for lung cancer",
    "We followed 900 people who were screened. Leaving was commoner among those who smoked (OR 1.4, p=0.04).",
)
PIPES = (
    "Smoking and lung cancer in a register",
    "We followed 5,000 adults. Smoking was associated with lung cancer (HR 9.0, 95% CI 6.1 to 13.0).",
)
BLOOD = (
    "Apixaban after a clot: a cohort study",
    "We followed 300 adults on apixaban. Major bleeding was seen in 2% of those on apixaban.",
)
FACTOR = (
    "Apixaban: an overview",
    "Apixaban is an inhibitor of factor Xa that is taken by mouth.",
)
ARMS = (
    "Bone loss in rheumatoid arthritis on two sorts of drugs",
    "We followed 107 adults. Bone was lost less on biologic drugs than in the csDMARD group (1.0%, p<0.001).",
)
LETTERS = (
    "Drugs for rheumatoid arthritis",
    "Conventional synthetic disease-modifying antirheumatic drugs (csDMARDs) are given first in rheumatoid arthritis.",
)
SEEN = (
    "Visits after a diagnosis of coeliac disease",
    "We looked at 300 adults. Adults with coeliac disease were seen less often than advised after their diagnosis.",
)
FOUND = (
    "Coeliac disease in adults",
    "The diagnosis of coeliac disease in adults is based on antibodies to transglutaminase and on a biopsy.",
)
STEROIDS = (
    "Eosinophilic gastroenteritis: a case report",
    "Ascites as a feature of eosinophilic gastroenteritis showed a dramatic response to steroids.",
)
SIGNS = (
    "Eosinophilic gastroenteritis in adults",
    "Eosinophilic gastroenteritis presents with belly pain, vomiting and diarrhoea.",
)
LEAVERS = (
    "Screening smokers for lung cancer by CT: who leaves",
    "We asked 900 smokers in a programme of screening. Not all smokers who had CT screening for lung cancer came back.",
)
SAVED = (
    "Screening smokers for lung cancer by CT: a randomised trial",
    "We randomised 9,000 smokers. CT screening of smokers lowered deaths from lung cancer (RR 0.80, 95% CI 0.70 to "
    "0.92).",
)
CASE = (
    "Severe dengue in an obese boy: a case report",
    "We report an obese boy of nine years with severe dengue. Obesity has only lately been found to be a risk factor "
    "for severe dengue in children.",
)
WARDS = (
    "Risk factors for severe dengue in children: a cohort study",
    "We followed 4,300 children with dengue for a month. Obesity (RR 2.1, 95% CI 1.6 to 2.8) and asthma (RR 1.8, 95% "
    "CI 1.3 to 2.5) were risk factors for severe dengue in children.",
)
ADVICE = "For uncomplicated malaria in adults we recommend artemether-lumefantrine for three days."


def _record(number: int, title: str, text: str, kind: RecordKind = RecordKind.ARTICLE) -> Record:
    return Record.build(
        id=f"pmid:{number}",
        identifiers=(Identifier("pmid", str(number)),),
        kind=kind,
        title=title,
        sections=(
            SourceSection("title", SectionKind.TITLE, title),
            SourceSection("abstract", SectionKind.ABSTRACT, text, role=SectionRole.NONE),
        ),
        format="test",
    )


def _ask(question: str, folder: Path, *held: tuple[str, str], guideline: str = "") -> Answer:
    library = Library.open(folder / "library", create=True)
    records = [_record(90000001 + n, *one) for n, one in enumerate(held)]
    if guideline:
        records.append(_record(90000090, "Guideline on malaria in adults", guideline, RecordKind.GUIDELINE))
    library.add(records, describe=describe)
    return probatum.answer(question, library=library, as_of="2026-01-01")


def _short(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("question", "beside", "telling", "words"),
    [
        ("is sarcoidosis inherited?", TIRED, FAMILIES, "autosomal dominant"),
        ("can dogs smell malaria", NOSES, DOGS, "72%"),
        ("does coffee cause gout", BEANS, DRINKERS, "risk of gout"),
        ("What is the mechanism of action of stiripentol?", ADD_ON, ENZYME, "lactate dehydrogenase"),
        ("what is the mode of action of stiripentol", ADD_ON, ENZYME, "lactate dehydrogenase"),
        ("what is achalasia", CUT, GULLET, "rare disorder"),
        ("what class of drug is apixaban", BLOOD, FACTOR, "inhibitor of factor Xa"),
        ("what does csDMARD stand for", ARMS, LETTERS, "Conventional synthetic"),
        ("how is coeliac disease diagnosed in adults", SEEN, FOUND, "transglutaminase"),
        ("what are the symptoms of eosinophilic gastroenteritis", STEROIDS, SIGNS, "vomiting"),
        ("is lung cancer screening with CT worth it in smokers", LEAVERS, SAVED, "reduces deaths"),
        ("does smoking lead to lung cancer", DROPOUT, PIPES, "HR 9.0"),
    ],
)
def test_what_only_shares_words_gives_way_to_what_tells_it(
    question: str, beside: tuple[str, str], telling: tuple[str, str], words: str, tmp_path: Path
) -> None:
    alone = _ask(question, tmp_path / "alone", beside)
    assert "“" not in _short(alone)
    both = _ask(question, tmp_path / "both", beside, telling)
    assert words in _short(both)
    assert not any(
        said in _short(both)
        for said in ("41%", "12%", "yeasts", "69%", "Myotomy", "1.4", "p<0.001", "advised", "steroids", "came back")
    )


def test_advice_on_an_illness_is_told_where_it_is_asked_what_is_done(tmp_path: Path) -> None:
    asked = _ask("how is malaria treated in adults", tmp_path / "treated", NOSES, guideline=ADVICE)
    assert "artemether" in _short(asked)
    whether = _ask("can dogs smell malaria", tmp_path / "whether", NOSES, guideline=ADVICE)
    assert "artemether" not in _short(whether)


def test_what_brings_on_an_illness_is_nothing_to_be_given(tmp_path: Path) -> None:
    answer = _ask("does smoking raise the risk of rheumatoid arthritis", tmp_path, SMOKE)
    assert "higher risk of rheumatoid arthritis" in _short(answer)
    assert "do as was done there" not in " ".join(s.text for s in answer.section("algorithm").statements)


def test_many_children_say_more_of_who_is_at_risk_than_one(tmp_path: Path) -> None:
    first = _ask("which children get severe dengue", tmp_path, CASE, WARDS).section("bottom_line").statements[0]
    assert "4,300" in first.text or "2.1" in first.text
