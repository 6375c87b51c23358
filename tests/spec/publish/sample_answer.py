"""A synthetic answer on invented records: calbrexine and lomenide do not exist, and no study here was done."""

from __future__ import annotations

from probatum.model import (
    Answer,
    Assumption,
    Calculation,
    Cell,
    Certainty,
    CertaintyStep,
    CheckResult,
    Domain,
    Engine,
    EvidenceRow,
    Identifier,
    Intent,
    Kind,
    Level,
    Question,
    Reader,
    Record,
    RecordKind,
    RecordStatus,
    Reference,
    ReviewStatus,
    SearchAccount,
    Section,
    SectionKind,
    SectionRole,
    SourceSection,
    Span,
    Statement,
    Verdict,
    Warning,
)


def _section(section_id: str, kind: SectionKind, text: str, heading: str = "", **more: object) -> SourceSection:
    return SourceSection(id=section_id, kind=kind, text=text, heading=heading, **more)  # type: ignore[arg-type]


def _table(section_id: str, heading: str, rows: list[list[str]]) -> SourceSection:
    """A table section: cells joined by tab and newline, with their offsets."""
    text, cells = "", []
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            text += ("\t" if c else "\n") if text else ""
            cells.append(Cell(row=r, column=c, start=len(text), end=len(text) + len(words), header=r == 0 or c == 0))
            text += words
    return _section(section_id, SectionKind.TABLE, text, heading, cells=tuple(cells))


TRIAL = Record.build(
    id="pmid:90000001",
    identifiers=(
        Identifier("pmid", "90000001"),
        Identifier("doi", "10.9999/example.2021.1"),
        Identifier("nct", "NCT99999901"),
    ),
    kind=RecordKind.TRIAL_REPORT,
    title="Calbrexine for night leg cramps in adults on haemodialysis: a randomised, double-blind trial",
    authors=("Example AB", "Sample CD", "Pattern EF"),
    journal="J Invented Nephrol",
    year=2021,
    sections=(
        _section(
            "title",
            SectionKind.TITLE,
            "Calbrexine for night leg cramps in adults on haemodialysis: a randomised, double-blind trial",
        ),
        _section(
            "abstract",
            SectionKind.ABSTRACT,
            "Night leg cramps are common in people on haemodialysis and disturb their sleep.",
            "Background",
            role=SectionRole.BACKGROUND,
        ),
        _section(
            "abstract.2",
            SectionKind.ABSTRACT,
            "In 8 centres 120 adults were randomised 1:1:1 to placebo, calbrexine 50 mg or calbrexine 100 mg once a "
            "day for 12 weeks. The primary outcome was the number of cramps a week.",
            "Methods",
            role=SectionRole.METHODS,
        ),
        _section(
            "abstract.3",
            SectionKind.ABSTRACT,
            "At 12 weeks there were 2.1 cramps a week with 100 mg and 4.0 with placebo (rate ratio 0.53, 95% CI 0.36 "
            "to 0.78; p=0.001). With 50 mg there were 3.3 a week (rate ratio 0.83, 95% CI 0.58 to 1.18; p=0.29), a "
            "trend towards benefit. Severity on a 100-point scale did not differ (p=0.08). Dizziness was reported by 9 "
            "of 40 people on 100 mg and 2 of 40 on placebo (p=0.049). Three people on 100 mg stopped the drug.",
            "Results",
            role=SectionRole.RESULTS,
        ),
        _section(
            "abstract.4",
            SectionKind.ABSTRACT,
            "Calbrexine 100 mg once a day reduced the number of night leg cramps. Longer trials are needed.",
            "Conclusions",
            role=SectionRole.CONCLUSIONS,
        ),
        _table(
            "table.1",
            "Table 2. Outcomes at 12 weeks",
            [
                ["", "Placebo (n=40)", "50 mg (n=40)", "100 mg (n=40)"],
                ["Cramps a week", "4.0", "3.3", "2.1"],
                ["Nights woken", "2.6", "2.4", "1.5"],
                ["Stopped the drug", "1", "1", "3"],
            ],
        ),
    ),
)

