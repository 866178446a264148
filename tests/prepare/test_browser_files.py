import re
from pathlib import Path

import pytest

from quiz.prepare import browser_files

SHEET = (
    "@font-face {{ font-weight: {weight}; "
    "src: url(./files/a-{weight}.woff2) format('woff2'), url(./files/a-{weight}.woff) "
    "format('woff'); }}"
)


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    """A node_modules folder with the files that are wanted, and one that is not."""
    folder = tmp_path / "node_modules"
    for source in browser_files.wanted_files():
        (folder / source).parent.mkdir(parents=True, exist_ok=True)
        (folder / source).write_text(f"{source.name}\n//# sourceMappingURL={source.name}.map")
    for weight in browser_files.WEIGHTS:
        (folder / browser_files.FONT / f"{weight}.css").write_text(SHEET.format(weight=weight))
    (folder / browser_files.FONT / "100.css").write_text(SHEET.format(weight=100))
    return folder


def test_wanted_files_are_the_client_its_font_and_their_licences() -> None:
    targets = {target.as_posix() for target in browser_files.wanted_files().values()}
    fonts = {
        f"be-vietnam-pro/files/be-vietnam-pro-{subset}-{weight}-normal.woff2"
        for subset in ("vietnamese", "latin", "latin-ext")
        for weight in (400, 500, 600, 700, 800)
    }

    assert targets == fonts | {
        "socket.io.esm.min.js",
        "socket.io.LICENSE",
        "be-vietnam-pro/LICENSE",
    }


def test_font_sheet_names_only_the_files_that_are_copied() -> None:
    assert browser_files.font_sheet([SHEET.format(weight=400)]) == (
        "@font-face { font-weight: 400; src: url(./files/a-400.woff2) format('woff2'); }"
    )


def test_font_sheet_names_letters_of_two_subsets_in_the_vietnamese_one_last() -> None:
    faces = [f"@font-face {{ src: url(a-{name}-400.woff2) }}" for name in browser_files.SUBSETS]
    names = re.findall(r"a-(.*?)-400", browser_files.font_sheet(faces))
    assert names == ["latin-ext", "vietnamese", "latin"]


def test_copy_replaces_the_vendor_folder(modules: Path, tmp_path: Path) -> None:
    vendor = tmp_path / "vendor"
    vendor.mkdir()
    (vendor / "old.js").write_text("old")

    browser_files.copy_wanted(modules, vendor)

    copied = {path.relative_to(vendor) for path in vendor.rglob("*") if path.is_file()}
    sheet = Path("be-vietnam-pro/be-vietnam-pro.css")
    types = Path("socket.io.esm.min.d.ts")
    assert copied == {*browser_files.wanted_files().values(), sheet, types}
    assert (vendor / sheet).read_text().count("@font-face") == len(browser_files.WEIGHTS)


def test_copied_client_asks_for_no_source_map(modules: Path, tmp_path: Path) -> None:
    browser_files.copy_wanted(modules, tmp_path / "vendor")

    client = tmp_path / "vendor" / "socket.io.esm.min.js"
    assert client.read_text() == "socket.io.esm.min.js\n"
