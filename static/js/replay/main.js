// Wires the page of a replay together: frames to the deck, hands and keys to the reel. It decides nothing.

import * as language from "language";
import { render } from "lit-html";
import { receiptOf } from "../room/fairness.js";
import * as page from "../room/given.js";
import { story } from "../room/screens/end.js";
import { wear } from "../room/theme.js";
import { screenOf, themeOf } from "../room/view.js";
import { _, speak } from "../room/words.js";
import { deck } from "./deck.js";
import { chaptersOf, pauseAfter, reelOf, viewAt } from "./reel.js";

speak(language);

/** @type {Replay.Given} */
const given = page.given("replay");
const named = given.players.map((player, at) => ({ ...player, username: player.username || _("Player {number}", { number: at + 1 }) }));
const stage = /** @type {HTMLElement} */ (document.querySelector("replay-deck"));
/** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;
/** @type {Replay.Watching | null} */ let watching = null;

const hands = {
  /** @param {number} count */
  seek: (count) => show({ count, isPlaying: false }),
  /** @param {boolean} isPlaying */
  play: (isPlaying) => show({ isPlaying, ...(isPlaying && isAtEnd() && { count: 1 }) }),
  /** @param {number} speed */
  hurry: (speed) => show({ speed }),
  /** @param {string} eyes */
  look: (eyes) => void load(eyes),
};

/**
 * Fetch what these eyes saw, and go to the moment that is on the screen now.
 * @param {string} eyes the number of a seat; empty for everybody's
 */
async function load(eyes) {
  const answer = await fetch(eyes === "" ? given.data : `${given.data}?seat=${eyes}`).catch(() => null);
  if (!answer?.ok) return;
  const reel = reelOf(unnamed(await answer.json()), named);
  const chapters = chaptersOf(reel);
  const at = watching?.reel.moments[watching.count - 1]?.[0];
  // At first the first night: before it there is no table to see.
  const count = at === undefined ? chapters[0]?.count ?? 1 : Math.max(1, reel.moments.findLastIndex(([moment]) => moment <= at) + 1);
  const { speed = 4, isPlaying = false } = watching ?? {};
  watching = { reel, chapters, count, view: viewAt(reel, count), isPlaying, speed, eyes };
  show({});
}

/** @param {Partial<Replay.Watching>} change */
function show(change) {
  if (!watching) return;
  const { reel, count, view } = watching;
  const to = Math.min(Math.max(1, change.count ?? count), reel.moments.length);
  watching = { ...watching, ...change, count: to, view: viewAt(reel, to, { count, view }) };
  if (isAtEnd()) watching.isPlaying = false;
  wear(themeOf(screenOf(watching.view.state)));
  render(deck(watching, hands), stage);
  const talk = stage.querySelector("[role=log]");
  if (talk) talk.scrollTop = talk.scrollHeight;
  clearTimeout(timer);
  if (watching.isPlaying) timer = setTimeout(() => watching && show({ count: watching.count + 1 }), pauseAfter(reel, to, watching.speed));
}

function isAtEnd() {
  return watching !== null && watching.count >= watching.reel.moments.length;
}

/**
 * Who has no name here is called by the seat.
 * @param {Replay.Shown} shown
 * @returns {Replay.Shown}
 */
function unnamed(shown) {
  const called = new Map(named.map(({ userId, username }) => [userId, username]));
  const nameAll = (/** @type {Wire.Player[]} */ players) => players.map((player) => ({ ...player, username: called.get(player.userId) ?? player.username }));
  const moments = shown.moments.map(([at, frame, ...rest]) => /** @type {Replay.Moment} */ ([at, frame["players"] ? { ...frame, players: nameAll(frame["players"]) } : frame, ...rest]));
  return { ...shown, moments };
}

/** The whole story, as the table was told it, in the place of the plain one. */
async function tell() {
  if (!watching) return;
  const { reel } = watching;
  const { recap } = viewAt(reel, reel.moments.length).state;
  const plain = document.querySelector("[data-story]");
  if (!recap || !plain) return;
  const receipt = "subtle" in crypto && !given.isNameless ? await receiptOf(recap, null) : null;
  plain.replaceChildren();
  render(story({ ...recap, receipt }, null, given.isNameless), /** @type {HTMLElement} */ (plain));
}

document.addEventListener("keydown", ({ key, target, altKey, ctrlKey, metaKey }) => {
  const isTaken = altKey || ctrlKey || metaKey || (target instanceof Element && target.closest("input, select, [role=log], [role=region]"));
  if (!watching || isTaken || (key !== "ArrowLeft" && key !== "ArrowRight")) return;
  const isOnward = (key === "ArrowRight") === (document.documentElement.dir !== "rtl");
  hands.seek(watching.count + (isOnward ? 1 : -1));
});

void load("").then(tell);
