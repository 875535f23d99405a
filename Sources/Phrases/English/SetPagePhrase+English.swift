extension SetPagePhrase {
  var english: String {
    switch self {
    case .imagesOmitted(let count): "\(count.grouped) more images are not shown."
    case .patientsOmitted(let count): "\(count.grouped) more patients are not shown."
    case .picture(let name, let share): "\(name); the label covers \(share.percent) of it"
    case .intensityChart(let darkest, let bins):
      "Shares of the pixels in \(bins) equal parts of the intensities; the darkest part holds \(darkest.percent)."
    case .histogram(let least, let most): "Values from \(least.places(3)) to \(most.places(3))."
    }
  }
}
