internal import Checking
internal import Foundation
internal import Imaging

/// An image with the outlines of its label, its prediction and what differs.
///
/// The label is blue and the prediction orange, two colours that stay apart for every kind of colour vision; in the difference blue
/// is what was missed, orange what was invented, and near-white what was right.
struct OverlayPicture {
  /// The most pixels on a side that are shown; larger images are thinned.
  static let longestSide = 256

  /// How many pixels of an image are what.
  struct Counts: Equatable {
    /// In both label and prediction, with one class.
    private(set) var right = 0
    /// In the label, with no or another class in the prediction.
    private(set) var missed = 0
    /// In the prediction alone.
    private(set) var invented = 0
    /// The share of the image that the label covers.
    let labelShare: Double
    /// The share of the image that the prediction covers.
    let predictionShare: Double

    fileprivate init(_ overlay: Overlay) {
      for (wanted, found) in zip(overlay.label, overlay.prediction) where wanted != 0 || found != 0 {
        if wanted == found { right += 1 } else if wanted != 0 { missed += 1 } else { invented += 1 }
      }
      let all = Double(max(1, overlay.label.count))
      labelShare = Double(overlay.label.count { $0 != 0 }) / all
      predictionShare = Double(overlay.prediction.count { $0 != 0 }) / all
    }
  }

  /// What a pixel is painted with: a colour, and how much of it in 256ths.
  private typealias Paint = (colour: [UInt8], part: Int)

  /// Pixels in a row of the pictures.
  let width: Int
  /// Rows of the pictures.
  let height: Int
  /// How many pixels of the whole image are what.
  let counts: Counts
  private let grey: [UInt8]
  private let label: [UInt8]
  private let prediction: [UInt8]

  /// - Parameter overlay: an image with its label and prediction.
  init(_ overlay: Overlay) {
    let count = overlay.width * overlay.height
    for (name, values) in [("image", overlay.image), ("label", overlay.label), ("prediction", overlay.prediction)] {
      precondition(
        values.count == count,
        "\(overlay.width) x \(overlay.height) pixels need as many values in the \(name), not \(values.count)")
    }
    let step = max(1, (max(overlay.width, overlay.height) + Self.longestSide - 1) / Self.longestSide)
    let columns = Array(stride(from: 0, to: overlay.width, by: step))
    let rows = Array(stride(from: 0, to: overlay.height, by: step))
    func thinned(_ values: [UInt8]) -> [UInt8] {
      step == 1 ? values : rows.flatMap { row in columns.map { values[row * overlay.width + $0] } }
    }
    counts = Counts(overlay)
    width = columns.count
    height = rows.count
    grey = thinned(overlay.image)
    label = thinned(overlay.label)
    prediction = thinned(overlay.prediction)
  }

  /// The image alone.
  var image: IndexedPicture { painted(levels: 256, paints: []) { _ in 0 } }

  /// The image as it lies under an outline on a page: as many pixels and greys as can be told apart in a picture of that size. The noise of
  /// the others is most of an image's bytes.
  var backdrop: IndexedPicture {
    let share = min(1, Double(Self.backdropSide) / Double(max(width, height, 1)))
    let (columns, rows) = (max(1, Int(Double(width) * share)), max(1, Int(Double(height) * share)))
    let values =
      columns == width && rows == height
      ? grey
      : Resampling.resize(
        grey.map(Float.init), across: Resampling(from: width, to: columns), down: Resampling(from: height, to: rows)
      ).map { UInt8(max(0, min(255, $0.rounded()))) }
    let step = 256 / Self.backdropGreys
    return IndexedPicture(
      width: columns, height: rows, indices: values.map { $0 / UInt8(step) },
      palette: (0..<Self.backdropGreys).flatMap { level in
        [UInt8](repeating: UInt8(level * 255 / (Self.backdropGreys - 1)), count: 3)
      })
  }

