// What the big screen knows besides the table.

declare namespace Show {
  interface State {
    /** The room's address as one types it. */
    address: string;
    /** Whether codes are hidden from whoever looks on. */
    isHidden: boolean;
    /** The code of the server's no. */
    refused: string | null;
    /** What the narrator has said last. */
    told: string[];
  }

  /** How this screen speaks; kept in the browser. */
  interface Likes { voice: string; rate: number }
}
