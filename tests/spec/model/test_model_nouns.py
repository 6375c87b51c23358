"""The nouns: what cannot be made, what cannot be changed, and what comes back from JSON as it was."""

from __future__ import annotations

import json
import string

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from probatum import model
from probatum.errors import MESSAGES, ProbatumError
from probatum.model import (
    Answer,
    Article,
    Calculation,
    Certainty,
    CertaintyStep,
    CheckResult,
    Domain,
    Engine,
    EvidenceRow,
    Identifier,
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
    SourceSection,
    Span,
    Statement,
    Verdict,
    Warning,
)
from probatum.model.wire import NOUNS, content_hash, decode, encode, schema, to_builtins

TEXT = "Ten of 20 people had fewer cramps (p=0.04)."


def a_record(**fields: object) -> Record:
    """A small record; fields replace its own."""
    given_ = {
        "id": "pmid:1",
        "identifiers": (Identifier("pmid", "1"),),
        "kind": RecordKind.TRIAL_REPORT,
        "title": "A trial",
        "sections": (SourceSection("abstract", SectionKind.ABSTRACT, TEXT),),
    }
    return Record.build(**{**given_, **fields})


any_text = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)
names = st.text(alphabet=string.ascii_lowercase + string.digits + ".", min_size=1, max_size=12)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Records with any text in one to four sections."""
    ids = draw(st.lists(names, min_size=1, max_size=4, unique=True))
    sections = tuple(
        SourceSection(i, draw(st.sampled_from(SectionKind)), draw(any_text), draw(st.text(max_size=10))) for i in ids
    )
    number = draw(st.integers(1, 10**8))
    return a_record(
        id=f"pmid:{number}", title=draw(any_text), sections=sections, year=draw(st.none() | st.integers(1800, 2100))
    )


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Spans that lie in their section."""
    record = draw(records())
    section = draw(st.sampled_from(record.sections))
    start = draw(st.integers(0, len(section.text) - 1))
    return Span(record, section.id, start, draw(st.integers(start + 1, len(section.text))))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Statements of every kind."""
    return Statement(
        id=draw(names),
        text=draw(any_text.filter(str.strip)),
        kind=draw(st.sampled_from(Kind)),
        supports=tuple(draw(st.lists(spans(), min_size=1, max_size=3))),
        calculation=tuple(draw(st.lists(st.builds(Calculation, any_text, any_text, any_text), max_size=2))),
        verdict=draw(st.sampled_from(Verdict)),
        checks=tuple(draw(st.lists(st.builds(CheckResult, names, st.sampled_from(Verdict), any_text), max_size=2))),
        directness=draw(st.text(max_size=20)),
        plain=draw(st.text(max_size=20)),
        level=draw(st.integers(0, 1)),
    )


def an_answer(*given_: Statement, **fields: object) -> Answer:
    """An answer of those statements."""
    span = next((s for one in given_ for s in one.supports), Span(a_record(), "abstract", 0, 3))
    made: dict[str, object] = {
        "question": Question("typed", "read"),
        "reader": Reader.NURSE,
        "title": "Title",
        "sections": (Section("evidence", "Evidence", given_),),
        "certainty": (
            Certainty(
                "cramps", Level.LOW, (CertaintyStep(Domain.IMPRECISION, -1, "few people", (span,)),), (span.record,)
            ),
        ),
        "evidence": (
            EvidenceRow(span.record, 1, "S", "trial", None, "cramps", "RR", ("a", "b"), "0.5", "", "", "none"),
        ),
        "references": (Reference(1, span.record, "Cited.", "randomised trial", 20, "current"),),
        "search": SearchAccount("library", ("cramps",), 3, (span.record,), (("pmid:9", "other drug"),), "2026-01-02"),
        "warnings": (Warning("W", "Words."),),
        "status": ReviewStatus(),
        "disclaimer": "Words.",
        "engine": Engine("0.1.0", "v1"),
    }
    return Answer(**{**made, **fields})  # type: ignore[arg-type]


def resolver(*answers: Answer):  # type: ignore[no-untyped-def]
    """Finds the records that the answers' spans point into."""
    known = {}
    for answer in answers:
        for s in answer.statements:
            known.update({(span.record, span.version): span.source for span in s.supports})
        for c in answer.certainty:
            known.update({(span.record, span.version): span.source for step in c.steps for span in step.spans})
    return lambda record, version: known.get((record, version))


