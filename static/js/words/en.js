// Written by `make words` out of locale/; not by hand.

export const tag = "en";

/** @type {Language.Words} */
export const words = {};

/** @type {Language.Phrases} */
export const phrases = {
 "suspect": [
  "I suspect {name}."
 ],
 "quiet": [
  "{name} is very quiet today."
 ],
 "trust": [
  "I trust {name}."
 ],
 "why": [
  "Why?"
 ],
 "hint": [
  "I have a role."
 ],
 "skip": [
  "Let us skip today."
 ]
};
