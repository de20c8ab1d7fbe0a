// The stage: the one screen that the moment calls for.

import { day } from "../screens/day.js";
import { end } from "../screens/end.js";
import { gathering } from "../screens/gathering.js";
import { closed, left, loading } from "../screens/gone.js";
import { lobby } from "../screens/lobby.js";
import { night } from "../screens/night.js";
import { queue } from "../screens/queue.js";
import { reveal } from "../screens/reveal.js";
import { scene } from "../screens/scene.js";
import { voting } from "../screens/voting.js";
import { screenOf } from "../view.js";
import { Part } from "./part.js";

/** @type {Record<Table.Screen, (state: Table.State, player: import("../player.js").Player) => unknown>} */
const SCREENS = { loading, queue, gathering, lobby, reveal, night, dawn: scene, day, voting, out: scene, end, left, closed };

class GameStage extends Part {
  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  draw(state, player) {
    return SCREENS[screenOf(state)](state, player);
  }
}
customElements.define("game-stage", GameStage);
