import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { countdown, heldTime, makeClock, measure, secondsLeft, whenServer } from "../../../static/js/shared/clock.js";

/** A clock whose device's time is in the test's hand. */
function inHand(at = 0) {
  const device = { at };
  return { device, clock: makeClock(() => device.at) };
}

test("clock is the device's until the server's is known", () => {
  const { clock } = inHand(500);
  assert.equal(clock.now(), 500);
});

test("clock takes a hint only before a sample", () => {
  const { clock } = inHand(500);
  clock.hint(1_500);
  assert.equal(clock.now(), 1_500);
  clock.sample(0, 100, 2_050);
  clock.hint(9_000);
  assert.equal(clock.now(), 2_500);
});

test("clock keeps the sample of the shortest trip", () => {
  const { clock } = inHand(0);
  clock.sample(0, 100, 1_050);
  clock.sample(0, 40, 2_020);
  clock.sample(0, 300, 5_000);
  clock.sample(100, 90, 7_000);
  assert.equal(clock.now(), 2_000);
});

test("clock forgets how good its samples were", () => {
  const { clock } = inHand(0);
  clock.sample(0, 10, 1_005);
  clock.renew();
  clock.sample(0, 200, 3_100);
  assert.equal(clock.now(), 3_000);
});

test("clock is off where a message's time is more than a second from its own", () => {
  const { device, clock } = inHand(0);
  assert.equal(clock.isOff(90_000), false);
  clock.sample(0, 40, 50_020);
  assert.deepEqual([clock.isOff(51_000), clock.isOff(49_000)], [false, false]);
  assert.deepEqual([clock.isOff(51_001), clock.isOff(48_999)], [true, true]);
  device.at = 3_000;
  assert.equal(clock.isOff(53_000), false);
  clock.renew();
  assert.equal(clock.isOff(90_000), false);
});

test("clock goes by the time that passed, whatever the device's clock is set to", (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: 0 });
  const clock = makeClock();
  const before = clock.now();
  t.mock.timers.setTime(3_600_000);
  assert.ok(clock.now() - before < 60_000);
});

test("measuring asks five times, one after the other", async () => {
  const { device, clock } = inHand(0);
  const trips = [80, 60, 20, 90, 70];
  const asked = [];
  await measure(clock, async () => {
    const trip = trips[asked.length];
    asked.push(trip);
    const now = 10_000 + device.at + trip / 2;
    device.at += trip;
    return { now };
  });
  assert.deepEqual([asked, clock.now() - device.at], [trips, 10_000]);
});

test("measuring ends where an answer is missing", async () => {
  const { clock } = inHand(0);
  let asked = 0;
  await measure(clock, async () => {
    asked += 1;
    throw new Error("no answer");
  });
  assert.deepEqual([asked, clock.now()], [1, 0]);
});

for (const [ms, seconds] of [
  [0, 0],
  [-5, 0],
  [1, 1],
  [1_000, 1],
  [1_001, 2],
  [14_900, 15],
]) {
  test(`seconds left of ${ms} ms are ${seconds}`, () => assert.equal(secondsLeft(ms), seconds));
}

test("held time leaves the way to the phones out", () => {
  assert.equal(heldTime({ opens_at: 1_000, deadline: 6_350 }), 5_000);
  assert.equal(heldTime({ opens_at: 1_000, deadline: 1_350 }), 350);
});

/** Timers and the device's time, both moved by `pass(ms)`. */
function timers(run) {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { device, clock } = inHand(0);
  const pass = (ms) => {
    for (let left = ms; left > 0; left -= 50) {
      device.at += 50;
      mock.timers.tick(50);
    }
  };
  try {
    run(clock, pass);
  } finally {
    mock.timers.reset();
  }
}

test("at the server's time something runs once, and at once when it is past", () => {
  timers((clock, pass) => {
    const ran = [];
    whenServer(clock, 5_000, () => ran.push("later"));
    whenServer(clock, -1, () => ran.push("past"));
    pass(4_950);
    assert.deepEqual(ran, ["past"]);
    pass(5_000);
    assert.deepEqual(ran, ["past", "later"]);
  });
});

test("at the server's time follows an offset that became better known", () => {
  timers((clock, pass) => {
    const ran = [];
    whenServer(clock, 10_000, () => ran.push(clock.now()));
    clock.sample(0, 0, 7_000);
    pass(2_950);
    assert.deepEqual(ran, []);
    pass(1_050);
    assert.equal(ran.length, 1);
  });
});

test("at the server's time nothing runs that was called off", () => {
  timers((clock, pass) => {
    const ran = [];
    whenServer(clock, 1_000, () => ran.push("never"))();
    pass(2_000);
    assert.deepEqual(ran, []);
  });
});

test("countdown shows every second once it has come, and ends at nothing", () => {
  timers((clock, pass) => {
    const shown = [];
    countdown(clock.now, { deadline: 2_000, total: 4_000 }, ({ seconds, part }) => shown.push([seconds, part]));
    pass(3_000);
    const seconds = [...new Set(shown.map(([each]) => each))];
    assert.deepEqual(
      [seconds, shown[0], shown.at(-1)],
      [
        [2, 1, 0],
        [2, 0.5],
        [0, 0],
      ],
    );
  });
});

test("countdown that was stopped shows no more", () => {
  timers((clock, pass) => {
    const shown = [];
    const stop = countdown(clock.now, { deadline: 2_000, total: 2_000 }, ({ ms }) => shown.push(ms));
    stop();
    pass(2_000);
    assert.deepEqual(shown, [2_000]);
  });
});

test("clock knows the shortest trip, also while it is measured anew", () => {
  const { clock } = inHand(0);
  assert.equal(clock.trip(), 0);
  clock.sample(0, 80, 40);
  clock.sample(0, 60, 30);
  clock.renew();
  assert.equal(clock.trip(), 60);
  clock.sample(0, 200, 100);
  assert.equal(clock.trip(), 200);
});
