/// The cells of a lab by kind, each in the order of the file.
extension Lab {
  /// The cells that the learner completes.
  public var exercises: [Code] { blocks.compactMap { if case .exercise(let code) = $0 { code } else { nil } } }

  /// The cells of Swift, given ones too.
  public var code: [Code] {
    blocks.compactMap { block in
      switch block {
      case .exercise(let code), .given(let code): code
      default: nil
      }
    }
  }

  /// Its questions.
  public var questions: [Question] {
    blocks.compactMap { if case .question(let question) = $0 { question } else { nil } }
  }

  /// The learner's answers.
  public var answers: [Answer] { blocks.compactMap { if case .answer(let answer) = $0 { answer } else { nil } } }

  /// All hints.
  public var hints: [Hint] { blocks.compactMap { if case .hint(let hint) = $0 { hint } else { nil } } }

  /// The trainings that the lab asks for.
  public var experiments: [Experiment] {
    blocks.compactMap { if case .experiment(let experiment) = $0 { experiment } else { nil } }
  }

  /// The lists of what must be true.
  public var checkLists: [Checks] { blocks.compactMap { if case .checks(let checks) = $0 { checks } else { nil } } }

  /// What the lab asks of the exercise or experiment of this name.
  public func checks(of id: String) -> [Check] { checkLists.filter { $0.target == id }.flatMap(\.list) }

  /// The layers whose shapes the checks of an exercise ask for, in their order, each once.
  public func wantedLayers(in exercise: String) -> [String] {
    checks(of: exercise).flatMap { $0.rule.wantedShapes.map(\.layer) }.reduce(into: []) { layers, layer in
      if !layers.contains(layer) { layers.append(layer) }
    }
  }

  /// The types of the functions that the checks of an exercise ask for, by name.
  public func wantedFunctions(in exercise: String) -> [String: String] {
    let all = checks(of: exercise).compactMap(\.rule.wantedFunction)
    return Dictionary(all.map { ($0.name, $0.type) }) { first, _ in first }
  }

  /// All prose between cells.
  public var prose: [Prose] { blocks.compactMap { if case .prose(let prose, _) = $0 { prose } else { nil } } }

  /// Where links and pictures of all that its author wrote lead, each with its line: those of prose, hints, and questions with their
  /// choices.
  public var addresses: [(address: String, line: Int, isPicture: Bool)] {
    blocks.flatMap { block in
      switch block {
      case .prose(let prose, _): return prose.addresses
      case .hint(let hint): return hint.prose.addresses
      // Where in the cell it stands is not known: its text is a value of the cell's YAML.
      case .question(let question):
        var texts = [question.text]
        if case .choice(let choices) = question.form { texts += choices.map(\.text) }
        return texts.flatMap { Prose($0, line: question.line).addresses }
      case .exercise, .given, .checks, .experiment, .answer: return []
      }
    }
  }

  /// The cells that a hint can help with, by name.
  public var hintTargets: [String] {
    blocks.compactMap { block in
      switch block {
      case .exercise(let code): code.id
      case .question(let question): question.id
      default: nil
      }
    }
  }
}
