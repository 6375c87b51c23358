"""Files, folders and archives, whole and hostile: what is read, and what is refused with place and reason."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import socket
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.acquire.formats import Deletion, Refusal, nbib, pubmed, ris
from probatum.acquire.reading import Limits, Progress, read_bytes, read_paths
from probatum.model import Record


def xml(*numbers: int, words: str = "T") -> bytes:
    records = "".join(
        f"<PubmedArticle><MedlineCitation><PMID>{number}</PMID><Article><ArticleTitle>{words}</ArticleTitle></Article>"
        "</MedlineCitation></PubmedArticle>"
        for number in numbers
    )
    return f"<?xml version='1.0'?><PubmedArticleSet>{records}</PubmedArticleSet>".encode()


def outline(found: object) -> list[str]:
    """Records by number, refusals by code."""
    shown = []
    for _, item in found:  # type: ignore[attr-defined]
        if isinstance(item, Refusal):
            assert item.reason
            assert item.place
        if isinstance(item, Record):
            shown.append(item.identifier("pmid"))
        else:
            shown.append(item.code if isinstance(item, Refusal) else str(item.identifier))
    return shown


def tar(members: list[tuple[tarfile.TarInfo | str, bytes]], form: int = tarfile.PAX_FORMAT) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=form) as archive:
        for info, data in members:
            entry = tarfile.TarInfo(info) if isinstance(info, str) else info
            entry.size = len(data) if entry.isreg() else 0
            archive.addfile(entry, io.BytesIO(data))
    return made.getvalue()


def zipped(members: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return made.getvalue()


def special(name: str, sort: bytes) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type = sort
    info.linkname = "/etc/passwd"
    return info


PACKED: list[Callable[[bytes], bytes]] = [
    lambda data: data,
    gzip.compress,
    bz2.compress,
    lzma.compress,
    lambda data: gzip.compress(data[:200]) + gzip.compress(data[200:]) + b"\0" * 30,
    lambda data: tar([("a.xml", data)]),
    lambda data: tar([("d/" * 90 + "a.xml", data)], tarfile.GNU_FORMAT),
    lambda data: tar([("d/" * 90 + "é.xml", data)], tarfile.PAX_FORMAT),
    lambda data: gzip.compress(tar([("a.xml", data)])),
    lambda data: lzma.compress(tar([("a.xml.gz", gzip.compress(data))])),
    lambda data: zipped([("a.xml", data)]),
    lambda data: zipped([("a.xml.gz", gzip.compress(data))], zipfile.ZIP_STORED),
    lambda data: tar([("inner.zip", zipped([("a.xml", data)]))]),
]


@pytest.mark.parametrize("pack", PACKED)
def test_containers_are_told_by_their_content(pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = tmp_path / "no-suffix"
    path.write_bytes(pack(xml(1, 2)))
    assert outline(read_paths([str(path)])) == ["1", "2"]
    assert outline(read_bytes(path.read_bytes(), "x")) == ["1", "2"]


def test_folders_are_read_in_order_and_origins_name_the_member(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.xml").write_bytes(xml(3))
    (tmp_path / "a.zip").write_bytes(zipped([("x.xml", xml(1)), ("y.xml", xml(2))]))
    (tmp_path / "a.zip.md5").write_text("not read")
    (tmp_path / ".hidden").write_text("not read")
    (tmp_path / "fig.JPG").write_bytes(b"\xff\xd8 not read")
    found = list(read_paths([str(tmp_path)]))
    assert [(origin.removeprefix(str(tmp_path)), item.id) for origin, item in found] == [  # type: ignore[union-attr]
        ("/a.zip!x.xml", "pmid:1"),
        ("/a.zip!y.xml", "pmid:2"),
        ("/b/1.xml", "pmid:3"),
    ]
    assert all(origin == item.origin for origin, item in found)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(zipped([("x.xml", xml(1))]))

    monkeypatch.setattr("sys.stdin", Stdin())
    assert [(origin, type(item)) for origin, item in read_paths(["-"])] == [("stdin!x.xml", Record)]


def test_progress_counts_up_to_the_whole(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(xml(*range(1, 1500)))
    seen: list[Progress] = []
    list(read_paths([str(tmp_path)], progress=seen.append))
    assert [p.bytes for p in seen] == sorted(p.bytes for p in seen)
    assert (seen[-1].files, seen[-1].items, seen[-1].bytes) == (2, 2998, seen[-1].bytes_total)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_truncated_file_gives_all_before_the_cut(pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    noise = os.urandom(200_000).hex()
    records = b"".join(xml(number, words=noise[: 2000 * number]) for number in range(1, 60))
    (tmp_path / "a.gz").write_bytes(pack(records)[:-20])
    (tmp_path / "b.xml").write_bytes(xml(99))
    found = outline(read_paths([str(tmp_path)]))
    assert found[:5] == ["1", "2", "3", "4", "5"]
    assert found[-2:] == ["P203", "99"]


DAMAGED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "P201"),
    "empty inside": (gzip.compress(b""), "P201"),
    "a table": (b"a,b\n1,2\n", "P202"),
    "another XML": (b"<eSummaryResult><DocSum/></eSummaryResult>", "P202"),
    "zeros": (b"\0" * 100_000, "P202"),
    "cut before anything is known": (gzip.compress(xml(1))[:15], "P203"),
    "gzip in name only": (b"\x1f\x8b\x08\0" + b"\xff" * 400, "P204"),
    "a wrong checksum": (gzip.compress(xml(1))[:-8] + b"\0" * 8, "P204"),
    "zip in name only": (b"PK\x03\x04" + b"\0" * 100, "P217"),
    "a tar cut short": (tar([("a.xml", xml(1))])[:700], "P217"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_files(name: str) -> None:
    data, code = DAMAGED[name]
    assert outline(read_bytes(data, "x"))[-1] == code


@pytest.mark.parametrize(
    "name", ["../a.xml", "a/../../b.xml", "/etc/a.xml", "C:\\a.xml", "..\\a.xml", "\\\\host\\a.xml"]
)
@pytest.mark.parametrize("make", [tar, zipped])
def test_names_that_lead_out_of_the_archive(name: str, make: Callable[..., bytes]) -> None:
    found = list(read_bytes(make([("good.xml", xml(1)), (name, xml(2)), ("last.xml", xml(3))]), "x"))
    assert outline(found) == ["1", "P207", "3"]
    refusal = found[1][1]
    assert isinstance(refusal, Refusal)
    assert refusal.place.startswith("member ")


@pytest.mark.parametrize("sort", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE])
def test_members_that_are_no_files(sort: bytes) -> None:
    assert outline(read_bytes(tar([(special("a.xml", sort), b""), ("b.xml", xml(1))]), "x")) == ["P224", "1"]


def test_zip_members_that_are_links_or_encrypted() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        link = zipfile.ZipInfo("a.xml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("b.xml", xml(1))
    data = made.getvalue()
    assert outline(read_bytes(data, "x")) == ["P224", "1"]
    locked = bytearray(zipped([("b.xml", xml(1))]))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert outline(read_bytes(bytes(locked), "x")) == ["P226"]


def bomb(size: int) -> bytes:
    return b"<PubmedArticleSet>" + b" " * size


@pytest.mark.parametrize(
    "pack",
    [gzip.compress, bz2.compress, lzma.compress, lambda data: zipped([("a.xml", data)]),
     lambda data: gzip.compress(tar([("zeros", data)])), lambda data: gzip.compress(gzip.compress(data))],
)  # fmt: skip
def test_bombs_by_ratio_and_by_size(pack: Callable[[bytes], bytes]) -> None:
    data = pack(bomb(4_000_000))
    assert "P208" in outline(read_bytes(data, "x", limits=Limits(ratio_from=1_000_000)))
    assert "P209" in outline(read_bytes(data, "x", limits=Limits(unpacked=1_000_000)))


def test_archives_in_archives() -> None:
    data = xml(1)
    for _ in range(4):
        data = gzip.compress(data)
    assert outline(read_bytes(data, "x")) == ["1"]
    assert outline(read_bytes(gzip.compress(data), "x")) == ["P216"]


def test_many_members_and_long_headers() -> None:
    many = tar([(f"{number}.xml", xml(number)) for number in range(1, 5)])
    assert outline(read_bytes(many, "x", limits=Limits(members=3))) == ["1", "2", "3", "P223"]
    header = tarfile.TarInfo("x")
    header.type = tarfile.XHDTYPE
    header.size = 1 << 40
    assert outline(
        read_bytes(header.tobuf(tarfile.USTAR_FORMAT if header.size < 1 << 33 else tarfile.GNU_FORMAT), "x")
    ) == ["P217"]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    listening = socket.socket(socket.AF_UNIX)
    (tmp_path / "good.xml").write_bytes(xml(1))
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "inside.xml").symlink_to(tmp_path / "good.xml")
    (tmp_path / "outside.xml").symlink_to("/etc/hostname")
    (tmp_path / "up").symlink_to(tmp_path.parent)
    listening.close()
    found = list(read_paths([str(tmp_path), str(tmp_path / "absent"), "/dev/null", "a\0b"]))
    by_name = {Path(origin).name: item.code for origin, item in found if isinstance(item, Refusal)}
    assert outline(found)[0] == "1"
    assert by_name.pop("loop", "P215") in ("P213", "P215")
    assert by_name == {
        "pipe": "P212",
        "outside.xml": "P215",
        "up": "P215",
        "absent": "P214",
        "null": "P212",
        "a\0b": "P213",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(xml(1))
    path.chmod(0)
    assert outline(read_paths([str(path)])) == ["P213"]


def test_a_record_or_line_without_end_is_bounded() -> None:
    class Endless(io.RawIOBase):
        """40 MB without a line end, made as it is read."""

        def __init__(self, head: bytes, tail: bytes) -> None:
            self.parts = [head, *[b"x" * 1_000_000] * 40, tail]

        def read(self, size: int = -1) -> bytes:
            return self.parts.pop(0) if self.parts else b""

    cases = [
        (pubmed.FORMAT, b"<PubmedArticleSet><PubmedArticle><a>", b"</a></PubmedArticle>" + xml(5)[39:], "P210"),
        (ris.FORMAT, b"TY  - JOUR\nTI  - ", b"\nER  -\nTY  - JOUR\nTI  - T\nDB  - PubMed\nAN  - 5\nER  - \n", "P222"),
        (nbib.FORMAT, b"PMID- 1\nTI  - ", b"\nPMID- 5\nTI  - T\n", "P222"),
    ]
    for known, head, tail, code in cases:
        found = list(known.read(Endless(head, tail), "x"))  # type: ignore[arg-type]
        assert [i.code if isinstance(i, Refusal) else i.id for i in found] == [code, "pmid:5"]  # type: ignore[union-attr]


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_damage_anywhere_never_escapes(data: st.DataObject) -> None:
    """Whatever bytes are changed, reading ends, and yields records, deletions and refusals alone."""
    seed = data.draw(st.sampled_from([pack(xml(1, 2)) for pack in PACKED]))
    mutable = bytearray(seed)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(mutable) - 1))
        mutable[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(mutable)))
    for _, item in read_bytes(bytes(mutable[:cut]), "x"):
        assert isinstance(item, Record | Deletion | Refusal)


STARTS = [b"", b"<PubmedArticle>", b"TY  - JOUR\n", b"PMID- 1\n", b"\x1f\x8b\x08", b"PK\x03\x04"]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600), st.sampled_from(STARTS))
def test_any_bytes_are_read_or_refused(data: bytes, head: bytes) -> None:
    for _, item in read_bytes(head + data, "x"):
        assert isinstance(item, Record | Deletion | Refusal)
