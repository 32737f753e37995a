// The reader's corrections: which two passages are the same, and which are not. They are kept in the browser for these
// very texts, can be undone, and make a file that `readcmp diff --pins` takes.
"use strict";

const Pins = (() => {
  let now = []; // {a, b, same}: names of passages in the page, in the order of the sides
  let given = []; // those with which the page was made
  let before = [];
  let key = "";
  const alike = (pin, a, b) => pin.a === a && pin.b === b;

  // A short number for the texts, so that corrections of one page are not taken for those of another.
  function digest(text) {
    let sum = 0x811c9dc5;
    for (let n = 0; n < text.length; n++) sum = Math.imul(sum ^ text.charCodeAt(n), 0x01000193) >>> 0;
    return `${text.length}-${sum.toString(36)}`;
  }

  // Take up what was kept of these passages, {name: {sideId, text}}, or else the corrections with which the page was made.
  // A browser may keep nothing for a page.
  function open(points, made) {
    given = made;
    const told = [...points].map(([id, p]) => `${id} ${p.sideId} ${p.text}`);
    key = `readcmp pins ${digest([...told, JSON.stringify(made)].join("\n"))}`;
    now = made;
    try {
      const kept = JSON.parse(localStorage.getItem(key));
      if (kept) now = kept.filter((pin) => points.has(pin?.a) && points.has(pin?.b) && typeof pin.same === "boolean");
    } catch {
      // what was kept cannot be read
    }
  }

  function change(pins) {
    before.push(now);
    now = pins;
    keep();
  }

  function keep() {
    try {
      if (now === given) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(now));
    } catch {
      // nothing is kept then, and all else works
    }
  }

  const get = (a, b) => now.find((pin) => alike(pin, a, b))?.same;

  // Set two passages as the same or not; the same word a second time takes it back.
  function set(a, b, same) {
    const rest = now.filter((pin) => !alike(pin, a, b));
    change(get(a, b) === same ? rest : [...rest, { a, b, same }]);
  }

  // The corrections that the page was not made with: the others are in all that it tells.
  const added = () => now.filter((pin) => !given.some((other) => alike(other, pin.a, pin.b) && other.same === pin.same));

  function undo() {
    if (!before.length) return false;
    now = before.pop();
    keep();
    return true;
  }

  // A text in YAML's double quotes. What YAML takes for no text or for a line break is escaped besides what JSON escapes.
  const quoted = (text) =>
    JSON.stringify(text).replace(
      /[\u007f-\u009f\u00ad\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );

  function yaml(points) {
    const lines = ["# Corrections of a comparison, for: readcmp diff --pins pins.yaml"];
    for (const [section, same] of [["same", true], ["apart", false]]) {
      const pins = now.filter((pin) => pin.same === same);
      if (pins.length) lines.push(`${section}:`);
      for (const pin of pins) {
        const [a, b] = [points.get(pin.a), points.get(pin.b)];
        lines.push(`  - ${quoted(a.sideId)}: ${quoted(a.quote)}`, `    ${quoted(b.sideId)}: ${quoted(b.quote)}`);
      }
    }
    return `${lines.join("\n")}\n`;
  }

  return { open, get, set, added, undo, clear: () => change([]), yaml, all: () => now, undoable: () => before.length > 0 };
})();
