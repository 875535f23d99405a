/// The words of `--help` for work that several processes or machines share.
public enum WorkHelpPhrase: Wording, CaseIterable {
  /// `seglab work`.
  case work
  /// What comes after its options.
  case workRules
  /// The store argument.
  case store
  /// `--item`.
  case item
  /// `--count`.
  case count
  /// `--jobs`.
  case jobs
  /// `--threads`.
  case threads
  /// `--drain`.
  case drain
  /// `seglab jobs`.
  case jobsCommand
  /// `--cancel`.
  case cancel
  /// `--on`.
  case on
  /// `--store`.
  case storeOption
  /// `--collect`.
  case collect
  /// `--patience`.
  case patience
  /// `--pack`.
  case pack
  /// `--account`.
  case account
  /// `--partition`.
  case partition
  /// `--time`.
  case time
  /// `--slurm-option`.
  case slurmOption
  /// What stands behind `--`.
  case slurmWords
  /// `--rounds`.
  case rounds

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension WorkHelpPhrase {
  var english: String {
    switch self {
    case .work: return "Do work that was handed in to a shared folder: trainings, and submissions to judge."
    case .workRules:
      return """
        As many workers as you like, on as many machines as share the folder, work at a time; none does what another does, and what one that \
        died had begun another goes on with. USR2 and TERM: trainings write a checkpoint, and what is unfinished is given back.

        Exit codes: 0 what was there to do is done, 75 something is unfinished or another's, 69 this machine has no sandbox that is good enough, \
        no compiler, or not the course folder, 65 the folder is bad or the disk refuses.
        """
    case .store: return "The folder that work was handed in to."
    case .item: return "Do only the item of this number, from 0."
    case .count: return "With --item: do so many, from that number on."
    case .jobs: return "How many items are done at once."
    case .threads: return "How many threads train, all items together."
    case .drain: return "Stay until every item is done, also those that others are on, should they die."
    case .jobsCommand: return "Show how work stands that was handed in to a shared folder."
    case .cancel: return "Cancel what the cluster has of it; what was done stays, and the rest can be gone on with."
    case .on:
      return
        "Where work is done: local, here and now; work, by workers here, through a folder; slurm, on a cluster; store, by workers that you start."
    case .storeOption: return "The folder that work is handed in to, on a file system that workers share."
    case .collect: return "Only take what workers found out; hand nothing in."
    case .patience: return "The seconds without a sign of life after which an item is taken over; for a new folder."
    case .pack: return "How many items a job does, one after the other."
    case .account: return "The account that Slurm charges."
    case .partition: return "The partition of the cluster."
    case .time: return "The longest that a job may take, as Slurm writes it: 2:00:00."
    case .slurmOption: return "An option of sbatch: --slurm-option mem=4G. May be given several times."
    case .slurmWords: return "Behind --: any options of sbatch, as it reads them: -- --constraint=gpu --mem=4G"
    case .rounds: return "How often what is missing is submitted again at most."
    }
  }
}

// MARK: Korean

extension WorkHelpPhrase {
  var korean: String {
    switch self {
    case .work: return "공유 폴더에 맡겨진 작업(학습, 제출물 채점)을 해요."
    case .workRules:
      return """
        폴더를 함께 쓰는 컴퓨터라면 작업자를 몇이든 동시에 둘 수 있어요. 같은 작업을 둘이 하지 않고, 죽은 작업자가 하던 일은 다른 작업자가 이어서 해요. \
        USR2나 TERM 신호를 받으면 학습은 체크포인트를 남기고, 끝나지 않은 작업은 돌려놓아요.

        종료 코드: 0 할 일을 다 했음, 75 끝나지 않았거나 다른 작업자가 하고 있음, 69 이 컴퓨터에 쓸 만한 샌드박스나 컴파일러나 실습 폴더가 없음, \
        65 폴더가 잘못되었거나 디스크에 쓸 수 없음.
        """
    case .store: return "작업을 맡긴 폴더."
    case .item: return "이 번호의 작업만 해요. 0번부터예요."
    case .count: return "--item과 함께: 그 번호부터 이만큼 해요."
    case .jobs: return "한꺼번에 하는 작업 수."
    case .threads: return "학습에 쓰는 스레드 수. 모든 작업을 합친 값이에요."
    case .drain: return "모든 작업이 끝날 때까지 기다려요. 다른 작업자가 죽으면 그 작업도 이어받아요."
    case .jobsCommand: return "공유 폴더에 맡긴 작업의 진행 상황을 보여 줘요."
    case .cancel: return "클러스터에 있는 작업을 취소해요. 끝난 것은 남고, 나머지는 나중에 이어서 할 수 있어요."
    case .on:
      return "작업할 곳. local: 지금 여기서 해요. work: 이 컴퓨터의 작업자에게 폴더로 맡겨요. slurm: 클러스터에 맡겨요. "
        + "store: 직접 띄운 작업자에게 맡겨요."
    case .storeOption: return "작업을 맡길 폴더. 작업자들이 함께 쓰는 파일 시스템에 있어야 해요."
    case .collect: return "작업자가 얻은 결과만 가져오고, 더 맡기지 않아요."
    case .patience: return "이 시간(초) 동안 소식이 없으면 작업을 이어받아요. 폴더를 새로 만들 때 정해요."
    case .pack: return "작업 하나가 차례로 처리할 항목 수."
    case .account: return "Slurm이 사용량을 청구할 계정."
    case .partition: return "클러스터의 파티션."
    case .time: return "작업이 쓸 수 있는 가장 긴 시간. Slurm 형식으로 써요. 예: 2:00:00"
    case .slurmOption: return "sbatch의 옵션 하나: --slurm-option mem=4G. 여러 번 쓸 수 있어요."
    case .slurmWords: return "-- 뒤에는 sbatch의 옵션을 무엇이든 그대로 써요: -- --constraint=gpu --mem=4G"
    case .rounds: return "빠진 것을 다시 제출하는 최대 횟수."
    }
  }
}
