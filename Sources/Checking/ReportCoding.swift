public import Foundation

extension JSONEncoder {
  /// One for reports and what stands in them: a loss that ran away is no number in JSON, and is told as text.
  public static var ofReports: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }
}

extension JSONDecoder {
  /// One for what ``Foundation/JSONEncoder/ofReports`` wrote.
  public static var ofReports: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }
}
