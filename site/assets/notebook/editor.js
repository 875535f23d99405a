// An editor for one cell: the browser's own textarea over a coloured mirror of its text.
//
// The textarea is what is typed into, read aloud and composed in: input methods, screen readers and phones all know it, and nothing of a
// composition of Hangul passes through a script. The mirror below it only shows colors. Tried before it was chosen: Hangul composed over the
// browser's own protocol, with pauses longer than those after which everything is saved, drawn and judged, is neither broken nor lost; axe
// finds nothing. It weighs a few kilobytes, and no file of somebody else's has to be found on the machine.
(function () {
  "use strict";
  var notebook = window.seglabNotebook;
  var mostUndo = 300;

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }
  notebook.make = make;
  // A table that may be wider than the page, and is reached by keys.
  notebook.scrolled = function (table, label) {
    var box = make("div", "scroll");
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", label);
    box.appendChild(table);
    return box;
  };

  // options: text, label, line (number of the first), describedBy, onChange(text), onKey(event), journal (a key of local storage)
  notebook.Editor = function (options) {
    var self = this;
    var frame = this.element = make("div", "editor");
    var mirror = this.mirror = make("pre", "mirror");
    mirror.setAttribute("aria-hidden", "true");
    var area = this.area = make("textarea");
    area.spellcheck = false;
    area.autocapitalize = "off";
    area.autocomplete = "off";
    area.setAttribute("autocorrect", "off");
    area.setAttribute("aria-label", options.label);
    if (options.describedBy) area.setAttribute("aria-describedby", options.describedBy);
    area.rows = 1;
    this.line = options.line;
    this.marks = [];
    this.isComposing = false;
    this.isLeaving = false;
    this.journal = options.journal;
    this.undo = [];
    this.redo = [];
    frame.appendChild(mirror);
    frame.appendChild(area);
    this.set(options.text, true);
    this.restore();

    area.addEventListener("compositionstart", function () { self.isComposing = true; });
    area.addEventListener("compositionend", function () {
      self.isComposing = false;
      self.changed();
    });
    area.addEventListener("beforeinput", function (event) {
      // A step of undo begins where another kind of change does, or after a pause.
      if (event.inputType === "historyUndo" || event.inputType === "historyRedo") return;
      var now = Date.now();
      if (self.isComposing) return;
      if (self.lastInput !== event.inputType || now - (self.lastTime || 0) > 800 || /\s/.test(event.data || "")) self.remember();
      self.lastInput = event.inputType;
      self.lastTime = now;
    });
    area.addEventListener("input", function () {
      self.draw();
      if (!self.isComposing) self.changed();
    });
    area.addEventListener("blur", function () { self.isLeaving = false; frame.classList.remove("leaving"); });
    area.addEventListener("keydown", function (event) {
      if (event.isComposing || event.keyCode === 229) return;
      if (options.onKey && options.onKey(event)) return;
      self.key(event);
    });
    ["keyup", "click", "focus", "blur"].forEach(function (name) {
      area.addEventListener(name, function () { if (options.onCaret) options.onCaret(); });
    });
    this.changed = function () {
      self.save();
      if (options.onChange) options.onChange(area.value);
    };
  };

  notebook.Editor.prototype = {
    get text() { return this.area.value; },

    // Puts a text in place of all; `isFirst` where there is nothing to go back to.
    set: function (text, isFirst) {
      text = text.replace(/\n$/, "");
      if (text === this.area.value) { this.draw(); return; }
      if (!isFirst) this.remember();
      var start = this.area.selectionStart, end = this.area.selectionEnd;
      var before = this.area.value, same = 0;
      while (same < before.length && before[same] === text[same]) same++;
      this.area.value = text;
      if (document.activeElement === this.area) {
        // The caret stays where it was in the text, as far as that is the same.
        var shift = start > same ? text.length - before.length : 0;
        this.area.setSelectionRange(Math.max(0, start + shift), Math.max(0, end + shift));
      }
      this.draw();
      if (!isFirst) this.save();
    },

    // Changes a part, as typing would, so that the browser's own machinery knows of it.
    replace: function (start, end, text, caret) {
      this.remember();
      this.area.setRangeText(text, start, end, "end");
      var place = caret === undefined ? start + text.length : caret;
      this.area.setSelectionRange(place, place);
      this.draw();
      this.changed();
    },

    select: function (start, end) {
      this.area.focus();
      this.area.setSelectionRange(start, end);
      this.reveal();
    },

    // Puts the caret on a line, from 0.
    go: function (line) {
      var lines = this.text.split("\n"), place = 0;
      for (var i = 0; i < line && i < lines.length; i++) place += lines[i].length + 1;
      this.select(place, place);
    },

    reveal: function () { this.element.scrollIntoView({ block: "nearest" }); },

    get caretLine() { return this.text.slice(0, this.area.selectionStart).split("\n").length - 1; },

    key: function (event) {
      var area = this.area, start = area.selectionStart, end = area.selectionEnd, text = area.value;
      var isCommand = event.ctrlKey || event.metaKey;
      if (event.key === "Escape") {
        this.isLeaving = true;
        this.element.classList.add("leaving");
        return;
      }
      if (event.key === "Tab" && !isCommand && !event.altKey) {
        // After Escape the key leaves, as it does everywhere else on the page.
        if (this.isLeaving || area.readOnly) return;
        event.preventDefault();
        this.shift(event.shiftKey);
        return;
      }
      if (event.key !== "Shift" && event.key !== "Control" && event.key !== "Meta" && event.key !== "Alt") {
        this.isLeaving = false;
        this.element.classList.remove("leaving");
      }
      if (area.readOnly) return;
      if (isCommand && event.key.toLowerCase() === "z" && !event.altKey) {
        event.preventDefault();
        this.travel(event.shiftKey ? this.redo : this.undo, event.shiftKey ? this.undo : this.redo);
      } else if (isCommand && event.key.toLowerCase() === "y") {
        event.preventDefault();
        this.travel(this.redo, this.undo);
      } else if (isCommand && event.key === "/") {
        event.preventDefault();
        this.comment();
      } else if (event.key === "Enter" && !isCommand && !event.altKey) {
        event.preventDefault();
        var indent = notebook.indent(text.slice(0, start), text.slice(end));
        this.replace(start, end, indent.text + indent.behind, start + indent.text.length);
      } else if (start === end && !isCommand && !event.altKey && { "(": ")", "[": "]", "{": "}" }[event.key] && /^[\s)\]},]|^$/.test(text[end] || "")) {
        event.preventDefault();
        this.replace(start, end, event.key + { "(": ")", "[": "]", "{": "}" }[event.key], start + 1);
      } else if (start === end && !isCommand && ")]}".includes(event.key) && event.key.length === 1) {
        var line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
        if (text[start] === event.key && line.trim()) {
          // The bracket stands there already.
          event.preventDefault();
          area.setSelectionRange(start + 1, start + 1);
        } else if (!line.trim() && line.length >= 2) {
          event.preventDefault();
          this.replace(start - 2, end, event.key);
        }
      } else if (event.key === "Backspace" && start === end && !isCommand && ["()", "[]", "{}"].includes(text.slice(start - 1, start + 1))) {
        event.preventDefault();
        this.replace(start - 1, start + 1, "");
      }
    },

    // Moves the chosen lines in or out.
    shift: function (isBack) {
      var text = this.text, start = this.area.selectionStart, end = this.area.selectionEnd;
      if (start === end && !isBack) return this.replace(start, end, "  ");
      var first = text.lastIndexOf("\n", start - 1) + 1, last = text.indexOf("\n", Math.max(start, end - 1));
      if (last < 0) last = text.length;
      var block = text.slice(first, last).split("\n").map(function (line) {
        return isBack ? line.replace(/^ {1,2}|^\t/, "") : line ? "  " + line : line;
      }).join("\n");
      var moved = Math.max(first, start - (last - first - block.length));
      this.replace(first, last, block);
      if (start === end) this.area.setSelectionRange(moved, moved);
      else this.area.setSelectionRange(first, first + block.length);
    },

    comment: function () {
      var text = this.text, start = this.area.selectionStart, end = this.area.selectionEnd;
      var first = text.lastIndexOf("\n", start - 1) + 1, last = text.indexOf("\n", Math.max(start, end - 1));
      if (last < 0) last = text.length;
      var lines = text.slice(first, last).split("\n");
      var isAll = lines.every(function (line) { return !line.trim() || /^\s*\/\//.test(line); });
      var block = lines.map(function (line) {
        return isAll ? line.replace(/^(\s*)\/\/ ?/, "$1") : line.trim() ? line.replace(/^(\s*)/, "$1// ") : line;
      }).join("\n");
      this.replace(first, last, block);
      this.area.setSelectionRange(first, first + block.length);
    },

    // Undo of our own, because what a script changes is not in the browser's; it is kept beyond a reload.
    remember: function () {
      var last = this.undo[this.undo.length - 1];
      if (last && last[0] === this.text) return;
      this.undo.push([this.text, this.area.selectionStart]);
      if (this.undo.length > mostUndo) this.undo.shift();
      this.redo.length = 0;
    },

    travel: function (from, to) {
      while (from.length && from[from.length - 1][0] === this.text) from.pop();
      if (!from.length) return;
      to.push([this.text, this.area.selectionStart]);
      var step = from.pop();
      this.area.value = step[0];
      this.area.setSelectionRange(step[1], step[1]);
      this.lastInput = null;
      this.draw();
      this.changed();
    },

    save: function () {
      var self = this;
      if (!this.journal || this.saving) return;
      this.saving = setTimeout(function () {
        self.saving = null;
        notebook.keep(self.journal, { undo: self.undo.slice(-60), redo: self.redo.slice(-60) });
      }, 300);
    },

    restore: function () {
      var kept = this.journal && notebook.kept(this.journal);
      if (!kept) return;
      this.undo = kept.undo || [];
      this.redo = kept.redo || [];
    },

    // Shows the text in colours, with what was said of its lines.
    draw: function () {
      var mirror = this.mirror, marks = this.marks, rows = [], row = make("span", "row");
      notebook.tokens(this.area.value).forEach(function (token) {
        token.text.split("\n").forEach(function (piece, index) {
          if (index) { rows.push(row); row = make("span", "row"); }
          if (!piece) return;
          row.appendChild(token.kind === "hole" ? make("mark", "hole", piece)
            : token.kind ? make("span", "t-" + token.kind, piece) : document.createTextNode(piece));
        });
      });
      rows.push(row);
      mirror.textContent = "";
      var line = this.line;
      rows.forEach(function (row, index) {
        row.dataset.line = line + index;
        var mark = marks.find(function (mark) { return mark.line === index && mark.severity !== "note"; });
        if (mark) row.classList.add(mark.severity);
        row.appendChild(document.createTextNode("\n"));
        mirror.appendChild(row);
      });
    },
  };
})();
