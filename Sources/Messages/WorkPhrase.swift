/// What is said of work that several processes or machines share.
public enum WorkPhrase: Phrase {
  /// There is no item of a number.
  case noItem(number: Int, count: Int)
  /// A program of a cluster's is not here.
  case noProgram(name: String)
  /// A program of a cluster's says no.
  case scheduler(program: String, words: String)
  /// An item was begun: its number, its kind, and how often it was taken.
  case begun(number: Int, kind: String, taken: Int)
  /// An item was done.
  case finished(number: Int, seconds: Double)
  /// An item came to nothing; that is its result.
  case failed(number: Int)
  /// An item was taken over by another.
  case lost(number: Int)
  /// Another had a result of an item first.
  case known(number: Int)
  /// An item was given back, so that the next one goes on with it.
  case givenBack(number: Int)
  /// What an item says is to be done is missing or damaged.
  case unreadable(number: Int, path: String)
  /// Another is on an item.
  case held(number: Int, host: String, process: Int)
  /// A worker was told to stop.
  case stopping
  /// What a worker did, and how many items are still open.
  case worked(done: Int, open: Int)
  /// What a worker did that was to do some items alone.
  case workedPart(done: Int)
  /// An option that changes nothing where the work is done.
  case onlyOn(option: String, place: String, found: String)
  /// `--store` was given, and nothing that is done with it.
  case storeAlone
  /// `--item` and `--drain` were both given.
  case itemAndDrain
  /// `--count` was given without `--item`.
  case countWithoutItem
  /// A worker is given up for an item: so often it ended without a word.
  case givenUp(times: Int)
  /// How a store stands.
  case standing(count: Int, done: Int, failed: Int, leased: Int, waiting: Int, unreadable: Int)
  /// Who is on an item: for how many seconds by that machine's clock, and how often the item was taken.
  case leased(number: Int, kind: String, host: String, process: Int, seconds: Double, taken: Int)
  /// An item came to nothing, in a list.
  case failedItem(number: Int, kind: String)
  /// An item cannot be read, in a list.
  case unreadableItem(number: Int, kind: String)
  /// A file was put aside.
  case putAside(path: String)
  /// The cluster has so many parts of jobs of the store's.
  case onCluster(parts: Int)
  /// The cluster has nothing of the store's any more.
  case offCluster
  /// The cluster's programs are not here, so only the store speaks.
  case noCluster(store: String)
  /// Jobs were cancelled.
  case cancelled(jobs: [String])
  /// There was nothing to cancel.
  case nothingToCancel
  /// Items were handed in.
  case handedIn(new: Int, open: Int, store: String)
  /// So many items are not done; so many of them were never handed in.
  case awaited(open: Int, absent: Int, store: String)
  /// Items were submitted to the cluster.
  case submitted(arrays: [String], collector: String, store: String)
  /// How open items are done without a cluster.
  case howToWork(program: String, store: String, count: Int)
  /// Not all was done after so many rounds.
  case roundsOver(rounds: Int, open: Int, logs: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension WorkPhrase {
  var english: String {
    switch self {
    case .noItem(let number, let count):
      return count == 0
        ? "There is no item \(number): the store has none."
        : "There is no item \(number): the store has \(count.grouped), from 0 to \(count - 1)."
    case .noProgram(let name):
      return "`\(name)` is not on the path, so there is no Slurm here. Try it where the cluster's jobs are submitted; "
        + "or let this machine work: `--on work`; or hand the work in with `--on store` and start workers yourself, by parallel or ssh."
    case .scheduler(let program, let words):
      return "`\(program)` says no: \(words)"
        + (Self.isSilence(words)
          ? "\nWhether Slurm's controller answers: `scontrol ping`. Without it this machine can do the work: `--on work`."
          : "")
    case .begun(let number, let kind, let taken):
      return "Item \(number) (\(kind)) begun" + (taken > 1 ? "; taken for the \(taken.ordinalInEnglish) time." : ".")
    case .finished(let number, let seconds): return "Item \(number) done in \(seconds.places(1)) s."
    case .failed(let number): return "Item \(number) came to nothing; its result says why."
    case .lost(let number):
      return
        "Item \(number) is no longer this worker's: another took it over because this one was silent for too long, or its lease was changed or removed. What was done here does not count."
    case .known(let number): return "Item \(number) has a result of another worker's already: that one counts."
    case .givenBack(let number):
      return "Item \(number) is unfinished and given back; the next worker goes on from its checkpoint."
    case .unreadable(let number, let path):
      return
        "Item \(number) cannot be read (\(path)). Hand it in again: the command that did so finds out what is missing."
    case .held(let number, let host, let process):
      return "Item \(number) is being done by process \(process) on \(host)."
    case .stopping: return "Told to stop: trainings write a checkpoint, and what is unfinished is given back."
    case .worked(let done, let open):
      return "\(done.grouped) \(done == 1 ? "item" : "items") done here; \(open.grouped) still open in the store."
    case .workedPart(let done): return "\(done.grouped) \(done == 1 ? "item" : "items") done here."
    case .onlyOn(let option, let place, let found):
      return "`\(option)` is for `--on \(place)`, and changes nothing with `--on \(found)`: leave it out, or say "
        + "`--on \(place)`."
    case .storeAlone:
      return
        "`--store` names the folder that work is handed in to: say `--on store`, `--on work` or `--on slurm`, too, "
        + "or `--collect` to take what workers found out there."
    case .itemAndDrain:
      return "`--item` does the items that it names, `--drain` stays until every item is done: leave one of them out."
    case .countWithoutItem:
      return "`--count` says how many items are done from the one on that `--item` names: say `--item NUMBER`, too."
    case .givenUp(let times):
      return
        "This was begun \(times) times, and each time the worker ended without a word: out of memory is the likely reason."
    case .standing(let count, let done, let failed, let leased, let waiting, let unreadable):
      return
        "\(count.grouped) \(count == 1 ? "item" : "items"): \(done.grouped) done, \(failed.grouped) came to nothing, \(leased.grouped) being done, "
        + "\(waiting.grouped) waiting\(unreadable > 0 ? ", \(unreadable.grouped) that cannot be read" : "")."
    case .leased(let number, let kind, let host, let process, let seconds, let taken):
      return "  item \(number) (\(kind)): process \(process) on \(host), for \(seconds.places(0)) s"
        + (taken > 1 ? ", taken \(taken) times" : "")
    case .failedItem(let number, let kind): return "  item \(number) (\(kind)): came to nothing"
    case .unreadableItem(let number, let kind): return "  item \(number) (\(kind)): cannot be read; hand it in again"
    case .putAside(let path): return "  damaged, put aside: \(path)"
    case .onCluster(let parts): return "Slurm has \(parts.grouped) \(parts == 1 ? "job" : "jobs") of this store."
    case .offCluster: return "Slurm has no jobs of this store any more."
    case .noCluster(let store):
      return
        "`squeue` is not here or does not answer, so only the store is asked. Open items are done by `seglab work \(store.quoted)`, on any machine that shares it."
    case .cancelled(let jobs): return "Cancelled: \(jobs.listedInEnglish)"
    case .nothingToCancel: return "There is nothing to cancel: Slurm has no jobs of this store."
    case .handedIn(let new, let open, let store):
      return "\(new.grouped) \(new == 1 ? "item" : "items") handed in, \(open.grouped) open: \(store)"
    case .awaited(let open, let absent, let store):
      return "\(open.grouped) \(open == 1 ? "item is" : "items are") not done yet: \(store)"
        + (absent == 0
          ? ""
          : "\n\(absent == open ? "None of them was" : "\(absent.grouped) of them \(absent == 1 ? "was" : "were") never") handed in: "
            + "say the command once with `--on store` in place of `--collect`.")
    case .submitted(let arrays, let collector, let store):
      return "Slurm: \(arrays.listedInEnglish)"
        + (collector.isEmpty ? "." : "; \(collector) collects what they find out, and submits again what is missing.")
        + "\nHow it stands: seglab jobs \(store.quoted)"
    case .howToWork(let program, let store, let count):
      return """
        Let machines that share the folder work, as many as you like at a time:
          \(program) work \(store) --drain\(Self.parallel(program, store, count))
        Then say the same command again: it takes what they found out, and hands in what is still missing.
        """
    case .roundsOver(let rounds, let open, let logs):
      return
        "After \(rounds) rounds \(open.grouped) \(open == 1 ? "item is" : "items are") still open. What the workers said: \(logs)"
    }
  }
}

extension WorkPhrase {
  /// A line for GNU parallel; none where a path would be read by it as a place for something else.
  fileprivate static func parallel(_ program: String, _ store: String, _ count: Int) -> String {
    guard !(program + store).contains("{") else { return "" }
    return "\n  seq 0 \(max(0, count - 1)) | parallel -q \(program) work \(store) --item {}"
  }

  /// Whether a program of Slurm's says that nobody answers it.
  fileprivate static func isSilence(_ words: String) -> Bool {
    ["contact", "Connection refused", "timed out", "configuration source"].contains { words.contains($0) }
  }
}

extension Int {
  fileprivate var ordinalInEnglish: String {
    let isTeen = (11...13).contains(self % 100)
    let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][self % 10] ?? "th"
    return "\(self)\(ending)"
  }
}

// MARK: Korean

extension WorkPhrase {
  var korean: String {
    switch self {
    case .noItem(let number, let count):
      return count == 0
        ? "\(number)번 작업이 없어요. 저장소가 비어 있어요." : "\(number)번 작업이 없어요. 저장소에는 0번부터 \(count - 1)번까지 \(count.grouped)개가 있어요."
    case .noProgram(let name):
      return "`\(name)` 프로그램을 찾을 수 없어서 여기서는 Slurm을 쓸 수 없어요. 클러스터에 작업을 제출하는 컴퓨터에서 해 보세요. "
        + "이 컴퓨터에서 하려면 `--on work`를, parallel이나 ssh로 직접 하려면 `--on store`로 맡겨 보세요."
    case .scheduler(let program, let words):
      return "`\(program)` 프로그램이 거절했어요: \(words)"
        + (Self.isSilence(words)
          ? "\nSlurm 컨트롤러가 대답하는지 보려면 `scontrol ping`을 실행해 보세요. 대답이 없으면 이 컴퓨터에서 할 수 있어요: `--on work`" : "")
    case .begun(let number, let kind, let taken):
      return "\(number)번 작업(\(kind))을 시작했어요." + (taken > 1 ? " \(taken)번째로 맡았어요." : "")
    case .finished(let number, let seconds): return "\(number)번 작업을 \(seconds.places(1))초 만에 끝냈어요."
    case .failed(let number): return "\(number)번 작업은 결과를 얻지 못했어요. 이유는 결과에 적혀 있어요."
    case .lost(let number):
      return
        "\(number)번 작업은 더 이상 이 작업자의 것이 아니에요. 너무 오래 소식이 없어 다른 작업자가 넘겨받았거나, 임대 기록이 바뀌거나 지워졌어요. 여기서 한 것은 세지 않아요."
    case .known(let number): return "\(number)번 작업에는 다른 작업자가 낸 결과가 이미 있어요. 그 결과를 써요."
    case .givenBack(let number): return "\(number)번 작업은 다 끝나지 않아서 돌려놓았어요. 다음 작업자가 체크포인트부터 이어서 해요."
    case .unreadable(let number, let path):
      return "\(number)번 작업을 읽을 수 없어요(\(path)). 맡길 때 쓴 명령을 다시 실행하면 빠진 것을 다시 맡겨요."
    case .held(let number, let host, let process):
      return "\(number)번 작업은 \(host)의 \(process)번 프로세스가 하고 있어요."
    case .stopping: return "멈추라는 신호를 받았어요. 학습은 체크포인트를 남기고, 끝나지 않은 작업은 돌려놓아요."
    case .worked(let done, let open): return "여기서 작업 \(done.grouped)개를 끝냈고, 저장소에 \(open.grouped)개가 남아 있어요."
    case .workedPart(let done): return "여기서 작업 \(done.grouped)개를 끝냈어요."
    case .onlyOn(let option, let place, let found):
      return "`\(option)` 옵션은 `--on \(place)`에만 쓰고, `--on \(found)`에서는 아무것도 바꾸지 않아요. 옵션을 빼거나 `--on \(place)`로 해 보세요."
    case .storeAlone:
      return
        "`--store`는 작업을 맡길 폴더예요. `--on store`, `--on work`, `--on slurm` 가운데 하나를 함께 쓰거나, 결과만 가져오려면 `--collect`를 써 보세요."
    case .itemAndDrain:
      return "`--item`은 정한 작업만 하고 `--drain`은 모든 작업이 끝날 때까지 기다려요. 둘 가운데 하나를 빼 보세요."
    case .countWithoutItem: return "`--count`는 `--item`이 정한 번호부터 몇 개를 할지 말해요. `--item 번호`도 써 보세요."
    case .givenUp(let times): return "\(times)번 시작했지만 그때마다 작업자가 말없이 끝났어요. 메모리가 모자랐을 가능성이 커요."
    case .standing(let count, let done, let failed, let leased, let waiting, let unreadable):
      return
        "작업 \(count.grouped)개: 끝남 \(done.grouped), 결과 없음 \(failed.grouped), 하는 중 \(leased.grouped), 기다림 \(waiting.grouped)"
        + (unreadable > 0 ? ", 읽을 수 없음 \(unreadable.grouped)" : "")
    case .leased(let number, let kind, let host, let process, let seconds, let taken):
      return "  \(number)번 작업(\(kind)): \(host)의 \(process)번 프로세스, \(seconds.places(0))초째"
        + (taken > 1 ? ", \(taken)번째로 맡음" : "")
    case .failedItem(let number, let kind): return "  \(number)번 작업(\(kind)): 결과 없음"
    case .unreadableItem(let number, let kind): return "  \(number)번 작업(\(kind)): 읽을 수 없음. 다시 맡겨 보세요"
    case .putAside(let path): return "  망가져서 따로 둔 파일: \(path)"
    case .onCluster(let parts): return "Slurm에 이 저장소의 작업이 \(parts.grouped)개 있어요."
    case .offCluster: return "Slurm에는 이제 이 저장소의 작업이 없어요."
    case .noCluster(let store):
      return "`squeue`가 없거나 대답하지 않아서 저장소만 살펴봤어요. 남은 작업은 저장소를 함께 쓰는 컴퓨터 어디서나 `seglab work \(store.quoted)`로 할 수 있어요."
    case .cancelled(let jobs): return "취소했어요: \(jobs.listedInKorean)"
    case .nothingToCancel: return "취소할 것이 없어요. Slurm에 이 저장소의 작업이 없어요."
    case .handedIn(let new, let open, let store):
      return "작업 \(new.grouped)개를 맡겼고, 남은 작업은 \(open.grouped)개예요: \(store)"
    case .awaited(let open, let absent, let store):
      return "아직 끝나지 않은 작업이 \(open.grouped)개 있어요: \(store)"
        + (absent == 0
          ? ""
          : "\n그 가운데 \(absent.grouped)개는 맡긴 적이 없어요. `--collect` 대신 `--on store`로 명령을 한 번 실행해 보세요.")
    case .submitted(let arrays, let collector, let store):
      return "Slurm: \(arrays.listedInKorean)"
        + (collector.isEmpty ? "" : ". \(collector)번이 결과를 모으고 빠진 것을 다시 제출해요.")
        + "\n진행 상황: seglab jobs \(store.quoted)"
    case .howToWork(let program, let store, let count):
      return """
        이 폴더를 함께 쓰는 컴퓨터에서 작업하게 하세요. 동시에 몇 대든 괜찮아요.
          \(program) work \(store) --drain\(Self.parallel(program, store, count))
        그다음 같은 명령을 다시 실행하면 결과를 가져오고, 빠진 것을 다시 맡겨요.
        """
    case .roundsOver(let rounds, let open, let logs):
      return "\(rounds)번 되풀이했지만 작업 \(open.grouped)개가 남아 있어요. 작업자가 남긴 말: \(logs)"
    }
  }
}
