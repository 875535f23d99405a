/// Text as bytes, to look for tags in: characters would join a `>` with a mark behind it.
struct ByteScan {
  /// The text in UTF-8.
  let bytes: [UInt8]

  /// - Parameter text: any text.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether `text` stands at `index`.
  func has(_ text: String, at index: Int) -> Bool {
    let wanted = text.utf8
    return index + wanted.count <= bytes.count && bytes[index..<(index + wanted.count)].elementsEqual(wanted)
  }

  /// The first place from `index` where `text` stands.
  func next(_ text: String, from index: Int) -> Int? {
    guard let first = text.utf8.first else { return nil }
    var index = index
    while index < bytes.count {
      if bytes[index] == first, has(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// All places where `text` stands, not overlapping.
  func places(of text: String) -> [Int] {
    var places: [Int] = []
    var index = 0
    while let place = next(text, from: index) {
      places.append(place)
      index = place + text.utf8.count
    }
    return places
  }

  /// What stands between `index` and the next `end`, and where to go on after it.
  func content(from index: Int, to end: String) -> (text: String, end: Int)? {
    guard let place = next(end, from: index) else { return nil }
    return (text(index..<place), place + end.utf8.count)
  }

  /// What stands between `start`, where that stands at `index`, and the next `end`.
  func content(after start: String, at index: Int, to end: String) -> (text: String, end: Int)? {
    guard has(start, at: index) else { return nil }
    return content(from: index + start.utf8.count, to: end)
  }

  /// Some of the bytes as text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
