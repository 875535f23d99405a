internal import Labs
internal import Messages

/// Holds everything that an exercise makes against what the lab's solution makes there, but for what the lab leaves to the learner.
struct MatchesCheck: AnswerCheck {
  static let form = CheckForm(.matches, word: "solution", rule: MatchesCheck())

  var name: CheckName { .matches }

  var planned: [CheckValue?] { [nil] }

  var needsSolution: Bool { true }

  func results(about made: MadeConstants) -> [CheckResult] {
    guard let solution = made.solution else {
      return [CheckResult(name, .error, message: SettingPhrase.noSolution, line: made.line)]
    }
    for wanted in solution {
      // A constant that is not there at all is what another check asks for.
      guard let own = made.descriptions.first(where: { $0.constant == wanted.constant }) else { continue }
      let items = DescriptionDifference(own, wanted).items
      if let item = items.first(where: { !made.isFree($0.setting, of: $0.part, in: wanted.constant) }) {
        return [result(item, own, wanted, made)]
      }
    }
    return [CheckResult(name, .passed, line: made.line)]
  }

  private func result(
    _ item: DescriptionDifference.Item, _ own: Description, _ wanted: Description, _ made: MadeConstants
  ) -> CheckResult {
    let part = own.kind == .training || own.kind == .sweep ? "" : item.part
    let message: SettingPhrase
    switch (item.first, item.second) {
    case (let found?, let expected?) where item.setting.isEmpty:
      message = .otherKind(part: item.part, found: found, expected: expected)
    case (let found, let expected?) where !item.setting.isEmpty:
      let write = own.parts.first { $0.name == item.part }?.writing(item.setting, expected)
      message = .differs(
        part: part, setting: item.setting, found: found ?? "nil", expected: expected,
        write: write ?? "\(item.setting): \(expected)")
    case (nil, let expected?):
      let known = own.parts.map(\.name)
      message = .noPart(wanted.kind == .preprocessing ? expected : item.part, known: known)
    default: message = .extraPart(item.part)
    }
    let head = [part, item.setting].filter { !$0.isEmpty }.joined(separator: " ")
    return CheckResult(
      name, .notYet, expected: item.second.map { .setting(head, $0) }, measured: item.first.map { .setting(head, $0) },
      message: message, line: made.line(of: item.line, in: own.constant))
  }
}
