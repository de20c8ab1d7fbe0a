// The settings of a table in words.

import { numbers } from "./numbers.js";
import { _ } from "./words.js";

/** @type {Record<"rapid" | "normal" | "relaxed", Partial<Wire.Settings>>} */
const PACES = {
  rapid: { nightTime: 20, discussionTime: 45, voteTime: 20, revealTime: 5 },
  normal: { nightTime: 30, discussionTime: 90, voteTime: 30, revealTime: 8 },
  relaxed: { nightTime: 60, discussionTime: 180, voteTime: 60, revealTime: 12 },
};

/** @param {string} preset */
export function timesOf(preset) {
  return PACES[/** @type {keyof typeof PACES} */ (preset)];
}

/** @type {() => Record<string, string>} */
export const paceNames = () => ({ rapid: _("Rapid"), normal: _("Normal"), relaxed: _("Relaxed") });

/**
 * Which preset these times are; empty where the host chose their own.
 * @param {Wire.Settings} settings
 */
export function presetOf(settings) {
  const found = Object.entries(PACES).find(([, times]) =>
    Object.entries(times).every(([name, seconds]) => settings[/** @type {keyof Wire.Settings} */ (name)] === seconds),
  );
  return found?.[0] ?? "";
}

/** @param {Wire.Settings} settings */
export function paceOf(settings) {
  return _("{pace} pace: night {night} s, talk {talk} s, vote {vote} s.", {
    pace: paceNames()[presetOf(settings)] ?? _("Own"),
    night: settings.nightTime,
    talk: settings.discussionTime,
    vote: settings.voteTime,
  });
}

/**
 * @param {Wire.Settings} settings
 * @returns {[string, string][]}
 */
export function rulesOf(settings) {
  const { mafia, detective, doctor, firstNight } = settings;
  const part = (/** @type {boolean | null} */ asked) => (asked === null ? _("By table size") : asked ? _("In") : _("Out"));
  const nights = { meeting: _("Mafia only meet"), kill: _("Mafia may kill") };
  return [
    [_("Mafia"), mafia === null ? _("By table size") : String(mafia)],
    [_("Detective"), part(detective)],
    [_("Doctor"), part(doctor)],
    [_("First night"), firstNight === null ? _("By table size") : nights[firstNight]],
    [_("Who is out shows"), shows()[settings.revealRoles]],
    [_("Votes"), settings.openVotes ? _("Open: all see who votes for whom") : _("Secret until the end")],
    [_("Tie"), settings.runoff ? _("A second vote between the tied") : _("Nobody leaves")],
    [_("Who stays away"), away()[settings.absence]],
  ];
}

/**
 * What the rules make of the odds, where that was measured (docs/balance.md).
 * @param {Wire.Settings} settings
 * @param {number} seated
 */
export function oddsOf(settings, seated) {
  const isMeasured = Object.entries(numbers.measured).every(([name, value]) => settings[/** @type {keyof Wire.Settings} */ (name)] === value);
  const count = Math.max(seated, numbers.fewest);
  const percent = numbers.mafiaWins[count];
  return isMeasured && percent ? _("At a table of {count}, the Mafia win about {percent} % of games (measured with bots).", { count, percent }) : "";
}

export const shows = () => ({ role: _("Their role"), side: _("Their side"), none: _("Nothing") });

export const away = () => ({
  byRole: _("Out, villagers may return"),
  eliminate: _("Out after {seconds} seconds", { seconds: numbers.grace }),
  ignore: _("May always return"),
});
