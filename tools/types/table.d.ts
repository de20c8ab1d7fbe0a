// What a page knows of its table: the state that frames and the player's own doings are reduced to.

declare namespace Table {
  type Screen =
    | "loading" | "queue" | "gathering" | "lobby" | "reveal" | "night" | "dawn" | "day" | "voting" | "out" | "end" | "left" | "closed";
  type Tab = "table" | "chat" | "role" | "notes";

  interface Game {
    phase: Wire.Phase;
    round: number;
    startedAt: number;
    endsAt: number | null;
    /** When the whole game began: what tells it from the one before. */
    dealtAt: number | null;
    setup: Wire.Setup | null;
    commitment: string | null;
    votes: Wire.Votes;
    candidates: Wire.Id[] | null;
    timeline: Wire.Entry[];
  }

  /** What this player, and nobody else, knows; emptied with every game. */
  interface Secret {
    role: Wire.Role | null;
    allies: Wire.Id[];
    target: Wire.Id | null;
    /** Whether the card does nothing to the target. */
    inVain: boolean;
    /** Whom the card was last used on this night. */
    acted: Wire.Id | null;
    /** Whom a doctor guarded, night for night; null where nobody. */
    saves: (Wire.Id | null)[];
    vote: Wire.Id | "skip" | null;
    done: boolean;
    inspections: Wire.Inspection[];
    shared: { targetId: Wire.Id; byId: Wire.Id } | null;
    whisper: string;
    /** What of the whisper came back, in the order in which it was said. */
    returned: string;
    /** The code of the no to the last whisper. */
    unheard: string;
  }

  /** A short pause in which something that happened is shown. */
  interface Scene { kind: "dawn" | "out"; round: number; deaths: Wire.Death[]; tie: boolean; counts: Record<string, number>; until: number }

  /** Something tapped that the server has not answered yet. */
  interface Pending { ref: string; kind: "act" | "done" | "vote"; targetId: Wire.Id | "skip" | null; inVain?: boolean; since: number }

  /** The deal as a browser computes it again; `told` is what was said: the seal before it, the cards at the end. */
  interface Receipt {
    seal: string;
    told: string;
    cards: { userId: Wire.Id; told: Wire.Role; dealt: Wire.Role | null }[];
    isSealed: boolean;
    isDealt: boolean;
  }

  /** Where the game can be seen again: with its names, and without any. */
  interface Links { named: string; nameless: string | null }

  /** Something wished of the table before its game, or about the people at it. */
  interface Wish { ref: string; kind: "ready" | "start" | "again" | "kick" | "bot" | "rules"; value: Record<string, unknown>; since: number }

  interface Recap extends Wire.End {
    players: Wire.Player[];
    timeline: Wire.Entry[];
    /** null until this browser has computed it, and where it cannot. */
    receipt: Receipt | null;
    /** null until the game is in the records. */
    links: Links | null;
    dismissed: boolean;
  }

  interface Link {
    status: "connecting" | "open" | "lost" | "closed";
    /** Why the last connection ended. */
    code: number | null;
    since: number;
    retryAt: number;
  }

  /** What a connection is tied to: the page's state at one end, the browser's sockets at the other. */
  interface Wiring {
    url: string;
    /** The first frame of every connection. */
    hello(): Wire.Frame;
    hear(frame: Wire.Frame): void;
    /** All that belongs to the welcome has been heard. */
    greeted?(): void;
    /** What was sent under this reference is not sent any more. */
    forgot?(ref: string): void;
    changed(link: Link): void;
    measured(sample: { latency: number; offset: number }): void;
    dial?(url: string, protocols: string[]): WebSocket;
    random?(): number;
  }

  /**
   * Numbers of the house rules: the fewest players of a game; how long a seat is kept, and a table gathers (s); of each
   * number of seats, how many games in a hundred the mafia win, and by which rules.
   */
  interface Numbers { fewest: number; grace: number; gathering: number; mafiaWins: Record<number, number>; measured: Partial<Wire.Settings> }

  /** The search for a table among strangers. */
  interface Queue {
    /** Since when, by this page's clock; null before the server's first word. */
    since: number | null;
    waiting: number;
    needed: number;
    startsBy: number;
    isFound: boolean;
    isLeaving: boolean;
    /** Why it begins once more. */
    again: "" | "dissolved" | "missed" | "anew" | "seated";
    /** The count that was last said aloud, and when. */
    told: { at: number; waiting: number; needed: number } | null;
  }

