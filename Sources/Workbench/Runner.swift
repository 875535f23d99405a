internal import Diagnostics
internal import Foundation
internal import Messages
internal import SegLab

/// What came of running a program.
struct RunResult {
  /// The answer; nil where none came, or none that can be read.
  var answer: Answer?
  /// Why there is none.
  var failure: ProgramPhrase?
  /// The constant that is the reason, where one is.
  var constant: String?
  /// The number of the cell in which the program stopped; nil where it stopped in none.
  var cell: Int?
  /// The number of the call of a function in which it stopped; nil where it stopped in none.
  var call: Int?
  /// The line of the lab that the runtime named when it stopped the program.
  var line: Int?
  /// What was printed, up to the limit.
  var printed = ""
  /// How many bytes more were printed.
  var dropped = 0
}

/// Runs compiled programs in the sandbox, and reads what they hand over.
struct Runner {
  let toolchain: Toolchain
  let sandbox: Sandbox
  let limits: WorkbenchLimits

  /// Runs `program`, which is compiled in the file `path` and reads `input`.
  func run(_ program: Program, compiledAt path: String, input: String) async throws(WorkbenchError) -> RunResult {
    var generator = SystemRandomNumberGenerator()
    let marker = "seglab-" + (0..<2).map { _ in String(generator.next(), radix: 36) }.joined()
    let ending = try await sandbox.running(
      path, input: Array("\(marker)\n\(input)".utf8), runtime: toolchain.runtime, limits: limits.running
    ).run()
    let transcript = Transcript(ending.output, marker: marker)
    var result = RunResult()
    result.printed = TerminalText.harmless(
      String(decoding: transcript.printed.prefix(limits.printedBytes), as: UTF8.self))
    result.dropped = max(0, transcript.printed.count - limits.printedBytes)
    let last = Report(ending.errors, of: program)
    if ending.cause == .exited(0), let bytes = transcript.answer {
      read(bytes, into: &result)
    } else {
      let isTooLong = ending.cause == .overOutput && transcript.answer != nil
      result.failure =
        isTooLong
        ? .answerTooLong(bytes: transcript.answer?.count ?? 0, limit: limits.answerBytes)
        : failure(ending.cause, report: last)
      result.line = last.line
      if transcript.answer == nil { (result.cell, result.call) = (transcript.cell, transcript.call) }
    }
    return result
  }

  private func read(_ bytes: ArraySlice<UInt8>, into result: inout RunResult) {
    do {
      let answer = try JSONDecoder().decode(Answer.self, from: Data(TerminalText.harmless(json: bytes)))
      let layers = answer.networks.values.reduce(0) { $0 + $1.layers.count }
      let largest = answer.networks.max { $0.value.layers.count < $1.value.layers.count }?.key
      if answer.schema != Answer.schema {
        result.failure = .answerUnreadable(place: "schema")
      } else if layers > limits.layers {
        result.failure = .tooManyLayers(count: layers, limit: limits.layers)
        result.constant = largest
      } else if bytes.count > limits.answerBytes {
        result.failure = .answerTooLong(bytes: bytes.count, limit: limits.answerBytes)
        result.constant = largest
      } else {
        result.answer = answer
      }
    } catch {
      (result.failure, result.constant) = Self.reason(error)
    }
  }

  /// A number that JSON cannot hold is written as null: the one fault that a learner's own value can bring about.
  private static func reason(_ error: any Error) -> (ProgramPhrase, constant: String?) {
    switch error {
    case DecodingError.valueNotFound(_, let context), DecodingError.typeMismatch(_, let context):
      // `networks` or `trainings`, the constant, and what it holds.
      let path = Array(context.codingPath.dropFirst())
      return (.valueNotFinite(path: place(path)), path.first?.stringValue)
    case DecodingError.keyNotFound(let key, let context):
      return (.answerUnreadable(place: place(context.codingPath + [key])), nil)
    case DecodingError.dataCorrupted(let context): return (.answerUnreadable(place: place(context.codingPath)), nil)
    default: return (.answerUnreadable(place: ""), nil)
    }
  }

  /// Where in an answer something stands: `networks.fc.layers.2`.
  private static func place(_ path: [any CodingKey]) -> String {
    let words = path.map { key in key.intValue.map { String($0 + 1) } ?? key.stringValue }
    return TerminalText.harmless(String(words.joined(separator: ".").prefix(200)))
  }

  private func failure(_ cause: Child.Ending.Cause, report: Report) -> ProgramPhrase {
    switch cause {
    case .overTime, .silent: return .overTime(seconds: Int(limits.running.wallSeconds))
    case .overOutput: return .overOutput(bytes: limits.running.outputBytes)
    // Bubblewrap says 128 and the signal's number.
    case .signalled(let signal): return stopped(by: signal, report)
    case .exited(let status) where status > 128: return stopped(by: status - 128, report)
    case .exited, .cancelled: return .endedEarly
    }
  }

  private func stopped(by signal: Int32, _ report: Report) -> ProgramPhrase {
    // SIGXCPU, from the limit on processor time.
    if signal == 24 { return .overTime(seconds: limits.running.processorSeconds) }
    if report.isAboutMemory { return .overMemory(bytes: limits.running.addressSpace) }
    return .crashed(signal: Int(signal), words: report.words)
  }

  /// What the runtime says before it stops a program.
  private struct Report {
    /// Its words, without the place.
    var words: String?
    /// The line of the lab that it names.
    var line: Int?

    /// What it says first, by the kind of check that failed.
    private static let marks = ["Fatal error", "Precondition failed", "Assertion failed", "std::bad_alloc"]

    var isAboutMemory: Bool {
      guard let words else { return false }
      return words.contains("failed to allocate") || words.contains("Could not allocate") || words.contains("bad_alloc")
    }

    init(_ errors: [UInt8], of program: Program) {
      let text = String(decoding: errors.prefix(1 << 16), as: UTF8.self)
      for said in text.split(whereSeparator: \.isNewline) {
        guard let mark = Self.marks.lazy.compactMap({ said.range(of: $0) }).first else { continue }
        let rest = said[mark.upperBound...].drop { $0 == ":" || $0 == " " }
        words = TerminalText.harmless(String((rest.isEmpty ? said[mark] : rest).prefix(300)))
        let place = said[..<mark.lowerBound].split(separator: ":")
        if place.count >= 2, place[0].hasSuffix("/" + program.labName) { line = Int(place[1]) }
        return
      }
    }
  }
}
