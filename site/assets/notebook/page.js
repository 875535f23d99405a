// What every part of the notebook's page uses: which lab and window it is, its words, requests, buttons, notices.
// Classic and without dependencies. The server owns everything; the page asks for all since the last event that it saw.
(function () {
  "use strict";
  var notebook = window.seglabNotebook, make = notebook.make;

  var settings = document.documentElement.dataset;
  var lab = settings.lab;

  // Local storage may be full or forbidden; then what is written is kept on the disk alone.
  notebook.keep = function (key, value) {
    try {
      if (value === null) localStorage.removeItem(key); else localStorage.setItem(key, JSON.stringify(value));
    } catch (error) { /* nothing is kept */ }
  };
  notebook.kept = function (key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch (error) { return null; }
  };

  // Light or dark paper, as chosen on a site's page.
  var theme = localStorage.getItem("seglab-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  // Only a lab has more than that to do.
  if (!lab) return;

  // This window, through every reload.
  var me = sessionStorage.getItem("seglab-window") || Array.from(crypto.getRandomValues(new Uint8Array(12)), function (byte) {
    return byte.toString(16).padStart(2, "0");
  }).join("");
  sessionStorage.setItem("seglab-window", me);

  var page = notebook.page = {
    lab: lab, base: "/labs/" + encodeURIComponent(lab), me: me, token: settings.token, version: settings.version,
    position: settings.position,
    words: JSON.parse(settings.words || "{}"), isReadOnly: settings.readonly === "yes",
    send: send, say: say, button: button, parsed: parsed, notice: notice,
  };

  function send(path, body, options) {
    return fetch(page.base + path, Object.assign({
      method: "POST", body: JSON.stringify(body || {}),
      headers: { "Content-Type": "application/json", "X-SegLab-Token": page.token },
    }, options));
  }
  function say(text) { document.getElementById("announcement").textContent = text; }
  function button(text, action, className) {
    var element = make("button", className || "", text);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  }
  // HTML that the server made, in which everything foreign is inert already.
  function parsed(html) {
    var template = document.createElement("template");
    template.innerHTML = html;
    return template.content;
  }

  // A word above the lab; null takes it away.
  function notice(name, html) {
    var place = document.getElementById("part-notices"), box = document.getElementById("notice-" + name);
    if (html === null) { if (box) box.remove(); return null; }
    if (!box) {
      box = make("div", "notice");
      box.id = "notice-" + name;
      box.setAttribute("role", "status");
      place.appendChild(box);
    }
    box.textContent = "";
    if (html) { var p = make("p"); p.appendChild(parsed(html)); box.appendChild(p); }
    return box;
  }
})();
