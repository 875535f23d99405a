import Diagnostics
import Messages

extension YAMLValue {
  /// One of the words that `Option` knows, alone (`adam`) or as the one key of a mapping with more (`{adam: {beta1: 0.9}}`).
  ///
  /// - Parameters:
  ///   - type: the words.
  ///   - key: the key whose value this is.
  ///   - example: how to write it with more.
  ///   - findings: where mistakes are noted.
  /// - Returns: the word, and what stands behind it; nil where it is none of the words.
  func choice<Option: CaseIterable & RawRepresentable<String>>(
    _ type: Option.Type, for key: String, example: String, _ findings: inout Findings
  ) -> (option: Option, inner: YAMLValue?)? {
    switch form {
    case .scalar: return option(type, for: key, &findings).map { ($0, nil) }
    case .list: return mistaken(key, .nameOrMapping, example: example, &findings)
    case .mapping(let entries):
      guard let entry = entries.first else { return empty(key, example: example, &findings) }
      guard entries.count == 1 else {
        findings.error(
          entries[1].keyPlace, .severalOptions(key: key, count: entries.count), help: .writeLike(example: example))
        return nil
      }
      let word = YAMLValue(form: .scalar(entry.key, isQuoted: false), place: entry.keyPlace)
      return word.option(type, for: key, &findings).map { ($0, entry.value.kind == .nothing ? nil : entry.value) }
    }
  }
}
