internal import Diagnostics
internal import Foundation
internal import Labs
internal import Messages
internal import SegLab

/// The work on one lab: compile, run, and leave out what is broken until the rest stands.
struct AnswerBuilder {
  let lab: Lab
  let compiler: Compiler
  private let runner: Runner
  private let limits: WorkbenchLimits
  private let start = ProcessInfo.processInfo.systemUptime

  /// The cells, and by the same numbers what became of each.
  let cells: [Cell]
  var outcomes: [CellOutcome]
  /// The numbers of the cells that are left out.
  var leftOut: Set<Int> = []
  /// The numbers of the cells whose holes the compiler has listed.
  private var compiled: Set<Int> = []
  /// The constants that the compiler could not hand over.
  private(set) var refused: Set<String> = []
  /// What was read in the cells that do not compile, on its way through the compiler.
  var readings: [Int: ReadingTrial] = [:]
  /// The functions to try.
  let wantedCalls: [FunctionCall]
  /// The call in which the program stopped, by function.
  private(set) var stoppedCalls: [String: Int] = [:]
  /// What the lab trains.
  let wanted: [WantedConstant]
  private let advice: Advice

  private var result = RunResult()
  private var failure: ProgramPhrase?

  /// - Parameters:
  ///   - lab: the lab.
  ///   - cells: those of its cells that are compiled, in order.
  ///   - calls: the functions to try.
  ///   - compiler: compiles programs.
  ///   - runner: runs them.
  ///   - limits: what all of it may use.
  init(
    lab: Lab, cells: [Cell], calls: [FunctionCall], compiler: Compiler, runner: Runner, limits: WorkbenchLimits
  ) {
    wantedCalls = calls
    self.lab = lab
    self.compiler = compiler
    self.runner = runner
    self.limits = limits
    self.cells = cells
    outcomes = cells.map { CellOutcome($0) }
    wanted = WantedConstant.all(in: lab)
    advice = Advice(names: cells.reduce(into: Set()) { $0.formUnion($1.scan.names.union($1.scan.locals)) })
  }

  /// Does the work.
  mutating func outcome() async throws(WorkbenchError) -> Outcome {
    refuse()
    try await checkForms()
    try await settle()
    try await takeReadings()
    for number in cells.indices {
      if !compiled.contains(number) {
        outcomes[number].holes = cells[number].scan.holes.map { hole(at: $0, in: cells[number]) }
      }
      if outcomes[number].state == .ready, !outcomes[number].holes.isEmpty { outcomes[number].state = .holes }
    }
    let homeless = nameMissingConstants(answer: result.answer)
    var remarks: [any Phrase] = []
    if let remark = compiler.sandbox.remark { remarks.append(remark) }
    if let remark = compiler.cache.remark { remarks.append(remark) }
    if result.dropped > 0 { remarks.append(ProgramPhrase.moreWasPrinted(bytes: result.dropped)) }
    // What is left out made nothing, whatever stands in its text.
    let makers = kept.map(\.cell) + cells.indices.filter { leftOut.contains($0) }.map { cells[$0] }
    return Outcome(
      answer: result.answer, homes: ConstantHome.all(of: result.answer, in: makers), functions: replies(result.answer),
      cells: outcomes, failure: failure, diagnostics: homeless, printed: result.printed, remarks: remarks,
      sandbox: compiler.sandbox.kind, seconds: elapsed)
  }

  private var elapsed: Double { ProcessInfo.processInfo.systemUptime - start }

  /// The cells that are still in, with their numbers.
  var kept: [(number: Int, cell: Cell)] {
    cells.indices.filter { !leftOut.contains($0) }.map { ($0, cells[$0]) }
  }

  /// Leaves out the cells that hold what no cell may.
  private mutating func refuse() {
    for (number, cell) in cells.enumerated() where !cell.scan.rejections.isEmpty {
      leaveOut(number, as: .broken)
      outcomes[number].errors = cell.scan.rejections.map { rejection in
        let (summary, help): (WorkbenchPhrase, WorkbenchPhrase) =
          switch rejection.what {
          case .module(let name): (.otherModule(name), .dropImport)
          case .sourceLocation: (.sourceLocation, .dropLine)
          case .attribute(let name): (.attribute(name), .dropLine)
          case .name(let name): (.reservedName(name), .chooseName)
          }
        return Diagnostic(
          .error, file: lab.file, line: cell.line + rejection.place.line, column: rejection.place.column, summary,
          help: help)
      }
    }
  }

