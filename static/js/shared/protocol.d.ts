// Written by `python3 run.py protocol` from the shapes declared in the code; no edits.
// docs/protocol.md tells what they mean and when they are sent.

export type Kind = "one" | "several" | "true_false" | "text" | "number" | "order";

export type Life = "drawn" | "shown" | "clock" | "paused" | "held" | "locked" | "revealed";

export type Pool = "main" | "reserve" | "audience";

export type Scene = "auto" | "join" | "floor" | "standings" | "teams" | "prizes" | "blank";

export type Stage = "lobby" | "playing" | "between" | "finished";

export type Step = "start_round" | "draw" | "draw_reserve" | "show" | "start_clock" | "resume" | "close" | "reveal" | "settle" | "finish_round" | "finish" | "show_prize" | "none";

export type SeatNote = "on_floor" | "left" | "returned" | "spectator" | "winner";

export type Verdict = "right" | "wrong" | "none" | "void";

/** `answer` from a phone; `id` stays the same when it is sent again. */
export interface AnswerMessage {
  id: string;
  pool: Pool;
  ordinal: number;
  answer: number[] | string;
  asked: number;
}

/** `give_help` from a phone; `id` stays the same when it is sent again. */
export interface GiveHelpMessage {
  id: string;
  pool: Pool;
  ordinal: number;
  answer: number[] | string;
  asked: number;
}

/** `buzz` from a phone; `id` stays the same when it is sent again. */
export interface BuzzMessage {
  id: string;
  pool: Pool;
  ordinal: number;
  opens_at: number;
  asked: number;
}

/** A message that says it all by its name. */
export interface EmptyMessage {}

/** `act` from a console: which `act`, the `based_on` it names, and the act's own fields. */
export interface ActMessage {
  id: string;
  act: string;
}

/** `reopen_seat`, `seat_code` and `close_seat`: the code that opens this contestant's seat. */
export interface SeatMessage {
  id: string;
  number: number;
}

/** `enter_answer`: a marshal enters a raised board for a phone that died. */
export interface EnterAnswerMessage {
  id: string;
  number: number;
  pool: Pool;
  ordinal: number;
  answer: number[] | string;
  asked: number;
}

/** `look_up`: the question at a place of a round's log, both counted from 0. */
export interface LookUpMessage {
  id: string;
  round: number;
  entry: number;
}

/** `remove_unseen`: `remove_joined` for those alone who never had a phone connected. */
export interface RemoveUnseenMessage {
  id: string;
  based_on: number;
  first: number;
}

/** The round: name, format, place among the rounds (from 1). `eliminates`: who fails leaves the floor. `may_change`: the last answer given counts, so that each may be recorded at once. */
export interface RoundView {
  name: string;
  format: string;
  index: number;
  of: number;
  eliminates: boolean;
  may_change: boolean;
}

/** A question as the audience sees it; `picture` is a path or empty. `asked` names the asking: a question drawn again after an undo has another. */
export interface QuestionView {
  pool: Pool;
  ordinal: number;
  of: number;
  kind: Kind;
  text: string;
  options: string[];
  picture: string;
  seconds: number;
  asked: number;
}

/** Absolute server times (ms); `left_ms` while paused. */
export interface ClockView {
  show_at: number;
  opens_at: number;
  deadline: number;
  left_ms: number;
}

/** The key in the open: accepted answers, what people chose. `counts` has one number per option (choices only); `right` of `eligible` were right. */
export interface Reveal {
  key: (number[] | string)[];
  key_text: string;
  explanation: string;
  citation: string;
  counts: number[];
  right: number;
  answered: number;
  eligible: number;
  voided: boolean;
}

/** How many are on the floor and how many started. */
export interface FloorCount {
  left: number;
  started: number;
}

/** A contestant as shown to others. */
export interface Person {
  number: number;
  name: string;
  team: string;
}

