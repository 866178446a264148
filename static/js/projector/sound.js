/** Sound cues, made here note by note; only the host mutes them. */
import { all } from "../shared/formats.js";

/** @typedef {{ length: number, volume?: number, wave?: OscillatorType }} Tone */

/** @type {AudioContext} */
let context;
/** @type {GainNode} */
let master;
let muted = false;

/** Browsers allow sound after a first click or key; call this from one. */
export async function allowSound() {
  if (!context) {
    context = new AudioContext();
    master = context.createGain();
    master.connect(context.destination);
    setMuted(muted);
  }
  if (context.state === "suspended") await context.resume();
}

export function soundAllowed() {
  return context?.state === "running";
}

/** @param {boolean} value */
export function setMuted(value) {
  muted = value;
  if (master) master.gain.value = muted ? 0 : 0.6;
}

/**
 * Play a cue by name; silent while the browser does not allow sound.
 * @param {string} cue
 */
export function play(cue) {
  const sounds = Object.assign({}, CUES, ...all().map(([, each]) => each.sounds));
  if (soundAllowed() && !muted) sounds[cue]?.(context.currentTime + 0.02);
}

/**
 * A second of the last five; the last one is higher.
 * @param {number} second
 */
export function tick(second) {
  if (soundAllowed() && !muted) {
    note(context.currentTime, second === 1 ? 1318.5 : 880, { length: 0.12, volume: 0.35, wave: "square" });
  }
}

/** Pitches, in Hz. */
export const [C4, E4, G4, C5, D5, E5, G5, C6] = [261.6, 329.6, 392, 523.3, 587.3, 659.3, 784, 1046.5];

/** @type {Record<string, (at: number) => void>} */
const CUES = {
  title: (at) => rise(at, [C4, G4, C5, E5], { step: 0.16, length: 0.9 }),
  shown: (at) => rise(at, [G4, C5, E5], { step: 0.09, length: 0.4 }),
  clock: (at) => rise(at, [C5, G5], { step: 0.12, length: 0.35 }),
  locked: (at) => strike(at, 98, 1.8),
  revealed: (at) => rise(at, [C5, E5, G5, C6], { step: 0.07, length: 0.8 }),
  leaving: (at) => rise(at, [E5, D5, C5, G4, E4], { step: 0.2, length: 0.5, wave: "sine" }),
  stay: (at) => rise(at, [C5, E5], { step: 0.1, length: 0.5 }),
  returned: (at) => rise(at, [C4, E4, G4, C5, E5, G5], { step: 0.1, length: 0.6 }),
  prize: fanfare,
};

/**
 * One tone that swells in 8 ms and dies away over `length` seconds.
 * @param {number} at
 * @param {number} pitch
 * @param {Tone} tone
 */
function note(at, pitch, { length, volume = 0.3, wave = "triangle" }) {
  const tone = context.createOscillator();
  const level = context.createGain();
  tone.type = wave;
  tone.frequency.value = pitch;
  level.gain.setValueAtTime(0.0001, at);
  level.gain.exponentialRampToValueAtTime(volume, at + 0.008);
  level.gain.exponentialRampToValueAtTime(0.0001, at + length);
  tone.connect(level).connect(master);
  tone.start(at);
  tone.stop(at + length);
}

/**
 * Notes that begin one after the other, `step` seconds apart.
 * @param {number} at
 * @param {number[]} pitches
 * @param {Tone & { step: number }} tone
 */
export function rise(at, pitches, { step, ...shape }) {
  for (const [place, pitch] of pitches.entries()) note(at + place * step, pitch, shape);
}

// The partials of a bell: hum, prime, minor third, fifth, nominal and above.
const PARTIALS = [
  [0.5, 0.22, 1],
  [1, 0.3, 0.8],
  [1.2, 0.18, 0.55],
  [1.5, 0.1, 0.45],
  [2, 0.2, 0.4],
  [2.66, 0.08, 0.25],
  [4.1, 0.05, 0.15],
];

/**
 * A stroke of a bell that dies away over `length` seconds.
 * @param {number} at
 * @param {number} pitch
 * @param {number} length
 */
export function strike(at, pitch, length) {
  for (const [ratio, volume, life] of PARTIALS) {
    note(at, pitch * ratio, { length: length * life, volume, wave: "sine" });
  }
}

/** @param {number} at */
function fanfare(at) {
  /** @type {Omit<Tone, "length">} */
  const brass = { volume: 0.14, wave: "sawtooth" };
  rise(at, [G4, G4, G4], { step: 0.14, length: 0.13, ...brass });
  for (const pitch of [C4, E4, G4, C5]) note(at + 0.44, pitch, { length: 1.3, ...brass });
}
