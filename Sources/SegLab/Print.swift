/// Prints like Swift's own `print`, and at once: a program that stops half-way has still said what it had to say.
public func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  Swift.print(items.map { String(describing: $0) }.joined(separator: separator), terminator: terminator)
  _ = flush(nil)
}

/// The C library's `fflush`, by name, because nothing is imported here; nil stands for every stream.
@_silgen_name("fflush")
private func flush(_ stream: UnsafeMutableRawPointer?) -> Int32
