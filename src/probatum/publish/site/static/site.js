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
    var read = changes.length ? "Read as: " + told.read + " (" + changes.join("; ") + ").\n" : "";
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

// Choosing a reader loads the page anew: what was typed meanwhile is kept in this tab until then, and in no address.
(function () {
  var box = document.querySelector("form.ask textarea"), form = document.querySelector("form.readers");
  var name = "typed " + location.pathname;
  if (!box || !form) return;
  try {
    var held = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    if (held && !box.value) { box.value = held; box.dispatchEvent(new Event("input")); }
    form.addEventListener("submit", function () { if (box.value) sessionStorage.setItem(name, box.value); });
  } catch (refused) { /* storage is switched off: nothing is kept */ }
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

// Passwords: shown for a moment to who wants to see them, and how long a new one still has to be.
(function () {
  var enough = 12, good = 20;

  document.querySelectorAll("input[type=password]").forEach(function (input) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.textContent = "Show";
    button.setAttribute("aria-label", "Show the password");
    button.addEventListener("click", function () {
      var hidden = input.type === "password";
      input.type = hidden ? "text" : "password";
      button.textContent = hidden ? "Hide" : "Show";
      button.setAttribute("aria-label", hidden ? "Hide the password" : "Show the password");
    });
    input.insertAdjacentElement("afterend", button);
    if (input.autocomplete !== "new-password" || /2$/.test(input.name)) return;
    var told = document.createElement("span");
    told.className = "hint";
    told.setAttribute("role", "status");
    button.insertAdjacentElement("afterend", told);
    input.addEventListener("input", function () {
      var n = input.value.length;
      told.textContent = !n ? "" : n < enough ? "Too short: " + n + " of " + enough + " characters."
        : n < good ? "Long enough. Each further character makes it stronger." : "Strong by its length.";
    });
  });
})();
