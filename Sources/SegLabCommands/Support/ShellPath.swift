internal import Foundation
internal import Workbench

/// How a shell is told where `seglab` is, in one line that holds in new terminals too.
struct ShellPath {
  /// The shells that are known.
  enum Shell: String {
    case bash, zsh, fish, tcsh, csh
    /// Any other, which reads `~/.profile` when a session begins.
    case sh
  }

  /// The folder of the program.
  let folder: String
  /// The shell that reads the line.
  let shell: Shell

  /// The line by which a shell finds this program.
  ///
  /// - Parameters:
  ///   - environment: the process's environment: `PATH` and `SHELL` are looked at.
  ///   - program: this program.
  ///   - parent: the name of the program that started this one; nil where it is not known.
  /// - Returns: nil where the shell finds this very program already.
  static func line(
    environment: [String: String] = ProcessInfo.processInfo.environment, program: String = Toolchain.runningProgram,
    parent: String? = parentName
  ) -> String? {
    let place = starter(of: URL(fileURLWithPath: program).resolvingSymlinksInPath())
    let found = (environment["PATH"] ?? "").split(separator: ":").lazy
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent("seglab") }
      .first { access($0.path, X_OK) == 0 }
    guard found?.resolvingSymlinksInPath() != place else { return nil }
    // The shell that is used may be another than the one of the login.
    let names = [parent, environment["SHELL"].map { URL(fileURLWithPath: $0).lastPathComponent }]
    let shell = names.lazy.compactMap { $0.flatMap { Shell(rawValue: $0) } }.first ?? .sh
    return ShellPath(folder: place.deletingLastPathComponent().path, shell: shell).line
  }

  /// What a shell starts: an installed SegLab chooses among the programs in `../lib/seglab`, one for each kind of processor.
  private static func starter(of program: URL) -> URL {
    let folder = program.deletingLastPathComponent().deletingLastPathComponent()
    let starter = folder.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("bin/seglab")
    return folder.path.hasSuffix("/lib/seglab") && access(starter.path, X_OK) == 0 ? starter : program
  }

  /// The line for the shell.
  var line: String {
    switch shell {
    case .bash: appended(#"export PATH="\#(inDoubleQuotes):$PATH""#, to: "~/.bashrc", with: ".")
    case .zsh: appended(#"export PATH="\#(inDoubleQuotes):$PATH""#, to: "~/.zshrc", with: ".")
    case .sh: appended(#"export PATH="\#(inDoubleQuotes):$PATH""#, to: "~/.profile", with: ".")
    case .fish: "fish_add_path \(Self.quoted(folder, escape: #"\'"#))"
    case .tcsh, .csh:
      appended("set path = ( \(Self.quoted(folder)) $path )", to: "~/.cshrc", with: "source")
    }
  }

  private func appended(_ line: String, to file: String, with source: String) -> String {
    "printf '%s\\n' \(Self.quoted(line)) >> \(file) && \(source) \(file)"
  }

  private var inDoubleQuotes: String {
    folder.reduce(into: "") { text, character in
      if #"\"$`"#.contains(character) { text += "\\" }
      text.append(character)
    }
  }

  /// `text` as one word of a shell.
  static func quoted(_ text: String, escape: String = #"'\''"#) -> String {
    "'" + text.replacing("'", with: escape) + "'"
  }

  /// The name of the program that started this one.
  static var parentName: String? {
    guard let name = try? String(contentsOfFile: "/proc/\(getppid())/comm", encoding: .utf8) else { return nil }
    return name.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
