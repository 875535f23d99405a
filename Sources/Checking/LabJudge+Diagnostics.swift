internal import Datasets
internal import Diagnostics
internal import Experiments
internal import Labs
internal import Messages
internal import Networks
internal import SegLab
internal import Tensors
internal import Workbench

/// What is said of places in a lab, beside the verdicts.
extension LabJudge {
  /// What is likely behind a training where it did not come to what the lab asks for; nil where nothing points to a cause.
  func cause(of report: ExperimentReport, _ plan: PlannedExperiment, _ judged: JudgedAnswer) -> Diagnostic? {
    guard let network = plan.network?.network,
      let training = report.sweep.first(where: \.isBest)?.training ?? plan.trainings.first
    else { return nil }
    let diagnosis = TrainingDiagnosis(
      network: network, training: training, preprocessing: plan.preprocessing, report: report)
    let likely = diagnosis.cause?.diagnostic(judged.places, plan, training: training)
    return likely.map { LineAdvice(judged.lab).written($0) }
  }

  /// That the set of the lab's name is another than the lab was made for; nil where it is that one, is not at hand, or was chosen by name.
  func otherData(_ lab: Lab) -> ReportPhrase? {
    guard options.dataset ?? lab.dataset == lab.dataset, !lab.digests.isEmpty,
      let digest = laboratory.digest(of: lab.dataset), !lab.digests.contains(where: digest.hasPrefix)
    else { return nil }
    return .otherData(name: lab.dataset, digest: String(digest.prefix(12)), known: lab.digests)
  }

  /// What is said of places in the lab, in its order.
  ///
  /// - Parameters:
  ///   - judged: what came of the cells.
  ///   - isSetThere: whether there are images that networks must fit; where not, nothing is said of those that the lab brings along.
  ///   - cells: the verdicts on exercises and questions.
  ///   - functions: lines that mend functions, by name.
  ///   - fitting: what is said of networks whose layers a change of lines makes fit, by constant.
  /// - Returns: the messages.
  func diagnostics(
    _ judged: JudgedAnswer, isSetThere: Bool = true, _ cells: [CellReport] = [],
    _ functions: [String: FunctionEdits.Candidate] = [:], _ fitting: [String: Diagnostic] = [:]
  ) -> [Diagnostic] {
    // The compiler has listed the holes already, each with its column.
    let networks = judged.networks.filter { isAsked($0, judged) && (isSetThere || $0.home?.isExercise ?? true) }
    let advice = LineAdvice(judged.lab)
    // What a check makes of numbers that a comma divides is no advice: the comma is the mistake.
    let divided = judged.outcome.allDiagnostics.filter { message in
      if case .decimalComma? = message.summary as? SlipPhrase { message.severity == .warning } else { false }
    }
    let settings = mended(cells, advice, functions, judged).filter { setting in
      !divided.contains { $0.line == setting.line }
    }
    let mismatches = networks.flatMap { facts in
      fitting[facts.constant].map { [$0] } ?? lacking(facts, advice, judged) ?? facts.diagnostics
    }.filter { message in
      message.severity != .hole && !isSettled(message, by: settings, in: judged.lab)
    }
    let said = judged.outcome.allDiagnostics.filter { !isBeside($0, functions, judged.lab) }
    // A number that a comma divides is one mistake, and not a list that is too long beside it.
    func cause(of mismatch: Diagnostic) -> Diagnostic? {
      guard case .wrongNumberOfDimensions? = mismatch.summary as? NetworkPhrase else { return nil }
      return said.first { $0.line == mismatch.line && $0.severity == .warning && $0.summary is SlipPhrase }
    }
    let causes = mismatches.compactMap(cause)
    let told =
      said.filter { !causes.contains($0) }.map { advice.written(stop($0, mendedBy: functions, judged.lab)) }
      + mismatches.map { mismatch in
        cause(of: mismatch).map {
          Diagnostic(.error, file: $0.file, line: $0.line, column: $0.column, $0.summary, help: $0.help)
        } ?? advice.written(mismatch)
      } + settings
    return told.withNotes.enumerated().sorted {
      ($0.element[0].line, $0.offset) < ($1.element[0].line, $1.offset)
    }
    .flatMap(\.element)
  }

