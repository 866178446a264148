// What is told of a Golden Bell: the parts of the views.

import type { Desk, Given, Seated } from "../../shared/pages.d.ts";
import type {
  BellSeatView,
  GoldenBellView,
  PhoneView,
  ProjectorView,
  RescueView,
  SeatView,
} from "../../shared/protocol.d.ts";

type Hall = { parts: { golden_bell: GoldenBellView } };

/** A view in a Golden Bell round, on phones and in the hall. */
export type BellPhoneView = PhoneView & Hall;
export type BellHall = ProjectorView & Hall;

/** A seat in a Golden Bell round. */
export type BellSeat = SeatView & { parts: { golden_bell?: BellSeatView } };

/** What this phone chose to help at the question `asked`, and when the server had it (ms). */
export interface Helping {
  asked: number;
  given: Given | null;
  at: number;
  sending: boolean;
  problem: string;
}

/** The phone in a Golden Bell round. */
export type BellState = Seated & { view: Hall; parts: { golden_bell?: Helping } };

/** The console in a Golden Bell round. */
export type BellDesk = Desk & {
  view: { hall: Hall; parts: { golden_bell: RescueView } };
};
