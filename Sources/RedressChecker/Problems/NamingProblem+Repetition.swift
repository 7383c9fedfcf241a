import RedressDiagnostics
import RedressSyntax

extension NamingProblem {
  /// The name it is about; of a circle the first.
  var name: Name? {
    switch self {
    case .unknown(let name, _, _), .doubled(let name, _), .listedTwice(let name, _), .builtIn(let name, _),
      .wrongSort(let name, _, _, _, _),
      .unknownWord(let name, _, _, _), .wordWithoutKind(let name, _, _), .unknownField(let name, _, _, _),
      .unknownUnit(let name, _), .chainTooLong(let name, _):
      name
    case .circle(let names, _): names.first
    case .repeated(let first, _): first.name
    }
  }

  /// What two problems share that come from one mistake: the file, the name, and where the name was looked for.
  fileprivate struct Cause: Hashable {
    enum Place: Hashable {
      case anywhere
      case kind(TypeWords)
      case record(String)
    }

    let source: SourceID
    let name: String
    let place: Place
  }

  /// Nil where each place is a mistake of its own.
  fileprivate var cause: Cause? {
    let place: Cause.Place
    switch self {
    case .unknown, .unknownUnit, .wordWithoutKind: place = .anywhere
    case .unknownWord(_, of: let kind, _, _): place = .kind(kind)
    case .unknownField(_, let record, _, _): place = .record(record)
    case .doubled, .listedTwice, .builtIn, .wrongSort, .circle, .chainTooLong, .repeated: return nil
    }
    return name.map { Cause(source: $0.span.source, name: $0.text, place: place) }
  }
}

extension CheckProblem {
  /// Whether it is about a name that the parser looked for in vain, and has reported.
  var isAboutNothing: Bool {
    if case .naming(let problem) = self, let name = problem.name { return name.text.isEmpty }
    return false
  }

  private var cause: NamingProblem.Cause? {
    if case .naming(let problem) = self { return problem.cause }
    return nil
  }

  /// A name that leads nowhere is one mistake, however often it stands in a file: the first place is kept, the others are
  /// counted.
  static func joiningRepetitions(in problems: [CheckProblem]) -> [CheckProblem] {
    var positions: [NamingProblem.Cause: Int] = [:]
    var kept: [(problem: CheckProblem, more: Int)] = []
    // A name that is declared nowhere is no word of a kind either: that is said once.
    let undeclared = Set(problems.compactMap { $0.cause }.filter { $0.place == .anywhere })
    for problem in problems {
      guard case .naming(let naming) = problem, let cause = naming.cause else {
        kept.append((problem, 0))
        continue
      }
      if case .kind = cause.place, undeclared.contains(.init(source: cause.source, name: cause.name, place: .anywhere))
      {
        continue
      }
      if let position = positions[cause] {
        kept[position].more += 1
      } else {
        positions[cause] = kept.count
        kept.append((problem, 0))
      }
    }
    return kept.map { problem, more in
      guard more > 0, case .naming(let naming) = problem else { return problem }
      return .naming(.repeated(naming, more: more))
    }
  }
}
