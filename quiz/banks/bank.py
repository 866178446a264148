"""The nouns of a question bank, all frozen."""

from dataclasses import dataclass

from quiz.core.nouns.model import Question

TRUE = "Đúng"
FALSE = "Sai"


@dataclass(frozen=True, slots=True)
class Bank:
    """One subject's questions; `as_of` is the date its facts stand for, as people write it."""

    id: str
    title: str
    title_en: str
    description: str
    as_of: str
    language: str
    questions: tuple[Question, ...]

    def topics(self) -> tuple[str, ...]:
        """The topics of its questions, each once, in the order they first appear."""
        return tuple(dict.fromkeys(question.topic for question in self.questions))


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file is not a bank yet: where to look, and what is wrong there.

    `code` is stable; `words.sentence` says it to people. `question` and `field` are empty when
    the problem is the file's; `line` counts from 1 (0: the file as a whole).
    """

    code: str
    file: str
    question: str = ""
    field: str = ""
    detail: str = ""
    line: int = 0
