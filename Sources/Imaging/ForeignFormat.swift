/// A form of pictures or volumes that is known by name and not read here.
public enum ForeignFormat: String, Sendable, CaseIterable {
  case tiff = "TIFF"
  case bmp = "BMP"
  case gif = "GIF"
  case webp = "WebP"
  case heif = "HEIF"
  case avif = "AVIF"
  case jpeg = "JPEG"
  case jpeg2000 = "JPEG 2000"
  case jpegXL = "JPEG XL"
  case netpbm = "Netpbm"
  case photoshop = "Photoshop"
  case openEXR = "OpenEXR"
  case svg = "SVG"
  case pdf = "PDF"
  case nifti = "NIfTI"
  case nrrd = "NRRD"
  case metaImage = "MetaImage"
  case analyze = "Analyze"
  case hdf5 = "HDF5"
  case numpy = "NumPy"
  case matlab = "MATLAB"
  case zip = "ZIP"
  case gzip = "gzip"

  /// Whether it usually holds many slices, or arrays, and not one picture.
  public var isVolume: Bool {
    switch self {
    case .nifti, .nrrd, .metaImage, .analyze, .hdf5, .numpy, .matlab: true
    default: false
    }
  }

  /// Whether it is packed around other files.
  public var isArchive: Bool { self == .zip || self == .gzip }

  private static let endings: [String: ForeignFormat] = [
    "tif": .tiff, "tiff": .tiff, "bmp": .bmp, "dib": .bmp, "gif": .gif, "webp": .webp, "heic": .heif, "heif": .heif,
    "avif": .avif, "jpg": .jpeg, "jpeg": .jpeg, "jp2": .jpeg2000, "j2k": .jpeg2000, "jpx": .jpeg2000, "jxl": .jpegXL,
    "pgm": .netpbm, "pbm": .netpbm, "ppm": .netpbm, "pnm": .netpbm, "psd": .photoshop, "exr": .openEXR, "svg": .svg,
    "pdf": .pdf, "nii": .nifti, "nrrd": .nrrd, "nhdr": .nrrd, "mha": .metaImage, "mhd": .metaImage, "hdr": .analyze,
    "img": .analyze, "h5": .hdf5, "hdf5": .hdf5, "npy": .numpy, "npz": .numpy, "mat": .matlab, "zip": .zip, "gz": .gzip,
    "tgz": .gzip,
  ]

  /// The form that a file of this name has, by its ending; nil where that tells none of these.
  public init?(name: String) {
    let parts = name.lowercased().split(separator: ".").dropFirst()
    guard let last = parts.last else { return nil }
    let inner = last == "gz" ? parts.dropLast().last.flatMap { Self.endings[String($0)] } : nil
    guard let format = inner.flatMap({ $0.isVolume ? $0 : nil }) ?? Self.endings[String(last)] else { return nil }
    self = format
  }

  /// The form that a file with this content has, by how it begins; nil where it begins as none of these do.
  public init?(content: [UInt8]) {
    func begins(_ text: String, at place: Int = 0) -> Bool { content.dropFirst(place).starts(with: Array(text.utf8)) }
    func begins(_ bytes: [UInt8]) -> Bool { content.starts(with: bytes) }
    let brand = begins("ftyp", at: 4) ? String(decoding: content.dropFirst(8).prefix(4), as: UTF8.self) : ""
    if [[0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42], [0x49, 0x49, 43, 0], [0x4D, 0x4D, 0, 43]].contains(where: begins) {
      self = .tiff
    } else if begins("BM") && content.count > 26 && content[14] <= 124 && content[15] == 0 {
      self = .bmp
    } else if begins("GIF8") {
      self = .gif
    } else if begins("RIFF") && begins("WEBP", at: 8) {
      self = .webp
    } else if brand.hasPrefix("avi") {
      self = .avif
    } else if ["heic", "heix", "mif1", "msf1", "hevc"].contains(brand) {
      self = .heif
    } else if begins([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if begins([0xFF, 0x4F, 0xFF, 0x51]) || begins([0, 0, 0, 12, 0x6A, 0x50]) {
      self = .jpeg2000
    } else if begins([0xFF, 0x0A]) || begins([0, 0, 0, 12, 0x4A, 0x58, 0x4C]) {
      self = .jpegXL
    } else if content.count > 2 && begins("P") && (0x31...0x37).contains(content[1]) && content[2] <= 0x20 {
      self = .netpbm
    } else if begins("8BPS") {
      self = .photoshop
    } else if begins([0x76, 0x2F, 0x31, 0x01]) {
      self = .openEXR
    } else if begins("<svg") {
      self = .svg
    } else if begins("%PDF") {
      self = .pdf
    } else if begins("n+1\u{0}", at: 344) || begins("ni1\u{0}", at: 344) || begins("n+2\u{0}", at: 4) {
      self = .nifti
    } else if begins("NRRD") {
      self = .nrrd
    } else if begins("ObjectType =") || begins("NDims =") {
      self = .metaImage
    } else if begins([0x89, 0x48, 0x44, 0x46]) {
      self = .hdf5
    } else if begins([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]) {
      self = .numpy
    } else if begins("MATLAB") {
      self = .matlab
    } else if begins([0x50, 0x4B, 3, 4]) {
      self = .zip
    } else if begins([0x1F, 0x8B]) {
      self = .gzip
    } else {
      return nil
    }
  }
}