CROSSOVER = Record.build(
    id="pmid:90000002",
    identifiers=(Identifier("pmid", "90000002"),),
    kind=RecordKind.TRIAL_REPORT,
    title="Calbrexine and leg cramps: a crossover trial",
    authors=("Muster GH",),
    journal="Ann Fict Med",
    year=2018,
    sections=(
        _section("title", SectionKind.TITLE, "Calbrexine and leg cramps: a crossover trial"),
        _section(
            "abstract",
            SectionKind.ABSTRACT,
            "Twenty-two healthy adults over 60 with night leg cramps took calbrexine 100 mg or placebo for 4 weeks in "
            "a randomised crossover. Cramps fell from 5.0 to 3.9 a week with calbrexine and to 4.1 with placebo "
            "(p=0.41). One person stopped because of dizziness. The authors' mark: <script>alert('source')</script> & "
            '"quotes".',
        ),
    ),
)

LABEL = Record.build(
    id="setid:00000000-aaaa-bbbb-cccc-000000000001",
    identifiers=(Identifier("setid", "00000000-aaaa-bbbb-cccc-000000000001"),),
    kind=RecordKind.LABEL,
    title="Calbrexine tablets, prescribing information",
    journal="Invented Medicines Agency",
    issuer="Invented Medicines Agency",
    country="US",
    date="2023-05-01",
    year=2023,
    sections=(
        _section(
            "label",
            SectionKind.LABEL,
            "WARNING: calbrexine may cause complete heart block. Do not use in people with second- or third-degree "
            "atrioventricular block without a pacemaker.",
            "Boxed warning",
            code="34066-1",
        ),
        _section(
            "label.2",
            SectionKind.LABEL,
            "Calbrexine is indicated for myotonia in adults. Start with 50 mg once a day with food; increase to 100 mg "
            "once a day after 1 week. In people with an eGFR below 30 mL/min the dose is 50 mg once a day.",
            "Indications and dosage",
        ),
        _section(
            "label.3",
            SectionKind.LABEL,
            "Strong CYP2D6 inhibitors raise the level of calbrexine about twofold; do not exceed 50 mg once a day. "
            "Record an ECG before treatment and after each change of dose.",
            "Interactions and monitoring",
        ),
    ),
)

GUIDELINE = Record.build(
    id="probatum:nowhere-renal-2022",
    identifiers=(),
    kind=RecordKind.GUIDELINE,
    title="Symptom control in kidney failure",
    journal="Nowhere Renal Society",
    issuer="Nowhere Renal Society",
    country="GB",
    date="2022-03",
    year=2022,
    summary=True,
    sections=(
        _section(
            "body.1",
            SectionKind.BODY,
            "Consider stretching before bed first. Consider lomenide 5 mg at night when stretching does not help. "
            "There was not enough evidence to recommend calbrexine.",
            "Cramps",
        ),
    ),
)

RETRACTED = Record.build(
    id="pmid:90000005",
    identifiers=(Identifier("pmid", "90000005"),),
    kind=RecordKind.TRIAL_REPORT,
    title="Lomenide ends cramps",
    authors=("Faux IJ",),
    journal="J Invented Nephrol",
    year=2015,
    status=RecordStatus.RETRACTED,
    sections=(
        _section("abstract", SectionKind.ABSTRACT, "Lomenide 5 mg abolished cramps in 30 of 30 people (p<0.001)."),
    ),
)

RECORDS = {r.id: r for r in (TRIAL, CROSSOVER, LABEL, GUIDELINE, RETRACTED)}


def find(record: str, version: str | None) -> Record | None:
    """The look-up that renderers and the decoder are given."""
    found = RECORDS.get(record)
    return found if found is not None and version in (None, found.version) else None


def cite(record: Record, quote: str) -> Span:
    """The span of those words, which stand once in the record."""
    for section in record.sections:
        at = section.text.find(quote)
        if at >= 0:
            return Span(record, section.id, at, at + len(quote))
    raise AssertionError(f"{record.id} does not say {quote!r}")


_CHECKS = (
    CheckResult("span", Verdict.SUPPORTED, "4 spans exist and are body text"),
    CheckResult("numbers", Verdict.SUPPORTED, "every number stands in its span"),
    CheckResult("direction", Verdict.SUPPORTED, "lower with the drug, as in the source"),
)


def say(
    statement_id: str,
    text: str,
    *supports: Span,
    kind: Kind = Kind.FINDING,
    verdict: Verdict = Verdict.SUPPORTED,
    **more: object,
) -> Statement:
    """A statement with its checks."""
    return Statement(
        id=statement_id,
        text=text,
        kind=kind,
        supports=supports,
        verdict=verdict,
        checks=_CHECKS if supports else (),
        **more,  # type: ignore[arg-type]
    )


