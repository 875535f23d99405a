internal import Labs
internal import Messages

/// Tells hints one at a time, and counts them.
struct HintTeller {
  let lab: Lab
  let folder: CourseFolder
  let console: Console

  /// Tells the next hint for a cell; the last one again where there are no more.
  func tell(_ cell: String) throws {
    let list = lab.hints.filter { $0.target == cell }
    guard !list.isEmpty else {
      console.say(CommandPhrase.noHints(cell: cell))
      return
    }
    let progress = ProgressStore(folder: folder.progress)
    if let remark = progress.mend(lab.id) { console.mention(remark) }
    let shown: Int
    do { shown = try progress.countHint(lab: lab.id, cell: cell, of: list.count) } catch { throw Failure(error) }
    let index = min(shown, list.count - 1)
    console.say(
      console.styled(
        CommandPhrase.hint(cell: cell, number: index + 1, count: list.count).text(in: console.language), .bold))
    console.say(console.prose(list[index].text))
    if shown >= list.count { console.mention(CommandPhrase.noMoreHints(cell: cell)) }
  }
}
