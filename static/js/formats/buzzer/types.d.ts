// What is told of a buzzer: the parts of the views, and what a phone remembers.

import type { Asked, AskedView, AskingDesk } from "../../shared/pages.d.ts";
import type {
  BuzzerHostView,
  BuzzerSeatView,
  BuzzerView,
  PhoneView,
  ProjectorView,
  SeatView,
} from "../../shared/protocol.d.ts";

type Hall = { parts: { buzzer: BuzzerView } };

/** A buzz as the phone knows it: for which run of the clock, how far, the version that had it. */
export interface Buzz {
  run: string;
  state: "" | "sending" | "recorded" | "refused";
  v: number;
  problem: string;
}

/** A view in a round with a buzzer, on phones and in the hall. */
export type BuzzerPhoneView = PhoneView & Hall;
export type BuzzerHall = ProjectorView & Hall;
export type BuzzerAsked = AskedView & Hall;

/** The seat comes after the view, and its part may be missing for a moment. */
export type BuzzerSeat = SeatView & { parts: { buzzer?: BuzzerSeatView } };

/** The phone at a question with a buzzer. */
export type BuzzerState = Asked & { view: Hall; seat: BuzzerSeat; parts: { buzzer: Buzz } };

/** The console at a question with a buzzer. */
export type BuzzerDesk = AskingDesk & { view: { hall: Hall; parts: { buzzer: BuzzerHostView } } };