  /// What checks found that one line mends, with that line: of each cell the first, where nothing else is wrong with it.
  private func mended(
    _ cells: [CellReport], _ advice: LineAdvice, _ functions: [String: FunctionEdits.Candidate],
    _ judged: JudgedAnswer
  ) -> [Diagnostic] {
    let lab = judged.lab
    return cells.compactMap { cell -> Diagnostic? in
      guard let check = cell.checks.first(where: { !$0.verdict.isRight }), check.verdict == .notYet,
        check.isHidden != true, let message = check.message
      else { return nil }
      if case .wrong(let name, _, _, _, _)? = message.phrase as? FunctionPhrase, let known = functions[name] {
        return Diagnostic(.error, file: lab.file, line: known.change.line, message.phrase, help: known.help)
      }
      if case .noSuchLayer(_, let layers)? = message.phrase as? CheckPhrase {
        return missing(of: cell.id, among: layers, advice, lab, line: check.line, orElse: check.line)
      }
      // Before the numbers of a layer: what all of them are worked out from.
      if case .shapeDiffers? = message.phrase as? CheckPhrase, let input = otherInput(of: cell.id, judged) {
        return Diagnostic(.error, file: lab.file, line: input.line, input.cause, help: input.help)
      }
      if case .shapeDiffers(let layer, let expected, let measured)? = message.phrase as? CheckPhrase,
        let stride = stride(of: layer, for: expected, insteadOf: measured, judged),
        let (line, help) = advice.change(setting: "stride", to: "\(stride)", of: layer)
      {
        return Diagnostic(.error, file: lab.file, line: line, message.phrase, help: help)
      }
      if let step = missingStep(in: message, judged),
        let (line, help) = advice.missing(step, of: lab.exercises.first { $0.id == cell.id }?.lines)
      {
        return Diagnostic(.error, file: lab.file, line: line, message.phrase, help: help)
      }
      let others = cell.checks.filter {
        $0.verdict == .notYet && $0.isHidden != true && $0.line == check.line && $0.message != message
      }
      return advice.change(mending: message, and: others.compactMap(\.message), at: check.line).map {
        Diagnostic(.error, file: lab.file, line: $0.line, message.phrase, help: $0.help)
      }
    }
  }

  /// The first line of an exercise's network where it takes other images than the solution's does; nil where it takes the same.
  private func otherInput(of cell: String, _ judged: JudgedAnswer) -> NetworkEdits.Candidate? {
    judged.networks.lazy.filter { $0.home?.cell == cell }.compactMap { facts in
      NetworkEdits(in: judged.lab, cell: cell, line: facts.line)?
        .input(as: judged.solution?.images(of: facts.constant)).first
    }.first
  }

  /// The stride with which a layer gives as many rows and columns as the lab asks for, where it has none that does and its channels are right. Only of
  /// the first layer is it known that what arrives is right: behind others the fault may be theirs.
  private func stride(
    of name: String, for expected: String, insteadOf measured: String, _ judged: JudgedAnswer
  ) -> Int? {
    func sides(_ shape: String) -> [Int] { shape.split { "[], ".contains($0) }.compactMap { Int($0) } }
    let (wanted, found) = (sides(expected), sides(measured))
    for facts in judged.networks where facts.home?.isExercise == true {
      guard let layer = facts.layers.first(where: { $0.name == name }), layer.output.dimensions == found,
        let source = facts.layers.first(where: { $0.name == layer.inputs.first }), source.kind == Input.kind,
        case let above = source.output.dimensions, wanted.count == 3, found.count == 3, above.count == 3,
        wanted[2] == found[2], wanted[0] > 0, wanted != found
      else { continue }
      let written = facts.network.layers.first { $0.name == name }
      let padding =
        (written as? Conv2D)?.padding ?? (written as? ConvTranspose2D)?.padding ?? (written as? MaxPool2D)?.padding
      guard padding == .same else { return nil }
      let isUp = layer.kind == ConvTranspose2D.kind
      guard isUp || [Conv2D.kind, MaxPool2D.kind].contains(layer.kind) else { return nil }
      // With padding a window stands on every stride-th pixel.
      let fitting = (1...64).filter { stride in
        zip(above, wanted).prefix(2).allSatisfy { from, to in
          isUp ? from * stride == to : (from + stride - 1) / stride == to
        }
      }
      return fitting.first
    }
    return nil
  }

