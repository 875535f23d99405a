internal import Foundation
internal import Networks
internal import SegLab

/// A constant of a solution with one thing changed to a neighbouring value: what a learner might have written instead.
enum Mutation {
  case network(Network)
  case training(Training)
  case sweep(Sweep)
  case preprocessing(Preprocessing)

  /// What it says, setting by setting.
  func description(of constant: String) -> Description {
    switch self {
    case .network(let value): Description(constant, value)
    case .training(let value): Description(constant, value)
    case .sweep(let value): Description(constant, value)
    case .preprocessing(let value): Description(constant, value)
    }
  }

  /// Puts it in the place of the constant.
  func put(into answer: inout Answer, as constant: String) {
    switch self {
    case .network(let value): answer.networks[constant] = value
    case .training(let value): answer.trainings[constant] = value
    case .sweep(let value): answer.sweeps[constant] = value
    case .preprocessing(let value): answer.preprocessing[constant] = value
    }
  }

  /// Every mutation of a constant of `answer`, in the order in which it is described.
  static func all(of constant: String, in answer: Answer) -> [Mutation] {
    if let network = answer.networks[constant] {
      return variants(of: network, list: "layers").map { .network($0) }
    }
    if let training = answer.trainings[constant] { return variants(of: training, list: nil).map { .training($0) } }
    if let preprocessing = answer.preprocessing[constant] {
      return variants(of: preprocessing, list: "steps").map { .preprocessing($0) }
    }
    if let sweep = answer.sweeps[constant] { return sweeps(from: sweep).map { .sweep($0) } }
    return []
  }

  /// What can be read again of a description with one leaf changed, or one element of its list left out.
  private static func variants<Value: Codable>(of value: Value, list: String?) -> [Value] {
    guard let data = try? JSONEncoder().encode(value),
      let whole = try? JSONDecoder().decode(JSONValue.self, from: data)
    else { return [] }
    var trees: [JSONValue] = []
    if let list, case .object(var members) = whole, case .list(let elements)? = members[list] {
      for number in elements.indices {
        for element in elements[number].neighbours(above: elements[..<number].compactMap(\.name)) {
          var others = elements
          others[number] = element
          members[list] = .list(others)
          trees.append(.object(members))
        }
        var fewer = elements
        fewer.remove(at: number)
        members[list] = .list(fewer)
        trees.append(.object(members))
      }
    } else {
      trees = whole.neighbours(above: [])
    }
    return trees.compactMap { tree in
      (try? JSONEncoder().encode(tree)).flatMap { try? JSONDecoder().decode(Value.self, from: $0) }
    }
  }

  /// A sweep whose trainings all have one setting changed; one that tries only the first two values of a setting; one whose values lie close
  /// together.
  private static func sweeps(from sweep: Sweep) -> [Sweep] {
    func made(_ trainings: [Training]) -> Sweep { Sweep(line: sweep.line) { trainings } }
    guard let first = sweep.trainings.first else { return [] }
    var found: [Sweep] = []
    for path in [\Training.learningRate, \Training.decayRate] {
      var values: [Double] = []
      for training in sweep.trainings where !values.contains(training[keyPath: path]) {
        values.append(training[keyPath: path])
      }
      guard values.count > 1 else { continue }
      for kept in 1..<min(values.count, 3) {
        found.append(made(sweep.trainings.filter { values.prefix(kept).contains($0[keyPath: path]) }))
      }
      found.append(
        made(
          sweep.trainings.map { training in
            var near = training
            let step = Double(values.firstIndex(of: training[keyPath: path]) ?? 0)
            near[keyPath: path] = values[0] * (1 + 0.1 * step)
            return near
          }))
    }
    // What all trainings have in common is changed in all of them.
    let shared = variants(of: first, list: nil).compactMap { changed -> Sweep? in
      guard changed.learningRate == first.learningRate, changed.decayRate == first.decayRate else { return nil }
      return made(
        sweep.trainings.map { training in
          var other = changed
          (other.learningRate, other.decayRate, other.line) = (training.learningRate, training.decayRate, training.line)
          return other
        })
    }
    return found + shared
  }
}

