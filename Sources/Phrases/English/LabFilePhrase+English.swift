extension LabFilePhrase {
  var english: String {
    switch self {
    case .missing(let path): return "there is no file \(path): look for a mistake in the path"
    case .notAFile(let path): return "\(path) is not a file: give the path of a lab, which ends with .md"
    case .unreadable(let path, let reason): return "\(path) cannot be read: \(reason)"
    case .tooLarge(let path, let limit):
      return
        "\(path) has more than \(limit.grouped) bytes, the most for a lab: divide it, or look if it is the right file"
    case .notUTF8(let path, let offset, let line):
      return
        "\(path) is not UTF-8: byte \(offset.grouped), on line \(line), does not belong to it; save the file as UTF-8"
    case .noFolder(let path):
      return "there is no folder \(path): begin with `seglab init`, or go to the folder of your course"
    case .noLabs(let path): return "there is no lab in \(path): labs are files that end with .md"
    case .tooManyLabs(let path, let limit): return "\(path) holds more than \(limit.grouped) labs: divide the course"
    case .noSuchLab(let asked, let nearest):
      return nearest.isEmpty
        ? "no lab is called `\(asked)`" : "no lab is called `\(asked)`; did you mean \(nearest.quoted(and: "or"))?"
    case .ambiguousLab(let asked, let matches):
      return "`\(asked)` may be \(matches.quoted(and: "or")): write more of the name"
    case .noSuchCell(let name, let file, let known):
      return known.isEmpty
        ? "\(file) has nothing called `\(name)` to fill in"
        : "\(file) has nothing called `\(name)` to fill in; it has \(known.quoted(and: "and"))"
    case .wouldCloseFence(let name, let line):
      return "line \(line) of the code for `\(name)` is a fence and would end the cell: begin it with something else"
    }
  }
}
