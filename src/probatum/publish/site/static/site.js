// Everything works without this. It says how a question is understood while it is typed.
"use strict";
(function () {
  var box = document.querySelector("[data-reading]");
  var out = document.getElementById("reading");
  if (!box || !out) return;
  var waiting = null, asked = null;

  function show(told) {
    var words = told.changes.map(function (c) { return c.from + " → " + c.to; });
    out.textContent = words.length ? "Read as: " + told.read + " (" + words.join("; ") + ")" : "";
  }

  box.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () {
      if (asked) asked.abort();
      asked = new AbortController();
      fetch(box.dataset.reading + "?q=" + encodeURIComponent(box.value), { signal: asked.signal })
        .then(function (reply) { return reply.ok ? reply.json() : { changes: [] }; })
        .then(show)
        .catch(function () {});
    }, 400);
  });
})();
