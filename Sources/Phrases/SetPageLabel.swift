/// The fixed words of the page about a data set. A theme's template calls them by their names.
public enum SetPageLabel: String, CaseIterable, Phrase {
  /// What kind of page it is.
  case set
  /// The heading of what is known of the set.
  case about
  /// The heading of the pictures.
  case sheet
  /// What the pictures show.
  case sheetNote
  /// The heading of the table of numbers.
  case numbers
  /// The columns of the table.
  case quantity, least, most, mean, deviation
  /// The rows of the table.
  case imageValues, imageShares, labelValues, binaryValues
  /// The heading of the spread of intensities.
  case intensities
  /// What the axes of that chart are.
  case intensityAxis, pixelsAxis
  /// The heading of the classes' shares.
  case balance
  /// The columns of that table.
  case className, share
  /// The class that is not a structure.
  case background
  /// What the classes' shares mean for accuracy.
  case balanceNote
  /// The heading of the images' foregrounds.
  case foreground
  /// What the axes of that chart are.
  case foregroundAxis, imagesAxis
  /// The heading of the sizes.
  case sizes
  /// The columns of that table.
  case size, images
  /// What the axes of the sizes' charts are.
  case widthAxis, heightAxis
  /// The heading of the patients.
  case patients
  /// The columns of that table.
  case patient

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
