/// A series of images: the folder that it lies in, and its number in the files' names.
struct SeriesKey: Hashable, Comparable, CustomStringConvertible {
  let folder: String
  let number: String

  var description: String { number.isEmpty ? folder : "\(folder)/IM-\(number)" }

  static func < (one: SeriesKey, other: SeriesKey) -> Bool {
    (one.folder, one.number) < (other.folder, other.number)
  }
}
