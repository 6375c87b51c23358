// Everything works without this. It says how a question is understood while it is typed, and offers what needs a script:
// copying the link, printing, opening every part at once.
"use strict";
(function () {
  var box = document.querySelector("[data-reading]");
  var out = document.getElementById("reading");
  if (!box || !out) return;
  var waiting = null, asked = null;

  function show(told) {
    var changes = told.changes.map(function (c) { return c.from + " → " + c.to; });
    var parts = told.parts.map(function (p) { return p.name + ": " + p.words; });
    var read = changes.length ? "Read as: " + told.read + " (" + changes.join("; ") + "). " : "";
    out.textContent = read + parts.join(" · ");
  }

  box.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () {
      if (asked) asked.abort();
      asked = new AbortController();
      fetch(box.dataset.reading, { method: "POST", body: new FormData(box.form), signal: asked.signal })
        .then(function (reply) { return reply.ok ? reply.json() : { changes: [], parts: [] }; })
        .then(show)
        .catch(function () {});
    }, 400);
  });
})();

(function () {
  function offer(name, does) {
    document.querySelectorAll("[data-" + name + "]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { does(button); });
    });
  }

  offer("print", function () { window.print(); });
  if (navigator.clipboard) offer("copy", function (button) {
    navigator.clipboard.writeText(button.dataset.copy).then(function () { button.textContent = "Copied"; });
  });
  offer("unfold", function (button) {
    var folded = Array.prototype.slice.call(document.querySelectorAll("details.layer:not([open])"));
    var all = folded.length > 0;
    (all ? folded : document.querySelectorAll("details.layer")).forEach(function (layer) { layer.open = all; });
    button.textContent = all ? "Fold every part" : "Open every part";
  });
})();
