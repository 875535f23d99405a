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

  /// What stands too late where both have the same parts, each once; nil where they have not, or they stand in one order.
  private func otherOrder(_ own: Description, _ wanted: Description) -> (phrase: SettingPhrase, line: Int)? {
    let (mine, theirs) = (own.parts.map(\.name), wanted.parts.map(\.name))
    guard own.kind == wanted.kind, mine.sorted() == theirs.sorted(), Set(mine).count == mine.count,
      let first = zip(mine, theirs).first(where: { $0 != $1 }),
      let late = own.parts.first(where: { $0.name == first.1 })
    else { return nil }
    return (.otherOrder(part: first.1, before: first.0, order: theirs), late.line)
  }

  private func result(
    _ item: DescriptionDifference.Item, _ own: Description, _ wanted: Description, _ made: MadeConstants
  ) -> CheckResult {
    if let order = otherOrder(own, wanted) {
      return CheckResult(name, .notYet, message: order.phrase, line: made.line(of: order.line, in: own.constant))
    }
    let part = own.kind == .training || own.kind == .sweep ? "" : item.part
    let message: SettingPhrase
    switch (item.first, item.second) {
    case (let found?, let expected?) where item.setting.isEmpty:
      func named(_ layer: String) -> String {
        guard own.kind == .network, let place = layer.firstIndex(of: "(") else { return layer }
        let rest = layer[layer.index(after: place)...]
        return "\(layer[...place])\"\(item.part)\"\(rest == ")" ? "" : ", ")\(rest)"
      }
      message = .otherKind(part: item.part, found: named(found), expected: named(expected))
    case (let found, let expected?) where !item.setting.isEmpty:
      let mine = own.parts.first { $0.name == item.part }
      let theirs = wanted.parts.first { $0.name == item.part }
      // Height for width is one mistake, not two.
      let other = ["width": "height", "height": "width"][item.setting] ?? ""
      let isExchanged = mine?[other] == expected && theirs?[other] == found
      let write =
        (isExchanged ? mine?.exchanging(item.setting, other) : nil) ?? mine?.writing(item.setting, expected)
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