class TestSpan:
    @pytest.mark.parametrize(
        ("start", "end", "quote"),
        [(0, 3, "Ten"), (7, 9, "20"), (0, len(TEXT), TEXT), (len(TEXT) - 1, len(TEXT), ".")],
    )
    def test_reads_its_characters_from_the_record(self, start: int, end: int, quote: str) -> None:
        assert Span(a_record(), "abstract", start, end).quote == quote

    @pytest.mark.parametrize(
        ("section", "start", "end", "code"),
        [
            ("abstract", -1, 3, "P102"),
            ("abstract", 3, 3, "P102"),
            ("abstract", 5, 3, "P102"),
            ("abstract", 0, len(TEXT) + 1, "P102"),
            ("abstract", len(TEXT), len(TEXT) + 1, "P102"),
            ("methods", 0, 3, "P101"),
            ("", 0, 1, "P101"),
        ],
    )
    def test_cannot_be_made_outside_its_section(self, section: str, start: int, end: int, code: str) -> None:
        with pytest.raises(ProbatumError) as error:
            Span(a_record(), section, start, end)
        assert error.value.code == code and "pmid:1" in str(error.value)

    def test_cannot_be_changed(self) -> None:
        span = Span(a_record(), "abstract", 0, 3)
        with pytest.raises(AttributeError, match="immutable"):
            span.start = 1  # type: ignore[misc]
        with pytest.raises(AttributeError):
            del span._start

    def test_counts_code_points_not_bytes(self) -> None:
        record = a_record(sections=(SourceSection("abstract", SectionKind.ABSTRACT, "µg 😀 β"),))
        assert Span(record, "abstract", 3, 4).quote == "😀"
        assert Span(record, "abstract", 5, 6).quote == "β"

    @given(spans())
    def test_what_it_shows_is_what_the_record_says(self, span: Span) -> None:
        assert span.quote == span.source.section(span.section).text[span.start : span.end]
        assert len(span) == len(span.quote) == span.end - span.start > 0

    @given(spans(), st.data())
    def test_an_inner_span_counts_from_its_start(self, span: Span, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(span) - 1))
        end = data.draw(st.integers(start + 1, len(span)))
        assert span.inner(start, end).quote == span.quote[start:end]

    @given(spans())
    def test_equal_spans_are_one(self, span: Span) -> None:
        same = Span(span.source, span.section, span.start, span.end)
        assert same == span and hash(same) == hash(span) and len({same, span}) == 1
        assert span != span.quote

    @given(spans())
    def test_json_and_back(self, span: Span) -> None:
        assert Span.from_json(span.to_json(), span.source) == span

    @pytest.mark.parametrize(("field", "value"), [("quote", "Two"), ("version", "000000000000")])
    def test_is_refused_when_the_source_has_changed(self, field: str, value: str) -> None:
        wire = {**Span(a_record(), "abstract", 0, 3).to_json(), field: value}
        with pytest.raises(ProbatumError, match="P103"):
            Span.from_json(wire, a_record())


class TestRecord:
    def test_two_sections_of_one_id_cannot_be_built(self) -> None:
        section = SourceSection("abstract", SectionKind.ABSTRACT, TEXT)
        with pytest.raises(ValueError, match="two sections share one id"):
            a_record(sections=(section, section))

    @pytest.mark.parametrize(
        ("fields", "same"),
        [
            ({}, True),
            ({"origin": "/somewhere/file.xml"}, True),
            ({"retrieved": "2026-01-01"}, True),
            ({"title": "Another trial"}, False),
            ({"year": 2020}, False),
            ({"status": RecordStatus.RETRACTED}, False),
            ({"sections": (SourceSection("abstract", SectionKind.ABSTRACT, TEXT + " "),)}, False),
        ],
    )
    def test_the_version_is_what_the_source_says(self, fields: dict[str, object], same: bool) -> None:
        assert (a_record(**fields).version == a_record().version) is same

    @given(records())
    def test_building_again_gives_the_same_version(self, record: Record) -> None:
        fields = {name: getattr(record, name) for name in Record.__struct_fields__ if name != "version"}
        assert Record.build(**fields) == record
        assert len(record.version) == 12 and set(record.version) <= set(string.hexdigits.lower())

    @given(records())
    def test_json_and_back(self, record: Record) -> None:
        assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record

    def test_references_are_no_evidence(self) -> None:
        sections = tuple(SourceSection(kind.value, kind, TEXT) for kind in SectionKind)
        found = {section.kind for section in a_record(sections=sections).evidence_sections}
        assert found == set(SectionKind) - {SectionKind.REFERENCES, SectionKind.OTHER}

    def test_an_unknown_section_names_the_known_ones(self) -> None:
        with pytest.raises(KeyError, match="it has: abstract"):
            a_record().section("methods")

    @pytest.mark.parametrize(("namespace", "value"), [("pmid", "1"), ("doi", None)])
    def test_identifiers_by_namespace(self, namespace: str, value: str | None) -> None:
        assert a_record().identifier(namespace) == value


