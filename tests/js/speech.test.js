import assert from "node:assert/strict";
import { test } from "node:test";
import { Speech } from "../../static/js/screen/speech.js";

/** A browser that speaks when it is told to, and never by itself. */
class Synth {
  /** @type {any[]} */ said = [];
  cancelled = 0;
  voices = [{ lang: "en-GB", voiceURI: "kate", name: "Kate" }, { lang: "de_DE", voiceURI: "anna", name: "Anna" }];
  getVoices() { return this.voices; }
  cancel() { this.cancelled++; }
  /** @param {any} spoken */
  speak(spoken) { this.said.push(spoken); }
  end() { this.said.at(-1).onend(); }
  get texts() { return this.said.map(({ text }) => text); }
}

/** @param {string} tongue */
function voiced(tongue = "en") {
  const synth = new Synth();
  const speech = new Speech(tongue, /** @type {any} */ (synth), (text) => /** @type {any} */ ({ text }));
  speech.turn(true);
  return { speech, synth };
}

test("nothing is said before somebody asks for it", () => {
  const { speech, synth } = voiced();
  speech.turn(false);
  speech.say(["Night falls."]);
  assert.deepEqual(synth.texts, []);
});

test("sentences follow each other, each when the one before it is over", () => {
  const { speech, synth } = voiced();
  speech.say(["Night falls.", "Choose."]);
  assert.deepEqual(synth.texts, ["Night falls."]);
  synth.end();
  assert.deepEqual(synth.texts, ["Night falls.", "Choose."]);
});

test("what is old is not said any more, but nobody is cut off in a sentence", () => {
  const { speech, synth } = voiced();
  speech.say(["Night falls.", "Choose."]);
  speech.say(["The town wakes."]);
  synth.end();
  assert.deepEqual([synth.texts, synth.cancelled], [["Night falls.", "The town wakes."], 0]);
});

test("a sentence whose end is never told holds the voice up for a while only", (context) => {
  context.mock.timers.enable({ apis: ["Date"] });
  const { speech, synth } = voiced();
  speech.say(["Night falls."]);
  context.mock.timers.tick(30_000);
  speech.say(["The town wakes."]);
  assert.deepEqual([synth.texts.at(-1), synth.cancelled], ["The town wakes.", 1]);
});

test("turned off, it is silent at once", () => {
  const { speech, synth } = voiced();
  speech.say(["Night falls.", "Choose."]);
  speech.turn(false);
  synth.end();
  assert.deepEqual([synth.texts, synth.cancelled], [["Night falls."], 1]);
});

test("only voices of the page's language speak, the chosen one first", () => {
  const { speech, synth } = voiced("de");
  speech.voice = "kate";
  speech.say(["Es wird Nacht."]);
  assert.deepEqual([synth.said[0].voice.voiceURI, synth.said[0].lang], ["anna", "de_DE"]);
  synth.voices = [];
  assert.deepEqual(speech.voices, []);
});

test("a browser without a voice goes on in silence", () => {
  const speech = new Speech("en", undefined, () => assert.fail("nothing speaks here"));
  speech.onVoices(() => assert.fail());
  speech.turn(true);
  speech.say(["Night falls."]);
  speech.hush();
  assert.deepEqual(speech.voices, []);
});
