extension LoopHelpPhrase {
  var english: String {
    switch self {
    case .answer: "Answer a question of a lab."
    case .question: "The question's name."
    case .answerWords: "A letter, a number, or a few words."
    case .watch: "Follow your saves and show what is next; what seglab does alone."
    case .poll: "Look at the files again and again, for network drives that do not tell of a save."
    case .checkAll: "Check and train every lab."
    case .solution: "Show the solution of a cell that has passed."
    case .cell: "The exercise's or question's name."
    case .insist: "Show it before the cell has passed; that is recorded."
    case .diff: "Hold your networks against the solution's, once they have passed."
    case .update: "Bring the labs up to date; your cells are kept."
    case .new: "For authors: begin something new."
    case .newLab: "Make a small lab with its solution, to be changed into yours."
    case .labName: "The lab's name, for example receptive-field."
    case .verify: "For authors: see whether labs and their solutions are as they should be."
    case .verifyFolder: "The folder that holds `labs` and `solutions`."
    case .onlyLook: "Only look at the files; compile and train nothing."
    case .calibrate: "For authors: measure over seeds how far each bar is from what the solution reaches."
    case .seeds: "How many seeds."
    }
  }
}
