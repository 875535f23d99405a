internal import CHost
internal import Foundation

/// What keeps a child in that runs a learner's work: a filter on its system calls and, where the kernel allows one of them, a mount namespace of its own
/// or rules on files.
///
/// A child begins in `/`, without the capabilities of root, and gets nothing by what it starts.
struct SandboxArguments: Sendable {
  /// Whom they are for.
  enum Kind: Sendable {
    /// A learner's program: it can open files to read them, and nothing else that would be noticed outside of it.
    case program
    /// The compiler and the linker: they start processes and write files too.
    case compiler
  }

  /// What may be done with a file, or with a folder and all below it.
  struct Rights: OptionSet, Sendable {
    let rawValue: Int32
    static let read = Rights(rawValue: Int32(SEGLAB_READ.rawValue))
    static let execute = Rights(rawValue: Int32(SEGLAB_EXECUTE.rawValue))
    static let write = Rights(rawValue: Int32(SEGLAB_WRITE.rawValue))
  }

  /// What is left of the files at a path; one where nothing is has no effect.
  struct Rule: Sendable {
    let path: String
    let rights: Rights
  }

  /// Whom they are for.
  var kind: Kind
  /// What is left of the files, as Landlock keeps it; nil for no Landlock.
  var rules: [Rule]?
  /// What it sees of the file system, with processes and network of its own; nil for what its parent sees.
  var mounts: MountNamespace?

  /// The rules as the kernel takes them: a descriptor to close, or minus the system's error number; nil where there are none.
  var ruleset: Int32? {
    guard let rules else { return nil }
    let paths = rules.map { strdup($0.path) }
    defer { for path in paths { free(path) } }
    let all = zip(paths, rules).map { seglab_rule(path: $0, rights: $1.rights.rawValue) }
    return seglab_ruleset(all, all.count)
  }

  /// The version of this kernel's Landlock; 0 where it has none.
  static var landlockVersion: Int { Int(seglab_landlock_version()) }

  /// Whether there is a filter for this processor at all.
  static let hasFilter = filter(for: .program) != nil

  /// The filter as bubblewrap loads it into what it starts; nil on a processor that there is none for.
  static func filter(for kind: Kind) -> [UInt8]? {
    // Bubblewrap is the first process in there, and starts the second.
    let filter = seglab_filter(seccomp: kind.forChild, self: 2, start: nil)
    var program = [UInt64](repeating: 0, count: Int(SEGLAB_FILTER_BYTES) / 8)
    let count = withUnsafePointer(to: filter) { seglab_write_filter($0, &program) }
    return count == 0 ? nil : program.withUnsafeBytes { Array($0.prefix(count)) }
  }
}

extension SandboxArguments.Kind {
  /// As the kernel's side calls it.
  var forChild: seglab_seccomp { self == .program ? SEGLAB_SECCOMP_PROGRAM : SEGLAB_SECCOMP_COMPILER }
}
