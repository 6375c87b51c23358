"""A study of ClinicalTrials.gov's v2 JSON read into a `Trial`. What has another type than defined counts as absent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from probatum.acquire.formats._registry import Arm, Intervention, Other, Outcome, Reference, Trial
from probatum.acquire.formats._registry_tree import Tree, listed, part, several, text
from probatum.acquire.formats._registry_v2_results import results
from probatum.acquire.formats._registry_words import dated, masked, printed

_DATES: Final = (
    ("Start date", "startDateStruct"),
    ("Primary completion date", "primaryCompletionDateStruct"),
    ("Completion date", "completionDateStruct"),
    ("First posted", "studyFirstPostDateStruct"),
    ("Results first posted", "resultsFirstPostDateStruct"),
    ("Last update posted", "lastUpdatePostDateStruct"),
)


def trial(study: Tree) -> Trial:
    """The study, as far as it goes. `nct` is empty where it gives no number."""
    protocol = part(study, "protocolSection")
    names = part(protocol, "identificationModule")
    sponsors = part(protocol, "sponsorCollaboratorsModule")
    about = part(protocol, "descriptionModule")
    conditions = part(protocol, "conditionsModule")
    given = part(protocol, "armsInterventionsModule")
    outcomes = part(protocol, "outcomesModule")
    status = part(protocol, "statusModule")
    eligible = part(protocol, "eligibilityModule")
    return Trial(
        nct=text(names, "nctId"),
        title=text(names, "briefTitle"),
        official_title=text(names, "officialTitle"),
        acronym=text(names, "acronym"),
        organization_id=text(part(names, "orgStudyIdInfo"), "id"),
        aliases=several(names, "nctIdAliases"),
        other_ids=tuple(
            Other(text(one, "id"), printed(text(one, "type")), text(one, "domain"))
            for one in listed(names, "secondaryIdInfos")
        ),
        sponsor=text(part(sponsors, "leadSponsor"), "name"),
        sponsor_class=printed(text(part(sponsors, "leadSponsor"), "class")),
        collaborators=tuple(text(one, "name") for one in listed(sponsors, "collaborators")),
        summary=text(about, "briefSummary"),
        description=text(about, "detailedDescription"),
        conditions=several(conditions, "conditions"),
        keywords=several(conditions, "keywords"),
        mesh=tuple(_mesh(part(study, "derivedSection"))),
        status=tuple(_status(status, study)),
        updated=_updated(status),
        design=tuple(_design(part(protocol, "designModule"))),
        arms=tuple(
            Arm(
                text(one, "label"),
                printed(text(one, "type")),
                text(one, "description"),
                several(one, "interventionNames"),
            )
            for one in listed(given, "armGroups")
        ),
        interventions=tuple(
            Intervention(
                text(one, "name"),
                printed(text(one, "type")),
                text(one, "description"),
                several(one, "armGroupLabels"),
                several(one, "otherNames"),
            )
            for one in listed(given, "interventions")
        ),
        primary=_outcomes(outcomes, "primaryOutcomes"),
        secondary=_outcomes(outcomes, "secondaryOutcomes"),
        other=_outcomes(outcomes, "otherOutcomes"),
        people=tuple(_people(eligible)),
        criteria=text(eligible, "eligibilityCriteria"),
        countries=_countries(listed(part(protocol, "contactsLocationsModule"), "locations")),
        references=tuple(
            Reference(text(one, "citation"), text(one, "pmid"), text(one, "type").lower())
            for one in listed(part(protocol, "referencesModule"), "references")
        ),
        results=results(part(study, "resultsSection")),
    )


def _mesh(derived: Tree) -> Iterable[str]:
    for module in ("conditionBrowseModule", "interventionBrowseModule"):
        yield from (text(one, "term") for one in listed(part(derived, module), "meshes"))


def _status(status: Tree, study: Tree) -> Iterable[tuple[str, str]]:
    yield "Overall status", printed(text(status, "overallStatus"))
    yield "Last known status", printed(text(status, "lastKnownStatus"))
    yield "Why stopped", text(status, "whyStopped")
    for name, key in _DATES:
        found = part(status, key)
        yield name, dated(text(found, "date"), text(found, "type"))
    yield "Has results", text(study, "hasResults")


def _updated(status: Tree) -> str:
    found = (text(part(status, key), "date") for _, key in reversed(_DATES[3:]))
    return next((date for date in found if date), "") or text(status, "lastUpdateSubmitDate")


def _design(design: Tree) -> Iterable[tuple[str, str]]:
    info = part(design, "designInfo")
    masking = part(info, "maskingInfo")
    size = part(design, "enrollmentInfo")
    yield "Study type", printed(text(design, "studyType"))
    yield "Phase", "/".join(printed(phase) for phase in several(design, "phases"))
    yield "Allocation", printed(text(info, "allocation"))
    yield "Intervention model", printed(text(info, "interventionModel"))
    yield "Intervention model description", text(info, "interventionModelDescription")
    yield "Observational model", _each(info, "observationalModel")
    yield "Time perspective", _each(info, "timePerspective")
    yield "Masking", masked(text(masking, "masking"), several(masking, "whoMasked"))
    yield "Masking description", text(masking, "maskingDescription")
    yield "Primary purpose", printed(text(info, "primaryPurpose"))
    yield "Target duration", text(design, "targetDuration")
    yield "Enrollment", dated(text(size, "count"), text(size, "type"))


def _each(info: Tree, key: str) -> str:
    """One code, or several in the older JSON."""
    return printed(text(info, key)) or ", ".join(printed(code) for code in several(info, f"{key}s"))


def _outcomes(module: Tree, key: str) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(text(one, "measure"), text(one, "description"), text(one, "timeFrame")) for one in listed(module, key)
    )


def _people(eligible: Tree) -> Iterable[tuple[str, str]]:
    yield "Sex", printed(text(eligible, "sex"))
    yield "Gender", text(eligible, "genderDescription")
    yield "Minimum age", text(eligible, "minimumAge")
    yield "Maximum age", text(eligible, "maximumAge")
    yield "Healthy volunteers", text(eligible, "healthyVolunteers")
    yield "Study population", text(eligible, "studyPopulation")
    yield "Sampling method", printed(text(eligible, "samplingMethod"))


def _countries(locations: Iterable[Mapping[str, object]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text(one, "country") for one in locations))
