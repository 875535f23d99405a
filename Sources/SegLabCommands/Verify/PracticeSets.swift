internal import Datasets
internal import Foundation
internal import Labs
internal import Messages

/// The data sets that a course's labs name, for a run that leaves nothing behind.
struct PracticeSets {
  /// How many pictures are generated where the course folder has no set of that name.
  private static let count = 60

  let course: Course
  /// The sets of the course folder itself.
  let own: DataStore

  /// Puts each set into `folder`: the course's own where it has one, else generated pictures.
  ///
  /// - Throws: `Failure` where a set cannot be kept; a set that can be neither found nor made is missed by the lab that names it.
  func provide(in folder: CourseFolder, console: Console) throws {
    let names = Set(course.entries.compactMap { $0.lab?.dataset }).sorted()
    do throws(DatasetError) {
      for name in names {
        if (try? own.facts(of: name)) != nil {
          try folder.sets.save(try own.load(name: name), as: name)
          continue
        }
        switch name {
        case "cardiac": try folder.sets.save(try CardiacPhantom(count: Self.count).make(as: name), as: name)
        case "knee": try folder.sets.save(try KneePhantom(count: Self.count).make(as: name), as: name)
        default: console.mention(VerifyPhrase.noSet(name))
        }
      }
    } catch {
      throw error.failure
    }
  }
}
