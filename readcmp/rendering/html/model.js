// What the page knows: its passages, the links between them, and what follows from these and from the reader's
// corrections. The rules are those of the program's verdicts, as far as these rest on links.
"use strict";

const Model = (() => {
  const LIKELY = 0.5;
  const BARS = { weak: 0, likely: LIKELY, strong: 0.75 };
  const RANK = { only: 0, unsure: 1, both: 2 };
  const points = new Map();
  const links = [];
  let sides = [];
  let topics = [];
  let pins = [];

  function read() {
    const comparison = JSON.parse(Dom.one("#comparison").textContent);
    const quotes = JSON.parse(Dom.one("#quotes").textContent);
    sides = comparison.sides;
    topics = comparison.topics.map((topic) => topic.id);
    sides.forEach((side, n) =>
      side.points.forEach((point, m) => {
        const name = `p${n}-${m + 1}`;
        const span = document.getElementById(name);
        const text = point.text.replace(/\s+/g, " ").trim();
        points.set(name, {
          span,
          entry: Dom.one(`[data-point="${name}"].entry`),
          id: point.id,
          side: n,
          sideId: side.id,
          text,
          quote: name in quotes ? quotes[name] : text,
          words: Number(span.dataset.words),
          topics: span.dataset.topics.split(" "),
          news: "news" in span.dataset,
          given: point.verdict,
          verdict: point.verdict,
          state: span.dataset.state,
        });
      }),
    );
    const names = new Map([...points].map(([name, point]) => [point.id, name]));
    pins = (comparison.pins ?? []).map(({ a, b, same }) => ({ a: names.get(a), b: names.get(b), same }));
    for (const item of Dom.all(".why")) {
      links.push({
        item,
        a: item.dataset.a,
        b: item.dataset.b,
        given: Number(item.dataset.score),
        possible: "possible" in item.dataset,
        on: false,
      });
    }
  }

  const order = (a, b) => (points.get(a).side < points.get(b).side ? [a, b] : [b, a]);
  const name = (id) => Dom.one(".jump", points.get(id).entry).textContent; // what a reader calls a passage
  const partner = (link, id) => (link.a === id ? link.b : link.a);

  // Take in the reader's corrections: two passages set as the same are linked for certain, two set apart are not.
  function correct() {
    for (let n = links.length - 1; n >= 0; n--) if (!links[n].item) links.splice(n, 1);
    for (const link of links) {
      link.pin = Pins.get(...order(link.a, link.b));
      link.score = link.pin ? 1 : link.given;
      link.weak = link.pin === undefined && link.possible;
    }
    for (const { a, b, same } of Pins.all()) {
      if (same && !links.some((link) => link.pin && partner(link, a) === b)) {
        links.push({ item: null, a, b, pin: true, score: 1, weak: false });
      }
    }
    for (const point of points.values()) point.verdict = { ...point.given };
    for (const { a, b, same } of Pins.added()) {
      for (const [one, other] of [[a, b], [b, a]]) {
        const [point, side] = [points.get(one), points.get(other).sideId];
        point.verdict[side] = same ? "both" : lower(point.verdict[side], rest(one, points.get(other).side));
      }
    }
    for (const point of points.values()) point.state = standing(point);
  }

  const lower = (p, q) => (RANK[p] < RANK[q] ? p : q);

  // What the links that are left say of a passage and a side. Without a likely one it may be told there all the same:
  // that it is not, the next run alone can say, which weighs the passage against the whole account.
  function rest(id, side) {
    const left = (link) =>
      link.pin !== false && !link.weak && link.score >= LIKELY && [link.a, link.b].includes(id) &&
      points.get(partner(link, id)).side === side;
    return links.some(left) ? "both" : "unsure";
  }

  function standing(point) {
    const found = Object.values(point.verdict);
    if (found.includes("both")) return "linked";
    if (!point.news) return "rest";
    return found.every((verdict) => verdict === "only") ? "only" : "unsure";
  }

  // Say which links are shown at a bar: those that reach it, and for a passage that is possibly in both its likeliest.
  function show(bar) {
    const best = new Map();
    for (const link of links) {
      link.on = link.pin !== false && link.score >= BARS[bar] && (!link.weak || bar === "weak");
      for (const end of [link.a, link.b]) {
        if (link.weak && points.get(end).state === "unsure" && !(best.get(end)?.score >= link.score)) best.set(end, link);
      }
    }
    if (bar === "likely") for (const link of best.values()) link.on = true;
  }

  const linksOf = (id) =>
    links.filter((link) => link.on && (link.a === id || link.b === id)).sort((p, q) => q.score - p.score);

  // How many words of a side stand how, as shares of all: {only, unsure, linked}.
  function shares(side) {
    const words = { only: 0, unsure: 0, linked: 0, rest: 0 };
    for (const point of points.values()) if (point.side === side) words[point.state] += point.words;
    const whole = words.only + words.unsure + words.linked + words.rest || 1;
    return { only: words.only / whole, unsure: words.unsure / whole, linked: words.linked / whole };
  }

  return {
    read, correct, show, linksOf, shares, partner, order, name, points, links,
    bars: Object.keys(BARS),
    sides: () => sides,
    pins: () => pins,
    topics: () => topics,
  };
})();
