/// What is said of the folders and files that SegLab keeps for itself: of what stands in their way, and of what cannot be kept.
public enum StorePhrase: Phrase, Hashable {
  /// A symbolic link stands where something of SegLab's own should be.
  case link(path: String)
  /// Something else than a folder stands where one of SegLab's own should be.
  case notAFolder(path: String)
  /// Something else than a file stands where one of SegLab's own should be.
  case notAFile(path: String)
  /// A folder belongs to another user, by number.
  case foreign(path: String, owner: Int)
  /// The working directory is no longer there.
  case workingFolderGone
  /// A lab's file is a link, and what is behind it is not changed.
  case labIsLink(path: String)
  /// A lab's file is no file, or too large to be one, and is not changed.
  case labIsNoFile(path: String)

  /// There is no folder for the key that tells what was made here.
  case noHomeForKey
  /// The key could be known to others.
  case keyUnsafe(path: String)
  /// The key cannot be kept.
  case keyNotKept(path: String, reason: String)

  /// A compiled program could not be kept.
  case programNotKept(path: String, reason: String)
  /// A run is done again, because it does not carry this user's seal.
  case runNotMadeHere(run: String)
  /// A run could not be kept.
  case runNotKept(path: String, reason: String)
  /// Another process does the same training; it is waited for.
  case anotherTrains(run: String)

  /// What was found out about a lab could not be kept.
  case progressNotKept(path: String, reason: String)
  /// What was known of a lab cannot be read, and was put aside.
  case progressDamaged(path: String, aside: String)
  /// What was known of a lab cannot be read, nor put aside.
  case progressUnusable(path: String, reason: String)
  /// What is known of a lab was written by a newer SegLab.
  case progressNewer(path: String, form: String)

  /// The result could not be written to standard output.
  case resultNotWritten(reason: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
