/// What is said of a setting that is not as the lab asks: of a layer, a step, a training or a sweep.
public enum SettingPhrase: Phrase {
  /// A setting of `part` is another than the lab asks for; `write` is what a learner may write. The part is empty for a training or sweep.
  case differs(part: String, setting: String, found: String, expected: String, write: String)
  /// `part` is of another kind than the lab asks for.
  case otherKind(part: String, found: String, expected: String)
  /// There is no layer or step of that name, or as it is to be written; those that there are.
  case noPart(String, known: [String])
  /// There is a layer or step that the lab does not ask for, or that stands in another place than it asks for.
  case extraPart(String)
  /// All parts are there, and one stands behind another that the lab has after it; the order that the lab asks for.
  case otherOrder(part: String, before: String, order: [String])
  /// The part has no setting of that name.
  case noSetting(part: String, setting: String, known: [String])
  /// A sweep tries `found` different values of the setting.
  case tried(setting: String, found: Int, expected: String)
  /// The largest value that a sweep tries is `found` times the smallest.
  case spread(setting: String, found: String, expected: String)
  /// How many values a sweep tries, as a row of verdicts has it.
  case valuesTried(String, String)
  /// The largest value by the smallest, as a row of verdicts has it.
  case largestBySmallest(String, String)
  /// The lab holds its exercise against a solution, and there is none here, or it cannot be run.
  case noSolution

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension SettingPhrase {
  var english: String {
    switch self {
    case .differs(let part, let setting, let found, let expected, let write):
      if Self.hasLabel(setting, in: write) {
        "\(part.isEmpty ? "" : "In `\(part)`, ")`\(setting)` is \(found), and the lab asks for "
          + "\(Condition.inEnglish(expected)). Write `\(write)`."
      } else {
        "`\(part)` has \(found), and the lab asks for \(Condition.inEnglish(expected)). Write `\(write)`."
      }
    case .otherKind(let part, let found, let expected):
      "`\(part)` is `\(found)`, and the lab asks for `\(expected)`. Write `\(expected)` in its place."
    case .noPart(let name, let known):
      "There should be `\(name)`, and there is \(known.isEmpty ? "nothing" : "only " + known.listedInEnglish). Add `\(name)`."
    case .extraPart(let name):
      "`\(name)` is not what the lab asks for in this place. Leave it out, or put it where the lab has it."
    case .otherOrder(let part, let before, let order):
      "`\(part)` belongs before `\(before)`: the lab asks for \(order.joined(separator: ", ")), in this order."
    case .noSetting(let part, let setting, let known):
      "`\(part)` has no `\(setting)`. It has \(known.listedInEnglish)."
    case .valuesTried(let setting, let demand): "number of values of \(setting) \(demand)"
    case .largestBySmallest(let setting, let demand): "largest \(setting) / smallest \(demand)"
    case .tried(let setting, let found, let expected):
      "This tries \(found) different \(found == 1 ? "value" : "values") of `\(setting)`, and the lab asks for \(Condition.inEnglish(expected)). "
        + "Write a list of that many, each of them once."
    case .spread(let setting, let found, let expected):
      "The largest `\(setting)` is \(found) times the smallest, and the lab asks for \(Condition.inEnglish(expected)). Try values that are further apart."
    case .noSolution:
      "This lab holds the cell against its solution, and the solution is not there or does not run. "
        + "Get it from whoever gave you the lab."
    }
  }
}

// MARK: Korean

extension SettingPhrase {
  var korean: String {
    switch self {
    case .differs(let part, let setting, let found, let expected, let write):
      Self.koreanPlace(part, setting, isNamed: Self.hasLabel(setting, in: write)) + " 값이 \(found)인데, "
        + (Condition.isBound(expected)
          ? "실습에서는 \(Condition(expected).korean)." : "실습이 요구하는 값은 \(expected)\(.copula, after: expected).")
        + " `\(write)`처럼 써 보세요."
    case .otherKind(let part, let found, let expected):
      "`\(part)` 자리에 `\(found)` 대신 `\(expected)`\(.subject, after: expected) 있어야 해요. `\(expected)`\(.toward, after: expected) 바꿔 써 보세요."
    case .noPart(let name, let known):
      known.isEmpty
        ? "`\(name)`\(.subject, after: name) 있어야 하는데 아무것도 없어요. `\(name)`\(.object, after: name) 넣어 보세요."
        : "`\(name)`\(.subject, after: name) 있어야 해요. 지금은 \(known.listedInKorean)만 있어요. `\(name)`\(.object, after: name) 넣어 보세요."
    case .extraPart(let name): "이 자리에 `\(name)`\(.topic, after: name) 없어야 해요. 빼거나, 실습에 나온 자리로 옮겨 보세요."
    case .otherOrder(let part, let before, let order):
      "`\(part)`\(.topic, after: part) `\(before)`보다 먼저 와야 해요. 실습의 순서: \(order.joined(separator: ", "))."
    case .noSetting(let part, let setting, let known):
      "`\(part)`에는 `\(setting)` 설정이 없어요. 있는 설정: \(known.listedInKorean)."
    case .valuesTried(let setting, let demand): "\(setting) 값의 개수 \(demand)"
    case .largestBySmallest(let setting, let demand): "\(setting) 최댓값 / 최솟값 \(demand)"
    case .tried(let setting, let found, let expected):
      "`\(setting)` 값을 \(found)가지 시험하고 있어요. 실습에서는 \(Condition.inKorean(expected, unit: "가지")). 서로 다른 값을 그만큼 써 보세요."
    case .spread(let setting, let found, let expected):
      "`\(setting)`의 가장 큰 값이 가장 작은 값의 \(found)배예요. 실습에서는 \(Condition.inKorean(expected, unit: "배")). 값의 간격을 더 벌려 보세요."
    case .noSolution:
      "이 실습은 이 셀을 해답과 비교하는데, 해답이 없거나 실행되지 않아요. 실습을 준 사람에게 받아 보세요."
    }
  }
}

extension SettingPhrase {
  /// Whether what is to be written names the setting: `window: 2` does, `Threshold(0.5)` does not.
  private static func hasLabel(_ setting: String, in write: String) -> Bool {
    write.contains("\(setting.split(separator: ".").first ?? "")")
  }

  private static func koreanPlace(_ part: String, _ setting: String, isNamed: Bool) -> String {
    guard isNamed else { return "`\(part)`의" }
    return (part.isEmpty ? "" : "`\(part)`에서 ") + "`\(setting)`"
  }
}