S_DESIGN = cite(TRIAL, "120 adults were randomised 1:1:1")
S_RATE = cite(
    TRIAL, "2.1 cramps a week with 100 mg and 4.0 with placebo (rate ratio 0.53, 95% CI 0.36 to 0.78; p=0.001)"
)
S_RATE_WIDE = cite(TRIAL, "there were 2.1 cramps a week with 100 mg and 4.0 with placebo")
S_LOW = cite(TRIAL, "With 50 mg there were 3.3 a week (rate ratio 0.83, 95% CI 0.58 to 1.18; p=0.29)")
S_SEVERITY = cite(TRIAL, "Severity on a 100-point scale did not differ (p=0.08)")
S_DIZZY = cite(TRIAL, "Dizziness was reported by 9 of 40 people on 100 mg and 2 of 40 on placebo (p=0.049)")
S_NIGHTS = Span(
    TRIAL, "table.1", TRIAL.section("table.1").text.index("Nights"), TRIAL.section("table.1").text.index("1.5") + 3
)
S_CROSS = cite(CROSSOVER, "Cramps fell from 5.0 to 3.9 a week with calbrexine and to 4.1 with placebo (p=0.41)")
S_HEALTHY = cite(CROSSOVER, "Twenty-two healthy adults over 60")
S_BLOCK = cite(LABEL, "Do not use in people with second- or third-degree atrioventricular block without a pacemaker")
S_BOXED = cite(LABEL, "calbrexine may cause complete heart block")
S_INDICATED = cite(LABEL, "Calbrexine is indicated for myotonia in adults")
S_DOSE = cite(LABEL, "Start with 50 mg once a day with food; increase to 100 mg once a day after 1 week")
S_KIDNEY = cite(LABEL, "In people with an eGFR below 30 mL/min the dose is 50 mg once a day")
S_CYP = cite(
    LABEL, "Strong CYP2D6 inhibitors raise the level of calbrexine about twofold; do not exceed 50 mg once a day"
)
S_ECG = cite(LABEL, "Record an ECG before treatment and after each change of dose")
S_STRETCH = cite(GUIDELINE, "Consider stretching before bed first")
S_LOMENIDE = cite(GUIDELINE, "Consider lomenide 5 mg at night when stretching does not help")
S_FAUX = cite(RETRACTED, "Lomenide 5 mg abolished cramps in 30 of 30 people (p<0.001)")

QUESTION = Question(
    typed="does calbrexin help charley horses at night on dialysis?",
    read="Does calbrexine reduce night leg cramps in adults on haemodialysis?",
    assumptions=(
        Assumption("spelling", "calbrexin", "calbrexine", "one letter is missing and no other drug name is near"),
        Assumption("lay term", "charley horses", "muscle cramps", "this is the usual everyday name for a leg cramp"),
        Assumption("patient", "not said", "an adult", "the question names no age"),
    ),
    population="adults on haemodialysis",
    intervention="calbrexine",
    comparator="placebo or usual care",
    outcome="night leg cramps",
    intent=Intent.THERAPY,
)

