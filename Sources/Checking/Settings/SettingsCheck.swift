internal import Labs
internal import Messages
internal import SegLab

/// Holds the settings of layers, steps, trainings or sweeps against what the lab asks of them, one by one.
struct SettingsCheck: AnswerCheck {
  /// What settings belong to.
  enum Subject {
    /// The layers of the networks that an exercise makes.
    case layers
    /// The steps of its preprocessing.
    case preprocessing
    /// Its trainings, those of sweeps too.
    case training
    /// Its sweeps.
    case sweep
  }

  /// How it is written.
  ///
  /// - Parameters:
  ///   - key: its key in a lab.
  ///   - subject: what the settings belong to.
  ///   - value: a value that may stand behind the key.
  /// - Returns: the form.
  static func form(_ key: CheckKey, _ subject: Subject, like value: String) -> CheckForm {
    CheckForm(key, like: value) { written, diagnostics in
      let reader = SettingsReader(key: key.rawValue, subject: subject, example: "\(key.rawValue): \(value)")
      return reader.wishes(written, &diagnostics).map { SettingsCheck(subject: subject, wishes: $0) }
    }
  }

  /// What the settings belong to.
  let subject: Subject
  /// What is asked of them.
  let wishes: [Wish]

  var name: CheckName {
    switch subject {
    case .layers: .layers
    case .preprocessing: .steps
    case .training: .hyperparameters
    case .sweep: .sweep
    }
  }

  var needsSolution: Bool { false }

  var planned: [CheckValue?] {
    wishes.map { Self.asked($0, [$0.part, $0.setting].filter { !$0.isEmpty }.joined(separator: " ")) }
  }

  /// What is asked of a setting, called so.
  private static func asked(_ wish: Wish, _ name: String) -> CheckValue {
    switch wish.demand {
    case .count: .values(setting: name, wish.demand.text)
    case .range: .spread(setting: name, wish.demand.text)
    case .oneOf, .within, .times: .setting(name, wish.demand.text)
    }
  }

  func results(about made: MadeConstants) -> [CheckResult] {
    var names: [String] = []
    for wish in wishes where !names.contains(wish.part) { names.append(wish.part) }
    return names.map { part in result(part, wishes.filter { $0.part == part }, made) }
  }

  /// One part of what is asked: a layer or step by its name or its kind, or a whole training.
  private func result(_ part: String, _ wishes: [Wish], _ made: MadeConstants) -> CheckResult {
    let homes = made.descriptions.filter { kinds.contains($0.kind) }
    let found = homes.flatMap { home in
      // Of a sweep that tries every combination, its own line says all; the trainings behind it repeat it.
      (home.kind == .sweep ? Array(home.parts.prefix(1)) : home.parts).filter { isMeant($0, part) }
        .map { (home: home, part: $0) }
    }
    let all = wishes.map { Self.asked($0, $0.setting) }
    let wanted: CheckValue =
      subject == .sweep
      ? .all(all) : .setting(part, wishes.map { "\($0.setting) \($0.demand.text)" }.joined(separator: ", "))
    guard !found.isEmpty else {
      let known = homes.isEmpty ? made.descriptions.map(\.constant) : homes.flatMap { $0.parts.map(\.name) }
      let missing = part.isEmpty ? (subject == .sweep ? "Sweep" : "Training") : written(part, wishes)
      return CheckResult(
        name, .notYet, expected: wanted, message: SettingPhrase.noPart(missing, known: known), line: made.line)
    }
    for (home, part) in found {
      for wish in wishes {
        guard let fault = SettingFault.find(in: part, of: home, wish) else { continue }
        return CheckResult(
          name, .notYet, expected: Self.asked(wish, wish.setting),
          measured: .setting(wish.setting, part[wish.setting] ?? ""), message: fault,
          line: made.line(of: part.line, in: home.constant))
      }
    }
    return CheckResult(
      name, .passed, expected: wanted, measured: wanted,
      line: made.line(of: found[0].part.line, in: found[0].home.constant))
  }

  /// A step that is missing as a learner writes it, where what is asked of its only number says what that may be: `RandomRotation(upTo: 8)`.
  private func written(_ part: String, _ wishes: [Wish]) -> String {
    guard subject == .preprocessing, wishes.count == 1, let example = wishes[0].demand.example,
      let values = Preprocessing.stepTypes.first(where: { String(describing: $0) == part })?.values,
      values.count == 1, values[0].kind == .real
    else { return part }
    return "\(part)(\(values[0].label == "_" ? "" : values[0].label + ": ")\(example))"
  }

  private var kinds: [Description.Kind] {
    switch subject {
    case .layers: [.network]
    case .preprocessing: [.preprocessing]
    case .training: [.training, .sweep]
    case .sweep: [.sweep]
    }
  }

  private func isMeant(_ part: Description.Part, _ name: String) -> Bool {
    name.isEmpty || part.name == name || part.kind == name
  }
}
