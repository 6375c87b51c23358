"""A small library of invented labels, guidelines and trials. The names are those of real medicines and illnesses, since
the vocabulary must know them; no sentence is that of a real document, and no figure is to be relied on."""

from __future__ import annotations

from typing import Final

from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

_CODES: Final = {
    "boxed": ("34066-1", "Boxed warning"),
    "uses": ("34067-9", "Indications and usage"),
    "dose": ("34068-7", "Dosage and administration"),
    "never": ("34070-3", "Contraindications"),
    "care": ("43685-7", "Warnings and precautions"),
    "with": ("34073-7", "Drug interactions"),
    "pregnancy": ("42228-7", "Pregnancy"),
    "feeding": ("77290-5", "Lactation"),
    "children": ("34081-0", "Pediatric use"),
    "old": ("34082-8", "Geriatric use"),
    "harms": ("34084-4", "Adverse reactions"),
}


def label(drug: str, country: str = "US", **parts: str) -> Record:
    """A label with the parts given; `title` names the drug, `class_` its class."""
    number = f"{drug}-{country.lower()}"
    title = f"{drug.capitalize()} tablets: {country} prescribing information"
    sections = [SourceSection("title", SectionKind.TITLE, title)]
    for at, (part, text) in enumerate(parts.items(), 1):
        code, heading = _CODES[part]
        sections.append(SourceSection(f"label.{at}", SectionKind.LABEL, text, heading=heading, code=code))
    return Record.build(
        id=f"probatum:label-{number}",
        identifiers=(Identifier("probatum", f"label-{number}"),),
        kind=RecordKind.LABEL,
        title=title,
        sections=tuple(sections),
        issuer=f"Agency of {country}",
        country=country,
        date="2024-05-01",
        year=2024,
    )


def guideline(name: str, title: str, text: str, *, country: str = "GB", year: int = 2023) -> Record:
    """A guideline whose text is one section of recommendations."""
    return Record.build(
        id=f"probatum:guideline-{name}",
        identifiers=(Identifier("probatum", f"guideline-{name}"),),
        kind=RecordKind.GUIDELINE,
        title=title,
        sections=(
            SourceSection("title", SectionKind.TITLE, title),
            SourceSection("body.1", SectionKind.BODY, text, heading="Recommendations"),
        ),
        issuer="Institute of Sound Practice (ISP)",
        country=country,
        date=f"{year}-03-01",
        year=year,
    )


def trial(number: int, title: str, abstract: str, *, kind: RecordKind = RecordKind.TRIAL_REPORT) -> Record:
    """A report with an abstract."""
    return Record.build(
        id=f"pmid:{number}",
        identifiers=(Identifier("pmid", str(number)),),
        kind=kind,
        title=title,
        sections=(
            SourceSection("title", SectionKind.TITLE, title),
            SourceSection("abstract", SectionKind.ABSTRACT, abstract),
        ),
        authors=("Doe J",),
        journal="Journal of Invented Medicine",
        publication_types=("Randomized Controlled Trial",),
        year=2021,
        date="2021-02-01",
    )