SECTIONS = (
    Section(
        "bottom_line",
        "Bottom line",
        (
            say(
                "bottom_line.1",
                "Calbrexine 100 mg once a day may reduce night leg cramps in adults on haemodialysis (low certainty: "
                "one randomised trial, 120 people, rate ratio 0.53, 95 % CI 0.36 to 0.78).",
                S_RATE,
                S_DESIGN,
                plain="Calbrexine 100 mg once a day may mean fewer leg cramps at night (rate ratio 0.53). We are not "
                "very sure: one study of 120 people.",
            ),
            say(
                "bottom_line.2",
                "It is not approved for cramps, and its US label carries a boxed warning of heart block.",
                S_INDICATED,
                S_BOXED,
                kind=Kind.DIRECTIVE,
            ),
        ),
    ),
    Section(
        "evidence",
        "What the evidence shows",
        (
            say(
                "evidence.1",
                "Number of cramps: at 12 weeks there were 2.1 cramps a week with 100 mg and 4.0 with placebo (rate "
                "ratio 0.53, 95 % CI 0.36 to 0.78; p = 0.001; significant at 0.05), in a double-blind trial of 120.",
                S_RATE,
                S_DESIGN,
            ),
            say(
                "evidence.2",
                "That is 1.9 fewer a week (calculated).",
                S_RATE_WIDE,
                kind=Kind.CALCULATED,
                calculation=(Calculation("4.0 - 2.1", "1.9", "cramps a week"),),
                level=1,
            ),
            say(
                "evidence.3",
                "With 50 mg the difference did not reach significance (rate ratio 0.83, 95 % CI 0.58 to 1.18; p = "
                "0.29), though the source speaks of a trend.",
                S_LOW,
            ),
            say("evidence.4", "Severity did not differ significantly (p = 0.08; no interval reported).", S_SEVERITY),
            say("evidence.5", "Nights woken: 1.5 a week with 100 mg, 2.6 with placebo.", S_NIGHTS, level=1),
            say(
                "evidence.6",
                "In a crossover trial of 22 people cramps fell from 5.0 to 3.9 a week with calbrexine and to 4.1 with "
                "placebo (p = 0.41).",
                S_CROSS,
                S_HEALTHY,
                directness="Other population: healthy adults over 60, not people on haemodialysis.",
            ),
        ),
    ),
    Section(
        "dosing",
        "Dosing",
        (
            say(
                "dosing.1",
                "By mouth, 50 mg once a day with food, then 100 mg once a day after 1 week (label dose for myotonia).",
                S_DOSE,
                kind=Kind.DIRECTIVE,
            ),
            say("dosing.2", "With an eGFR below 30 mL/min: 50 mg once a day.", S_KIDNEY, kind=Kind.DIRECTIVE),
        ),
    ),
    Section(
        "safety",
        "Safety",
        (
            say(
                "safety.1",
                "Boxed warning (US): calbrexine may cause complete heart block.",
                S_BOXED,
                kind=Kind.DIRECTIVE,
            ),
            say(
                "safety.2",
                "Contraindicated in second- or third-degree atrioventricular block without a pacemaker.",
                S_BLOCK,
                kind=Kind.DIRECTIVE,
            ),
            say(
                "safety.3",
                "With a strong CYP2D6 inhibitor do not exceed 50 mg once a day.",
                S_CYP,
                kind=Kind.DIRECTIVE,
                verdict=Verdict.PARTLY,
            ),
        ),
    ),
    Section(
        "adverse_effects",
        "Adverse effects",
        (
            say(
                "adverse_effects.1",
                "Dizziness: 9 of 40 people (22.5 %) with 100 mg and 2 of 40 (5 %) with placebo (p = 0.049).",
                S_DIZZY,
                calculation=(Calculation("9 / 40 * 100", "22.5", "%"), Calculation("2 / 40 * 100", "5", "%")),
            ),
        ),
    ),
    Section(
        "monitoring",
        "Monitoring",
        (say("monitoring.1", "ECG before treatment and after each change of dose.", S_ECG, kind=Kind.DIRECTIVE),),
    ),
    Section(
        "alternatives",
        "Alternatives",
        (
            say(
                "alternatives.1",
                "Stretching before bed is the first choice of a guideline (Nowhere Renal Society, GB, 2022).",
                S_STRETCH,
                kind=Kind.DIRECTIVE,
            ),
            say(
                "alternatives.2",
                "Lomenide 5 mg: a trial of 30 people reported no cramps at all (p < 0.001).",
                S_FAUX,
                verdict=Verdict.RETRACTED,
            ),
        ),
    ),
    Section(
        "algorithm",
        "Clinical algorithm",
        (
            say("algorithm.1", "Record an ECG.", S_ECG, kind=Kind.DIRECTIVE),
            say("algorithm.1a", "Heart block without a pacemaker: do not use; see Alternatives.", S_BLOCK),
            say("algorithm.1b", "No heart block: go on.", S_BLOCK),
            say("algorithm.2", "Start 50 mg once a day with food; 100 mg after 1 week.", S_DOSE),
            say("algorithm.2a", "eGFR below 30 mL/min: stay at 50 mg.", S_KIDNEY),
            say("algorithm.3", "Review at 12 weeks; stop if cramps are no fewer.", S_RATE),
        ),
    ),
    Section(
        "evidence_gaps",
        "Evidence gaps",
        (),
        empty="Searched the library of 214 records on 2026-11-22 for quality of life and use beyond 12 weeks; nothing "
        "was found.",
    ),
    Section(
        "conclusion",
        "Conclusion",
        (
            say(
                "conclusion.1",
                "A timed trial of 100 mg once a day is reasonable in selected people after an ECG (low certainty).",
                S_RATE,
                S_ECG,
            ),
        ),
    ),
    Section("references", "References"),
    Section("search", "How this was searched"),
    Section("disclaimer", "Disclaimer"),
    Section("review", "Review status"),
)