/** What all phones of a contest share; sent once to the room (event `view`). `question` tells only its pool, `ordinal` and `of` until it is shown; `frozen`: standings are held. Phones that lose the server come back spread over `back_within_ms`. */
export interface PhoneView {
  v: number;
  now: number;
  title: string;
  stage: Stage;
  round: RoundView | null;
  life: Life | null;
  question: QuestionView | null;
  clock: ClockView | null;
  reveal: Reveal | null;
  floor: FloorCount;
  frozen: boolean;
  parts: Record<string, unknown>;
  back_within_ms: number;
}

/** What a contestant, or their team, has in the standings of the contest. */
export interface TotalView {
  points: number;
  correct: number;
  survived: number;
}

/** What is private to one phone (event `seat`), sent when it changed. `asked` is the asking that the verdict belongs to, 0 without one; `left_after` is the main question after which the contestant left (0: never), `survived` the last one survived by then; `rank` comes with the prize in the ceremony, without one when that is over, and never for the `disqualified`. `correct` and `points` are of the round, `total` is what the standings count. Seats that differ in `v` alone are equal: they are not sent anew. */
export interface SeatView {
  number: number;
  name: string;
  team: string;
  note: SeatNote;
  may_answer: boolean;
  asked: number;
  verdict: Verdict | null;
  correct: number;
  points: number;
  left_after: number;
  survived: number;
  rank: number | null;
  prize: string;
  disqualified: boolean;
  parts: Record<string, unknown>;
  v: number;
  total: TotalView;
}

/** The recorded answer to the current question, with the time the server had it (ms). */
export interface MyAnswer {
  answer: number[] | string;
  at: number;
}

/** Live numbers for host and projector (event `counts`), at most four times a second. `answered` of `eligible` have answered the question, or done what else the round asks of them. `teams` are pairs of team and members joined; `latest` are the names that joined last. */
export interface Counts {
  v: number;
  joined: number;
  online: number;
  answered: number;
  eligible: number;
  teams: [string, number][];
  latest: string[];
}

/** A square of the floor; `state` is in, out, leaving, returned or spectator. `leaving` and `returned` mark what the latest consequences changed. */
export interface Square {
  number: number;
  name: string;
  team: string;
  state: string;
}

/** One row of the standings; equal ranks are shown equal ("1, 2, 2, 4"). Equals share a rank until the contest is over; then `by_lot` says that a lot told them apart. */
export interface StandingRow {
  rank: number;
  number: number;
  name: string;
  team: string;
  points: number;
  correct: number;
  survived: number;
  time_ms: number;
  prize: string;
  reserve: number;
  by_lot: boolean;
}

/** The first place that the standings do not name, and how many people share it. `has_something`: they have points, or were right once. */
export interface MoreView {
  rank: number;
  people: number;
  has_something: boolean;
}

/** A team's place; `points` has up to two decimals as text, `left` members on the floor. */
export interface TeamRow {
  rank: number;
  team: string;
  points: string;
  members: number;
  left: number;
}

/** What gives the prizes: `kind` is round, sum or winner, `round` the round meant, else empty. `winner`: who won that round outright stands first, the others by the sum of all rounds. */
export interface PrizeBasis {
  kind: string;
  round: string;
}

/** A prize and who won it; winners are empty until the ceremony reaches it. `is_next`: the next step shows it. One that nobody takes has no step. */
export interface PrizeView {
  name: string;
  count: number;
  shown: boolean;
  winners: Person[];
  is_next: boolean;
}

/** Standings that the host holds: as after the main question `ordinal` (0: none) of `round`. */
export interface HeldView {
  round: string;
  ordinal: number;
}

/** What the hall sees (event `view`). `scene` is resolved: join, prepare, question, reveal, floor, standings, teams, prizes, round, blank, or one of the round's format. `prizes_by` is there where several rounds leave a choice, `held` while the standings are not the newest ones. `more` is there where the standings do not name all; `prized` is how many places take a prize. */
export interface ProjectorView {
  v: number;
  now: number;
  title: string;
  stage: Stage;
  scene: string;
  muted: boolean;
  round: RoundView | null;
  life: Life | null;
  question: QuestionView | null;
  clock: ClockView | null;
  reveal: Reveal | null;
  floor: FloorCount;
  squares: Square[];
  standings: StandingRow[];
  teams: TeamRow[];
  prizes: PrizeView[];
  parts: Record<string, unknown>;
  prizes_by: PrizeBasis | null;
  held: HeldView | null;
  more: MoreView | null;
  prized: number;
}

