// The line to the server: what it tells since the last event that this page saw; tried again for ever where it breaks.
(function () {
  "use strict";
  var notebook = window.seglabNotebook, page = notebook.page;
  if (!page) return;

  var connection = document.getElementById("connection");
  var line = notebook.line = { isUp: false, stream: null, misses: 0, timer: null, last: page.position };
  line.show = function () {
    var isSaving = notebook.cells.some(function (cell) { return cell.timer || cell.isSending; });
    var state = !line.isUp ? (line.misses ? "offline" : "connecting") : isSaving ? "saving" : page.isReadOnly ? "readOnly" : "saved";
    if (connection.dataset.state === state) return;
    connection.dataset.state = state;
    connection.className = "connection " + state;
    connection.textContent = page.words[state];
  };

  line.connect = function () {
    clearTimeout(line.timer);
    if (line.stream) line.stream.close();
    var stream = line.stream = new EventSource(page.base + "/events?window=" + page.me + "&since=" + encodeURIComponent(line.last));
    stream.addEventListener("open", function () {
      line.isUp = true;
      line.misses = 0;
      line.show();
      notebook.cells.forEach(function (cell) {
        if (cell.isUnsaved) notebook.save(cell);
        notebook.sketch(cell);
      });
    });
    stream.addEventListener("error", function () {
      stream.close();
      if (line.stream === stream) line.missed();
    });
    Object.keys(notebook.told).forEach(function (kind) {
      stream.addEventListener(kind, function (event) {
        line.last = event.lastEventId || line.last;
        notebook.told[kind](JSON.parse(event.data));
      });
    });
  };
  // Tries again for ever, and seldom after a while.
  line.missed = function () {
    if (line.stream) line.stream.close();
    line.stream = null;
    line.isUp = false;
    line.misses += 1;
    line.show();
    clearTimeout(line.timer);
    line.timer = setTimeout(line.connect, Math.min(15000, 400 * Math.pow(1.7, line.misses)));
  };
  function reconnect() { if (!line.stream || !line.isUp) { line.misses = Math.min(line.misses, 1); line.connect(); } }
  window.addEventListener("online", reconnect);
  // A hidden tab takes none of the few lines that a browser has for one server.
  var hiding = null;
  document.addEventListener("visibilitychange", function () {
    clearTimeout(hiding);
    if (document.visibilityState === "visible") return reconnect();
    hiding = setTimeout(function () {
      if (line.stream) line.stream.close();
      line.stream = null;
      line.isUp = false;
      clearTimeout(line.timer);
    }, 20000);
  });
})();
