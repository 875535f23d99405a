internal import Datasets
internal import Imaging

/// An image, its label, the prediction and their difference side by side, as a card shows them.
struct CardPicture {
  /// The most pixels on a side of one of the four; larger images are thinned.
  private static let longestSide = 256
  /// The pixels between two of the four.
  private static let gap = 4
  /// How many greys there are, for each of the colours and for none.
  private static let levels = 60
  /// How much of a colour is mixed into a grey, in 256ths.
  private static let part = 140

  /// The image with what a network made of it.
  let image: SeenImages.One

  /// The picture as a PNG file of at most 256 colours.
  var file: [UInt8] {
    let size = image.size
    let step = max(1, (max(size.width, size.height) + Self.longestSide - 1) / Self.longestSide)
    let columns = Array(stride(from: 0, to: size.width, by: step))
    let rows = Array(stride(from: 0, to: size.height, by: step))
    let shades = image.shades
    let colours = [OverlayColour.label, OverlayColour.prediction, OverlayColour.right]
    /// The place of a colour among the paints, from 1; 0 for none.
    func paint(_ colour: [UInt8]?) -> Int { colour.flatMap { colours.firstIndex(of: $0) }.map { $0 + 1 } ?? 0 }
    let panels: [(Int) -> Int] = [
      { _ in 0 },
      { image.label[$0] == 0 ? 0 : paint(OverlayColour.label) },
      { image.prediction[$0] == 0 ? 0 : paint(OverlayColour.prediction) },
      { paint(OverlayColour.difference(label: image.label[$0], prediction: image.prediction[$0])) },
    ]
    let white = UInt8((colours.count + 1) * Self.levels)
    var indices: [UInt8] = []
    indices.reserveCapacity(rows.count * (panels.count * columns.count + (panels.count - 1) * Self.gap))
    for row in rows {
      for (number, panel) in panels.enumerated() {
        if number > 0 { indices += [UInt8](repeating: white, count: Self.gap) }
        for column in columns {
          let pixel = row * size.width + column
          indices.append(UInt8(panel(pixel) * Self.levels + Int(shades[pixel]) * Self.levels / 256))
        }
      }
    }
    return PNGFile.encode(
      indices: indices, width: indices.count / rows.count, height: rows.count, palette: Self.palette(colours))
  }

  /// The greys, each mixed with none and with each of the colours, and white.
  private static func palette(_ colours: [[UInt8]]) -> [UInt8] {
    var palette: [UInt8] = []
    for colour in [nil] + colours.map(Optional.some) {
      for level in 0..<levels {
        let grey = level * 255 / (levels - 1)
        for channel in 0..<3 {
          palette.append(UInt8(colour.map { (grey * (256 - part) + Int($0[channel]) * part) / 256 } ?? grey))
        }
      }
    }
    return palette + [255, 255, 255]
  }
}
