/// The two spellings of a setting's name: a lab writes `weight_decay`, Swift `weightDecay`.
public enum SettingName {
  /// As a lab writes what is called `name` in Swift.
  public static func inLab(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }

  /// As Swift writes what is called `name` in a lab; what is Swift already stays.
  public static func inSwift(_ name: String) -> String {
    let words = name.split(separator: "_")
    return (words.first.map(String.init) ?? name)
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