  /// The step or layer that a message says is not there, as it is to be written.
  private func missingStep(in message: Message, _ judged: JudgedAnswer) -> String? {
    switch message.phrase {
    case SettingPhrase.noPart(let name, _): return name
    case PreprocessingPhrase.greyMasks: return "Threshold()"
    case PreprocessingPhrase.sizesDiffer:
      // As large as what reads them says.
      let inputs = judged.networks.compactMap { facts in
        facts.home?.isExercise == true ? facts.network.layers.first as? Input : nil
      }
      guard let shape = inputs.first?.shape, shape.count == 3, shape.allSatisfy({ $0 > 0 }) else { return nil }
      return "Resize(width: \(shape[1]), height: \(shape[0]), fit: .pad)"
    default: return nil
    }
  }

  /// The line that a preprocessing lacks where an experiment cannot train for want of it; nil where that is not why.
  func lackingStep(_ report: CellReport, _ plan: PlannedExperiment, _ judged: JudgedAnswer) -> Diagnostic? {
    guard let message = report.checks.lazy.compactMap(\.message).first(where: { $0.phrase is PreprocessingPhrase }),
      let step = missingStep(in: message, judged),
      let home = plan.experiment.preprocessing.flatMap({ judged.places.home(of: $0) }), home.isExercise,
      let (line, help) = LineAdvice(judged.lab).missing(
        step, of: judged.lab.exercises.first { $0.id == home.cell }?.lines)
    else { return nil }
    return Diagnostic(.error, file: judged.lab.file, line: line, message.phrase, help: help)
  }

  /// That a network has all layers that are asked for but one, with the line of the one that may be meant, else on that of the one behind it; or that
  /// some of them stand behind the sign of a comment. With more of them missing it is another network, and what does not fit in it is what is wrong
  /// with it.
  private func missing(
    of cell: String, among names: [String], _ advice: LineAdvice, _ lab: Lab, line: Int, orElse other: Int
  ) -> Diagnostic? {
    let asked = lab.wantedLayers(in: cell)
    let absent = asked.indices.filter { !names.contains(asked[$0]) }
    if let found = advice.commentedOut(anyOf: absent.map { asked[$0] }, near: line) {
      return Diagnostic(
        .error, file: lab.file, line: found.line, CheckPhrase.noSuchLayer(layer: found.layer, layers: names),
        help: SlipPhrase.write(found.text))
    }
    guard asked.count > 2, let place = absent.first, let last = absent.last, last - place + 1 == absent.count else {
      return nil
    }
    // Layers that one call of a function makes are missing together, and called alike but for the last sign.
    let stem = String(asked[place].dropLast())
    guard absent.count == 1 || stem.count > 1 && absent.allSatisfy({ asked[$0].dropLast() == stem }) else { return nil }
    let message = CheckPhrase.noSuchLayer(layer: asked[place], layers: names)
    if absent.count == 1, let (line, help) = advice.change(mending: Message(message), at: line) {
      return Diagnostic(.error, file: lab.file, line: line, message, help: help)
    }
    if absent.count == 1,
      let found = NetworkEdits(in: lab, cell: cell, line: line)?.missingLines.first(where: {
        $0.layer == asked[place] && !$0.isGuess
      })
    {
      return Diagnostic(.error, file: lab.file, line: found.before, message, help: found.help)
    }
    let before = place > 0 ? asked[place - 1] : ""
    let after = last + 1 < asked.count ? asked[last + 1] : ""
    if absent.count == 1, let call = LineAdvice.call(making: asked[place]), let own = names.firstIndex(of: before),
      let below = after.isEmpty ? advice.line(behind: before) : advice.line(of: after),
      after.isEmpty ? own == names.count - 1 : names.firstIndex(of: after) == own + 1
    {
      let why = NetworkAdvicePhrase.putBetween(layer: asked[place], after: before, before: after)
      return Diagnostic(
        .error, file: lab.file, line: below, message, help: AdvisedPhrase.insert(call, before: below, why: Message(why))
      )
    }
    return Diagnostic(
      .error, file: lab.file, line: advice.line(of: after.isEmpty ? before : after) ?? other, message,
      help: NetworkAdvicePhrase.putBetween(layer: absent.count == 1 ? asked[place] : stem, after: before, before: after)
    )
  }

