/// What is said of files of records, and of the records in them.
public enum RecordPhrase: Phrase {
  /// A file ends within a record.
  case cutShort(offset: Int)
  /// A record's length does not fit its check sum.
  case lengthSum(offset: Int)
  /// A record's content does not fit its check sum.
  case contentSum(offset: Int)
  /// A record has more bytes than are read.
  case tooLarge(offset: Int, bytes: Int, limit: Int)
  /// A file holds no records.
  case empty
  /// A record is no `tf.train.Example`.
  case notExample
  /// A record lacks a feature of one of these names.
  case featureMissing(names: [String])
  /// A number is not one that is read.
  case numberOutOfRange(name: String, found: Int, highest: Int)
  /// A feature has another number of bytes than the image needs.
  case byteCount(name: String, found: Int, pixels: Int, widths: [Int])
  /// A pixel's value is not one that is read.
  case pixelOutOfRange(found: Int)
  /// Pixels of 16 bits that look like negative numbers.
  case signedPixels(name: String, found: Int)
  /// A name that is no text.
  case badName

  /// The words in `language`, to be put after the name of the file.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension RecordPhrase {
  var english: String {
    switch self {
    case .cutShort(let offset):
      return "the file ends within the record that begins at byte \(offset.grouped). Copy it again from where it came."
    case .lengthSum(let offset):
      return "the record at byte \(offset.grouped) does not begin as records do: its length fails the CRC-32C "
        + "check. Check "
        + "that it is an uncompressed TFRecord file, or copy it again."
    case .contentSum(let offset):
      return "the record at byte \(offset.grouped) is damaged: its content fails the CRC-32C check. Copy the "
        + "file again."
    case .tooLarge(let offset, let bytes, let limit):
      return "the record at byte \(offset.grouped) claims \(bytes.grouped) bytes; at most \(limit.grouped) are read."
    case .empty: return "there are no records in it. Copy it again from where it came."
    case .notExample: return "it is not a `tf.train.Example`. Write the file with that message."
    case .featureMissing(let names):
      return "it has no feature \(names.map { "`\($0)`" }.joined(separator: " or ")) of the kind that was expected."
    case .numberOutOfRange(let name, let found, let highest):
      return "`\(name)` is \(found.grouped), and a number from 1 to \(highest.grouped) was expected."
    case .byteCount(let name, let found, let pixels, let widths):
      let words = widths.map { ($0 * pixels).grouped }.joined(separator: " or ")
      return "`\(name)` has \(found.grouped) bytes, and \(pixels.grouped) pixels need \(words)."
    case .pixelOutOfRange(let found):
      return "a pixel is \(found.grouped), and 0 to 65,535 was expected."
    case .signedPixels(let name, let found):
      return "`\(name)` seems to hold negative numbers of 16 bits (\(found)), and 0 to 65,535 was expected. Add to all "
        + "pixels what makes the smallest 0; where they are meant to be that large, add a feature `maximum` of 65535."
    case .badName: return "`name` is not UTF-8 text in one line. Write it so, or leave the feature out."
    }
  }
}

// MARK: Korean

extension RecordPhrase {
  var korean: String {
    switch self {
    case .cutShort(let offset):
      return "\(offset.grouped)바이트에서 시작한 레코드 중간에 파일이 끝났어요. 원본에서 다시 복사해 보세요."
    case .lengthSum(let offset):
      return "\(offset.grouped)바이트의 레코드가 레코드답게 시작하지 않아요. 길이가 CRC-32C 검사에 맞지 않아요. 압축하지 않은 TFRecord "
        + "파일인지 확인하거나 다시 복사해 보세요."
    case .contentSum(let offset):
      return "\(offset.grouped)바이트의 레코드가 손상되었어요. 내용이 CRC-32C 검사에 맞지 않아요. 파일을 다시 복사해 보세요."
    case .tooLarge(let offset, let bytes, let limit):
      return "\(offset.grouped)바이트의 레코드가 \(bytes.grouped)바이트라고 하는데, \(limit.grouped)바이트까지만 읽어요."
    case .empty: return "레코드가 하나도 없어요. 원본에서 다시 복사해 보세요."
    case .notExample: return "`tf.train.Example`이 아니에요. 그 메시지로 파일을 써 보세요."
    case .featureMissing(let names):
      return "\(names.map { "`\($0)`" }.joined(separator: " 또는 ")) 특성이 알맞은 형식으로 들어 있지 않아요."
    case .numberOutOfRange(let name, let found, let highest):
      return "`\(name)` 값이 \(found.grouped)인데, 1부터 \(highest.grouped)까지여야 해요."
    case .byteCount(let name, let found, let pixels, let widths):
      let words = widths.map { ($0 * pixels).grouped }.joined(separator: " 또는 ")
      return "`\(name)` 크기가 \(found.grouped)바이트인데, 픽셀 \(pixels.grouped)개에는 \(words)바이트여야 해요."
    case .pixelOutOfRange(let found):
      return "픽셀 값이 \(found.grouped)인데, 0부터 65,535까지여야 해요."
    case .signedPixels(let name, let found):
      return "`\(name)`에 16비트 음수(\(found))가 들어 있는 것 같은데, 0부터 65,535까지여야 해요. 가장 작은 값이 0이 되도록 모든 픽셀에 같은 "
        + "수를 더해 보세요. 정말 그렇게 큰 값이면 `maximum` 특성에 65535를 넣어 보세요."
    case .badName: return "`name`은 한 줄로 된 UTF-8 글자여야 해요. 그렇게 쓰거나 특성을 빼 보세요."
    }
  }
}
