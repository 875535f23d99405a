internal import Foundation
internal import Protos

extension TFFeature {
  /// A feature that is a list of one row of bytes.
  init(bytes: some Sequence<UInt8>) {
    self.init()
    bytesList.values = [Data(bytes)]
  }

  /// A feature that is a list of one whole number.
  init(number: Int) {
    self.init()
    wholeList.values = [Int64(number)]
  }

  /// The first row of bytes; nil where the feature is of another kind or empty.
  var bytes: [UInt8]? { bytesList.values.first.map { [UInt8]($0) } }

  /// The first whole number; nil where the feature is of another kind or empty.
  var number: Int64? { wholeList.values.first }
}
