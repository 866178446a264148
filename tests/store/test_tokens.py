from quiz.store.tokens import digest, new_token


def test_tokens_are_never_the_same_and_fit_into_an_address() -> None:
    made = {new_token() for _ in range(100)}
    assert len(made) == 100
    assert {len(token) for token in made} == {32}
    assert all(token.replace("-", "").replace("_", "").isalnum() for token in made)


def test_digest_is_the_same_for_ever() -> None:
    """Sessions and links of an older version stay good."""
    assert digest("chuông") == "8212827e0e13f62c23af7a6ceaa2ebe96cd88211f77ef4269e0e6c75edcce359"
