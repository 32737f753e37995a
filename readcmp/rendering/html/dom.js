// Small helpers for the other scripts of the page. Nothing is ever made of text: all that is shown is copied from the
// page or set as text.
"use strict";

const Dom = {
  all: (selector, place = document) => [...place.querySelectorAll(selector)],
  one: (selector, place = document) => place.querySelector(selector),

  make(tag, className, ...content) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...content);
    return made;
  },

  button(text, act, pressed) {
    const made = Dom.make("button", "act", text);
    made.type = "button";
    if (pressed !== undefined) made.setAttribute("aria-pressed", pressed);
    made.addEventListener("click", act);
    return made;
  },

  // A copy without ids, since an id stands in a page once.
  copy(node) {
    const made = node.cloneNode(true);
    for (const part of [made, ...Dom.all("[id]", made)]) part.removeAttribute("id");
    return made;
  },

  // Say something in passing, to the eye and to a screen reader.
  say(text) {
    const place = Dom.one("#status");
    place.textContent = text;
    clearTimeout(Dom.said);
    Dom.said = setTimeout(() => (place.textContent = ""), 6000);
  },

  // Give a file to the reader; nothing leaves the machine.
  save(name, text, type) {
    const link = Dom.make("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  },

  // Copy text, also where the page may not use the clipboard by itself, as in a frame.
  async clip(text, done) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = Dom.make("textarea", "unseen", text);
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    Dom.say(done);
  },
};
