/// How a learner's program speaks to the engine that runs it: on standard output, in lines that begin with a marker.
///
/// The engine writes these calls around the cells; a cell has no use for them.
public enum Channel {
  /// What the engine drew for this run, so that nothing else that is printed can be taken for its own; the program's first argument.
  static let marker = CommandLine.arguments.dropFirst().first ?? ""

  /// Says that cell number `cell` is about to run.
  public static func enter(_ cell: Int) { print("\n\(marker) enter \(cell)") }

  /// Says that a function is about to be called with the inputs of this number, from 0.
  static func call(_ number: Int) { print("\n\(marker) call \(number)") }

  /// Hands the answer over; the last thing that a program does.
  public static func send(_ answer: Answer) {
    print("\n\(marker) answer")
    print(JSONWriter.text(of: answer))
  }
}
