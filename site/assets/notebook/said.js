// What was said of the line in which one writes, right under that line: the message, its help and, where one was tried, the correction.
// The same message stands in the list beside the cell, which is what is read aloud.
(function () {
  "use strict";
  var notebook = window.seglabNotebook, page = notebook.page;
  if (!page) return;
  var make = notebook.make;
  // What is shown, of which place, and the place of which nobody wants to see it.
  var box = null, place = null, dismissed = null;

  function hide() {
    if (box) box.remove();
    box = null;
  }

  notebook.said = {
    // Escape takes the message away, besides what it does in the editor.
    key: function (event) {
      if (event.key !== "Escape" || !box) return;
      hide();
      dismissed = place;
    },

    // The caret is elsewhere, or what is said changed.
    show: function (cell) {
      hide();
      var editor = cell.editor, area = editor.area;
      place = editor.line + editor.caretLine + ":" + editor.text;
      if (place === dismissed) return;
      dismissed = null;
      // What was said of another text may be true no longer.
      if (document.activeElement !== area || editor.isComposing || cell.saidOf !== editor.text || notebook.completion.isOpen()) return;
      var item = cell.section.querySelector('.diagnostics li:not(.hole) a[href="#L' + (editor.line + editor.caretLine) + '"]');
      var row = editor.mirror.children[editor.caretLine];
      if (!item || !row) return;
      item = item.closest("li");
      box = make("div", "said " + item.className);
      item.querySelectorAll("p:not(.place)").forEach(function (words) { box.appendChild(words.cloneNode(true)); });
      var correction = item.querySelector("button");
      if (correction) box.appendChild(page.button(correction.textContent, function () { correction.click(); }));
      // The focus stays where one writes.
      box.addEventListener("pointerdown", function (event) { event.preventDefault(); });
      editor.element.parentNode.insertBefore(box, editor.element.nextSibling);
      box.style.top = editor.element.offsetTop + row.offsetTop + row.offsetHeight + "px";
    },
  };
})();
