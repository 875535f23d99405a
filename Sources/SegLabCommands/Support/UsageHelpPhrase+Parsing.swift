internal import Diagnostics
internal import Messages

extension UsageHelpPhrase {
  /// What the argument parser says of a wrong use, in English alone, as data; nil where it is no sentence that is known.
  ///
  /// - Parameter words: its sentence.
  init?(_ words: String) {
    if let found = words.wholeMatch(of: /Unknown option '(.+?)'\. Did you mean '(.+?)'\?/) {
      let option = String(found.output.1)
      self = .unknownOption(option, suggestion: Self.profile(option) ?? String(found.output.2))
    } else if let found = words.wholeMatch(of: /Unknown option '(.+?)'\.?/) {
      self = .unknownOption(String(found.output.1), suggestion: Self.profile(String(found.output.1)))
    } else if let found = words.wholeMatch(of: /Missing value for '(.+?)'\.?/) {
      self = .missingValue(option: String(found.output.1))
    } else if let found = words.wholeMatch(of: /Unexpected argument '(.+?)'\.?/) {
      self = .unexpected(String(found.output.1))
    } else if let found = words.wholeMatch(of: /([0-9]+) unexpected arguments: (.+)/) {
      self = .manyUnexpected(count: String(found.output.1), String(found.output.2))
    } else if let found = words.wholeMatch(of: /Missing expected argument '(.+?)'\.?/) {
      self = .missingArgument(String(found.output.1))
    } else if let found = words.wholeMatch(of: /Missing one of: (.+)/) {
      self = .missingOne(of: String(found.output.1))
    } else if let found = words.wholeMatch(
      of: /The value '(.*?)' is invalid for '(.+?)'(?:\. Please provide one of (.+?)\.?)?/)
    {
      self = .invalid(
        String(found.output.1), for: String(found.output.2), known: found.output.3.map { String($0) })
    } else {
      return nil
    }
  }

  /// The profile that is meant by an option of its name, `--quick` or `--quik`; nil for any other.
  private static func profile(_ option: String) -> String? {
    let (word, names) = (String(option.drop { $0 == "-" }), RunOptions.Profile.allCases.map(\.rawValue))
    return (names.contains(word) ? word : Spelling.nearest(to: word, among: names)).map { "--profile \($0)" }
  }
}
