// What the page does: it lights what a reader looks at and tells why it is matched, shows one topic alone, moves the bar
// that a match must reach, and takes in corrections. All that it tells stands in the page.
"use strict";

document.documentElement.classList.add("live");
document.addEventListener("DOMContentLoaded", () => {
  const { all, one } = Dom;
  const [texts, dock, controls] = [one("#texts"), one("#dock"), one("#controls")];
  const { points, links } = Model;
  Model.read();
  Pins.open(points, Model.pins());

  // `looked` is what the mouse or the focus is on, `kept` what a click pinned, `pairing` what is to be matched by hand.
  const shown = { bar: "likely", topic: "", looked: null, kept: null, pairing: null };
  const shade = (id) => `s${(id ? points.get(id).side : 0) % 6}`;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let move = null;

  // Draw the lines, and let the shorter account stay in sight while the longer one goes by.
  function redraw() {
    const many = texts.classList.contains("pair") ? 2 : Model.sides().length;
    const tabbed = !matchMedia(many > 2 ? "(width >= 70rem)" : "(width >= 52rem)").matches;
    texts.classList.toggle("tabbed", tabbed);
    one("#tabs").hidden = !tabbed;
    for (const column of all("article.text", texts)) {
      const least = controls.offsetHeight + 16;
      column.style.top = `${Math.min(least, innerHeight - column.offsetHeight - 16)}px`;
    }
    move = Bands.draw(texts, links, points, shade);
    mark();
  }

  // What follows from the bar and from corrections: which matches are shown, how each passage stands, how much of each text.
  function settle() {
    Model.correct();
    Model.show(shown.bar);
    for (const link of links) if (link.item) link.item.hidden = !link.on && !(link.weak && link.pin === undefined);
    for (const [id, point] of points) {
      const names = Model.linksOf(id).map((link) => Model.name(Model.partner(link, id)));
      one(".to", point.span).textContent = names.length ? ` →\u00a0${names.join(", ")}` : "";
      one(".state", point.span).textContent =
        { only: " only here", unsure: " possibly in another account too" }[point.state] ?? "";
      for (const state of ["linked", "unsure", "only", "rest"]) point.span.classList.toggle(state, state === point.state);
    }
    for (const column of all("article.text", texts)) tally(column);
    Corrections.count();
    sift();
    redraw();
  }

  // How much of a text is where, in figures and as a bar.
  function tally(column) {
    const shares = Model.shares(Number(column.dataset.side));
    let x = 0;
    for (const [state, part] of [["only", "only"], ["unsure", "unsure"], ["linked", "both"]]) {
      one(`[data-figure=${state}]`, column).textContent = `${Math.round(100 * shares[state])}%`;
      const rule = one(`.tally .${part}`, column);
      rule.setAttribute("x", 100 * x);
      rule.setAttribute("width", 100 * shares[state]);
      x += shares[state];
    }
  }

  // What is seen in the lists around the accounts: what counts, and is of the topic asked for.
  function sift() {
    const { topic } = shown;
    const of = (element) => !topic || element.dataset.topics.split(" ").includes(topic);
    for (const row of all(".row")) {
      const whys = all(".why", row);
      row.hidden = !of(row) || (whys.length > 0 && whys.every((item) => item.hidden));
    }
    for (const [, point] of points) point.entry.hidden = ["linked", "unsure"].includes(point.state) || !of(point.entry);
    for (const item of all(".finding")) item.hidden = !of(item);
    if (topic) one(".more")?.setAttribute("open", "");
    for (const block of all(".matter, .group, .more")) {
      block.hidden = all(".row, .entry, .finding", block).every((item) => item.hidden);
    }
    for (const [, point] of points) point.span.classList.toggle("aside", topic !== "" && !point.topics.includes(topic));
    for (const button of all("button.topic")) button.setAttribute("aria-pressed", button.dataset.topic === topic);
    one("#topic").value = topic;
    const matches = links.filter((link) => link.on && !link.weak).length;
    const weak = links.filter((link) => link.on && link.weak).length;
    one("#count").textContent = `${matches} ${matches === 1 ? "match" : "matches"}${weak ? `, ${weak} possible` : ""}`;
  }

  // Light the passage looked at, its lines and its partners, and say in the address what is shown.
  function mark() {
    const id = shown.looked ?? shown.kept;
    const lit = new Set(id ? [id, ...Model.linksOf(id).map((link) => Model.partner(link, id))] : []);
    texts.classList.toggle("looking", Boolean(id));
    texts.classList.toggle("pairing", Boolean(shown.pairing));
    for (const [other, point] of points) {
      point.span.classList.toggle("lit", lit.has(other));
      point.span.classList.toggle("kept", other === shown.kept);
    }
    const { topic } = shown;
    const of = (point) => !topic || points.get(point).topics.includes(topic);
    for (const band of all(".band", texts)) {
      const { a, b } = band.dataset;
      band.classList.toggle("lit", a === id || b === id);
      band.classList.toggle("aside", !of(a) && !of(b));
    }
    for (const rule of all(".spine", texts)) {
      rule.classList.toggle("lit", lit.has(rule.dataset.point));
      rule.classList.toggle("aside", !of(rule.dataset.point));
    }
    Address.write({ bar: shown.bar, topic: shown.topic, passage: shown.kept });
  }

  function look(id) {
    if (shown.looked === id) return;
    shown.looked = id;
    dock.classList.toggle("passing", Boolean(id) && id !== shown.kept);
    retell();
  }

  function keep(id) {
    shown.kept = id;
    shown.looked = null;
    dock.classList.remove("passing");
    retell();
  }

  function retell() {
    const told = shown.pairing ? null : (shown.looked ?? shown.kept); // what is to be chosen must not be covered
    if (told) Dock.tell(told, shade(told));
    else Dock.hide();
    mark();
  }

  function leave() {
    const from = shown.kept;
    const inside = dock.contains(document.activeElement);
    shown.pairing = null;
    keep(null);
    if (!inside || !from) return;
    one(".ref", points.get(from).span).focus({ preventScroll: true });
    look(null); // the focus is back, and the reader wants to see no more of it
  }

  // Show one topic alone, with all that differs on it, or everything again.
  function choose(topic) {
    shown.topic = shown.topic === topic ? "" : topic;
    one(".more")?.removeAttribute("open");
    sift();
    mark();
  }

  function setBar(bar) {
    shown.bar = bar;
    one(`[name=bar][value=${bar}]`).checked = true;
    settle();
  }

  Corrections.attach({ shown, settle, retell, keep });
  Dock.does({ leave });
  one("#download").hidden = false;
  one("#download").addEventListener("click", () => {
    Dom.save("comparison.json", `${one("#comparison").textContent}\n`, "application/json");
  });

  // The mouse looks at what it is over, the keyboard at what has the focus; a click or Enter keeps it.
  const over = (event) => event.target.closest?.(".point")?.id ?? null;
  let place = "";
  const at = (event) => `${event.screenX} ${event.screenY}`;
  addEventListener("mousemove", (event) => (place = at(event)));
  texts.addEventListener("mouseover", (event) => {
    if (at(event) === place) return; // the page has moved, not the mouse
    look(event.target.closest(".band")?.dataset.a ?? over(event));
  });
  texts.addEventListener("mouseleave", () => look(null));
  texts.addEventListener("focusin", (event) => {
    look(over(event));
    if (over(event)) Keys.rove(over(event));
  });
  texts.addEventListener("focusout", () => look(null));
  texts.addEventListener("click", (event) => {
    const id = event.target.closest(".band")?.dataset.a ?? over(event);
    const ref = event.target.closest(".ref");
    if (ref) event.preventDefault();
    if (!id || getSelection().toString() || Corrections.choose(id)) return;
    keep(shown.kept === id ? null : id);
    if (ref && shown.kept) dock.focus({ preventScroll: true });
  });

  // A way to a passage, from wherever it leads, ends with that passage pinned and in sight.
  document.addEventListener("click", (event) => {
    const id = event.target.closest?.("a[href^='#p']")?.hash.slice(1);
    if (!points.has(id)) return;
    event.preventDefault();
    reach(id);
  });
  function bring(id) {
    const { span } = points.get(id);
    const column = span.closest("article");
    if (column.hidden) beside("");
    turn(column.dataset.side);
    span.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
    one(".ref", span).focus({ preventScroll: true });
  }
  function reach(id) {
    bring(id);
    keep(id);
  }

  Keys.attach({ shown, bring, setBar, leave, choose });

  // The controls.
  controls.hidden = false;
  controls.addEventListener("submit", (event) => event.preventDefault());
  controls.addEventListener("change", (event) => {
    if (event.target.name === "bar") setBar(event.target.value);
    else if (event.target.id === "topic") choose(event.target.value);
    else beside(event.target.value);
  });
  function beside(pair) {
    const wanted = pair ? pair.split(" ") : null;
    for (const column of all("article.text", texts)) column.hidden = Boolean(wanted) && !wanted.includes(column.dataset.side);
    if (one("#beside")) one("#beside").value = pair;
    texts.classList.toggle("pair", Boolean(wanted));
    for (const tab of all("#tabs button")) tab.hidden = Boolean(wanted) && !wanted.includes(tab.dataset.side);
    if (one("article.front", texts)?.hidden) turn(wanted[0]);
    redraw();
  }
  // Where the accounts do not fit beside each other, one stands in front.
  function turn(side) {
    if (one("article.front", texts).dataset.side === String(side)) return;
    for (const column of all("article.text", texts)) column.classList.toggle("front", column.dataset.side === String(side));
    for (const tab of all("#tabs button")) tab.setAttribute("aria-pressed", tab.dataset.side === String(side));
    redraw();
  }
  for (const tab of all("#tabs button")) tab.addEventListener("click", () => turn(tab.dataset.side));
  for (const button of all("button.topic")) button.addEventListener("click", () => choose(button.dataset.topic));
  const wide = matchMedia("(width >= 75rem)");
  const rail = () => one(".rail details")?.toggleAttribute("open", wide.matches);
  wide.addEventListener("change", rail);
  rail();

  // Take up what the address asks for.
  function restore() {
    const asked = Address.read();
    if (!asked) return;
    Object.assign(shown, { topic: asked.topic, kept: asked.passage, looked: null });
    setBar(asked.bar);
    retell();
    if (asked.passage) reach(asked.passage);
  }
  addEventListener("hashchange", restore);

  let due = 0;
  addEventListener("scroll", () => (due ||= requestAnimationFrame(() => ((due = 0), move?.()))), { passive: true });
  addEventListener("resize", redraw);
  const asked = Address.read(); // before the address says what is shown at first
  if (asked) Object.assign(shown, { bar: asked.bar, topic: asked.topic, kept: asked.passage });
  one(`[name=bar][value=${shown.bar}]`).checked = true;
  settle();
  new ResizeObserver(redraw).observe(texts);
  document.fonts?.ready.then(redraw);
  if (asked?.passage) addEventListener("load", () => reach(asked.passage));
});
