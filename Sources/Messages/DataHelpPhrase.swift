/// The words of `--help` for what only the commands about data sets take.
public enum DataHelpPhrase: Wording, CaseIterable {
  /// `seglab data export`.
  case export
  /// The path argument of `data import`.
  case path
  /// `--format` of `data import`.
  case format
  /// `--resize`.
  case resize
  /// `--label`.
  case label
  /// `--contour`.
  case contour
  /// `--raster`.
  case raster
  /// `--scale`.
  case scale
  /// `--format` of `data export`.
  case exportFormat
  /// `--out`.
  case out
  /// `--split` of `data export`.
  case exportSplit
  /// What can be made.
  case generator
  /// `--patients`.
  case patients
  /// `--slices`.
  case slices
  /// `--phases`.
  case phases
  /// `--page` of `data show`.
  case page
  /// `--no-page` of `data show`.
  case noPage

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension DataHelpPhrase {
  var english: String {
    switch self {
    case .export: return "Write a data set for other programs."
    case .path:
      return "Folders images and labels with files of equal names; Sunnybrook's images with contour files; or "
        + ".tfrecords files; or NIfTI volumes as in ACDC and the Decathlon."
    case .format: return "The form of the data: pairs, sunnybrook, tfrecord or nifti. Found out where it is not given."
    case .resize: return "Bring images and labels to this size, for example 256x256."
    case .label:
      return "What the labels' pixels mean: any, value, value=0,128,255, threshold, threshold=100, "
        + "colour=green,red or grey."
    case .contour: return "Which contours become masks: endo, epi or papillary."
    case .raster: return "Which pixels a contour holds: course or centre."
    case .scale: return "Which values of a DICOM image become black and white: range or window."
    case .exportFormat: return "The form: png, tfrecord, npz or nifti."
    case .out: return "The folder to write to; it must be empty."
    case .exportSplit: return "Write training and validation images apart, divided by image or by patient."
    case .generator: return "What to make: cardiac (hearts) or knee (X-rays)."
    case .patients: return "How many patients to make."
    case .slices: return "How many slices each patient has, from base to apex."
    case .phases: return "How many phases: 1 (filled) or 2 (filled and contracted)."
    case .page: return "Write the page about the set to this file, and not to NAME-data.html in the course folder."
    case .noPage: return "Write no page."
    }
  }
}

// MARK: Korean

extension DataHelpPhrase {
  var korean: String {
    switch self {
    case .export: return "데이터 세트를 다른 프로그램이 읽을 수 있게 내보내요."
    case .path:
      return "이름이 같은 파일이 든 images와 labels 폴더, Sunnybrook 영상과 윤곽선 파일, .tfrecords 파일, 또는 "
        + "ACDC나 Decathlon처럼 놓인 NIfTI 볼륨."
    case .format: return "데이터의 형식: pairs, sunnybrook, tfrecord, nifti. 없으면 스스로 알아내요."
    case .resize: return "영상과 레이블을 이 크기로 맞춰요. 예: 256x256."
    case .label: return "레이블 픽셀의 뜻: any, value, value=0,128,255, threshold, threshold=100, colour=green,red, grey."
    case .contour: return "레이블로 만들 윤곽선: endo(심내막), epi(심외막), papillary(유두근)."
    case .raster: return "윤곽선에 드는 픽셀: course(경계까지) 또는 centre(중심이 안에 있는 것)."
    case .scale: return "DICOM 영상에서 검은색과 흰색이 되는 값: range 또는 window."
    case .exportFormat: return "형식: png, tfrecord, npz, nifti."
    case .out: return "내보낼 폴더. 비어 있어야 해요."
    case .exportSplit: return "학습용과 검증용을 영상 단위(image)나 환자 단위(patient)로 나눠서 써요."
    case .generator: return "만들 것: cardiac(심장) 또는 knee(무릎 X선)."
    case .patients: return "만들 환자 수."
    case .slices: return "환자마다 심저에서 심첨까지 만들 단면 수."
    case .phases: return "시기의 수: 1(이완기) 또는 2(이완기와 수축기)."
    case .page: return "데이터 세트를 보여 주는 페이지를 실습 폴더의 NAME-data.html 대신 이 파일로 써요."
    case .noPage: return "페이지를 쓰지 않아요."
    }
  }
}
