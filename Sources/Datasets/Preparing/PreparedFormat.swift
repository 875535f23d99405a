/// What is known of images before any is prepared.
struct PreparedFormat {
  /// The size of every image; nil where they differ.
  var size: PixelSize?
  /// How many sizes there are.
  var sizes: Int
  /// How many classes the masks tell apart.
  var classCount: Int
}
