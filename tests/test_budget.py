from quiz.budget import Budget, Budgets


def test_budget_gives_its_burst_and_then_what_time_adds() -> None:
    budget = Budget(1000, burst=3, per_second=2)
    assert [budget.spend(1000) for _ in range(4)] == [True, True, True, False]
    assert [budget.spend(1500) for _ in range(2)] == [True, False]


def test_budget_never_holds_more_than_its_burst() -> None:
    budget = Budget(0, burst=2, per_second=1000)
    assert [budget.spend(60_000) for _ in range(3)] == [True, True, False]


def test_clock_set_back_gives_and_takes_nothing() -> None:
    budget = Budget(10_000, burst=2, per_second=1)
    assert [budget.spend(now) for now in (10_000, 0, 0)] == [True, True, False]


def test_budgets_are_apart_by_name() -> None:
    budgets = Budgets(burst=1, per_second=0)
    assert [budgets.of(name, 0).spend(0) for name in ("a", "a", "b")] == [True, False, True]


def test_budgets_forget_who_was_longest_away() -> None:
    budgets = Budgets(burst=1, per_second=0, most=2)
    for name in ("a", "b", "a", "c"):
        budgets.of(name, 0).spend(0)
    assert [budgets.of(name, 0).spend(0) for name in ("a", "c", "b")] == [False, False, True]
