extension LabFilePhrase {
  var korean: String {
    switch self {
    case .missing(let path): return "\(path) 파일이 없어요. 경로를 다시 확인해 보세요"
    case .notAFile(let path): return Particle.topic.after(path) + " 파일이 아니에요. .md로 끝나는 실습 파일의 경로를 써 보세요"
    case .unreadable(let path, let reason): return "\(path) 파일을 읽을 수 없어요: \(reason)"
    case .tooLarge(let path, let limit):
      return "\(path) 파일이 실습의 한도인 \(limit.grouped)바이트보다 커요. 맞는 파일인지 확인하거나 나눠 보세요"
    case .notUTF8(let path, let offset, let line):
      return "\(path) 파일이 UTF-8이 아니에요. \(line)번째 줄, \(offset.grouped)번째 바이트가 잘못됐어요. UTF-8로 저장해 보세요"
    case .noFolder(let path): return "\(path) 폴더가 없어요. `seglab init`부터 실행하거나 과정 폴더로 이동해 보세요"
    case .noLabs(let path): return "\(path) 폴더에 실습이 없어요. 실습은 .md로 끝나는 파일이에요"
    case .tooManyLabs(let path, let limit): return "\(path) 폴더에 실습이 \(limit.grouped)개보다 많아요. 과정을 나눠 보세요"
    case .noSuchLab(let asked, let nearest):
      return "이름이 `\(asked)`인 실습이 없어요" + (nearest.isEmpty ? "" : ". 혹시 \(nearest.quoted)인가요?")
    case .ambiguousLab(let asked, let matches):
      return "`\(asked)`에 맞는 실습이 여럿이에요(\(matches.quoted)). 이름을 더 길게 써 보세요"
    case .noSuchCell(let name, let file, let known):
      return "\(file)에는 이름이 `\(name)`인 칸이 없어요" + (known.isEmpty ? "" : ". 있는 것: \(known.quoted)")
    case .wouldCloseFence(let name, let line):
      return "`\(name)` 코드의 \(line)번째 줄이 울타리라서 셀이 거기서 끝나 버려요. 그 줄을 다르게 시작해 보세요"
    }
  }
}
