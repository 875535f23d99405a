/// What is wrong with a site's settings.
public enum SettingsProblem: Codable, Sendable, Hashable {
  /// The file is not YAML.
  case notYAML
  /// There should be keys with values.
  case expectedKeys(known: [String])
  /// A key that means nothing there.
  case unknownKey(String, known: [String])
  /// A key that must be there.
  case missingKey(String)
  /// The key's value should be words.
  case expectedWords(key: String)
  /// The key's value should be, or name, languages that SegLab speaks.
  case expectedLanguages(key: String)
}
