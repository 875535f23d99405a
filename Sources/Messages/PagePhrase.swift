/// What a page says with numbers and names in it, and what keeps a page from being made.
public enum PagePhrase: Phrase {
  /// Everything in the lab passed.
  case allPassed
  /// How many of the lab's cells passed.
  case tally(passed: Int, cells: Int)
  /// The lab's lines that a cell stands on.
  case lines(first: Int, last: Int)
  /// A line of the lab.
  case line(Int)
  /// How many holes a cell has.
  case holes(Int)
  /// Lines of a cell that are not shown.
  case linesOmitted(Int)
  /// Messages about a cell that are not shown.
  case messagesOmitted(Int)
  /// One of several hints.
  case hint(number: Int, count: Int)
  /// What a curve shows, for who cannot see it.
  case curve(quantity: String, first: String, last: String, lowest: String, highest: String, lastStep: Int)
  /// How the curves are drawn: the raw values, and averages over so many neighbours.
  case curveKey(neighbours: Int)
  /// Some steps have values that are not numbers and are not drawn.
  case notFinite(count: Int, firstStep: Int)
  /// The label of the accuracy that calling every pixel background has.
  case baseline(Double)
  /// The table holds so many of all steps.
  case tableExcerpt(shown: Int, steps: Int)
  /// The accuracy is above or below the background's by this much.
  case besideBaseline(difference: Double)
  /// An overlay's picture for who cannot see it: what it shows of which image, and how good it is.
  case imageShown(name: String)
  /// The label's picture, and the share of the image that it covers.
  case labelShown(name: String, share: Double)
  /// The prediction's picture, and the share of the image that it covers.
  case predictionShown(name: String, share: Double)
  /// The difference's picture: the pixels that are right, missed and invented.
  case differenceShown(name: String, right: Int, missed: Int, invented: Int)
  /// What opens so many more examples.
  case moreExamples(Int)
  /// The filters of the first layer: how many of all are shown.
  case filtersShown(layer: String, shown: Int, all: Int)
  /// The feature maps that the first layer makes of an image.
  case mapsShown(layer: String, image: String, count: Int)
  /// A prediction that was made while a network trained: after how many epochs and steps, and its Dice.
  case filmFrame(epochs: Double, steps: Int, dice: Double)
  /// The network's graph for who cannot see it.
  case graph(layers: [String])
  /// The layers are those of another experiment, which stand there.
  case sameLayers(experiment: String)
  /// Only the first so many layers are shown.
  case layersOmitted(Int)
  /// So many parameters.
  case parameters(Int)
  /// So many parameters, where there is little room.
  case parametersShort(String)
  /// So many multiply-adds, where there is little room.
  case multiplyAddsShort(String)
  /// How many images have which Dice, for who cannot see it.
  case histogram(bars: [String])
  /// How long a training was.
  case length(epochs: Int, steps: Int)
  /// How long a training took.
  case duration(seconds: Double)
  /// How a set was divided.
  case dataset(name: String, training: Int, validation: Int)
  /// A limit on parameters or minutes.
  case budget(parameters: Int?, minutes: Double?)
  /// Where an experiment's numbers come from: the learner's constant.
  case fromConstant(String)
  /// The numbers of a training, by name.
  case trainingNumbers([String])
  /// What was printed is longer than what is shown.
  case printedOmitted(Int)
  /// A file of the theme is not there.
  case themeFileMissing(path: String)
  /// A file of the theme cannot be read.
  case themeFileUnreadable(path: String, reason: String)
  /// A file of the theme is too large.
  case themeFileTooLarge(path: String, bytes: Int, limit: Int)
  /// A file of the theme is not UTF-8.
  case themeFileNotUTF8(path: String, offset: Int)
  /// A template is not Mustache.
  case templateBroken(path: String, line: Int, column: Int, reason: String)
  /// A template asks for another that is not there.
  case partialMissing(path: String, line: Int, name: String)
  /// The site's settings are not understood.
  case settings(path: String, line: Int, problem: SettingsProblem)
  /// The site has no words in the language.
  case languageMissing(path: String, language: String, known: [String])
  /// A lab's files were written while its site was made of them.
  case labChanged(name: String)
  /// A page cannot be written.
  case pageNotWritten(path: String, reason: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension PagePhrase {
  var english: String {
    switch self {
    case .allPassed: return "Everything in this lab passed. Well done."
    case .tally(let passed, let cells): return "\(passed) of \(cells) cells passed."
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
    case .baseline(let value): return "\(PageLabel.baseline.text(in: .english)) \(value.places(4))"
    case .tableExcerpt(let shown, let steps):
      return shown == steps
        ? "All \(steps.grouped) steps" : "\(shown) of \(steps.grouped) steps, evenly chosen"
    case .besideBaseline(let difference):
      return difference > 0
        ? "\(difference.places(4)) above the all-background baseline"
        : difference < 0
          ? "\((-difference).places(4)) below the all-background baseline" : "the same as the all-background baseline"
    case .imageShown(let name): return "Image \(name)"
    case .labelShown(let name, let share): return "Label of \(name): \(share.percent) of the pixels"
    case .predictionShown(let name, let share): return "Prediction for \(name): \(share.percent) of the pixels"
    case .differenceShown(let name, let right, let missed, let invented):
      return "Difference for \(name): \(right.grouped) pixels right, \(missed.grouped) missed, "
        + "\(invented.grouped) invented"
    case .filtersShown(let layer, let shown, let all):
      return "The filters of `\(layer)`"
        + (shown < all ? ", \(shown.grouped) of \(all.grouped)" : "") + ": orange is above zero, blue below"
    case .mapsShown(let layer, let image, let count):
      return
        "What \(count == 1 ? "it makes" : "the first \(count.grouped) of them make") of \(image): the feature maps of `\(layer)`"
    case .filmFrame(let epochs, let steps, let dice):
      let moment = epochs < 1 ? "step \(steps.grouped)" : "epoch \(epochs.places(1).trimmedZeros)"
      return "After \(moment): Dice \(dice.places(3))"
    case .moreExamples(let count):
      return count == 1 ? "1 more image" : "\(count) more images, the best and the worst among them"
    case .graph(let layers): return "The layers from top to bottom: " + layers.joined(separator: "; ") + "."
    case .sameLayers(let experiment): return "The same layers as in `\(experiment)`, where they are listed."
    case .layersOmitted(let count):
      return count == 1 ? "1 more layer is not shown." : "\(count.grouped) more layers are not shown."
    case .parameters(let count): return count == 1 ? "1 parameter" : "\(count.grouped) parameters"
    case .parametersShort(let count): return "\(count) params"
    case .multiplyAddsShort(let count): return "\(count) mul-adds"
    case .histogram(let bars): return "Images by their Dice: " + bars.joined(separator: "; ") + "."
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
    case .fromConstant(let name): return "the hyperparameters of `\(name)`"
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
    case .labChanged(let name):
      return "The lab \(name) was changed while the site was being made. Build it again."
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

// MARK: Korean

extension PagePhrase {
  var korean: String {
    switch self {
    case .allPassed: return "이 실습을 모두 통과했어요. 잘하셨어요."
    case .tally(let passed, let cells): return "\(cells)개 가운데 \(passed)개를 통과했어요."
    case .lines(let first, let last): return first == last ? "\(first)번째 줄" : "\(first)–\(last)번째 줄"
    case .line(let line): return "\(line)번째 줄"
    case .holes(let count): return "빈칸 \(count)개"
    case .linesOmitted(let count): return "… 그 뒤로 \(count.grouped)줄 더 있어요"
    case .messagesOmitted(let count): return "… 메시지가 \(count.grouped)개 더 있어요"
    case .hint(let number, let count): return count == 1 ? "힌트" : "힌트 \(number)/\(count)"
    case .curve(let quantity, let first, let last, let lowest, let highest, let lastStep):
      return "\(quantity): 첫 스텝에서 \(first), \(lastStep.grouped)번째 스텝에서 \(last)\(.copula, after: last). "
        + "그사이 가장 낮은 값은 \(lowest), 가장 높은 값은 \(highest)\(.copula, after: highest)."
    case .curveKey(let neighbours): return "옅은 선은 스텝마다의 값이고, 진한 선은 앞뒤 \(neighbours)개씩과 평균한 값이에요."
    case .notFinite(let count, let firstStep):
      return count == 1
        ? "\(firstStep.grouped)번째 스텝의 값은 유한한 수가 아니어서 그리지 않았어요."
        : "\(firstStep.grouped)번째 스텝부터 모두 \(count.grouped)개의 값이 유한한 수가 아니어서 그리지 않았어요."
    case .baseline(let value): return "\(PageLabel.baseline.text(in: .korean)) \(value.places(4))"
    case .tableExcerpt(let shown, let steps):
      return shown == steps ? "전체 \(steps.grouped)스텝" : "전체 \(steps.grouped)스텝에서 고르게 뽑은 \(shown)개"
    case .besideBaseline(let difference):
      return difference > 0
        ? "모두 배경일 때보다 \(difference.places(4)) 높아요"
        : difference < 0 ? "모두 배경일 때보다 \((-difference).places(4)) 낮아요" : "모두 배경일 때와 같아요"
    case .imageShown(let name): return "영상 \(name)"
    case .labelShown(let name, let share): return "\(name)의 레이블: 픽셀의 \(share.percent)"
    case .predictionShown(let name, let share): return "\(name)에 대한 예측: 픽셀의 \(share.percent)"
    case .differenceShown(let name, let right, let missed, let invented):
      return "\(name)의 차이: 맞은 픽셀 \(right.grouped)개, 놓친 픽셀 \(missed.grouped)개, "
        + "없는데 찾은 픽셀 \(invented.grouped)개"
    case .filtersShown(let layer, let shown, let all):
      return "`\(layer)`의 필터" + (shown < all ? " \(all.grouped)개 가운데 \(shown.grouped)개" : "")
        + ": 주황은 0보다 큰 값, 파랑은 0보다 작은 값이에요"
    case .mapsShown(let layer, let image, let count):
      return "\(count == 1 ? "그 필터가" : "앞의 필터 \(count.grouped)개가") \(image)에서 만든 `\(layer)`의 특징 맵"
    case .filmFrame(let epochs, let steps, let dice):
      let moment = epochs < 1 ? "\(steps.grouped)스텝" : "\(epochs.places(1).trimmedZeros)에포크"
      return "\(moment) 뒤: 다이스 \(dice.places(3))"
    case .moreExamples(let count): return count == 1 ? "영상 1장 더 보기" : "가장 좋은 것과 나쁜 것을 비롯해 영상 \(count)장 더 보기"
    case .graph(let layers): return "위에서 아래로 놓인 층: " + layers.joined(separator: "; ") + "."
    case .sameLayers(let experiment): return "층은 `\(experiment)` 실험에 적힌 것과 같아요."
    case .layersOmitted(let count): return "층이 \(count.grouped)개 더 있지만 여기에는 없어요."
    case .parameters(let count): return "파라미터 \(count.grouped)개"
    case .parametersShort(let count): return "파라미터 \(count)"
    case .multiplyAddsShort(let count): return "곱셈·덧셈 \(count)"
    case .histogram(let bars): return "다이스 계수에 따른 영상 수: " + bars.joined(separator: "; ") + "."
    case .length(let epochs, let steps): return "\(epochs.grouped)에포크, \(steps.grouped)스텝"
    case .duration(let seconds):
      return koreanDuration(seconds)
    case .dataset(let name, let training, let validation):
      return "\(name): 학습용 \(training.grouped)장, 검증용 \(validation.grouped)장"
    case .budget(let parameters, let minutes):
      let parts = [
        parameters.map { "파라미터 \($0.grouped)개" }, minutes.map { "\($0.places($0 == $0.rounded() ? 0 : 1))분" },
      ]
      return parts.compactMap { $0 }.joined(separator: ", ")
    case .fromConstant(let name): return "`\(name)`에 쓴 값"
    case .trainingNumbers(let numbers): return numbers.joined(separator: ", ")
    case .printedOmitted(let count): return "… 그 뒤로 \(count.grouped)자 더 있어요"
    case .themeFileMissing(let path):
      return "테마에 \(path) 파일이 없어요. SegLab과 함께 온 `site` 폴더에서 되살려 보세요."
    case .themeFileUnreadable(let path, let reason):
      return "테마의 \(path) 파일을 읽지 못했어요: \(reason). 읽기 권한을 확인해 보세요."
    case .themeFileTooLarge(let path, let bytes, let limit):
      return "테마의 \(path) 파일은 \(bytes.grouped)바이트예요. \(limit.grouped)바이트까지만 읽어요. 더 작게 줄여 보세요."
    case .themeFileNotUTF8(let path, let offset):
      return "테마의 \(path) 파일은 UTF-8이 아니에요. \(offset)번째 바이트가 맞지 않아요. UTF-8로 저장해 보세요."
    case .templateBroken(let path, let line, let column, let reason):
      return "\(path):\(line):\(column): Mustache 템플릿으로 읽을 수 없어요(\(reason)). "
        + "{{#구역}}마다 {{/구역}}으로 닫혀 있는지 확인해 보세요."
    case .partialMissing(let path, let line, let name):
      return "\(path):\(line): 테마에 ‘\(name)’ 템플릿이 없어요. {{> 다음의 이름을 확인해 보세요."
    case .settings(let path, let line, let problem): return "\(path):\(line): \(problem.korean)"
    case .languageMissing(let path, let language, let known):
      return "\(path)에 ‘\(language)’ 언어의 글이 없어요. 있는 언어: \(known.joined(separator: ", ")). "
        + "`languages`, `description`, `footer`에 더해 보세요."
    case .labChanged(let name):
      return "사이트를 만드는 동안 \(name) 실습이 바뀌었어요. 다시 만들어 보세요."
    case .pageNotWritten(let path, let reason):
      return "\(path) 페이지를 쓰지 못했어요: \(reason). 다른 곳을 골라 보세요."
    }
  }

  private func koreanDuration(_ seconds: Double) -> String {
    guard seconds >= 0, seconds < 1e9 else { return "–" }
    guard seconds >= 100 else { return "\(seconds.places(seconds < 10 ? 2 : 1))초" }
    let whole = Int(seconds.rounded())
    return whole < 3600 ? "\(whole / 60)분 \(whole % 60)초" : "\((whole / 3600).grouped)시간 \(whole / 60 % 60)분"
  }
}
