import pytest

from quiz.live.protocol.protocol_types import document

SAID = document()


@pytest.mark.parametrize(
    "declared",
    [
        'export type Stage = "lobby" | "playing" | "between" | "finished";',
        "export interface MyAnswer {\n  answer: number[] | string;\n  at: number;\n}",
        "export interface EmptyMessage {}",
        "  round: RoundView | null;",
        "  key: (number[] | string)[];",
        "  teams: [string, number][];",
        "  parts: Record<string, unknown>;",
    ],
)
def test_shape_is_a_type(declared: str) -> None:
    assert f"{declared}\n" in SAID


@pytest.mark.parametrize(
    "act",
    [
        "close_now: {};",
        "mute: { muted: boolean };",
        "add_time: { ms?: number };",
        "correct_score: { number: number; points: number; reason: string };",
    ],
)
def test_act_has_its_fields_and_those_with_a_default_may_be_left_out(act: str) -> None:
    assert f"  {act}\n" in SAID


@pytest.mark.parametrize(
    "talk",
    [
        "come_back: { back_within_ms: number }; taken_over: {} };",
        '"/host": { view: HostView | PrompterView; counts: Counts; roster: RosterView; ',
        "buzz: { sent: BuzzMessage; replied: { v: number; at: number } }; ",
        '"/projector": { clock: { sent: EmptyMessage; replied: { now: number } }; ',
    ],
)
def test_pushes_and_messages_are_told_by_namespace_and_event(talk: str) -> None:
    assert talk in SAID
