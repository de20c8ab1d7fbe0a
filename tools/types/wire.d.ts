// What comes over the socket, as docs/protocol has it.

declare namespace Wire {
  type Id = string;
  type Role = "mafia" | "detective" | "doctor" | "villager";
  type Side = "mafia" | "villagers";
  type Phase = "night" | "day" | "voting" | "ended";
  type Channel = "lobby" | "day" | "mafia" | "dead";

  interface Settings {
    nightTime: number;
    discussionTime: number;
    voteTime: number;
    revealTime: number;
    runoff: boolean;
    openVotes: boolean;
    revealRoles: "role" | "side" | "none";
    absence: "byRole" | "eliminate" | "ignore";
    mafia: number | null;
    detective: boolean | null;
    doctor: boolean | null;
    firstNight: "meeting" | "kill" | null;
  }

  interface Player {
    userId: Id;
    username: string;
    ready: boolean;
    connected: boolean;
    alive: boolean;
    isBot: boolean;
    role?: Role;
    side?: Side;
  }

  interface Room {
    roomId: Id;
    roomCode: string;
    status: "lobby" | "in_game" | "ended";
    isPublic: boolean;
    hostId: Id;
    maxPlayers: number;
    settings: Settings;
    players: Player[];
    /** When a table of strangers starts by itself. */
    startsAt?: number;
  }

  interface Setup {
    mafia: number;
    detective: number;
    doctor: number;
    villager: number;
    firstNight: "meeting" | "kill";
  }

  interface Death { userId: Id; role?: Role; side?: Side }
  interface Inspection { userId: Id; isMafia: boolean; round?: number }
  interface Votes { counts: Record<string, number>; cast: number; ballots?: Record<Id, Id | null>; candidates?: Id[] }
  /** How the search for a table stands: `needed` people make one, `startsBy` is the latest moment. */
  interface Waiting { waiting: number; needed: number; waitedSeconds: number; startsBy: number }

  /** What a message means in any language: `targetId` is whom it is about. */
  interface Phrase { key: string; targetId?: Id }
  /** `flag` is the weakest filter that hides the message. */
  interface Message { id: string; userId: Id; message: string; channel: Channel; at: number; phrase?: Phrase; flag?: "mild" | "strict" }

  interface Entry {
    kind: "night" | "dawn" | "voting" | "vote" | "out" | "ended";
    round: number;
    at: number;
    deaths?: Death[];
    eliminatedUserId?: Id | null;
    role?: Role;
    side?: Side;
    counts?: Record<string, number>;
    tie?: boolean;
    winner?: Side;
  }

  interface NightStat { round: number; kill: Id | null; save: Id | null; inspect: Id | null; deaths: Id[]; suspicions?: Record<Id, Id> }
  interface VoteStat { round: number; ballots: Record<Id, Id | null>; eliminatedUserId: Id | null; tie: boolean }
  interface Stats {
    rounds: number;
    nights: NightStat[];
    votes: VoteStat[];
    suspicions: Record<Id, { right: number; total: number }>;
    spoken?: Record<Id, number>;
  }
  interface Fairness { seed: string; commitment: string; order: Id[]; setup: Setup }
  interface End { winner: Side; roles: Record<Id, Role>; stats: Stats; fairness: Fairness; gameId?: Id }

  interface You {
    userId: Id;
    role: Role | null;
    allies: Id[];
    alive: boolean;
    target: Id | null;
    pick: Id | null;
    vote: Id | "skip" | null;
    done: boolean;
    inspections: Inspection[];
    saves: (Id | null)[];
  }

  interface GameState extends Room {
    phase: Phase | "lobby";
    round: number;
    startedAt: number | null;
    endsAt: number | null;
    you: You;
    votes: Votes;
    chat: Message[];
    timeline: Entry[];
    setup?: Setup;
    commitment?: string;
    end?: End;
    now?: number;
  }

  /** Any frame: its `type` says which of the fields above it carries. */
  interface Frame { type: string; ref?: string; [field: string]: any }
}
