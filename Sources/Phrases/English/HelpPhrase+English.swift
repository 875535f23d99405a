extension HelpPhrase {
  var english: String {
    switch self {
    case .seglab: return "Learn image segmentation by building networks."
    case .discussion:
      return "A lab is a Markdown file in labs/. Open it in your editor, fill in each .FIXME, and run it: "
        + "SegLab says what is missing, trains your network, and shows what it learned.\n\n"
        + "Exit codes: 0 all passed, 1 not yet, 2 usage, 65 bad lab or data file, 70 internal."
    case .`init`: return "Make a course folder with the labs in it."
    case .list: return "List the labs, what is done and what is next."
    case .run: return "Check a lab, train its networks, and show the verdicts."
    case .summary: return "Show a lab's networks layer by layer, what they cost, and how long they will train here."
    case .hint: return "Show the next hint for an exercise."
    case .reset: return "Set an exercise, or a whole lab, back to how it was shipped."
    case .data: return "Import, make, list and show sets of images with masks."
    case .dataImport: return "Import images and labels of equal names from a folder."
    case .dataMake: return "Make a generated set: the same seed gives the same bytes."
    case .dataList: return "List the sets that are here."
    case .dataShow: return "Show what is in a set."
    case .doctor: return "Show what SegLab works with here, and what slows it down."
    case .courseFolder: return "The folder to make or complete."
    case .lab: return "The lab: its number, its id, or its file."
    case .exercise: return "The exercise; all of them where it is left out."
    case .quiet: return "Say nothing where all is well."
    case .json: return "Print one JSON object."
    case .language:
      return "The language of all words: en or ko. Otherwise SEGLAB_LANG, LC_ALL, LC_MESSAGES and LANG decide."
    case .dataOption: return "The set to train on, where it is not the lab's own."
    case .profile: return "quick: within seconds, with fewer steps where the lab says so; full: all of it."
    case .minutes: return "The most minutes that a training may take; four times the lab's own where nothing is said."
    case .sandbox:
      return "required: without a sandbox no cell runs; preferred: it runs with what walls there are. "
        + "Where nothing is said: required for files that belong to somebody else."
    case .report: return "Write the whole report, as data, into this file; `seglab report` shows it in any language."
    case .reportCommand: return "Show a report that was kept, in the terminal or as a page; nothing is run."
    case .reportFile: return "The report's file."
    case .seed: return "What random numbers start from."
    case .threads: return "How many threads train; the result is the same bits for any number."
    case .page: return "Write the lab with its results as one HTML page."
    case .with:
      return "Complete the lab's cells from this file (a solution) before running; the lab itself is not changed."
    case .classic: return "Also print the course's own OUTPUT lines."
    case .asName: return "The set's name here."
    case .skipBad: return "Go on past damaged files and list them."
    case .dataSeed: return "What the set is made from."
    case .count: return "How many images to make."
    case .setName: return "The set's name."
    case .split: return "How to divide the set: image (as the course did) or patient."
    }
  }
}
