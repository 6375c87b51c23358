"""Structured product labels: sections by LOINC code, tables, products, titles, what is refused. All are invented."""

from __future__ import annotations

import io

import pytest

from probatum.acquire.formats import Refusal, recognise
from probatum.acquire.formats.spl import FORMAT
from probatum.model import LinkKind, Record, RecordKind, RecordStatus, SectionKind, SourceSection

SET = "11111111-2222-3333-4444-555555555555"
RX = '<code code="34391-3" codeSystem="2.16.840.1.113883.6.1" displayName="HUMAN PRESCRIPTION DRUG LABEL"/>'


def ingredient(substance: str, moiety: str, strength: str = "", sort: str = "ACTIB") -> str:
    return (
        f'<ingredient classCode="{sort}">{strength}<ingredientSubstance><name>{substance}</name><activeMoiety>'
        f"<activeMoiety><name>{moiety}</name></activeMoiety></activeMoiety></ingredientSubstance></ingredient>"
    )


def quantity(above: str, unit: str, below: str = "1", per: str = "1") -> str:
    return f'<quantity><numerator value="{above}" unit="{unit}"/><denominator value="{below}" unit="{per}"/></quantity>'


def marketing(status: str = "active", high: str = "") -> str:
    end = f'<high value="{high}"/>' if high else ""
    return (
        f'<subjectOf><marketingAct><statusCode code="{status}"/><effectiveTime><low value="20010101"/>{end}'
        "</effectiveTime></marketingAct></subjectOf>"
    )


def product(name: str, generic: str, inside: str, act: str = marketing()) -> str:
    return (
        f"<subject><manufacturedProduct><manufacturedProduct><name>{name}</name>"
        '<formCode displayName="TABLET"/><asEntityWithGeneric><genericMedicine>'
        f"<name>{generic}</name></genericMedicine></asEntityWithGeneric>{inside}</manufacturedProduct>"
        '<subjectOf><approval><code displayName="NDA"/><author><territorialAuthority><territory><code code="USA"/>'
        f"</territory></territorialAuthority></author></approval></subjectOf>{act}"
        '<consumedIn><substanceAdministration><routeCode displayName="ORAL"/></substanceAdministration></consumedIn>'
        "</manufacturedProduct></subject>"
    )


ONE = product("Venapril", "enalapril maleate", ingredient("ENALAPRIL MALEATE", "ENALAPRIL", quantity("5", "mg")))


def section(code: str, title: str, text: str = "", below: str = "", more: str = "") -> str:
    return (
        f'<component><section><code code="{code}"/><title>{title}</title><text>{text}</text>{more}{below}</section>'
        "</component>"
    )


def document(
    sections: str = "", title: str = "Venapril tablets", products: str = ONE, sort: str = RX, **also: str
) -> str:
    data = f'<component><section><code code="48780-1"/>{products}</section></component>' if products else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><document xmlns="urn:hl7-org:v3">'
        f'<id root="{also.get("id", "AAAAAAAA-0000-0000-0000-000000000001")}"/>{sort}<title>{title}</title>'
        f'<effectiveTime value="{also.get("day", "20200304")}"/><setId root="{also.get("set_id", SET.upper())}"/>'
        f'<versionNumber value="{also.get("version", "1")}"/><author><assignedEntity><representedOrganization>'
        "<name>Example Labs</name></representedOrganization></assignedEntity></author>"
        f"<component><structuredBody>{data}{sections}</structuredBody></component></document>"
    )


def items(text: str | bytes) -> list[object]:
    return list(FORMAT.read(io.BytesIO(text if isinstance(text, bytes) else text.encode()), "x.xml"))


def read(sections: str = "", **also: str) -> Record:
    (record,) = items(document(sections, **also))
    assert isinstance(record, Record), record
    return record


def told(record: Record, *kinds: SectionKind) -> list[SourceSection]:
    return [section for section in record.sections if section.kind in kinds and section.id != "products"]


def test_what_a_label_says_of_itself() -> None:
    record = read(version="7")
    assert record.id == f"setid:{SET}"
    assert [str(i) for i in record.identifiers] == [record.id, "spl:aaaaaaaa-0000-0000-0000-000000000001"]
    assert (record.kind, record.issuer, record.country, record.date, record.year) == (
        RecordKind.LABEL, "Example Labs", "US", "2020-03-04", 2020,
    )  # fmt: skip
    assert record.publication_types == ("HUMAN PRESCRIPTION DRUG LABEL",)
    assert [(link.kind, str(link.identifier), link.note) for link in record.links] == [
        (LinkKind.SUPERSEDES, record.id, "version 6")
    ]


