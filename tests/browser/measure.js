// What is wrong with the page at its present size, as a list of sentences; evaluated inside the page by gates.py.
() => {
  const found = [];
  const root = document.documentElement;
  const tell = (what, element) => found.push(`${what}: ${element.outerHTML.replace(/<!--.*?-->/g, "").slice(0, 140)}`);
  const isUnseen = (element) => element.closest(".unseen, .skip, [hidden]") || !element.checkVisibility({ visibilityProperty: true });
  const styleOf = (element) => getComputedStyle(element);
  const scrolls = (element) => /auto|scroll/.test(styleOf(element).overflowX + styleOf(element).overflowY);

  if (root.scrollWidth > root.clientWidth) found.push(`${root.scrollWidth - root.clientWidth} px stick out`);

  const controls = "button, a, select, textarea, summary, label.check, input:not([type=checkbox], [type=radio], [type=hidden])";
  for (const each of document.querySelectorAll(controls)) {
    if (isUnseen(each)) continue;
    const { width, height } = each.getBoundingClientRect();
    if (width < 43.9 || height < 43.9) tell(`only ${width.toFixed(1)} x ${height.toFixed(1)}`, each);
  }

  // Where the letters of an element end, against the boxes that they are to stay in.
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) => (node.data.trim() ? 1 : 2));
  while (words.nextNode()) {
    const text = words.currentNode;
    const holder = text.parentElement;
    if (!holder || /^(SCRIPT|STYLE|TEMPLATE|OPTION|TITLE|NOSCRIPT|TEXTAREA)$/.test(holder.tagName) || isUnseen(holder)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const ink = range.getBoundingClientRect();
    if (!ink.width) continue;
    for (let box = holder; box && box !== document.body; box = box.parentElement) {
      if (scrolls(box)) break;
      const isClipping = styleOf(box).overflowX !== "visible" || styleOf(box).overflowY !== "visible";
      if (!isClipping && !box.matches("button, .button, .seat, .card, dialog, header")) continue;
      const edge = box.getBoundingClientRect();
      if (ink.left < edge.left - 1 || ink.right > edge.right + 1 || ink.top < edge.top - 4 || ink.bottom > edge.bottom + 4) {
        tell(`cut off: "${text.data.trim().slice(0, 40)}" in`, box);
        break;
      }
    }
    if (ink.right > innerWidth + 1 || ink.left < -1) {
      let box = holder;
      while (box && !scrolls(box)) box = box.parentElement;
      if (!box) tell(`beyond the window: "${text.data.trim().slice(0, 40)}"`, holder);
    }
  }
  return found;
}
