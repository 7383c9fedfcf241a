import RedressDiagnostics
import RedressSyntax
import RedressValues

/// What the cells of a column, or the ends of bands, have to be.
struct CellPlace {
  let type: ValueType
  let isWhole: Bool
  /// Where the column is declared.
  let place: Span
}

extension PolicyChecker {
  /// What a cell covers; nil where a problem was reported.
  mutating func cell(_ syntax: CellSyntax, _ column: CellPlace) -> TableCell? {
    switch syntax.form {
    case .missing: return nil
    case .any: return .any
    case .range(let lower, let excludesLower, let upper, let excludesUpper):
      guard isOrdered(column, syntax.span) else { return nil }
      let low = lower.map { constant($0, column) }
      if case .some(nil) = low { return nil }
      let high = upper.map { constant($0, column) }
      if case .some(nil) = high { return nil }
      if let first = low.flatMap({ $0 }), let last = high.flatMap({ $0 }),
        last < first || (last == first && (excludesLower || excludesUpper))
      {
        report(.declaring(.boundsReversed(syntax.span)))
        return nil
      }
      return .range(
        lower: low.flatMap { $0 }, excludesLower: excludesLower, upper: high.flatMap { $0 },
        excludesUpper: excludesUpper)
    case .values(let values):
      let constants = values.map { value -> Rational? in
        guard let constant = constant(value, column) else { return nil }
        return isReachable(constant, value, column) ? constant : nil
      }
      let known = constants.compactMap { $0 }
      return known.count == values.count ? .values(known) : nil
    }
  }

  /// A value that is the same for every case, in the unit of its column; reports where it is none.
  mutating func constant(_ syntax: ExpressionSyntax, _ column: CellPlace) -> Rational? {
    var scope = Scope()
    scope.reach = .constants
    scope.constantPlace = .cells
    guard let value = check(syntax, &scope, expecting: column.type).map({ filled($0, syntax, column.type) }),
      fits(value, column.type, as: .column, at: column.place)
    else { return nil }
    guard let constant = value.constant else {
      report(.typing(.misplaced(syntax.span, .notConstantCell(syntax.written))))
      return nil
    }
    return constant
  }

  /// A number without a unit where amounts are wanted takes their unit; a percentage per something needs only its %.
  func filled(_ value: CheckedExpression, _ syntax: ExpressionSyntax, _ type: ValueType) -> CheckedExpression {
    guard case .quantity(let unit) = value.type, case .quantity(let wanted) = type, !unit.sameDimension(as: wanted),
      unit.components.isEmpty, unit.isPercent == wanted.isPercent, let constant = value.constant,
      let scale = try? wanted.scale, let own = try? unit.scale, let factor = try? scale / own,
      let number = try? constant * factor
    else { return value }
    return CheckedExpression(.number(number), type, syntax.span)
  }

  private mutating func isOrdered(_ column: CellPlace, _ span: Span) -> Bool {
    switch column.type {
    case .quantity, .date, .time: return true
    case .kind(let kind) where policy.kinds[kind].isOrdered: return true
    case .kind(let kind):
      report(.typing(.unordered(span, described(column.type), words: policy.kinds[kind].words)))
    default: report(.typing(.unordered(span, described(column.type), words: [])))
    }
    return false
  }

  /// Whether a value can ever be met in a column of whole numbers.
  private mutating func isReachable(_ constant: Rational, _ syntax: ExpressionSyntax, _ column: CellPlace) -> Bool {
    guard column.isWhole, case .quantity(let unit) = column.type, let scale = try? unit.scale,
      let count = try? constant / scale, !count.isWhole
    else { return true }
    report(.tabling(.neverWhole(syntax.span, syntax.written, column: column.place)))
    return false
  }
}