SECTIONS = [
    # (section in XML, what is read: code, heading, text)
    (section("34067-9", "1 Uses", "<paragraph>For colds.</paragraph>"), [("34067-9", "1 Uses", "For colds.")]),
    (
        section("34067-9", "1 Indications", "", section("42229-5", "1.1 Colds", "<paragraph>In adults.</paragraph>")),
        [("34067-9", "1 Indications > 1.1 Colds", "In adults.")],
    ),
    (
        section("43684-0", "8 Use", "", section("42228-7", "8.1 Pregnancy", "<paragraph>Avoid.</paragraph>")),
        [("42228-7", "8 Use > 8.1 Pregnancy", "Avoid.")],
    ),
    # A section without a title is named by its code.
    (section("34066-1", "", "<paragraph>Deaths.</paragraph>"), [("34066-1", "Boxed warning", "Deaths.")]),
    # A box within the warnings is the boxed warning; one elsewhere is print.
    (
        section("34071-1", "Warnings", "", section("34066-1", "", "<paragraph>Deaths.</paragraph>")),
        [("34066-1", "Warnings", "Deaths.")],
    ),
    (
        section("34068-7", "Dosage", "", section("34066-1", "", "<paragraph>5 mg a day.</paragraph>")),
        [("34068-7", "Dosage", "5 mg a day.")],
    ),
    # A table of one column is a frame.
    (
        section("34066-1", "W", "<table><tbody><tr><td><paragraph>One.</paragraph>Two.</td></tr></tbody></table>"),
        [("34066-1", "W", "One.\n\nTwo.")],
    ),
    (
        section("34070-3", "4", "<paragraph>Not in:</paragraph><list><item>gout</item><item>a<list><item>b</item>"
                "</list></item></list>"),
        [("34070-3", "4", "Not in:\n\ngout\n\na\n\nb")],
    ),
    (
        section("34073-7", "7", '<paragraph>A <content styleCode="bold">bold</content> <linkHtml>(5)</linkHtml>'
                "<br/>B 10<sup>-5</sup><footnote>Note.</footnote></paragraph>"),
        [("34073-7", "7", "A bold (5)\n\nB 10⁻⁵\n\nNote.")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "expected"), SECTIONS)
def test_sections_keep_their_code_and_path(xml: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(s.code, s.heading, s.text) for s in told(read(xml), SectionKind.LABEL)] == expected


def test_a_table_has_cells_and_its_notes_stand_apart() -> None:
    (table, notes) = told(
        read(
            section(
                "34068-7",
                "2 Dosage",
                "<table><caption>Doses</caption><thead><tr><th>Age</th><th>Dose</th></tr></thead><tbody><tr>"
                "<td>Adults<footnote>Over 18</footnote></td><td><paragraph>5 mg</paragraph>once<br/>daily</td></tr>"
                "</tbody></table>",
            )
        ),
        SectionKind.TABLE,
        SectionKind.CAPTION,
    )
    assert (table.heading, table.code, table.text) == (
        "2 Dosage > Doses",
        "34068-7",
        "Age\tDose\nAdults\t5 mg once daily",
    )
    assert [(table.text[c.start : c.end], c.row, c.column, c.header) for c in table.cells] == [
        ("Age", 0, 0, True), ("Dose", 0, 1, True), ("Adults", 1, 0, False), ("5 mg once daily", 1, 1, False),
    ]  # fmt: skip
    assert notes.text == "Over 18"


def test_highlights_and_recent_changes_are_no_evidence_of_their_own() -> None:
    short = "<excerpt><highlight><text><paragraph>Short.</paragraph></text></highlight></excerpt>"
    record = read(
        section("34067-9", "1 Indications", "<paragraph>Long.</paragraph>", more=short)
        + section("43683-2", "Changes", "<paragraph>New.</paragraph>")
        + section("34093-5", "References", "<paragraph>A book.</paragraph>")
    )
    assert [(s.heading, s.text) for s in told(record, SectionKind.OTHER)] == [
        ("Highlights > 1 Indications", "Short."),
        ("Changes", "New."),
    ]
    assert [s.text for s in told(record, SectionKind.REFERENCES)] == ["A book."]
    assert [s.text for s in record.evidence_sections if s.kind is SectionKind.LABEL] == ["Long."]


def test_products_are_a_table_and_their_names_keywords() -> None:
    two = product(
        "Venapril<suffix>HCT</suffix>",
        "enalapril and hydrochlorothiazide",
        ingredient("ENALAPRIL MALEATE", "ENALAPRIL", quantity("10", "mg"))
        + ingredient("HYDROCHLOROTHIAZIDE", "HYDROCHLOROTHIAZIDE", quantity("40", "mg", "0.8", "mL"), "ACTIM")
        + ingredient("LACTOSE", "LACTOSE", "", "IACT"),
    )
    record = read(products=ONE + two)
    assert record.section("products").text.split("\n")[1:] == [
        "Venapril\tenalapril maleate\tTABLET\tORAL\tENALAPRIL MALEATE\t5 mg\tNDA",
        "Venapril HCT\tenalapril and hydrochlorothiazide\tTABLET\tORAL\tENALAPRIL MALEATE\t10 mg\tNDA",
        "Venapril HCT\tenalapril and hydrochlorothiazide\tTABLET\tORAL\tHYDROCHLOROTHIAZIDE\t40 mg/0.8 mL\tNDA",
    ]
    assert record.keywords == (
        "Venapril", "enalapril maleate", "ENALAPRIL", "Venapril HCT", "enalapril and hydrochlorothiazide",
        "HYDROCHLOROTHIAZIDE",
    )  # fmt: skip


FORMULA = "These highlights do not include all the information needed to use VENAPRIL safely and effectively."
TITLES = [
    # (title in XML, title of the record)
    ("Venapril tablets", "Venapril tablets"),
    ("", "Venapril (enalapril maleate) tablet"),
    ("Drug Facts", "Venapril (enalapril maleate) tablet"),
    (
        f"{FORMULA} See full prescribing information for VENAPRIL.<br/> <br/>VENAPRIL<sup>®</sup> (enalapril) tablets"
        "<br/>Initial U.S. Approval: 1990",
        "VENAPRIL® (enalapril) tablets",
    ),
    (f"{FORMULA}  See full prescribing information for VENAPRIL. VENAPRIL (enalapril) tablets, for oral use Initial "
     "U.S. Approval: 1990", "VENAPRIL (enalapril) tablets, for oral use"),
    (f"{FORMULA} See full prescribing information for VENAPRIL.", "Venapril (enalapril maleate) tablet"),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "title"), TITLES)
