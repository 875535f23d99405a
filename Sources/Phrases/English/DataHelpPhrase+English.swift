extension DataHelpPhrase {
  var english: String {
    switch self {
    case .export: return "Write a data set for other programs."
    case .path:
      return "Folders images and labels with files of equal names; Sunnybrook's images with contour files; or "
        + ".tfrecords files."
    case .format: return "The form of the data: pairs, sunnybrook or tfrecord. Found out where it is not given."
    case .resize: return "Bring images and labels to this size, for example 256x256."
    case .label:
      return "What the labels' pixels mean: any, value, value=0,128,255, threshold, threshold=100, "
        + "colour=green,red or grey."
    case .contour: return "Which contours become masks: endo, epi or papillary."
    case .raster: return "Which pixels a contour holds: course or centre."
    case .scale: return "Which values of a DICOM image become black and white: range or window."
    case .exportFormat: return "The form: png, tfrecord or npz."
    case .out: return "The folder to write to; it must be empty."
    case .exportSplit: return "Write training and validation images apart, divided by image or by patient."
    case .generator: return "What to make: cardiac (hearts) or knee (X-rays)."
    case .patients: return "How many patients to make."
    case .slices: return "How many slices each patient has, from base to apex."
    case .phases: return "How many phases: 1 (filled) or 2 (filled and contracted)."
    case .page: return "Write a page about the set to this file."
    }
  }
}
