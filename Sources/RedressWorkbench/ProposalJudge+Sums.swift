import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressValues

/// Limits, recourses, figures and authorities: what stands beside the lines.
extension ProposalJudge {
  /// The differences of a limit, a recourse or a figure of this name; nil where the policy has none.
  func judgeBesideTheLines(
    _ name: String, _ outcome: ExpectationSyntax.Outcome, at place: Span
  ) -> [Difference]? {
    if program.limits.contains(where: { $0.name == name }) { return judge(limit: name, outcome, at: place) }
    if program.recourses.contains(where: { $0.name == name }) { return judge(recourse: name, outcome, at: place) }
    guard let figure = program.definitions.first(where: { $0.isFigure && $0.name == name }) else { return nil }
    return judge(figure, outcome, at: place)
  }

  /// The name of a limit stands for the sum of its adjustments (rule 41 of the reference).
  private func judge(limit name: String, _ outcome: ExpectationSyntax.Outcome, at place: Span) -> [Difference] {
    let adjustments = proposal.adjustments.filter { $0.limit.name == name }
    let sum = adjustments.reduce(Rational.zero) { sum, adjustment in (try? sum + adjustment.amount) ?? sum }
    let came = adjustments.isEmpty ? "absent" : text(of: sum, in: currency)
    let expected: String
    switch outcome {
    case .amount(let value, _, _):
      guard let amount = amount(of: value), amount != sum else { return [] }
      expected = text(of: amount, in: currency)
    case .absent:
      if adjustments.isEmpty { return [] }
      expected = "absent"
    case .status, .pending: return []
    }
    var difference = difference(at: place, name, expected: expected, came: came)
    difference.grounds = adjustments.map(ground(of:))
    return [difference]
  }

  private func judge(recourse name: String, _ outcome: ExpectationSyntax.Outcome, at place: Span) -> [Difference] {
    let recourse = proposal.recourse.first { $0.name == name }
    let came: String =
      if let recourse {
        recourse.amount.map { text(of: $0, in: currency) } ?? "pending for \(list(recourse.needs.map(\.fact)))"
      } else {
        "absent"
      }
    let expected: String
    switch outcome {
    case .amount(let value, _, _):
      guard let amount = amount(of: value) else { return [] }
      let isWaiting = recourse.map { $0.amount == nil } ?? false
      if !isWaiting, amount == recourse?.amount ?? .zero { return [] }
      expected = text(of: amount, in: currency)
    case .absent:
      if recourse == nil { return [] }
      expected = "absent"
    case .pending(let keys):
      if let recourse, recourse.amount == nil, waits(recourse.needs, for: keys) { return [] }
      expected = pending(for: keys)
    case .status: return []
    }
    var difference = difference(at: place, name, expected: expected, came: came)
    if let recourse {
      difference.grounds = [Difference.Ground(name: recourse.branch ?? name, value: came, reason: recourse.reason)]
    }
    return [difference]
  }

  private func judge(
    _ definition: Program.Definition, _ outcome: ExpectationSyntax.Outcome, at place: Span
  ) -> [Difference] {
    guard let figure = proposal.figures.first(where: { $0.name == definition.name }) else { return [] }
    let expected: String
    switch outcome {
    case .amount(let value, _, _):
      let isMoney = if case .quantity(let unit) = figure.type { unit.isMoney(in: currency.code) } else { false }
      let number = isMoney ? amount(of: value) : expectedNumber(value, as: definition.type, by: program, in: currency)
      guard let number, number != figure.number, !isMoney || number != figure.number.flatMap(inMinorUnits) else {
        return []
      }
      expected = value.caseText
    case .pending(let keys):
      if !figure.needs.isEmpty, waits(figure.needs, for: keys) { return [] }
      expected = pending(for: keys)
    case .absent, .status: return []
    }
    let came = figure.needs.isEmpty ? figure.value : "pending for \(list(figure.needs.map(\.fact)))"
    var difference = difference(at: place, figure.name, expected: expected, came: came)
    difference.grounds = [
      Difference.Ground(name: figure.branch ?? figure.name, value: figure.value, reason: figure.reason)
    ]
    return [difference]
  }

  /// A sum of money as it is shown.
  private func inMinorUnits(_ sum: Rational) -> Rational? {
    (try? Rational(decimal: sum.fixedText(places: currency.minorDigits))) ?? nil
  }

  func judge(authority name: Name, at place: Span) -> [Difference] {
    if proposal.authorities.contains(where: { $0.name == name.text && !$0.isUncertain }) { return [] }
    let came = proposal.authorities.map { $0.name + ($0.isUncertain ? ", as far as is known yet" : "") }
    return [
      difference(
        at: place, "authority", expected: name.text, came: came.isEmpty ? "nobody" : list(came))
    ]
  }

  func ground(of adjustment: Proposal.Adjustment) -> Difference.Ground {
    Difference.Ground(
      name: adjustment.branch, value: text(of: adjustment.amount, in: currency), reason: adjustment.reason)
  }

  private func waits(_ needs: [Need], for keys: [Name]) -> Bool {
    let facts = Set(needs.map(\.fact))
    return keys.allSatisfy { facts.contains($0.text) }
  }

  private func pending(for keys: [Name]) -> String {
    "pending" + (keys.isEmpty ? "" : " for \(list(keys.map(\.text)))")
  }
}
