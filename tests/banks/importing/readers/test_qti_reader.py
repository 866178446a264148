from pathlib import Path

import pytest

from quiz.banks.importing.draft import Doubt, DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.readers.qti_reader import read_qti
from quiz.core.nouns.model import Kind
from tests.banks.importing.books import archive

CORPUS = Path(__file__).parents[1] / "corpus"
READ = {
    "item.qti.xml": (
        DraftQuestion(
            "item.qti.xml",
            "Đọc đoạn sau. Đại hội tổ chức mấy năm 1 lần?",
            options=("3 năm", "5 năm"),
            key=((1,),),
            id="choice",
        ),
    ),
    "no_key.qti.xml": (
        DraftQuestion(
            "no_key.qti.xml",
            "Câu nào?",
            options=("Một", "Hai"),
            id="q1",
            doubts=(Doubt("picture", "picture"), Doubt("no_key", "key")),
        ),
    ),
    "several.qti.xml": (
        DraftQuestion(
            "several.qti.xml",
            "Những hình thức nào?",
            kind=Kind.SEVERAL,
            options=("Khiển trách", "Cách chức", "Cảnh cáo"),
            key=((0, 2),),
            explanation="Điều 33",
            fixed_order=True,
        ),
    ),
    "text_entry.qti.xml": (
        DraftQuestion(
            "text_entry.qti.xml",
            "Thủ đô là .",
            id="q2",
            doubts=(Doubt("unsupported", "kind", "textEntryInteraction"),),
        ),
    ),
}


@pytest.mark.parametrize("name", READ)
def test_drafts_of_a_file(name: str) -> None:
    assert read_qti((CORPUS / name).read_bytes(), name) == Imported(READ[name])


def test_corpus_is_read_whole() -> None:
    assert {file.name for file in CORPUS.glob("*.qti.xml")} == {*READ}


MANIFEST = """<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>
<resource identifier="a" type="imsqti_item_xmlv2p1" href="c%C3%A2u/b.xml"/>
<resource identifier="b" type="webcontent" href="a.png"/>
<resource identifier="c" type="imsqti_item_xmlv2p1" href="a.xml"/>
</resources></manifest>"""


def test_package_in_a_folder_and_in_the_order_of_its_manifest() -> None:
    files = {
        "bộ/imsmanifest.xml": MANIFEST.encode(),
        "bộ/a.xml": (CORPUS / "item.qti.xml").read_bytes(),
        "bộ/câu/b.xml": (CORPUS / "no_key.qti.xml").read_bytes(),
    }
    assert [draft.id for draft in read_qti(archive(files), "b.zip").drafts] == ["q1", "choice"]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"a.xml": b"<a/>"}, "not_this_kind"),
        ({"imsmanifest.xml": b"<manifest/>"}, "empty"),
        ({"imsmanifest.xml": MANIFEST.encode()}, "broken"),
        ({"imsmanifest.xml": b"<manifest>"}, "broken"),
    ],
)
def test_refusal_of_a_package(files: dict[str, bytes], code: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_qti(archive(files), "b.zip")
    assert refusal.value.code == code


def test_refusal_of_other_xml() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_qti(b"<quiz/>", "a.xml")
    assert refusal.value.code == "not_this_kind"
