"""The patient of a question, as it was read: what the answer goes by is shown, so that it can be corrected."""

from __future__ import annotations

from probatum.model import Patient


def told(patient: Patient, people: str = "") -> str:
    """Everything that the question tells of the patient in one line, `16 years, female; 58 kg; takes verapamil`; empty
    where it tells nothing. An illness that the `people` of the question have is told with these."""
    who = ", ".join(part for part in (patient.age, patient.sex, patient.ancestry) if part)
    state = patient.pregnancy, "breast-feeding" if patient.breastfeeding else "", patient.weight
    organs = patient.kidney, f"creatinine {patient.creatinine}" if patient.creatinine else "", patient.liver
    listed = (
        ("takes", patient.drugs),
        ("has", tuple(one for one in patient.conditions if one.lower() not in people.lower())),
        ("allergic to", patient.allergies),
        ("measured:", patient.values),
    )
    lists = (f"{lead} {', '.join(named)}" for lead, named in listed if named)
    return "; ".join(part for part in (who, *state, *organs, *lists) if part)
