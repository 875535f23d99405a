// What a site's pages can do beside being read: switch the paper, copy code, keep the place when the language changes, search.
// A classic script without dependencies: modules and fetch do not work in a page that was opened from a folder.
(function () {
  "use strict";
  var labels = document.currentScript.dataset;
  var root = document.documentElement.dataset.root;
  var language = document.documentElement.lang;

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }
  // Where a browser keeps nothing for pages of a folder, the switch holds for this page.
  function kept(key, value) {
    try {
      if (value === undefined) return localStorage.getItem(key);
      localStorage.setItem(key, value);
    } catch (error) { /* nothing is kept */ }
    return null;
  }

  // Light or dark paper.
  var theme = kept("seglab-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  var bar = document.querySelector("header.bar");
  if (bar) {
    var button = make("button", "quiet", labels.theme);
    button.type = "button";
    button.addEventListener("click", function () {
      var shown = document.documentElement.dataset.theme ||
        (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
      var next = shown === "dark" ? "light" : "dark";
      document.documentElement.dataset.theme = next;
      kept("seglab-theme", next);
    });
    bar.appendChild(button);
  }

  // The other languages lead to the same section: headings come in the same order.
  function headings() { return Array.prototype.slice.call(document.querySelectorAll("main :is(h2, h3, h4)[id], main section[id]")); }
  function place() {
    var list = headings();
    for (var index = list.length - 1; index >= 0; index--) if (list[index].getBoundingClientRect().top < 120) return index;
    return -1;
  }
  document.querySelectorAll(".languages a").forEach(function (link) {
    link.addEventListener("click", function () {
      var index = place();
      if (index >= 0) link.hash = "at-" + index;
    });
  });
  if (/^#at-\d+$/.test(location.hash)) {
    var target = headings()[Number(location.hash.slice(4))];
    if (target) target.scrollIntoView({ behavior: "instant" });
  }

  // Code is copied without its line numbers.
  document.querySelectorAll("main pre").forEach(function (code) {
    if (!navigator.clipboard) return;
    var frame = make("div", "copying");
    code.parentNode.insertBefore(frame, code);
    frame.appendChild(code);
    var button = make("button", "quiet", labels.copy);
    button.type = "button";
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(code.textContent).then(function () {
        button.textContent = labels.copied;
        setTimeout(function () { button.textContent = labels.copy; }, 1500);
      });
    });
    frame.appendChild(button);
  });

  // Where the contents stand above a lab and not beside it, a reader opens them.
  var contents = document.querySelector("nav.contents > div");
  if (contents && matchMedia("(max-width: 76rem)").matches) {
    var fold = make("details", "contents-fold");
    fold.appendChild(make("summary", "", contents.querySelector("h2").textContent));
    contents.parentNode.appendChild(fold);
    fold.appendChild(contents);
    fold.addEventListener("click", function (event) { if (event.target.closest("a")) fold.open = false; });
  }

  // Search: the text of all pages is scanned. Korean is found by any part of a word and by initial consonants.
  var initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  function plain(text) { return text.normalize("NFC").toLowerCase(); }
  function onlyInitials(text) { return /^[ㄱ-ㅎ\s]+$/.test(text); }
  function toInitials(text) {
    return text.replace(/[가-힣]/g, function (syllable) { return initials[Math.floor((syllable.charCodeAt(0) - 0xac00) / 588)]; });
  }
  // The text without spaces (spaces in Korean vary), with the place of each character in the original.
  function tight(text) {
    var letters = "", places = [];
    for (var index = 0; index < text.length; index++) if (!/\s/.test(text[index])) { letters += text[index]; places.push(index); }
    return { letters: letters, places: places };
  }
  function find(text, query, byInitials) {
    var folded = plain(text);
    if (folded.length !== text.length) folded = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
    var squeezed = tight(byInitials ? toInitials(folded) : folded);
    var at = squeezed.letters.indexOf(query);
    return at < 0 ? null : { start: squeezed.places[at], end: squeezed.places[at + query.length - 1] + 1 };
  }
  function isWhole(text, hit) {
    return !/[\p{L}\p{N}]/u.test(text[hit.start - 1] || " ") && !/[\p{L}\p{N}]/u.test(text[hit.end] || " ");
  }
  function search(text) {
    var byInitials = onlyInitials(text);
    var query = tight(plain(text)).letters;
    if (!query) return [];
    var found = [];
    (window.seglabSearch || []).forEach(function (page) {
      page[2].forEach(function (section) {
        var parts = [page[1], section[1], section[2]];
        for (var rank = 0; rank < parts.length; rank++) {
          // A page's title stands for the page, not for each of its sections.
          if (rank === 0 && section !== page[2][0]) continue;
          var hit = find(parts[rank], query, byInitials);
          if (!hit) continue;
          found.push({ page: page, section: section, rank: rank * 2 + (isWhole(parts[rank], hit) ? 0 : 1), text: parts[rank], hit: hit });
          break;
        }
      });
    });
    return found.sort(function (one, other) { return one.rank - other.rank; }).slice(0, 50);
  }
  function marked(element, text, hit) {
    var from = Math.max(0, hit.start - 60), to = Math.min(text.length, hit.end + 100);
    element.appendChild(document.createTextNode((from > 0 ? "… " : "") + text.slice(from, hit.start)));
    element.appendChild(make("mark", "", text.slice(hit.start, hit.end)));
    element.appendChild(document.createTextNode(text.slice(hit.end, to) + (to < text.length ? " …" : "")));
  }

  var form = document.getElementById("search");
  if (form) {
    form.hidden = false;
    var input = document.getElementById("query"), list = document.getElementById("found"), nothing = document.getElementById("nothing");
    var chosen = -1;
    var show = function () {
      chosen = -1;
      list.textContent = "";
      var found = search(input.value);
      nothing.hidden = found.length > 0 || !input.value.trim();
      found.forEach(function (one) {
        var item = make("li"), link = make("a", "", one.section[1] || one.page[1]);
        link.href = root + one.page[0] + (one.section[0] ? "#" + encodeURIComponent(one.section[0]) : "");
        item.appendChild(link);
        item.appendChild(make("small", "", one.page[1]));
        var passage = make("p");
        marked(passage, one.text, one.hit);
        item.appendChild(passage);
        list.appendChild(item);
      });
    };
    input.addEventListener("input", function (event) { show(event); });
    input.addEventListener("keydown", function (event) {
      var items = list.children;
      // Enter that ends a composition of Hangul is not meant for the list.
      if (event.isComposing || !items.length) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (chosen >= 0) items[chosen].classList.remove("chosen");
        chosen = (chosen + (event.key === "ArrowDown" ? 1 : items.length - 1 + (chosen < 0 ? 1 : 0))) % items.length;
        items[chosen].classList.add("chosen");
        items[chosen].scrollIntoView({ block: "nearest" });
      } else if (event.key === "Enter") {
        event.preventDefault();
        items[Math.max(0, chosen)].querySelector("a").click();
      }
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    var data = make("script");
    data.src = root + language + "/search-text.js";
    data.addEventListener("load", function () {
      var asked = new URLSearchParams(location.search).get("q");
      if (asked) input.value = asked;
      if (input.value) show();
    });
    document.head.appendChild(data);
    input.focus();
  }
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (form) document.getElementById("query").focus(); else location.href = root + language + "/search.html";
  });
})();
