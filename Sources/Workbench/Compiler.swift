internal import Diagnostics
internal import Digests
internal import Foundation
internal import Messages

/// What came of compiling a program.
enum Compilation {
  /// It compiled: the program's file, and what the compiler wonders about.
  case program(path: String, messages: [CompilerMessage])
  /// The compiler found mistakes.
  case mistakes([CompilerMessage])
  /// The compiler came to no end.
  case failed(ProgramPhrase)
}

/// Compiles programs in the sandbox, each once.
struct Compiler {
  let toolchain: Toolchain
  let sandbox: Sandbox
  let limits: WorkbenchLimits.Process
  let cache: ProgramCache

  /// What the script's last part says when it is not the compiler that fails.
  private static let linkingFailed: Int32 = 40

  /// Compiles `program`, or finds it compiled.
  func compile(_ program: Program) async throws(WorkbenchError) -> Compilation {
    let key = self.key(of: program.text)
    if let found = try cache.find(key) { return found }
    let (ending, messages) = try await compiled(program) { compileScript(in: $0) }
    if let refusal = messages.first(where: { $0.severity == .error && Program.isImport($0) }) {
      throw .moduleRefused(words: refusal.text)
    }
    switch ending.cause {
    case .exited(0): return try cache.keep(ending.output, messages: messages, under: key)
    case .exited(1) where messages.contains { $0.severity == .error }:
      // A full disk and a slow moment are no mistakes in the text: asked again, the compiler may see none.
      let isLasting =
        messages.contains { $0.severity == .error && $0.file != .elsewhere } && !messages.contains(where: \.isOutOfTime)
      return isLasting ? cache.keep(messages, under: key) : .mistakes(messages)
    case .exited(Self.linkingFailed):
      let complaint = LinkerComplaint(ending.errors, of: program.text)
      if let words = complaint.libraryFault { throw .libraryUnfit(words: words) }
      return .failed(.notLinked(name: complaint.missingSymbol))
    default: return .failed(failure(ending))
    }
  }

  /// What the compiler says of a program's form alone.
  func parse(_ program: Program) async throws(WorkbenchError) -> Compilation {
    let ending = try await run(program.text) { parseScript(in: $0) }
    let messages = ending.messages(of: program)
    switch ending.cause {
    case .exited(0), .exited(1): return .mistakes(messages.filter { $0.severity != .warning })
    default: return .failed(failure(ending))
    }
  }

  /// What the compiler says of a program that it need not make: nil where it came to no end.
  func check(_ program: Program) async throws(WorkbenchError) -> [CompilerMessage]? {
    let key = self.key(of: program.text, script: checkScript(in: ""))
    if case .mistakes(let known)? = try cache.find(key) { return known }
    let (ending, messages) = try await compiled(program) { checkScript(in: $0) }
    guard ending.cause == .exited(0) || ending.cause == .exited(1), !messages.contains(where: \.isOutOfTime) else {
      return nil
    }
    _ = cache.keep(messages, under: key)
    return messages
  }

  /// What came of a script that compiles `program`, with the C modules that were read before.
  private func compiled(
    _ program: Program, script: (String) -> String
  ) async throws(WorkbenchError) -> (Child.Ending, [CompilerMessage]) {
    let known = await readModules()
    let ending = try await run(program.text, knowing: known, script: script)
    let messages = ending.messages(of: program)
    // What is said of no file of ours may be about what was read before: without it nothing can be.
    guard known != nil, messages.contains(where: { $0.severity == .error && $0.file == .elsewhere }) else {
      return (ending, messages)
    }
    let again = try await run(program.text, script: script)
    return (again, again.messages(of: program))
  }

  /// Runs a script in a folder of its own, which it is told.
  ///
  /// - Parameters:
  ///   - text: what the script reads.
  ///   - modules: an archive of modules of C that is laid into that folder first; nil for none. Only where the script has a file system of
  ///     its own, so that the folder is called as it was when they were made.
  ///   - script: the script, by the folder.
  /// - Returns: how it ended.
  /// - Throws: `WorkbenchError` where it cannot be started, or there is no such folder.
  func run(
    _ text: String, knowing modules: String? = nil, script: (String) -> String
  ) async throws(WorkbenchError) -> Child.Ending {
    guard !sandbox.kind.hasRoom else {
      let unpacking = modules.map { "tar -xf \(Self.quoted($0)) -C /tmp 2>/dev/null\n" } ?? ""
      return try await child(unpacking + script("/tmp"), scratch: "/tmp", text, modules).run()
    }
    let scratch = try cache.makeScratch()
    defer { cache.remove(scratch) }
    return try await child(script(scratch), scratch: scratch, text).run()
  }

