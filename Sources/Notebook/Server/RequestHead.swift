/// The first part of a request, as HTTP/1.1 writes it (RFC 9112): what is asked for, and the headers.
///
/// It is read strictly: what could be taken for one thing here and for another elsewhere is refused, and so is what is longer than any
/// browser sends.
struct RequestHead: Equatable {
  /// Why a request is not read any further.
  enum Fault: Error, Equatable {
    /// It is not what HTTP writes.
    case malformed
    /// It is longer than ``mostBytes``: its first line, or all headers together.
    case tooLong(isFirstLine: Bool)
    /// What is sent along does not say how long it is.
    case lengthMissing
    /// It is another HTTP than 1.0 or 1.1.
    case otherVersion

    /// The status that says so.
    var status: Int {
      switch self {
      case .malformed: 400
      case .tooLong(isFirstLine: true): 414
      case .tooLong(isFirstLine: false): 431
      case .lengthMissing: 411
      case .otherVersion: 505
      }
    }
  }

  /// The most bytes of first line and headers together.
  static let mostBytes = 16 << 10
  /// The most headers.
  private static let mostHeaders = 100

  /// What is to be done: `GET`.
  let method: String
  /// Path and query.
  let target: String
  /// The headers, by small letters.
  let headers: [String: String]
  /// How many bytes are sent along.
  let length: Int
  /// Whether the browser will ask for more on the same line.
  let staysOpen: Bool

  /// Whether the browser waits for a word before it sends what belongs to the request.
  var asksFirst: Bool { headers["expect"]?.lowercased() == "100-continue" }

  /// Where the head ends in what has come so far.
  ///
  /// - Parameters:
  ///   - bytes: what has come.
  ///   - start: where nothing was looked for yet.
  /// - Returns: the place behind the empty line; nil where more has to come.
  /// - Throws: `Fault.tooLong` where that is no head any more.
  static func end(in bytes: [UInt8], from start: Int) throws(Fault) -> Int? {
    let blank: [UInt8] = [13, 10, 13, 10]
    var place = max(0, start - blank.count + 1)
    while place + blank.count <= min(bytes.count, mostBytes) {
      if bytes[place..<place + blank.count].elementsEqual(blank) { return place + blank.count }
      place += 1
    }
    guard bytes.count < mostBytes else { throw .tooLong(isFirstLine: !bytes.prefix(mostBytes).contains(10)) }
    return nil
  }

  /// - Parameter bytes: the head with its empty line.
  /// - Throws: `Fault`.
  init(_ bytes: ArraySlice<UInt8>) throws(Fault) {
    // A line ends with CR and LF; either of them alone, or anything else that is no sign, would be read one way here and another there.
    guard let text = String(validating: bytes, as: UTF8.self), text.hasSuffix("\r\n\r\n") else { throw .malformed }
    let lines = text.utf8.dropLast(4).split(separator: 10, omittingEmptySubsequences: false).enumerated()
      .map { index, line in line.last == 13 ? line.dropLast() : line }
    guard lines.allSatisfy({ $0.allSatisfy { $0 >= 32 && $0 != 127 || $0 == 9 } }), lines.count <= Self.mostHeaders,
      text.utf8.dropLast(4).count(where: { $0 == 10 }) == text.utf8.dropLast(4).count(where: { $0 == 13 })
    else { throw .malformed }
    let first = lines[0].split(separator: 32, omittingEmptySubsequences: false).compactMap { String(Substring($0)) }
    guard first.count == 3, !first[0].isEmpty, first[0].utf8.allSatisfy(Self.isToken), !first[1].isEmpty else {
      throw .malformed
    }
    guard first[2] == "HTTP/1.1" || first[2] == "HTTP/1.0" else { throw .otherVersion }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: 58), colon > line.startIndex,
        line[..<colon].allSatisfy(Self.isToken)
      else { throw .malformed }
      let name = String(Substring(line[..<colon])).lowercased()
      let value = String(Substring(line[line.index(after: colon)...])).trimmingBlanks
      // Two lengths or two hosts would leave open which one counts; of all others the first does.
      guard headers[name] == nil || !["host", "content-length", "transfer-encoding"].contains(name) else {
        throw .malformed
      }
      headers[name] = headers[name] ?? value
    }
    guard headers["transfer-encoding"] == nil else { throw .lengthMissing }
    guard let length = Self.length(headers["content-length"]) else { throw .malformed }
    (method, target) = (first[0], first[1])
    (self.headers, self.length) = (headers, length)
    let wish = headers["connection"]?.lowercased()
    staysOpen = first[2] == "HTTP/1.1" ? wish != "close" : wish == "keep-alive"
  }

  private static func length(_ text: String?) -> Int? {
    guard let text else { return 0 }
    return text.utf8.allSatisfy({ (48...57).contains($0) }) ? Int(text) : nil
  }

  /// What names of methods and headers are made of.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    case 33, 35...39, 42, 43, 45, 46, 94...96, 124, 126: true
    default: false
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    var text = drop(while: isBlank)
    while text.last.map(isBlank) == true { text.removeLast() }
    return String(text)
  }
}
