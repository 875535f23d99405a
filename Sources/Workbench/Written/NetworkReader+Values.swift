internal import SegLab

extension NetworkReader {
  /// A value of a kind.
  mutating func value(_ kind: CallValue.Kind) -> WrittenValue? {
    switch kind {
    case .whole: return whole().map { .whole($0) }
    case .real: return real().map { .real($0) }
    case .truth: return truth().map { .truth($0) }
    case .text: return text().map { .text($0) }
    case .wholes: return list().map { .wholes($0) }
    case .texts: return texts().map { .texts($0) }
    case .member(let type): return member(type)
    case .reals, .made: return nil
    }
  }

  private mutating func truth() -> Bool? {
    guard let name = word() else { return nil }
    if name == "true" || name == "false" { return name == "true" }
    if case .truth(let truth)? = scope[name] { return truth }
    return nil
  }

  /// A longer name is none.
  private static let longest = 1_000

  /// `"\(name)a"`, `name`, `name + "a"`.
  mutating func text() -> String? {
    var whole = ""
    repeat {
      switch kind {
      case .text(let parts)?:
        for part in parts {
          guard budget.step(), whole.utf8.count <= Self.longest else { return nil }
          switch part {
          case .written(let text): whole += text
          case .named(let name):
            guard let value = scope[name]?.words else { return nil }
            whole += value
          }
        }
      case .word(let name)?:
        guard case .text(let text)? = scope[name] else { return nil }
        whole += text
      default: return nil
      }
      index += 1
      guard whole.utf8.count <= Self.longest else { return nil }
    } while sign(among: ["+"]) != nil
    return whole
  }

  /// Texts behind one another, up to the next label.
  private mutating func texts() -> [String]? {
    guard var found = text().map({ [$0] }) else { return nil }
    while kind == .mark(","), page.kind(at: index + 2) != .mark(":") {
      index += 1
      guard found.count < Self.mostInputs, let next = text() else { return nil }
      found.append(next)
    }
    return found
  }

  private mutating func list() -> [Int]? {
    guard take("[") else { return nil }
    var found: [Int] = []
    while !take("]") {
      guard let number = whole() else { return nil }
      found.append(number)
      guard take(",") else { return take("]") ? found : nil }
    }
    return found
  }

  /// `.relu`, `Activation.relu`, `.truncatedNormal(stddev: 0.05)`.
  private mutating func member(_ type: String) -> WrittenValue? {
    if kind == .word(type), page.touch(index, index + 1) { index += 1 }
    guard kind == .mark("."), page.touch(index, index + 1) else { return nil }
    index += 1
    guard let name = word() else { return nil }
    // What is made has its numbers behind it in a description, also where there are none.
    guard page.touch(index - 1, index), kind == .mark("(") else {
      return kind == .mark("(") ? nil : .member(name, type == "Initializer" ? [:] : nil)
    }
    guard type == "Initializer", name == "truncatedNormal", open(), label() == "stddev", let number = real(), take(")")
    else { return nil }
    return .member(name, ["stddev": number])
  }

  /// A whole number, or what is worked out with such.
  mutating func whole() -> Int? {
    let scope = self.scope
    return number(
      { kind in
        switch kind {
        case .whole(let number): number
        case .word(let name): if case .whole(let number)? = scope[name] { number } else { nil }
        default: nil
        }
      },
      { sign, a, b in
        let (result, isTooLarge) =
          switch sign {
          case "+": a.addingReportingOverflow(b)
          case "-": a.subtractingReportingOverflow(b)
          case "*": a.multipliedReportingOverflow(by: b)
          case "%": a.remainderReportingOverflow(dividingBy: b)
          default: a.dividedReportingOverflow(by: b)
          }
        return isTooLarge ? nil : result
      }, negated: { $0 == .min ? nil : -$0 })
  }

  private mutating func real() -> Double? {
    let scope = self.scope
    return number(
      { kind in
        switch kind {
        case .whole(let number): Double(number)
        case .real(let number): number
        case .word(let name): if case .real(let number)? = scope[name] { number } else { nil }
        default: nil
        }
      },
      { sign, a, b in
        switch sign {
        case "+": a + b
        case "-": a - b
        case "*": a * b
        case "/": a / b
        default: nil
        }
      }, negated: { -$0 })
  }

  /// A sum of products of what `single` reads.
  private mutating func number<Number>(
    _ single: (CodePiece.Kind) -> Number?, _ joined: (String, Number, Number) -> Number?, negated: (Number) -> Number?
  ) -> Number? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    func factor(_ reader: inout NetworkReader) -> Number? {
      guard reader.budget.step() else { return nil }
      let isNegative = reader.kind == .mark("-")
      if isNegative {
        guard reader.page.touch(reader.index, reader.index + 1) else { return nil }
        reader.index += 1
      }
      let number: Number?
      if reader.take("(") {
        number = reader.number(single, joined, negated: negated)
        guard reader.take(")") else { return nil }
      } else {
        number = reader.kind.flatMap(single)
        reader.index += 1
      }
      return isNegative ? number.flatMap(negated) : number
    }
    func chain(_ reader: inout NetworkReader, _ signs: [String], _ part: (inout NetworkReader) -> Number?) -> Number? {
      guard var result = part(&reader) else { return nil }
      while let sign = reader.sign(among: signs) {
        guard let next = part(&reader), let both = joined(sign, result, next) else { return nil }
        result = both
      }
      return result
    }
    return chain(&self, ["+", "-"]) { reader in chain(&reader, ["*", "/", "%"], factor) }
  }

  /// Takes a sign between two values; one that touches one of them alone belongs to that one, and is not taken.
  private mutating func sign(among signs: [String]) -> String? {
    guard let sign = signs.first(where: { kind == .mark($0) }),
      page.touch(index - 1, index) == page.touch(index, index + 1)
    else { return nil }
    index += 1
    return sign
  }
}

extension WrittenValue {
  /// What stands in a text in the place of its name.
  fileprivate var words: String? {
    switch self {
    case .text(let text): text
    case .whole(let number): String(number)
    case .real, .truth, .wholes, .texts, .member: nil
    }
  }
}
