// What can be written into a hole, or is being typed: names of layers and their settings, values, and what each means.
(function () {
  "use strict";
  var notebook = window.seglabNotebook, make = notebook.make;
  var symbols = [], byName = {};
  var open = null; // { editor, items, chosen, start, end, list }

  fetch("/words").then(function (reply) { return reply.json(); }).then(function (words) {
    symbols = words.symbols;
    symbols.forEach(function (symbol) { byName[symbol.name] = symbol; });
  }).catch(function () { /* it goes without */ });

  function html(text) {
    var template = document.createElement("template");
    template.innerHTML = text;
    return template.content;
  }

  // The call that a place stands in, and the label before it; strings and comments count for nothing.
  function around(text, place) {
    var depth = 0, plain = text.slice(0, place).replace(/"(?:\\.|[^"\\\n])*"/g, function (word) { return "_".repeat(word.length); })
      .replace(/\/\/[^\n]*/g, function (word) { return " ".repeat(word.length); });
    var label = null, isLabelDone = false;
    for (var index = plain.length - 1; index >= 0; index--) {
      var sign = plain[index];
      if (sign === ")" || sign === "]" || sign === "}") depth += 1;
      else if (sign === "[" || sign === "{") { if (depth === 0) { if (sign === "{") return null; } else depth -= 1; }
      else if (sign === "(") {
        if (depth === 0) {
          var name = /([A-Za-z_][A-Za-z0-9_.]*)\s*$/.exec(plain.slice(0, index));
          return { call: name ? name[1] : "", label: label || "" };
        }
        depth -= 1;
      } else if (depth === 0 && !isLabelDone) {
        if (sign === ":") { var found = /([A-Za-z_]\w*)\s*$/.exec(plain.slice(0, index)); label = found ? found[1] : null; isLabelDone = true; }
        else if (sign === "," && !/\[[^\]]*$/.test(plain.slice(0, index))) isLabelDone = true;
      }
    }
    return null;
  }

  // A call with holes for all that has to be chosen.
  function call(symbol) {
    var needed = symbol.settings.filter(function (setting) { return setting.isNeeded; });
    var isNamed = symbol.settings.length && symbol.settings[0].label === "" && /String/.test(symbol.settings[0].type) && !symbol.settings[0].isNeeded;
    var parts = needed.map(function (setting) { return (setting.label ? setting.label + ": " : "") + ".FIXME"; });
    if (isNamed && symbol.isLayer && symbol.name !== "Input") parts.unshift("\"" + symbol.name.toLowerCase().replace(/2d$/, "") + "\"");
    return symbol.name + "(" + parts.join(", ") + ")";
  }

  // A value with holes for its numbers: `.cosine(steps: .FIXME)`.
  function value(signature) {
    var opened = signature.indexOf("(");
    if (opened < 0) return signature;
    var parts = signature.slice(opened + 1, -1).split(",").filter(function (part) { return part.trim() && part.indexOf("=") < 0; })
      .map(function (part) { var label = part.split(":")[0].trim(); return label.indexOf("_") === 0 ? ".FIXME" : label + ": .FIXME"; });
    return signature.slice(0, opened) + (parts.length ? "(" + parts.join(", ") + ")" : "");
  }

  // What fits at the caret; asked is whether somebody asked for it.
  function proposals(editor, asked) {
    var text = editor.text, start = editor.area.selectionStart, end = editor.area.selectionEnd;
    var hole = notebook.holes(text).find(function (hole) { return start >= hole.start && end <= hole.end; });
    var typed = hole ? "" : (/\.?[A-Za-z_]\w*$|\.$/.exec(text.slice(0, start)) || [""])[0];
    if (hole) { start = hole.start; end = hole.end; } else if (start !== end) return null;
    else start -= typed.length;
    var line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    if (/\/\//.test(line) || (line.match(/"/g) || []).length % 2) return null;
    var place = around(text, start), symbol = place && byName[place.call], items = [];
    var setting = symbol && place.label && symbol.settings.find(function (setting) { return setting.label === place.label; });
    var type = setting ? setting.type.replace(/[?\[\]]/g, "") : "";
    if (type && byName[type] && byName[type].cases.length) {
      byName[type].cases.forEach(function (one) { items.push({ word: one.signature, text: value(one.signature), about: one.about }); });
    } else if (type === "Bool") {
      ["true", "false"].forEach(function (word) { items.push({ word: word, text: word, about: setting.about }); });
    } else if (setting && hole) {
      // A number is the learner's own; what it means is told.
      items.push({ word: setting.label + ": " + setting.type, text: null, about: setting.about });
    } else if (symbol && !hole && typed !== "." && (typed || asked)) {
      var used = text.slice(start - 200 < 0 ? 0 : start - 200, start);
      symbol.settings.forEach(function (one) {
        if (one.label && !new RegExp("\\b" + one.label + ":").test(used.slice(used.lastIndexOf(symbol.name)))) {
          items.push({ word: one.label + ": " + one.type, text: one.label + ": ", about: one.about });
        }
      });
    }
    if (!setting && typed[0] !== "." && (hole && !place || /^[A-Z]/.test(typed) || asked && !symbol)) {
      symbols.forEach(function (one) {
        if (one.signature && (!hole || one.isLayer)) items.push({ word: one.name, text: call(one), about: one.about });
      });
    }
    var wanted = typed.toLowerCase();
    if (wanted && wanted !== ".") {
      items = items.filter(function (item) { return item.word.toLowerCase().indexOf(wanted) === 0 || wanted[0] !== "." && item.word.toLowerCase().indexOf("." + wanted) === 0; });
      if (items.length === 1 && items[0].text === typed) return null;
    } else if (!hole && !asked && typed !== ".") return null;
    if (typed && typed.length < 2 && typed !== "." && !asked) return null;
    return items.length ? { start: start, end: end, items: items.slice(0, 40) } : null;
  }

  function close() {
    if (!open) return;
    open.list.remove();
    open.editor.area.removeAttribute("aria-activedescendant");
    open.editor.area.removeAttribute("aria-controls");
    open = null;
  }

  function show(editor, found, isQuiet) {
    close();
    if (!found || editor.area.readOnly) return;
    var list = make("ul", "words");
    list.id = "words";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", editor.area.getAttribute("aria-label"));
    found.items.forEach(function (item, index) {
      var row = make("li");
      row.id = "word-" + index;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", "false");
      row.appendChild(make("code", "", item.word));
      if (item.about) { var about = make("small"); about.appendChild(html(item.about)); row.appendChild(about); }
      // Not a click: the focus stays where one writes.
      row.addEventListener("pointerdown", function (event) { event.preventDefault(); take(index); });
      list.appendChild(row);
    });
    editor.element.parentNode.insertBefore(list, editor.element.nextSibling);
    var row = editor.mirror.children[editor.caretLine];
    if (row) list.style.top = editor.element.offsetTop + row.offsetTop + row.offsetHeight + "px";
    open = { editor: editor, items: found.items, start: found.start, end: found.end, list: list, chosen: -1 };
    editor.area.setAttribute("aria-controls", "words");
    if (!isQuiet && found.items[0].text !== null) choose(0);
  }

  function choose(index) {
    var rows = open.list.children;
    if (open.chosen >= 0) rows[open.chosen].setAttribute("aria-selected", "false");
    open.chosen = (index + rows.length) % rows.length;
    rows[open.chosen].setAttribute("aria-selected", "true");
    rows[open.chosen].scrollIntoView({ block: "nearest" });
    open.editor.area.setAttribute("aria-activedescendant", "word-" + open.chosen);
  }

  function take(index) {
    var item = open.items[index], editor = open.editor, start = open.start, end = open.end;
    close();
    if (item.text === null) return;
    editor.replace(start, end, item.text);
    // The first hole of what was written is next.
    var hole = notebook.holes(item.text)[0];
    if (hole) editor.area.setSelectionRange(start + hole.start, start + hole.end);
  }

  notebook.completion = {
    isOpen: function () { return !!open; },
    // Whether a key was meant for the list.
    key: function (event, editor) {
      if (event.key === " " && event.ctrlKey) {
        event.preventDefault();
        show(editor, proposals(editor, true));
        return true;
      }
      if (!open || open.editor !== editor) return false;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (open.items[0].text === null) return false;
        event.preventDefault();
        choose(open.chosen + (event.key === "ArrowDown" ? 1 : open.chosen < 0 ? 0 : -1));
        return true;
      }
      if ((event.key === "Enter" || event.key === "Tab") && open.chosen >= 0 && !event.shiftKey) {
        event.preventDefault();
        take(open.chosen);
        return true;
      }
      if (event.key === "Escape") {
        // A list that only tells something is no step on the way out of the editor.
        var wasChosen = open.chosen >= 0;
        close();
        return wasChosen;
      }
      return false;
    },
    // The caret moved or something was typed.
    caret: function (editor) {
      if (editor.isComposing || document.activeElement !== editor.area) return close();
      var place = editor.area.selectionStart + "." + editor.area.selectionEnd + "." + editor.text.length;
      if (editor.lastPlace === place) return;
      var isTyped = editor.lastLength !== undefined && editor.lastLength !== editor.text.length;
      editor.lastPlace = place;
      editor.lastLength = editor.text.length;
      var found = proposals(editor, false);
      // A list that opens by itself takes no key from who only passes through a hole.
      if (found && !isTyped && !notebook.holes(editor.text).some(function (hole) {
        return editor.area.selectionStart >= hole.start && editor.area.selectionEnd <= hole.end;
      })) found = null;
      show(editor, found, !isTyped);
    },
  };
})();