class TestStatement:
    @pytest.mark.parametrize("kind", Kind)
    def test_what_asserts_something_needs_supports(self, kind: Kind) -> None:
        if kind.asserts:
            with pytest.raises(ProbatumError, match=r"P110: Statement s\.1 .* rests on nothing"):
                Statement("s.1", "Words.", kind)
        else:
            assert Statement("s.1", "Words.", kind).supports == ()

    @pytest.mark.parametrize("text", ["", " ", "\n\t"])
    def test_needs_words(self, text: str) -> None:
        with pytest.raises(ProbatumError, match="P111"):
            Statement("s.1", text, Kind.NAVIGATION)

    def test_cannot_lose_its_supports_later(self) -> None:
        made = Statement("s.1", "Words.", Kind.FINDING, (Span(a_record(), "abstract", 0, 3),))
        with pytest.raises(ProbatumError, match="P110"):
            msgspec.structs.replace(made, supports=())
        with pytest.raises(AttributeError):
            made.supports = ()  # type: ignore[misc]

    def test_is_not_checked_until_it_is(self) -> None:
        assert Statement("s.1", "Words.", Kind.NAVIGATION).verdict is Verdict.NOT_CHECKED

    def test_only_absence_and_navigation_assert_nothing(self) -> None:
        assert {kind for kind in Kind if not kind.asserts} == {Kind.ABSENCE, Kind.NAVIGATION}


class TestWire:
    @given(st.lists(statements(), max_size=3))
    def test_an_answer_comes_back_as_it_was(self, given_: list[Statement]) -> None:
        answer = an_answer(*given_)
        assert decode(encode(answer), Answer, resolver(answer)) == answer

    @given(statements())
    def test_an_answer_holds_to_its_schema(self, statement: Statement) -> None:
        Draft202012Validator(schema("answer")).validate(json.loads(encode(an_answer(statement))))

    @given(statements())
    def test_a_statement_holds_to_its_schema(self, statement: Statement) -> None:
        Draft202012Validator(schema("statement")).validate(json.loads(encode(statement)))

    @given(records())
    def test_a_record_holds_to_its_schema(self, record: Record) -> None:
        Draft202012Validator(schema("record")).validate(json.loads(encode(record)))

    @given(statements())
    def test_an_article_comes_back_as_it_was(self, statement: Statement) -> None:
        article = Article(an_answer(statement))
        assert decode(encode(article), Article, resolver(article.answer)) == article

    @pytest.mark.parametrize("noun", sorted(NOUNS))
    def test_every_noun_has_a_schema(self, noun: str) -> None:
        Draft202012Validator.check_schema(schema(noun))

    def test_an_unknown_noun_names_the_known_ones(self) -> None:
        with pytest.raises(ProbatumError, match=r"P105: There is no noun 'anser'\. Known: answer, article"):
            schema("anser")

    def test_a_missing_record_is_named(self) -> None:
        with pytest.raises(ProbatumError, match="P104: Record pmid:1"):
            decode(encode(an_answer()), Answer, lambda record, version: None)

    def test_a_statement_without_supports_cannot_come_in_by_json(self) -> None:
        wire = b'{"id": "s.1", "text": "Words.", "kind": "finding", "supports": []}'
        with pytest.raises((ProbatumError, msgspec.ValidationError), match="P110"):
            decode(wire, Statement, lambda record, version: None)

    def test_a_span_is_no_free_text(self) -> None:
        wire = to_builtins(an_answer(Statement("s.1", "Words.", Kind.FINDING, (Span(a_record(), "abstract", 0, 3),))))
        wire["sections"][0]["statements"][0]["supports"][0]["quote"] = "All"
        with pytest.raises((ProbatumError, msgspec.ValidationError), match="P103"):
            decode(msgspec.json.encode(wire), Answer, lambda record, version: a_record())

    @pytest.mark.parametrize(
        ("fields", "same"),
        [({}, True), ({"title": "Other"}, False), ({"reader": Reader.PATIENT}, False), ({"disclaimer": "x"}, False)],
    )
    def test_approval_is_bound_to_the_content(self, fields: dict[str, object], same: bool) -> None:
        assert (content_hash(an_answer(**fields)) == content_hash(an_answer())) is same  # type: ignore[arg-type]


class TestAnswer:
    def test_sections_by_id(self) -> None:
        assert an_answer().section("evidence").title == "Evidence"
        with pytest.raises(KeyError, match="there are: evidence"):
            an_answer().section("costs")

    @pytest.mark.parametrize("name", [n for n in model.__all__ if isinstance(getattr(model, n), type)])
    def test_every_noun_is_immutable_and_explained(self, name: str) -> None:
        noun = getattr(model, name)
        assert noun.__doc__
        if issubclass(noun, msgspec.Struct):
            assert noun.__struct_config__.frozen

    @pytest.mark.parametrize("reader", Reader)
    def test_patients_and_carers_get_plain_words(self, reader: Reader) -> None:
        assert reader.plain is (reader in (Reader.PATIENT, Reader.CARER))


class TestErrors:
    @pytest.mark.parametrize(("code", "message"), MESSAGES.items())
    def test_every_message_is_a_sentence(self, code: str, message: str) -> None:
        assert code[0] == "P" and len(code) == 4 and code[1:].isdigit()
        assert message[-1] in ".)}" or message.rsplit(" ", 1)[-1].isupper() or ": " in message

    def test_fields_are_kept(self) -> None:
        error = ProbatumError("P105", noun="x", known="y")
        assert (error.code, error.fields) == ("P105", {"noun": "x", "known": "y"})
        assert str(error) == "P105: There is no noun 'x'. Known: y."
