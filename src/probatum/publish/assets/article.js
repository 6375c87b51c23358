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

  // A click on the words of a sentence opens its first source; marking words with the mouse does not.
  function citationOf(clicked) {
    var words = clicked.closest ? clicked.closest(".statement > p") : null;
    if (!words || clicked.closest("a, button, summary, input") || String(window.getSelection())) return null;
    var link = words.querySelector(".cite");
    if (link && panelOf(link.hash)) location.hash = link.hash;
    return link;
  }

  // What is folded away opens when somebody is led into it.
  function unfold() {
    var target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    for (var up = target; up; up = up.parentElement) if (up.matches("details.layer")) up.open = true;
    if (target && target.closest("details.layer")) target.scrollIntoView();
  }

  window.addEventListener("hashchange", unfold);
  unfold();

  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a") : null;
    if (!link) link = citationOf(event.target);
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
