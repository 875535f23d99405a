internal import Checking
internal import Imaging
internal import Markup

extension OverlayPicture {
  /// - Parameter overlay: an image with its label and prediction.
  init(_ overlay: Overlay) {
    self.init(
      width: overlay.width, height: overlay.height, image: overlay.image, label: overlay.label,
      prediction: overlay.prediction)
  }
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

  /// An area over the image, with the class `name`; nothing where it has no pixel.
  ///
  /// - Parameters:
  ///   - area: the area.
  ///   - name: its class.
  ///   - pictures: where its pixels go, should it be too many corners for an outline.
  ///   - isSmall: whether the picture is one of many.
  ///   - isRepeated: whether it looks the same wherever it is on the page again.
  /// - Returns: the element.
  func drawn(
    _ area: Area, _ name: String, in pictures: DrawnPictures, isSmall: Bool = false, isRepeated: Bool = false
  ) -> String {
    switch isSmall ? drawing(of: area, mostBytes: 400) : drawing(of: area) {
    case .outline(""): ""
    case .outline(let path) where isRepeated: pictures.outline(path, class: "area \(name)")
    case .outline(let path): "<path class=\"area \(name)\" d=\"\(path)\"/>"
    case .pixels(let mask, let scale):
      "<image class=\"area\" href=\"\(pictures.address(of: mask.file))\" "
        + "width=\"\(mask.width * scale)\" height=\"\(mask.height * scale)\"/>"
    }
  }
}
