/// How a learner's program speaks to the engine that runs it: on standard output, in lines that begin with a marker.
///
/// The engine writes these calls around the cells; a cell has no use for them.
public enum Channel {
  /// What the engine drew for this run, so that nothing else that is printed can be taken for its own: the first line that comes in.
  static let marker: String = {
    let marker = readLine() ?? ""
    hideArguments()
    return marker
  }()

  /// Gives the program a name and one argument, both empty: without a list of its processes the standard library finds none of its own.
  private static func hideArguments() {
    let words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: 3)
    words.initialize(repeating: nil, count: 3)
    for index in 0..<2 {
      words[index] = .allocate(capacity: 1)
      words[index]?.initialize(to: 0)
    }
    setArguments(words, 2)
  }

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

/// How an interpreter tells the standard library what `CommandLine` shall say.
@_silgen_name("_swift_stdlib_overrideUnsafeArgvArgc")
private func setArguments(_ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, _ count: CInt)

/// Prints like Swift's own `print`, and at once: a program that stops half-way has still said what it had to say.
public func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  Swift.print(items.map { String(describing: $0) }.joined(separator: separator), terminator: terminator)
  _ = flush(nil)
}

/// The C library's `fflush`, by name, because nothing is imported here; nil stands for every stream.
@_silgen_name("fflush")
private func flush(_ stream: UnsafeMutableRawPointer?) -> Int32
