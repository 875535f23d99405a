internal import Tensors

/// What one step does to a frame.
enum FrameAction {
  /// Changes pixels or the frame's shape; draws from the generator where the step is random.
  case change((inout PreparedFrame, inout SeededGenerator) -> Void)
  /// Moves places; several of these in a row are done at once, so that pixels are mixed only once.
  case move((Int, Int, inout SeededGenerator) -> any PlaceMap)
}
