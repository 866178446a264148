// What is told of a Golden Bell: the parts of the views.

import type { Desk, Seated } from "../../shared/pages.d.ts";
import type { GoldenBellView, PhoneView, ProjectorView, RescueView } from "../../shared/protocol.d.ts";

type Hall = { parts: { golden_bell: GoldenBellView } };

/** A view in a Golden Bell round, on phones and in the hall. */
export type BellPhoneView = PhoneView & Hall;
export type BellHall = ProjectorView & Hall;

/** The phone in a Golden Bell round. */
export type BellState = Seated & { view: Hall };

/** The console in a Golden Bell round. */
export type BellDesk = Desk & {
  view: { hall: Hall; parts: { golden_bell: RescueView } };
};
