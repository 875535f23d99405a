internal import SegLab

/// Values of a description in the words of Swift, as a learner writes them: `.adam(beta1: 0.9, …)`, `[5, 5, 1, 100]`, `"enc3b"`.
enum SwiftWords {
  /// A value in Swift.
  static func text(of value: Any) -> String {
    if let loss = value as? Loss { return text(of: loss) }
    let long = long(value)
    return shorter[long] ?? long
  }

  /// The settings of a layer, step or training by the names that they have in Swift, in the order of its description; but for these.
  static func settings(of value: Any, without left: Set<String>) -> [Description.Setting] {
    Mirror(reflecting: value).children.compactMap { child in
      guard let name = child.label, !left.contains(name) else { return nil }
      // What nobody writes is drawn as the labs' source drew it.
      if let initializer = child.value as? Initializer?, type(of: child.value) == Initializer?.self {
        return Description.Setting(name, text(of: initializer ?? .truncatedNormal()))
      }
      return Description.Setting(name, text(of: child.value))
    }
  }

  /// What is written without its numbers where all of them are the usual ones.
  private static let shorter: [String: String] = {
    let optimizers = Optimizer.all.filter { !$0.numbers.isEmpty }.map { ($0 as Any, ".\($0.name)()") }
    let losses = Loss.all.filter { !$0.numbers.isEmpty }.map { ($0 as Any, ".\($0.name)()") }
    let usual = optimizers + losses + [(Initializer.truncatedNormal(), ".truncatedNormal()")]
    // Their own numbers are plain: to ask for shorter words here would wait for itself.
    return Dictionary(usual.map { (long($0.0, shortens: false), $0.1) }) { first, _ in first }
  }()

  /// `.adam` as Swift has it, `.adam()`: what takes numbers is called, be they the usual ones.
  static func usual(_ word: String) -> String { shorter.values.contains(word + "()") ? word + "()" : word }

  /// `.adam()` with the numbers that it has, `.adam(beta1: 0.9, …)`; anything else as it is.
  static func withNumbers(_ words: String) -> String { longer[words] ?? words }

  private static let longer = Dictionary(shorter.map { ($1, $0) }) { first, _ in first }

  private static func text(of loss: Loss) -> String {
    let parts = loss.parts
    guard case .weighted = loss else {
      let long = long(loss)
      return shorter[long] ?? long
    }
    return parts.isEmpty
      ? ".weighted([])" : parts.map { "\(number($0.weight)) * \(text(of: $0.loss))" }.joined(separator: " + ")
  }

  private static func long(_ value: Any, shortens: Bool = true) -> String {
    func words(_ value: Any) -> String { shortens ? text(of: value) : long(value, shortens: false) }
    switch value {
    case let text as String: return "\"\(text)\""
    case let value as Double: return number(value)
    case let value as Float: return number(Double(value))
    case is Int, is Bool: return "\(value)"
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { words($0.value) } ?? "nil"
    case .collection: return "[" + mirror.children.map { words($0.value) }.joined(separator: ", ") + "]"
    case .enum:
      guard let inner = mirror.children.first, let name = inner.label else { return ".\(value)" }
      let payload = Mirror(reflecting: inner.value)
      let isList = payload.displayStyle == .tuple
      let arguments = isList ? payload.children.map { argument($0.label, words($0.value)) } : [words(inner.value)]
      return ".\(name)(\(arguments.joined(separator: ", ")))"
    case .struct:
      return
        "\(type(of: value))(\(mirror.children.map { argument($0.label, words($0.value)) }.joined(separator: ", ")))"
    default: return "\(value)"
    }
  }

  private static func argument(_ label: String?, _ words: String) -> String {
    guard let label, !label.hasPrefix("."), !label.hasPrefix("_") else { return words }
    return "\(label): \(words)"
  }

  private static func number(_ number: Double) -> String {
    number.rounded() == number && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
