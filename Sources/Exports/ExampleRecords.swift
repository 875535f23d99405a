public import Datasets
internal import Foundation
internal import Protos
internal import SwiftProtobuf

/// Records as TensorFlow keeps them: each content a `tf.train.Example`.
public struct ExampleRecords: RecordCoding {
  /// The coding; it has no settings.
  public init() {}

  /// The features of `content`; nil where it is no such message.
  public func features(of content: [UInt8]) -> [String: RecordFeature]? {
    guard let example = try? TFExample(serializedBytes: content) else { return nil }
    return example.features.byName.mapValues { feature in
      if let bytes = feature.bytesList.values.first { return .bytes([UInt8](bytes)) }
      return feature.wholeList.values.first.map { .number($0) } ?? .other
    }
  }

  /// The message's bytes, the same for the same features.
  public func content(of features: [String: RecordFeature]) -> [UInt8] {
    var example = TFExample()
    example.features.byName = features.mapValues { feature in
      var written = TFFeature()
      switch feature {
      case .bytes(let bytes): written.bytesList.values = [Data(bytes)]
      case .number(let number): written.wholeList.values = [number]
      case .other: break
      }
      return written
    }
    return [UInt8](example.bytes)
  }
}
