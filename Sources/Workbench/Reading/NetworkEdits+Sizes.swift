internal import Messages
internal import SegLab

/// Sizes of images and strides that do not go together.
extension NetworkEdits {
  /// Convolutions with a stride and the name of a layer that enlarges, as transposed ones.
  var transposed: [Candidate] {
    rows.compactMap { row in
      guard row.call.name == "Conv2D",
        ["up", "deconv", "tconv"].contains(where: { row.name.lowercased().hasPrefix($0) }),
        row.call.arguments.contains(where: { $0.label == "stride" && number($0) != 1 })
      else { return nil }
      let edit = page.text.replace(row.call.callee, by: "ConvTranspose2D")
      return candidate([edit], on: row, .notTransposed(layer: row.name))
    }
  }

  /// Images as large as the strides can halve, where what the learner's `Resize` makes is not.
  func resized(for mismatch: any Phrase) -> [Candidate] {
    guard let input = rows.first(where: { $0.call.name == "Input" && $0.call.isOnOneLine }),
      let shape = list("shape", of: input), shape.count == 3,
      let label = input.call.arguments.first(where: { $0.label == "shape" })
    else { return [] }
    let size: [Int]
    switch mismatch as? NetworkPhrase {
    case .preparedImagesDiffer(_, let images)? where images.count >= 2: size = Array(images[..<2])
    case .sizesDiffer?: size = Array(shape[..<2])
    default: return []
    }
    guard let factor = scale, factor > 1, size.contains(where: { $0 % factor != 0 }),
      size.allSatisfy({ 1...1_000_000 ~= $0 })
    else {
      return []
    }
    let better = size.map { max(1, ($0 + factor / 2) / factor) * factor }
    for other in advice.pages {
      for call in LineAdvice.calls(in: other.text) where call.name == "Resize" && call.isOnOneLine {
        guard let height = call.arguments.first(where: { $0.label == "height" }),
          let width = call.arguments.first(where: { $0.label == "width" }),
          other.text.text(height.value) == "\(size[0])",
          other.text.text(width.value) == "\(size[1])"
        else { continue }
        let row = other.text.tokens[call.range.lowerBound].line
        let resized = other.text.applying([
          other.text.replace(height.value, by: "\(better[0])"), other.text.replace(width.value, by: "\(better[1])"),
        ])[row].trimmed
        let read = page.text.applying([page.text.replace(label.value, by: (better + [shape[2]]).asShape)])[input.index]
          .trimmed
        let own = LineChange(other.line + row, through: other.line + row, resized)
        let its = LineChange(page.line + input.index, through: page.line + input.index, read)
        let isSame = page.text.lines[input.index].trimmed == read
        return [
          Candidate(
            changes: [own, its].sorted { $0.line > $1.line }, line: own.line,
            cause: .sizeUneven(size: size, by: factor),
            help: isSame ? SlipPhrase.write(resized) : SlipPhrase.writeLikewise(resized, others: [its]))
        ]
      }
    }
    return []
  }

  /// The layer above, giving as many values or channels as the one that does not fit takes.
  func outputs(for mismatch: any Phrase, at line: Int) -> [Candidate] {
    guard let cause = mismatch as? NetworkPhrase, let place = place(at: line), place > 0 else { return [] }
    let wanted: Int
    switch cause {
    case .denseInputs(_, let weights, _, _) where weights.count == 2: wanted = weights[0]
    case .filterChannels(_, let filter, _, _) where filter.count == 4: wanted = filter[2]
    default: return []
    }
    let channels = channels()
    for above in (1..<place).reversed() {
      let row = rows[above]
      // Of what a join lays side by side, the layer right above it is the one to change.
      if row.call.name == "Concat" {
        guard let sum = channels[above], let own = channels[above - 1] else { return [] }
        return outputs(wanted - (sum - own), of: rows[above - 1], cause)
      }
      guard row.isHelper || ["Dense", "Conv2D", "ConvTranspose2D"].contains(row.call.name) else { continue }
      return outputs(wanted, of: row, cause)
    }
    return []
  }

  private func outputs(_ number: Int, of row: Row, _ cause: NetworkPhrase) -> [Candidate] {
    guard (1...Self.mostChannels).contains(number), row.call.isOnOneLine else { return [] }
    let list = row.call.arguments.first { ["weights", "filter"].contains($0.label) }
    let last = row.isHelper ? row.call.arguments.last?.value : list.flatMap { page.text.items(ofList: $0.value)?.last }
    guard let last, last.count == 1, page.text.text(last) != "\(number)" else { return [] }
    var found = candidate([page.text.replace(last, by: "\(number)")], on: row, cause)
    found.isForAll = true
    return [found]
  }

  /// Two strides of which one is too large by as much as another is too small.
  func strides(for mismatch: any Phrase) -> [Candidate] {
    guard case .sizesDiffer? = mismatch as? NetworkPhrase else { return [] }
    let all = rows.filter { ["MaxPool2D", "Conv2D"].contains($0.call.name) && $0.call.isOnOneLine }.compactMap { row in
      stride(of: row).map { (row: row, stride: $0) }
    }
    var found: [Candidate] = []
    for (place, one) in all.enumerated() {
      for other in all[(place + 1)...] where one.stride != other.stride && one.row.call.name == other.row.call.name {
        let product = one.stride.multipliedReportingOverflow(by: other.stride)
        guard !product.overflow, let middle = (2...16).first(where: { $0 * $0 == product.partialValue }),
          let first = strided(one.row, middle), let second = strided(other.row, middle)
        else { continue }
        found.append(
          Candidate(
            changes: [second, first], line: first.line,
            cause: .stridesCancel(first: one.row.name, second: other.row.name, stride: middle),
            help: SlipPhrase.writeLikewise(first.text, others: [second])))
      }
    }
    return Array(found.prefix(3))
  }

  /// The line of a layer with another stride.
  private func strided(_ row: Row, _ stride: Int) -> LineChange? {
    guard case .write(let line, let text)? = advice.set([("stride", "\(stride)")], in: row.call, page) else {
      return nil
    }
    return LineChange(line, through: line, text.trimmed)
  }

  /// The stride of a layer that may make maps smaller, as it is written or where nothing is; nil for another.
  private func stride(of row: Row) -> Int? {
    ["MaxPool2D": 2, "AveragePool2D": 2, "Conv2D": 1][row.call.name].map { usual in
      row.call.arguments.first { $0.label == "stride" }.flatMap(number) ?? usual
    }
  }

  /// How many times smaller the lines down to the first that makes maps larger make them; nil where a stride is none.
  private var scale: Int? {
    var scale = 1
    for row in rows.prefix(while: { !["ConvTranspose2D", "Upsample"].contains($0.call.name) }) {
      guard let stride = stride(of: row) else { continue }
      let product = scale.multipliedReportingOverflow(by: stride)
      guard (1...1_000).contains(stride), !product.overflow else { return nil }
      scale = product.partialValue
    }
    return scale
  }
}
