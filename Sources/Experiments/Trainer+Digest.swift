internal import Digests
public import Networks

extension Trainer {
  /// SHA-256 over all numbers that training changed and predictions depend on, layer after layer, as 64 hexadecimal digits.
  public var weightsDigest: String {
    var hash = SHA256()
    withWeights { _, numbers in hash.update(bufferPointer: UnsafeRawBufferPointer(numbers)) }
    return hash.finalize().hexadecimal
  }

  /// The bytes that ``weightsDigest`` is taken over, array after array; nil where they are more than `most`.
  func weightBytes(most: Int) -> [ContiguousArray<UInt8>]? {
    var count = 0
    withWeights { _, numbers in count += UnsafeRawBufferPointer(numbers).count }
    guard count <= most else { return nil }
    var parts: [ContiguousArray<UInt8>] = []
    withWeights { _, numbers in parts.append(ContiguousArray(UnsafeRawBufferPointer(numbers))) }
    return parts
  }
}
