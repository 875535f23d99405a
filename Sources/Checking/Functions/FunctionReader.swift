internal import Labs
internal import Messages

/// Reads what a check says of a function: `function: {name: dice, reference: dice}`.
enum FunctionReader {
  /// The most cases that a lab writes for one function.
  private static let mostCases = 100
  private static let usualTolerance = 1e-6

  /// - Parameters:
  ///   - value: a mapping.
  ///   - diagnostics: where mistakes are noted.
  /// - Returns: what is asked; nil where anything in it could not be read.
  static func rule(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> FunctionRule? {
    let known = ["name", "reference", "generator", "cases", "tolerance", "signature"]
    guard
      let fields = FieldReader(
        value, of: "function", .named("function"), known: known, example: FunctionCheck.form.example,
        &diagnostics)
    else { return nil }
    let before = diagnostics.errorCount
    let name = fields.required("name", example: "name: dice", &diagnostics)?.name(for: "name", &diagnostics)
    let reference = fields.optional("reference")?.option(FunctionRule.Reference.self, for: "reference", &diagnostics)
    let generator = fields.optional("generator").flatMap { self.generator($0, of: reference, &diagnostics) }
    let cases = fields.optional("cases").map { self.cases($0, &diagnostics) } ?? []
    let tolerance = fields.optional("tolerance")?.number(for: "tolerance", in: .notNegative, &diagnostics)
    let signature = fields.optional("signature")?.text(for: "signature", &diagnostics)
    if fields.optional("reference") == nil, fields.optional("cases") == nil {
      diagnostics.error(
        value.place, .missingKey("cases", section: .named("function")),
        help: .addKey(example: "cases: [{given: [1, 2], gives: 3}]"))
    }
    guard let name, diagnostics.errorCount == before else { return nil }
    return FunctionRule(
      name: name, reference: reference, generator: reference.map { generator ?? $0.generators[0] }, cases: cases,
      tolerance: tolerance ?? usualTolerance, signature: signature ?? reference?.signature ?? "")
  }

  private static func generator(
    _ value: YAMLValue, of reference: FunctionRule.Reference?, _ diagnostics: inout DiagnosticList
  ) -> FunctionRule.Generator? {
    guard let generator = value.option(FunctionRule.Generator.self, for: "generator", &diagnostics) else { return nil }
    let fitting = reference?.generators ?? []
    guard fitting.contains(generator) else {
      diagnostics.error(
        value.place, .unknownOption(key: "generator", found: value.excerpt),
        help: fitting.isEmpty ? .addKey(example: "reference: dice") : .oneOf(fitting.map(\.rawValue)))
      return nil
    }
    return generator
  }

  private static func cases(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> [FunctionRule.Case] {
    let example = "cases: [{given: [1, 2], gives: 3}]"
    guard let items = value.list(for: "cases", example: example, &diagnostics) else { return [] }
    guard (1...mostCases).contains(items.count) else {
      let _: FunctionRule.Case? = value.empty("cases", example: example, &diagnostics)
      return []
    }
    var cases: [FunctionRule.Case] = []
    for item in items {
      guard
        let fields = FieldReader(
          item, of: "cases", .named("cases"), known: ["given", "gives", "hidden"],
          example: "- {given: [1, 2], gives: 3}",
          &diagnostics),
        let given = fields.required("given", example: "given: [1, 2]", &diagnostics)?
          .list(for: "given", example: "given: [1, 2]", &diagnostics),
        let gives = fields.required("gives", example: "gives: 3", &diagnostics)
      else { continue }
      let values = given.compactMap { self.value($0, for: "given", &diagnostics) }
      guard let result = self.value(gives, for: "gives", &diagnostics), values.count == given.count else { continue }
      let expected = cases.first?.given.count ?? values.count
      guard !values.isEmpty else {
        diagnostics.error(item.place, FunctionCasePhrase.noValue, help: FunctionCasePhrase.asManyAsTaken)
        continue
      }
      guard values.count == expected else {
        diagnostics.error(
          item.place, FunctionCasePhrase.otherCount(found: values.count, expected: expected),
          help: FunctionCasePhrase.asManyAsTaken)
        continue
      }
      let isHidden = fields.optional("hidden")?.yesNo(for: "hidden", &diagnostics) ?? false
      cases.append(FunctionRule.Case(given: values, gives: result, isHidden: isHidden))
    }
    return cases
  }

  private static func value(
    _ value: YAMLValue, for key: String, _ diagnostics: inout DiagnosticList
  ) -> FunctionRule.Value? {
    switch value.form {
    case .scalar("nothing", _): return .nothing
    case .scalar: return value.number(for: key, &diagnostics).map { .number($0) }
    case .mapping: return value.mistaken(key, .list, example: "\(key): [[0, 1], [1, 1]]", &diagnostics)
    case .list(let items):
      guard let first = items.first, case .list(let row) = first.form else {
        let numbers = items.compactMap { $0.number(for: key, &diagnostics) }
        return numbers.count == items.count ? .list(numbers) : nil
      }
      var numbers: [Double] = []
      for item in items {
        let example = "\(key): [[0, 1], [1, 1]]"
        guard let cells = item.list(for: key, example: example, &diagnostics) else { return nil }
        let read = cells.compactMap { $0.number(for: key, &diagnostics) }
        guard read.count == cells.count else { return nil }
        guard read.count == row.count else {
          diagnostics.error(
            item.place, FunctionCasePhrase.unequalRows(found: read.count, expected: row.count),
            help: FunctionCasePhrase.makeEqual)
          return nil
        }
        numbers += read
      }
      return .grid(height: items.count, width: row.count, numbers)
    }
  }
}
