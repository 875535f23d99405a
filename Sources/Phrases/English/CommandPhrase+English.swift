extension CommandPhrase {
  var english: String {
    switch self {
    case .noInstallation:
      return "The labs and the pages' theme that came with SegLab are not beside the program. "
        + "Set SEGLAB_HOME to the folder that holds `labs` and `site`."
    case .progress(let percent, let epoch, let epochs, let loss, let rate, let left):
      return
        "\(percent) %  epoch \(epoch)/\(epochs)  loss \(loss.places(3))  \(rate.places(1)) steps/s  \(left.clock) left"
    case .labPassed(let title): return "“\(title)”: everything passed. Well done."
    case .labNotYet(let passed, let cells, let next):
      return "\(passed) of \(cells) cells passed. Next: “\(next)”."
    case .reused(let experiment, let run):
      return "\(experiment): reused the run \(run.prefix(12)), trained before with the same network, numbers and data."
    case .trained(let experiment, let steps, let seconds, let run):
      return "\(experiment): trained \(steps) steps in \(seconds.places(1)) s, kept as run \(run.prefix(12))."
    case .measured(let accuracy, let baseline, let dice, let loss):
      return "accuracy \(accuracy.places(4)) (background everywhere: \(baseline.places(4)))  "
        + "Dice \(dice.places(4))  loss \(loss.places(3))"
    case .weights(let digest): return "weights sha256 \(digest)"
    case .pageWritten(let path): return "Page: \(path)"
    case .dataUsed(let name, let training, let validation, let split):
      let rule = split == "patient" ? "by patient" : "by image: slices of one patient may be on both sides"
      return "Data “\(name)”: \(training) images to train on, \(validation) to measure on (split \(rule))."
    case .prepared(let steps): return "Prepared: \(steps.listedInEnglish)."
    case .dataSaved(let name, let count, let digest):
      return "Kept \(count) images as “\(name)”, digest \(digest.prefix(12))."
    case .noData:
      return
        "No data sets yet. `seglab data make cardiac` makes hearts; `seglab data import PATH --as NAME` brings your own."
    case .noLabs(let folder):
      return "There is no folder `labs` in \(folder) or above it. Make a course folder with `seglab init`."
    case .badNumber(let option, let found, let expected):
      return "\(option) is \(found); it should be \(expected)."
    case .initialised(let folder, let added, let kept):
      return kept == 0
        ? "Made the course folder \(folder) with \(added) \(added == 1 ? "lab" : "labs")."
        : "The course folder \(folder) has \(added) new \(added == 1 ? "lab" : "labs"); \(kept) stayed as they are."
    case .firstSteps(let folder):
      let first = folder.isEmpty ? "" : "`cd \(folder.quoted)`, then "
      return "Next: \(first)`seglab data make cardiac`, then open labs/01-fully-connected.md "
        + "in your editor and run `seglab`: it follows your saves."
    case .resetDone(let what, let backup):
      return "“\(what)” is as it was shipped. What you had is kept in \(backup)."
    case .noOriginal(let lab):
      return "The lab “\(lab)” as it was shipped is nowhere to be found, so nothing was changed."
    case .noSuchCell(let cell, let known):
      return "There is no exercise “\(cell)” in this lab. It has: \(known.listedInEnglish)."
    case .hint(let cell, let number, let count): return "Hint \(number) of \(count) for “\(cell)”"
    case .noMoreHints(let cell): return "That was the last hint for “\(cell)”."
    case .noHints(let cell): return "There are no hints for “\(cell)”."
    case .notWritten(let path, let reason):
      return
        "\(path) could not be written: \(reason). Look whether it is yours to write, and whether the disk has room."
    case .labHasMistakes(let file, let count):
      return
        "\(file) has \(count) \(count == 1 ? "mistake" : "mistakes") of its author's; mend what stands above first."
    case .printed: return "Your program printed:"
    case .nextLab(let id): return "Next: seglab run \(id)"
    case .unexpected(let what): return "SegLab did not expect this of itself: \(what)"
    }
  }
}
