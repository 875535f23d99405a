/// What the commands say beside verdicts and diagnostics.
public enum CommandPhrase: Phrase {
  /// The files that came with SegLab are nowhere to be found.
  case noInstallation
  /// A training's progress in one line.
  case progress(percent: Int, epoch: Int, epochs: Int, loss: Double, rate: Double, left: Double)
  /// A training's progress where there is little room.
  case progressShort(percent: Int, left: Double)
  /// The lab passed.
  case labPassed(title: String)
  /// Something in the lab is not yet as it should be: how many cells passed, what to do next, and where.
  case labNotYet(passed: Int, cells: Int, next: String, place: String)
  /// The run was done before with the same network, numbers and data.
  case reused(experiment: String, run: String)
  /// The run was done now.
  case trained(experiment: String, steps: Int, seconds: Double, run: String)
  /// What was measured on the validation images.
  case measured(experiment: String, accuracy: Double, baseline: Double, dice: Double, loss: Double)
  /// The weights' digest.
  case weights(digest: String)
  /// Where the page was written.
  case pageWritten(path: String)
  /// The file that an option names is of another kind, and would be lost; a name that is free.
  case placeTaken(option: String, path: String, free: String)
  /// The folder of the file that an option names is not there.
  case noFolder(option: String, path: String, folder: String)
  /// Where a set comes from and how it is divided.
  case dataUsed(name: String, training: Int, validation: Int, split: String)
  /// What was done to a training's images, step by step.
  case prepared(steps: [String])
  /// A set was made or imported.
  case dataSaved(name: String, count: Int, digest: String)
  /// There are no sets yet.
  case noData
  /// No folder of labs here.
  case noLabs(folder: String)
  /// A number of threads or the like that cannot be.
  case badNumber(option: String, found: String, expected: String)
  /// A course folder was made, or completed.
  case initialised(folder: String, added: Int, kept: Int)
  /// A course folder is to be made within another.
  case insideCourse(folder: String, course: String)
  /// The line below makes the shell find `seglab`.
  case pasteLine
  /// What to do first in a new course folder; empty where the learner is in it already.
  case firstSteps(folder: String)
  /// A lab's exercise was set back; the old text is kept.
  case resetDone(what: String, backup: String)
  /// A lab's exercise was given back what stood there before it was set back; what was there until now is kept.
  case resetUndone(what: String, backup: String)
  /// Nothing was set back that could be given back.
  case nothingToUndo(lab: String)
  /// The lab as it was shipped is nowhere to be found.
  case noOriginal(lab: String)
  /// The lab has no such exercise.
  case noSuchCell(cell: String, suggestion: String, known: [String])
  /// A hint, with its number among all.
  case hint(cell: String, number: Int, count: Int)
  /// There are no more hints for the cell.
  case noMoreHints(lab: String, cell: String, count: Int)
  /// There are no hints for the cell.
  case noHints(cell: String)
  /// A file could not be written.
  case notWritten(path: String, reason: String)
  /// The lab has mistakes of its author's.
  case labHasMistakes(file: String, count: Int)
  /// The learner's program printed this.
  case printed
  /// The next lab to do.
  case nextLab(id: String)
  /// A command is another program's, which was not built; `build` is the line that builds it.
  case programNotBuilt(command: String, program: String, build: String)
  /// Another program of SegLab's could not be started.
  case programNotStarted(path: String, reason: String)
  /// Something that SegLab did not expect of itself.
  case unexpected(String)
  /// There is no command of this name; one that is near, empty where none is, and all that there are.
  case unknownCommand(String, suggestion: String, known: [String])

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension CommandPhrase {
  var english: String {
    switch self {
    case .noInstallation:
      return "The labs and the pages' theme that came with SegLab are not beside the program. "
        + "Set SEGLAB_HOME to the folder that holds `labs` and `site`."
    case .progress(let percent, let epoch, let epochs, let loss, let rate, let left):
      return
        "\(percent) %  epoch \(epoch)/\(epochs)  loss \(loss.places(3))  \(rate.places(1)) steps/s  \(left.clock) left"
    case .progressShort(let percent, let left): return "\(percent) %  \(left.clock) left"
    case .labPassed(let title): return "“\(title)”: everything passed. Well done."
    case .labNotYet(let passed, let cells, let next, let place):
      return "\(passed) of \(cells) cells passed. Next: “\(next)”, \(place)"
    case .reused(let experiment, let run):
      return
        "\(experiment): reused the run \(run.prefix(12)), trained before with the same network, hyperparameters and data."
    case .trained(let experiment, let steps, let seconds, let run):
      return "\(experiment): trained \(steps) steps in \(seconds.places(1)) s, kept as run \(run.prefix(12))."
    case .measured(let experiment, let accuracy, let baseline, let dice, let loss):
      return "\(experiment): accuracy \(accuracy.places(4)) (all-background baseline: \(baseline.places(4)))  "
        + "Dice \(dice.places(4))  loss \(loss.places(3))"
    case .weights(let digest): return "weights sha256 \(digest)"
    case .pageWritten(let path): return "Page: \(path)"
    case .placeTaken(let option, let path, let free):
      return
        "`\(option)` would write over \(path), which is something else. Nothing was written: name another file, such as \(free)"
    case .noFolder(let option, let path, let folder):
      return
        "`\(option)` names \(path), and there is no folder \(folder). Make it with `mkdir -p \(folder.quoted)`, or name another file."
    case .dataUsed(let name, let training, let validation, let split):
      let rule = split == "patient" ? "by patient" : "by image: slices of one patient may be on both sides"
      return
        "Data “\(name)”: \(training) images in the training set, \(validation) in the validation set (split \(rule))."
    case .prepared(let steps): return "Prepared: \(steps.listedInEnglish)."
    case .dataSaved(let name, let count, let digest):
      return "Kept \(count) images as “\(name)”, digest \(digest.prefix(12))."
    case .noData:
      return
        "No data sets yet. `seglab data make cardiac` makes hearts; `seglab data import PATH --as NAME` brings your own."
    case .noLabs(let folder):
      return "There is no folder `labs` in \(folder) or above it. Make a course folder with `seglab init`."
    case .badNumber(let option, let found, let expected):
      return "\(option) is \(found); it should be \(expected)."
    case .initialised(let folder, let added, let kept):
      return kept == 0
        ? "Made the course folder \(folder) with \(added) \(added == 1 ? "lab" : "labs")."
        : "The course folder \(folder) has \(added) new \(added == 1 ? "lab" : "labs"); \(kept) stayed as they are."
    case .insideCourse(let folder, let course):
      return
        "You are in a course folder already, \(course), so no other one is made in it: its labs are in \(course)/labs, "
        + "and `seglab list` tells what is next. For another course, leave this one: `seglab init \(folder.quoted)` elsewhere."
    case .pasteLine: return "So that `seglab` is found here and in every new terminal, paste this line once:"
    case .firstSteps(let folder):
      let first = folder.isEmpty ? "" : "`cd \(folder.quoted)`, then "
      return "Next: \(first)`seglab data make cardiac`, then open labs/01-fully-connected.md "
        + "in your editor and run `seglab`: it follows your saves."
    case .resetDone(let what, let backup):
      return "“\(what)” is as it was shipped. What you had is kept in \(backup); "
        + "`--undo` behind the same command brings it back."
    case .resetUndone(let what, let backup):
      return
        "“\(what)” is as it was before the last change of this kind. What stood there until now is kept in \(backup), and "
        + "the same command brings it back."
    case .nothingToUndo(let lab): return "Nothing of “\(lab)” was set back that differs from what stands there."
    case .noOriginal(let lab):
      return "The lab “\(lab)” as it was shipped is nowhere to be found, so nothing was changed."
    case .noSuchCell(let cell, let suggestion, let known):
      return "There is no cell “\(cell)” in this lab."
        + (suggestion.isEmpty ? "" : " Did you mean “\(suggestion)”?") + " It has: \(known.listedInEnglish)."
    case .hint(let cell, let number, let count): return "Hint \(number) of \(count) for “\(cell)”"
    case .noMoreHints(let lab, let cell, let count):
      return "That was the last hint for “\(cell)”."
        + (count > 1 ? " Read one again: seglab hint \(lab) \(cell) 1" : "")
    case .noHints(let cell): return "There are no hints for “\(cell)”."
    case .notWritten(let path, let reason):
      return
        "\(path) could not be written: \(reason). Look whether it is yours to write, and whether the disk has room."
    case .labHasMistakes(let file, let count):
      return
        "\(file) has \(count) \(count == 1 ? "mistake" : "mistakes") of its author's; mend what stands above first."
    case .printed: return "Your program printed:"
    case .nextLab(let id): return "Next: seglab run \(id)"
    case .programNotBuilt(let command, let program, let build):
      return
        "`\(command)` is the work of a program of its own, \(program), which is not built yet. Build it once: \(build)"
    case .programNotStarted(let path, let reason):
      return "\(path) could not be started: \(reason). Build SegLab again, then try once more."
    case .unknownCommand(let word, let suggestion, let known):
      return "There is no command “\(word.shown)”. "
        + (suggestion.isEmpty ? "The commands are \(known.quoted(and: "and"))." : "Did you mean `\(suggestion)`?")
    case .unexpected(let what): return "SegLab did not expect this of itself: \(what)"
    }
  }
}

// MARK: Korean

extension CommandPhrase {
  var korean: String {
    switch self {
    case .noInstallation:
      return "SegLab과 함께 온 실습과 페이지 테마를 찾지 못했어요. `labs`와 `site`가 있는 폴더를 SEGLAB_HOME으로 알려 주세요."
    case .progress(let percent, let epoch, let epochs, let loss, let rate, let left):
      return "\(percent) %  에포크 \(epoch)/\(epochs)  손실 \(loss.places(3))  초당 \(rate.places(1))스텝  남은 시간 \(left.clock)"
    case .progressShort(let percent, let left): return "\(percent) %  남은 시간 \(left.clock)"
    case .labPassed(let title): return "\(Josa.object.after("‘\(title)’")) 모두 통과했어요. 잘하셨어요."
    case .labNotYet(let passed, let cells, let next, let place):
      return "셀 \(cells)개 가운데 \(passed)개를 통과했어요. 다음: ‘\(next)’, \(place)"
    case .reused(let experiment, let run):
      return "\(experiment): 신경망, 값, 데이터가 같은 이전 실행 \(run.prefix(12))\(.object, after: run.prefix(12)) 다시 썼어요."
    case .trained(let experiment, let steps, let seconds, let run):
      return
        "\(experiment): \(steps)스텝을 \(seconds.places(1))초 동안 학습했어요. 실행 \(run.prefix(12))\(.toward, after: run.prefix(12)) 저장했어요."
    case .measured(let experiment, let accuracy, let baseline, let dice, let loss):
      return
        "\(experiment): 정확도 \(accuracy.places(4)) (모두 배경일 때: \(baseline.places(4)))  다이스 \(dice.places(4))  손실 \(loss.places(3))"
    case .weights(let digest): return "가중치 sha256 \(digest)"
    case .pageWritten(let path): return "페이지: \(path)"
    case .placeTaken(let option, let path, let free):
      return "`\(option)` 옵션이 다른 파일인 \(path)에 덮어쓰게 돼요. 아무것도 쓰지 않았어요. \(free)처럼 다른 이름을 적어 보세요"
    case .noFolder(let option, let path, let folder):
      return
        "`\(option)` 옵션이 \(path) 파일을 가리키는데, \(folder) 폴더가 없어요. `mkdir -p \(folder.quoted)`\(.toward, after: folder.quoted) 만들거나 다른 파일을 적어 보세요."
    case .dataUsed(let name, let training, let validation, let split):
      let rule = split == "patient" ? "환자 단위로 나눔" : "영상 단위로 나눔: 같은 환자의 단면이 양쪽에 있을 수 있어요"
      return "데이터 ‘\(name)’: 학습용 \(training)장, 검증용 \(validation)장 (\(rule))."
    case .prepared(let steps): return "전처리: \(steps.listedInKorean)"
    case .dataSaved(let name, let count, let digest):
      return "영상 \(count)장을 ‘\(name)’\(.toward, after: name) 저장했어요. 다이제스트 \(digest.prefix(12))."
    case .noData:
      return "아직 데이터가 없어요. `seglab data make cardiac`으로 심장 영상을 만들거나, "
        + "`seglab data import 경로 --as 이름`으로 가져오세요."
    case .noLabs(let folder):
      return "\(folder)\(.with, after: folder) 그 위 폴더에 `labs` 폴더가 없어요. `seglab init`으로 실습 폴더를 만들어 보세요."
    case .badNumber(let option, let found, let expected):
      return "\(option) 값이 \(found)\(.copula, after: found). 알맞은 값: \(expected)."
    case .initialised(let folder, let added, let kept):
      return kept == 0
        ? "실습 폴더 \(folder)에 실습 \(added)개를 준비했어요."
        : "실습 폴더 \(folder)에 새 실습 \(added)개를 더했어요. 있던 \(kept)개는 그대로 두었어요."
    case .insideCourse(let folder, let course):
      return "여기는 이미 실습 폴더 \(course) 안이라서 그 안에 또 만들지 않았어요. 실습은 \(course)/labs에 있고, `seglab list`로 다음에 할 일을 볼 수 있어요. "
        + "다른 실습 폴더가 필요하면 이 폴더 밖에서 `seglab init \(folder.quoted)`\(.object, after: folder) 실행하세요."
    case .pasteLine: return "이 터미널과 새 터미널에서 `seglab`을 바로 쓰려면 아래 줄을 한 번만 붙여 넣으세요:"
    case .firstSteps(let folder):
      let first = folder.isEmpty ? "" : "`cd \(folder.quoted)`, "
      return "다음 순서: \(first)`seglab data make cardiac`, 그리고 편집기로 labs/01-fully-connected.md를 열고 "
        + "`seglab`을 실행해 보세요. 저장할 때마다 확인해 줘요."
    case .resetDone(let what, let backup):
      return "\(Josa.object.after("‘\(what)’")) 처음 상태로 되돌렸어요. 쓰던 내용은 \(backup)에 있어요. "
        + "같은 명령 뒤에 `--undo`를 붙이면 다시 돌려놓아요."
    case .resetUndone(let what, let backup):
      return "\(Josa.object.after("‘\(what)’")) 바로 전 상태로 돌려놓았어요. 조금 전까지의 내용은 \(backup)에 있고, "
        + "같은 명령을 다시 쓰면 그 내용이 돌아와요."
    case .nothingToUndo(let lab): return "‘\(lab)’에는 지금과 다른, 되돌리기 전의 내용이 없어요."
    case .noOriginal(let lab): return "‘\(lab)’ 실습의 처음 파일을 찾지 못해서 아무것도 바꾸지 않았어요."
    case .noSuchCell(let cell, let suggestion, let known):
      return "이 실습에는 ‘\(cell)’ 셀이 없어요." + (suggestion.isEmpty ? "" : " 혹시 ‘\(suggestion)’인가요?")
        + " 있는 셀: \(known.listedInKorean)."
    case .hint(let cell, let number, let count): return "‘\(cell)’ 힌트 \(number)/\(count)"
    case .noMoreHints(let lab, let cell, let count):
      return "‘\(cell)’의 마지막 힌트였어요." + (count > 1 ? " 다시 보려면: seglab hint \(lab) \(cell) 1" : "")
    case .noHints(let cell): return "‘\(cell)’에는 힌트가 없어요."
    case .notWritten(let path, let reason): return "\(path) 파일을 쓰지 못했어요: \(reason). 쓸 권한이 있는지, 디스크에 자리가 있는지 확인해 보세요."
    case .labHasMistakes(let file, let count):
      return "\(file) 파일에 실습을 만든 사람의 실수가 \(count)개 있어요. 위의 내용부터 고쳐 주세요."
    case .printed: return "프로그램이 출력한 내용:"
    case .nextLab(let id): return "다음: seglab run \(id)"
    case .programNotBuilt(let command, let program, let build):
      return "`\(command)` 명령은 따로 있는 프로그램 \(program)의 일인데, 아직 빌드하지 않았어요. 한 번만 빌드하세요: \(build)"
    case .programNotStarted(let path, let reason):
      return "\(path) 파일을 실행할 수 없어요: \(reason). SegLab을 다시 빌드한 다음 한 번 더 해 보세요."
    case .unknownCommand(let word, let suggestion, let known):
      return "‘\(word.shown)’\(.called, after: word) 명령은 없어요. "
        + (suggestion.isEmpty ? "쓸 수 있는 명령: \(known.quoted)." : "혹시 `\(suggestion)`인가요?")
    case .unexpected(let what): return "SegLab 안에서 예상하지 못한 일이 생겼어요: \(what)"
    }
  }
}
