"""Teams in a plan: what they are called, and that a colour never stands alone."""

from quiz.core.nouns.model import Colour, Plan, Team, teams_named


def test_short_name_is_the_name_where_none_is_given() -> None:
    assert Team("Văn phòng").short_name == "Văn phòng"
    assert Team("Văn phòng", "VP").short_name == "VP"


def test_every_colour_has_a_shape_of_its_own() -> None:
    assert len({colour.shape for colour in Colour}) == len(Colour)


def test_plan_made_of_names_has_teams() -> None:
    names: tuple[Team, ...] = ("Đỏ", "Vàng")  # type: ignore[assignment]
    assert Plan("Hội thi", (), names).teams == teams_named(("Đỏ", "Vàng"))
