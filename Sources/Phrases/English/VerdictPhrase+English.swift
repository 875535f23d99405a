extension VerdictPhrase {
  var english: String {
    switch verdict {
    case "passed": "passed"
    case "not-yet": "not yet"
    case "not-attempted": "not attempted"
    case "blocked": "blocked"
    default: "could not be judged"
    }
  }
}
