internal import Checking
internal import Imaging

/// What other places show where somebody links to a lab: an image, its label and the prediction side by side, 600 x 315 pixels.
struct PreviewPicture {
  private static let (width, height, side, gap) = (600, 315, 178, 16)
  private static let paper: [UInt8] = [21, 24, 28]

  /// The PNG file.
  let file: [UInt8]

  /// - Parameter overlay: the image with its label and prediction.
  init(_ overlay: Overlay) {
    let picture = OverlayPicture(overlay.ofClass1)
    var samples: [UInt8] = []
    samples.reserveCapacity(Self.width * Self.height * 3)
    for _ in 0..<(Self.width * Self.height) { samples += Self.paper }
    let panels = [picture.image, picture.labelled, picture.predicted]
    let left = (Self.width - panels.count * Self.side - (panels.count - 1) * Self.gap) / 2
    // As large as fits, in its own proportions.
    let scale = Double(Self.side) / Double(max(picture.width, picture.height, 1))
    let (across, down) = (
      min(Self.side, max(1, Int(Double(picture.width) * scale))),
      min(Self.side, max(1, Int(Double(picture.height) * scale)))
    )
    for (place, panel) in panels.enumerated() {
      let x0 = left + place * (Self.side + Self.gap) + (Self.side - across) / 2
      let y0 = (Self.height - down) / 2
      for y in 0..<down {
        for x in 0..<across {
          let from = y * panel.height / down * panel.width + x * panel.width / across
          let color = Int(panel.indices[from]) * 3
          let to = ((y0 + y) * Self.width + x0 + x) * 3
          for channel in 0..<3 { samples[to + channel] = panel.palette[color + channel] }
        }
      }
    }
    file = PNGFile.encode(samples, width: Self.width, height: Self.height, layout: .rgb)
  }
}
