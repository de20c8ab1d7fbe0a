// What is to be heard: nine small sounds, made on the spot. It knows no game, and is silent before the first tap.

import { onPrefer, prefs } from "./prefs.js";

/**
 * Volume, randomness, pitch, attack, sustain, release, shape, curve, slide, its change, jump of the pitch, when, repeat,
 * noise, modulation, crush, echo, volume while sustained, decay, tremolo, filter.
 * @type {Record<Table.Cue, number[]>}
 */
const SOUNDS = {
  join: [0.45, 0, 392, 0.01, 0.05, 0.18, 0, 1, 0, 0, 131, 0.07],
  tick: [0.2, 0, 1175, 0.001, 0.004, 0.035, 1, 1.6],
  night: [1, 0, 294, 0.02, 0.22, 1.1, 0, 1, 0, 0, -74, 0.28, 0, 0, 0, 0, 0.2, 0.7, 0.1],
  dawn: [1, 0, 330, 0.04, 0.2, 0.8, 0, 1, 0, 0, 165, 0.16, 0, 0, 0, 0, 0.12, 0.7, 0.1],
  vote: [0.5, 0, 260, 0.002, 0.012, 0.08, 0, 1, 9],
  out: [0.8, 0, 165, 0.004, 0.04, 0.5, 1, 0.8, -0.5, 0, 0, 0, 0, 0.02],
  win: [0.55, 0, 523, 0.02, 0.25, 0.8, 1, 1.1, 0, 0, 261, 0.18, 0, 0, 0, 0, 0, 0.7, 0.12],
  drum: [0.7, 0, 175, 0.004, 0.6, 0.4, 1, 0.8, -1.2, 0, 0, 0, 0.3, 0.02, 0, 0, 0, 0.8, 0, 0.8],
  ping: [0.5, 0, 784, 0.005, 0.06, 0.35, 0, 1, 0, 0, 263, 0.08],
};

/** How long a sound waits for what is seen with it, in seconds. @type {Partial<Record<Table.Cue, number>>} */
export const WAITS = { out: 1.2 };

/** @typedef {typeof import("zzfx").ZZFX} Synth */

/** @type {Promise<Synth> | null} */ let synth = null;
/** @type {Map<Table.Cue, number[]>} */ const made = new Map();

/** @param {Table.Cue} cue */
export async function play(cue) {
  const { sound, volume } = prefs();
  if (!sound || volume === 0 || !synth) return;
  const { audioContext } = await synth;
  if (audioContext.state === "suspended") return;
  setTimeout(() => start(cue, volume / 100), (WAITS[cue] ?? 0) * 1000);
}

/** A browser lets a page be heard once it was touched, and a phone once more after each sleep. */
export function listenForTouch() {
  for (const type of ["click", "keydown"]) document.addEventListener(type, () => unlock());
  onPrefer(unlock);
}

async function unlock() {
  if (!prefs().sound || navigator.userActivation?.hasBeenActive === false) return;
  synth ??= import("zzfx").then(({ ZZFX }) => prepared(Object.assign(ZZFX, { volume: 1 })));
  const { audioContext } = await synth;
  if (audioContext.state === "suspended") await audioContext.resume();
}

/**
 * Each sound is made while nothing else is to be done, so that none holds up what is seen with it.
 * @param {Synth} zzfx
 */
function prepared(zzfx) {
  const later = globalThis.requestIdleCallback ?? setTimeout;
  for (const cue of /** @type {Table.Cue[]} */ (Object.keys(SOUNDS))) later(() => samplesOf(zzfx, cue));
  return zzfx;
}

/** @param {Table.Cue} cue @param {number} volume */
async function start(cue, volume) {
  const zzfx = await synth;
  zzfx?.playSamples([samplesOf(zzfx, cue)], volume);
}

/** @param {Synth} zzfx @param {Table.Cue} cue */
function samplesOf(zzfx, cue) {
  const samples = made.get(cue) ?? zzfx.buildSamples(...SOUNDS[cue]);
  made.set(cue, samples);
  return samples;
}
