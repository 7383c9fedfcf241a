import RedressDiagnostics
import RedressValues

/// A reason, so that two that say the same in the same words agree.
private struct SaidReason: Hashable {
  enum Part: Hashable {
    case words(String)
    case value(Int)
    case citation(source: Int, place: String)
  }

  let parts: [Part]

  init(_ reasons: CheckedReasons, _ builder: inout TermBuilder, _ environment: TermBuilder.Environment) {
    var parts: [Part] = []
    for segment in reasons.because?.segments ?? [] {
      switch segment {
      case .literal(let words): parts.append(.words(words))
      case .expression(let expression): parts.append(.value(builder.term(expression, environment)))
      }
    }
    self.parts = parts + reasons.citations.map { .citation(source: $0.source, place: $0.place) }
  }
}

extension ConflictChecker {
  /// Dated branches that say what the one before says, for the same reasons: from that day on nothing changes. One that
  /// says it on another ground tells that the law was looked at.
  mutating func lookForUnchanged<Value>(
    _ ruling: CheckedPolicy.Ruling<Value, Value>, of name: String, _ bases: [Said],
    _ environment: TermBuilder.Environment
  ) {
    guard !hasPlaceholders else { return }
    var before = (reasons: ruling.reasons, span: ruling.span)
    for (branch, pair) in zip(ruling.later, zip(bases, bases.dropFirst())) {
      defer { before = (branch.reasons, branch.span) }
      guard pair.0 == pair.1,
        SaidReason(before.reasons, &builder, environment) == SaidReason(branch.reasons, &builder, environment)
      else { continue }
      problems.append(
        .sense(.idle(.unchanged(branch.span, from: branch.from.description, ruling: name, before: before.span))))
    }
  }
}
