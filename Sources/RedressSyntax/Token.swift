import RedressDiagnostics

/// The smallest piece of a text that means something, by its place only.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    case word, number, percentage, dateValue, timeValue
    /// A text in which nothing is filled in, with its quotation marks.
    case wholeText
    /// A text with something filled in is: its opening mark, parts, and expressions in braces, its closing mark.
    case textStart, textPart, braceOpen, braceClose, textEnd
    case plusSign, minusSign, star, slash, equal, notEqual, lessThan, lessOrEqual, greater, greaterOrEqual
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, comma, colon, period, pipe, atSign
    case end
    /// What the parser sees while it recovers: matches nothing.
    case hidden
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8

    /// A line break lies between this token and the one before.
    static let followsLineBreak = Flags(rawValue: 1)
    /// A text that has escapes.
    static let hasEscapes = Flags(rawValue: 2)
    /// A text without its closing mark.
    static let isUnterminated = Flags(rawValue: 4)
    /// Reported already; its letters are not to be read as a value.
    static let isMalformed = Flags(rawValue: 8)
    /// Something was left out right before this token, and reported.
    static let followsStray = Flags(rawValue: 16)
  }

  let kind: Kind
  var keyword: Keyword?
  var flags: Flags
  let start: Int32
  let end: Int32

  /// Whether it is the first of its line.
  var followsLineBreak: Bool { flags.contains(.followsLineBreak) }

  static let nothing = Token(kind: .hidden, keyword: nil, flags: [], start: 0, end: 0)
}

/// Problems as they are found, the first few kept and the rest counted.
struct ProblemList: Sendable {
  /// More than anybody mends in one go.
  static let most = 50

  private var found: [(start: Int32, problem: SyntaxProblem)] = []
  private(set) var count = 0

  /// Takes a problem in; the list may drop it if there are many before it.
  mutating func add(_ problem: SyntaxProblem, at span: Span) {
    count += 1
    if found.count <= Self.most { found.append((span.start, problem)) }
  }

  /// Takes in the problems of another list.
  mutating func add(_ other: ProblemList) {
    found += other.found
    count += other.count
  }

  /// The problems in the order of the text, with those of another list; cut short with a word where there are many.
  func sorted(with other: ProblemList, end: Span) -> [SyntaxProblem] {
    let all = (found + other.found).enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }
    let total = count + other.count
    var result = all.prefix(Self.most).map(\.element.problem)
    if total > Self.most { result.append(.limit(.problems(shown: Self.most, of: total), end)) }
    return result
  }
}