def test_a_title_names_the_product(xml: str, title: str) -> None:
    record = read(title=xml)
    assert record.title == title == record.section("title").text


MARKETING = [
    # (marketing of each product, standing of a label of 2020-03-04)
    ([marketing()], RecordStatus.CURRENT),
    ([marketing("active", "20200101")], RecordStatus.CURRENT),
    ([marketing("completed")], RecordStatus.CURRENT),
    ([marketing("completed", "20200304")], RecordStatus.WITHDRAWN),
    ([marketing("completed", "20210101")], RecordStatus.CURRENT),  # it was to end after this label was written
    ([marketing("completed", "20200101"), marketing()], RecordStatus.CURRENT),
    ([""], RecordStatus.CURRENT),
]


@pytest.mark.parametrize(("acts", "status"), MARKETING)
def test_withdrawn_is_said_only_where_the_label_says_that_all_marketing_has_ended(
    acts: list[str], status: RecordStatus
) -> None:
    made = "".join(product("Venapril", "enalapril", ingredient("ENALAPRIL", "ENALAPRIL"), act) for act in acts)
    assert read(products=made).status is status


INDEX = '<code code="60685-5" displayName="Indexing - Pharmacologic Class"/>'
ANIMAL = '<code code="50578-4" displayName="PRESCRIPTION ANIMAL DRUG LABEL"/>'
DEEP = "<content>" * 300 + "x" + "</content>" * 300
REFUSED = [
    # (document, code)
    (document(products="", sort=INDEX), "P227"),
    (document(sort=ANIMAL), "P228"),
    (document(title="", products="", sections=section("34067-9", "1", "<paragraph>For colds.</paragraph>")), "P218"),
    (document()[:-40], "P219"),
    (document().replace("<title>", "<title><b>"), "P205"),
    (document(section("34067-9", "1", DEEP)), "P205"),
    ('<!DOCTYPE document [<!ENTITY a "aaaa">]>' + document(title="&a;").split("?>")[1], "P206"),
    (document().replace("document", "v3:document").replace("xmlns=", "xmlns:v3="), "P205"),
    (document().encode().replace(b"Example", b"Ex\xff\xfeample"), "P205"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_what_is_no_label_or_broken_is_refused(text: str | bytes, code: str) -> None:
    assert [item.code for item in items(text) if isinstance(item, Refusal)] == [code]


def test_the_next_label_is_read_after_a_broken_one() -> None:
    first, second = items(document().replace("<title>", "<title><b>") + document().split("?>")[1])
    assert isinstance(first, Refusal) and isinstance(second, Record)


def test_nesting_as_deep_as_the_parser_allows_is_read() -> None:
    xml = section("34067-9", "1", "<content>" * 230 + "deep" + "</content>" * 230)
    assert [s.text for s in told(read(xml), SectionKind.LABEL)] == ["deep"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_recognised_by_content_in_any_encoding(encoding: str) -> None:
    text = document().replace("UTF-8", encoding.replace("-sig", "")).encode(encoding)
    assert recognise(text) is FORMAT
    assert [isinstance(item, Record) for item in items(text)] == [True]
