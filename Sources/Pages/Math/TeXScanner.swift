/// Cuts TeX into commands, braces, numbers and single characters.
struct TeXScanner {
  /// One piece of TeX.
  enum Token: Equatable {
    /// `\name` or a backslash with one other character, without the backslash.
    case command(String)
    /// `{`
    case open
    /// `}`
    case close
    /// `^`
    case superscript
    /// `_`
    case `subscript`
    /// Digits, with a point among them.
    case number(String)
    /// Any other character that is not white space.
    case character(Character)
    /// A command that sets words, such as `\text`, with the words as they stand in its braces.
    case words(command: String, String)
  }

  /// The commands whose braces hold words and not a formula.
  private static let wordCommands: Set<String> = [
    "text", "textrm", "textbf", "textit", "mathrm", "mathbf", "mathit", "mathbb", "operatorname",
  ]

  /// The pieces of `text`, white space left out.
  static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      index += 1
      switch character {
      case "\\":
        let start = index
        while index < characters.count, characters[index].isASCII, characters[index].isLetter { index += 1 }
        if index == start, index < characters.count { index += 1 }
        let name = String(characters[start..<index])
        if wordCommands.contains(name), let end = closingBrace(in: characters, from: index) {
          tokens.append(.words(command: name, String(characters[(index + 1)..<end])))
          index = end + 1
        } else {
          tokens.append(.command(name))
        }
      case "{": tokens.append(.open)
      case "}": tokens.append(.close)
      case "^": tokens.append(.superscript)
      case "_": tokens.append(.subscript)
      case _ where character.isASCII && character.isNumber:
        var number = String(character)
        while index < characters.count {
          let next = characters[index]
          let isPoint = next == "." && index + 1 < characters.count && characters[index + 1].isNumber
          guard next.isASCII, next.isNumber || isPoint else { break }
          number.append(next)
          index += 1
        }
        tokens.append(.number(number))
      case _ where character.isWhitespace: break
      default: tokens.append(.character(character))
      }
    }
    return tokens
  }

  /// Where the braces that open at `index` close; nil where none open there, or others stand inside.
  private static func closingBrace(in characters: [Character], from index: Int) -> Int? {
    guard index < characters.count, characters[index] == "{" else { return nil }
    let end = characters[(index + 1)...].firstIndex { $0 == "}" || $0 == "{" || $0 == "\\" || $0 == "$" }
    return end.flatMap { characters[$0] == "}" ? $0 : nil }
  }
}

/// What TeX's commands look like.
enum TeXSymbols {
  /// Letters: set like variables.
  static let letters: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "partial": "∂", "nabla": "∇", "infty": "∞", "emptyset": "∅",
  ]

  /// Operators and relations.
  static let operators: [String: String] = [
    "cdot": "⋅", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆", "circ": "∘", "odot": "⊙",
    "oplus": "⊕", "otimes": "⊗", "cap": "∩", "cup": "∪", "setminus": "∖", "in": "∈", "notin": "∉", "ni": "∋",
    "subset": "⊂", "subseteq": "⊆", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "ll": "≪",
    "gg": "≫", "approx": "≈", "equiv": "≡", "sim": "∼", "simeq": "≃", "propto": "∝", "to": "→", "rightarrow": "→",
    "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "Leftrightarrow": "⇔", "mapsto": "↦", "mid": "∣",
    "forall": "∀", "exists": "∃", "neg": "¬", "land": "∧", "lor": "∨", "ldots": "…", "dots": "…", "cdots": "⋯",
    "prime": "′", "colon": ":", "%": "%", "#": "#", "&": "&", "$": "$", "_": "_",
  ]

  /// Brackets and the like, also after `\left` and `\right`.
  static let fences: [String: String] = [
    "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "langle": "⟨", "rangle": "⟩", "lvert": "|", "rvert": "|",
    "vert": "|", "lVert": "‖", "rVert": "‖", "Vert": "‖", "|": "‖", "{": "{", "}": "}", "lbrace": "{", "rbrace": "}",
    "lbrack": "[", "rbrack": "]",
  ]

  /// Operators that carry their limits above and below.
  static let large: [String: String] = ["sum": "∑", "prod": "∏", "int": "∫", "bigcup": "⋃", "bigcap": "⋂"]

  /// Functions, set upright.
  static let functions: Set<String> = [
    "log", "ln", "exp", "sin", "cos", "tan", "tanh", "max", "min", "arg", "sup", "inf", "lim", "det",
    "dim", "gcd", "Pr",
  ]

  /// Functions that carry what stands below them underneath, where there is room.
  static let functionsWithLimits: Set<String> = ["max", "min", "sup", "inf", "lim", "det", "gcd", "Pr"]

  /// Marks above a letter.
  static let accents: [String: String] = [
    "hat": "^", "widehat": "^", "bar": "¯", "overline": "¯", "tilde": "~", "widetilde": "~", "vec": "→", "dot": "˙",
    "ddot": "¨",
  ]

  /// White space, with its width in ems.
  static let spaces: [String: String] = [
    ",": "0.167em", ":": "0.222em", ";": "0.278em", " ": "0.333em", "!": "-0.167em", "quad": "1em", "qquad": "2em",
  ]

  /// Double-struck capitals of number sets.
  static let doubleStruck: [String: String] = ["R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "E": "𝔼", "P": "ℙ"]
}
