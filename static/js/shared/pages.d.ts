// Shapes that scripts hand to each other; those of messages are in protocol.d.ts.

import type { connect } from "./live.js";
import type {
  Acts,
  ClockView,
  Counts,
  EnterAnswerMessage,
  FloodView,
  HostView,
  KeyView,
  LogRow,
  LogView,
  MyAnswer,
  PhoneView,
  Pool,
  PresenceView,
  ProjectorView,
  PrompterView,
  QuestionView,
  Reveal,
  RosterView,
  RoundView,
  RowView,
  SeatView,
} from "./protocol.d.ts";

/** The socket, as live.js opens it. */
export type Line = ReturnType<typeof connect>;

/** What `el` takes as a child. */
export type Child = Node | string | number | boolean | null | undefined | readonly Child[];

type Tag<What extends string> = What extends `${infer Name}.${string}` ? Name : What;

/** The element that `el("input.small")` makes. */
export type ElementOf<What extends string> =
  Tag<What> extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag<What>] : HTMLElement;

/** A view of any page. */
export type View = Pick<PhoneView & ProjectorView, "life" | "round" | "parts" | "clock">;

/** What a page shows one of at a time; see scenes.js. */
export interface Scene {
  node: Node;
  update(now: any, tools?: any): void;
  /** Called when another one comes. */
  leave?(): void;
  /** At the projector: new counts, or the place. */
  learn?(now: any): void;
}

export type Scenes = Record<string, (now: any, tools?: any) => Scene>;

/** The server's answer to a message: the version that it made and the server's time (ms), or why it is refused. */
export type Answer =
  | { ok: true; v: number; at: number; code?: undefined }
  | { ok: false; code: string; v?: undefined; at?: undefined };

/** Where people come in: PIN, address, its QR code as an address of a picture, the Wi-Fi if it is told. */
export interface Place {
  pin: string;
  join_url: string;
  qr: string;
  wifi: string;
  wifi_password: string;
}

/** An answer as it is given: positions of options, or text. */
export type Given = MyAnswer["answer"];

/** What became of this phone's answer to the question `asked`. */
export interface Mine {
  asked: number;
  recorded: MyAnswer | null;
  sending: Given | null;
  problem: string;
  closed: boolean;
}

/** What the phone knows. */
export interface PhoneState {
  status: string;
  refused: string;
  taken: boolean;
  view: PhoneView | null;
  seat: SeatView | null;
  lastMain: number;
  mine: Mine;
  /** What the formats remember, by their names. */
  parts: Record<string, any>;
}

/** Once the server has told view and seat. */
export type Seated = PhoneState & { view: PhoneView; seat: SeatView };

/** While a question is seen. */
export type Asked = Seated & { view: { question: QuestionView; clock: ClockView } };

/** While its key is in the open. */
export type Revealed = Asked & { view: { reveal: Reveal } };

/** What the phone hands to its screens. */
export interface PhoneTools {
  live: Pick<Line, "now" | "whenServer">;
  send(answer: Given): void;
  emit(event: string, payload: object, slot: string): Promise<Answer>;
  put(event: string, payload?: any): void;
  current(): PhoneState;
  /** Whether the screen is kept awake. */
  awake(): boolean;
  /** Where to come in again. */
  door: string;
}

/** Whether a question may be answered now, and whether that is over. */
export interface Moment {
  open: boolean;
  over: boolean;
}

/** How a question is answered: `records` what is given at once, and tells when that `changed`. */
export interface Answering {
  records: boolean;
  changed: () => void;
}

/** How an answer is given to a question. */
export interface Input {
  node: HTMLElement;
  show(given: any, moment: Moment): void;
  /** Whether something stands there that was not sent. */
  isUnsent?(): boolean;
}

/** What the hall sees of a question. */
export type AskedView = ProjectorView & { question: QuestionView };

/** What a scene of the hall is made for. */
export interface Hall {
  view: ProjectorView;
  counts: Counts | null;
  place: Place | null;
  /** The server's time (ms). */
  now(): number;
}

/** What a step of the primary button is, as far as a format changes it. */
export interface Step {
  key?: string;
  values?: Record<string, unknown>;
  deliberate?: boolean;
  ready?: boolean;
  elsewhere?: string | false;
}

/** What a format adds to a page; docs/formats.md tells of each. */
export interface Additions {
  scenes?: Scenes;
  sceneOf?(...told: any[]): string | undefined;
  after?(state: any, event: string, payload: any): unknown;
  awaitsSeat?(told: any): boolean | undefined;
  forgets?(told: any): boolean;
  outcome?(view: any, verdict?: string): any;
  questionNote?(): { node: Node; show(view: any, seat: any): void };
  news?(view: any): string | false | null | undefined;
  hope?(): string;
  question?(from: any): any;
  running?: string[];
  timeLabels?: Record<string, string>;
  cue?(before: ProjectorView, after: ProjectorView): string | null | undefined;
  sounds?: Record<string, (at: number) => void>;
  makeParts?: ((desk: any) => { refresh(): void })[];
  step?(desk: any): Step | undefined;
  questionActs?(desk: any): Child;
  answered?(view: any, eligible: number, done: number): string | undefined;
  acts?(desk: any): [can: string, act: string, words: string][];
  result?(hall: ProjectorView): string | false | undefined;
  offer?(desk: any): Child;
  contestantForm?(desk: any, row: any): Child;
  mayEnter?(hall: ProjectorView, number: number): boolean | undefined;
  regradeHint?(settings: any): string | false | undefined;
  help?: string[];
  script?(desk: any): Child[] | undefined;
  heard?(hall: any): boolean;
  how?(settings: any): string;
}

/** A question as the plan has it, in the host's outline. */
export interface PlannedQuestion {
  kind: QuestionView["kind"];
  text: string;
  options: string[];
}

/** What the server puts on the console's page. */
export interface DeskData {
  contest: string;
  projector: string;
  /** Where roles are lent; empty for who may not. */
  roles: string;
  way_in: string;
  /** Pages that tell the results, by what they show. */
  afterwards: [name: string, address: string][];
  teams: string[];
  capacity: number;
  rounds: {
    name: string;
    format: string;
    settings: Record<string, any>;
    questions: Record<Pool, PlannedQuestion[]>;
  }[];
}

/** What the prompter shares with the console. */
export type PrompterDesk = Desk<PrompterView>;

/** The console while a question is drawn or asked. */
export type AskingDesk = Desk & {
  view: { draft: QuestionView; key: KeyView; hall: { round: RoundView } };
};

/** What all parts of the console share; see host/console/desk.js. */
export interface Desk<Seen = HostView> {
  data: DeskData;
  /** Nothing before the first one comes. */
  view: Seen;
  counts: Counts | null;
  roster: RowView[];
  log: LogRow[];
  /** Who has no phone connected. */
  away: Set<number>;
  flood: FloodView | null;
  place: Place | null;
  busy: boolean;
  settling: boolean;
  live: Line;
  receive(part: "view" | "counts" | "roster" | "log" | "away" | "flood" | "place", value: any): void;
  receiveRoster(people: RosterView): void;
  receiveLog(told: LogView): void;
  receivePresence(changed: PresenceView): void;
  act<Name extends keyof Acts>(name: Name, fields?: Acts[Name]): Promise<boolean>;
  enterAnswer(payload: Omit<EnterAnswerMessage, "id">): Promise<boolean>;
  removeUnseen(first: number): Promise<boolean>;
  ask(event: "preview" | "look_up" | "reopen_seat" | "close_seat", payload: object): Promise<any>;
  round(): DeskData["rounds"][number];
  can(name: string): boolean;
}
