/// An image with the outlines of its label, its prediction and what differs.
///
/// The label is blue and the prediction orange, two colours that stay apart for every kind of colour vision; in the difference blue
/// is what was missed, orange what was invented, and near-white what was right.
public struct OverlayPicture {
  /// The most pixels on a side that are shown; larger images are thinned.
  public static let longestSide = 256

  /// How many pixels of an image are what.
  public struct Counts: Equatable, Sendable {
    /// In both label and prediction, with one class.
    public private(set) var right = 0
    /// In the label, with no or another class in the prediction.
    public private(set) var missed = 0
    /// In the prediction alone.
    public private(set) var invented = 0
    /// The share of the image that the label covers.
    public let labelShare: Double
    /// The share of the image that the prediction covers.
    public let predictionShare: Double

    fileprivate init(label: [UInt8], prediction: [UInt8]) {
      for (wanted, found) in zip(label, prediction) where wanted != 0 || found != 0 {
        if wanted == found { right += 1 } else if wanted != 0 { missed += 1 } else { invented += 1 }
      }
      let all = Double(max(1, label.count))
      labelShare = Double(label.count { $0 != 0 }) / all
      predictionShare = Double(prediction.count { $0 != 0 }) / all
    }
  }

  /// What a pixel is painted with: a colour, and how much of it in 256ths.
  private typealias Paint = (colour: [UInt8], part: Int)

  /// Pixels in a row of the pictures.
  public let width: Int
  /// Rows of the pictures.
  public let height: Int
  /// How many pixels of the whole image are what.
  public let counts: Counts
  private let grey: [UInt8]
  private let label: [UInt8]
  private let prediction: [UInt8]

  /// - Parameters:
  ///   - width: pixels in a row of the image.
  ///   - height: rows of the image.
  ///   - image: the intensity of each pixel, 0…255.
  ///   - label: the class of each pixel in the label.
  ///   - prediction: the class of each pixel in the prediction.
  public init(width: Int, height: Int, image: [UInt8], label: [UInt8], prediction: [UInt8]) {
    let count = width * height
    for (name, values) in [("image", image), ("label", label), ("prediction", prediction)] {
      precondition(
        values.count == count, "\(width) x \(height) pixels need as many values in the \(name), not \(values.count)")
    }
    let step = max(1, (max(width, height) + Self.longestSide - 1) / Self.longestSide)
    let columns = Array(stride(from: 0, to: width, by: step))
    let rows = Array(stride(from: 0, to: height, by: step))
    func thinned(_ values: [UInt8]) -> [UInt8] {
      step == 1 ? values : rows.flatMap { row in columns.map { values[row * width + $0] } }
    }
    counts = Counts(label: label, prediction: prediction)
    self.width = columns.count
    self.height = rows.count
    grey = thinned(image)
    self.label = thinned(label)
    self.prediction = thinned(prediction)
  }

  /// The image alone.
  public var image: IndexedPicture { painted(levels: 256, paints: []) { _ in 0 } }

  /// The image as it lies under an outline on a page: as many pixels and greys as can be told apart in a picture of that size. The noise of
  /// the others is most of an image's bytes.
  public var backdrop: IndexedPicture {
    let share = min(1, Double(Self.backdropSide) / Double(max(width, height, 1)))
    let (columns, rows) = (max(1, Int(Double(width) * share)), max(1, Int(Double(height) * share)))
    let values =
      columns == width && rows == height
      ? grey
      : Resampling.resize(
        grey.map(Float.init), across: Resampling(from: width, to: columns), down: Resampling(from: height, to: rows)
      ).map { UInt8(max(0, min(255, $0.rounded()))) }
    return IndexedPicture(
      width: columns, height: rows, indices: values.map { UInt8(Int($0) * Self.backdropGreys / 256) },
      palette: (0..<Self.backdropGreys).flatMap { level in
        [UInt8](repeating: UInt8(level * 255 / (Self.backdropGreys - 1)), count: 3)
      })
  }

  /// The most pixels on a side of a picture that lies under an outline.
  private static let backdropSide = 192
  /// How many greys it has.
  private static let backdropGreys = 20

  /// The image with the label's area tinted and outlined.
  public var labelled: IndexedPicture { outlined(label, OverlayColour.label) }

  /// The image with the prediction's area tinted and outlined.
  public var predicted: IndexedPicture { outlined(prediction, OverlayColour.prediction) }

  /// Pixels of one kind.
  public enum Area: Sendable {
    /// Those that the label does not call background.
    case label
    /// Those that the prediction does not call background.
    case prediction
    /// Those that both call the same, and not background.
    case right
    /// Those of the label that the prediction calls something else.
    case missed
    /// Those that the prediction alone does not call background.
    case invented

    /// What it is painted in.
    fileprivate var colour: [UInt8] {
      switch self {
      case .label, .missed: OverlayColour.label
      case .prediction, .invented: OverlayColour.prediction
      case .right: OverlayColour.right
      }
    }

    fileprivate func holds(_ label: UInt8, _ prediction: UInt8) -> Bool {
      switch self {
      case .label: label != 0
      case .prediction: prediction != 0
      case .right: label != 0 && label == prediction
      case .missed: label != 0 && label != prediction
      case .invented: label == 0 && prediction != 0
      }
    }
  }

  /// What an area is drawn as.
  public enum Drawing: Equatable, Sendable {
    /// The path of its outline; empty where it has no pixel.
    case outline(String)
    /// Its pixels, each as wide and high as so many of the picture's.
    case pixels(IndexedPicture, scale: Int)
  }

  /// An area as its outline; as its pixels where that has more than a few corners: noise has one at every pixel, and its outline takes ten
  /// times the bytes.
  ///
  /// - Parameters:
  ///   - area: the area.
  ///   - mostBytes: the most bytes of a file of pixels; one with more is thinned.
  /// - Returns: what to draw.
  public func drawing(of area: Area, mostBytes: Int = 800) -> Drawing {
    let mask = zip(label, prediction).map { area.holds($0, $1) }
    if let outline = MaskOutline(mask, width: width, mostCorners: Self.mostCorners) { return .outline(outline.path) }
    var thin = ThinnedMask(mask, width: width)
    while true {
      let picture = thin.picture(in: area.colour)
      if picture.width < 8 || picture.file.count <= mostBytes { return .pixels(picture, scale: thin.step) }
      thin.halve()
    }
  }

  /// The outline of an area as the path of a picture, thinned until it has no more than a few corners; empty where it has no pixel.
  public func outline(of area: Area) -> String {
    var thin = ThinnedMask(zip(label, prediction).map { area.holds($0, $1) }, width: width)
    while true {
      if let outline = MaskOutline(thin.mask, width: thin.width, mostCorners: Self.mostCorners, scale: thin.step) {
        return outline.path
      }
      thin.halve()
    }
  }

  /// The most corners of an outline.
  static let mostCorners = 300

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
