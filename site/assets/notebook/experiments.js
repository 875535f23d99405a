// Experiments as they train: run and stop, progress, curves, sweeps and images that grow; and what an edit has made stale.
(function () {
  "use strict";
  var notebook = window.seglabNotebook, page = notebook.page;
  if (!page) return;
  var make = notebook.make;

  var experiments = notebook.experiments = {};
  function experiment(section) {
    var name = section.id.replace(/^cell-/, "");
    var live = make("div", "live");
    var one = experiments[name] = { name: name, section: section, live: live, points: [] };
    one.stale = make("p", "stale");
    one.stale.hidden = true;
    one.tools = make("div", "tools");
    one.run = page.button(page.words.run, function () { page.send("/run", { experiment: name }); }, "main");
    one.toHere = page.button(page.words.runToHere, function () { page.send("/run", { upTo: name }); });
    one.stop = page.button(page.words.stop, stop);
    one.word = make("span", "word");
    one.progress = make("div", "progress");
    one.progress.hidden = true;
    [one.run, one.toHere, one.stop, one.word].forEach(function (part) { one.tools.appendChild(part); });
    one.stop.hidden = true;
    if (!page.isReadOnly) live.appendChild(one.tools);
    live.appendChild(one.stale);
    live.appendChild(one.progress);
    section.querySelector("header").after(live);
    if (notebook.results) notebook.results(one, page);
  }
  function stop() { page.send("/stop").then(function () { page.say(page.words.stopped); }); }

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
      // What came with the page is told once more.
      if (one.points.length && one.points[one.points.length - 1][0] === step.step) one.points.pop();
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
      if (!page.isReadOnly) row.appendChild(page.button(page.words.stop, stop));
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
    return whole >= 60 ? Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0") : whole + page.words.seconds;
  }
  function progressWords(step) {
    return [
      step.count > 1 ? step.number + "/" + step.count : "",
      page.words.epoch + " " + step.epoch + "/" + step.epochs,
      page.words.loss + " " + notebook.short(step.loss),
      notebook.short(step.stepsPerSecond) + " " + page.words.stepsPerSecond,
      time(step.secondsLeft) + " " + page.words.left,
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
      { title: page.words.trainingLoss || page.words.loss, last: step.steps, isRaw: true }));
    pair.appendChild(notebook.chart([{ points: one.points.map(function (p) { return [p[0], p[2]]; }) }],
      { title: page.words.trainingAccuracy || page.words.accuracy, last: step.steps, low: 0, high: 1, isRaw: true }));
    box.appendChild(pair);
    if (one.sweep) box.appendChild(one.sweep);
    if (one.previews) box.appendChild(one.previews);
    if (step.note) { var note = make("p", "aside"); note.appendChild(page.parsed(step.note)); box.appendChild(note); }
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
      var content = page.parsed(news.html);
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
    box.appendChild(make("p", "aside", page.words.epoch + " " + news.epoch));
    news.pictures.forEach(function (picture) {
      var figure = make("figure"), image = make("img");
      image.src = picture.source;
      image.alt = picture.words;
      figure.appendChild(image);
      figure.appendChild(make("figcaption", "", page.words.dice + " " + notebook.short(picture.dice)));
      box.appendChild(figure);
    });
    if (one.latest) drawProgress(one);
  }

  function showStale(stale) {
    Object.keys(experiments).forEach(function (name) {
      var one = experiments[name], names = stale[name];
      one.section.classList.toggle("is-stale", !!names);
      one.stale.hidden = !names;
      if (names) one.stale.textContent = page.words.stale.replace("{names}", names.join(", ") || "–");
    });
  }

  notebook.experiment = experiment;
  notebook.showProgress = showProgress;
  notebook.showSweep = showSweep;
  notebook.showPreviews = showPreviews;
  notebook.showStale = showStale;
})();
