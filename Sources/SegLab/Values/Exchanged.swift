/// A type that a learner's function may take or give when a lab calls it.
public protocol Exchanged {
  /// Nil where `value` is of another kind.
  init?(_ value: Value)
  /// How it travels.
  var value: Value { get }
}

extension Double: Exchanged {
  /// Nil where `value` is no number.
  public init?(_ value: Value) {
    guard case .number(let number) = value else { return nil }
    self = number
  }
  /// How it travels.
  public var value: Value { .number(self) }
}

extension Float: Exchanged {
  /// Nil where `value` is no number.
  public init?(_ value: Value) {
    guard case .number(let number) = value else { return nil }
    self = Float(number)
  }
  /// How it travels.
  public var value: Value { .number(Double(self)) }
}

extension Int: Exchanged {
  /// Nil where `value` is no whole number.
  public init?(_ value: Value) {
    guard case .number(let number) = value, let whole = number.whole else { return nil }
    self = whole
  }
  /// How it travels.
  public var value: Value { .number(Double(self)) }
}

extension Image: Exchanged {
  /// Nil where `value` is no grid.
  public init?(_ value: Value) {
    guard case .grid(let height, let width, let numbers) = value else { return nil }
    self.init(height: height, width: width, pixels: numbers.map { Float($0) })
  }
  /// How it travels.
  public var value: Value { .grid(height: height, width: width, pixels.map { Double($0) }) }
}

extension Mask: Exchanged {
  /// Nil where `value` is no grid of whole numbers.
  public init?(_ value: Value) {
    guard case .grid(let height, let width, let numbers) = value else { return nil }
    let pixels = numbers.compactMap(\.whole)
    guard pixels.count == numbers.count else { return nil }
    self.init(height: height, width: width, pixels: pixels)
  }
  /// How it travels.
  public var value: Value { .grid(height: height, width: width, pixels.map { Double($0) }) }
}

extension Optional: Exchanged where Wrapped: Exchanged {
  /// Nil where `value` is of another kind.
  public init?(_ value: Value) {
    if value == .nothing {
      self = .none
    } else if let wrapped = Wrapped(value) {
      self = wrapped
    } else {
      return nil
    }
  }
  /// How it travels.
  public var value: Value { self?.value ?? .nothing }
}

extension Array: Exchanged where Element: Exchanged {
  /// Nil where `value` is neither a list nor a grid.
  public init?(_ value: Value) {
    let parts: [Value]
    switch value {
    case .list(let numbers): parts = numbers.map { .number($0) }
    case .grid(let height, let width, let numbers):
      parts = (0..<height).map { .list(Array<Double>(numbers[$0 * width..<($0 + 1) * width])) }
    default: return nil
    }
    let elements = parts.compactMap { Element($0) }
    guard elements.count == parts.count else { return nil }
    self = elements
  }

  /// A list of numbers as such, rows of one length as a grid; anything else does not travel.
  public var value: Value {
    let parts = map(\.value)
    let numbers = parts.compactMap { part in
      if case .number(let number) = part { return number }
      return nil as Double?
    }
    if numbers.count == parts.count { return .list(numbers) }
    let rows = parts.compactMap { part in
      if case .list(let row) = part { return row }
      return nil as [Double]?
    }
    guard rows.count == parts.count, let width = rows.first?.count, rows.allSatisfy({ $0.count == width }) else {
      return .unfit
    }
    return .grid(height: rows.count, width: width, rows.flatMap { $0 })
  }
}