  /** What this page knew of its table, all of it public: kept across a reload. */
  interface Known {
    roomId: Wire.Id;
    roomCode: string;
    status: Wire.Room["status"];
    hostId: Wire.Id;
    /** When the server was last heard, by this page's clock. */
    heardAt: number;
    /** When its game began. */
    game: number | null;
    phase: Wire.Phase | "lobby";
    round: number;
    /** How much of the game had been told. */
    told: number;
    isAlive: boolean;
    rules: string;
    chatAt: number;
  }

  /** What was missed, until it is read. */
  interface Away {
    at: number;
    gap: number;
    isNews: boolean;
    entries: Wire.Entry[];
    isOver: boolean;
    isOut: boolean;
    /** Another game: the old one is over and its room in the lobby, for once or again; the next has begun, or the first. */
    other: "over" | "again" | "begun" | "first" | null;
    host: Wire.Id | null;
    hasNewRules: boolean;
    hasTurned: boolean;
    chat: number;
  }

  type Dialog =
    | { kind: "menu" } | { kind: "settings" } | { kind: "keys" } | { kind: "invite" } | { kind: "leave" }
    | { kind: "recap"; isNamed: boolean }
    | { kind: "kick"; userId: Wire.Id } | { kind: "people" }
    | { kind: "person" | "report"; userId: Wire.Id; messageId?: string };

  /** What this player thinks of another, told to nobody. */
  type Mark = "trust" | "unsure" | "suspect";
  /** What people say by a tap; the first three name a player. */
  type Quick = "suspect" | "quiet" | "trust" | "why" | "hint" | "skip";
  /** Marks and notes as a tab keeps them across a reload, for the game of that table that began then. */
  interface Jottings { roomId: Wire.Id; game: number | null; marks: Ui["marks"]; notes: string }

  interface Ui {
    tab: Tab;
    unread: number;
    news: boolean;
    held: boolean;
    kept: boolean;
    looked: boolean;
    known: boolean;
    dialog: Dialog | null;
    toast: { text: string; until: number } | null;
    draft: string;
    /** What came back into the draft, refused. */
    returned: string;
    /** What was said and has no answer yet, by reference. */
    sent: Record<string, { text: string; box: "draft" | "whisper"; at: number }>;
    notes: string;
    marks: Record<Wire.Id, Mark>;
    /** Whom this player tapped in each night. */
    picks: { round: number; userId: Wire.Id }[];
    muted: Wire.Id[];
    /** Messages that the filter hides, and that were asked for all the same. */
    unhidden: string[];
    /** What a player is being picked for: to be mentioned, or for a phrase. */
    picker: "mention" | Quick | null;
    /** Until when nothing can be said, by the server's clock. */
    mutedUntil: number;
  }

  interface State {
    now: number;
    offset: number;
    latency: number | null;
    /** Since when answers have taken long. */
    slowSince: number | null;
    link: Link;
    /** Whether the browser says that there is no network. */
    isOffline: boolean;
    /** When the server was last heard, by this page's clock. */
    heardAt: number;
    /** What was known before a reload, or before the seat was lost. */
    known: Known | null;
    /** The marks and notes of before the reload. */
    jottings: Jottings | null;
    away: Away | null;
    me: Wire.Id | null;
    /** How often the server has said welcome, and the last of these times at which it showed the room. */
    visit: number;
    seenAt: number;
    queue: Queue | null;
    room: Wire.Room | null;
    game: Game | null;
    secret: Secret;
    chat: Wire.Message[];
    recap: Recap | null;
    scene: Scene | null;
    pending: Pending | null;
    wish: Wish | null;
    left: "left" | "table" | "game" | "kicked" | "closed" | "away" | "queue" | null;
    ui: Ui;
  }

  /** A seat as the screens draw it. */
  interface Seat extends Wire.Player { number: number; isMe: boolean; isHost: boolean }

  /** What is heard when something happens; the same for everybody at the table. */
  type Cue = "join" | "tick" | "night" | "dawn" | "vote" | "out" | "win" | "drum" | "ping";

  /** How this person likes the page. */
  interface Prefs {
    theme: "game" | "night" | "day";
    /** Whether the card is looked at while a button is held, or between two taps. */
    hold: "hold" | "tap";
    /** Whether single keys are shortcuts. */
    keys: boolean;
    sound: boolean;
    /** From 0 to 100. */
    volume: number;
    /** Whether sounds are told in words, too. */
    captions: boolean;
    haptics: boolean;
    /** Whether the browser may tell when it is this player's turn. */
    notify: boolean;
    /** Whether the code of the table is hidden from whoever looks on. */
    streamer: boolean;
    /** How much of rough talk is hidden. */
    filter: "off" | "mild" | "strict";
  }
}
