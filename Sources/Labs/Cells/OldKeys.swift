/// What earlier versions of labs called the keys of their YAML, and what they are called now.
public enum OldKeys {
  private static let names = ["preparation": "preprocessing", "own_label_gain": "permutation_gain"]

  /// What `key` is called now; nil where it is no old one.
  static func now(_ key: String) -> String? { names[key] }

  /// A lab of an earlier version with the keys of today: only then can it be read, and brought up to date.
  ///
  /// - Parameter text: the whole lab.
  /// - Returns: the text, in which the lines between the fences of YAML cells begin with today's keys.
  public static func replaced(in text: String) -> String {
    var (isYAML, lines): (Bool, [Substring]) = (false, [])
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let start = line.drop { $0 == " " || $0 == "-" }
      if line.hasPrefix("```") { isYAML = line.hasPrefix("```yaml") }
      let key = String(start.prefix { $0 != ":" })
      guard isYAML, let new = names[key], start.dropFirst(key.count).hasPrefix(":") else {
        lines.append(line)
        continue
      }
      lines.append(line[..<start.startIndex] + new + start.dropFirst(key.count))
    }
    return lines.joined(separator: "\n")
  }
}
