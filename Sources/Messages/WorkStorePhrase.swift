/// What is said of the folder that work is handed in to.
public enum WorkStorePhrase: Phrase {
  /// There is no work store at a path.
  case none(path: String)
  /// What lies at `path` is no store, and not empty.
  case noRoom(path: String)
  /// A store would lie in another one, at `store`.
  case inStore(path: String, store: String)
  /// A store would lie in a folder of SegLab's own that is for something else.
  case inOwnFolder(path: String)
  /// The empty word was given as a store.
  case noName
  /// Something else than a folder is on the way to a store.
  case notAFolder(path: String)
  /// A link to nothing stands where a store should be.
  case linkToNothing(path: String)
  /// A symbolic link stands where a folder of the store's own should be.
  case link(path: String)
  /// Something else stands where a folder of the store's own should be.
  case foreignPart(path: String)
  /// Something of a store's is no longer there.
  case gone(path: String)
  /// A folder may not be used by this user.
  case closed(path: String)
  /// A folder is another user's, by number.
  case foreign(path: String, owner: Int)
  /// Something of a store's cannot be read.
  case notRead(path: String, reason: String)
  /// Others may write in a store.
  case openToOthers(path: String)
  /// A store has another patience than was asked for.
  case otherPatience(path: String, seconds: Double)
  /// What lies at a path is not what was written; without it, it is made anew.
  case damaged(path: String)
  /// A list of items is not what was written.
  case damagedList(path: String)
  /// There are items, and no list of them.
  case unlisted(path: String)
  /// A store was made by another version.
  case otherForm(path: String, form: String, isNewer: Bool)
  /// The store is another user's, or this machine has another key, which lies at `key`.
  case otherKey(path: String, key: String)
  /// This machine has no key; where one should lie.
  case noKey(path: String, key: String)
  /// The key of this machine is one that cannot be used.
  case badKey(path: String)
  /// The key cannot be read or made.
  case keyNotUsed(path: String, reason: String)
  /// There is no folder for a key.
  case noKeyFolder
  /// Something is not on this machine that was there where the work was handed in.
  case absent(path: String)
  /// What was handed in before names a course that is not there any more.
  case courseMoved(store: String, path: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension WorkStorePhrase {
  var english: String {
    switch self {
    case .none(let path):
      return
        "There is no work store at \(path). One is made by `seglab grade … --on store` or `seglab run LAB --on store`."
    case .noRoom(let path):
      return
        "\(path) holds something else, and a work store needs a folder of its own: name one that is empty or not there yet, `--store FOLDER`."
    case .inStore(let path, let store):
      return "\(path) would lie inside the work store \(store). Name a folder beside it: `--store FOLDER`."
    case .inOwnFolder(let path):
      return
        "\(path) is for things that SegLab keeps there itself. Name a folder outside `.seglab`, `--store FOLDER`, or leave `--store` out."
    case .noName: return "`--store` names no folder. Name one that is empty or not there yet: `--store FOLDER`."
    case .notAFolder(let path):
      return "\(path) is no folder, and a work store is one. Name a folder that is empty or not there yet."
    case .linkToNothing(let path):
      return
        "\(path) is a link, and what it leads to is not there. Make that folder: `mkdir \"$(readlink -m \(path.quoted))\"`"
    case .link(let path):
      return
        "\(path) is a symbolic link, and in a store and in `.seglab` none is followed. "
        + "Put the folder itself there, or name another one: `--store FOLDER`."
    case .foreignPart(let path):
      return "\(path) should be a folder of the store's own, and something else stands there. Remove it with "
        + "`rm -f \(path.quoted)`, and hand the work in again with the same command as before: what was done already stays."
    case .gone(let path):
      return
        "\(path) is no longer there. If somebody removed the store, hand the work in again with the same command as before."
    case .closed(let path):
      return "\(path) is closed to this user. Where it is yours, `chmod u+rwx \(path.quoted)` opens it; "
        + "whose it is says `ls -ld \(path.quoted)`."
    case .foreign(let path, let owner):
      return "\(path) belongs to another user (number \(owner)). A store is used by whoever made it: "
        + "work as that user, or name a folder of your own."
    case .notRead(let path, let reason): return "\(path) cannot be read: \(reason)."
    case .openToOthers(let path):
      return "Others may write in \(path), and so remove what lies there. To keep them out: `chmod go-w \(path.quoted)`"
    case .otherPatience(let path, let seconds):
      return
        "\(path) was made with `--patience \(seconds.places(0))`, and keeps it. Another patience needs another store: `--store FOLDER`."
    case .damaged(let path):
      return
        "\(path) is not what was written there. Remove it with `rm -rf \(path.quoted)`, and hand the work in again "
        + "with the same command as before: what was done already stays."
    case .damagedList(let path):
      return "\(path), a list of what was handed in, is not what was written there. Remove the lists with "
        + "`rm -r \(path.folder.quoted)`, and hand the work in again with the same command as before: what was done already stays."
    case .unlisted(let path):
      return "\(path) has items, and no list of them: either they are being handed in, or the list was lost. "
        + "Hand the work in again with the same command as before: what was done already stays."
    case .otherForm(let path, let form, let isNewer):
      return isNewer
        ? "\(path) was made by a newer SegLab (\(form.shown)). Use that SegLab here, or name another folder: `--store FOLDER`."
        : "\(path) was made by an older SegLab (\(form.shown)). Hand the work in to another folder: `--store FOLDER`."
    case .otherKey(let path, let key):
      return "\(path) was made with another key than this machine has, so nothing of it can be believed here. "
        + "Workers need the key of whoever handed the work in: share the home folder, or copy that key to \(key)."
    case .noKey(let path, let key):
      return "This machine has no key, and \(path) is opened with the one that it was made with. "
        + "Share the home folder of whoever handed the work in, or copy that key to \(key)."
    case .badKey(let path):
      return
        "\(path), the key that stores are made and opened with, is damaged, or others could have read or written it. "
        + "Where this machine only works, copy the key of whoever handed the work in once more, and let only its user read it: "
        + "`chmod 700 \(path.folder.quoted) && chmod 600 \(path.quoted)`. Without the first key, work that was handed in is lost."
    case .keyNotUsed(let path, let reason):
      return "\(path), for the key that stores are made and opened with, cannot be used: \(reason). "
        + "Whose it is says `ls -ld \(path.quoted)`."
    case .noKeyFolder:
      return
        "Neither HOME nor XDG_STATE_HOME names a folder, and the key that stores are opened with lies there. Set HOME to your own folder."
    case .absent(let path):
      return "\(path) is not on this machine, and was there where the work was handed in. "
        + "Workers need the course folder under the same path: mount it here, or let another machine work. "
        + "Where the course was moved, hand the work in to another store: `--store FOLDER`."
    case .courseMoved(let store, let path):
      return "What lies in \(store) was handed in where \(path) was, and that is not there now. "
        + "Put the course back in its place, or hand the work in to another store: `--store FOLDER`."
    }
  }
}

// MARK: Korean

extension WorkStorePhrase {
  var korean: String {
    switch self {
    case .none(let path):
      return "\(path)에는 작업 저장소가 없어요. `seglab grade … --on store`나 `seglab run 실습 --on store`로 만들 수 있어요."
    case .noRoom(let path):
      return "\(path) 폴더에는 다른 것이 들어 있어요. 작업 저장소에는 따로 쓸 폴더가 필요해요. 비었거나 아직 없는 폴더를 골라 보세요: `--store 폴더`"
    case .inStore(let path, let store):
      return "\(path)의 자리는 작업 저장소 \(store)의 안이에요. 그 옆의 폴더를 골라 보세요: `--store 폴더`"
    case .inOwnFolder(let path):
      return "\(path)의 자리는 SegLab이 직접 쓰는 곳이에요. `.seglab` 밖의 폴더를 고르거나(`--store 폴더`) `--store`를 빼 보세요."
    case .noName: return "`--store`에 폴더 이름이 없어요. 비었거나 아직 없는 폴더를 적어 보세요: `--store 폴더`"
    case .notAFolder(let path):
      return "\(path) 자리에 폴더가 아닌 것이 있어요. 작업 저장소는 폴더예요. 비었거나 아직 없는 폴더를 골라 보세요."
    case .linkToNothing(let path):
      return "\(path) 자리의 링크가 가리키는 폴더가 없어요. 그 폴더를 만들어 보세요: `mkdir \"$(readlink -m \(path.quoted))\"`"
    case .link(let path):
      return "\(path) 자리에 심볼릭 링크가 있어요. 저장소와 `.seglab` 안의 링크는 따라가지 않아요. "
        + "그 자리에 폴더를 두거나 다른 폴더를 써 보세요: `--store 폴더`"
    case .foreignPart(let path):
      return "\(path) 자리에는 저장소의 폴더가 있어야 하는데 다른 것이 있어요. `rm -f \(path.quoted)`\(.toward, after: path.quoted) 지우고, "
        + "맡길 때 쓴 명령을 다시 실행해 보세요. 이미 끝난 것은 그대로 남아요."
    case .gone(let path):
      return "\(path)\(.subject, after: path) 없어졌어요. 저장소를 지웠다면 맡길 때 쓴 명령을 다시 실행해 보세요."
    case .closed(let path):
      return "이 사용자는 \(path)\(.object, after: path) 쓸 수 없어요. 내 것이라면 `chmod u+rwx \(path.quoted)`로 열 수 있고, "
        + "누구의 것인지는 `ls -ld \(path.quoted)`로 볼 수 있어요."
    case .foreign(let path, let owner):
      return "\(path)의 주인은 다른 사용자(번호 \(owner))예요. 저장소는 만든 사용자가 써요. 그 사용자로 하거나 내 폴더를 골라 보세요."
    case .notRead(let path, let reason): return "\(path): 읽을 수 없어요. \(reason)."
    case .openToOthers(let path):
      return "다른 사용자도 \(path)에 쓸 수 있어서 그 안의 것을 지울 수 있어요. 막으려면: `chmod go-w \(path.quoted)`"
    case .otherPatience(let path, let seconds):
      return "\(path) 저장소는 `--patience \(seconds.places(0))`으로 만들어졌고 그대로 써요. 다르게 하려면 다른 저장소를 쓰세요: `--store 폴더`"
    case .damaged(let path):
      return "\(path)의 내용이 기록한 것과 달라요. `rm -rf \(path.quoted)`\(.toward, after: path.quoted) 지우고, "
        + "맡길 때 쓴 명령을 다시 실행해 보세요. 이미 끝난 것은 그대로 남아요."
    case .damagedList(let path):
      return
        "맡긴 작업의 목록 \(path)의 내용이 기록한 것과 달라요. `rm -r \(path.folder.quoted)`\(.toward, after: path.folder.quoted) 목록을 지우고, "
        + "맡길 때 쓴 명령을 다시 실행해 보세요. 이미 끝난 것은 그대로 남아요."
    case .unlisted(let path):
      return "\(path)에 작업은 있는데 목록이 없어요. 지금 맡기는 중이거나 목록이 없어진 거예요. "
        + "맡길 때 쓴 명령을 다시 실행해 보세요. 이미 끝난 것은 그대로 남아요."
    case .otherForm(let path, let form, let isNewer):
      return isNewer
        ? "\(path) 저장소는 더 새로운 SegLab이 만들었어요(\(form.shown)). 그 SegLab을 쓰거나 다른 폴더를 골라 보세요: `--store 폴더`"
        : "\(path) 저장소는 더 오래된 SegLab이 만들었어요(\(form.shown)). 다른 폴더에 맡겨 보세요: `--store 폴더`"
    case .otherKey(let path, let key):
      return "이 컴퓨터에 있는 것과 다른 키로 만든 저장소라서 믿을 수 없어요: \(path). 작업하는 컴퓨터에는 맡긴 사람의 키가 필요해요. "
        + "홈 폴더를 함께 쓰거나 그 키를 \(key)\(.toward, after: key) 복사해 보세요."
    case .noKey(let path, let key):
      return "이 컴퓨터에는 키가 없고, \(path) 저장소는 만들 때 쓴 키로만 열 수 있어요. "
        + "맡긴 사람의 홈 폴더를 함께 쓰거나 그 키를 \(key)\(.toward, after: key) 복사해 보세요."
    case .badKey(let path):
      return "저장소를 만들고 여는 키 \(path)\(.subject, after: path) 망가졌거나 다른 사람의 손이 닿을 수 있어요. "
        + "작업만 하는 컴퓨터라면 맡긴 사람의 키를 다시 복사하고 본인만 읽게 해 주세요: "
        + "`chmod 700 \(path.folder.quoted) && chmod 600 \(path.quoted)`. 처음의 키가 없으면 맡긴 작업을 되살릴 수 없어요."
    case .keyNotUsed(let path, let reason):
      return
        "저장소를 만들고 여는 키의 자리 \(path)\(.object, after: path) 쓸 수 없어요: \(reason). 누구의 것인지는 `ls -ld \(path.quoted)`로 볼 수 있어요."
    case .noKeyFolder:
      return "HOME도 XDG_STATE_HOME도 폴더를 가리키지 않아요. 저장소를 여는 키가 거기에 있어야 해요. HOME에 본인의 폴더를 적어 주세요."
    case .absent(let path):
      return "작업을 맡긴 곳에 있던 \(path)\(.subject, after: path) 이 컴퓨터에는 없어요. "
        + "작업하는 컴퓨터에는 같은 경로에 실습 폴더가 있어야 해요. 여기에 마운트하거나 다른 컴퓨터에서 해 보세요. "
        + "실습 폴더를 옮겼다면 다른 저장소에 다시 맡겨 보세요: `--store 폴더`"
    case .courseMoved(let store, let path):
      return "\(store)에 있는 것은 \(path)\(.subject, after: path) 있을 때 맡긴 것인데 지금은 없어요. "
        + "실습 폴더를 제자리에 두거나 다른 저장소에 맡겨 보세요: `--store 폴더`"
    }
  }
}
