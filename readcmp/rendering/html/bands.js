// The bands between the accounts. A point's end of a band is as long as the point is: where it begins and ends in
// the midst of a line, the band does so in the midst of that line's height, so that neighbours never overlap. A weak
// match is a thin broken line from middle to middle.
"use strict";

const Bands = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const THIN = 3; // pixels that even the shortest point's end has
  const SPINE = 4; // pixels: the width of the rule at which a band ends, and half the room around it

  function make(name, attributes, ...classes) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.classList.add(...classes);
    return element;
  }

  // Where a point begins and ends, in pixels from the top of its column's text.
  function extent(point, body) {
    const text = document.createRange();
    text.selectNodeContents(point);
    text.setEndBefore(point.querySelector(".ref"));
    const lines = [...text.getClientRects()].filter((line) => line.width > 0);
    if (!lines.length) return null;
    const box = body.getBoundingClientRect();
    const height = parseFloat(getComputedStyle(body).lineHeight);
    const leftward = body.dir === "rtl";
    const at = (line, x) => {
      const part = leftward ? (box.right - x) / box.width : (x - box.left) / box.width;
      return (line.top + line.bottom) / 2 - box.top + height * (Math.min(1, Math.max(0, part)) - 0.5);
    };
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const top = at(first, leftward ? first.right : first.left);
    return { top, bottom: Math.max(at(last, leftward ? last.left : last.right), top + THIN) };
  }

  function shape(x, from, y, to) {
    const middle = (x + y) / 2;
    return (
      `M${x} ${from.top}C${middle} ${from.top} ${middle} ${to.top} ${y} ${to.top}` +
      `V${to.bottom}C${middle} ${to.bottom} ${middle} ${from.bottom} ${x} ${from.bottom}Z`
    );
  }

  function thread(x, from, y, to) {
    const [start, end, middle] = [(from.top + from.bottom) / 2, (to.top + to.bottom) / 2, (x + y) / 2];
    return `M${x} ${start}C${middle} ${start} ${middle} ${end} ${y} ${end}`;
  }

  const strength = (link) => (link.weak || link.score < 0.5 ? "weak" : link.score < 0.75 ? "likely" : "strong");

  // Draw the links that are on between neighbouring columns of `place`, anew; `points` tells a point's state and
  // `shade` its side's class. Return what moves the drawing when a column has moved, or null where the columns do not
  // stand beside each other.
  function draw(place, links, points, shade) {
    place.querySelector("svg.bands")?.remove();
    const columns = [...place.querySelectorAll("article.text")].filter((column) => column.getClientRects().length);
    const bodies = columns.map((column) => column.querySelector(".body"));
    const boxes = bodies.map((body) => body.getBoundingClientRect());
    const beside = boxes.length > 1 && boxes.every((box, n) => !n || box.left > boxes[n - 1].right);
    place.classList.toggle("stacked", !beside);
    if (!beside) return null;

    const frame = place.getBoundingClientRect();
    const picture = make("svg", { width: frame.width, height: frame.height, "aria-hidden": "true" }, "bands");
    const shades = make("defs", {});
    picture.append(shades);
    const ends = new Map();
    const spines = columns.map((column, n) => {
      const group = make("g", {});
      const edges = [];
      if (n > 0) edges.push(boxes[n].left - frame.left - 3 * SPINE);
      if (n < columns.length - 1) edges.push(boxes[n].right - frame.left + 2 * SPINE);
      for (const point of column.querySelectorAll(".point")) {
        const found = extent(point, bodies[n]);
        if (!found) continue;
        ends.set(point.id, { ...found, column: n });
        const height = Math.max(found.bottom - found.top - 2, 2);
        for (const x of edges) {
          const rule = make("rect", { x, y: found.top + 1, width: SPINE, height }, "spine", points.get(point.id).state);
          rule.classList.add(shade(point.id));
          rule.dataset.point = point.id;
          group.append(rule);
        }
      }
      return group;
    });

    const bands = [];
    for (let n = 1; n < columns.length; n++) {
      const x = boxes[n - 1].right - frame.left + 3 * SPINE;
      const y = boxes[n].left - frame.left - 3 * SPINE;
      const fade = make("linearGradient", { id: `fade${n}`, gradientUnits: "userSpaceOnUse", x1: x, x2: y });
      for (const end of [n - 1, n]) {
        const side = shade(columns[end].querySelector(".point")?.id);
        fade.append(make("stop", { offset: end - n + 1 }, side));
      }
      shades.append(fade);
      for (const link of links) {
        const [from, to] = [ends.get(link.a), ends.get(link.b)].sort((p, q) => p?.column - q?.column);
        if (!link.on || from?.column !== n - 1 || to?.column !== n) continue;
        const how = strength(link);
        const path = make("path", { [how === "weak" ? "stroke" : "fill"]: `url(#fade${n})` }, "band", how);
        Object.assign(path.dataset, { a: link.a, b: link.b });
        bands.push({ path, line: how === "weak" ? thread : shape, x, from, y, to });
        picture.append(path);
      }
    }
    picture.append(...spines);
    place.append(picture);

    let last = "";
    function move() {
      const top = place.getBoundingClientRect().top;
      const shifts = bodies.map((body) => body.getBoundingClientRect().top - top);
      if (last === (last = shifts.join())) return;
      const shifted = (end) => ({ top: end.top + shifts[end.column], bottom: end.bottom + shifts[end.column] });
      for (const { path, line, x, from, y, to } of bands) path.setAttribute("d", line(x, shifted(from), y, shifted(to)));
      spines.forEach((group, n) => group.setAttribute("transform", `translate(0 ${shifts[n]})`));
    }
    move();
    return move;
  }

  return { draw };
})();
