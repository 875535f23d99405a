internal import Checking
internal import Labs
internal import Messages
internal import Networks

/// Turns what a learner writes into what the reference's pages show.
struct ReferenceViewBuilder {
  let reference: Reference
  let language: Language
  /// The page's fixed words.
  let words: [String: String]

  /// The pages of the reference, with their file names.
  static let pages: [(name: String, label: SiteLabel)] = [
    ("layers", .layersPage), ("training", .trainingPage), ("preprocessing", .preprocessingPage),
    ("checks", .checksPage),
    ("messages", .messagesPage),
  ]

  /// The first page: what there is.
  var index: ReferenceIndexView {
    ReferenceIndexView(
      words: words,
      groups: Self.pages.map { name, label in
        let page = Reference.Page(rawValue: name)
        let entries = reference.symbols.filter { $0.page == page }.map {
          LinkView(words: $0.name, url: "\(name).html#\($0.name)")
        }
        let more =
          switch name {
          case "checks": CheckForms.all.list.map { LinkView(words: $0.name, url: "checks.html#\($0.name)") }
          case "messages": MessageCatalog.topics.map { LinkView(words: $0.topic, url: "messages.html#\($0.topic)") }
          default: [] as [LinkView]
          }
        let all = entries + more
        return ReferenceIndexView.Group(
          title: label.text(in: language), url: "\(name).html", entries: all, hasEntries: !all.isEmpty)
      })
  }

  /// A page of symbols.
  func view(of page: Reference.Page) -> ReferenceView {
    let label = Self.pages.first { $0.name == page.rawValue }?.label ?? .reference
    return ReferenceView(
      words: words, title: label.text(in: language),
      symbols: reference.symbols.filter { $0.page == page }.map(view))
  }

  private func view(of symbol: Reference.Symbol) -> ReferenceView.Symbol {
    let bounds =
      switch symbol.page {
      case .layers: LayerBounds.all[symbol.name] ?? [:]
      case .training: TrainingBounds.all
      case .preprocessing: [:] as [String: String]
      }
    let settings = symbol.signature?.settings ?? []
    return ReferenceView.Symbol(
      name: symbol.name, anchor: symbol.name, text: text(symbol.text),
      signature: symbol.signature.map { CodeListing.coloured(Self.wrapped($0), links: links(but: symbol.name)) },
      figure: OperationFigure.all[symbol.name].map { $0.figure.view(title: $0.label.text(in: language)) },
      settings: settings.isEmpty
        ? nil
        : ReferenceView.Settings(
          settingRows: settings.map { setting in
            ReferenceView.Setting(
              name: setting.name, isUnlabelled: setting.label == nil, type: type(setting.type),
              fallback: setting.fallback.map { "<code>\(CodeListing.coloured($0))</code>" },
              bounds: setting.type.hasPrefix("Bool") || setting.type.hasPrefix("String")
                ? nil : bounds[setting.name].map(Self.grouped),
              meaning: text(symbol.values[setting.name] ?? reference.values[setting.name] ?? [:]))
          }),
      cases: symbol.cases.isEmpty
        ? nil
        : ReferenceView.Cases(
          caseRows: symbol.cases.map { one in
            ReferenceView.Case(signature: CodeListing.coloured(one.signature), meaning: text(one.text))
          }))
  }

  /// The page of checks.
  var checks: ChecksReferenceView {
    func group(_ label: SiteLabel, _ isMeasured: Bool) -> ChecksReferenceView.Group {
      ChecksReferenceView.Group(
        title: label.text(in: language),
        forms: CheckForms.all.list.filter { $0.isMeasured == isMeasured }.map { form in
          ChecksReferenceView.Form(
            name: form.name, example: "- " + form.example, meaning: InlineWords.html(form.key.text(in: language)))
        })
    }
    return ChecksReferenceView(words: words, groups: [group(.onNetworks, false), group(.onTrainings, true)])
  }

  /// The page of messages.
  var messages: MessagesReferenceView {
    MessagesReferenceView(
      words: words,
      topics: MessageCatalog.topics.map { topic, entries in
        MessagesReferenceView.Topic(
          name: topic,
          rows: entries.map { entry in
            MessagesReferenceView.Row(
              id: entry.id,
              texts: Language.allCases.sorted { first, _ in first == language }.compactMap { language in
                entry.example.map {
                  MessagesReferenceView.Said(
                    language: language.rawValue, words: InlineWords.html(String($0.text(in: language).prefix(600))))
                }
              })
          })
      })
  }

  /// A type as code; what it is of is a link where it is explained here.
  private func type(_ type: String) -> String {
    "<code>\(CodeListing.coloured(type, links: links(but: "")))</code>"
  }

  private func links(but own: String) -> @Sendable (String) -> String? {
    { [reference] name in
      guard name != own, let address = reference.address(of: name) else { return nil }
      return String(address.dropFirst("reference/".count))
    }
  }

  /// Bounds with their large numbers in groups of three digits.
  private static func grouped(_ bounds: String) -> String {
    bounds.split(separator: " ").map { word in
      let digits = word.hasSuffix(".0") ? word.dropLast(2) : word
      return Int(digits).map(\.grouped) ?? String(word)
    }.joined(separator: " ")
  }

  private func text(_ words: Reference.Words) -> String { words[language].map(InlineWords.html) ?? "" }

  /// A call with each setting on a line of its own, where it is long.
  private static func wrapped(_ call: CallText) -> String {
    guard call.text.count > 72, let open = call.text.firstIndex(of: "(") else { return call.text }
    let lines = call.settings.map { setting in
      let label = setting.label ?? "_ \(setting.name)"
      return "  \(label): \(setting.type)" + (setting.fallback.map { " = \($0)" } ?? "")
    }
    return call.text[...open] + "\n" + lines.joined(separator: ",\n") + "\n)"
  }
}
