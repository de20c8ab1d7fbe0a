// One moment in a short sentence: what a screen reader hears of it, and the line below the table.

import { victoryOf } from "../room/roles.js";
import { sceneSentences } from "../room/story.js";
import { aloud } from "../room/talk.js";
import { called, seatOf } from "../room/view.js";
import { _, ngettext } from "../room/words.js";
import { ownerOf } from "./reel.js";

/**
 * Night 2, Day 1 ...: what a chapter is called.
 * @param {{phase: Wire.Phase, round: number} | null | undefined} chapter
 */
export function titleOf(chapter) {
  if (!chapter) return _("The deal");
  const { phase, round } = chapter;
  return { night: _("Night {round}", { round }), day: _("Day {round}", { round }), voting: _("Vote {round}", { round }), ended: _("The end") }[phase];
}

/**
 * How long the game has lasted by then.
 * @param {number} ms
 */
export function clockOf(ms) {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * What the last moment was about; empty where it only changed what is seen.
 * @param {Replay.Watching} watching
 */
export function captionOf({ reel, count, view: { state } }) {
  const [, frame, audience = 0] = reel.moments[count - 1] ?? [0, { type: "" }];
  const by = reel.isAllKnowing ? ownerOf(reel, audience) : reel.eyes;
  const name = (/** @type {Wire.Id | null | undefined} */ userId) => called(seatOf(state, userId));
  switch (frame.type) {
    case "game:commitment": return _("The seal of the deal is given.");
    case "game:role": return by ? _("{name} gets a card.", { name: name(by) }) : "";
    case "game:phase": return [titleOf({ phase: frame["phase"], round: frame["round"] }), ...(frame["deaths"] ? sceneSentences(state) : [])].join(". ");
    case "chat:message": return _("{name} says: {text}", { name: name(frame["userId"]), text: aloud(state, /** @type {any} */ (frame)) });
    case "vote:update": return ngettext("{count} vote is in.", "{count} votes are in.", frame["cast"]);
    case "vote:result": return sceneSentences(state).join(" ");
    case "action:result": return by ? _("{name} learns what they checked.", { name: name(by) }) : "";
    case "vote:cast": return _("{name} votes for {target}.", { name: name(by), target: frame["targetId"] ? name(frame["targetId"]) : _("No one") });
    case "action:mafiaKill":
    case "action:doctorSave":
    case "action:detectiveInspect":
    case "action:done": return frame["targetId"] ? _("{name} chooses {target}.", { name: name(by), target: name(frame["targetId"]) }) : _("{name} is done.", { name: name(by) });
    case "game:end": return victoryOf(frame["winner"]);
    default: return state.recap ? victoryOf(state.recap.winner) : "";
  }
}
