public import Messages

/// What can be written into a cell, with what it means: for whoever writes in a browser.
public struct CompletionWords: Encodable, Sendable {
  /// A layer, a training, a step, or a type of values.
  struct Symbol: Encodable, Sendable {
    let name: String
    /// How it is called, with types and defaults; empty for a type of values.
    let signature: String
    /// What it does, as HTML.
    let about: String
    /// Whether it is a layer of a network.
    let isLayer: Bool
    let settings: [Setting]
    let cases: [Case]
  }

  /// One setting of a call.
  struct Setting: Encodable, Sendable {
    /// The label before the value; empty where there is none.
    let label: String
    let type: String
    /// Whether it must be written.
    let isNeeded: Bool
    /// What it means, as HTML; empty where nothing is said.
    let about: String
  }

  /// One value of a type.
  struct Case: Encodable, Sendable {
    let signature: String
    let about: String
  }

  /// All symbols.
  let symbols: [Symbol]

  /// - Parameters:
  ///   - theme: whose reference it is.
  ///   - language: the language of the words.
  public init(theme: Theme, language: Language) {
    let reference = theme.reference
    symbols = reference.symbols.map { symbol in
      Symbol(
        name: symbol.name, signature: symbol.signature?.text ?? "",
        about: InlineWords.html(symbol.text[language] ?? ""), isLayer: symbol.page == .layers,
        settings: symbol.signature?.settings.map { setting in
          let words = symbol.values[setting.name]?[language] ?? reference.values[setting.name]?[language] ?? ""
          return Setting(
            label: setting.label ?? "", type: setting.type, isNeeded: setting.fallback == nil,
            about: InlineWords.html(words))
        } ?? [],
        cases: symbol.cases.map { Case(signature: $0.signature, about: InlineWords.html($0.text[language] ?? "")) })
    }
  }
}
