internal import Datasets
internal import Foundation
public import Labs
public import Messages
internal import SegLab
public import Workbench

/// Everything that a constant of a learner's says, or that a function gives, setting by setting in the words of Swift: to hold it against
/// another.
public struct Description: Codable, Sendable, Hashable {
  /// What is described.
  public enum Kind: String, Codable, Sendable {
    /// A network, layer by layer.
    case network
    /// A training.
    case training
    /// Several trainings.
    case sweep
    /// What is done to images first, step by step.
    case preprocessing
    /// A function, call by call.
    case function
  }

  /// One setting: `window`, `2`.
  public struct Setting: Codable, Sendable, Hashable {
    /// The name that a learner's code gives it.
    public let name: String
    /// Its value in Swift.
    public let value: String

    init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// A layer, a step, a training, or one call of a function.
  public struct Part: Codable, Sendable, Hashable {
    /// Its name: of a layer; of a step its kind; of a training its constant; of a call what is called.
    public let name: String
    /// What it is, in Swift: `MaxPool2D`, `Threshold`, `Training`.
    public let kind: String
    /// Its settings in the order in which they are described.
    public let settings: [Setting]
    /// Its line, as the learner's program says.
    public let line: Int
    /// A step as a learner writes it; nil for anything else.
    var written: String?

    /// Whether it is what a network reads: its name is nobody's but the learner's.
    var isInput: Bool { kind == "\(Input.self)" }

    /// The value of a setting.
    public subscript(_ setting: String) -> String? { settings.first { $0.name == setting }?.value }

    /// As a learner might write it: `MaxPool2D(window: 2, stride: 2)`.
    public var text: String {
      // What is nil is what it is where nothing is written.
      let said = settings.filter { $0.value != "nil" }.map { "\($0.name): \($0.value)" }
      return written ?? "\(kind)(\(said.joined(separator: ", ")))"
    }

    /// What a learner writes for another value of a setting: `window: 2`, `Threshold(0.5)`.
    func writing(_ setting: String, _ value: String) -> String {
      guard let written, let old = self[setting] else { return "\(setting): \(value)" }
      // Behind its own label, where it has one: another setting may have the same value.
      if let labelled = written.range(of: "\(setting): \(old)") {
        return written.replacingCharacters(in: labelled, with: "\(setting): \(value)")
      }
      guard let place = written.range(of: old) else { return "\(setting): \(value)" }
      return written.replacingCharacters(in: place, with: value)
    }

    /// What a learner writes where two settings have each other's values; nil where they are not both written.
    func exchanging(_ one: String, _ other: String) -> String? {
      guard let written, let first = self[one], let second = self[other],
        let place = written.range(of: "\(one): \(first)"), written.contains("\(other): \(second)")
      else { return nil }
      return written.replacingCharacters(in: place, with: "\(one): \(second)")
        .replacingOccurrences(of: "\(other): \(second)", with: "\(other): \(first)")
    }
  }

  /// The constant's or the function's name.
  public let constant: String
  /// What it is.
  public let kind: Kind
  /// Its parts in order.
  public let parts: [Part]
}

extension Description {
  /// Everything of `answer`, in the order of the names.
  static func all(in answer: Answer) -> [Description] {
    let networks = answer.networks.map { Description($0.key, $0.value) }
    let trainings = answer.trainings.map { Description($0.key, $0.value) }
    let sweeps = answer.sweeps.map { Description($0.key, $0.value) }
    let preprocessing = answer.preprocessing.map { Description($0.key, $0.value) }
    return (networks + trainings + sweeps + preprocessing).sorted { $0.constant < $1.constant }
  }

