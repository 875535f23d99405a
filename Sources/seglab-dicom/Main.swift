internal import CGDCM
internal import Glibc
internal import Imaging

/// The program `seglab-dicom`: decodes DICOM files that it reads from its standard input, one after the other, until that ends.
///
/// A file comes as its number of bytes (64 bits) and its bytes; the answer is a `DICOMReply`. SegLab starts it with limits, because
/// the decoder may crash on a hostile file; it opens no file itself.
@main
enum Main {
  static func main() {
    var length: UInt64 = 0
    while withUnsafeMutableBytes(of: &length, { fill($0) }) {
      guard length <= UInt64(DICOMFile.byteLimit) else { exit(1) }
      var bytes = [UInt8](repeating: 0, count: Int(length))
      guard bytes.withUnsafeMutableBytes({ fill($0) }), answer(bytes) else { exit(1) }
    }
  }

  /// Decodes one file and writes the answer; false where nobody reads it.
  private static func answer(_ bytes: [UInt8]) -> Bool {
    var limits = cgdcm_limits(
      side: UInt64(PNGFile.sideLimit), pixels: UInt64(PNGFile.pixelLimit), packing: UInt64(DICOMFile.packingLimit))
    var image = cgdcm_image()
    var fault = cgdcm_fault()
    let outcome = cgdcm_decode(bytes, bytes.count, &limits, &image, &fault)
    defer { free(image.pixels) }
    var reply = DICOMReply()
    reply.outcome = DICOMReply.Outcome(rawValue: UInt64(outcome.rawValue)) ?? .undecodable
    (reply.columns, reply.rows) = (image.columns, image.rows)
    (reply.allocatedBits, reply.storedBits) = (image.allocated_bits, image.stored_bits)
    (reply.isSigned, reply.isInverted) = (image.is_signed != 0, image.is_inverted != 0)
    (reply.slope, reply.intercept) = (image.slope, image.intercept)
    (reply.windowCentre, reply.windowWidth) = (image.window_centre, image.window_width)
    (reply.frames, reply.hasWindowTable) = (max(1, image.frames), image.has_window_table != 0)
    reply.windowFunction = DICOMReply.WindowFunction(rawValue: image.window_function) ?? .linear
    (reply.tag, reply.found, reply.expected) = (fault.tag, fault.found, fault.expected)
    reply.payload =
      outcome == CGDCM_DECODED
      ? Array(UnsafeBufferPointer(start: image.pixels, count: image.count))
      : withUnsafeBytes(of: &fault.words) { Array($0.prefix { $0 != 0 }) }
    return put(reply.head) && put(reply.payload)
  }

  /// Reads until `target` is full; false where the input ends before.
  private static func fill(_ target: UnsafeMutableRawBufferPointer) -> Bool {
    var filled = 0
    while filled < target.count {
      let taken = read(STDIN_FILENO, target.baseAddress?.advanced(by: filled), target.count - filled)
      if taken > 0 { filled += taken } else if taken == 0 || errno != EINTR { return false }
    }
    return true
  }

  private static func put(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { source in
      var done = 0
      while done < source.count {
        let given = write(STDOUT_FILENO, source.baseAddress?.advanced(by: done), source.count - done)
        if given > 0 { done += given } else if given == 0 || errno != EINTR { return false }
      }
      return true
    }
  }
}
