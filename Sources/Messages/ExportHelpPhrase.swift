/// The words of `--help` for the commands that hand runs over to other programs.
public enum ExportHelpPhrase: Wording, CaseIterable {
  /// `seglab export`.
  case export
  /// `seglab export runs`.
  case runs
  /// `seglab export safetensors`.
  case safetensors
  /// `seglab export npz`.
  case npz
  /// `seglab export tensorboard`.
  case tensorboard
  /// `seglab export onnx`.
  case onnx
  /// `seglab export card`.
  case card
  /// The file of a card.
  case cardFile
  /// The run.
  case run
  /// The runs of `seglab export tensorboard`.
  case runList
  /// The folder of event files.
  case folder
  /// `--layout` of a model.
  case imageLayout
  /// `--prepared` of a model.
  case prepared
  /// `--logdir` of a run.
  case logdir
  /// The file to write.
  case file
  /// `--layout` of weights.
  case layout
  /// `--samples` of weights for NumPy.
  case samples
  /// `seglab import`.
  case `import`
  /// `seglab import weights`.
  case importWeights
  /// The file of weights and the network.
  case weightsFile
  /// `--into`.
  case into
  /// `--forget`.
  case forget
  /// `--keep-weights` of a run.
  case keepWeights

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension ExportHelpPhrase {
  var english: String {
    switch self {
    case .export: return "Write runs for other programs: TensorBoard, ONNX, PyTorch, NumPy; or a lab for Gradescope."
    case .runs: return "List the runs that are here, the latest first."
    case .safetensors: return "Write the weights of a run as a safetensors file."
    case .npz: return "Write the weights of a run as an archive for NumPy."
    case .tensorboard: return "Write runs for TensorBoard: curves, images, histograms, graphs, hyperparameters."
    case .onnx: return "Write the network of a run as an ONNX model."
    case .card: return "Write what is to be known of a run: data, metrics, worst images, limits, how to do it again."
    case .cardFile: return "The file: NAME.md is written, and NAME.html beside it."
    case .runList: return "The runs, named as elsewhere, or a whole lab; all runs that are here where none is named."
    case .folder: return "The folder for TensorBoard's --logdir."
    case .imageLayout: return "The order of the axes of images: nhwc, as in a lab, or nchw."
    case .prepared: return "The model takes prepared images; otherwise the lab's preparation is its first nodes."
    case .logdir: return "Write event files for TensorBoard to this folder while networks train."
    case .run:
      return "The run: LAB/EXPERIMENT (the latest is taken), or the beginning of its digest. `seglab export runs` "
        + "lists them."
    case .file: return "The file to write."
    case .layout:
      return "The order of axes and the names of arrays: hwio, as a lab writes them, or torch, as load_state_dict "
        + "wants them."
    case .samples:
      return "Add so many validation images and what the network gives for them (images, logits), to "
        + "compare with."
    case .import: return "Take in what other programs made: weights to start from."
    case .importWeights: return "Let a network of a lab start from the weights of a safetensors file."
    case .weightsFile:
      return
        "FILE NETWORK: the file, its arrays called after the network's layers, and the constant that holds the network."
    case .into: return "The lab: its number, its id, or its file."
    case .forget: return "Let NETWORK start from random numbers again; no FILE then."
    case .keepWeights:
      return "Keep the weights of the runs, however large; a run that has none any more is trained "
        + "again."
    }
  }
}

// MARK: Korean

extension ExportHelpPhrase {
  var korean: String {
    switch self {
    case .export: return "학습 기록을 TensorBoard, ONNX, PyTorch, NumPy 같은 다른 프로그램이 읽을 수 있게, 또는 실습을 Gradescope를 위해 내보내요."
    case .runs: return "여기 있는 학습 기록을 최근 것부터 보여 줘요."
    case .safetensors: return "학습 기록의 가중치를 safetensors 파일로 써요."
    case .npz: return "학습 기록의 가중치를 NumPy 파일로 써요."
    case .tensorboard: return "학습 기록을 TensorBoard로 볼 수 있게 써요: 곡선, 영상, 히스토그램, 그래프, 하이퍼파라미터."
    case .onnx: return "학습 기록의 신경망을 ONNX 모델로 써요."
    case .card: return "학습 기록에 대해 알아야 할 것을 써요: 데이터, 지표, 결과가 가장 나쁜 영상, 한계, 다시 해 보는 방법."
    case .cardFile: return "쓸 파일: NAME.md와 그 옆의 NAME.html, NAME-pictures 폴더를 써요."
    case .runList: return "학습 기록들, 또는 실습 하나 전체. 없으면 여기 있는 모든 학습 기록을 써요."
    case .folder: return "TensorBoard의 --logdir에 줄 폴더."
    case .imageLayout: return "영상 축의 순서: nhwc(실습에서와 같음) 또는 nchw."
    case .prepared: return "모델이 이미 전처리된 영상을 받아요. 쓰지 않으면 실습의 전처리가 모델의 첫 노드가 돼요."
    case .logdir: return "학습하는 동안 TensorBoard가 읽을 파일을 이 폴더에 써요."
    case .run: return "학습 기록: LAB/EXPERIMENT(가장 최근 것) 또는 다이제스트의 앞부분. 목록은 `seglab export runs`로 볼 수 있어요."
    case .file: return "쓸 파일."
    case .layout: return "축의 순서와 배열 이름: hwio(실습에 쓰는 대로) 또는 torch(load_state_dict에 맞게)."
    case .samples: return "검증 영상을 이만큼, 신경망의 출력과 함께 넣어요(images, logits). 다른 프로그램의 결과와 비교할 때 써요."
    case .import: return "다른 프로그램의 가중치를 가져와 학습의 출발점으로 써요."
    case .importWeights: return "실습의 신경망이 safetensors 파일의 가중치에서 시작하게 해요."
    case .weightsFile: return "FILE: 배열 이름이 층 이름과 같은 파일. NETWORK: `let`으로 정한 신경망 이름."
    case .into: return "실습: 번호, id, 또는 파일."
    case .forget: return "NETWORK가 다시 무작위 수에서 시작하게 해요. FILE은 쓰지 않아요."
    case .keepWeights: return "가중치가 아무리 커도 남겨요. 가중치가 없어진 학습 기록은 다시 학습해요."
    }
  }
}
