/// What a template looks up, by name: a view's properties, each read once.
///
/// Mustache would look every name up by reflection, and at every level of a section again: that was half of the time that a site took.
enum TemplateValues {
  /// A view as dictionaries and arrays of what templates show; text, numbers and truth values stay as they are.
  ///
  /// - Parameter view: a view of this room, made of structs, arrays, optionals, dictionaries and plain values.
  /// - Returns: the same for Mustache; nil where it is an optional that holds nothing.
  static func values(of view: Any) -> Any? {
    switch view {
    case is String, is Bool, is Int, is [String: String]: return view
    default: break
    }
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
      return found
    default: return view
    }
  }
}
