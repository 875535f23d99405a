extension CalibrationPhrase {
  var english: String {
    switch self {
    case .seed(let seed, let seeds): return "Seed \(seed) of \(seeds)"
    case .bar(let cell, let line, let bar, let mean, let deviation, let margin):
      return "\(cell), line \(line), \(bar): mean \(mean.places(4)), standard deviation \(deviation.places(4)), "
        + "margin \(margin.places(1)) of them"
    case .notMeasured(let cell, let line):
      return "\(cell), line \(line): not measured with every seed. Does the solution pass? See seglab verify."
    case .noPlace(let file, let line):
      return
        "\(file):\(line): write the check behind a dash on a line of its own, so that its calibration can stand below."
    }
  }
}
