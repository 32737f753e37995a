// The dock tells of the passage looked at: what it matches and why, or what comes closest, and what a reader may do about it.
"use strict";

const Dock = (() => {
  const HUES = [0, 1, 2, 3, 4, 5].map((n) => `s${n}`);
  const STATES = {
    linked: "In another account too; the match is not shown.",
    unsure: "Possibly in another account too.",
    only: "No matching passage in any other account.",
    rest: "About the call itself, or without a topic.",
  };
  const place = () => Dom.one("#dock");

  let page = {}; // what the page does when it is asked to: {leave}

  // Two buttons that say whether two passages are the same.
  function verdict(a, b) {
    const [p, q] = [Model.points.get(a), Model.points.get(b)];
    if (!p.quote || !q.quote) return "";
    const said = Pins.get(...Model.order(a, b));
    return Dom.make(
      "div", "acts",
      Dom.button("Same", () => Corrections.set(a, b, true), said === true),
      Dom.button("Not the same", () => Corrections.set(a, b, false), said === false),
    );
  }

  function match(link, id) {
    const other = Model.partner(link, id);
    const { entry } = Model.points.get(other);
    const box = Dom.make("div", "partner", Dom.copy(Dom.one(".told", entry)), ...Dom.all(".spoken", entry).map(Dom.copy));
    const why = Dom.make("ul", "whys");
    if (link.pin) why.append(Dom.make("li", "score", "Set as the same by you"));
    else why.append(Dom.copy(link.item));
    box.append(why, verdict(id, other));
    return box;
  }

  // A passage set as not the same as this one stays in sight, so that this can be taken back.
  const apart = (id) =>
    Pins.all()
      .filter((pin) => !pin.same && (pin.a === id || pin.b === id))
      .map((pin) => {
        const other = pin.a === id ? pin.b : pin.a;
        const told = Dom.copy(Dom.one(".told", Model.points.get(other).entry));
        return Dom.make("div", "partner", told, Dom.make("p", "whys score", "Set as not the same by you"), verdict(id, other));
      });

  function partners(id) {
    const list = Dom.make("div", "partners", ...Model.linksOf(id).map((link) => match(link, id)), ...apart(id));
    if (!Model.linksOf(id).length) {
      const { entry, state } = Model.points.get(id);
      const near = Dom.all(".near", entry)
        .filter((element) => Pins.get(...Model.order(id, element.dataset.point)) !== false)
        .map((element) => Dom.make("div", "closest", Dom.copy(element), verdict(id, element.dataset.point)));
      list.append(Dom.make("div", "partner", Dom.make("p", "absent", STATES[state]), ...near));
    }
    return list;
  }

  function copyQuote(id) {
    const point = Model.points.get(id);
    const side = Model.sides()[point.side];
    const from = [side.label, side.publisher, side.date].filter(Boolean).join(", ");
    Dom.clip(`“${point.text}” (${from})${side.url ? ` ${side.url}` : ""}`, "Quotation copied.");
  }

  function tools(id) {
    const made = Dom.make(
      "div", "acts",
      Dom.button("Copy quotation", () => copyQuote(id)),
      Dom.button("Copy link", () => Dom.clip(Address.of(id), "Link copied.")),
    );
    if (Model.points.get(id).quote) made.append(Dom.button("Match with another passage…", () => Corrections.begin(id)));
    return made;
  }

  function tell(id, shade) {
    const { entry, span } = Model.points.get(id);
    const dock = place();
    const close = Dom.button("×", () => page.leave());
    close.className = "close";
    close.setAttribute("aria-label", "Close");
    const about = Dom.make("div", "about", Dom.copy(Dom.one(".told", entry)), ...Dom.all(".spoken", entry).map(Dom.copy));
    about.append(tools(id));
    dock.classList.remove(...HUES);
    dock.classList.add(shade);
    dock.replaceChildren(close, about, partners(id));
    dock.hidden = false;
    // It must not lie on what it tells of.
    dock.classList.remove("above");
    dock.classList.toggle("above", span.getBoundingClientRect().bottom > dock.getBoundingClientRect().top);
  }

  return { tell, hide: () => (place().hidden = true), does: (given) => (page = given), place };
})();