  /// Shows each cell that seems not to end what it begins to the compiler alone, where it cannot swallow the others.
  private mutating func checkForms() async throws(WorkbenchError) {
    for (number, cell) in kept where !cell.scan.isBalanced {
      switch try await compiler.parse(Program(alone: cell)) {
      case .mistakes(let messages):
        let behind = cell.range.upperBound + 1
        let merged = MergedMistakes.find(in: messages)
        let told = messages.enumerated().filter { merged?.dropped.contains($0.offset) != true }
        let errors = told.map { index, message in
          diagnostic(
            message.file == .lab ? message : message.moved(to: behind), in: cell,
            help: merged?.kept == index ? merged?.help : nil)
        }
        guard errors.contains(where: { $0.severity == .error }) else { continue }
        read(number, told.map(\.element))
        leaveOut(number, as: .broken)
        outcomes[number].errors = errors
      case .failed(let phrase): stop(number, phrase, line: nil)
      case .program: preconditionFailure("parsing alone makes no program")
      }
    }
  }

  /// Compiles and runs what is left until nothing more has to be left out.
  private mutating func settle() async throws(WorkbenchError) {
    // Each round leaves out a cell or gives up a constant, or is the last.
    while !kept.isEmpty {
      guard elapsed < limits.totalSeconds else {
        failure = .overTime(seconds: Int(limits.totalSeconds))
        return
      }
      let program = Program(cells: kept, constants: constants, calls: calls)
      switch try await compiler.compile(program) {
      case .failed(let phrase):
        guard let number = try await culprit() else {
          failure = phrase
          return
        }
        stop(number, phrase, line: nil)
      case .mistakes(let messages):
        if leaveOut(messages.filter { $0.severity != .warning }) { continue }
        let given = messages.compactMap { $0.severity == .error ? program.constant(of: $0) : nil }
        guard !given.isEmpty else {
          failure = .notCompiled(words: messages.first { $0.severity == .error }?.text ?? "")
          return
        }
        refused.formUnion(given)
      case .program(let path, let messages):
        take(messages)
        result = try await runner.run(program, compiledAt: path, input: FunctionInputs.text(of: inputs(of: program)))
        result.answer?.keep(program.constants)
        guard let reason = result.failure else { return }
        if let number = result.call, let function = program.calls.last(where: { $0.cell == result.cell })?.function {
          stoppedCalls[function] = number
        }
        let maker = result.constant.flatMap { self.maker(of: $0) }
        guard let number = result.cell ?? maker?.number, kept.contains(where: { $0.number == number }) else {
          failure = reason
          return
        }
        stop(number, reason, line: result.line ?? maker?.line)
      }
    }
  }

  private func inputs(of program: Program) -> [(function: String, calls: [[Value]])] {
    program.calls.compactMap { call in
      wantedCalls.first { $0.function == call.function }.map { (call.function, $0.inputs) }
    }
  }

  /// The number of the first cell with which the compiler comes to no end; nil where there is only one to blame it on.
  private func culprit() async throws(WorkbenchError) -> Int? {
    let all = kept
    guard all.count > 1 else { return all.first?.number }
    for count in 1..<all.count where elapsed < limits.totalSeconds {
      let program = Program(cells: Array(all.prefix(count)), constants: [])
      if case .failed = try await compiler.compile(program) { return all[count - 1].number }
    }
    return elapsed < limits.totalSeconds ? all.last?.number : nil
  }

  /// What the program hands over: what the lab trains, and every constant that a cell makes for all.
  private var constants: [String] {
    let inPlay = kept.map(\.cell.scan)
    let isSure = inPlay.allSatisfy(\.isBalanced)
    let named = wanted.map(\.name).filter { name in !isSure || inPlay.contains { $0.words.contains(name) } }
    var seen = refused
    let all = (named + inPlay.flatMap { $0.constants.map(\.name) }).filter {
      Program.isName($0) && seen.insert($0).inserted
    }
    return Array(all.prefix(limits.constants))
  }

  mutating func leaveOut(_ number: Int, as state: CellOutcome.State) {
    leftOut.insert(number)
    outcomes[number].state = state
  }

