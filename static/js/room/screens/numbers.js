// The numbers of a game, for whoever likes to look back.

import { html, nothing } from "lit-html";
import { talliesOf } from "../tallies.js";
import { _, ngettext } from "../words.js";
import { nameIn } from "./truth.js";

/** @param {Table.Recap} recap */
export function numbers(recap) {
  const { hits, suspected, saves, quietest } = talliesOf(recap);
  const name = nameIn(recap);
  const told = [
    suspected && [_("Most suspected"), ngettext("{name}: {count} tap or vote", "{name}: {count} taps and votes", suspected.count, { name: name(suspected.userId) })],
    ...saves.map(({ userId, round }) => [_("Saved"), _("{name}, by the doctor, in night {round}", { name: name(userId), round })]),
    quietest && [_("Quietest"), ngettext("{name}: {count} message", "{name}: {count} messages", quietest.count, { name: name(quietest.userId) })],
  ].filter((each) => each !== null);
  if (told.length + hits.length === 0) return nothing;
  return html`<section class="card" aria-labelledby="numbers"><h2 id="numbers">${_("In numbers")}</h2>
    <dl class="numbers">${told.map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}
      ${hits.map(({ userId, right, total }) => html`<div><dt>${name(userId)}</dt><dd>${_("suspected right {right} of {total}", { right, total })}
        <meter min="0" max=${total} value=${right} aria-hidden="true"></meter></dd></div>`)}</dl></section>`;
}
