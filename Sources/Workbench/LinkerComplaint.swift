internal import Diagnostics

/// What a linker says where it makes no program of cells that compile.
struct LinkerComplaint {
  private let lines: [Substring]
  private let asksBeyond: Bool

  /// - Parameters:
  ///   - bytes: what it wrote.
  ///   - program: the text that was compiled.
  init(_ bytes: [UInt8], of program: String) {
    asksBeyond = Self.asksBeyond(program)
    lines = String(decoding: bytes.prefix(1 << 16), as: UTF8.self).split(whereSeparator: \.isNewline)
  }

  /// The line that shows that SegLab's own library, or Swift's, is to blame; nil where it is the cells, or where that cannot be told.
  ///
  /// A cell can ask for nothing of the learner's module that its interface does not have. So what the library then lacks was built at
  /// another time than the interface; and a file or library that is not there was never the cells' to bring. Cells that bring in another
  /// module, or a symbol by its own name, can ask for what no library has: nothing follows from that for all others of a class.
  var libraryFault: String? {
    guard !asksBeyond else { return nil }
    // What the cells define twice, or ask for by a name of their own, comes first: no library mends that.
    let blames = lines.map(blamesLibrary)
    guard !blames.contains(false), let first = blames.firstIndex(of: true) else { return nil }
    return TerminalText.harmless(String(lines[first].prefix(300)))
  }

  /// Whether a program has the words by which cells ask for more than the learner's module: hidden from whoever looks for an import, they
  /// still stand there.
  private static func asksBeyond(_ program: String) -> Bool {
    let cells = program.replacing("\nimport SegLab\n", with: "\n", maxReplacements: 1)
    return ["import", "_silgen_name", "_extern", "_cdecl"].contains { cells.contains($0) }
  }

  /// The first name that nothing makes; empty where that says nothing to whoever wrote the cell: the compiler made it up.
  var missingSymbol: String {
    guard let name = lines.lazy.compactMap({ Self.missing(in: $0) }).first, !name.hasPrefix("$s") else { return "" }
    return TerminalText.harmless(String(name.prefix(120)))
  }

  /// Whether a line blames the library; false where the cells are to blame, nil where it blames neither.
  private func blamesLibrary(_ line: Substring) -> Bool? {
    if let name = Self.missing(in: line) { return Self.isOwn(name) }
    if line.contains("duplicate symbol") { return line.contains(Self.module) }
    let blames = ["cannot open", "unable to find library", "cannot find -l", "No such file", "unknown file type"]
    return blames.contains { line.contains($0) } ? true : nil
  }

  /// The module's name as the compiler's symbols have it.
  private static let module = "6SegLab"

  /// Whether a symbol belongs to the module, or to Swift itself.
  private static func isOwn(_ name: Substring) -> Bool {
    name.hasPrefix("$s") && !name.contains("4main") || name.hasPrefix("swift_") || name.hasPrefix("_swift")
  }

  /// What nothing makes: `undefined symbol: name`, ``undefined reference to `name'``.
  private static func missing(in text: Substring) -> Substring? {
    text.firstMatch(of: /undefined (?:symbol: |reference to [`'])([^\s'`]+)/)?.output.1
  }
}