REFERENCES = (
    Reference(
        1,
        TRIAL.id,
        "Example AB, Sample CD, Pattern EF. Calbrexine for night leg cramps in adults on haemodialysis: a randomised, "
        "double-blind trial. J Invented Nephrol. 2021;12(3):45-52.",
        "randomised trial",
        120,
        "current",
        "https://example.org/90000001",
    ),
    Reference(
        2,
        CROSSOVER.id,
        "Muster GH. Calbrexine and leg cramps: a crossover trial. Ann Fict Med. 2018;4:1-6.",
        "randomised crossover trial",
        22,
        "current",
        "javascript:alert(1)",
    ),
    Reference(
        3,
        LABEL.id,
        "Invented Medicines Agency. Calbrexine tablets, prescribing information. US; 2023 May 1.",
        "drug label",
        None,
        "current",
        "https://example.org/label",
    ),
    Reference(
        4,
        GUIDELINE.id,
        "Nowhere Renal Society. Symptom control in kidney failure. GB; 2022 Mar.",
        "guideline",
        None,
        "current",
        "",
        summary=True,
    ),
    Reference(
        5,
        RETRACTED.id,
        "Faux IJ. Lomenide ends cramps. J Invented Nephrol. 2015;1:1.",
        "randomised trial",
        30,
        "retracted",
        "https://example.org/90000005",
    ),
)

EVIDENCE = (
    EvidenceRow(
        TRIAL.id,
        1,
        "Example 2021",
        "randomised trial",
        120,
        "cramps a week",
        "rate ratio",
        ("100 mg: 2.1", "placebo: 4.0"),
        "0.53",
        "95 % CI 0.36 to 0.78",
        "p = 0.001",
        "significant at 0.05",
        "low",
    ),
    EvidenceRow(
        TRIAL.id,
        1,
        "Example 2021",
        "randomised trial",
        120,
        "cramps a week",
        "rate ratio",
        ("50 mg: 3.3", "placebo: 4.0"),
        "0.83",
        "95 % CI 0.58 to 1.18",
        "p = 0.29",
        "not significant at 0.05",
        "low",
    ),
    EvidenceRow(
        CROSSOVER.id,
        2,
        "Muster 2018",
        "randomised crossover trial",
        22,
        "cramps a week",
        "change",
        ("calbrexine: 5.0 to 3.9", "placebo: 4.1"),
        "",
        "no interval reported",
        "p = 0.41",
        "not significant at 0.05",
        "very low",
    ),
)

CERTAINTY = (
    Certainty(
        "number of cramps",
        Level.LOW,
        (
            CertaintyStep(Domain.START, 0, "randomised trials start high"),
            CertaintyStep(Domain.RISK_OF_BIAS, -1, "dizziness may have unblinded the trial", (S_DIZZY,)),
            CertaintyStep(Domain.IMPRECISION, -1, "120 people", (S_DESIGN,)),
        ),
        (TRIAL.id,),
    ),
    Certainty(
        "severity",
        Level.VERY_LOW,
        (
            CertaintyStep(Domain.START, 0, "randomised trials start high"),
            CertaintyStep(Domain.IMPRECISION, -2, "no interval is reported", (S_SEVERITY,)),
            CertaintyStep(Domain.RISK_OF_BIAS, -1, "dizziness may have unblinded the trial", (S_DIZZY,)),
        ),
        (TRIAL.id,),
    ),
)

SEARCH = SearchAccount(
    library="example library",
    queries=("calbrexine night leg cramps haemodialysis", "calbrexine label"),
    considered=37,
    included=(TRIAL.id, CROSSOVER.id, LABEL.id, GUIDELINE.id, RETRACTED.id),
    excluded=(("pmid:90000009", "other drug"), ("pmid:90000010", "other drug"), ("pmid:90000011", "animal study")),
    as_of="2026-11-22",
    records=214,
)


def sample(reader: Reader = Reader.DOCTOR) -> Answer:
    """The answer for that reader."""
    return Answer(
        question=QUESTION,
        reader=reader,
        title="Calbrexine for night leg cramps on haemodialysis",
        sections=SECTIONS,
        certainty=CERTAINTY,
        evidence=EVIDENCE,
        references=REFERENCES,
        search=SEARCH,
        warnings=(Warning("W-RETRACTED", "One source, Faux 2015, has been retracted; what rests on it is marked."),),
        status=ReviewStatus(
            last_updated="2026-11-22", policy="A board of physicians reviews every article twice a year."
        ),
        disclaimer="For health professionals; supports and never replaces clinical judgement.",
        engine=Engine(version="0.1.0", library_version="v3"),
    )