/** What only the host sees of a question. */
export interface KeyView {
  key: (number[] | string)[];
  key_text: string;
  explanation: string;
  citation: string;
  is_secondary: boolean;
  topic: string;
  difficulty: number;
}

/** Equal answers together, for complaints: how many gave it, is it taken as right. */
export interface AnswerGroup {
  answer: number[] | string;
  text: string;
  count: number;
  right: boolean;
}

/** A line of the round's record; `kind` is asked, returned, sent or adjusted. `judged` has number and verdict of each spoken answer. */
export interface LogRow {
  round: number;
  entry: number;
  kind: string;
  pool: Pool | null;
  ordinal: number;
  text: string;
  right: number;
  answered: number;
  left: number;
  voided: boolean;
  judged: [number, boolean][];
}

/** The lines of all rounds' logs (event `log`). The first `kept` lines of the version `since` stay, and `rows` are all that come after them; 0 and 0: they are the whole. */
export interface LogView {
  v: number;
  since: number;
  kept: number;
  rows: LogRow[];
}

/** A contestant in the host's list. */
export interface RowView {
  number: number;
  name: string;
  team: string;
  state: string;
  points: number;
  correct: number;
  disqualified: boolean;
}

/** The host's list in order of number (event `roster`). `rows` are those that changed since the version `since`, 0: all of them; `gone` are the numbers that are in it no more. */
export interface RosterView {
  v: number;
  since: number;
  rows: RowView[];
  gone: number[];
}

/** Who has no phone connected (event `presence`). `whole`: all of them are in `away`; else it has those who are gone, `back` those who came. */
export interface PresenceView {
  whole: boolean;
  away: number[];
  back: number[];
}

/** So many `people` came in at once and are still in (event `flood`), 0 when none did. They are among those from number `first` on; `unseen` of them never had a phone connected, `before` were in already. */
export interface FloodView {
  first: number;
  people: number;
  unseen: number;
  before: number;
}

/** The latest note about a subject: the version it made, what kind, what it says. A note that corrects it names `v` in `based_on`. */
export interface NoteView {
  v: number;
  subject: string;
  kind: string;
  note: Record<string, unknown>;
}

/** Notes that are new or corrected (event `notes`); all of them on connection. */
export interface NotesView {
  v: number;
  notes: NoteView[];
}

/** Why nothing can be stored now (event `trouble`), empty when all is well. `code` is `disk_full`, `read_only`, `locked`, `damaged`, `gone`, `replaced` or `storage_failed`; for a minute `put_back`, when files were taken away and everything is stored again. */
export interface TroubleView {
  v: number;
  code: string;
}

/** What the clock lost while the server stood still, all in ms; `give_back_time` gives it back. The server stood for `stopped_ms`, the clock ran for `lost_ms` of it and then had `left_ms`. */
export interface LostView {
  stopped_ms: number;
  lost_ms: number;
  left_ms: number;
}

/** What is doubtful about a prize, `count` of which there are. `kind` is `lot`: so many (`total`) are equal, and a lot tells who of them takes it; or `few`: they alone take it. `people` are the first of them. */
export interface DoubtView {
  kind: string;
  prize: string;
  count: number;
  total: number;
  people: Person[];
}

/** The console (event `view`): the hall's view, the key, and what can be done. `acted` goes back in `based_on`; `step` is the primary button; `draft` is the drawn question before the audience sees it; `can` names the other acts possible now: `pause`, `resume`, `add_time`, `give_back_time`, `close`, `skip`, `audience`, `undo`, `finish_round`, or one of the round's format; `lost` is there while time may be given back; `replaced` are the dropped main questions that reserve ones stand in for, after the others; `undoes` names the last step (an event's name), which `undo` with `steps` takes back; `standings` and `teams` are the newest ones, whatever the hall is shown, `more` as there; `doubts` are there from the last round on. */
export interface HostView {
  v: number;
  acted: number;
  step: string;
  can: string[];
  undoes: string;
  hall: ProjectorView;
  scene_sent: string;
  draft: QuestionView | null;
  key: KeyView | null;
  answers: AnswerGroup[];
  locked: boolean;
  frozen: boolean;
  left_main: number;
  left_reserve: number;
  replaced: number;
  left_audience: number;
  parts: Record<string, unknown>;
  standings: StandingRow[];
  teams: TeamRow[];
  more: MoreView | null;
  doubts: DoubtView[];
  lost: LostView | null;
}

