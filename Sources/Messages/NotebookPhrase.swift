/// What `seglab notebook` says in the terminal, and what its pages say with names in it.
public enum NotebookPhrase: Phrase {
  /// The notebook of a folder is open at an address; the link opens it once.
  case open(folder: String, link: String)
  /// How to end it.
  case ends
  /// A notebook of the same folder is open already; another link to it.
  case isOpen(folder: String, link: String)
  /// No notebook is open.
  case none
  /// One that is open: where, and since when it runs as which process.
  case line(address: String, folder: String, process: Int)
  /// The port is taken by another program.
  case portTaken(port: Int)
  /// So many ports from one on are taken.
  case noPort(from: Int, count: Int)
  /// The system does not let it listen.
  case portRefused(port: Int, reason: String)
  /// The file of the secret is not one that only this user can read.
  case tokenUnsafe(path: String)
  /// The heading of the page for who has no link.
  case closedTitle
  /// What to do for who has no link.
  case closed
  /// The link was used, and another is to be had.
  case closedAgain
  /// There is no such lab.
  case noLab(name: String)
  /// The answer would not fit into the lab's file.
  case notSaved(file: String, reason: String)
  /// What stands in a cell would make the file no lab any more, and why.
  case notYetSaved(Message)
  /// A run's network cannot look at images again.
  case noWeights
  /// A version of a cell was kept in a file of its own.
  case keptAside(path: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension NotebookPhrase {
  var english: String {
    switch self {
    case .open(let folder, let link): "The notebook of \(folder) is open. This link lets one browser in: \(link)"
    case .ends: "Ctrl-C ends it. What you wrote is in the labs' files, and a training goes on from its last checkpoint."
    case .isOpen(let folder, let link):
      "The notebook of \(folder) is open already. This link lets another browser in: \(link)"
    case .none: "No notebook is open. Open one in a course folder: seglab notebook"
    case .line(let address, let folder, let process): "\(address)  \(folder)  (process \(process))"
    case .portTaken(let port):
      "Another program listens at port \(port). Leave --port out and a free one is taken, or name another: --port \(port + 1)"
    case .noPort(let from, let count):
      "The ports \(from) to \(from + count - 1) are all taken. Name one that is free: --port \(from + 1000)"
    case .portRefused(let port, let reason):
      "The system does not let SegLab listen at port \(port): \(reason). Name one above 1024, for example --port 8800"
    case .tokenUnsafe(let path):
      "\(path) is not a file that only you can read, so it keeps no secret. Remove it, and a new one is made: rm \(path)"
    case .closedTitle: "This notebook needs its link"
    case .closed: "Open the link that `seglab notebook` shows in the terminal. It lets one browser in, once."
    case .closedAgain:
      "Is it used up? Run `seglab notebook` in the same folder once more: it shows a new link to the same notebook. If you came here from another page, reload this one."
    case .noLab(let name): "This course has no lab “\(name)”. Its labs are listed on the first page."
    case .notSaved(let file, let reason): "\(file) was not saved: \(reason). Your text stays here; try again."
    case .notYetSaved(let reason): "Not saved yet: \(reason.text(in: .english)). Your text stays here."
    case .noWeights:
      "The weights of this run, or the set that it was trained on, are not here any more. Run the experiment once more."
    case .keptAside(let path): "The other version is kept in \(path)."
    }
  }
}

// MARK: Korean

extension NotebookPhrase {
  var korean: String {
    switch self {
    case .open(let folder, let link): "\(folder) 노트북을 열었어요. 이 링크는 브라우저 하나를 한 번 들여보내요: \(link)"
    case .ends: "Ctrl-C를 누르면 끝나요. 쓰신 내용은 실습 파일에 있고, 학습은 마지막 체크포인트부터 이어져요."
    case .isOpen(let folder, let link): "\(folder) 노트북은 이미 열려 있어요. 이 링크는 다른 브라우저를 들여보내요: \(link)"
    case .none: "열려 있는 노트북이 없어요. 과정 폴더에서 열어 보세요: seglab notebook"
    case .line(let address, let folder, let process): "\(address)  \(folder)  (프로세스 \(process))"
    case .portTaken(let port):
      "\(port)번 포트는 다른 프로그램이 쓰고 있어요. --port를 빼면 빈 포트를 찾아요. 아니면 다른 것을 써 보세요: --port \(port + 1)"
    case .noPort(let from, let count):
      "\(from)번부터 \(from + count - 1)번까지 모든 포트를 쓰고 있어요. 비어 있는 것을 골라 보세요: --port \(from + 1000)"
    case .portRefused(let port, let reason):
      "시스템이 \(port)번 포트를 열어 주지 않아요: \(reason). 1024보다 큰 것을 써 보세요. 예: --port 8800"
    case .tokenUnsafe(let path): "\(path) 파일은 나만 읽을 수 있는 파일이 아니어서 비밀을 지키지 못해요. 지우면 새로 만들어요: rm \(path)"
    case .closedTitle: "이 노트북은 링크로 열어요"
    case .closed: "`seglab notebook`이 터미널에 보여 주는 링크를 열어 보세요. 브라우저 하나를 한 번 들여보내요."
    case .closedAgain:
      "이미 쓴 링크인가요? 같은 폴더에서 `seglab notebook`을 한 번 더 실행하면 같은 노트북의 새 링크를 보여 줘요. 다른 페이지에서 왔다면 이 페이지를 새로 고쳐 보세요."
    case .noLab(let name): "이 과정에는 ‘\(name.shown)’ 실습이 없어요. 첫 페이지에 실습 목록이 있어요."
    case .notYetSaved(let reason): "아직 저장하지 않았어요: \(reason.text(in: .korean)). 쓰신 내용은 여기 있어요."
    case .notSaved(let file, let reason): "\(file) 파일을 저장하지 못했어요: \(reason). 쓰신 내용은 여기 있으니 다시 해 보세요."
    case .noWeights: "이 실행의 가중치나 학습에 쓴 데이터가 이제 여기에 없어요. 실험을 한 번 더 실행해 보세요."
    case .keptAside(let path): "다른 내용은 \(path) 파일에 있어요."
    }
  }
}
