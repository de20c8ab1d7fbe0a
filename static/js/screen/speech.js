// The narrator's voice, where the browser has one: sentence by sentence, and what is old is not said any more.

/** How long a sentence may take (ms): some browsers never tell that one is over. */
const STUCK = 20_000;

export class Speech {
  isOn = false;
  voice = "";
  rate = 1;
  /** @type {string[]} */ #queue = [];
  /** @type {SpeechSynthesisUtterance | null} */ #current = null;
  #since = 0;

  /**
   * @param {string} tongue the language of the page
   * @param {SpeechSynthesis | undefined} synth
   * @param {(text: string) => SpeechSynthesisUtterance} utter
   */
  constructor(tongue, synth = globalThis.speechSynthesis, utter = (text) => new SpeechSynthesisUtterance(text)) {
    this.tongue = tongue;
    this.synth = synth;
    this.utter = utter;
  }

  /** Those who speak this language. */
  get voices() {
    return (this.synth?.getVoices() ?? []).filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === this.tongue);
  }

  /**
   * Voices may come later than the page.
   * @param {() => void} tell
   */
  onVoices(tell) {
    this.synth?.addEventListener?.("voiceschanged", tell);
  }

  /** @param {boolean} isOn true only from a tap: before one, browsers are silent */
  turn(isOn) {
    this.isOn = isOn;
    if (!isOn) this.hush();
  }

  /**
   * Say this next. The sentence that is being spoken is finished; those that waited are dropped.
   * @param {string[]} sentences
   */
  say(sentences) {
    if (!this.isOn || sentences.length === 0) return;
    if (this.#current && Date.now() - this.#since > STUCK) this.hush();
    this.#queue = [...sentences];
    if (!this.#current) this.#next();
  }

  hush() {
    this.#queue = [];
    this.#current = null;
    this.synth?.cancel();
  }

  #next() {
    const text = this.#queue.shift();
    if (text === undefined || !this.synth) return;
    const spoken = this.utter(text);
    const voice = this.voices.find(({ voiceURI }) => voiceURI === this.voice) ?? this.voices[0];
    if (voice) spoken.voice = voice;
    Object.assign(spoken, { lang: voice?.lang ?? this.tongue, rate: this.rate });
    spoken.onend = spoken.onerror = () => this.#ended(spoken);
    // Held until it ends: Chromium forgets one that nobody holds, and then never tells of its end.
    this.#current = spoken;
    this.#since = Date.now();
    this.synth.speak(spoken);
  }

  /** @param {SpeechSynthesisUtterance} spoken */
  #ended(spoken) {
    if (spoken !== this.#current) return;
    this.#current = null;
    this.#next();
  }
}
