// Correcting the page where it is read: two passages are set as the same or as not the same, by buttons of the dock or by
// choosing one after the other.
"use strict";

const Corrections = (() => {
  const { all, one } = Dom;
  const { points, name } = Model;
  let page = {}; // what the page does when it is asked to: {shown, settle, retell, keep}

  // Show what follows, and leave the focus where it was.
  function refresh() {
    const dock = Dock.place();
    const held = dock.contains(document.activeElement) ? document.activeElement.textContent : null;
    page.settle();
    page.retell();
    if (held !== null) (all("button", dock).find((button) => button.textContent === held) ?? dock).focus();
  }

  function set(a, b, same) {
    Pins.set(...Model.order(a, b), same);
    refresh();
    const said = Pins.get(...Model.order(a, b));
    const how = said === undefined ? "no longer corrected" : said ? "set as the same" : "set as not the same";
    Dom.say(`${name(a)} and ${name(b)}: ${how}. Press u to undo.`);
  }

  // Wait for the passage that is the same as this one.
  function begin(id) {
    if (!id) return;
    if (!points.get(id).quote) {
      Dom.say("These words stand twice in the account, so that they name no passage.");
      return;
    }
    page.shown.pairing = id;
    page.keep(id);
    one(".ref", points.get(id).span).focus({ preventScroll: true });
    Dom.say(`Choose the passage of another account that is the same as ${name(id)}; Escape leaves it.`);
  }

  // Match the passage that waits with the one chosen; return whether one was waiting.
  function choose(id) {
    const first = page.shown.pairing;
    if (!first || first === id) return false;
    const [p, q] = [points.get(first), points.get(id)];
    if (p.side === q.side || !q.quote) {
      Dom.say("Choose a passage of another account, whose words stand there once.");
      return true;
    }
    page.shown.pairing = null;
    if (Pins.get(...Model.order(first, id)) !== true) set(first, id, true);
    page.keep(first);
    return true;
  }

  function undo() {
    Dom.say(Pins.undo() ? "Undone." : "Nothing to undo.");
    refresh();
  }

  function count() {
    const found = Pins.all().length;
    one("#pins").hidden = !found;
    one("#pinned").textContent = found === 1 ? "One correction." : `${found} corrections.`;
    one("#undo").disabled = !Pins.undoable();
  }

  function attach(given) {
    page = given;
    one("#undo").addEventListener("click", undo);
    one("#clear").addEventListener("click", () => {
      Pins.clear();
      refresh();
    });
    one("#save").addEventListener("click", () => Dom.save("pins.yaml", Pins.yaml(points), "application/yaml"));
  }

  return { attach, set, begin, choose, undo, count };
})();