  /// The most pixels on a side of a picture that lies under an outline.
  private static let backdropSide = 192
  /// How many greys it has.
  private static let backdropGreys = 32

  /// The image with the label's area tinted and outlined.
  var labelled: IndexedPicture { outlined(label, OverlayColour.label) }

  /// The image with the prediction's area tinted and outlined.
  var predicted: IndexedPicture { outlined(prediction, OverlayColour.prediction) }

  /// The outline of the pixels where `isIn` holds for the classes of label and prediction.
  func outline(
    mostCorners: Int = MaskOutline.mostCorners, where isIn: (_ label: UInt8, _ prediction: UInt8) -> Bool
  ) -> String {
    MaskOutline(zip(label, prediction).map(isIn), width: width, mostCorners: mostCorners).path
  }

  private func outlined(_ classes: [UInt8], _ colour: [UInt8]) -> IndexedPicture {
    painted(levels: 64, paints: [(colour, 110), (colour, 240)]) { index in
      let own = classes[index]
      guard own != 0 else { return 0 }
      let (x, y) = (index % width, index / width)
      let isInside =
        x > 0 && x < width - 1 && y > 0 && y < height - 1 && classes[index - 1] == own && classes[index + 1] == own
        && classes[index - width] == own && classes[index + width] == own
      return isInside ? 1 : 2
    }
  }

  /// The image in `levels` greys, each mixed with each of the paints: at most 256 colours in all.
  ///
  /// - Parameters:
  ///   - levels: how many greys there are: 256 divided by the number of paints and one, or fewer.
  ///   - paints: the colours to mix in.
  ///   - choice: 0 for a pixel without paint, or which of the paints it has, from 1.
  /// - Returns: the picture.
  private func painted(levels: Int, paints: [Paint], _ choice: (Int) -> Int) -> IndexedPicture {
    let step = 256 / levels
    let unpainted: Paint = (OverlayColour.right, 0)
    var palette: [UInt8] = []
    for (colour, part) in [unpainted] + paints {
      for level in 0..<levels {
        let grey = level * step
        for channel in colour { palette.append(UInt8((grey * (256 - part) + Int(channel) * part) / 256)) }
      }
    }
    let indices = grey.indices.map { UInt8(choice($0) * levels + Int(grey[$0]) / step) }
    return IndexedPicture(width: width, height: height, indices: indices, palette: palette)
  }
}

/// A picture of at most 256 colours.
struct IndexedPicture: Equatable {
  /// Pixels in a row.
  let width: Int
  /// Rows.
  let height: Int
  /// The place of each pixel's colour in the palette, row after row.
  let indices: [UInt8]
  /// Red, green and blue of each colour.
  let palette: [UInt8]

  /// The picture as a PNG file.
  var file: [UInt8] { PNGFile.encode(indices: indices, width: width, height: height, palette: palette) }

  /// The picture as an address that holds it: a PNG file.
  var address: String { "data:image/png;base64," + Data(file).base64EncodedString() }
}

extension OverlayPicture {
  /// The picture on a page: the image, and what is drawn over it.
  ///
  /// - Parameters:
  ///   - file: the image's file.
  ///   - words: what it shows, for who does not see it.
  ///   - name: more classes, with a blank before them.
  ///   - pictures: where the image goes.
  ///   - content: what is drawn over it.
  /// - Returns: the element.
  func svg(
    _ file: [UInt8], _ words: String, class name: String = "", in pictures: DrawnPictures, _ content: String
  ) -> String {
    """
    <svg class="picture\(name)" viewBox="0 0 \(width) \(height)" role="img" \
    aria-label="\(InertText.html(words))">\(pictures.image(file, width: width, height: height))\(content)</svg>
    """
  }

  /// An area over the image; nothing where its outline is empty.
  static func area(_ outline: String, _ name: String) -> String {
    outline.isEmpty ? "" : "<path class=\"area \(name)\" d=\"\(outline)\"/>"
  }
}
