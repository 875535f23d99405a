internal import Mustache

/// What a template looks up, by name: a view's properties, each read once.
///
/// Mustache would look every name up by reflection, and at every level of a section again: that was half of the time that a site took.
/// What it asks for its children is a class, because whether a dictionary has any takes it longer to find out than to look one up.
enum TemplateValues {
  /// The properties of a view.
  private final class Properties: MustacheParent {
    private let values: [String: Any]

    init(_ values: [String: Any]) { self.values = values }

    func child(named name: String) -> Any? { values[name] }
  }

  /// Words by name.
  private final class Words: MustacheParent {
    private let words: [String: String]

    init(_ words: [String: String]) { self.words = words }

    func child(named name: String) -> Any? { words[name] }
  }

  /// A view as objects and arrays of what templates show; text, numbers and truth values stay as they are.
  ///
  /// - Parameter view: a view of this room, made of structs, arrays, optionals, dictionaries of words and plain values.
  /// - Returns: the same for Mustache; nil where it is an optional that holds nothing.
  static func values(of view: Any) -> Any? {
    if view is String || view is Bool || view is Int { return view }
    let mirror = Mirror(reflecting: view)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.flatMap { values(of: $0.value) }
    case .collection: return mirror.children.compactMap { values(of: $0.value) }
    case .struct:
      var found: [String: Any] = [:]
      found.reserveCapacity(mirror.children.count)
      for child in mirror.children {
        if let name = child.label, let value = values(of: child.value) { found[name] = value }
      }
      return Properties(found)
    case .dictionary: return (view as? [String: String]).map { Words($0) }
    default: return view
    }
  }
}
