"""Pictures that come with questions: checked, made small, and kept under their own names."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from quiz.banks.pictures.pictures import prepared
from quiz.core.nouns.model import Question
from quiz.service.library.ports import PictureStore


def keep_pictures(
    questions: Iterable[Question], given: Mapping[str, bytes], kept: PictureStore
) -> tuple[Question, ...]:
    """The questions naming the pictures as they are kept; those not given stay as they are.

    Raises:
        Unusable: one cannot be used; none is kept.
        StorageFailed: the database said no.
    """
    questions = tuple(questions)
    used = dict.fromkeys(each.picture for each in questions if each.picture in given)
    made = {name: prepared(given[name]) for name in used}
    kept.put_all({picture.name: picture.data for picture in made.values()})
    return tuple(
        replace(each, picture=made[each.picture].name) if each.picture in made else each
        for each in questions
    )
