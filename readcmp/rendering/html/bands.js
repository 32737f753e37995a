// The bands between the accounts. A point's end of a band is as long as the point is: where it begins and ends in
// the midst of a line, the band does so in the midst of that line's height, so that neighbours never overlap.
"use strict";

const Bands = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const THIN = 3; // pixels that even the shortest point's end has
  const SPINE = 4; // pixels: the width of the rule at which a band ends

  function make(name, attributes) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  // Where a point begins and ends, in pixels from the top of the window.
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
      return (line.top + line.bottom) / 2 + height * (Math.min(1, Math.max(0, part)) - 0.5);
    };
    const first = lines[0];
    const last = lines[lines.length - 1];
    const top = at(first, leftward ? first.right : first.left);
    const bottom = at(last, leftward ? last.left : last.right);
    return { top, bottom: Math.max(bottom, top + THIN) };
  }

  function band(x, from, y, to) {
    const middle = (x + y) / 2;
    return (
      `M${x} ${from.top}C${middle} ${from.top} ${middle} ${to.top} ${y} ${to.top}` +
      `V${to.bottom}C${middle} ${to.bottom} ${middle} ${from.bottom} ${x} ${from.bottom}Z`
    );
  }

  // Draw the links between neighbouring columns of `place`, the element that the columns stand in.
  function draw(place, links, points, shade) {
    place.querySelector("svg.bands")?.remove();
    const columns = [...place.querySelectorAll("article.text")].filter((column) => !column.hidden);
    const boxes = columns.map((column) => column.querySelector(".body").getBoundingClientRect());
    const beside = boxes.every((box, n) => !n || box.left > boxes[n - 1].right);
    place.classList.toggle("stacked", !beside);
    if (!beside) return;
    const frame = place.getBoundingClientRect();
    const picture = make("svg", { class: "bands", width: frame.width, height: frame.height, "aria-hidden": "true" });
    const shades = make("defs", {});
    const extents = new Map();
    const spines = [];
    columns.forEach((column, n) => {
      const body = column.querySelector(".body");
      for (const span of column.querySelectorAll(".point")) {
        const found = extent(span, body);
        if (!found) continue;
        const end = { top: found.top - frame.top, bottom: found.bottom - frame.top, column: n };
        extents.set(span.id, end);
        const sides = [n > 0 && boxes[n].left - frame.left - 3 * SPINE, n < columns.length - 1 && boxes[n].right - frame.left + 2 * SPINE];
        for (const x of sides) {
          if (x === false) continue;
          const rule = make("rect", { x, y: end.top + 1, width: SPINE, height: Math.max(end.bottom - end.top - 2, 2) });
          rule.classList.add("spine", shade(span.id), points.get(span.id).state);
          rule.dataset.point = span.id;
          spines.push(rule);
        }
      }
    });
    for (let n = 1; n < columns.length; n++) {
      const left = boxes[n - 1].right - frame.left + 3 * SPINE;
      const right = boxes[n].left - frame.left - 3 * SPINE;
      const fade = make("linearGradient", { id: `fade${n}`, gradientUnits: "userSpaceOnUse", x1: left, x2: right });
      [columns[n - 1], columns[n]].forEach((column, end) => {
        const stop = make("stop", { offset: end });
        stop.classList.add(shade(column.querySelector(".point")?.id));
        fade.append(stop);
      });
      shades.append(fade);
      for (const link of links) {
        if (!link.on) continue;
        const [from, to] = [extents.get(link.a), extents.get(link.b)].sort((p, q) => p?.column - q?.column);
        if (from?.column !== n - 1 || to?.column !== n) continue;
        const path = make("path", { d: band(left, from, right, to), fill: `url(#fade${n})` });
        path.classList.add("band", link.sure);
        path.dataset.a = link.a;
        path.dataset.b = link.b;
        picture.append(path);
      }
    }
    picture.prepend(shades);
    picture.append(...spines);
    place.append(picture);
  }

  return { draw };
})();
