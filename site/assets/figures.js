// What figures and tables can do beside being looked at: on the pages of a site, and in the notebook as its pages change.
// A classic script without dependencies, which says what it does in words that its own tag holds.
(function () {
  "use strict";
  var labels = document.currentScript.dataset;

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }
  // A slider from 0 in a label.
  function range(label, most, step, value) {
    var slider = make("input");
    slider.type = "range";
    slider.min = "0"; slider.max = most; slider.step = step; slider.value = value;
    label.appendChild(slider);
    return slider;
  }
  var space = "http://www.w3.org/2000/svg";
  function drawn(name, attributes) {
    var element = document.createElementNS(space, name);
    for (var key in attributes) element.setAttribute(key, attributes[key]);
    return element;
  }
  function numbers(text) { return text.split(" ").map(Number); }
  // An exponential mean that counts its first values fully, as TensorBoard's.
  function smoothed(values, weight) {
    var last = 0, count = 0;
    return values.map(function (value) {
      if (value === null) return null;
      last = last * weight + (1 - weight) * value;
      count += 1;
      return last / (1 - Math.pow(weight, count));
    });
  }
  function words(value) {
    var size = Math.abs(value);
    return size !== 0 && (size < 1e-3 || size >= 1e6) ? value.toExponential(2) : String(Number(value.toPrecision(4)));
  }

  // Charts: values are read off with the pointer or the arrow keys, and smoothed as strongly as wanted.
  function curve(figure) {
    var source = figure.querySelector(".chart-data");
    if (!source) return;
    var data = JSON.parse(source.textContent);
    var told = make("output", "told", labels.chartKeys);
    told.setAttribute("aria-live", "polite");
    var tools = make("div", "tools"), label = make("label", "", labels.smoothing + " "), slider = range(label, "0.99", "0.01", "0.6");
    tools.appendChild(told);
    tools.appendChild(label);
    figure.insertBefore(tools, figure.firstChild);
    var charts = Array.prototype.slice.call(figure.querySelectorAll("svg[data-key]")).map(function (svg) {
      var key = svg.dataset.key, frame = numbers(svg.dataset.frame), x = numbers(svg.dataset.x), y = numbers(svg.dataset.y);
      var isLogarithmic = "log" in svg.dataset;
      var chart = {
        svg: svg, key: key, frame: frame, steps: key === "dice" ? data.diceStep : data.step, values: data[key],
        across: function (step) { return frame[0] + frame[2] * (step - x[0]) / (x[1] - x[0]); },
        down: function (value) {
          var part = isLogarithmic ? Math.log(value / y[0]) / Math.log(y[1] / y[0]) : (value - y[0]) / (y[1] - y[0]);
          return frame[1] + frame[3] * (1 - Math.min(1, Math.max(0, part)));
        }
      };
      chart.line = drawn("path", { "class": "cursor", d: "" });
      chart.dot = drawn("circle", { "class": "end", r: 4, visibility: "hidden" });
      svg.appendChild(chart.line);
      svg.appendChild(chart.dot);
      svg.setAttribute("tabindex", "0");
      svg.addEventListener("pointermove", function (event) {
        var box = svg.getBoundingClientRect(), wide = svg.viewBox.baseVal.width;
        var at = (event.clientX - box.left) / box.width * wide;
        read(nearest(chart, at));
      });
      svg.addEventListener("pointerleave", function () { read(-1); });
      svg.addEventListener("blur", function () { read(-1); });
      svg.addEventListener("focus", function () { read(data.step.length - 1); });
      svg.addEventListener("keydown", function (event) {
        var by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -1e9, End: 1e9 }[event.key];
        if (!by) return;
        event.preventDefault();
        read(Math.min(data.step.length - 1, Math.max(0, chosen + by)));
      });
      return chart;
    });
    var chosen = data.step.length - 1;
    function nearest(chart, at) {
      var best = 0, least = Infinity;
      data.step.forEach(function (step, index) {
        var away = Math.abs(chart.across(step) - at);
        if (away < least) { least = away; best = index; }
      });
      return best;
    }
    function read(index) {
      var parts = [];
      charts.forEach(function (chart) {
        var place = index;
        if (index >= 0 && chart.key === "dice") {
          place = -1;
          chart.steps.forEach(function (step, one) { if (step <= data.step[index] + 1) place = one; });
        }
        var value = place < 0 ? null : chart.values[place];
        if (value === null || value === undefined) {
          chart.line.setAttribute("d", "");
          chart.dot.setAttribute("visibility", "hidden");
          return;
        }
        var x = chart.across(chart.steps[place]);
        chart.line.setAttribute("d", "M" + x + " " + chart.frame[1] + "v" + chart.frame[3]);
        chart.dot.setAttribute("cx", x);
        chart.dot.setAttribute("cy", chart.down(value));
        chart.dot.setAttribute("visibility", "visible");
        var text = data.names[chart.key] + " " + words(value);
        if (parts.indexOf(text) < 0) parts.push(text);
      });
      if (index < 0) { told.textContent = labels.chartKeys; return; }
      chosen = index;
      told.textContent = data.names.step + " " + data.step[index] + " · " + data.names.epoch + " " + data.epoch[index] + " · " + parts.join(" · ");
    }
    slider.addEventListener("input", function () {
      var weight = Number(slider.value);
      charts.forEach(function (chart) {
        if (chart.key !== "loss" && chart.key !== "accuracy") return;
        var curve = chart.svg.querySelector(".curve"), way = "", isOpen = false;
        smoothed(chart.values, weight).forEach(function (value, index) {
          if (value === null) { isOpen = false; return; }
          way += (isOpen ? "L" : "M") + chart.across(chart.steps[index]).toFixed(1) + " " + chart.down(value).toFixed(1);
          isOpen = true;
        });
        curve.setAttribute("d", way);
        chart.svg.querySelectorAll(".value, .end:not([r='4'])").forEach(function (mark) { mark.remove(); });
      });
    });
  }

  // How strongly areas are drawn over images.
  function strength(figure) {
    var label = make("label", "tools", labels.opacity + " "), slider = range(label, "1.5", "0.05", "1");
    figure.insertBefore(label, figure.firstChild);
    slider.addEventListener("input", function () { figure.style.setProperty("--overlay", slider.value); });
  }

  // Predictions while a network trained: one at a time behind a slider, in place of the strip.
  function film(figure) {
    var list = figure.querySelector("ol"), frames = list.children;
    if (frames.length < 2) return;
    var label = make("label", "tools", labels.moment + " "), shown = frames.length - 1;
    var slider = range(label, String(shown), "1", String(shown));
    var show = function (next) {
      frames[shown].classList.remove("shown");
      shown = next;
      frames[shown].classList.add("shown");
      slider.setAttribute("aria-valuetext", frames[shown].querySelector("figcaption").textContent);
    };
    figure.insertBefore(label, list);
    figure.classList.add("live");
    show(shown);
    slider.addEventListener("input", function () { show(Number(slider.value)); });
  }

  // Moving figures: one step at a time, in place of the strip of all.
  function moving(figure) {
    var list = figure.querySelector("ol"), steps = list.children, shown = 0;
    var tools = make("div", "tools");
    var go = function (by) {
      steps[shown].classList.remove("shown");
      shown = (shown + by + steps.length) % steps.length;
      steps[shown].classList.add("shown");
    };
    [[-1, "stepBack", "◀ "], [1, "stepForward", "▶ "]].forEach(function (one) {
      var button = make("button", "quiet", one[2] + labels[one[1]]);
      button.type = "button";
      button.addEventListener("click", function () { go(one[0]); });
      tools.appendChild(button);
    });
    list.addEventListener("keydown", function (event) {
      var by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by) { event.preventDefault(); go(by); }
    });
    list.setAttribute("aria-live", "polite");
    figure.classList.add("moving");
    steps[0].classList.add("shown");
    figure.appendChild(tools);
  }

  // A box of a network opens its layers, and so does what leads to them from another experiment.
  function opening(link) {
    link.addEventListener("click", function () {
      var target = document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
      for (var group = target && target.closest("details"); group; group = group.parentElement.closest("details")) group.open = true;
    });
  }

  // Tables are sorted by a column: numbers by size, words by the alphabet.
  function sorting(table) {
    var body = table.tBodies[0];
    if (!body || body.rows.length < 2) return;
    Array.prototype.slice.call(table.tHead.rows[0].cells).forEach(function (head, column) {
      if (!head.textContent.trim()) return;
      var button = make("button", "sort", head.textContent);
      button.type = "button";
      button.title = labels.sortBy;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") !== "descending";
        Array.prototype.slice.call(table.tHead.rows[0].cells).forEach(function (cell) { cell.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        var value = function (row) {
          var text = row.cells[column].textContent.trim(), number = parseFloat(text.replace(/[,+]/g, "").replace("−", "-"));
          return isNaN(number) ? text : number;
        };
        Array.prototype.slice.call(body.rows).sort(function (one, other) {
          var a = value(one), b = value(other);
          var order = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
          return down ? -order : order;
        }).forEach(function (row) { body.appendChild(row); });
      });
    });
  }

  // Every figure and table of a page, or of a part that is to be put into one.
  window.seglabFigures = function (root) {
    root.querySelectorAll("figure.curves").forEach(curve);
    root.querySelectorAll(".predictions").forEach(strength);
    root.querySelectorAll("figure.film").forEach(film);
    root.querySelectorAll("figure.steps").forEach(moving);
    root.querySelectorAll(".graph a, .layers > .aside a").forEach(opening);
    root.querySelectorAll("table.sortable").forEach(sorting);
  };
  window.seglabFigures(document);
})();
