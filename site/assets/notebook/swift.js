// Swift as an editor sees it: its words in colours, its holes, where a new line is indented to. Runs before the other scripts of the
// notebook and leaves what it knows in one name.
(function () {
  "use strict";
  var notebook = window.seglabNotebook = {};

  var keywords = new Set(("let var func return if else for in while guard struct enum case switch default true false nil import extension " +
    "where self init repeat break continue throws try static private public mutating inout as is do catch defer").split(" "));

  // One token after the other; what none of them begins is plain. The order settles what a sign begins.
  var pattern = new RegExp([
    "(\\/\\/[^\\n]*|\\/\\*[\\s\\S]*?(?:\\*\\/|$))",
    "(\"\"\"[\\s\\S]*?(?:\"\"\"|$)|\"(?:\\\\.|[^\"\\\\\\n])*\"?)",
    "(\\.FIXME\\b)",
    "(\\b0x[0-9a-fA-F_]+\\b|\\b[0-9][0-9_]*(?:\\.[0-9][0-9_]*)?(?:[eE][+-]?[0-9]+)?)",
    "(\\.[A-Za-z_][A-Za-z0-9_]*)",
    "([\\p{L}_][\\p{L}\\p{N}_]*)",
  ].join("|"), "gu");

  // The text in pieces with their kinds, as the page's style sheet names them.
  notebook.tokens = function (text) {
    var list = [], last = 0, match;
    pattern.lastIndex = 0;
    function plain(end) { if (end > last) list.push({ text: text.slice(last, end), kind: "" }); }
    while ((match = pattern.exec(text))) {
      if (match[0] === "") { pattern.lastIndex += 1; continue; }
      var kind = match[1] ? "comment" : match[2] ? "string" : match[3] ? "hole" : match[4] ? "number"
        : match[5] ? "member" : keywords.has(match[6]) ? "keyword" : /^[A-Z]/.test(match[6]) ? "type" : "";
      if (!kind) continue;
      // A number behind a letter or a point is none: `conv1`, `pair.0`.
      plain(match.index);
      list.push({ text: match[0], kind: kind });
      last = match.index + match[0].length;
    }
    plain(text.length);
    return list;
  };

  // Where the holes are: their starts and ends.
  notebook.holes = function (text) {
    var place = 0, found = [];
    notebook.tokens(text).forEach(function (token) {
      if (token.kind === "hole") found.push({ start: place, end: place + token.text.length });
      place += token.text.length;
    });
    return found;
  };

  // What a new line after `before` begins with, and what follows behind the caret where brackets stand around it.
  notebook.indent = function (before, after) {
    var line = before.slice(before.lastIndexOf("\n") + 1);
    var lead = /^[ \t]*/.exec(line)[0];
    var opens = /[{(\[]\s*$/.test(line.replace(/\/\/.*$/, "")) || /\{[^{}]*\bin\s*$/.test(line);
    var closes = /^\s*[})\]]/.test(after);
    return { text: "\n" + lead + (opens ? "  " : ""), behind: opens && closes ? "\n" + lead : "" };
  };

  // What differs between two texts, a line each: " " stays, "-" is in the first alone, "+" in the second.
  notebook.difference = function (one, other) {
    var a = one.split("\n"), b = other.split("\n"), start = 0, rows = [];
    while (start < a.length && start < b.length && a[start] === b[start]) rows.push([" ", a[start++]]);
    var endA = a.length, endB = b.length, tail = [];
    while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) { tail.unshift([" ", a[--endA]]); endB--; }
    var n = endA - start, m = endB - start;
    // Of two long texts that have nothing in common at either end the whole middle is shown as changed.
    if (n * m > 250000) {
      a.slice(start, endA).forEach(function (line) { rows.push(["-", line]); });
      b.slice(start, endB).forEach(function (line) { rows.push(["+", line]); });
      return rows.concat(tail);
    }
    var longest = [];
    for (var i = n; i >= 0; i--) {
      longest[i] = [];
      for (var j = m; j >= 0; j--) {
        longest[i][j] = i === n || j === m ? 0
          : a[start + i] === b[start + j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    var x = 0, y = 0;
    while (x < n || y < m) {
      if (x < n && y < m && a[start + x] === b[start + y]) { rows.push([" ", a[start + x]]); x++; y++; }
      else if (y === m || x < n && longest[x + 1][y] >= longest[x][y + 1]) rows.push(["-", a[start + x++]]);
      else rows.push(["+", b[start + y++]]);
    }
    return rows.concat(tail);
  };
})();
