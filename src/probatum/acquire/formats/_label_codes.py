"""Sections of United States drug labels: LOINC code, name, and openFDA's field.

Codes and names: FDA, "Section Headings (LOINC)" for structured product labelling; all but the last nine also stand in
`sections.csv` of openFDA's own pipeline (github.com/FDA/openfda, openfda/spl/data), from whose names it makes its field
names. The last nine came later; openFDA has no field for them and puts their text under `spl_unclassified_section`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple

from probatum.model import SectionKind

BOXED: Final = "34066-1"
PRODUCTS: Final = "48780-1"
UNCLASSIFIED: Final = "42229-5"
REFERENCES: Final = "34093-5"
CHANGES: Final = "43683-2"
WARNINGS: Final = frozenset({"34071-1", "43685-7", "42232-9"})
"""Sections in which a boxed warning may stand (21 CFR 201.57(c)(1), 201.80(e)); elsewhere a box is only print."""


class Heading(NamedTuple):
    """One sort of section; `field` is openFDA's name for it, empty where it has none."""

    code: str
    name: str
    field: str


_TABLE: Final = """
34066-1 | Boxed warning | boxed_warning
34067-9 | Indications and usage | indications_and_usage
34068-7 | Dosage and administration | dosage_and_administration
43678-2 | Dosage forms and strengths | dosage_forms_and_strengths
34070-3 | Contraindications | contraindications
43685-7 | Warnings and precautions | warnings_and_cautions
34071-1 | Warnings | warnings
42232-9 | Precautions | precautions
34072-9 | General precautions | general_precautions
34084-4 | Adverse reactions | adverse_reactions
34073-7 | Drug interactions | drug_interactions
34074-5 | Drug or laboratory test interactions | drug_and_or_laboratory_test_interactions
43684-0 | Use in specific populations | use_in_specific_populations
42228-7 | Pregnancy | pregnancy
34077-8 | Teratogenic effects | teratogenic_effects
34078-6 | Nonteratogenic effects | nonteratogenic_effects
34079-4 | Labor and delivery | labor_and_delivery
34080-2 | Nursing mothers | nursing_mothers
34081-0 | Pediatric use | pediatric_use
34082-8 | Geriatric use | geriatric_use
34088-5 | Overdosage | overdosage
42227-9 | Drug abuse and dependence | drug_abuse_and_dependence
34085-1 | Controlled substance | controlled_substance
34086-9 | Abuse | abuse
34087-7 | Dependence | dependence
34089-3 | Description | description
34090-1 | Clinical pharmacology | clinical_pharmacology
43679-0 | Mechanism of action | mechanism_of_action
43681-6 | Pharmacodynamics | pharmacodynamics
43682-4 | Pharmacokinetics | pharmacokinetics
66106-6 | Pharmacogenomics | pharmacogenomics
49489-8 | Microbiology | microbiology
43680-8 | Nonclinical toxicology | nonclinical_toxicology
34083-6 | Impairment of fertility, carcinogenesis | carcinogenesis_and_mutagenesis_and_impairment_of_fertility
34091-9 | Animal pharmacology or toxicology | animal_pharmacology_and_or_toxicology
34092-7 | Clinical studies | clinical_studies
34093-5 | References | references
34069-5 | How supplied | how_supplied
44425-7 | Storage and handling | storage_and_handling
34075-2 | Laboratory tests | laboratory_tests
34076-0 | Information for patients | information_for_patients
43683-2 | Recent major changes | recent_major_changes
42231-1 | Medication guide | spl_medguide
42230-3 | Patient package insert | spl_patient_package_insert
68498-5 | Patient medication information | patient_medication_information
59845-8 | Instructions for use | instructions_for_use
55106-9 | Active ingredient | active_ingredient
51727-6 | Inactive ingredient | inactive_ingredient
55105-1 | Purpose | purpose
50570-1 | Do not use | do_not_use
50569-3 | Ask a doctor | ask_doctor
50568-5 | Ask a doctor or pharmacist | ask_doctor_or_pharmacist
50567-7 | When using | when_using
50566-9 | Stop use | stop_use
53414-9 | Pregnancy or breast-feeding | pregnancy_or_breast_feeding
50565-1 | Keep out of reach of children | keep_out_of_reach_of_children
53413-1 | Questions | questions
54433-8 | User safety warnings | user_safety_warnings
50741-8 | Safe handling warning | safe_handling_warning
60561-8 | Other safety information | other_safety_information
60562-6 | Route, method and frequency of administration | route,_method_and_frequency_of_administration
69718-5 | Statement of identity | statement_of_identity
69719-3 | Health claim | health_claim
71744-7 | Health care provider letter | health_care_provider_letter
51945-4 | Package label | package_label_principal_display_panel
48780-1 | Product data | spl_product_data_elements
42229-5 | Unclassified | spl_unclassified_section
77290-5 | Lactation |
77291-3 | Females and males of reproductive potential |
88828-9 | Renal impairment |
88829-7 | Hepatic impairment |
88830-5 | Immunogenicity |
90374-0 | Clinical trials experience |
90375-7 | Postmarketing experience |
88436-1 | Patient counseling information |
88437-9 | How supplied, storage and handling |
"""

HEADINGS: Final = tuple(Heading(*(part.strip() for part in row.split("|"))) for row in _TABLE.strip().splitlines())
BY_CODE: Final = MappingProxyType({heading.code: heading for heading in HEADINGS})
BY_FIELD: Final = MappingProxyType({heading.field: heading for heading in HEADINGS if heading.field})
ORDER: Final = MappingProxyType({heading.field: place for place, heading in enumerate(HEADINGS) if heading.field})
"""The order in which a label without an order of its own is read."""

_KINDS: Final = {
    REFERENCES: SectionKind.REFERENCES,
    # What changed since the label before is told whole where it belongs, and products by their names in the title.
    CHANGES: SectionKind.OTHER,
    PRODUCTS: SectionKind.OTHER,
}

ANIMALS: Final = "animal"
"""Stands in the name of every document type of labels for animals, and in no other's."""


def kind(code: str) -> SectionKind:
    """What part of a document a section of that code is."""
    return _KINDS.get(code, SectionKind.LABEL)
