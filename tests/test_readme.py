import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from quiz.cli import COMMANDS
from quiz.config import Config

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.vi.md")
PAGES = (*READMES, "CONTRIBUTING.md", "docs/architecture.md", "docs/operation.md")
OF_WINDOWS = {"Add python.exe to PATH", "Cho phép"}


@pytest.mark.parametrize("readme", READMES)
def test_readme_names_every_setting(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")

    assert re.findall(r"^\| `(QUIZ_\w+)`", text, re.MULTILINE) == re.findall(
        r"QUIZ_\w+", Config.__doc__ or ""
    )


def test_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    named = re.findall(r"^\| `python3 run\.py \[?(\w+)", text, re.MULTILINE)
    assert sorted(named) == sorted(COMMANDS)


@pytest.mark.parametrize("readme", READMES)
def test_readme_names_the_buttons_of_the_program(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    with (ROOT / "translations/en/LC_MESSAGES/messages.po").open("rb") as file:
        texts = [str(message.id) for message in read_po(file, locale="en")]
    named = set(re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", text)) - OF_WINDOWS

    assert [each for each in named if not any(said.startswith(each) for said in texts)] == []
    assert {"Giao vai", "Xóa những người vừa vào", "Tạo cuộc thi đầu tiên"} - named == set()


@pytest.mark.parametrize("page", PAGES)
def test_links_of_a_page_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text)

    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []
    assert links


def test_files_named_by_the_recipes_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    recipes = text.partition("## Recipes\n")[2].partition("\n## ")[0]
    named = set(re.findall(r"`((?:docs|quiz|static|tests|translations)/[^`<>]*)`", recipes))

    assert {name for name in named if not (ROOT / name).exists()} == set()
    assert "quiz/core/nouns/commands.py" in named


def test_modules_named_by_the_architecture_exist() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:core|formats|live|service|web)/[\w/]+\.py)`", text))

    assert {name for name in named if not (ROOT / "quiz" / name).exists()} == set()
    assert "core/nouns/shapes.py" in named