  /// A network, layer by layer. A layer that reads the one above it has nothing to say about that, in whichever way it is written.
  init(_ constant: String, _ network: Network) {
    self.constant = constant
    kind = .network
    var above = ""
    parts = network.layers.map { layer in
      defer { above = layer.name }
      var settings = SwiftWords.settings(of: layer, without: ["name", "line", "inputs"])
      if layer is Concat || layer is Add {
        settings.append(Setting("of", layer.inputs.map { "\"\($0)\"" }.joined(separator: ", ")))
      } else if !(layer is Input) {
        let isAbove = layer.inputs.isEmpty || layer.inputs == [above]
        settings.append(Setting("from", isAbove ? "nil" : layer.inputs.map { "\"\($0)\"" }.joined(separator: ", ")))
      }
      return Part(name: layer.name, kind: "\(type(of: layer))", settings: settings, line: layer.line)
    }
  }

  /// A training.
  init(_ constant: String, _ training: Training) {
    self.constant = constant
    kind = .training
    parts = [Self.part(constant, training)]
  }

  /// A sweep: each setting with the values that are tried, and each training by itself where not every combination is.
  init(_ constant: String, _ sweep: Sweep) {
    self.constant = constant
    kind = .sweep
    let trainings = sweep.trainings.prefix(Sweep.most).enumerated().map {
      Self.part("training \($0.offset + 1)", $0.element)
    }
    var settings = [Setting("trainings", "\(sweep.trainings.count)")]
    var combinations = 1
    for setting in trainings.first?.settings ?? [] {
      let values = Self.different(trainings.compactMap { $0[setting.name] })
      combinations *= values.count
      settings.append(Setting(setting.name, values.joined(separator: ", ")))
    }
    let whole = Part(name: constant, kind: "Sweep", settings: settings, line: sweep.line)
    parts = [whole] + (combinations == sweep.trainings.count ? [] : trainings)
  }

  /// A preprocessing, step by step.
  init(_ constant: String, _ preprocessing: Preprocessing) {
    self.constant = constant
    kind = .preprocessing
    parts = preprocessing.steps.map { step in
      let name = "\(type(of: step))"
      return Part(
        name: name, kind: name, settings: SwiftWords.settings(of: step, without: ["line"]), line: step.line,
        written: Preprocessing(steps: [step], line: 0).written.first)
    }
  }

  /// A function by what it gives.
  init(function: String, inputs: [[Value]], outputs: [Value]) {
    constant = function
    kind = .function
    parts = zip(inputs, outputs).map { inputs, output in
      let given = inputs.map { ValueFigure.line(of: $0) }.joined(separator: ", ")
      return Part(
        name: "\(function)(\(given))", kind: "", settings: [Setting("", ValueFigure.line(of: output))], line: 0)
    }
  }

  private static func part(_ name: String, _ training: Training) -> Part {
    Part(
      name: name, kind: "Training", settings: SwiftWords.settings(of: training, without: ["line"]), line: training.line)
  }

  /// The different ones of several words, in their order.
  private static func different(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}

/// What a lab's constants and functions say.
public struct AnswerDescriptions: Codable, Sendable {
  /// The constants in the order of their names, then the functions.
  public let constants: [Description]
  /// What else the learner should know of how the cells were run.
  public let remarks: [Message]
  /// What the learner's program was kept in.
  public let sandbox: Sandbox.Kind
}

extension LabJudge {
  /// What a lab's constants say, and what the functions that it asks for give; nothing trains.
  ///
  /// - Parameter lab: the lab as it stands in the learner's file.
  /// - Returns: the constants and functions, and how the cells were run.
  /// - Throws: `WorkbenchError` where the environment does not let cells be compiled at all.
  public func descriptions(of lab: Lab) async throws(WorkbenchError) -> AnswerDescriptions {
    let trials = FunctionTrial.all(in: lab, seed: options.caseSeed ?? 1)
    let outcome = try await workbench.answer(for: lab, calls: trials.map(\.call))
    let functions = trials.compactMap { trial -> Description? in
      guard case .outputs(let outputs)? = outcome.functions[trial.rule.name] else { return nil }
      return Description(function: trial.rule.name, inputs: trial.inputs, outputs: outputs)
    }
    return AnswerDescriptions(
      constants: Description.all(in: outcome.answer ?? Answer()) + functions,
      remarks: outcome.remarks.map { Message($0) }, sandbox: outcome.sandbox)
  }
}