RECORDS: Final = (
    label(
        "methotrexate",
        boxed="Methotrexate can harm the unborn baby and is contraindicated in pregnancy for people without cancer. "
        "Daily use in place of weekly use has led to death.",
        uses="Methotrexate is indicated for adults with rheumatoid arthritis and for severe psoriasis.",
        dose="The recommended starting dose for rheumatoid arthritis is 7.5 mg by mouth once weekly. Do "
        "not exceed 20 mg "
        "once weekly.",
        never="Methotrexate is contraindicated in pregnant women with rheumatoid arthritis or psoriasis. "
        "Methotrexate is "
        "contraindicated in people with severe kidney disease.",
        care="Avoid methotrexate in people with active infection.",
        **{
            "with": "Trimethoprim together with methotrexate can cause fatal bone marrow suppression and "
            "should be avoided."
        },
        pregnancy="Pregnancy must be excluded before methotrexate is started and avoided for 6 months after "
        "it is stopped.",
        harms="The most common adverse reactions were nausea in 12% and mouth ulcers in 8% of people.",
    ),
    label(
        "metformin",
        boxed="Metformin can cause lactic acidosis, which has been fatal, above all in severe kidney disease.",
        uses="Metformin is indicated for adults and children from 10 years with type 2 diabetes mellitus.",
        dose="Adults: the starting dose is 500 mg by mouth twice daily with meals; the maximum dose is 2550 mg a day. "
        "Children from 10 years: the starting dose is 500 mg once daily; the maximum dose is 2000 mg a day. "
        "In people with an eGFR of 30 to 45 mL/min starting metformin is not recommended.",
        never="Metformin is contraindicated in people with an eGFR below 30 mL/min. Metformin is "
        "contraindicated in people "
        "with acute or chronic metabolic acidosis.",
        care="Monitor kidney function at least once a year.",
        pregnancy="Data in pregnancy have not shown a clear link between metformin and birth defects.",
    ),
    label(
        "amoxicillin",
        uses="Amoxicillin is indicated for infections of the ear, nose and throat and for pneumonia.",
        dose="Adults: 500 mg by mouth every 8 hours. Children from 3 months: 20 mg/kg/day in divided "
        "doses every 8 hours. "
        "In adults with a creatinine clearance below 30 mL/min the dose is 500 mg every 12 hours.",
        never="Amoxicillin is contraindicated in people with a serious allergic reaction to any penicillin.",
        harms="The most common adverse reactions were diarrhoea in 9% and rash in 3% of people.",
    ),
    label(
        "doxycycline",
        uses="Doxycycline is indicated for pneumonia and for infections of the airways.",
        dose="Adults: 100 mg by mouth every 12 hours on the first day, then 100 mg once daily.",
        never="Doxycycline is contraindicated in people with an allergy to any tetracycline.",
        pregnancy="Doxycycline should not be used in the second half of pregnancy, because it discolours teeth.",
        children="Doxycycline should not be used in children below 8 years.",
        **{"with": "Doxycycline may increase the effect of warfarin; monitor the INR."},
    ),
    label(
        "warfarin",
        boxed="Warfarin can cause major or fatal bleeding.",
        uses="Warfarin is indicated for the prevention of stroke in atrial fibrillation.",
        never="Warfarin is contraindicated in pregnancy, except in women with mechanical heart valves.",
        **{"with": "Ibuprofen together with warfarin increases the risk of bleeding and should be avoided."},
        care="Monitor the INR regularly.",
    ),
    label(
        "ibuprofen",
        boxed="Ibuprofen can cause bleeding of the stomach, which may be fatal, and raises the risk of a heart attack.",
        uses="Ibuprofen is indicated for pain and for rheumatoid arthritis.",
        dose="Adults: 400 mg by mouth every 6 hours; the maximum dose is 2400 mg a day.",
        never="Ibuprofen is contraindicated in people with an allergy to aspirin. Ibuprofen is "
        "contraindicated in the third "
        "trimester of pregnancy.",
        **{"with": "Ibuprofen together with warfarin increases the risk of bleeding. Ibuprofen raises lithium levels."},
        care="Avoid ibuprofen in people with severe kidney disease.",
    ),
    label(
        "lithium",
        boxed="Lithium toxicity can occur at doses close to those that help; monitor serum lithium levels.",
        uses="Lithium is indicated for bipolar disorder in adults.",
        dose="Adults: the starting dose is 300 mg by mouth three times daily.",
        never="Lithium is contraindicated in people with severe kidney disease.",
        **{"with": "Thiazide diuretics and NSAIDs raise lithium levels; monitor serum lithium levels."},
        care="Monitor serum lithium levels, kidney function and thyroid function.",
    ),
    guideline(
        "cold",
        "Common cold in adults and children: management",
        "Do not offer an antibiotic to adults or children with the common cold. "
        "Consider paracetamol for fever in people with the common cold. "
        "For pneumonia, offer amoxicillin 500 mg by mouth three times daily for 5 days. "
        "If the person has an allergy to penicillin, offer doxycycline 200 mg on the first day, then 100 mg once "
        "daily for "
        "4 days.",
    ),
    guideline(
        "arthritis",
        "Rheumatoid arthritis in adults: management",
        "Offer methotrexate 10 mg by mouth once weekly as the first choice for adults with rheumatoid arthritis. "
        "Do not offer methotrexate to pregnant women with rheumatoid arthritis.",
    ),
    guideline(
        "diabetes",
        "Type 2 diabetes in adults: management",
        "Offer metformin 500 mg once daily as the first choice for adults with type 2 diabetes and increase the dose "
        "gradually. Consider metformin 500 mg twice daily for women with polycystic ovary syndrome who do not ovulate.",
        country="AU",
        year=2022,
    ),
    trial(
        910001,
        "Metformin for polycystic ovary syndrome: a randomised trial",
        "BACKGROUND: Metformin may restore ovulation. METHODS: In this double-blind randomised trial 120 women with "
        "polycystic "
        "ovary syndrome received metformin 500 mg three times daily or placebo for 24 weeks. RESULTS: Ovulation "
        "occurred in "
        "45 of 60 women with metformin and in 24 of 60 women with placebo (p = 0.001). CONCLUSIONS: Metformin "
        "increased "
        "ovulation in women with polycystic ovary syndrome.",
    ),
    trial(
        910002,
        "Amoxicillin for the common cold: a randomised trial",
        "BACKGROUND: Antibiotics are often given for the common cold. METHODS: In this double-blind randomised trial "
        "400 adults "
        "with the common cold received amoxicillin 500 mg three times daily or placebo for 7 days. RESULTS: Duration "
        "of "
        "symptoms was 6.1 days with amoxicillin and 6.2 days with placebo (p = 0.78). CONCLUSIONS: Amoxicillin did not "
        "shorten the common cold.",
    ),
)
