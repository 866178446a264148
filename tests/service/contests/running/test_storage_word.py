from quiz.service.contests.running.storage_word import StorageWord


def test_remark_waits_until_the_trouble_is_over() -> None:
    told: list[str] = []
    word = StorageWord(told.append)
    word.be_in("disk_full")
    word.remark("put_back")
    assert (word.trouble, word.said) == ("disk_full", "disk_full")
    word.be_in("")
    word.remark("")
    assert told == ["disk_full", "put_back", ""]


def test_word_that_holds_already_is_not_told_again() -> None:
    told: list[str] = []
    word = StorageWord(told.append)
    for _ in range(2):
        word.remark("put_back")
    for _ in range(2):
        word.be_in("gone")
    word.remark("")
    assert told == ["put_back", "gone"]