  private func child(_ script: String, scratch: String, _ text: String, _ modules: String? = nil) -> Child {
    sandbox.compiling(
      script: script, toolchain: toolchain, besides: modules.map { [$0] } ?? [], scratch: scratch,
      source: Array(text.utf8), limits: limits)
  }

  private func failure(_ ending: Child.Ending) -> ProgramPhrase {
    switch ending.cause {
    case .overTime: return .compilerOverTime(seconds: Int(limits.wallSeconds))
    case .exited(128 + 24), .signalled(24): return .compilerOverTime(seconds: limits.processorSeconds)
    case .overOutput: return .compilerOverOutput(bytes: limits.outputBytes)
    default: return .compilerStopped(words: Self.lastWords(ending.errors))
    }
  }

  /// The last line that says something, at most 300 characters of it.
  static func lastWords(_ bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let telling = lines.last { $0.contains("error:") || $0.contains("rror: ") } ?? lines.last ?? ""
    return TerminalText.harmless(String(telling.prefix(300)))
  }
}

extension Compiler {
  /// What settles the result: the text, how it is compiled, and with what.
  func key(of text: String, script: String? = nil) -> String {
    let parts = [script ?? compileScript(in: ""), toolchain.identity, text]
    var hash = SHA256()
    for part in parts { hash.update(data: Data(SHA256.hash(data: Data(part.utf8)))) }
    return String(hash.finalize().hexadecimal.prefix(ProgramCache.keyLength))
  }

  /// The compiler proper at work on what the script reads.
  func frontEnd(in folder: String, _ words: [String]) -> String {
    let source = "\(folder)/main.swift"
    let all =
      [toolchain.frontend, "-frontend"] + words
      + [
        "-primary-file", source, "-module-name", "main", "-swift-version", "6", "-default-isolation", "MainActor",
        "-diagnostic-style=llvm", "-no-color-diagnostics", "-disable-objc-interop", "-module-cache-path",
        "\(folder)/\(Self.modulesFolder)",
      ]
    return "cat > \(Self.quoted(source)) && " + Self.command(all)
  }

  private func checkScript(in folder: String) -> String {
    frontEnd(
      in: folder,
      ["-typecheck", "-swift-module-file=SegLab=\(toolchain.module)", "-solver-expression-time-threshold=2"])
  }

  private func parseScript(in folder: String) -> String { frontEnd(in: folder, ["-parse"]) }

  /// Compiles, links, and writes the program to the shell's output.
  ///
  /// The compiler proper and the linker are called directly: their driver takes longer than either. A difficult expression is given up
  /// as such, so that the message names its line and the clock need not end everything. The program holds no path of this computer's:
  /// where the libraries are it is told when it is started.
  private func compileScript(in folder: String) -> String {
    let object = "\(folder)/main.o"
    let program = "\(folder)/program"
    let compiling = frontEnd(
      in: folder,
      [
        "-c", "-Onone", "-o", object, "-swift-module-file=SegLab=\(toolchain.module)",
        "-solver-expression-time-threshold=2",
      ])
    // The last is C's mathematics: without optimisation a square root is a call of it.
    let runtime = ["swiftSwiftOnoneSupport", "swift_StringProcessing", "swift_Concurrency", "swiftCore", "m"]
    var linking = toolchain.linking.commands(
      of: [toolchain.startObject, object] + toolchain.linked, libraries: runtime, in: toolchain.runtime, making: program
    ).map(Self.command)
    // What the last one says counts.
    for number in linking.indices.dropLast() { linking[number] += " 2>/dev/null" }
    return compiling + " || exit $?\n" + linking.joined(separator: " ||\n")
      + " || exit \(Self.linkingFailed)\ncat \(Self.quoted(program))"
  }

  private static func command(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  /// `word` as the shell takes it for one word.
  private static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

extension Child.Ending {
  /// What the compiler says of a program.
  fileprivate func messages(of program: Program) -> [CompilerMessage] {
    CompilerMessage.all(in: String(decoding: errors, as: UTF8.self), of: program)
  }
}
