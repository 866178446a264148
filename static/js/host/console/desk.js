// What all parts of the console share: the latest view, and the one way to act on it.

import { merged } from "../people/roster.js";

/** @import { Desk, DeskData } from "../../shared/pages.d.ts" */

const LATE_MS = 3_000;
/** The server passes a step over that comes sooner after a change: nobody has seen it by then. */
export const STILL_MS = 600;
/** So long it takes to read why something was refused. */
export const READ_MS = 8_000;

/**
 * The desk knows the latest `view`, `counts`, `roster`, `log`, `place` and `flood`, and who is `away`. `act(name, fields)` sends a
 * host's command based on the view shown; until the view that answers it is here, further acts
 * are dropped, so that pressing twice does nothing twice. `settling`: what is on the screen has
 * only just changed, and a step pressed now was meant for what was there before. Why an act was refused
 * stands until it can have been read and the contest has moved on, from whatever console.
 * @param {DeskData} data
 * @param {{ changed: () => void, refused: (code: string) => void }} hears
 */
export function makeDesk(data, { changed, refused }) {
  /** @type {any} */
  const bare = {
    data,
    view: null,
    counts: null,
    roster: [],
    log: [],
    away: new Set(),
    flood: null,
    place: null,
    busy: false,
    settling: false,
    live: null,
  };
  /** @type {Desk} */
  const desk = bare;
  let awaited = 0;
  let listed = 0;
  let logged = 0;
  let still = 0;
  let reading = 0;
  let stands = false;
  let movedOn = false;

  const settle = () => {
    if (desk.busy && awaited && desk.view.v >= awaited) {
      desk.busy = false;
      awaited = 0;
    }
  };

  /** What was on the screen changed. */
  const stir = () => {
    desk.settling = true;
    clearTimeout(still);
    still = setTimeout(() => {
      desk.settling = false;
      changed();
    }, STILL_MS);
  };

  /** @param {string} code */
  const tell = (code) => {
    clearTimeout(reading);
    [stands, movedOn, reading] = [Boolean(code), false, 0];
    if (code) reading = setTimeout(read, READ_MS);
    refused(code);
  };

  function read() {
    reading = 0;
    if (movedOn) tell("");
  }

  const moveOn = () => {
    movedOn = true;
    if (stands && !reading) tell("");
  };

  desk.receive = (part, value) => {
    if (part === "view" && desk.view && desk.view.acted !== value.acted) {
      stir();
      moveOn();
    }
    desk[part] = value;
    if (part === "view") settle();
    changed();
  };

  /** The list of people, whole or what changed since the one we have. */
  desk.receiveRoster = (people) => {
    if (people.since && people.since !== listed) {
      desk.live.resync();
      return;
    }
    listed = people.v;
    desk.receive("roster", merged(people.since ? desk.roster : [], people));
  };

  /** The lines of the rounds' logs, whole or what changed since those we have. */
  desk.receiveLog = ({ v, since, kept, rows }) => {
    if (since && since !== logged) {
      desk.live.resync();
      return;
    }
    logged = v;
    desk.receive("log", [...desk.log.slice(0, kept), ...rows]);
  };

  /** Who has no phone connected, whole or what changed. */
  desk.receivePresence = ({ whole, away, back }) => {
    const still = whole ? [] : [...desk.away].filter((number) => !back.includes(number));
    desk.receive("away", new Set([...still, ...away]));
  };

  /**
   * @param {string} event
   * @param {object} payload
   * @param {{ bringsView: boolean }} what
   */
  const send = async (event, payload, { bringsView }) => {
    if (desk.busy || !desk.view) return false;
    desk.busy = true;
    changed();
    const answer = await desk.live.send(event, payload);
    if (answer.ok && bringsView) awaited = answer.v;
    else desk.busy = false;
    tell(answer.ok || answer.code === "too_soon" ? "" : answer.code);
    settle();
    changed();
    if (desk.busy) setTimeout(askAgain, LATE_MS, answer.v);
    return answer.ok;
  };

  /**
   * The view that an act brings has not come: ask for it.
   * @param {number} v
   */
  const askAgain = (v) => {
    if (desk.busy && awaited === v) desk.live.resync();
  };

  desk.act = (name, fields) => send("act", { act: name, based_on: desk.view.acted, ...fields }, { bringsView: true });

  /** Take out those from number `first` on who never had a phone connected. */
  desk.removeUnseen = (first) => send("remove_unseen", { based_on: desk.view.acted, first }, { bringsView: true });

  /** Enter a contestant's answer; like all answers it moves the counters only. */
  desk.enterAnswer = (payload) => send("enter_answer", payload, { bringsView: false });

  /** Ask for something that changes nothing; a refusal is told as that of an act is. */
  desk.ask = async (event, payload) => {
    const answer = await desk.live.send(event, payload);
    tell(answer.ok ? "" : answer.code);
    return answer;
  };

  /** The round being played, as planned; the next one before it starts. */
  desk.round = () => data.rounds[Math.max(0, (desk.view?.hall.round?.index ?? 1) - 1)];

  desk.can = (name) => desk.view.can.includes(name);

  return desk;
}
