/// What is said of runs on their way to other programs, and of weights that come from them.
public enum RunExportPhrase: Phrase {
  /// The store holds no run.
  case noRuns
  /// No run is called so; some that are there, a line each.
  case unknownRun(asked: String, known: [RunExportPhrase])
  /// Several runs are meant, a line each.
  case severalRuns(asked: String, found: [RunExportPhrase])
  /// One run in a list: its digest, the experiments that came to it, its data set, its Dice, and the bytes of its weights where they are kept.
  case listed(run: String, names: [String], dataset: String, dice: Double, weights: Int?)
  /// The run's weights are not there; the command that keeps them, where it is known which lab asked for the run.
  case noWeights(run: String, bytes: Int, limit: Int, lab: String?)
  /// The run was done by an engine whose networks this one does not read.
  case otherEngine(run: String, engine: String, lab: String?)
  /// A file could not be written.
  case notWritten(path: String, reason: String)
  /// A file cannot be read.
  case notReadable(path: String, reason: String)
  /// The weights are more than the form holds.
  case tooLarge(bytes: Int, limit: Int, form: String, other: String)
  /// The images that the run was measured on are not at hand.
  case noImages(run: String, dataset: String)
  /// A step of the preprocessing has no form in the model.
  case stepWithoutForm(run: String, step: String)
  /// What TensorBoard is to open was written.
  case eventsWritten(path: String, runs: Int)
  /// A card was written.
  case cardWritten(path: String, page: String, run: String)
  /// What was written.
  case written(path: String, run: String, arrays: Int, bytes: Int)
  /// The file is no safetensors file, or a damaged one.
  case badWeights(path: String, damage: WeightsDamage)
  /// An array that the network needs is not in the file.
  case arraysMissing(path: String, missing: [String], found: [String])
  /// An array has another shape than the network needs.
  case arrayShape(path: String, array: String, found: [Int], layer: String, expected: [Int], layout: String)
  /// The file holds arrays that the network has no place for.
  case arraysLeft(path: String, left: [String])
  /// An array holds a number that is NaN or infinite.
  case arrayNotFinite(path: String, array: String)
  /// Weights were imported, and a network starts from them.
  case imported(path: String, arrays: Int, network: String, lab: String)
  /// A network starts from weights that were imported.
  case starts(network: String, digest: String)
  /// The weights that were imported are of another network.
  case startDoesNotFit(network: String, lab: String)
  /// A network starts from numbers drawn at random again; whether there was anything to forget.
  case forgotten(network: String, lab: String, was: Bool)
  /// The lab makes no network of this name.
  case noNetwork(name: String, lab: String, known: [String])
  /// The network is not finished, or its shapes do not fit.
  case networkNotReady(name: String, lab: String)
  /// Neither a file nor `--forget`, or both.
  case fileOrForget

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

/// What is wrong with a file of weights.
public enum WeightsDamage: Codable, Hashable, Sendable {
  /// It ends before its head does.
  case cutShort
  /// Its head has so many bytes, more than are read.
  case headTooLong(Int)
  /// Its head is no JSON of the form.
  case headUnreadable
  /// The bytes of an array are not where the head says: outside, overlapping, or with gaps between.
  case places(array: String)
  /// An array's shape does not fit its bytes.
  case length(array: String)
  /// An array has numbers of a kind that are not read.
  case kind(array: String, found: String)
}

// MARK: English

extension RunExportPhrase {
  var english: String {
    switch self {
    case .noRuns: return "There are no runs here yet. `seglab run LAB` trains a lab's networks and keeps their runs."
    case .unknownRun(let asked, let known):
      return "No run is called `\(asked.shown)`. A run is named by its lab and experiment, `\(known.firstName)`, or "
        + "by the "
        + "beginning of its digest. The nearest that are there:" + known.lines(.english)
    case .severalRuns(let asked, let found):
      return "`\(asked.shown)` could be each of these. Write lab and experiment, or more of the digest:"
        + found.lines(.english)
    case .listed(let run, let names, let dataset, let dice, let weights):
      let name = names.isEmpty ? "" : "  " + names.joined(separator: " = ")
      return "\(run.prefix(12))\(name)  \(dataset.isEmpty ? "" : dataset + ", ")Dice \(dice.places(3)), "
        + (weights.map { "weights \($0.asBytes)" } ?? "no weights")
    case .noWeights(let run, let bytes, let limit, let lab):
      let why =
        bytes > limit
        ? "its weights take \(bytes.asBytes), and more than \(limit.asBytes) are kept only on request"
        : "they made room for those of later runs"
      return "The run \(run.prefix(12)) has no weights any more: \(why). "
        + "`seglab run \(lab ?? "LAB") --keep-weights` trains it again, to the same bit, and keeps them."
    case .otherEngine(let run, let engine, let lab):
      return "The run \(run.prefix(12)) was done by engine \(engine.shown), whose networks this version does not read. "
        + "`seglab run \(lab ?? "LAB")` trains it anew."
    case .notWritten(let path, let reason):
      return "\(path) could not be written: \(reason). Nothing of it was left behind. Look whether the folder is "
        + "there and yours to "
        + "write, and whether the disk has room."
    case .notReadable(let path, let reason): return "\(path) cannot be read: \(reason). Look whether the path is right."
    case .tooLarge(let bytes, let limit, let form, let other):
      return "The weights take \(bytes.asBytes), and a file of the form \(form) holds at most \(limit.asBytes). "
        + "Use `seglab export \(other)`."
    case .noImages(let run, let dataset):
      return "The images that the run \(run.prefix(12)) was measured on are not here"
        + (dataset.isEmpty ? "" : ": there is no data set `\(dataset.shown)`, or it is another one now")
        + ". `seglab data list` shows those that are here; import or make the set again, or leave `--samples` out."
    case .stepWithoutForm(let run, let step):
      return
        "The run \(run.prefix(12)) prepares its images by `\(step)`. A model holds that only where the run's data set is here, "
        + "and its images are all of one size. Add `--prepared`, and the model takes images that are prepared already."
    case .eventsWritten(let path, let runs):
      return "Wrote \(runs.grouped) \(runs == 1 ? "run" : "runs") to \(path). Look at them with `tensorboard "
        + "--logdir \(path.quoted)`"
    case .cardWritten(let path, let page, let run):
      return "Wrote \(path) and \(page): the card of the run "
        + "\(run.prefix(12))"
    case .written(let path, let run, let arrays, let bytes):
      return "Wrote \(path): \(arrays.grouped) \(arrays == 1 ? "array" : "arrays") of the run \(run.prefix(12)), "
        + "\(bytes.asBytes)"
    case .badWeights(let path, let damage):
      return "\(path) is no whole safetensors file: \(damage.english). Save it again with "
        + "`safetensors.torch.save_file`, or with "
        + "`seglab export safetensors`."
    case .arraysMissing(let path, let missing, let found):
      return "\(path) lacks \(missing.listedInEnglish). It holds \(found.isEmpty ? "nothing" : found.listedInEnglish). "
        + "Rename the arrays in the file after the network's layers, or the layers after the arrays."
    case .arrayShape(let path, let array, let found, let layer, let expected, let layout):
      return "\(path): `\(array.shown)` is \(found), and layer `\(layer.shown)` needs \(expected) (layout \(layout)). "
        + "Change the layer's numbers to fit the file, or take the weights of a network like yours."
    case .arraysLeft(let path, let left):
      return "\(path) holds arrays that the network has no place for: \(left.listedInEnglish). "
        + "Add layers of these names, or save the file without them."
    case .arrayNotFinite(let path, let array):
      return "\(path): `\(array.shown)` holds a number that is NaN or infinite; its training must have failed. "
        + "Take weights from before that."
    case .imported(let path, let arrays, let network, let lab):
      return "`\(network)` of the lab \(lab) starts from \(path) now: \(arrays.grouped) "
        + "\(arrays == 1 ? "array" : "arrays"). "
        + "`seglab run \(lab)` trains it on; `seglab import weights --forget --into \(lab) \(network)` takes it back."
    case .starts(let network, let digest):
      return "`\(network)` starts from imported weights, sha256 "
        + "\(digest.prefix(12))"
    case .startDoesNotFit(let network, let lab):
      return "The weights that were imported for `\(network)` are of another network than it is now, so it starts "
        + "from random numbers. "
        + "Import them again with `seglab import weights FILE --into \(lab) \(network)`."
    case .forgotten(let network, let lab, let was):
      return was
        ? "`\(network)` of the lab \(lab) starts from random numbers again"
        : "Nothing was imported for `\(network)` of the lab \(lab)"
    case .noNetwork(let name, let lab, let known):
      return "The lab \(lab) makes no network `\(name.shown)`. "
        + (known.isEmpty ? "Fill in its cells first: `seglab run \(lab)`." : "It makes \(known.quoted(and: "and")).")
    case .networkNotReady(let name, let lab):
      return "`\(name)` of the lab \(lab) is not finished, or its shapes do not fit yet. `seglab run \(lab)` shows "
        + "what is missing."
    case .fileOrForget: return "Name a file of weights, or give `--forget` without one."
    }
  }
}

extension [RunExportPhrase] {
  /// The first name of a run in the list; one that could be where none has a name.
  fileprivate var firstName: String {
    for case .listed(_, let names, _, _, _) in self {
      if let name = names.first { return name }
    }
    return "fcn/fcn"
  }

