// A piece of the page that draws itself from the state, in place of what the server had drawn there.

import { render } from "lit-html";

export class Part extends HTMLElement {
  #isOurs = false;

  /** Whether it still is as the server drew it. */
  get isPicture() {
    return !this.#isOurs && this.childElementCount > 0;
  }

  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  show(state, player) {
    if (!this.#isOurs) this.replaceChildren();
    this.#isOurs = true;
    render(this.draw(state, player), this);
  }

  /**
   * @param {Table.State} _state
   * @param {import("../player.js").Player} _player
   * @returns {unknown}
   */
  draw(_state, _player) {
    throw new Error("A part says how it is drawn.");
  }
}
