// A game that is over, as its page has it.

declare namespace Replay {
  /** When (ms after the deal), what, and, where all is shown, for whom: bit n is seat n, bit 0 whoever looks on. */
  type Moment = [at: number, frame: Wire.Frame, audience?: number];

  /** What the server gives out for one pair of eyes; without a seat, all of it. Cut, where the oldest talk was too much. */
  interface Shown { seat: number | null; beganAt: number; isCut?: boolean; moments: Moment[] }

  interface Reel {
    beganAt: number;
    /** Whether the oldest talk and taps were too much to keep. */
    isCut: boolean;
    moments: Moment[];
    players: Wire.Player[];
    /** Through whose eyes; null for nobody's. */
    eyes: Wire.Id | null;
    isAllKnowing: boolean;
  }

  /** `count` moments after the deal it begins. */
  interface Chapter { count: number; phase: Wire.Phase; round: number }

  interface Truth {
    roles: Record<Wire.Id, Wire.Role>;
    /** Whom each chose in this phase. */
    picks: Record<Wire.Id, Wire.Id | "skip">;
  }

  interface View { state: Table.State; truth: Truth }

  /** What the page was told beside the frames. */
  interface Given { players: Wire.Player[]; isNameless: boolean; data: string }

  /** Where somebody is in watching. */
  interface Watching {
    reel: Reel;
    chapters: Chapter[];
    count: number;
    view: View;
    isPlaying: boolean;
    speed: number;
    /** The value of the choice of eyes. */
    eyes: string;
  }
}
