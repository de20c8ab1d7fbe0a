// Paper from above for who has won: one and a half seconds, and none where less motion is wished for.

const PIECES = 40;
const COLOURS = 16;

export function confetti() {
  if (document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const shower = Object.assign(document.createElement("div"), { className: "confetti" });
  shower.ariaHidden = "true";
  for (let number = 0; number < PIECES; number += 1) shower.append(piece(number));
  document.body.append(shower);
  void Promise.allSettled(shower.getAnimations({ subtree: true }).map(({ finished }) => finished)).then(() => shower.remove());
}

/** @param {number} number */
function piece(number) {
  const paper = document.createElement("i");
  paper.dataset["seat"] = String((number % COLOURS) + 1);
  paper.style.insetInlineStart = `${(number * 100) / PIECES}%`;
  paper.style.setProperty("--sway", `${((number * 37) % 120) - 60}px`);
  paper.style.animationDuration = `${800 + ((number * 173) % 400)}ms`;
  paper.style.animationDelay = `${(number * 89) % 300}ms`;
  return paper;
}
