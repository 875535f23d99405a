extension CommandPhrase {
  var korean: String {
    switch self {
    case .noInstallation:
      return "SegLab과 함께 온 실습과 페이지 테마를 찾지 못했어요. `labs`와 `site`가 있는 폴더를 SEGLAB_HOME으로 알려 주세요."
    case .progress(let percent, let epoch, let epochs, let loss, let rate, let left):
      return "\(percent) %  에폭 \(epoch)/\(epochs)  손실 \(loss.places(3))  초당 \(rate.places(1))스텝  남은 시간 \(left.clock)"
    case .labPassed(let title): return "\(Particle.object.after("‘\(title)’")) 모두 통과했어요. 잘하셨어요."
    case .labNotYet(let passed, let cells, let next):
      return "셀 \(cells)개 가운데 \(passed)개를 통과했어요. 다음은 ‘\(next)’예요."
    case .reused(let experiment, let run):
      return "\(experiment): 네트워크, 값, 데이터가 같은 이전 실행 \(run.prefix(12))을 다시 썼어요."
    case .trained(let experiment, let steps, let seconds, let run):
      return "\(experiment): \(steps)스텝을 \(seconds.places(1))초 동안 학습했어요. 실행 \(run.prefix(12))으로 저장했어요."
    case .measured(let accuracy, let baseline, let dice, let loss):
      return "정확도 \(accuracy.places(4)) (모두 배경일 때: \(baseline.places(4)))  Dice \(dice.places(4))  손실 \(loss.places(3))"
    case .weights(let digest): return "가중치 sha256 \(digest)"
    case .pageWritten(let path): return "페이지: \(path)"
    case .dataUsed(let name, let training, let validation, let split):
      let rule = split == "patient" ? "환자 단위로 나눔" : "영상 단위로 나눔: 같은 환자의 단면이 양쪽에 있을 수 있어요"
      return "데이터 ‘\(name)’: 학습용 \(training)장, 검증용 \(validation)장 (\(rule))."
    case .prepared(let steps): return "준비 단계: \(steps.listedInKorean)"
    case .dataSaved(let name, let count, let digest):
      return "영상 \(count)장을 ‘\(name)’(으)로 저장했어요. 다이제스트 \(digest.prefix(12))."
    case .noData:
      return "아직 데이터가 없어요. `seglab data make cardiac`으로 심장 영상을 만들거나, "
        + "`seglab data import 경로 --as 이름`으로 가져오세요."
    case .noLabs(let folder):
      return "\(folder)와 그 위 폴더에 `labs` 폴더가 없어요. `seglab init`으로 실습 폴더를 만들어 보세요."
    case .badNumber(let option, let found, let expected): return "\(option) 값이 \(found)이에요. 알맞은 값: \(expected)."
    case .initialised(let folder, let added, let kept):
      return kept == 0
        ? "실습 폴더 \(folder)에 실습 \(added)개를 준비했어요."
        : "실습 폴더 \(folder)에 새 실습 \(added)개를 더했어요. 있던 \(kept)개는 그대로 두었어요."
    case .firstSteps(let folder):
      let first = folder.isEmpty ? "" : "`cd \(folder.quoted)`, "
      return "다음 순서: \(first)`seglab data make cardiac`, 그리고 편집기로 labs/01-fully-connected.md를 열고 "
        + "`seglab`을 실행해 보세요. 저장할 때마다 살펴봐 줘요."
    case .resetDone(let what, let backup):
      return "\(Particle.object.after("‘\(what)’")) 처음 상태로 되돌렸어요. 쓰던 내용은 \(backup)에 있어요."
    case .noOriginal(let lab): return "‘\(lab)’ 실습의 처음 파일을 찾지 못해서 아무것도 바꾸지 않았어요."
    case .noSuchCell(let cell, let known):
      return "이 실습에는 ‘\(cell)’ 연습이 없어요. 있는 것: \(known.listedInKorean)."
    case .hint(let cell, let number, let count): return "‘\(cell)’ 힌트 \(number)/\(count)"
    case .noMoreHints(let cell): return "‘\(cell)’의 마지막 힌트였어요."
    case .noHints(let cell): return "‘\(cell)’에는 힌트가 없어요."
    case .notWritten(let path, let reason): return "\(path) 파일을 쓰지 못했어요: \(reason). 쓸 권한이 있는지, 디스크에 자리가 있는지 확인해 보세요."
    case .labHasMistakes(let file, let count):
      return "\(file) 파일에 실습을 만든 사람의 실수가 \(count)개 있어요. 위의 내용부터 고쳐 주세요."
    case .printed: return "프로그램이 출력한 내용:"
    case .nextLab(let id): return "다음: seglab run \(id)"
    case .unexpected(let what): return "SegLab 안에서 예상하지 못한 일이 생겼어요: \(what)"
    }
  }
}
