/// What is said of NIfTI files.
public enum NIfTIPhrase: Phrase, Error {
  /// The system does not let the file be read.
  case unreadable(path: String, reason: String)
  /// The file has more bytes than are read.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// The file is no NIfTI file.
  case notNIfTI(path: String)
  /// The file is of the second version of the form.
  case secondVersion(path: String)
  /// The file's head and its numbers are in two files.
  case twoFiles(path: String)
  /// What is packed in the file is damaged.
  case damaged(path: String)
  /// The file ends before its numbers do.
  case cutShort(path: String, found: Int, expected: Int)
  /// The volume has more voxels than are read.
  case tooManyVoxels(path: String, size: [Int], limit: Int)
  /// The numbers are of a kind that is not read.
  case kindUnknown(path: String, code: Int)
  /// The volume holds a number that is NaN or infinite.
  case notFinite(path: String)
  /// A label holds a number that is no class.
  case labelValue(path: String, value: String, slice: Int)
  /// Volume and label have different sizes.
  case sizesDiffer(image: String, imageSize: [Int], label: String, labelSize: [Int])
  /// A label has no volume.
  case noImage(label: String, name: String)
  /// A volume stands alone, without anything that says what is what in it.
  case alone(path: String)
  /// Of several volumes in a file the first was taken.
  case firstOfMany(path: String, count: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension NIfTIPhrase {
  var english: String {
    switch self {
    case .unreadable(let path, let reason):
      return "\(path) cannot be read: \(reason). Look whether it is yours to "
        + "read."
    case .tooLarge(let path, let bytes, let limit):
      return "\(path) has \(bytes.asBytes), and at most \(limit.asBytes) are read. Split the volume first."
    case .notNIfTI(let path):
      return "\(path) does not begin as a NIfTI file does. Save it as `.nii.gz` once more, for example with nibabel."
    case .secondVersion(let path):
      return "\(path) is a NIfTI-2 file, and NIfTI-1 is read. Save it as NIfTI-1, for example with nibabel's "
        + "`Nifti1Image`."
    case .twoFiles(let path):
      return "\(path) keeps its head and its numbers in two files, and single files are read. Save it as one `.nii.gz`."
    case .damaged(let path): return "\(path) is damaged: it cannot be unpacked to its end. Fetch or save it once more."
    case .cutShort(let path, let found, let expected):
      return "\(path) ends too early: its head promises \(expected.grouped) bytes of numbers, and there are "
        + "\(found.grouped). "
        + "Fetch or save it once more."
    case .tooManyVoxels(let path, let size, let limit):
      return "\(path) has \(size.map(String.init).joined(separator: " x ")) voxels, and at most \(limit.grouped) are "
        + "read. "
        + "Cut the volume first."
    case .kindUnknown(let path, let code):
      return "\(path) has numbers of the kind \(code), which is not read. Save it as whole numbers or float32."
    case .notFinite(let path):
      return "\(path) holds a number that is NaN or infinite. Put 0 there, for example with `numpy.nan_to_num`."
    case .labelValue(let path, let value, let slice):
      return "\(path) has the number \(value) in slice \(slice), and a label's numbers are classes: 0, 1, 2, … "
        + "Save it as whole numbers."
    case .sizesDiffer(let image, let imageSize, let label, let labelSize):
      return "\(image) has \(imageSize.map(String.init).joined(separator: " x ")) voxels and its label \(label) "
        + "\(labelSize.map(String.init).joined(separator: " x ")). Bring both to the same grid first."
    case .noImage(let label, let name):
      return "The label \(label) has no volume: no file is called \(name.shown).nii.gz or \(name.shown).nii."
    case .alone(let path):
      return "\(path) is a NIfTI file, and volumes are read with their labels. Put them into a folder, volumes in "
        + "`imagesTr` and labels of "
        + "the same names in `labelsTr`, or `NAME_gt.nii.gz` beside `NAME.nii.gz`, and import the folder."
    case .firstOfMany(let path, let count): return "\(path) holds \(count.grouped) volumes; the first was taken"
    }
  }
}

// MARK: Korean

extension NIfTIPhrase {
  var korean: String {
    switch self {
    case .unreadable(let path, let reason):
      return "\(Josa.object.after(path)) 읽을 수 없어요: \(reason). 읽을 권한이 있는지 살펴보세요."
    case .tooLarge(let path, let bytes, let limit):
      return "\(Josa.topic.after(path)) \(bytes.asBytes)인데 \(limit.asBytes)까지만 읽어요. 먼저 볼륨을 나눠 보세요."
    case .notNIfTI(let path):
      return "\(Josa.topic.after(path)) NIfTI 파일이 아니에요. nibabel 같은 도구로 `.nii.gz`로 다시 저장해 보세요."
    case .secondVersion(let path):
      return "\(Josa.topic.after(path)) NIfTI-2 파일인데 NIfTI-1만 읽어요. nibabel의 `Nifti1Image`로 다시 저장해 보세요."
    case .twoFiles(let path):
      return "\(Josa.topic.after(path)) 머리 부분과 숫자가 두 파일로 나뉘어 있어요. `.nii.gz` 파일 하나로 저장해 보세요."
    case .damaged(let path): return "\(Josa.topic.after(path)) 끝까지 풀 수 없어요. 다시 내려받거나 저장해 보세요."
    case .cutShort(let path, let found, let expected):
      return "\(Josa.subject.after(path)) 너무 일찍 끝나요. 숫자가 \(expected.grouped)바이트여야 하는데 \(found.grouped)바이트뿐이에요. "
        + "다시 내려받거나 저장해 보세요."
    case .tooManyVoxels(let path, let size, let limit):
      return "\(path)의 복셀은 \(size.map(String.init).joined(separator: " x "))개인데 \(limit.grouped)개까지만 읽어요. "
        + "먼저 볼륨을 잘라 보세요."
    case .kindUnknown(let path, let code):
      return "\(path)의 숫자 종류 \(Josa.topic.after(String(code))) 읽을 수 없어요. 정수나 float32로 저장해 보세요."
    case .notFinite(let path):
      return "\(path)에 NaN이나 무한대가 있어요. `numpy.nan_to_num` 같은 방법으로 0으로 바꿔 보세요."
    case .labelValue(let path, let value, let slice):
      return
        "\(path)의 \(slice)번째 단면에 \(value)\(.called, after: value) 수가 있는데, 레이블의 수는 0, 1, 2 같은 클래스여야 해요. 정수로 저장해 보세요."
    case .sizesDiffer(let image, let imageSize, let label, let labelSize):
      return "\(image)의 복셀은 \(imageSize.map(String.init).joined(separator: " x "))개이고 레이블 \(label)의 복셀은 "
        + "\(labelSize.map(String.init).joined(separator: " x "))개예요. 먼저 같은 격자로 맞춰 주세요."
    case .noImage(let label, let name):
      return "레이블 \(label)에 맞는 볼륨이 없어요. \(name.shown).nii.gz나 \(name.shown).nii 파일이 있어야 해요."
    case .alone(let path):
      return "\(Josa.topic.after(path)) NIfTI 파일이에요. 볼륨은 레이블과 함께 읽어요. 볼륨은 `imagesTr`, 같은 이름의 레이블은 `labelsTr` 폴더에 "
        + "넣거나 `NAME.nii.gz` 옆에 `NAME_gt.nii.gz`를 두고, 그 폴더를 가져와 보세요."
    case .firstOfMany(let path, let count): return "\(path)에는 볼륨이 \(count.grouped)개 있어서 첫 번째 것을 읽었어요"
    }
  }
}
