// What the page does: it lights what a reader looks at and tells why it is linked, shows one topic alone, and moves
// the bar that a link must reach. All that it tells stands in the page; nothing is made of text.
"use strict";

document.documentElement.classList.add("live");
document.addEventListener("DOMContentLoaded", () => {
  const all = (selector, place = document) => [...place.querySelectorAll(selector)];
  const one = (selector, place = document) => place.querySelector(selector);
  const texts = one("#texts");
  const dock = one("#dock");
  const controls = one("#controls");

  const points = new Map();
  for (const span of all(".point", texts)) {
    const entry = one(`[data-point="${span.id}"].entry`);
    points.set(span.id, {
      span,
      entry,
      side: span.closest("article").dataset.side,
      words: Number(span.dataset.words),
      topics: span.dataset.topics.split(" "),
      state: span.dataset.state,
    });
  }
  const links = all(".why").map((item) => ({
    item,
    a: item.dataset.a,
    b: item.dataset.b,
    score: Number(item.dataset.score),
    possible: "possible" in item.dataset,
    sure: item.classList[1],
    on: false,
  }));
  const shown = { bar: "0.5", topic: "", looked: null, kept: null };

  const shade = (id) => `s${(id ? points.get(id).side : 0) % 6}`;
  const linksOf = (id) => links.filter((link) => link.on && (link.a === id || link.b === id));
  const partner = (link, id) => (link.a === id ? link.b : link.a);
  let move = null;

  // Draw the bands, and let the shorter account stay in sight while the longer one goes by.
  function redraw() {
    for (const column of all("article.text", texts)) {
      const least = controls.offsetHeight + 16;
      column.style.top = `${Math.min(least, innerHeight - column.offsetHeight - 16)}px`;
    }
    move = Bands.draw(texts, links, points, shade);
    mark();
  }

  // Which links are shown. What is in both accounts and what in one alone does not hang on it.
  function settle() {
    const least = Number(shown.bar);
    for (const link of links) {
      link.on = link.score >= least && (!link.possible || least === 0);
      link.item.hidden = !link.on && !link.possible;
    }
    for (const [id, point] of points) {
      const names = linksOf(id).map((link) => name(partner(link, id)));
      one(".to", point.span).textContent = names.length ? ` →\u00a0${names.join(", ")}` : "";
    }
    sift();
    redraw();
  }

  // What is seen in the lists below the accounts and above them: what counts, and is of the topic asked for.
  function sift() {
    const { topic } = shown;
    const of = (element) => !topic || element.dataset.topics.split(" ").includes(topic);
    for (const row of all(".row")) row.hidden = !of(row) || all(".why", row).every((item) => item.hidden);
    for (const [, point] of points) point.entry.hidden = ["linked", "unsure"].includes(point.state) || !of(point.entry);
    for (const item of all(".finding")) item.hidden = !of(item);
    for (const block of all(".matter, .group, .findings details")) {
      block.hidden = all(".row, .entry, .finding", block).every((item) => item.hidden);
    }
    for (const [, point] of points) point.span.classList.toggle("aside", topic !== "" && !point.topics.includes(topic));
    for (const button of all("button.topic")) button.setAttribute("aria-pressed", button.dataset.topic === topic);
    one("#topic").value = topic;
    const count = links.filter((link) => link.on).length;
    one("#count").textContent = `${count} ${count === 1 ? "link" : "links"}`;
  }

  // Light the point looked at, its links and its partners.
  function mark() {
    const id = shown.looked ?? shown.kept;
    const lit = new Set(id ? [id, ...linksOf(id).map((link) => partner(link, id))] : []);
    texts.classList.toggle("looking", Boolean(id));
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
  }

  function name(id) {
    return one(".jump", points.get(id).entry).textContent;
  }

  function element(tag, className, ...content) {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...content);
    return made;
  }

  const copy = (node) => {
    const made = node.cloneNode(true);
    for (const part of [made, ...all("[id]", made)]) part.removeAttribute("id");
    return made;
  };

  // Tell of a point in the dock: what it is linked to and why, or what comes nearest.
  function tell(id) {
    const { entry, state } = points.get(id);
    const close = element("button", "close", "×");
    close.type = "button";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", leave);
    const about = element("div", "about", copy(one(".told", entry)), ...all(".spoken", entry).map(copy));
    const list = element("div", "partners");
    for (const link of linksOf(id).sort((p, q) => q.score - p.score)) {
      const other = points.get(partner(link, id)).entry;
      const why = element("ul", "whys", copy(link.item));
      list.append(element("div", "partner", copy(one(".told", other)), ...all(".spoken", other).map(copy), why));
    }
    const words = {
      linked: "In another account too; the match is not shown.",
      unsure: "Possibly in another account too.",
      only: "Not found in any other account.",
      rest: "About the contact itself, or without a topic.",
    }[state];
    if (!linksOf(id).length) {
      list.append(element("div", "partner", element("p", "absent", words), ...all(".near", entry).map(copy)));
    }
    dock.classList.remove(...[0, 1, 2, 3, 4, 5].map((n) => `s${n}`));
    dock.classList.add(shade(id));
    dock.replaceChildren(close, about, list);
    dock.hidden = false;
    // It must not lie on what it tells of.
    dock.classList.remove("above");
    const under = points.get(id).span.getBoundingClientRect().bottom > dock.getBoundingClientRect().top;
    dock.classList.toggle("above", under);
  }

  function look(id) {
    if (shown.looked === id) return;
    shown.looked = id;
    dock.classList.toggle("passing", Boolean(id) && id !== shown.kept);
    const told = id ?? shown.kept;
    if (told) tell(told);
    else dock.hidden = true;
    mark();
  }

  function keep(id) {
    shown.kept = id;
    shown.looked = null;
    dock.classList.remove("passing");
    if (id) tell(id);
    else dock.hidden = true;
    mark();
  }

  function leave() {
    const from = shown.kept;
    const inside = dock.contains(document.activeElement);
    keep(null);
    if (inside && from) one(".ref", points.get(from).span).focus({ preventScroll: true });
  }

  function choose(topic) {
    shown.topic = shown.topic === topic ? "" : topic;
    sift();
    mark();
  }

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
  texts.addEventListener("focusin", (event) => look(over(event)));
  texts.addEventListener("focusout", () => look(null));
  texts.addEventListener("click", (event) => {
    const id = event.target.closest(".band")?.dataset.a ?? over(event);
    const ref = event.target.closest(".ref");
    if (ref) event.preventDefault();
    if (!id || getSelection().toString()) return;
    keep(shown.kept === id ? null : id);
    if (ref && shown.kept) dock.focus({ preventScroll: true });
  });

  // A way to a point, from wherever it leads, ends with that point kept and in sight.
  document.addEventListener("click", (event) => {
    const id = event.target.closest?.("a[href^='#p']")?.hash.slice(1);
    if (!points.has(id)) return;
    event.preventDefault();
    reach(id);
  });
  function reach(id) {
    const { span } = points.get(id);
    const column = span.closest("article");
    if (column.hidden) beside("");
    keep(id);
    span.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    one(".ref", span).focus({ preventScroll: true });
  }
  if (points.has(location.hash.slice(1))) addEventListener("load", () => reach(location.hash.slice(1)));

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (shown.kept || shown.looked) leave();
    else if (shown.topic) choose(shown.topic);
  });

  // The controls.
  controls.hidden = false;
  controls.addEventListener("submit", (event) => event.preventDefault());
  controls.addEventListener("change", (event) => {
    if (event.target.name === "bar") {
      shown.bar = event.target.value;
      if (one("#possible")) one("#possible").open = shown.bar === "0";
      settle();
    } else if (event.target.id === "topic") {
      shown.topic = event.target.value;
      sift();
      mark();
    } else beside(event.target.value);
  });
  function beside(pair) {
    const wanted = pair ? pair.split(" ") : null;
    for (const column of all("article.text", texts)) column.hidden = Boolean(wanted) && !wanted.includes(column.dataset.side);
    if (one("#beside")) one("#beside").value = pair;
    texts.classList.toggle("pair", Boolean(wanted));
    redraw();
  }
  for (const button of all("button.topic")) button.addEventListener("click", () => choose(button.dataset.topic));

  // Light or dark: as the reader's system has it, until the reader says otherwise.
  const scheme = one("#scheme");
  const dark = one("#dark");
  const isDark = () => matchMedia(dark.media).matches;
  const label = () => (scheme.textContent = isDark() ? "Light" : "Dark");
  scheme.hidden = false;
  scheme.addEventListener("click", () => {
    dark.media = isDark() ? "not all" : "screen";
    label();
  });
  label();

  // Paper has nothing to click on: what is folded opens for it.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const block of folded) block.open = true;
  });
  addEventListener("afterprint", () => {
    for (const block of folded) block.open = false;
  });

  let due = 0;
  addEventListener("scroll", () => (due ||= requestAnimationFrame(() => ((due = 0), move?.()))), { passive: true });
  addEventListener("resize", redraw);
  settle();
  new ResizeObserver(redraw).observe(texts);
  document.fonts?.ready.then(redraw);
});
