// The time of a question with a buzzer: to buzz, standing, to answer.

import { countdown, heldTime, secondsLeft } from "../../shared/clock.js";
import { momentOf } from "../../shared/formats.js";

/** @import { BuzzerState } from "./types.d.ts" */
/** @import { PhoneTools } from "../../shared/pages.d.ts" */
/** @import { QuestionView } from "../../shared/protocol.d.ts" */

/**
 * `follow(view)` calls `show(seconds, part, buzzing)` as time goes by, and `changed()` when the
 * bell opens and when a time is over; `stop()` ends it.
 * @param {QuestionView} question
 * @param {PhoneTools["live"]} live
 * @param {{ show: (seconds: number, part: number, buzzing: boolean) => void, changed: () => void }} hears
 */
export function followTime(question, live, { show, changed }) {
  const whole = question.seconds * 1000;
  /** @type {(() => void)[]} */
  let stops = [];

  /**
   * @param {BuzzerState["view"]} view
   * @param {number} total
   */
  const run = ({ life, clock: { deadline } }, total) => {
    let over = false;
    const stop = countdown(live.now, { deadline, total }, ({ ms, seconds, part }) => {
      show(Math.min(seconds, secondsLeft(total)), part, life === "clock");
      if (ms > 0 || over) return;
      over = true;
      changed();
    });
    stops.push(stop);
  };

  /** @param {number} ms */
  const stand = (ms) => show(secondsLeft(ms), whole ? Math.min(1, ms / whole) : 1, false);

  /**
   * @param {number} ms
   * @param {() => void} act
   */
  const at = (ms, act) => stops.push(live.whenServer(ms, act));

  const stop = () => {
    for (const end of stops) end();
    stops = [];
  };

  /** @param {BuzzerState["view"]} view */
  function follow(view) {
    const {
      clock,
      parts: { buzzer },
    } = view;
    const moment = momentOf(view);
    stop();
    if (moment === "answering") run(view, heldTime(clock));
    else if (moment === "clock") at(clock.opens_at, () => run(view, whole));
    else stand(moment === "shown" ? whole : clock.left_ms);
    if (moment === "buzzed") at(clock.deadline + 1, changed);
    if (buzzer.opens_at > live.now()) at(buzzer.opens_at, changed);
  }
  return { follow, stop };
}
