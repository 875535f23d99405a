internal import ArgumentParser
internal import Datasets
internal import Foundation
internal import Messages

/// `seglab data …`: the sets of images with masks.
struct DataCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "data", abstract: HelpPhrase.data.text(in: .ofEnvironment),
      subcommands: [
        DataImportCommand.self, DataExportCommand.self, DataMakeCommand.self, DataListCommand.self,
        DataShowCommand.self,
      ])
  }
}

extension CourseFolder {
  /// The sets of this course folder.
  var sets: DataStore { DataStore(folder: data.path) }
}

extension DatasetError {
  /// The error as a command's end: a bad file, but for a disk that refuses and words that cannot be.
  var failure: Failure {
    switch self {
    case .notWritten: Failure(.internalFault, phrase)
    case .invalidName, .numberOutOfRange, .folderNotEmpty, .tooManyForNPZ, .coloursInRecords: Failure(.usage, phrase)
    case .decoderMissing: Failure(.internalFault, phrase)
    default: Failure(.badFile, phrase)
    }
  }
}

extension SetSummary {
  /// The sizes with how many images each has; their range where there are many.
  var sizeWords: [String] {
    guard sizes.count > 1 else { return [sizes[0].size.description] }
    guard sizes.count > 6 else { return sizes.map { "\($0.images) × \($0.size)" } }
    func range(_ values: [Int]) -> String { "\(values.min() ?? 0)–\(values.max() ?? 0)" }
    return ["\(range(sizes.map(\.size.width))) x \(range(sizes.map(\.size.height)))"]
  }
}
