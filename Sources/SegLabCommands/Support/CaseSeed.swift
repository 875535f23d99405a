/// What the inputs for learners' functions are drawn from here: nobody who writes a function can know it.
enum CaseSeed {
  static let drawn = UInt64.random(in: 0...UInt64.max)
}
