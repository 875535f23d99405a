// Parts of the page that the server made anew: reports beside cells, messages with their corrections, layer tables.
(function () {
  "use strict";
  var notebook = window.seglabNotebook, page = notebook.page;
  if (!page) return;
  var make = notebook.make, line = notebook.line;

  // What stood open stays open; what somebody works in is never touched.
  function swap(id, html) {
    var place = document.getElementById(id);
    if (!place) return;
    var content = page.parsed(html);
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
    if (after && after !== before) page.say(id.replace(/^cell-/, "") + ": " + after);
  }
  function badge(section) {
    var element = section.querySelector(":scope > header .badge");
    return element ? element.textContent.trim() : "";
  }

  function showMarks(list) {
    list.forEach(function (entry) {
      var cell = notebook.cellOf("exercise", entry.cell);
      if (!cell) return;
      cell.marks = entry.marks;
      cell.editor.marks = entry.marks;
      if (!cell.editor.isComposing) cell.editor.draw();
      fixes(cell);
    });
  }

  // The lines that a message writes out are put in by a button beside it.
  function fixes(cell) {
    if (page.isReadOnly || !cell.marks) return;
    cell.section.querySelectorAll(".diagnostics button").forEach(function (old) { old.remove(); });
    var taken = [];
    cell.marks.forEach(function (mark) {
      if (!mark.fixes.length) return;
      var anchor = "#L" + (cell.editor.line + mark.line);
      var item = Array.from(cell.section.querySelectorAll(".diagnostics li")).find(function (item) {
        return !taken.includes(item) && item.querySelector('a[href="' + anchor + '"]');
      });
      if (!item) return;
      taken.push(item);
      item.appendChild(page.button(page.words.apply, function () {
        var lines = cell.editor.text.split("\n");
        // From the last line up, so that no change moves the next.
        mark.fixes.forEach(function (fix) {
          var written = fix.text ? [fix.text] : [];
          lines.splice.apply(lines, [fix.first, fix.last - fix.first + 1].concat(written));
        });
        cell.editor.set(lines.join("\n"));
        notebook.changed(cell);
        cell.editor.go(mark.fixes[mark.fixes.length - 1].first);
      }));
    });
    cell.saidOf = cell.base.replace(/\n$/, "");
    if (document.activeElement === cell.editor.area) notebook.said.show(cell);
  }

  // What was judged, of the text that stands in the file.
  function showNetworks(list) {
    notebook.cells.forEach(function (cell) {
      if (!cell.layers) return;
      cell.judged = list.filter(function (network) { return network.cell === cell.name; });
      // Of a text that changed since, what it was says nothing any more.
      if (!cell.sketched || notebook.isSaved(cell)) settleLayers(cell, true);
    });
  }

  // Where the text of the page is the file's, what was judged of it stands.
  function settleLayers(cell, isNews) {
    if (!cell.layers || !cell.judged || !isNews && !notebook.isSaved(cell)) return;
    // Of a cell with holes, or one that does not compile, what can be read is all there is.
    if (!cell.judged.length && cell.sketched === cell.read()) return;
    cell.sketched = null;
    showLayers(cell, cell.judged);
  }

  // What is typed shows its shapes at once, as far as they can be read from the text; what is judged comes behind.
  function sketch(cell) {
    if (page.isReadOnly || !cell.layers || !line.isUp) return;
    if (cell.isSketching) return void (cell.isSketchedAgain = true);
    var text = cell.editor.text;
    if (!/\bNetwork\b/.test(text)) return settleLayers(cell);
    cell.isSketching = true;
    cell.isSketchedAgain = false;
    function end() {
      cell.isSketching = false;
      if (cell.isSketchedAgain) sketch(cell);
    }
    page.send("/sketch", { name: cell.name, text: text }).then(function (reply) { return reply.ok ? reply.json() : []; }).then(function (list) {
      if (text === cell.editor.text) {
        if (list.length) {
          cell.sketched = text;
          showLayers(cell, list);
        } else if (notebook.isSaved(cell)) settleLayers(cell);
        else doubt(cell, true);
      }
      end();
    }).catch(end);
  }

  // Whether the table is of the text as it was before.
  function doubt(cell, isOld) {
    var summary = cell.layers.querySelector("summary");
    if (summary) summary.textContent = page.words.layers + (isOld ? " (" + page.words.beforeChange + ")" : "");
  }

  function showLayers(cell, own) {
    doubt(cell, false);
    // The same once more leaves what changed marked as changed.
    var shown = JSON.stringify(own);
    if (cell.shown === shown) return;
    cell.shown = shown;
    cell.layers.hidden = !own.length;
    var before = cell.rows || {}, rows = {}, isFirst = !cell.rows;
    cell.layers.textContent = "";
    cell.layers.appendChild(make("summary", "", page.words.layers));
    own.forEach(function (network) {
      var table = make("table");
      var head = table.createTHead().insertRow();
      [page.words.layer, page.words.output, page.words.parameters, page.words.multiplyAdds].forEach(function (word, index) {
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
      table.createTFoot().appendChild(row(page.words.total + (network.isWhole ? "" : " (" + page.words.soFar + ")"), "", network.parameters, network.multiplyAdds));
      table.createCaption().textContent = network.constant;
      cell.layers.appendChild(notebook.scrolled(table, page.words.layers + ": " + network.constant));
    });
    cell.rows = rows;
  }

  notebook.swap = swap;
  notebook.showMarks = showMarks;
  notebook.fixes = fixes;
  notebook.showNetworks = showNetworks;
  notebook.sketch = sketch;
  notebook.settleLayers = settleLayers;
})();
