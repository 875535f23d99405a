// Curves that grow while a network trains, and runs side by side.
(function () {
  "use strict";
  var notebook = window.seglabNotebook;
  var space = "http://www.w3.org/2000/svg";

  function svg(name, attributes, text) {
    var element = document.createElementNS(space, name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text !== undefined) element.textContent = text;
    return element;
  }

  // A number in few signs.
  notebook.short = function (value) {
    if (!isFinite(value)) return "–";
    var size = Math.abs(value);
    return size >= 1000 ? value.toPrecision(3) : size >= 0.01 || size === 0 ? String(+value.toFixed(3)) : value.toExponential(1);
  };

  // How a count of parameters or operations reads: 1,234,567.
  notebook.grouped = function (value) { return String(value).replace(/\B(?=(\d{3})+$)/g, ","); };

  // Averages over neighbours, so that the course shows through what each batch adds by chance.
  function smooth(values) {
    var reach = Math.max(1, Math.round(values.length / 40)), sums = [0];
    values.forEach(function (value) { sums.push(sums[sums.length - 1] + value); });
    return values.map(function (value, index) {
      var from = Math.max(0, index - reach), to = Math.min(values.length, index + reach + 1);
      return (sums[to] - sums[from]) / (to - from);
    });
  }

  // series: [{name, points: [[x, y]], className}]; options: title, last (of x), low, high, isRaw
  notebook.chart = function (series, options) {
    var width = 320, height = 150, left = 44, right = 10, top = 24, bottom = 22;
    var picture = svg("svg", { viewBox: "0 0 " + width + " " + height, class: "chart growing", role: "img" });
    picture.appendChild(svg("title", {}, options.title + ": " + series.map(function (one) {
      var last = one.points[one.points.length - 1];
      return (one.name ? one.name + " " : "") + (last ? notebook.short(last[1]) : "–");
    }).join(", ")));
    picture.appendChild(svg("text", { x: 0, y: 13, class: "title" }, options.title));
    var xs = [], ys = [];
    series.forEach(function (one) { one.points.forEach(function (point) { xs.push(point[0]); ys.push(point[1]); }); });
    if (!ys.length) return picture;
    var sorted = ys.slice().sort(function (a, b) { return a - b; });
    var low = options.low !== undefined ? options.low : Math.min(0, sorted[0]);
    // A first loss far above all others would press the rest flat.
    var high = options.high !== undefined ? options.high : sorted[Math.floor(0.98 * (sorted.length - 1))] * 1.1;
    if (!(high > low)) high = low + 1;
    var end = Math.max(1, options.last || Math.max.apply(null, xs));
    function x(value) { return left + (width - left - right) * Math.min(1, value / end); }
    function y(value) { return top + (height - top - bottom) * (1 - Math.max(0, Math.min(1, (value - low) / (high - low)))); }
    [0, 0.5, 1].forEach(function (share) {
      var value = low + share * (high - low);
      picture.appendChild(svg("line", { x1: left, x2: width - right, y1: y(value), y2: y(value), class: share ? "grid" : "axis" }));
      picture.appendChild(svg("text", { x: left - 6, y: y(value) + 4, "text-anchor": "end", class: "tick" }, notebook.short(value)));
    });
    picture.appendChild(svg("text", { x: width - right, y: height - 5, "text-anchor": "end", class: "tick" }, notebook.grouped(Math.round(end))));
    series.forEach(function (one, number) {
      if (!one.points.length) return;
      function path(values) {
        return one.points.map(function (point, index) {
          return (index ? "L" : "M") + x(point[0]).toFixed(1) + " " + y(values[index]).toFixed(1);
        }).join("");
      }
      var raw = one.points.map(function (point) { return point[1]; });
      if (options.isRaw) picture.appendChild(svg("path", { d: path(raw), class: "raw" }));
      picture.appendChild(svg("path", { d: path(smooth(raw)), class: "curve run-" + number % 6 }));
      var last = one.points[one.points.length - 1], mean = smooth(raw)[raw.length - 1];
      picture.appendChild(svg("circle", { cx: x(last[0]), cy: y(mean), r: 3, class: "end run-" + number % 6 }));
    });
    return picture;
  };
})();
