/// What a template looks up, by name: a view's properties, each read once.
enum TemplateValue {
  /// Text, or a number as text.
  case text(String)
  /// Whether something is so.
  case flag(Bool)
  /// Values one after the other.
  case list([TemplateValue])
  /// A view's properties; there are few, and going through them takes less time than a table of them.
  case properties([(name: String, value: TemplateValue)])
  /// Words by name.
  case words([String: String])

  /// The values of a view; nil where it is an optional that holds nothing.
  ///
  /// - Parameter view: a view of this room, made of structs, arrays, optionals, dictionaries of words and plain values.
  init?(of view: Any) {
    if let text = view as? String {
      self = .text(text)
      return
    }
    if let flag = view as? Bool {
      self = .flag(flag)
      return
    }
    let mirror = Mirror(reflecting: view)
    switch mirror.displayStyle {
    case .optional:
      guard let value = mirror.children.first.flatMap({ TemplateValue(of: $0.value) }) else { return nil }
      self = value
    case .collection: self = .list(mirror.children.compactMap { TemplateValue(of: $0.value) })
    case .struct:
      var properties: [(name: String, value: TemplateValue)] = []
      properties.reserveCapacity(mirror.children.count)
      for child in mirror.children {
        if let name = child.label, let value = TemplateValue(of: child.value) { properties.append((name, value)) }
      }
      self = .properties(properties)
    case .dictionary:
      guard let words = view as? [String: String] else { return nil }
      self = .words(words)
    default: self = .text(String(describing: view))
    }
  }

  /// The value of one of its names; nil where it has none of that name.
  func child(named name: String) -> TemplateValue? {
    switch self {
    case .properties(let properties): properties.first { $0.name == name }?.value
    case .words(let words): words[name].map { .text($0) }
    case .text, .flag, .list: nil
    }
  }
}
