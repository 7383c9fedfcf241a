import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// The units the policy declares; one may be so many of another, in any order, without circles.
  mutating func declareUnits() {
    let count = outline.units.count
    declaredUnits = Array(repeating: nil, count: count)
    let bases = outline.units.map { entry in
      (entry.syntax.size?.unit?.numerator).flatMap { declaredUnitPosition($0.text) }
    }
    let graph = Graph(edges: bases.map { $0.map { [$0] } ?? [] })
    let circles = graph.circles()
    var isBroken = Array(repeating: false, count: count)
    for circle in circles {
      for unit in circle { isBroken[unit] = true }
      report(.naming(.circle(circle.map { outline.units[$0].syntax.name }, of: .unit)))
    }
    for unit in graph.postOrder() {
      let entry = outline.units[unit]
      owner = entry.node
      guard !isBroken[unit], let size = entry.syntax.size else {
        if !isBroken[unit] { declaredUnits[unit] = .declared(entry.syntax.name.text) }
        continue
      }
      if let base = bases[unit] {
        noteRead(of: outline.units[base].node)
        guard declaredUnits[base] != nil else { continue }
      }
      guard let (value, base) = quantity(size) else { continue }
      if base.currencyCode == nil, let declared = Unit.declared(entry.syntax.name.text, size: value, of: base) {
        declaredUnits[unit] = declared
      } else {
        report(.declaring(.unitSize(entry.syntax.name, size.span)))
      }
    }
    owner = nil
  }

  private func declaredUnitPosition(_ word: String) -> Int? {
    if let position = outline.unitPositions[word] { return position }
    guard word.hasSuffix("s") else { return nil }
    return outline.unitPositions[String(word.dropLast())]
  }

  /// What a word says as a unit.
  enum UnitWord {
    case known(Unit)
    /// Declared, with a mistake that is reported already.
    case poison
    case unknown
  }

  /// The unit a word stands for; reports nothing.
  mutating func unitWord(_ word: String) -> UnitWord {
    if let cached = unitCache[word] { return .known(cached) }
    if let known = Unit.known(word) {
      unitCache[word] = known
      return .known(known)
    }
    guard let position = declaredUnitPosition(word) else { return .unknown }
    noteRead(of: outline.units[position].node)
    return declaredUnits[position].map { .known($0) } ?? .poison
  }

  /// The unit a word stands for; reports where it is none. `money`, `number` and `percent` only where a type stands.
  mutating func unit(_ word: Name, isType: Bool) -> Unit? {
    if isType {
      switch word.text {
      case "money": return moneyUnit(at: word.span)
      case "number": return .number
      case "percent": return .percent
      default: break
      }
    }
    switch unitWord(word.text) {
    case .known(let unit): return unit
    case .poison: return nil
    case .unknown: break
    }
    let candidates =
      Unit.knownWords + outline.units.map(\.syntax.name.text) + (isType ? ["money", "number", "percent"] : [])
      + [policy.currency.code]
    let suggestion = ForeignWords.units[word.text] ?? nearest(to: word.text, among: candidates)
    report(.naming(.unknownUnit(word, suggestion: suggestion)))
    return nil
  }

  /// The unit of the policy's lines; reports, once, where nobody said which currency that is.
  mutating func moneyUnit(at span: Span) -> Unit? {
    if let money { return money }
    if !isCurrencyMissed {
      isCurrencyMissed = true
      report(.declaring(.currencyMissing(outline.policy.name)))
    }
    return nil
  }

  /// A unit with its divisors, and what one of it is in base units: `CNY per 100 kg` is CNY per kg, 1/100_000 of CNY per
  /// gram. Units of one dimension cancel out, and what one is of the other stays: `g per kg` is the number 1/1_000.
  mutating func unit(
    _ syntax: UnitSyntax, isPercent: Bool, isType: Bool
  ) -> (unit: Unit, scale: Rational)? {
    var unit = Unit.number
    var isKnown = true
    var isPercent = isPercent
    var scale = try? (isPercent ? Unit.percent : .number).scale
    if let numerator = syntax.numerator {
      if let known = self.unit(numerator, isType: isType) {
        scale = try? known.scale
        isPercent = isPercent || known.isPlainPercent
        unit = Unit(components: known.components, isPercent: false)
      } else {
        isKnown = false
      }
    }
    for part in syntax.divisors {
      guard let known = self.unit(part.word, isType: false) else {
        isKnown = false
        continue
      }
      unit = unit.divided(by: known)
      scale = scale.flatMap { scale in (try? known.scale).flatMap { try? scale / $0 } }
      guard let count = part.count else { continue }
      guard let number = number(count), number.isPositive else {
        if (try? Rational(decimal: count.text))??.isZero == true {
          report(.declaring(.notAboveZero(count.span, .divisor)))
        }
        isKnown = false
        continue
      }
      scale = scale.flatMap { try? $0 / number }
    }
    guard isKnown else { return nil }
    guard let scale else {
      report(.typing(.numberTooLarge(syntax.span)))
      return nil
    }
    return (Unit(components: unit.components, isPercent: isPercent), scale)
  }

  /// A number as written; reports where it is too large.
  mutating func number(_ text: Name) -> Rational? {
    do {
      return try Rational(decimal: text.text)
    } catch {
      report(.typing(.numberTooLarge(text.span)))
      return nil
    }
  }

  /// A quantity in base units with its unit.
  mutating func quantity(_ syntax: QuantitySyntax) -> (value: Rational, unit: Unit)? {
    let number = number(syntax.number)
    let unit: (unit: Unit, scale: Rational)?
    if let written = syntax.unit {
      unit = self.unit(written, isPercent: syntax.isPercent, isType: false)
    } else {
      unit = (syntax.isPercent ? .percent : .number, (try? (syntax.isPercent ? Unit.percent : .number).scale) ?? .one)
    }
    guard let number, let unit else { return nil }
    guard let value = try? number * unit.scale else {
      report(.typing(.numberTooLarge(syntax.span)))
      return nil
    }
    return (value, unit.unit)
  }
}
