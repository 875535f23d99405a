internal import Checking
internal import Imaging

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
  func drawn(_ area: Area, _ name: String) -> String { Self.drawn(outline(of: area), name) }

  /// An area over the image; nothing where its outline is empty.
  static func drawn(_ outline: String, _ name: String) -> String {
    outline.isEmpty ? "" : "<path class=\"area \(name)\" d=\"\(outline)\"/>"
  }
}