  /// Each on a line of its own.
  fileprivate func lines(_ language: Language) -> String { map { "\n  " + $0.text(in: language) }.joined() }
}

extension WeightsDamage {
  fileprivate var english: String {
    switch self {
    case .cutShort: "it ends before its head does"
    case .headTooLong(let bytes): "its head would have \(bytes.grouped) bytes"
    case .headUnreadable: "its head is not the JSON that it should be"
    case .places(let array): "the bytes of `\(array.shown)` are not where its head says"
    case .length(let array): "the shape of `\(array.shown)` does not fit its bytes"
    case .kind(let array, let found):
      "`\(array.shown)` has numbers of the kind \(found.shown), and F32, F64, F16 "
        + "and BF16 are read"
    }
  }

  fileprivate var korean: String {
    switch self {
    case .cutShort: "머리 부분이 끝나기 전에 파일이 끝나요"
    case .headTooLong(let bytes): "머리 부분이 \(bytes.grouped)바이트라고 적혀 있어요"
    case .headUnreadable: "머리 부분이 정해진 JSON이 아니에요"
    case .places(let array): "`\(array.shown)`의 바이트가 머리 부분에 적힌 자리에 없어요"
    case .length(let array): "`\(array.shown)`의 형태가 바이트 수와 맞지 않아요"
    case .kind(let array, let found): "`\(array.shown)`의 수 종류가 \(found.shown)인데, F32, F64, F16, BF16만 읽어요"
    }
  }
}

// MARK: Korean

extension RunExportPhrase {
  var korean: String {
    switch self {
    case .noRuns: return "아직 학습 기록이 없어요. `seglab run LAB`을 실행하면 실습의 신경망을 학습시키고 기록을 남겨요."
    case .unknownRun(let asked, let known):
      return
        "`\(asked.shown)`\(.called, after: asked.shown) 학습 기록은 없어요. 실습과 실험 이름(`\(known.firstName)`)이나 다이제스트의 앞부분으로 "
        + "불러 주세요. 가까운 것:" + known.lines(.korean)
    case .severalRuns(let asked, let found):
      return "`\(asked.shown)`에 맞는 학습 기록이 여럿이에요. 실습과 실험을 함께 쓰거나 다이제스트를 더 길게 써 주세요."
        + found.lines(.korean)
    case .listed(let run, let names, let dataset, let dice, let weights):
      let name = names.isEmpty ? "" : "  " + names.joined(separator: " = ")
      return "\(run.prefix(12))\(name)  \(dataset.isEmpty ? "" : dataset + ", ")다이스 \(dice.places(3)), "
        + (weights.map { "가중치 \($0.asBytes)" } ?? "가중치 없음")
    case .noWeights(let run, let bytes, let limit, let lab):
      let why =
        bytes > limit
        ? "가중치가 \(bytes.asBytes)라서요. \(limit.asBytes)보다 크면 부탁할 때만 남겨요" : "나중 학습의 가중치에 자리를 내주었어요"
      return "학습 기록 \(run.prefix(12))에는 가중치가 남아 있지 않아요: \(why). "
        + "`seglab run \(lab ?? "LAB") --keep-weights`를 실행하면 비트 하나까지 똑같이 다시 학습하고 가중치를 남겨요."
    case .otherEngine(let run, let engine, let lab):
      return "학습 기록 \(run.prefix(12))의 신경망은 엔진 \(engine.shown)에서 적은 것이라 이 버전에서 읽을 수 없어요. "
        + "`seglab run \(lab ?? "LAB")`\(.object, after: lab ?? "LAB") 실행하면 새로 학습해요."
    case .notWritten(let path, let reason):
      return "\(Josa.object.after(path)) 쓸 수 없어요: \(reason). 쓰다 만 파일은 남기지 않았어요. 폴더가 있고 쓸 수 있는지, 디스크에 자리가 "
        + "있는지 살펴보세요."
    case .notReadable(let path, let reason):
      return "\(Josa.object.after(path)) 읽을 수 없어요: \(reason). 경로가 맞는지 살펴보세요."
    case .tooLarge(let bytes, let limit, let form, let other):
      return "가중치가 \(bytes.asBytes)인데 \(form) 형식의 파일에는 \(limit.asBytes)까지만 들어가요. "
        + "`seglab export \(other)`\(.toward, after: other) 내보내 보세요."
    case .noImages(let run, let dataset):
      return "학습 기록 \(run.prefix(12))\(.object, after: run.prefix(12)) 평가한 영상이 여기 없어요"
        + (dataset.isEmpty ? "" : ": `\(dataset.shown)` 데이터 세트가 없거나 그때와 달라요")
        + ". `seglab data list`로 있는 것을 살펴보고 데이터 세트를 다시 들여오거나 만들어 보세요. `--samples` 없이 내보낼 수도 있어요."
    case .stepWithoutForm(let run, let step):
      return
        "학습 기록 \(run.prefix(12))의 전처리 단계는 `\(step)`\(.copula, after: step). 모델에 담으려면 학습에 쓴 데이터 세트가 여기 있고 영상 크기가 모두 같아야 해요. "
        + "`--prepared`를 더하면 모델이 이미 전처리된 영상을 받아요."
    case .eventsWritten(let path, let runs):
      return
        "\(path)에 학습 기록 \(runs.grouped)개를 썼어요. `tensorboard --logdir \(path.quoted)`\(.toward, after: path.quoted) 볼 수 있어요"
    case .cardWritten(let path, let page, let run):
      return "\(Josa.with.after(path)) \(Josa.object.after(page)) 썼어요: 학습 기록 \(run.prefix(12))의 카드"
    case .written(let path, let run, let arrays, let bytes):
      return "\(Josa.object.after(path)) 썼어요: 학습 기록 \(run.prefix(12))의 배열 \(arrays.grouped)개, \(bytes.asBytes)"
    case .badWeights(let path, let damage):
      return "\(Josa.topic.after(path)) 온전한 safetensors 파일이 아니에요: \(damage.korean). `safetensors.torch.save_file`이나 "
        + "`seglab export safetensors`로 다시 저장해 보세요."
    case .arraysMissing(let path, let missing, let found):
      return "\(path)에 \(missing.listedInKorean) 배열이 없어요. 들어 있는 것: \(found.isEmpty ? "없음" : found.listedInKorean). "
        + "파일의 배열 이름을 신경망의 층 이름에 맞추거나, 층 이름을 배열 이름에 맞춰 보세요."
    case .arrayShape(let path, let array, let found, let layer, let expected, let layout):
      return
        "\(path): `\(array.shown)`의 형태는 \(found)인데, `\(layer.shown)` 층에는 \(expected)\(.subject, after: expected) 필요해요(배치 \(layout)). "
        + "층의 숫자를 파일에 맞추거나, 신경망이 같은 가중치를 가져오세요."
    case .arraysLeft(let path, let left):
      return "\(path)에 신경망에 자리가 없는 배열이 있어요: \(left.listedInKorean). 그 이름의 층을 더하거나, 그 배열을 빼고 저장해 보세요."
    case .arrayNotFinite(let path, let array):
      return "\(path): `\(array.shown)`에 NaN이나 무한대가 들어 있어요. 학습이 실패한 가중치예요. 그 전의 가중치를 가져오세요."
    case .imported(let path, let arrays, let network, let lab):
      return "이제 \(lab) 실습의 \(Josa.subject.after("`\(network)`")) \(path)의 가중치(배열 \(arrays.grouped)개)에서 시작해요. "
        + "`seglab run \(lab)`\(.toward, after: lab) 이어서 학습하고, `seglab import weights --forget --into \(lab) \(network)`\(.toward, after: network) 되돌릴 수 있어요."
    case .starts(let network, let digest):
      return "\(Josa.subject.after("`\(network)`")) 가져온 가중치에서 시작해요, sha256 \(digest.prefix(12))"
    case .startDoesNotFit(let network, let lab):
      return "`\(network)`에 가져온 가중치는 지금과 다른 신경망의 것이라, 무작위 수에서 시작해요. "
        + "`seglab import weights FILE --into \(lab) \(network)`\(.toward, after: network) 다시 가져와 보세요."
    case .forgotten(let network, let lab, let was):
      return was
        ? "\(lab) 실습의 \(Josa.subject.after("`\(network)`")) 다시 무작위 수에서 시작해요"
        : "\(lab) 실습의 `\(network)`에 가져온 가중치가 없어요"
    case .noNetwork(let name, let lab, let known):
      return "\(lab) 실습에는 `\(name.shown)` 신경망이 없어요. "
        + (known.isEmpty ? "먼저 셀을 채워 보세요: `seglab run \(lab)`." : "있는 것: \(known.quoted).")
    case .networkNotReady(let name, let lab):
      return
        "\(lab) 실습의 \(Josa.topic.after("`\(name)`")) 아직 다 되지 않았거나 형태가 맞지 않아요. `seglab run \(lab)`\(.toward, after: lab) 살펴보세요."
    case .fileOrForget: return "가중치 파일을 알려 주거나, 파일 없이 `--forget`을 써 주세요."
    }
  }
}
