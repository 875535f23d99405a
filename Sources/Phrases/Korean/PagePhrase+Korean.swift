extension PagePhrase {
  var korean: String {
    switch self {
    case .allPassed: return "이 실습을 모두 통과했어요. 잘하셨어요."
    case .tally(let passed, let cells): return "\(cells)개 가운데 \(passed)개를 통과했어요."
    case .lines(let first, let last): return first == last ? "\(first)번째 줄" : "\(first)–\(last)번째 줄"
    case .line(let line): return "\(line)번째 줄"
    case .holes(let count): return "채울 곳 \(count)개"
    case .linesOmitted(let count): return "… 그 뒤로 \(count.grouped)줄 더 있어요"
    case .messagesOmitted(let count): return "… 메시지가 \(count.grouped)개 더 있어요"
    case .hint(let number, let count): return count == 1 ? "힌트" : "힌트 \(number)/\(count)"
    case .curve(let quantity, let first, let last, let lowest, let highest, let lastStep):
      return "\(quantity): 첫 스텝에서 \(first), \(lastStep.grouped)번째 스텝에서 \(last)이에요. "
        + "그사이 가장 낮은 값은 \(lowest), 가장 높은 값은 \(highest)이에요."
    case .curveKey(let neighbours): return "옅은 선은 스텝마다의 값이고, 진한 선은 앞뒤 \(neighbours)개씩과 평균한 값이에요."
    case .notFinite(let count, let firstStep):
      return count == 1
        ? "\(firstStep.grouped)번째 스텝의 값은 유한한 수가 아니어서 그리지 않았어요."
        : "\(firstStep.grouped)번째 스텝부터 모두 \(count.grouped)개의 값이 유한한 수가 아니어서 그리지 않았어요."
    case .baseline(let value): return "모두 배경일 때 \(value.places(4))"
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
    case .overlaysOmitted(let count): return "예가 \(count)개 더 있지만 여기에는 없어요."
    case .graph(let layers): return "위에서 아래로 놓인 층: " + layers.joined(separator: "; ") + "."
    case .layersOmitted(let count): return "층이 \(count.grouped)개 더 있지만 여기에는 없어요."
    case .parameters(let count): return "파라미터 \(count.grouped)개"
    case .length(let epochs, let steps): return "\(epochs.grouped)에폭, \(steps.grouped)스텝"
    case .duration(let seconds):
      return duration(seconds)
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
    case .pageNotWritten(let path, let reason):
      return "\(path) 페이지를 쓰지 못했어요: \(reason). 다른 곳을 골라 보세요."
    }
  }

  private func duration(_ seconds: Double) -> String {
    guard seconds >= 0, seconds < 1e9 else { return "–" }
    guard seconds >= 100 else { return "\(seconds.places(seconds < 10 ? 2 : 1))초" }
    let whole = Int(seconds.rounded())
    return whole < 3600 ? "\(whole / 60)분 \(whole % 60)초" : "\((whole / 3600).grouped)시간 \(whole / 60 % 60)분"
  }
}

extension SettingsProblem {
  var korean: String {
    switch self {
    case .notYAML: return "YAML이 아니에요. 빠진 쌍점이나 들여쓰기가 다른 줄을 찾아보세요."
    case .expectedKeys(let known): return "\(known.joined(separator: ", ")) 키와 그 값이 있어야 해요."
    case .unknownKey(let key, let known):
      return "`\(key)` 키는 여기서 쓰이지 않아요. 쓸 수 있는 키: \(known.joined(separator: ", "))."
    case .missingKey(let key): return "`\(key)` 키가 없어요. 더해 보세요."
    case .expectedWords(let key): return "`\(key)`에는 글이 있어야 해요. `\(key): 어떤 글`처럼 써 보세요."
    case .expectedLanguages(let key):
      return "`\(key)`에는 언어를 한 번씩 써야 해요. 쓸 수 있는 언어: "
        + "\(Language.allCases.map(\.rawValue).joined(separator: ", "))."
    }
  }
}
