// The notebook's page: editors in place of listings, what is saved and when, what the server tells, trainings as they go.
// Classic and without dependencies. The server owns everything; this page asks for all since the last event that it saw.
(function () {
  "use strict";
  var notebook = window.seglabNotebook, make = notebook.make;
  var settings = document.documentElement.dataset;
  var words = JSON.parse(settings.words || "{}");
  var isReadOnly = settings.readonly === "yes";
  var lab = settings.lab;
  var base = "/labs/" + encodeURIComponent(lab || "");

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
  if (!lab) return;

  // This window, through every reload.
  var me = sessionStorage.getItem("seglab-window") || Array.from(crypto.getRandomValues(new Uint8Array(12)), function (byte) {
    return byte.toString(16).padStart(2, "0");
  }).join("");
  sessionStorage.setItem("seglab-window", me);

  function send(path, body, options) {
    return fetch(base + path, Object.assign({
      method: "POST", body: JSON.stringify(body || {}),
      headers: { "Content-Type": "application/json", "X-SegLab-Token": settings.token },
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

  // MARK: The state of the line

  var connection = document.getElementById("connection");
  var line = { isUp: false, stream: null, misses: 0, timer: null, last: "" };
  function showLine() {
    var isSaving = cells.some(function (cell) { return cell.timer || cell.isSending; });
    var state = !line.isUp ? (line.misses ? "offline" : "connecting") : isSaving ? "saving" : isReadOnly ? "readOnly" : "saved";
    if (connection.dataset.state === state) return;
    connection.dataset.state = state;
    connection.className = "connection " + state;
    connection.textContent = words[state];
  }

  function connect() {
    clearTimeout(line.timer);
    if (line.stream) line.stream.close();
    var stream = line.stream = new EventSource(base + "/events?window=" + me + "&since=" + encodeURIComponent(line.last));
    stream.addEventListener("open", function () {
      line.isUp = true;
      line.misses = 0;
      showLine();
      cells.forEach(function (cell) { if (cell.isUnsaved) save(cell); });
    });
    stream.addEventListener("error", function () {
      stream.close();
      if (line.stream === stream) missed();
    });
    ["cells", "parts", "status", "marks", "networks", "stale", "progress", "previews", "sweep", "problem", "refusal", "reset"].forEach(function (kind) {
      stream.addEventListener(kind, function (event) {
        line.last = event.lastEventId || line.last;
        told[kind](JSON.parse(event.data));
      });
    });
  }
  // Tries again for ever, and seldom after a while.
  function missed() {
    if (line.stream) line.stream.close();
    line.stream = null;
    line.isUp = false;
    line.misses += 1;
    showLine();
    clearTimeout(line.timer);
    line.timer = setTimeout(connect, Math.min(15000, 400 * Math.pow(1.7, line.misses)));
  }
  function reconnect() { if (!line.stream || !line.isUp) { line.misses = Math.min(line.misses, 1); connect(); } }
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

  // MARK: Cells

  // kind, name, base (what stands in the file as far as this page knows), texts (those that stood there or were sent there, in order), read() and
  // write(text) of what is on the page, timer, isSending
  var cells = [];
  function cellOf(kind, name) { return cells.find(function (cell) { return cell.kind === kind && cell.name === name; }); }
  function same(one, other) { return one.replace(/\r\n/g, "\n").replace(/\n+$/, "") === other.replace(/\r\n/g, "\n").replace(/\n+$/, ""); }
  function draftKey(cell) { return "seglab:" + lab + ":" + cell.kind + ":" + cell.name; }

  function changed(cell) {
    cell.isUnsaved = !same(cell.read(), cell.base);
    notebook.keep(draftKey(cell), cell.isUnsaved ? { text: cell.read(), base: cell.base } : null);
    clearTimeout(cell.timer);
    cell.timer = setTimeout(function () { cell.timer = null; save(cell); }, 300);
    showLine();
  }

  function save(cell) {
    if (isReadOnly || cell.isSending || cell.conflict || !line.isUp) return showLine();
    var text = cell.read();
    if (same(text, cell.base)) { cell.isUnsaved = false; return showLine(); }
    cell.isSending = true;
    remember(cell, text);
    showLine();
    send("/save", { window: me, kind: cell.kind, name: cell.name, text: text, base: cell.base }).then(function (reply) {
      return reply.text().then(function (body) { return [reply.status, body ? JSON.parse(body) : {}]; });
    }).then(function (result) {
      var status = result[0], body = result[1];
      cell.isSending = false;
      if (status === 200) {
        stands(cell, text);
        notice("save", null);
        if (same(cell.read(), text)) {
          cell.isUnsaved = false;
          notebook.keep(draftKey(cell), null);
        } else changed(cell);
      } else if (status === 409) conflict(cell, body.theirs, body.aside);
      else if (status === 423) follow(true);
      else notice("save", body.html || words.offline);
      showLine();
    }).catch(function () {
      // It is kept here; the line will say when it is back.
      cell.isSending = false;
      cell.isUnsaved = true;
      showLine();
      if (line.isUp) missed();
    });
  }

  // The file's text of a cell is another than this page knew.
  function took(cell, text, isOurs) {
    if (same(text, cell.base)) return;
    // News of what this page did may come when more of it stands in the file already: such news are old, and nothing is written back.
    if (isOurs && cell.texts.some(function (one) { return same(one, text); })) return stands(cell, text);
    remember(cell, text);
    if (same(cell.read(), cell.base) || same(cell.read(), text) || !canWrite()) {
      stands(cell, text);
      if (!same(cell.read(), text)) {
        cell.write(text);
        flash(cell);
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
    say(words.changedOutside + ": " + cell.name);
  }

  // Both versions side by side; nothing is lost whatever is chosen.
  function conflict(cell, theirs, aside) {
    cell.conflict = theirs;
    if (cell.dispute) cell.dispute.remove();
    var box = cell.dispute = make("div", "notice conflict");
    box.setAttribute("role", "alert");
    box.appendChild(make("p", "", words.conflict));
    if (aside) { var p = make("p"); p.appendChild(parsed(aside)); box.appendChild(p); }
    var rows = make("pre", "difference");
    rows.tabIndex = 0;
    rows.setAttribute("aria-label", words.theirs + " (−), " + words.mine + " (+)");
    notebook.difference(theirs.replace(/\n$/, ""), cell.read()).forEach(function (row) {
      rows.appendChild(make("span", row[0] === "-" ? "minus" : row[0] === "+" ? "plus" : "", row[0] + " " + row[1]));
    });
    box.appendChild(make("p", "keys", "− " + words.theirs + "   + " + words.mine));
    box.appendChild(rows);
    var tools = make("div", "tools");
    function settle(isMine) {
      cell.base = cell.conflict;
      cell.conflict = null;
      box.remove();
      cell.dispute = null;
      if (!isMine) cell.write(cell.base);
      changed(cell);
      cell.focus();
    }
    tools.appendChild(button(words.keepMine, function () { settle(true); }, "main"));
    tools.appendChild(button(words.takeTheirs, function () { settle(false); }));
    box.appendChild(tools);
    cell.live.insertBefore(box, cell.live.firstChild);
  }

  // MARK: Who writes

  var writer = null;
  function canWrite() { return !isReadOnly && (writer === null || writer === me); }
  function follow(isFollowing) {
    cells.forEach(function (cell) { cell.allow(!isFollowing && !isReadOnly); });
    if (!isFollowing) return notice("writer", null);
    var box = notice("writer", "");
    box.appendChild(make("p", "", words.follows));
    box.appendChild(button(words.takeOver, function () { send("/write", { window: me }); }, "main"));
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

  // MARK: From listings to editors

  function enhance(written) {
    var section = document.getElementById("cell-" + written.name);
    if (!section) return;
    var live = make("div", "live");
    var cell = { kind: written.kind, name: written.name, base: written.text, texts: [written.text], section: section, live: live };
    if (written.kind === "exercise") exercise(cell, written); else question(cell);
    cells.push(cell);
    var draft = notebook.kept(draftKey(cell));
    if (draft && !isReadOnly && !same(draft.text, cell.base)) {
      // Written here before, and never got to the disk.
      cell.write(draft.text);
      if (same(draft.base, cell.base)) changed(cell); else conflict(cell, cell.base);
    } else notebook.keep(draftKey(cell), null);
  }

  function exercise(cell, written) {
    var listing = cell.section.querySelector(".listing");
    var keys = make("p", "keys", words.leave);
    keys.id = "keys-" + cell.name;
    var editor = cell.editor = new notebook.Editor({
      text: written.text, label: words.editor.replace("{name}", cell.name), line: written.line, describedBy: keys.id,
      journal: "seglab:undo:" + lab + ":" + cell.name,
      onChange: function () { tools(); changed(cell); },
      onKey: function (event) { return notebook.completion ? notebook.completion.key(event, editor) : false; },
      onCaret: function () { if (notebook.completion) notebook.completion.caret(editor); },
    });
    cell.read = function () { return editor.text; };
    cell.write = function (text) { editor.set(text); tools(); };
    cell.focus = function () { editor.area.focus(); };
    cell.allow = function (can) { editor.area.readOnly = !can; };
    cell.allow(!isReadOnly);
    var bar = make("div", "tools");
    var next = button("", function () {
      var holes = notebook.holes(editor.text), from = editor.area.selectionEnd;
      var hole = holes.find(function (hole) { return hole.start >= from; }) || holes[0];
      if (hole) editor.select(hole.start, hole.end);
    });
    bar.appendChild(next);
    function tools() {
      var count = notebook.holes(editor.text).length;
      next.textContent = words.nextHole + " (" + count + ")";
      bar.hidden = !count;
    }
    tools();
    var writing = make("div", "writing");
    writing.appendChild(bar);
    writing.appendChild(editor.element);
    writing.appendChild(keys);
    cell.live.appendChild(writing);
    cell.layers = make("details", "layers-live");
    cell.layers.hidden = true;
    cell.layers.open = true;
    cell.live.appendChild(cell.layers);
    listing.replaceWith(cell.live);
    editor.draw();
  }

  function question(cell) {
    var options = cell.section.querySelector(".options"), stated = cell.section.querySelector(".answer");
    var field = make("fieldset", "answering");
    field.appendChild(make("legend", "visually-hidden", words.answer + ": " + cell.name));
    if (options) {
      var list = make("ul", "options");
      cell.choices = Array.from(options.children).map(function (item) {
        var key = item.querySelector("code").textContent;
        var label = make("label"), radio = make("input");
        radio.type = "radio";
        radio.name = "answer-" + cell.name;
        radio.value = key;
        radio.addEventListener("change", function () { mark(); changed(cell); });
        label.appendChild(radio);
        label.appendChild(item.querySelector("code"));
        label.appendChild(item.querySelector("span"));
        var row = make("li");
        row.appendChild(label);
        list.appendChild(row);
        return radio;
      });
      field.appendChild(list);
      var open = cell.base;
      cell.read = function () {
        var chosen = cell.choices.find(function (radio) { return radio.checked; });
        return chosen ? chosen.value : open;
      };
      cell.write = function (text) {
        open = text;
        cell.choices.forEach(function (radio) { radio.checked = radio.value.toLowerCase() === text.trim().toLowerCase(); });
        mark();
      };
      var mark = function () {
        cell.choices.forEach(function (radio) { radio.closest("li").classList.toggle("chosen", radio.checked); });
      };
      cell.focus = function () { cell.choices[0].focus(); };
      cell.allow = function (can) { cell.choices.forEach(function (radio) { radio.disabled = !can; }); };
    } else {
      var label = make("label", "field"), area = make("textarea", "plain");
      area.rows = 1;
      label.appendChild(make("span", "", words.yourWords));
      label.appendChild(area);
      field.appendChild(label);
      area.addEventListener("input", function (event) { if (!event.isComposing) changed(cell); });
      area.addEventListener("compositionend", function () { changed(cell); });
      cell.read = function () { return area.value || (cell.base === "?" ? "?" : ""); };
      cell.write = function (text) { area.value = text === "?" ? "" : text.replace(/\n$/, ""); };
      cell.focus = function () { area.focus(); };
      cell.allow = function (can) { area.readOnly = !can; };
    }
    cell.write(cell.base);
    cell.allow(!isReadOnly);
    cell.live.appendChild(field);
    (options || stated).replaceWith(cell.live);
    if (options && stated) stated.remove();
  }

  // MARK: Experiments

  var experiments = {};
  function experiment(section) {
    var name = section.id.replace(/^cell-/, "");
    var live = make("div", "live");
    var one = experiments[name] = { name: name, section: section, live: live, points: [] };
    one.stale = make("p", "stale");
    one.stale.hidden = true;
    one.tools = make("div", "tools");
    one.run = button(words.run, function () { send("/run", { experiment: name }); }, "main");
    one.toHere = button(words.runToHere, function () { send("/run", { upTo: name }); });
    one.stop = button(words.stop, stop);
    one.word = make("span", "word");
    one.progress = make("div", "progress");
    one.progress.hidden = true;
    [one.run, one.toHere, one.stop, one.word].forEach(function (part) { one.tools.appendChild(part); });
    one.stop.hidden = true;
    if (!isReadOnly) live.appendChild(one.tools);
    live.appendChild(one.stale);
    live.appendChild(one.progress);
    section.querySelector("header").after(live);
    if (notebook.results) notebook.results(one, { base: base, words: words, button: button, send: send, isReadOnly: isReadOnly });
  }
  function stop() { send("/stop").then(function () { say(words.stopped); }); }

  function showProgress(step) {
    var dock = document.getElementById("dock");
    Object.keys(experiments).forEach(function (name) {
      var one = experiments[name], isThis = step.experiment === name;
      if (!isThis) {
        if (!one.progress.hidden) { one.progress.hidden = true; one.points = []; }
        return;
      }
      if (one.number !== step.number || one.points.length && step.step < one.points[one.points.length - 1][0]) one.points = [];
      one.number = step.number;
      one.points.push([step.step, step.loss, step.accuracy]);
      if (one.points.length > 1200) one.points = one.points.filter(function (point, index) { return index % 2 === 0; });
      one.progress.hidden = false;
      one.latest = step;
      if (!one.frame) one.frame = requestAnimationFrame(function () { one.frame = null; drawProgress(one); });
    });
    dock.hidden = !step.experiment;
    document.body.classList.toggle("has-dock", !!step.experiment);
    if (!step.experiment) return;
    if (!dock.firstChild) {
      var row = make("div");
      row.appendChild(make("p", "progress-words"));
      row.appendChild(make("div", "bar-track")).appendChild(make("i"));
      if (!isReadOnly) row.appendChild(button(words.stop, stop));
      dock.appendChild(row);
    }
    var text = dock.querySelector(".progress-words");
    text.textContent = "";
    var link = make("a", "", step.experiment);
    link.href = "#cell-" + step.experiment;
    text.appendChild(link);
    progressWords(step).forEach(function (word) { text.appendChild(make("span", "", word)); });
    dock.querySelector("i").style.width = (100 * step.step / Math.max(1, step.steps)).toFixed(1) + "%";
  }
  function time(seconds) {
    var whole = Math.round(seconds);
    return whole >= 60 ? Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0") : whole + " s";
  }
  function progressWords(step) {
    return [
      step.count > 1 ? step.number + "/" + step.count : "",
      words.epoch + " " + step.epoch + "/" + step.epochs,
      words.loss + " " + notebook.short(step.loss),
      notebook.short(step.stepsPerSecond) + " " + words.stepsPerSecond,
      time(step.secondsLeft) + " " + words.left,
    ].filter(Boolean);
  }
  function drawProgress(one) {
    var box = one.progress, step = one.latest;
    // It may have ended since this was asked for.
    if (!step) return;
    box.textContent = "";
    var text = make("p", "progress-words");
    progressWords(step).forEach(function (word) { text.appendChild(make("span", "", word)); });
    box.appendChild(text);
    var track = box.appendChild(make("div", "bar-track")).appendChild(make("i"));
    track.style.width = (100 * step.step / Math.max(1, step.steps)).toFixed(1) + "%";
    var pair = make("div", "growing-pair");
    pair.appendChild(notebook.chart([{ points: one.points.map(function (p) { return [p[0], p[1]]; }) }],
      { title: words.trainingLoss || words.loss, last: step.steps, isRaw: true }));
    pair.appendChild(notebook.chart([{ points: one.points.map(function (p) { return [p[0], p[2]]; }) }],
      { title: words.trainingAccuracy || words.accuracy, last: step.steps, low: 0, high: 1, isRaw: true }));
    box.appendChild(pair);
    if (one.sweep) box.appendChild(one.sweep);
    if (one.previews) box.appendChild(one.previews);
    if (step.note) { var note = make("p", "aside"); note.appendChild(parsed(step.note)); box.appendChild(note); }
  }

  // A sweep as far as it has come: what was tried, and what it gave.
  function showSweep(news) {
    Object.keys(experiments).forEach(function (name) {
      var one = experiments[name], isThis = news.experiment === name;
      if (!isThis && !one.sweep) return;
      if (one.sweep) one.sweep.remove();
      one.sweep = isThis ? make("div", "sweep") : null;
      if (!isThis) return;
      one.sweep.setAttribute("aria-live", "polite");
      var content = parsed(news.html);
      window.seglabFigures(content);
      one.sweep.appendChild(content);
      if (one.latest) drawProgress(one);
    });
  }

  // What the network that trains makes of a few images, epoch by epoch.
  function showPreviews(news) {
    var one = news && experiments[news.experiment];
    if (!one) return;
    var box = one.previews = make("div", "previews");
    box.appendChild(make("p", "aside", words.epoch + " " + news.epoch));
    news.pictures.forEach(function (picture) {
      var figure = make("figure"), image = make("img");
      image.src = picture.source;
      image.alt = picture.words;
      figure.appendChild(image);
      figure.appendChild(make("figcaption", "", words.dice + " " + notebook.short(picture.dice)));
      box.appendChild(figure);
    });
    if (one.latest) drawProgress(one);
  }

  // MARK: Parts of the page

  // What stood open stays open; what somebody works in is never touched.
  function swap(id, html) {
    var place = document.getElementById(id);
    if (!place) return;
    var content = parsed(html);
    window.seglabFigures(content);
    if (id.indexOf("cell-") !== 0) {
      place.textContent = "";
      place.appendChild(content);
      return;
    }
    var live = place.querySelector(":scope > .live"), fresh = content.firstElementChild;
    var before = badge(place);
    var opened = Array.from(place.querySelectorAll(":scope > details, :scope > :not(.live) details")).map(function (one) { return one.open; });
    var slot = fresh.querySelector(":scope > .listing, :scope > .options") || fresh.querySelector(":scope > .answer");
    var isAfter = !slot;
    if (slot && slot.matches(".options")) { var stated = fresh.querySelector(":scope > .answer"); if (stated) stated.remove(); }
    if (!slot) slot = fresh.querySelector(":scope > header");
    Array.from(place.childNodes).forEach(function (node) { if (node !== live) node.remove(); });
    var isPast = false;
    Array.from(fresh.childNodes).forEach(function (node) {
      if (node === slot) {
        isPast = true;
        if (isAfter) place.insertBefore(node, live);
        return;
      }
      if (isPast) place.appendChild(node); else place.insertBefore(node, live);
    });
    place.querySelectorAll(":scope > details, :scope > :not(.live) details").forEach(function (one, index) { if (opened[index]) one.open = true; });
    var after = badge(place);
    if (after && after !== before) say(id.replace(/^cell-/, "") + ": " + after);
  }
  function badge(section) {
    var element = section.querySelector(":scope > header .badge");
    return element ? element.textContent.trim() : "";
  }

  function showMarks(list) {
    list.forEach(function (entry) {
      var cell = cellOf("exercise", entry.cell);
      if (!cell) return;
      cell.marks = entry.marks;
      cell.editor.marks = entry.marks;
      if (!cell.editor.isComposing) cell.editor.draw();
      fixes(cell);
    });
  }

  // A correction that was tried stands beside the message that speaks of it.
  function fixes(cell) {
    if (isReadOnly || !cell.marks) return;
    cell.section.querySelectorAll(".diagnostics button").forEach(function (old) { old.remove(); });
    var taken = [];
    cell.marks.forEach(function (mark) {
      if (!mark.fix) return;
      var anchor = "#L" + (cell.editor.line + mark.line);
      var item = Array.from(cell.section.querySelectorAll(".diagnostics li")).find(function (item) {
        return !taken.includes(item) && item.querySelector('a[href="' + anchor + '"]');
      });
      if (!item) return;
      taken.push(item);
      item.appendChild(button(words.apply, function () {
        var lines = cell.editor.text.split("\n");
        lines.splice(mark.fix.first, mark.fix.last - mark.fix.first + 1, mark.fix.text);
        cell.editor.set(lines.join("\n"));
        changed(cell);
        cell.editor.go(mark.fix.first);
      }));
    });
  }

  function showNetworks(list) {
    cells.forEach(function (cell) {
      if (!cell.layers) return;
      var own = list.filter(function (network) { return network.cell === cell.name; });
      cell.layers.hidden = !own.length;
      var before = cell.rows || {}, rows = {}, isFirst = !cell.rows;
      cell.layers.textContent = "";
      cell.layers.appendChild(make("summary", "", words.layers));
      own.forEach(function (network) {
        var scroll = make("div", "scroll"), table = make("table");
        scroll.tabIndex = 0;
        scroll.setAttribute("role", "region");
        scroll.setAttribute("aria-label", words.layers + ": " + network.constant);
        var head = table.createTHead().insertRow();
        [words.layer, words.output, words.parameters, words.multiplyAdds].forEach(function (word, index) {
          var cell = make("th", index > 1 ? "n" : "", word);
          cell.scope = "col";
          head.appendChild(cell);
        });
        var body = table.createTBody();
        function row(name, output, parameters, work) {
          var one = make("tr"), first = make("th", "", name);
          first.scope = "row";
          one.appendChild(first);
          [output, notebook.grouped(parameters), notebook.grouped(work)].forEach(function (text, index) {
            one.appendChild(make("td", index ? "n" : "shape", text));
          });
          return one;
        }
        network.layers.forEach(function (layer) {
          var output = layer.output.join("×"), said = [output, layer.parameters, layer.multiplyAdds].join();
          var one = row(layer.name, output, layer.parameters, layer.multiplyAdds);
          rows[network.constant + "." + layer.name] = said;
          // What the last change did to other layers is easily missed.
          if (!isFirst && before[network.constant + "." + layer.name] !== said) one.className = "changed";
          body.appendChild(one);
        });
        table.createTFoot().appendChild(row(words.total, "", network.parameters, network.multiplyAdds));
        table.createCaption().textContent = network.constant;
        scroll.appendChild(table);
        cell.layers.appendChild(scroll);
      });
      cell.rows = rows;
    });
  }

  function showStale(stale) {
    Object.keys(experiments).forEach(function (name) {
      var one = experiments[name], names = stale[name];
      one.section.classList.toggle("is-stale", !!names);
      one.stale.hidden = !names;
      if (names) one.stale.textContent = words.stale.replace("{names}", names.join(", ") || "–");
    });
  }

  function showStatus(status) {
    // Where nobody writes yet there is no word of it.
    writer = status.writer || null;
    if (!isReadOnly) follow(writer !== null && writer !== me);
    document.body.classList.toggle("is-looking", status.isLooking);
    Object.keys(experiments).forEach(function (name) {
      var one = experiments[name], isRunning = status.running === name, waits = status.queue.includes(name);
      one.run.disabled = one.toHere.disabled = isRunning || waits;
      one.stop.hidden = !(isRunning || waits);
      one.word.textContent = waits && !isRunning ? words.queued : "";
      if (isRunning && one.progress.hidden && !one.latest) { one.progress.hidden = false; one.progress.textContent = words.connecting; }
    });
    if (!status.running) {
      Object.keys(experiments).forEach(function (name) { experiments[name].latest = null; });
      showProgress({});
    }
  }

  var told = {
    cells: function (news) {
      news.cells.forEach(function (written) {
        var cell = cellOf(written.kind, written.name);
        if (!cell) return;
        if (cell.editor && cell.editor.line !== written.line) { cell.editor.line = written.line; cell.editor.draw(); }
        took(cell, written.text, news.by === me);
      });
      showLine();
    },
    parts: function (parts) {
      Object.keys(parts).forEach(function (id) {
        var one = experiments[id.replace(/^cell-/, "")];
        if (one && one.refreshRuns) one.refreshRuns();
      });
      Object.keys(parts).forEach(function (id) { swap(id, parts[id]); });
      cells.forEach(function (cell) { if (cell.editor) fixes(cell); });
    },
    status: showStatus,
    marks: showMarks,
    networks: showNetworks,
    stale: showStale,
    progress: showProgress,
    previews: showPreviews,
    sweep: showSweep,
    problem: function (news) { notice("problem", news.html || null); },
    refusal: function (news) { notice("refusal", news.html || null); },
    reset: function () { load(true); },
  };

  // MARK: Beginning

  function load(isAgain) {
    return fetch(base + "/state" + (isAgain ? "?parts=1" : "")).then(function (reply) {
      if (!reply.ok) return reply.json().then(function (body) { notice("problem", body.problem || words.offline); });
      return reply.json().then(function (state) {
        if (state.version && state.version !== settings.version) notice("version", words.reload);
        if (!isAgain) {
          var tools = make("div", "tools lab-tools");
          if (!isReadOnly && document.querySelector(".cell.experiment")) tools.appendChild(button(words.runAll, function () { send("/run"); }));
          [["/page", words.savePage], ["/file", words.handIn]].forEach(function (one) {
            var link = make("a", "button", one[1]);
            link.href = base + one[0];
            link.setAttribute("download", "");
            tools.appendChild(link);
          });
          document.querySelector("header.lab").appendChild(tools);
          state.cells.forEach(enhance);
          document.querySelectorAll(".cell.experiment").forEach(experiment);
        } else {
          told.parts(state.parts);
          told.cells({ cells: state.cells, by: null });
        }
        showMarks(state.marks);
        showNetworks(state.networks);
        showStale(state.stale);
        if (state.progress && state.progress.now) {
          var one = experiments[state.progress.experiment];
          if (one) { one.number = state.progress.now.number; one.points = state.progress.points.map(function (p) { return [p.step, p.loss, p.accuracy]; }); }
          showProgress(state.progress.now);
        }
        if (state.previews) showPreviews(state.previews);
        showSweep(state.sweep);
        showStatus(state.status);
        if (state.problem) notice("problem", state.problem);
        if (!isAgain) { line.last = state.log + "." + state.number; connect(); }
      });
    });
  }

  // Who leaves gives the pen away; a reload takes it up again before anybody else has it.
  window.addEventListener("pagehide", function () { send("/leave", { window: me }, { keepalive: true }).catch(function () {}); });

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
    } else if (isCommand && event.key === "Enter" && !isReadOnly) {
      var section = document.activeElement && document.activeElement.closest(".cell");
      if (!section) return;
      event.preventDefault();
      // The experiment that follows, or the one that holds the focus.
      var list = Array.from(document.querySelectorAll(".cell"));
      var target = list.slice(list.indexOf(section)).find(function (one) { return one.classList.contains("experiment"); });
      if (target) send("/run", { experiment: target.id.replace(/^cell-/, "") });
    }
  });
  load(false).then(showLine, function () { line.misses = 1; showLine(); setTimeout(function () { location.reload(); }, 2000); });
  showLine();
})();
