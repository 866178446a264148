import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { whyNothing } from "../../../static/js/projector/standings.js";
import { WORDS } from "../page.js";

const PROMISED = [{ shown: false, is_next: false }];
const NEXT = [{ shown: false, is_next: true }];
const GIVEN = [{ shown: true, is_next: false }];
const RED = [{ team: "Đỏ" }];

for (const [what, name, view, told] of [
  ["persons before any result", "standings", { prizes: PROMISED }, "standings_empty"],
  ["persons with nothing after the ceremony", "standings", { prizes: GIVEN }, "standings_empty"],
  ["persons before the ceremony", "standings", { prizes: NEXT }, "standings_held"],
  ["declared teams before any result", "team_standings", { teams: RED }, "standings_empty"],
  ["teams that people wrote, before any result", "team_standings", { squares: RED }, "standings_empty"],
  ["teams before the ceremony", "team_standings", { squares: RED, prizes: NEXT }, "standings_held"],
  ["teams where nobody is in one", "team_standings", { squares: [{ team: "" }] }, "team_standings_empty"],
]) {
  test(`without rows the standings of ${what} say ${told}`, () => {
    const whole = { prizes: [], teams: [], squares: [], ...view };
    assert.equal(whyNothing(name, whole), WORDS[told]);
  });
}
