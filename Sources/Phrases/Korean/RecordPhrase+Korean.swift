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
    case .badName: return "`name`은 200바이트까지의 UTF-8 글자여야 해요."
    }
  }
}