/** What who reads out sees (event `view`): the hall's view, and what is to be said next. `draft` is the drawn question before the audience sees it; `key` is there only once nobody can answer any more; `step` is what the host's primary button does next. */
export interface PrompterView {
  v: number;
  step: string;
  hall: ProjectorView;
  draft: QuestionView | null;
  key: KeyView | null;
  left_main: number;
  left_reserve: number;
  replaced: number;
  parts: Record<string, unknown>;
}

/** A question asked before: its key, whether it counts, and what was answered. */
export interface AskedView {
  key_text: string;
  voided: boolean;
  answers: AnswerGroup[];
}

/** A competitor whose place or prize would be another; no rank: not in the standings. */
export interface PlaceChange {
  competitor: Person;
  rank_from: number | null;
  rank_to: number | null;
  prize_from: string;
  prize_to: string;
}

/** What an act would change, before it is done. `before` and `after` are the question that would be put right, None where none is. On the floor `leaving` would leave and `returning` return, the first of them by name in `leaves` and `returns`; of `moving` with another place or prize the first are in `places`, prizes first. `winner_from` and `winner_to` are who rang the bell, and who would have. */
export interface PreviewView {
  before: AskedView | null;
  after: AskedView | null;
  leaving: number;
  leaves: Person[];
  returning: number;
  returns: Person[];
  moving: number;
  places: PlaceChange[];
  winner_from: Person | null;
  winner_to: Person | null;
}

/** For phones and hall. `winner` after the bell, `bell_silent` when it stayed silent; `spared`: the last question took nobody because all were wrong; `lifeline`: the sole survivor asks the hall; `rescue`: one is open, and nothing is decided; `help` is the audience's, from then to the reveal. */
export interface GoldenBellView {
  winner: Person | null;
  bell_silent: boolean;
  spared: boolean;
  lifeline: boolean;
  rescue: boolean;
  help: HelpView | null;
}

/** The audience's help for the `asker`: `open` on its phones, or given; then `chosen`. `chosen` is how many chose each option, empty before the host closes the help, where only the asker is told, and at a question without options, which is helped `aloud`. */
export interface HelpView {
  asker: Person | null;
  open: boolean;
  aloud: boolean;
  answers: number;
  chosen: number[];
}

/** A rescue: offered by the rules, open for confirmation, who would return; for the host. `by_hand`: the host ticked who would return, no rule proposed them. `chosen` is how many of the audience chose each option, once the help is closed. `taken_back` is whom the bell was taken from (0: it had stayed silent), None when it was not. */
export interface RescueView {
  offered: boolean;
  open: boolean;
  numbers: number[];
  used: number;
  allowed: number;
  taken_back: number | null;
  by_hand: boolean;
  chosen: number[];
}

/** A phone's own: may it help now, and how many chose each option, where the asker is told. */
export interface BellSeatView {
  may_help: boolean;
  chosen: number[];
}

/** A question for who buzzes first, for phones and hall; absent where everybody answers. `phase` is `buzzed` while slower lines are waited for, `answering` while somebody has the turn, else empty. Buzzes count from `opens_at` (ms, 0: not now). `answering` have the turn, `aloud` or on their phones, from `since`; `missed` had it before; `right` once that is in the open. */
export interface BuzzerView {
  phase: string;
  opens_at: number;
  since: number;
  aloud: boolean;
  answering: Person[];
  missed: Person[];
  right: Person[];
}

/** A buzz, the quickest first; `behind_ms` after it. `turn` means that it won the turn. `right` is whether the answer was right, None without one. */
export interface BuzzRow {
  number: number;
  name: string;
  team: string;
  behind_ms: number;
  turn: boolean;
  right: boolean | null;
}

