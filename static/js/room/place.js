// Where the page is: address and title follow the table or the queue, and the page itself goes on.

import { _ } from "./words.js";

export class Place {
  /** @param {string} code the room of this page; empty where it looks for one */
  constructor(code) {
    this.code = code;
    this.title = document.title;
  }

  /**
   * @param {Table.State} before
   * @param {Table.State} after
   */
  follow(before, { queue, room, left }) {
    if (left === "queue" && before.queue?.isLeaving) return location.assign("/");
    const code = queue ? "" : (room?.roomCode ?? this.code);
    if (code === this.code) return undefined;
    if (code && this.code) return location.replace(addressOf(code));
    this.code = code;
    this.title = `${code ? `${code.slice(0, 3)}-${code.slice(3)}` : _("Looking for a table")} - ${_("Mafia")}`;
    return history.replaceState(null, "", addressOf(code));
  }
}

/** @param {string} code */
function addressOf(code) {
  return code ? `/r/${code}` : "/play";
}
