// The page works without this. It moves the keyboard focus with the reader, and Escape closes a source.
"use strict";
(function () {
  var origin = null;

  function panelOf(hash) {
    var target = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    return target ? target.closest(".source") : null;
  }

  function close() {
    if (!panelOf(location.hash)) return;
    var here = window.scrollY;
    location.hash = "#closed";
    window.scrollTo(0, here);
    if (origin) origin.focus({ preventScroll: true });
    origin = null;
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a") : null;
    if (!link) return;
    if (link.classList.contains("close")) {
      event.preventDefault();
      close();
    } else if (panelOf(link.hash || "")) {
      origin = link;
    }
  });

  window.addEventListener("hashchange", function () {
    var panel = panelOf(location.hash);
    if (!panel) return;
    var title = panel.querySelector("h3");
    if (title) title.focus({ preventScroll: true });
    var target = document.getElementById(location.hash.slice(1));
    if (target && target !== panel) panel.scrollTop += target.getBoundingClientRect().top - panel.getBoundingClientRect().top - panel.clientHeight / 3;
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") close();
  });

})();