extension JSONValue {
  /// The name in it, where it has one.
  fileprivate var name: String? {
    guard case .object(let members) = self, case .text(let name)? = members["name"] else { return nil }
    return name
  }

  /// Where something stands, and what it is called, is no setting.
  private static let left: Set<String> = ["line", "kind", "name", "schema"]

  /// Words of settings that are one of several, any of which may fit.
  private static let words: [String] =
    Activation.allCases.map(\.rawValue) + Padding.allCases.map(\.rawValue) + Interpolation.allCases.map(\.rawValue)
    + Normalize.Way.allCases.map(\.rawValue) + Resize.Fit.allCases.map(\.rawValue)

  /// What may stand for a setting whose words have numbers of their own, as their descriptions have them; null where it may be left out.
  private static let choices: [String: [JSONValue]] = [
    "initializer": [
      tree(of: Initializer.he), tree(of: Initializer.zeros), tree(of: Initializer.truncatedNormal(), or: .null),
    ],
    "optimizer": [tree(of: Optimizer.sgd), tree(of: Optimizer.momentum()), tree(of: Optimizer.adam())],
    "loss": [tree(of: Loss.crossEntropy), tree(of: Loss.binaryCrossEntropy), tree(of: Loss.dice())],
    "schedule": [.null, tree(of: Schedule.constant)],
  ]

  private static func tree(of value: some Encodable, or other: JSONValue = .null) -> JSONValue {
    (try? JSONEncoder().encode(value)).flatMap { try? JSONDecoder().decode(JSONValue.self, from: $0) } ?? other
  }

  /// Every tree that differs from this one in one leaf.
  ///
  /// - Parameter above: the names of the layers above, which one that reads a layer by name may read instead.
  /// - Returns: the trees, in the order of the keys.
  fileprivate func neighbours(above: [String]) -> [JSONValue] {
    switch self {
    case .flag(let value): return [.flag(!value)]
    case .whole(let value):
      return [.whole(value + 1), .whole(value - 1), .whole(value * 2)].filter { !$0.isSame(self) }
    case .number(let value): return [.number(value * 2), .number(value / 10)].filter { !$0.isSame(self) }
    case .text(let word): return Self.words.filter { $0 != word }.map { .text($0) }
    case .list(let elements):
      return elements.indices.flatMap { number in
        elements[number].neighbours(above: above).map { changed in
          var others = elements
          others[number] = changed
          return .list(others)
        }
      }
    case .object(let members):
      // What is not there has its usual value, and may be written.
      let added = Self.choices.sorted { $0.key < $1.key }.filter { members[$0.key] == nil }.flatMap { key, choices in
        choices.compactMap { choice -> JSONValue? in
          if case .null = choice { return nil }
          return .object(members.merging([key: choice]) { _, new in new })
        }
      }
      return added
        + members.keys.sorted().filter { !Self.left.contains($0) }.flatMap { key -> [JSONValue] in
          let old = members[key] ?? .null
          let changed =
            key == "inputs"
            ? old.inputs(above)
            : Self.choices[key].map { $0.filter { !$0.isSame(old) } + old.inner } ?? old.neighbours(above: above)
          return changed.map { value in
            var others = members
            others[key] = value
            return .object(others)
          }
        }
    case .null: return []
    }
  }

  /// Changes within a setting whose word has numbers of its own.
  private var inner: [JSONValue] { if case .object = self { neighbours(above: []) } else { [] } }

  /// A list of layers that are read, each with the ones that stand beside it in the network instead.
  private func inputs(_ above: [String]) -> [JSONValue] {
    guard case .list(let elements) = self else { return [] }
    guard !elements.isEmpty else { return above.dropLast().suffix(1).map { .list([.text($0)]) } }
    return elements.indices.flatMap { number -> [JSONValue] in
      guard case .text(let name) = elements[number], let place = above.firstIndex(of: name) else { return [] }
      return [place - 1, place + 1].filter { above.indices.contains($0) }.map { other in
        var others = elements
        others[number] = .text(above[other])
        return .list(others)
      }
    }
  }

  private func isSame(_ other: JSONValue) -> Bool {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode([self])) == (try? encoder.encode([other]))
  }
}
