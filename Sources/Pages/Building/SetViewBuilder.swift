internal import Checking
internal import Datasets
internal import Foundation
internal import Imaging
internal import Messages

/// Makes the view of a data set's page out of the set.
struct SetViewBuilder {
  /// The set.
  let set: ImageMaskSet
  /// What is known of it, a line each.
  let facts: [String]
  /// The language of all words.
  let language: Language

  /// How many images are shown.
  private static let pictureCount = 24
  /// How many rows a table has at most.
  private static let rowLimit = 60
  /// How many bars a chart has at most.
  private static let mostBins = 30

  /// The view.
  func view() -> SetView {
    let summary = SetSummary(of: set)
    let details = SetDetails(of: set)
    let shown = chosen
    let omitted = set.count - shown.count
    let patients = patientRows(details)
    let hasFewSizes = summary.sizes.count <= 8
    return SetView(
      words: SetPageLabel.words(in: language),
      title: set.name, facts: facts, pictures: shown.map(picture),
      omitted: omitted > 0 ? SetPagePhrase.imagesOmitted(count: omitted).text(in: language) : nil,
      numbers: numbers(summary), classes: summary.hasGreyLabels ? nil : SetView.Table(rows: classes(summary)),
      intensities: intensityChart(details), foreground: foregroundChart(details),
      sizes: hasFewSizes ? SetView.Table(rows: shares(summary.sizes.map { ($0.size.description, $0.images) })) : nil,
      sizeCharts: hasFewSizes ? [] : sizeCharts(),
      patients: shares(patients),
      patientsOmitted: details.patients.count > Self.rowLimit && patients.count > 1
        ? SetPagePhrase.patientsOmitted(count: details.patients.count - Self.rowLimit).text(in: language) : nil)
  }

  private func word(_ label: SetPageLabel) -> String { label.text(in: language) }

  /// Images spread evenly over the set.
  private var chosen: [Int] {
    let count = min(set.count, Self.pictureCount)
    return (0..<count).map { (2 * $0 + 1) * set.count / (2 * count) }
  }

  private func picture(_ index: Int) -> SetView.Picture {
    let sample = set.samples[index]
    let scale = UInt32(sample.image.maximum)
    let image = sample.image.samples.map { UInt8((UInt32($0) * 255 + scale / 2) / scale) }
    let least: UInt8 = set.classCount == 256 ? 128 : 1
    let label = sample.label.classes.map { $0 < least ? 0 : set.classCount == 256 ? 1 : $0 }
    let overlay = OverlayPicture(
      Overlay(
        name: sample.id, width: sample.size.width, height: sample.size.height, image: image, label: label,
        prediction: label, dice: 1))
    let words = SetPagePhrase.picture(name: sample.id, share: overlay.counts.labelShare)
    return SetView.Picture(
      source: overlay.labelled.address, width: overlay.width, height: overlay.height, caption: sample.id,
      alternative: words.text(in: language))
  }

  private func numbers(_ summary: SetSummary) -> [SetView.Numbers] {
    func row(_ name: SetPageLabel, _ values: [Double], places: Int) -> SetView.Numbers {
      let texts = values.map { $0.places(places) }
      return SetView.Numbers(name: word(name), least: texts[0], most: texts[1], mean: texts[2], deviation: texts[3])
    }
    func row(_ name: SetPageLabel, _ values: SetSummary.LabelValues, places: Int) -> SetView.Numbers {
      SetView.Numbers(
        name: word(name), least: String(values.minimum), most: String(values.maximum), mean: values.mean.places(places),
        deviation: values.standardDeviation.places(places))
    }
    let image = [summary.minimum, summary.maximum, summary.mean, summary.standardDeviation]
    var rows = [row(.imageValues, image.map { $0 * 255 }, places: 1), row(.imageShares, image, places: 3)]
    rows.append(row(.labelValues, summary.labelValues, places: summary.hasGreyLabels ? 1 : 3))
    if summary.hasGreyLabels { rows.append(row(.binaryValues, summary.binaryLabelValues, places: 3)) }
    return rows
  }

  private func classes(_ summary: SetSummary) -> [SetView.Share] {
    summary.classShares.enumerated().map { id, share in
      let name = id == 0 ? "0 · " + word(.background) : String(id)
      return SetView.Share(name: name, value: (share * 100).places(2) + " %", length: Int((share * 100).rounded()))
    }
  }

  private func shares(_ rows: [(String, Int)]) -> [SetView.Share] {
    let most = max(1, rows.map(\.1).max() ?? 1)
    return rows.map { SetView.Share(name: $0, value: $1.grouped, length: $1 * 100 / most) }
  }

  /// The patients with the number of their images; all in one row where there are many, and that is the same for each.
  private func patientRows(_ details: SetDetails) -> [(String, Int)] {
    guard details.patients.count > 8, Set(details.patients.map(\.images)).count == 1,
      let first = details.patients.first, let last = details.patients.last
    else {
      return details.patients.prefix(Self.rowLimit).map { ($0.patient, $0.images) }
    }
    return [("\(first.patient) … \(last.patient) (\(details.patients.count.grouped))", first.images)]
  }

  private func intensityChart(_ details: SetDetails) -> String {
    let all = Double(max(1, details.intensities.reduce(0, +)))
    return BarChart(
      id: "intensities", title: word(.intensities),
      description: SetPagePhrase.intensityChart(
        darkest: Double(details.intensities[0]) / all, bins: SetDetails.binCount
      ).text(in: language),
      xTitle: word(.intensityAxis), yTitle: word(.pixelsAxis), heights: details.intensities.map { Double($0) / all },
      range: 0...1, isShare: true
    ).svg
  }

  private func foregroundChart(_ details: SetDetails) -> String {
    let most = max(details.foreground.max() ?? 0, 0.001)
    // Bins that begin at round numbers.
    let decade = pow(10, log10(most / Double(Self.mostBins)).rounded(.down))
    let step = [1, 2, 5, 10].map { $0 * decade }.first { most / $0 <= Double(Self.mostBins) } ?? most
    let bins = max(1, Int((most / step).rounded(.up)))
    return histogram(
      id: "foreground", .foreground, details.foreground, over: 0...Double(bins) * step, bins: bins,
      xTitle: .foregroundAxis)
  }

  private func sizeCharts() -> [String] {
    let all: [(String, SetPageLabel, [Int])] = [
      ("widths", .widthAxis, set.samples.map(\.size.width)), ("heights", .heightAxis, set.samples.map(\.size.height)),
    ]
    return all.map { id, axis, values in
      let (low, high) = (values.min() ?? 0, (values.max() ?? 0) + 1)
      // As many whole numbers in each bin.
      let step = (high - low + Self.mostBins - 1) / Self.mostBins
      let bins = (high - low + step - 1) / step
      return histogram(
        id: id, axis, values.map(Double.init), over: Double(low)...Double(low + bins * step), bins: bins, xTitle: axis)
    }
  }

  private func histogram(
    id: String, _ title: SetPageLabel, _ values: [Double], over range: ClosedRange<Double>, bins: Int,
    xTitle: SetPageLabel
  ) -> String {
    var heights = [Double](repeating: 0, count: bins)
    for value in values {
      let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      heights[min(bins - 1, Int(share * Double(bins)))] += 1
    }
    return BarChart(
      id: id, title: word(title),
      description: SetPagePhrase.histogram(least: values.min() ?? 0, most: values.max() ?? 0).text(in: language),
      xTitle: word(xTitle), yTitle: word(.imagesAxis), heights: heights, range: range, isShare: false
    ).svg
  }
}
