internal import Foundation
internal import Messages

/// A setting of the system that keeps ordinary users, and so bubblewrap, from making namespaces.
enum NamespaceRule: String, CaseIterable {
  /// Ubuntu's: a program needs a profile that allows it. Bubblewrap then fails one step later, at what it may not do in there.
  case appArmor = "kernel.apparmor_restrict_unprivileged_userns"
  /// Debian's, of kernels before 5.10 at most.
  case clone = "kernel.unprivileged_userns_clone"
  /// How many there may be.
  case count = "user.max_user_namespaces"

  /// The value that forbids.
  private var forbidding: String { self == .appArmor ? "1" : "0" }

  /// What is said of bubblewrap that does not work.
  ///
  /// - Parameters:
  ///   - words: what it says.
  ///   - isRoot: whether it is root who runs it, to whom none of this applies.
  ///   - setting: the value of a setting of the system; nil where there is none of that name.
  /// - Returns: with the setting that forbids it, where one does.
  static func reason(
    for words: String, isRoot: Bool = geteuid() == 0, setting: (String) -> String? = Self.setting
  ) -> SandboxPhrase {
    let signs = ["ermission denied", "not permitted", "ermissions", "RTM_NEWADDR", "namespace", "o space left"]
    guard !isRoot, signs.contains(where: words.contains),
      let rule = allCases.first(where: { setting($0.rawValue) == $0.forbidding })
    else { return .bubblewrapFails(words: words) }
    return .namespacesForbidden(words: words, setting: rule.rawValue)
  }

  private static func setting(_ name: String) -> String? {
    let path = "/proc/sys/" + name.replacingOccurrences(of: ".", with: "/")
    return FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }
}