  /// That layers fit nowhere because one that the lab asks for is not there; nil where all are there, or what is there fits.
  private func lacking(_ facts: NetworkFacts, _ advice: LineAdvice, _ judged: JudgedAnswer) -> [Diagnostic]? {
    guard let mismatch = facts.mismatch, mismatch.severity == .error, let cell = facts.home?.cell else { return nil }
    switch mismatch.summary as? NetworkPhrase {
    // These say themselves what is missing, or that one is there twice.
    case .nameTwice?, .denseNeedsARow?: return nil
    case .unknownInput(_, let name)?:
      if let found = advice.commentedOut(anyOf: [name], near: mismatch.line) {
        return [
          Diagnostic(
            mismatch.severity, file: mismatch.file, line: found.line, mismatch.summary,
            help: SlipPhrase.write(found.text))
        ]
      }
    default: break
    }
    let names = facts.network.layers.map(\.name)
    return missing(of: cell, among: names, advice, judged.lab, line: facts.line, orElse: mismatch.line).map { [$0] }
  }

  /// Whether what is said of a network comes of a setting that is told: of its memory, of a batch size that the lab does not ask for; of the images
  /// that are made for it, of their size; of channels, of a join above that reads another layer.
  private func isSettled(_ message: Diagnostic, by settings: [Diagnostic], in lab: Lab) -> Bool {
    settings.contains { setting in
      guard case .differs(let part, let label, _, _, _)? = setting.summary as? SettingPhrase else { return false }
      switch message.summary as? NetworkPhrase {
      case .tooMuchMemory?: return label == "batchSize"
      case .preparedImagesDiffer?: return part == "\(Resize.self)"
      case .filterChannels?:
        return label == "of" && setting.line < message.line
          && exercise(at: setting.line, in: lab)?.lines.contains(message.line) ?? false
      default: return false
      }
    }
  }

  /// Whether the compiler wonders about a line of a function whose mistake is known: that a sum never changes, where the line that adds to it is
  /// a comment.
  private func isBeside(_ message: Diagnostic, _ mended: [String: FunctionEdits.Candidate], _ lab: Lab) -> Bool {
    guard message.severity == .warning, let cell = exercise(at: message.line, in: lab) else { return false }
    return mend(in: cell, mended) != nil && cell.body.ranges(of: "func ").count == 1
  }

  /// That the program stopped, with the lines that mend the function in which it did, where they are known.
  private func stop(
    _ message: Diagnostic, mendedBy functions: [String: FunctionEdits.Candidate], _ lab: Lab
  ) -> Diagnostic {
    guard message.summary is ProgramPhrase, message.help == nil, let cell = exercise(at: message.line, in: lab),
      let known = mend(in: cell, functions)
    else { return message }
    return Diagnostic(message.severity, file: message.file, line: known.change.line, message.summary, help: known.help)
  }

  private func exercise(at line: Int, in lab: Lab) -> Lab.Code? { lab.exercises.first { $0.lines.contains(line) } }

  /// What mends a function of a cell.
  private func mend(in cell: Lab.Code, _ mended: [String: FunctionEdits.Candidate]) -> FunctionEdits.Candidate? {
    mended.values.first { cell.lines.contains($0.change.line) }
  }

  /// Whether anything is said of a network: not of scratch work beside one that an experiment trains.
  private func isAsked(_ facts: NetworkFacts, _ judged: JudgedAnswer) -> Bool {
    let trained = Set(judged.lab.experiments.map(\.network))
    if trained.contains(facts.constant) { return true }
    return !judged.networks.contains { $0.home?.cell == facts.home?.cell && trained.contains($0.constant) }
  }
}
