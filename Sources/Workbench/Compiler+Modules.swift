extension Compiler {
  /// The folder, in that of a script, in which the compiler keeps what it reads of C.
  static let modulesFolder = "modules"

  /// An archive of the C modules that Swift's own library stands on, as the compiler has read them once; nil where they cannot be had,
  /// and it reads them itself. Looked for once.
  ///
  /// To read them anew takes a fifth of the time in which a small program is compiled. They come from a text of ours, in a run of its
  /// own: nothing that a learner wrote has a hand in them. The compiler takes them in the very folder alone in which it made them; so
  /// there are none where each run has a folder of another name.
  func readModules() async -> String? {
    guard sandbox.kind.hasRoom else { return nil }
    switch cache.modules {
    case .archive(let path)?: return path
    case .absent?: return nil
    case nil: break
    }
    let path = await archive()
    cache.modules = path.map { .archive($0) } ?? .absent
    return path
  }

  /// The archive as it was kept, or made now.
  private func archive() async -> String? {
    let script = { (folder: String) in
      frontEnd(in: folder, ["-typecheck"]) + " && tar -cf - -C \(folder) \(Self.modulesFolder)"
    }
    let key = key(of: "", script: script("/tmp"))
    if case .program(let path, _)? = try? cache.find(key) { return path }
    guard let ending = try? await run("", script: script), ending.cause == .exited(0),
      case .program(let path, _)? = try? cache.keep(ending.output, messages: [], under: key)
    else { return nil }
    return path
  }
}
