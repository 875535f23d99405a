// What the server tells, where it belongs on the page; the keys; and how all of it begins.
(function () {
  "use strict";
  var notebook = window.seglabNotebook, page = notebook.page;
  if (!page) return;
  var make = notebook.make, line = notebook.line, cells = notebook.cells, experiments = notebook.experiments;

  function showStatus(status) {
    // Where nobody writes yet there is no word of it.
    var writer = notebook.writer = status.writer || null;
    if (!page.isReadOnly) notebook.follow(writer !== null && writer !== page.me);
    document.body.classList.toggle("is-looking", status.isLooking);
    Object.keys(experiments).forEach(function (name) {
      var one = experiments[name], isRunning = status.running === name, waits = status.queue.includes(name);
      one.run.disabled = one.toHere.disabled = isRunning || waits;
      one.stop.hidden = !(isRunning || waits);
      one.word.textContent = isRunning ? page.words.training : waits ? page.words.queued : "";
      // What was not tried is being tried.
      one.section.classList.toggle("is-training", isRunning);
      if (isRunning && one.progress.hidden && !one.latest) { one.progress.hidden = false; one.progress.textContent = page.words.connecting; }
    });
    if (!status.running) {
      Object.keys(experiments).forEach(function (name) { experiments[name].latest = null; });
      notebook.showProgress({});
    }
  }

  var told = notebook.told = {
    cells: function (news) {
      news.cells.forEach(function (written) {
        var cell = notebook.cellOf(written.kind, written.name);
        if (!cell) return;
        if (cell.editor && cell.editor.line !== written.line) { cell.editor.line = written.line; cell.editor.draw(); }
        notebook.took(cell, written.text, news.by === page.me);
      });
      line.show();
    },
    parts: function (parts) {
      Object.keys(parts).forEach(function (id) {
        var one = experiments[id.replace(/^cell-/, "")];
        if (one && one.refreshRuns) one.refreshRuns();
      });
      Object.keys(parts).forEach(function (id) { notebook.swap(id, parts[id]); });
      cells.forEach(function (cell) { if (cell.editor) notebook.fixes(cell); });
    },
    status: showStatus,
    marks: notebook.showMarks,
    networks: notebook.showNetworks,
    stale: notebook.showStale,
    progress: notebook.showProgress,
    previews: notebook.showPreviews,
    sweep: notebook.showSweep,
    problem: function (news) { page.notice("problem", news.html || null); },
    refusal: function (news) { page.notice("refusal", news.html || null); },
    reset: function () { load(true); },
  };

  function load(isAgain) {
    return fetch(page.base + "/state" + (isAgain ? "?parts=1" : "")).then(function (reply) {
      if (!reply.ok) return reply.json().then(function (body) { page.notice("problem", body.problem || page.words.offline); });
      return reply.json().then(function (state) {
        if (state.version && state.version !== page.version) page.notice("version", page.words.reload);
        if (!isAgain) {
          var tools = make("div", "tools lab-tools");
          if (!page.isReadOnly && document.querySelector(".cell.experiment")) tools.appendChild(page.button(page.words.runAll, function () { page.send("/run"); }));
          [["/page", page.words.savePage], ["/file", page.words.handIn]].forEach(function (one) {
            var link = make("a", "button", one[1]);
            link.href = page.base + one[0];
            link.setAttribute("download", "");
            tools.appendChild(link);
          });
          document.querySelector("header.lab").appendChild(tools);
          state.cells.forEach(notebook.enhance);
          document.querySelectorAll(".cell.experiment").forEach(notebook.experiment);
        } else {
          told.parts(state.parts);
          told.cells({ cells: state.cells, by: null });
        }
        notebook.showMarks(state.marks);
        notebook.showNetworks(state.networks);
        notebook.showStale(state.stale);
        if (state.progress && state.progress.now) {
          var one = experiments[state.progress.experiment];
          if (one) { one.number = state.progress.now.number; one.points = state.progress.points.map(function (p) { return [p.step, p.loss, p.accuracy]; }); }
          notebook.showProgress(state.progress.now);
        }
        if (state.previews) notebook.showPreviews(state.previews);
        notebook.showSweep(state.sweep);
        showStatus(state.status);
        if (state.problem) page.notice("problem", state.problem);
        page.notice("refusal", state.refusal || null);
        if (!isAgain) line.connect();
      });
    });
  }

  // Who leaves gives the pen away; a reload takes it up again before anybody else has it.
  window.addEventListener("pagehide", function () { page.send("/leave", { window: page.me }, { keepalive: true }).catch(function () {}); });

  // A message about a line leads into the editor.
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#L"]');
    if (!link) return;
    var number = Number(link.getAttribute("href").slice(2));
    var cell = cells.find(function (cell) {
      return cell.editor && number >= cell.editor.line && number < cell.editor.line + cell.editor.text.split("\n").length;
    });
    if (!cell) return;
    event.preventDefault();
    cell.editor.go(number - cell.editor.line);
  });
  // Something that did not get to the disk yet is in local storage; still, whoever leaves should know.
  window.addEventListener("beforeunload", function (event) {
    if (cells.some(function (cell) { return cell.conflict; })) event.preventDefault();
  });
  document.addEventListener("keydown", function (event) {
    var isCommand = event.ctrlKey || event.metaKey;
    // The next hole, from wherever one is.
    if (event.key === "F8") {
      event.preventDefault();
      var at = document.activeElement, all = [];
      cells.forEach(function (cell) {
        if (!cell.editor) return;
        notebook.holes(cell.editor.text).forEach(function (hole) { all.push([cell, hole]); });
      });
      var here = cells.findIndex(function (cell) { return cell.editor && cell.editor.area === at; });
      var next = all.find(function (one) {
        var index = cells.indexOf(one[0]);
        return index > here || index === here && one[1].start >= at.selectionEnd;
      }) || all[0];
      if (next) next[0].editor.select(next[1].start, next[1].end);
    } else if (isCommand && event.key === "Enter" && !page.isReadOnly) {
      var section = document.activeElement && document.activeElement.closest(".cell");
      if (!section) return;
      event.preventDefault();
      // The experiment that follows, or the one that holds the focus.
      var list = Array.from(document.querySelectorAll(".cell"));
      var target = list.slice(list.indexOf(section)).find(function (one) { return one.classList.contains("experiment"); });
      if (target) page.send("/run", { experiment: target.id.replace(/^cell-/, "") });
    }
  });
  load(false).then(line.show, function () { line.misses = 1; line.show(); setTimeout(function () { location.reload(); }, 2000); });
  line.show();
})();
