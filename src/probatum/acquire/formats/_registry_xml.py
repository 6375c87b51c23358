"""A `clinical_study` of ClinicalTrials.gov's old XML read into a `Trial`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from probatum.acquire.formats._registry import Arm, Intervention, Other, Outcome, Reference, Trial
from probatum.acquire.formats._registry_words import dated
from probatum.acquire.formats._registry_xml_results import results, text_at
from probatum.acquire.formats._text import flat, squeeze
from probatum.text.expressions import expression

_DATES: Final = (
    ("Start date", ("start_date",)),
    ("Primary completion date", ("primary_completion_date",)),
    ("Completion date", ("completion_date",)),
    ("First posted", ("study_first_posted", "firstreceived_date")),
    ("Results first posted", ("results_first_posted", "firstreceived_results_date")),
    ("Last update posted", ("last_update_posted", "lastchanged_date")),
)
"""Names of the last schema, then those of before 2018."""
_PARAGRAPH: Final = expression(r"\n[ \t]*(?:\r?\n[ \t]*)+")


def trial(study: etree._Element) -> Trial:
    """The study, as far as it goes. `nct` is empty where it gives no number."""
    return Trial(
        nct=text_at(study, "id_info/nct_id"),
        title=text_at(study, "brief_title"),
        official_title=text_at(study, "official_title"),
        acronym=text_at(study, "acronym"),
        organization_id=text_at(study, "id_info/org_study_id"),
        aliases=_texts(study, "id_info/nct_alias"),
        other_ids=tuple(Other(number) for number in _texts(study, "id_info/secondary_id")),
        sponsor=text_at(study, "sponsors/lead_sponsor/agency"),
        sponsor_class=text_at(study, "sponsors/lead_sponsor/agency_class"),
        collaborators=_texts(study, "sponsors/collaborator/agency"),
        summary=_block(study, "brief_summary/textblock"),
        description=_block(study, "detailed_description/textblock"),
        conditions=_texts(study, "condition"),
        keywords=_texts(study, "keyword"),
        mesh=_texts(study, "condition_browse/mesh_term") + _texts(study, "intervention_browse/mesh_term"),
        status=tuple(_status(study)),
        updated=_updated(study),
        design=tuple(_design(study)),
        arms=tuple(_arms(study)),
        interventions=tuple(_intervention(one) for one in study.findall("intervention")),
        primary=_outcomes(study, "primary_outcome"),
        secondary=_outcomes(study, "secondary_outcome"),
        other=_outcomes(study, "other_outcome"),
        people=tuple(_people(study)),
        criteria=_block(study, "eligibility/criteria/textblock"),
        countries=_texts(study, "location_countries/country") or _texts(study, "location/facility/address/country"),
        references=(*_references(study, "results_reference", "result"), *_references(study, "reference", "background")),
        results=results(study.find("clinical_results")),
    )


def _texts(element: etree._Element, path: str) -> tuple[str, ...]:
    return tuple(words for one in element.findall(path) if (words := flat(one)))


def _block(element: etree._Element, path: str) -> str:
    """Paragraphs, parted by an empty line as in the source; lines within one are wrapped freely and joined."""
    found = element.find(path)
    whole = "" if found is None else "".join(map(str, found.itertext()))
    return "\n\n".join(words for paragraph in _PARAGRAPH.split(whole) if (words := squeeze(paragraph)))


def _date(study: etree._Element, names: Iterable[str]) -> etree._Element | None:
    return next((found for name in names if (found := study.find(name)) is not None), None)


def _status(study: etree._Element) -> Iterable[tuple[str, str]]:
    yield "Overall status", text_at(study, "overall_status")
    yield "Last known status", text_at(study, "last_known_status")
    yield "Why stopped", text_at(study, "why_stopped")
    for label, names in _DATES:
        found = _date(study, names)
        yield label, dated(flat(found), found.get("type", "") if found is not None else "")


def _updated(study: etree._Element) -> str:
    found = (flat(_date(study, names)) for _, names in reversed(_DATES[3:]))
    return next((date for date in found if date), "") or text_at(study, "last_update_submitted")


def _design(study: etree._Element) -> Iterable[tuple[str, str]]:
    size = study.find("enrollment")
    yield "Study type", text_at(study, "study_type")
    yield "Phase", text_at(study, "phase")
    yield "Study design", text_at(study, "study_design")
    info = study.find("study_design_info")
    for label, name in (
        ("Allocation", "allocation"),
        ("Intervention model", "intervention_model"),
        ("Intervention model description", "intervention_model_description"),
        ("Observational model", "observational_model"),
        ("Time perspective", "time_perspective"),
        ("Masking", "masking"),
        ("Masking description", "masking_description"),
        ("Primary purpose", "primary_purpose"),
    ):
        yield label, text_at(info, name) if info is not None else ""
    yield "Target duration", text_at(study, "target_duration")
    yield "Enrollment", dated(flat(size), size.get("type", "") if size is not None else "")


def _arms(study: etree._Element) -> Iterable[Arm]:
    """Arms; which interventions each was given stands with the interventions."""
    given: dict[str, list[str]] = {}
    for one in study.findall("intervention"):
        name = f"{text_at(one, 'intervention_type')}: {text_at(one, 'intervention_name')}"
        for label in _texts(one, "arm_group_label"):
            given.setdefault(label, []).append(name)
    for one in study.findall("arm_group"):
        label = text_at(one, "arm_group_label")
        yield Arm(label, text_at(one, "arm_group_type"), text_at(one, "description"), tuple(given.get(label, ())))


def _intervention(one: etree._Element) -> Intervention:
    return Intervention(
        text_at(one, "intervention_name"),
        text_at(one, "intervention_type"),
        text_at(one, "description"),
        _texts(one, "arm_group_label"),
        _texts(one, "other_name"),
    )


def _outcomes(study: etree._Element, path: str) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(text_at(one, "measure"), text_at(one, "description"), text_at(one, "time_frame"))
        for one in study.findall(path)
    )


def _people(study: etree._Element) -> Iterable[tuple[str, str]]:
    eligible = study.find("eligibility")
    if eligible is not None:
        yield "Sex", text_at(eligible, "gender")
        yield "Gender", text_at(eligible, "gender_description")
        yield "Minimum age", text_at(eligible, "minimum_age")
        yield "Maximum age", text_at(eligible, "maximum_age")
        yield "Healthy volunteers", text_at(eligible, "healthy_volunteers")
        yield "Study population", text_at(eligible, "study_pop/textblock")
        yield "Sampling method", text_at(eligible, "sampling_method")


def _references(study: etree._Element, path: str, sort: str) -> Iterable[Reference]:
    for one in study.findall(path):
        yield Reference(text_at(one, "citation"), text_at(one, "PMID"), sort)
