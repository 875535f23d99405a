/// The stretches that a parameter is cut into for an update.
enum StepTiles {
  /// How many numbers a stretch has.
  static let length = 1 << 14

  /// Calls `body` for each stretch of `count` numbers.
  static func forEach(_ count: Int, on pool: WorkerPool, _ body: (Range<Int>) -> Void) {
    pool.forEach((count + length - 1) / length) { body($0 * length..<min(count, ($0 + 1) * length)) }
  }
}
