// The server's no, in a kind sentence of the reader's language.

import { _ } from "./words.js";

/** @type {Record<string, () => string>} */
const SENTENCES = {
  not_host: () => _("Only the host can do that."),
  not_ready: () => _("Not everybody is ready yet."),
  full: () => _("Every seat is taken."),
  in_game: () => _("They are in the middle of a game. Come back when it is over."),
  ended: () => _("Their game has just ended. Try again in a moment."),
  too_few: () => _("At least four players are needed."),
  wrong_phase: () => _("Too late, or too early, for that."),
  dead: () => _("You are out of this game."),
  out_at_dawn: () => _("You were away for too long: at dawn you are out."),
  not_allowed: () => _("That is not yours to do."),
  bad_target: () => _("That player cannot be chosen now. Tap another."),
  muted: () => _("Slow down. You can write again in a moment."),
  reported_enough: () => _("You have reported enough for one game."),
  rate_limited: () => _("Slow down and try again in a moment."),
  not_sent: () => _("There was no connection for too long. What you wrote is back in its box."),
  invalid: () => _("That was not understood."),
};

/**
 * A toast is a sentence already, or a code of the server.
 * @param {string} text
 */
export function sentence(text) {
  return SENTENCES[text]?.() ?? text;
}
