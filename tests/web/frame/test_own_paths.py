import pytest

from quiz.web.frame.own_paths import own_path


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/", "/"),
        ("/play/1", "/play/1"),
        ("/j/1?x=2", "/j/1?x=2"),
        ("/tổ 1", "/tổ 1"),
        ("", "/else"),
        ("play", "/else"),
        ("//evil.example/x", "/else"),
        ("/\\evil.example", "/else"),
        ("//[::1", "/else"),
        ("https://evil.example/", "/else"),
        ("javascript:alert(1)", "/else"),
        ("/host/\n", "/else"),
        ("/host/\r\nSet-Cookie: a=b", "/else"),
        ("/\t/evil.example", "/else"),
        ("\x00/", "/else"),
    ],
)
def test_own_path_never_leaves_the_site(target: str, path: str) -> None:
    assert own_path(target, "/else") == path


def test_own_path_is_of_the_pages_that_may_follow() -> None:
    below = ("/host/", "/projector/")
    assert own_path("/projector/x", "/host/", below) == "/projector/x"
    assert own_path("/play/x", "/host/", below) == "/host/"
