// What an experiment came to, held against what it came to before; and its network, tried on images.
(function () {
  "use strict";
  var notebook = window.seglabNotebook, make = notebook.make;

  function cells(row, texts, className) {
    texts.forEach(function (text) { row.appendChild(make("td", className || "", text)); });
    return row;
  }
  function head(table, texts) {
    var row = table.createTHead().insertRow();
    texts.forEach(function (text) { var cell = make("th", "", text); cell.scope = "col"; row.appendChild(cell); });
  }
  function bytes(text) { return Uint8Array.from(atob(text), function (letter) { return letter.charCodeAt(0); }); }

  // one: an experiment of the page; page: base, words, button, send, isReadOnly
  notebook.results = function (one, page) {
    var words = page.words;
    var box = make("details", "runs");
    box.appendChild(make("summary", "", words.runs));
    var inside = make("div");
    box.appendChild(inside);
    one.live.appendChild(box);
    box.addEventListener("toggle", function () { if (box.open) load(); });
    one.refreshRuns = function () { if (box.open) load(); };

    function load() {
      fetch(page.base + "/runs/" + encodeURIComponent(one.name)).then(function (reply) { return reply.json(); }).then(show)
        .catch(function () { inside.textContent = words.offline; });
    }

    function show(runs) {
      inside.textContent = "";
      if (!runs.length) { inside.appendChild(make("p", "aside", words.noRuns)); return; }
      var table = make("table");
      head(table, ["", words.when, words.dice, words.accuracy, words.loss, words.epoch]);
      var body = table.createTBody(), chosen = runs.slice(0, 2).map(function (run) { return run.digest; });
      var compared = make("div"), tried = make("div", "tried");
      runs.forEach(function (run, number) {
        var row = body.insertRow(), cell = row.insertCell(), check = make("input");
        check.type = "checkbox";
        check.checked = chosen.includes(run.digest);
        check.setAttribute("aria-label", words.compare + " " + (number + 1));
        check.addEventListener("change", function () {
          chosen = check.checked ? chosen.concat(run.digest) : chosen.filter(function (digest) { return digest !== run.digest; });
          compare();
        });
        cell.appendChild(check);
        cells(row, [
          new Date(run.ended * 1000).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" }),
          notebook.short(run.dice), notebook.short(run.accuracy), notebook.short(run.loss), String(run.epochs),
        ]);
        var last = row.insertCell();
        if (run.hasWeights) last.appendChild(page.button(words.tryIt, function () { attempt(run, tried, page); }));
      });
      inside.appendChild(notebook.scrolled(table, words.runs));
      inside.appendChild(compared);
      inside.appendChild(tried);

      function compare() {
        compared.textContent = "";
        var list = runs.filter(function (run) { return chosen.includes(run.digest); }).slice(0, 6);
        if (list.length < 2) return;
        var pair = make("div", "growing-pair");
        [["losses", words.trainingLoss], ["accuracies", words.trainingAccuracy]].forEach(function (kind) {
          pair.appendChild(notebook.chart(list.map(function (run, index) {
            return { name: String(index + 1), points: run[kind[0]] };
          }), { title: kind[1], low: kind[0] === "accuracies" ? 0 : undefined, high: kind[0] === "accuracies" ? 1 : undefined }));
        });
        compared.appendChild(pair);
        // Only what tells them apart.
        var settings = make("table"), names = Object.keys(list[0].settings).filter(function (name) {
          return new Set(list.map(function (run) { return run.settings[name]; })).size > 1;
        });
        head(settings, [""].concat(list.map(function (run, index) { return String(index + 1); })));
        var rows = settings.createTBody();
        names.map(function (name) { return [name].concat(list.map(function (run) { return run.settings[name] || "–"; })); })
          .concat([[words.dice].concat(list.map(function (run) { return notebook.short(run.dice); }))])
          .forEach(function (texts) {
            var row = rows.insertRow(), first = make("th", "", texts[0]);
            first.scope = "row";
            row.appendChild(first);
            cells(row, texts.slice(1));
          });
        compared.appendChild(notebook.scrolled(settings, words.compare));
        if (list[0].source !== list[1].source && list[0].source && list[1].source) {
          var difference = make("pre", "difference");
          difference.tabIndex = 0;
          difference.setAttribute("aria-label", "2 (−), 1 (+)");
          notebook.difference(list[1].source, list[0].source).forEach(function (line) {
            difference.appendChild(make("span", line[0] === "-" ? "minus" : line[0] === "+" ? "plus" : "", line[0] + " " + line[1]));
          });
          compared.appendChild(difference);
        }
      }
      compare();
    }
  };

  // A run's network on images: from which probability on a pixel belongs to the class, and what that does to right and wrong.
  function attempt(run, box, page) {
    var words = page.words, looks = [], share = 0.5;
    box.textContent = "";
    var label = make("label"), slider = make("input"), value = make("output", "", "0.50");
    slider.type = "range";
    slider.min = "1";
    slider.max = "99";
    slider.value = "50";
    label.appendChild(make("span", "", words.threshold + " "));
    label.appendChild(value);
    label.appendChild(slider);
    var counts = make("p", "progress-words");
    counts.setAttribute("role", "status");
    var pictures = make("div", "pictures");
    [label, counts, pictures].forEach(function (part) { box.appendChild(part); });
    slider.addEventListener("input", function () {
      share = Number(slider.value) / 100;
      value.textContent = share.toFixed(2);
      draw();
    });

    if (!page.isReadOnly) {
      var drop = make("label", "drop", words.drop + " "), file = make("input");
      file.type = "file";
      file.accept = ".png,.jpg,.jpeg,.dcm,.dicom,.ima";
      drop.appendChild(file);
      file.addEventListener("change", function () { if (file.files[0]) send(file.files[0]); });
      drop.addEventListener("dragover", function (event) { event.preventDefault(); drop.classList.add("over"); });
      drop.addEventListener("dragleave", function () { drop.classList.remove("over"); });
      drop.addEventListener("drop", function (event) {
        event.preventDefault();
        drop.classList.remove("over");
        if (event.dataTransfer.files[0]) send(event.dataTransfer.files[0]);
      });
      box.appendChild(drop);
      var answer = make("p", "aside");
      answer.setAttribute("role", "status");
      box.appendChild(answer);
    }
    function send(chosen) {
      answer.textContent = words.checking;
      fetch("/runs/" + run.digest + "?name=" + encodeURIComponent(chosen.name), {
        method: "POST", body: chosen,
        headers: { "Content-Type": "application/octet-stream", "X-SegLab-Token": document.documentElement.dataset.token },
      }).then(function (reply) {
        return reply.json().then(function (body) {
          answer.textContent = "";
          if (!reply.ok) {
            var template = document.createElement("template");
            template.innerHTML = body.html || words.offline;
            answer.appendChild(template.content);
            return;
          }
          add(body, true);
          draw();
        });
      }).catch(function () { answer.textContent = words.offline; });
    }

    function add(look, isOwn) {
      var figure = make("figure"), canvas = make("canvas");
      canvas.width = look.width;
      canvas.height = look.height;
      canvas.setAttribute("role", "img");
      figure.appendChild(canvas);
      figure.appendChild(make("figcaption", "aside", look.name));
      if (isOwn) pictures.insertBefore(figure, pictures.firstChild); else pictures.appendChild(figure);
      looks.push({
        canvas: canvas, name: look.name, image: bytes(look.image), label: look.label ? bytes(look.label) : null,
        probabilities: bytes(look.probabilities), width: look.width, height: look.height,
      });
    }

    function draw() {
      var right = 0, invented = 0, missed = 0, level = share * 255;
      looks.forEach(function (look) {
        var context = look.canvas.getContext("2d"), data = context.createImageData(look.width, look.height), found = 0;
        for (var pixel = 0; pixel < look.image.length; pixel++) {
          var gray = look.image[pixel], isFound = look.probabilities[pixel] >= level, isWanted = look.label && look.label[pixel] === 1;
          var color = null;
          if (isFound) found += 1;
          if (look.label) {
            if (isFound && isWanted) { right += 1; color = [250, 247, 236]; }
            else if (isFound) { invented += 1; color = [230, 159, 0]; }
            else if (isWanted) { missed += 1; color = [86, 180, 233]; }
          } else if (isFound) color = [230, 159, 0];
          for (var part = 0; part < 3; part++) {
            data.data[4 * pixel + part] = color ? Math.round(0.45 * gray + 0.55 * color[part]) : gray;
          }
          data.data[4 * pixel + 3] = 255;
        }
        context.putImageData(data, 0, 0);
        look.canvas.setAttribute("aria-label", look.name + ": " + Math.round(1000 * found / look.image.length) / 10 + " %");
      });
      counts.textContent = "";
      var all = 2 * right + invented + missed;
      if (looks.some(function (look) { return look.label; })) {
        [words.dice + " " + notebook.short(all ? 2 * right / all : 1), words.falsePositives + " " + notebook.grouped(invented),
          words.falseNegatives + " " + notebook.grouped(missed)].forEach(function (text) { counts.appendChild(make("span", "", text)); });
      }
    }

    fetch("/runs/" + run.digest).then(function (reply) { return reply.json(); }).then(function (list) {
      list.forEach(function (look) { add(look, false); });
      draw();
      slider.focus();
    }).catch(function () { counts.textContent = words.offline; });
  }
})();
