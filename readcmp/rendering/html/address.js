// What is shown, in the address of the page, so that it can be sent: #bar=strong&topic=sanctions&passage=ru11. Topics and
// passages have the names there that they have in the data.
"use strict";

const Address = (() => {
  let own = "";

  const named = (id) => [...Model.points].find(([, point]) => point.id === id)?.[0] ?? null;

  // What an address asks for; what it does not say, or says wrongly, is as at first.
  function read() {
    const hash = location.hash.slice(1);
    if (Model.points.has(hash)) return { bar: "likely", topic: "", passage: hash };
    if (hash && !hash.includes("=")) return null; // a way to a place in the page
    const asked = new URLSearchParams(hash);
    const topic = Model.topics().indexOf(asked.get("topic"));
    return {
      bar: Model.bars.includes(asked.get("bar")) ? asked.get("bar") : "likely",
      topic: topic < 0 || !Dom.one(`[data-topic="t${topic}"]`) ? "" : `t${topic}`,
      passage: named(asked.get("passage")),
    };
  }

  function hash({ bar, topic, passage }) {
    const asked = new URLSearchParams();
    if (bar !== "likely") asked.set("bar", bar);
    if (topic) asked.set("topic", Model.topics()[Number(topic.slice(1))]);
    if (passage) asked.set("passage", Model.points.get(passage).id);
    return asked.toString();
  }

  function write(state) {
    const text = hash(state);
    if (text === own && (text || !location.hash)) return;
    own = text;
    try {
      history.replaceState(null, "", text ? `#${text}` : location.href.split("#")[0]);
    } catch {
      // a frame in another page has no address of its own
    }
  }

  const of = (passage) => `${location.href.split("#")[0]}#${hash({ bar: "likely", topic: "", passage })}`;

  return { read, write, of };
})();
