public import Imaging
public import Phrases

/// Why one image of a folder cannot be imported.
public enum ImportProblem: Equatable, Sendable {
  /// The image `image` has no label: there is no `label`.
  case noLabel(image: String, label: String)
  /// The label `label` has no image: there is no `image`.
  case noImage(label: String, image: String)
  /// A file cannot be read.
  case badFile(ImagingError)
  /// Image and label have different sizes.
  case sizesDiffer(image: String, imageSize: PixelSize, label: String, labelSize: PixelSize)
  /// A file's name is no UTF-8 text; `name` shows it as well as can be.
  case nameNotText(folder: String, name: String)
  /// Two files of one folder differ in letters that are written alike, or only in the case of `.png`.
  case nameTwice(folder: String, name: String)

  /// What is wrong, and what to try first.
  public var phrase: DataPhrase {
    switch self {
    case .noLabel(let image, let label): .noLabel(image: image, label: label)
    case .noImage(let label, let image): .noImage(label: label, image: image)
    case .badFile(let error): error.phrase
    case .sizesDiffer(let image, let imageSize, let label, let labelSize):
      .sizesDiffer(
        image: image, imageSize: imageSize.description, label: label, labelSize: labelSize.description)
    case .nameNotText(let folder, let name): .nameNotText(folder: folder, name: name)
    case .nameTwice(let folder, let name): .nameTwice(folder: folder, name: name)
    }
  }
}
