// What is saved and when: each pause of typing to local storage and to the disk; two versions of one cell are both kept.
(function () {
  "use strict";
  var notebook = window.seglabNotebook, page = notebook.page;
  if (!page) return;
  var make = notebook.make, line = notebook.line;

  // kind, name, base (what stands in the file as far as this page knows), texts (those that stood there or were sent there, in order), read() and
  // write(text) of what is on the page, timer, isSending
  var cells = notebook.cells = [];
  notebook.cellOf = function (kind, name) { return cells.find(function (cell) { return cell.kind === kind && cell.name === name; }); };
  // Whether what stands on the page is what stands in the file.
  function isSaved(cell) { return same(cell.read(), cell.base); }
  function same(one, other) { return one.replace(/\r\n/g, "\n").replace(/\n+$/, "") === other.replace(/\r\n/g, "\n").replace(/\n+$/, ""); }
  function draftKey(cell) { return "seglab:" + page.lab + ":" + cell.kind + ":" + cell.name; }

  function changed(cell) {
    cell.isUnsaved = !isSaved(cell);
    notebook.keep(draftKey(cell), cell.isUnsaved ? { text: cell.read(), base: cell.base } : null);
    clearTimeout(cell.timer);
    cell.timer = setTimeout(function () { cell.timer = null; save(cell); }, 300);
    line.show();
  }

  function save(cell) {
    if (page.isReadOnly || cell.isSending || cell.conflict || !line.isUp) return line.show();
    var text = cell.read();
    if (same(text, cell.base)) { cell.isUnsaved = false; return line.show(); }
    cell.isSending = true;
    remember(cell, text);
    line.show();
    page.send("/save", { window: page.me, kind: cell.kind, name: cell.name, text: text, base: cell.base }).then(function (reply) {
      return reply.text().then(function (body) { return [reply.status, body ? JSON.parse(body) : {}]; });
    }).then(function (result) {
      var status = result[0], body = result[1];
      cell.isSending = false;
      if (status === 200) {
        stands(cell, text);
        page.notice("save", null);
        if (same(cell.read(), text)) {
          cell.isUnsaved = false;
          notebook.keep(draftKey(cell), null);
        } else changed(cell);
      } else if (status === 409) conflict(cell, body.theirs, body.aside);
      else if (status === 423) follow(true);
      else page.notice("save", body.html || page.words.offline);
      line.show();
    }).catch(function () {
      // It is kept here; the line will say when it is back.
      cell.isSending = false;
      cell.isUnsaved = true;
      line.show();
      if (line.isUp) line.missed();
    });
  }

  // The file's text of a cell is another than this page knew.
  function took(cell, text, isOurs) {
    if (same(text, cell.base)) return;
    // News of what this page did may come when more of it stands in the file already: such news are old, and nothing is written back.
    if (isOurs && cell.texts.some(function (one) { return same(one, text); })) return stands(cell, text);
    remember(cell, text);
    if (isSaved(cell) || same(cell.read(), text) || !canWrite()) {
      stands(cell, text);
      if (!same(cell.read(), text)) {
        cell.write(text);
        flash(cell);
        notebook.settleLayers(cell);
      }
      notebook.keep(draftKey(cell), null);
    } else conflict(cell, text);
  }

  function remember(cell, text) {
    cell.texts = cell.texts.filter(function (one) { return !same(one, text); }).slice(-50);
    cell.texts.push(text);
  }
  // What stands in the file now, unless something later is known to stand there.
  function stands(cell, text) {
    function order(text) { return cell.texts.findIndex(function (one) { return same(one, text); }); }
    if (order(text) > order(cell.base)) cell.base = text;
  }

  function flash(cell) {
    var section = cell.section;
    section.classList.remove("flash");
    void section.offsetWidth;
    section.classList.add("flash");
    page.say(page.words.changedOutside + ": " + cell.name);
  }

  // Both versions side by side; nothing is lost whatever is chosen.
  function conflict(cell, theirs, aside) {
    cell.conflict = theirs;
    if (cell.dispute) cell.dispute.remove();
    var box = cell.dispute = make("div", "notice conflict");
    box.setAttribute("role", "alert");
    box.appendChild(make("p", "", page.words.conflict));
    if (aside) { var p = make("p"); p.appendChild(page.parsed(aside)); box.appendChild(p); }
    var rows = make("pre", "difference");
    rows.tabIndex = 0;
    rows.setAttribute("aria-label", page.words.theirs + " (−), " + page.words.mine + " (+)");
    notebook.difference(theirs.replace(/\n$/, ""), cell.read()).forEach(function (row) {
      rows.appendChild(make("span", row[0] === "-" ? "minus" : row[0] === "+" ? "plus" : "", row[0] + " " + row[1]));
    });
    box.appendChild(make("p", "keys", "− " + page.words.theirs + "   + " + page.words.mine));
    box.appendChild(rows);
    var tools = make("div", "tools");
    function settle(isMine) {
      cell.base = cell.conflict;
      cell.conflict = null;
      box.remove();
      cell.dispute = null;
      if (!isMine) cell.write(cell.base);
      notebook.settleLayers(cell);
      changed(cell);
      cell.focus();
    }
    tools.appendChild(page.button(page.words.keepMine, function () { settle(true); }, "main"));
    tools.appendChild(page.button(page.words.takeTheirs, function () { settle(false); }));
    box.appendChild(tools);
    cell.live.insertBefore(box, cell.live.firstChild);
  }

  function canWrite() { return !page.isReadOnly && (notebook.writer === null || notebook.writer === page.me); }
  function follow(isFollowing) {
    cells.forEach(function (cell) { cell.allow(!isFollowing && !page.isReadOnly); });
    if (!isFollowing) return page.notice("writer", null);
    var box = page.notice("writer", "");
    box.appendChild(make("p", "", page.words.follows));
    box.appendChild(page.button(page.words.takeOver, function () { page.send("/write", { window: page.me }); }, "main"));
  }

  notebook.writer = null;
  notebook.isSaved = isSaved;
  notebook.changed = changed;
  notebook.save = save;
  notebook.took = took;
  notebook.follow = follow;
  // What was written here before and never got to the disk.
  notebook.takeDraft = function (cell) {
    var draft = notebook.kept(draftKey(cell));
    if (draft && !page.isReadOnly && !same(draft.text, cell.base)) {
      cell.write(draft.text);
      if (same(draft.base, cell.base)) changed(cell); else conflict(cell, cell.base);
    } else notebook.keep(draftKey(cell), null);
  };
})();
