// From listings to editors, and from written questions to fields that take an answer.
(function () {
  "use strict";
  var notebook = window.seglabNotebook, page = notebook.page;
  if (!page) return;
  var make = notebook.make;

  notebook.enhance = function (written) {
    var section = document.getElementById("cell-" + written.name);
    if (!section) return;
    var live = make("div", "live");
    var cell = { kind: written.kind, name: written.name, base: written.text, texts: [written.text], section: section, live: live };
    if (written.kind === "exercise") exercise(cell, written); else question(cell);
    notebook.cells.push(cell);
    notebook.takeDraft(cell);
  };

  function exercise(cell, written) {
    var listing = cell.section.querySelector(".listing");
    var keys = make("p", "keys", page.words.leave);
    keys.id = "keys-" + cell.name;
    var editor = cell.editor = new notebook.Editor({
      text: written.text, label: page.words.editor.replace("{name}", cell.name), line: written.line, describedBy: keys.id,
      journal: "seglab:undo:" + page.lab + ":" + cell.name,
      onChange: function () {
        tools();
        notebook.changed(cell);
        notebook.sketch(cell);
        notebook.said.show(cell);
      },
      onKey: function (event) {
        notebook.said.key(event);
        return notebook.completion.key(event, editor);
      },
      onCaret: function () {
        notebook.completion.caret(editor);
        notebook.said.show(cell);
      },
    });
    cell.read = function () { return editor.text; };
    cell.write = function (text) { editor.set(text); tools(); };
    cell.focus = function () { editor.area.focus(); };
    cell.allow = function (can) { editor.area.readOnly = !can; };
    cell.allow(!page.isReadOnly);
    var bar = make("div", "tools");
    var next = page.button("", function () {
      var holes = notebook.holes(editor.text), from = editor.area.selectionEnd;
      var hole = holes.find(function (hole) { return hole.start >= from; }) || holes[0];
      if (hole) editor.select(hole.start, hole.end);
    });
    bar.appendChild(next);
    function tools() {
      var count = notebook.holes(editor.text).length;
      next.textContent = page.words.nextHole + " (" + count + ")";
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
    field.appendChild(make("legend", "visually-hidden", page.words.answer + ": " + cell.name));
    if (options) {
      var list = make("ul", "options");
      cell.choices = Array.from(options.children).map(function (item) {
        var key = item.querySelector("code").textContent;
        var label = make("label"), radio = make("input");
        radio.type = "radio";
        radio.name = "answer-" + cell.name;
        radio.value = key;
        radio.addEventListener("change", function () { mark(); notebook.changed(cell); });
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
      label.appendChild(make("span", "", page.words.yourWords));
      label.appendChild(area);
      field.appendChild(label);
      area.addEventListener("input", function (event) { if (!event.isComposing) notebook.changed(cell); });
      area.addEventListener("compositionend", function () { notebook.changed(cell); });
      cell.read = function () { return area.value || (cell.base === "?" ? "?" : ""); };
      cell.write = function (text) { area.value = text === "?" ? "" : text.replace(/\n$/, ""); };
      cell.focus = function () { area.focus(); };
      cell.allow = function (can) { area.readOnly = !can; };
    }
    cell.write(cell.base);
    cell.allow(!page.isReadOnly);
    cell.live.appendChild(field);
    (options || stated).replaceWith(cell.live);
    if (options && stated) stated.remove();
  }
})();
