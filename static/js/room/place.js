// Where the page is: address and title follow the table or the queue, and the page itself goes on.

import { HIDDEN, isStreaming, leaveWord, spelled } from "./streamer.js";
import { _ } from "./words.js";

export class Place {
  #isHidden = isStreaming();

  /** @param {string} code the room of this page; empty where it looks for one */
  constructor(code) {
    this.code = code;
    this.title = document.title;
    if (this.#isHidden || code) this.#show();
  }

  /**
   * @param {Table.State} before
   * @param {Table.State} after
   */
  follow(before, { queue, room, left }) {
    if (left === "queue" && before.queue?.isLeaving) return location.assign("/");
    const code = queue ? "" : (room?.roomCode ?? this.code);
    const isSame = code === this.code;
    if (isSame && this.#isHidden === isStreaming()) return undefined;
    if (!isSame && code && this.code) return location.replace(addressOf(code));
    this.code = code;
    this.#isHidden = isStreaming();
    return this.#show();
  }

  #show() {
    const name = this.code ? !this.#isHidden && spelled(this.code) : _("Looking for a table");
    this.title = [name, _("Mafia")].filter(Boolean).join(" - ");
    leaveWord(this.code);
    const address = addressOf(this.code);
    if (location.pathname !== address) history.replaceState(null, "", address);
  }
}

/** @param {string} code */
function addressOf(code) {
  if (!code) return "/play";
  return isStreaming() ? HIDDEN : `/r/${code}`;
}
