// The keyboard: one passage, and one topic, is a stop of the Tab key; from it keys lead to the others.
"use strict";

const Keys = (() => {
  const { all, one } = Dom;
  const { points } = Model;
  const ref = (id) => one(".ref", points.get(id).span);
  let current = null;
  let page = {}; // what the page does when it is asked to

  function rove(id) {
    for (const other of points.keys()) ref(other).tabIndex = other === id ? 0 : -1;
    current = id;
  }

  // To the next or the previous passage of the same account.
  function step(by) {
    if (!current) return;
    const next = `p${points.get(current).side}-${Number(current.split("-")[1]) + by}`;
    page.bring(one("#texts").contains(document.activeElement) && points.has(next) ? next : current);
  }

  // To the match in the account at the left or the right, or to the passage there at about the same height.
  function cross(by) {
    const side = points.get(current).side + by;
    const matches = Model.linksOf(current).map((link) => Model.partner(link, current));
    const to = matches.find((id) => points.get(id).side === side) ?? level(side);
    if (to) page.bring(to);
  }
  function level(side) {
    const top = (id) => points.get(id).span.getBoundingClientRect().top;
    const far = (id) => Math.abs(top(id) - top(current));
    return [...points.keys()]
      .filter((id) => points.get(id).side === side)
      .reduce((p, q) => (p && far(p) <= far(q) ? p : q), null);
  }

  function toTopics() {
    const [list, choice] = [one(".rail details"), one("#topic")];
    if (!list) return;
    if (choice.getClientRects().length) return choice.focus();
    list.open = true;
    one("button.topic[tabindex='0']").focus();
  }

  // Along the topics.
  function along(button, by) {
    const buttons = all("button.topic");
    const next = buttons[buttons.indexOf(button) + by];
    if (!next) return;
    button.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  function moveBar(by) {
    const next = Model.bars[Model.bars.indexOf(page.shown.bar) + by];
    if (next) page.setBar(next);
  }

  function back() {
    const { shown } = page;
    if (shown.pairing) Dom.say("No passage was matched.");
    if (shown.kept || shown.looked || shown.pairing) page.leave();
    else if (shown.topic) page.choose(shown.topic);
  }

  const ANYWHERE = {
    j: () => step(1),
    k: () => step(-1),
    m: () => Corrections.begin(page.shown.looked ?? page.shown.kept),
    u: Corrections.undo,
    "[": () => moveBar(-1),
    "]": () => moveBar(1),
    "/": toTopics,
    Escape: back,
  };
  const IN_TEXTS = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ArrowRight: () => cross(1),
    ArrowLeft: () => cross(-1),
  };

  function press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("select, input:not([type=radio])")) return;
    const topic = event.target.closest("button.topic");
    const inTexts = one("#texts").contains(event.target);
    let act = ANYWHERE[event.key];
    if (topic && event.key in IN_TEXTS) act = () => along(topic, ["ArrowDown", "ArrowRight"].includes(event.key) ? 1 : -1);
    else if (inTexts) act ??= IN_TEXTS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  function attach(given) {
    page = given;
    if (points.size) rove(points.keys().next().value);
    all("button.topic").forEach((button, n) => (button.tabIndex = n ? -1 : 0));
    document.addEventListener("keydown", press);
  }

  return { attach, rove };
})();
