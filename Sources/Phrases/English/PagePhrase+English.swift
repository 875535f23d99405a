extension PagePhrase {
  var english: String {
    switch self {
    case .allPassed: return "Everything in this lab passed. Well done."
    case .tally(let passed, let cells): return "\(passed) of \(cells) parts passed."
    case .lines(let first, let last): return first == last ? "line \(first)" : "lines \(first)–\(last)"
    case .line(let line): return "line \(line)"
    case .holes(let count): return count == 1 ? "1 hole to fill in" : "\(count) holes to fill in"
    case .linesOmitted(let count): return count == 1 ? "… and 1 more line" : "… and \(count.grouped) more lines"
    case .messagesOmitted(let count):
      return count == 1 ? "… and 1 more message" : "… and \(count.grouped) more messages"
    case .hint(let number, let count): return count == 1 ? "Hint" : "Hint \(number) of \(count)"
    case .curve(let quantity, let first, let last, let lowest, let highest, let lastStep):
      return "\(quantity): \(first) at the first step and \(last) at step \(lastStep.grouped), "
        + "between \(lowest) and \(highest) on the way."
    case .curveKey(let neighbours):
      return "Faint: every step. Bold: the average with \(neighbours) neighbours on each side."
    case .notFinite(let count, let firstStep):
      return count == 1
        ? "The value of step \(firstStep.grouped) is not a finite number and is left out."
        : "\(count.grouped) values, the first at step \(firstStep.grouped), are not finite numbers and are left out."
    case .baseline(let value): return "background everywhere \(value.places(4))"
    case .tableExcerpt(let shown, let steps):
      return shown == steps
        ? "All \(steps.grouped) steps" : "\(shown) of \(steps.grouped) steps, evenly chosen"
    case .besideBaseline(let difference):
      return difference > 0
        ? "\(difference.places(4)) above background everywhere"
        : difference < 0
          ? "\((-difference).places(4)) below background everywhere" : "the same as background everywhere"
    case .imageShown(let name): return "Image \(name)"
    case .labelShown(let name, let share): return "Label of \(name): \(share.percent) of the pixels"
    case .predictionShown(let name, let share): return "Prediction for \(name): \(share.percent) of the pixels"
    case .differenceShown(let name, let right, let missed, let invented):
      return "Difference for \(name): \(right.grouped) pixels right, \(missed.grouped) missed, "
        + "\(invented.grouped) invented"
    case .overlaysOmitted(let count):
      return count == 1 ? "1 more example is not shown." : "\(count) more examples are not shown."
    case .graph(let layers): return "The layers from top to bottom: " + layers.joined(separator: "; ") + "."
    case .layersOmitted(let count):
      return count == 1 ? "1 more layer is not shown." : "\(count.grouped) more layers are not shown."
    case .parameters(let count): return count == 1 ? "1 parameter" : "\(count.grouped) parameters"
    case .length(let epochs, let steps):
      return (epochs == 1 ? "1 epoch" : "\(epochs.grouped) epochs") + ", "
        + (steps == 1 ? "1 step" : "\(steps.grouped) steps")
    case .duration(let seconds):
      return duration(seconds)
    case .dataset(let name, let training, let validation):
      return "\(name): \(training.grouped) training and \(validation.grouped) validation images"
    case .budget(let parameters, let minutes):
      let parts = [parameters.map { PagePhrase.parameters($0).english }, minutes.map(Self.minutes)]
      return parts.compactMap { $0 }.joined(separator: ", ")
    case .fromConstant(let name): return "the numbers of `\(name)`"
    case .trainingNumbers(let numbers): return numbers.joined(separator: ", ")
    case .printedOmitted(let count): return "… and \(count.grouped) more characters"
    case .themeFileMissing(let path):
      return "The theme has no file \(path). Restore it from the `site` folder that came with SegLab."
    case .themeFileUnreadable(let path, let reason):
      return "The theme's file \(path) cannot be read: \(reason). Check who may read it."
    case .themeFileTooLarge(let path, let bytes, let limit):
      return "The theme's file \(path) has \(bytes.grouped) bytes; at most \(limit.grouped) are read. Make it smaller."
    case .themeFileNotUTF8(let path, let offset):
      return "The theme's file \(path) is not UTF-8: the byte at offset \(offset) does not belong. Save it as UTF-8."
    case .templateBroken(let path, let line, let column, let reason):
      return "\(path):\(line):\(column): this is not a Mustache template (\(reason)). "
        + "Check that every {{#section}} is closed by its {{/section}}."
    case .partialMissing(let path, let line, let name):
      return "\(path):\(line): the theme has no template called “\(name)”. Check the name after {{>."
    case .settings(let path, let line, let problem): return "\(path):\(line): \(problem.english)"
    case .languageMissing(let path, let language, let known):
      return "\(path) has no words for the language “\(language)”; it has \(known.joined(separator: ", ")). "
        + "Add it to `languages`, `description` and `footer`."
    case .pageNotWritten(let path, let reason):
      return "The page \(path) could not be written: \(reason). Choose another place."
    }
  }

  private func duration(_ seconds: Double) -> String {
    guard seconds >= 0, seconds < 1e9 else { return "–" }
    guard seconds >= 100 else { return "\(seconds.places(seconds < 10 ? 2 : 1)) s" }
    let whole = Int(seconds.rounded())
    return whole < 3600 ? "\(whole / 60) min \(whole % 60) s" : "\((whole / 3600).grouped) h \(whole / 60 % 60) min"
  }

  private static func minutes(_ count: Double) -> String {
    count == 1 ? "1 minute" : count.places(count == count.rounded() ? 0 : 1) + " minutes"
  }
}

extension SettingsProblem {
  var english: String {
    switch self {
    case .notYAML: return "this is not YAML. Look for a missing colon, or a line that is indented differently."
    case .expectedKeys(let known): return "here should be the keys \(known.joined(separator: ", ")) with their values."
    case .unknownKey(let key, let known):
      return "the key `\(key)` means nothing here; known are \(known.joined(separator: ", "))."
    case .missingKey(let key): return "the key `\(key)` is missing. Add it."
    case .expectedWords(let key): return "`\(key)` should be words. Write it as `\(key): Some words`."
    case .expectedLanguages(let key):
      return "`\(key)` should name languages, each once: \(Language.allCases.map(\.rawValue).joined(separator: ", "))."
    }
  }
}