/** What only the host sees of a buzzer; `waiting` have the turn and are not judged yet. */
export interface BuzzerHostView {
  buzzes: BuzzRow[];
  waiting: number[];
}

/** What a prompter sees beside the hall: `waiting` have the turn and are not judged yet. */
export interface BuzzerPrompterView {
  waiting: number[];
}

/** A phone's own: may it buzz, by how much (ms) its buzz came after the first. `behind_ms` is 0 for the first and -1 without a buzz. */
export interface BuzzerSeatView {
  may_buzz: boolean;
  behind_ms: number;
}

/** What the server sends, by namespace and event. */
export interface Pushes {
  "/play": { welcome: { view: PhoneView; seat: SeatView; answer: MyAnswer | null }; view: PhoneView; seat: SeatView; come_back: { back_within_ms: number }; taken_over: {} };
  "/host": { view: HostView | PrompterView; counts: Counts; roster: RosterView; log: LogView; presence: PresenceView; flood: FloodView; notes: NotesView; trouble: TroubleView; place: { pin: string; join_url: string; qr: string; wifi: string; wifi_password: string } };
  "/projector": { view: ProjectorView; counts: Counts; place: { pin: string; join_url: string; qr: string; wifi: string; wifi_password: string } };
}

/** What clients send, by namespace and event, and what is replied beside `ok`. */
export interface Messages {
  "/play": { answer: { sent: AnswerMessage; replied: { v: number; at: number } }; give_help: { sent: GiveHelpMessage; replied: { v: number; at: number } }; buzz: { sent: BuzzMessage; replied: { v: number; at: number } }; clock: { sent: EmptyMessage; replied: { now: number } }; resync: { sent: EmptyMessage; replied: { v: number } } };
  "/host": { act: { sent: ActMessage; replied: { v: number; at: number } }; clock: { sent: EmptyMessage; replied: { now: number } }; close_seat: { sent: SeatMessage; replied: {} }; enter_answer: { sent: EnterAnswerMessage; replied: { v: number; at: number } }; look_up: { sent: LookUpMessage; replied: { asked: AskedView } }; preview: { sent: ActMessage; replied: { preview: PreviewView } }; remove_unseen: { sent: RemoveUnseenMessage; replied: { v: number; at: number } }; reopen_seat: { sent: SeatMessage; replied: { link: string; qr: string; digits: string; expires_at: number } }; resync: { sent: EmptyMessage; replied: { v: number } }; seat_code: { sent: SeatMessage; replied: { state: string } } };
  "/projector": { clock: { sent: EmptyMessage; replied: { now: number } }; resync: { sent: EmptyMessage; replied: { v: number } } };
}

/** The acts of a host, and the fields of each. */
export interface Acts {
  accept_answer: { round: number; entry: number; answer: number[] | string };
  add_time: { ms?: number };
  advance: {};
  close_now: {};
  correct_contestant: { number: number; name: string; team: string };
  correct_judgement: { round: number; entry: number; number: number; right: boolean };
  correct_key: { round: number; entry: number; key: (number[] | string)[] };
  correct_score: { number: number; points: number; reason: string };
  decline_rescue: {};
  disqualify: { number: number; reason: string; disqualified?: boolean };
  draw_audience_question: {};
  eliminate: { number: number; reason: string };
  finish_round: {};
  freeze: { frozen: boolean };
  give_back_time: {};
  give_turn: { number: number };
  judge_turn: { number: number; right: boolean };
  lock_room: { locked: boolean };
  mute: { muted: boolean };
  open_rescue: { how_many?: string; amount?: number; order?: string };
  pause: {};
  pick_rescued: { numbers: number[] };
  remove_contestant: { number: number };
  remove_joined: { first: number; only?: number[] };
  rescue: { numbers?: number[] };
  resume: {};
  send_scene: { scene: Scene };
  set_captain: { team: string; number: number };
  skip: {};
  undo: { steps?: boolean };
  use_lifeline: {};
  void: { round: number; entry: number; voided?: boolean };
}