  /// Takes the holes and warnings of the cells that compiled.
  private mutating func take(_ messages: [CompilerMessage]) {
    for (number, cell) in kept {
      compiled.insert(number)
      let own = messages.filter { $0.file == .lab && self.number(ofLine: $0.line) == number }
      outcomes[number].holes = own.filter(\.isHole).map { hole(at: place(of: $0, in: cell), in: cell) }
      outcomes[number].warnings = doubts(about: cell)
      // What the compiler wonders about where nothing changes what was to change follows from that, and of a space of another kind it
      // says no more than was said.
      let isExplained = outcomes[number].warnings.contains { ($0.summary as? SlipPhrase)?.leavesUnchanged ?? false }
      let said = Set(outcomes[number].warnings.map(\.line))
      outcomes[number].warnings += own.filter { message in
        message.severity == .warning && !message.isHole
          && !(isExplained && ["was never mutated", "result of operator"].contains(where: message.text.contains))
          && !(message.text.contains("non-breaking space") && said.contains(message.line))
      }.map { diagnostic($0, in: cell) }
    }
  }

  /// Leaves out the cell in which the program stopped. Where holes may be the cause, they alone are the message.
  private mutating func stop(_ number: Int, _ reason: ProgramPhrase, line: Int?) {
    let cell = cells[number]
    guard outcomes[number].holes.isEmpty else { return leaveOut(number, as: .holes) }
    let source = kept.first { $0.number < number && !outcomes[$0.number].holes.isEmpty && cell.uses($0.cell) }
    if let source { return leaveOut(number, as: .blocked(by: source.cell.id)) }
    leaveOut(number, as: .stopped(reason))
    let place = line.flatMap { cell.range.contains($0) ? $0 : nil } ?? cell.line
    outcomes[number].stop = Diagnostic(.error, file: lab.file, line: place, reason)
  }
}

extension AnswerBuilder {
  /// The cell, among those still in, that makes a constant for all, and the line where it does.
  func maker(of constant: String) -> (number: Int, line: Int)? {
    for (number, cell) in cells.enumerated() where !leftOut.contains(number) {
      if let made = cell.scan.constants.first(where: { $0.name == constant }) {
        return (number, cell.line + made.place.line)
      }
    }
    return nil
  }

  /// The number of the cell, among those still in, that a line of the lab belongs to.
  func number(ofLine line: Int) -> Int? {
    cells.indices.last { !leftOut.contains($0) && cells[$0].line <= line }
  }

  private func place(of message: CompilerMessage, in cell: Cell) -> CellScan.Place {
    // What is missing at a cell's end the compiler reports behind it, where the learner has nothing to look at.
    guard message.line > cell.range.upperBound, let last = cell.lines.last else {
      return CellScan.Place(line: message.line - cell.line, column: message.column)
    }
    return CellScan.Place(line: cell.lines.count - 1, column: last.utf8.count + 1)
  }

  /// - Parameters:
  ///   - message: the compiler's message.
  ///   - cell: the cell that it is about.
  ///   - help: what to try; nil for what is known of the message's words.
  /// - Returns: the message on the lab's own line.
  func diagnostic(_ message: CompilerMessage, in cell: Cell, help: WorkbenchPhrase? = nil) -> Diagnostic {
    let place = place(of: message, in: cell)
    let line = cell.lines.indices.contains(place.line) ? cell.lines[place.line] : ""
    let severity: Diagnostic.Severity =
      switch message.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    // The compiler names the first byte of a sign that has several.
    let sign = String(decoding: line.utf8.dropFirst(max(0, place.column - 1)), as: UTF8.self).first { $0 != "\u{FFFD}" }
    let words = message.text.replacing("\u{FFFD}", with: sign.map(String.init) ?? "")
    return Diagnostic(
      severity, file: lab.file, line: cell.line + place.line, column: place.column, CompilerPhrase.said(words),
      help: message.severity == .error
        ? help ?? advice.help(for: message.text, on: line, column: place.column) : nil)
  }

  private func hole(at place: CellScan.Place, in cell: Cell) -> Diagnostic {
    Diagnostic(
      .hole, file: lab.file, line: cell.line + place.line, column: place.column, WorkbenchPhrase.hole,
      help: WorkbenchPhrase.fillHole)
  }

  /// The lab's file, as the reader knows it.
  var file: String { lab.file }
  /// The lab's blocks, in order.
  var blocks: [Lab.Block] { lab.blocks }
}
