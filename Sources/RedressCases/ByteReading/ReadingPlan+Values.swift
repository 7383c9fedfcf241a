import RedressEngine
import RedressValues

// Single values, within their bounds.
extension ReadingPlan {
  func value(
    of form: ValueForm, _ cursor: inout ByteCursor, into draft: inout CaseDraft
  ) throws(NotPlain) -> Facts.Stated {
    switch form.kind {
    case .yesOrNo:
      if cursor.accept(word: "true") { return .ordinal(1) }
      if cursor.accept(word: "false") { return .ordinal(0) }
      throw NotPlain()
    case .word(let words):
      let word = try cursor.string()
      guard let position = tables.position(in: words, of: word, in: cursor.bytes) else { throw NotPlain() }
      if let bounds = form.bounds, !bounds.include(Rational(position)) { throw NotPlain() }
      return .ordinal(Int64(position))
    case .quantity(let table, let first):
      return .number(try quantity(of: form, table, first, &cursor, into: &draft))
    case .date:
      let day = Int(try cursor.date(at: try cursor.string()).dayNumber)
      if let bounds = form.bounds, !bounds.include(Rational(day)) { throw NotPlain() }
      return .ordinal(Int64(day))
    case .time:
      let minute = try cursor.time(at: try cursor.string()).minuteNumber
      if let bounds = form.bounds, !bounds.include(Rational(minute)) { throw NotPlain() }
      return .ordinal(Int64(minute))
    case .text:
      draft.facts.texts.append(try cursor.text(try cursor.string()))
      return .text(Int32(truncatingIfNeeded: draft.facts.texts.count - 1))
    case .list, .none: throw NotPlain()
    }
  }

  private func quantity(
    of form: ValueForm, _ table: ByteTable, _ first: Int, _ cursor: inout ByteCursor, into draft: inout CaseDraft
  ) throws(NotPlain) -> Rational {
    let value: Rational
    if cursor.accept(UInt8(ascii: "\"")) {
      let start = cursor.position
      let figure = try cursor.figure()
      let length = cursor.position - start
      let ending = try cursor.restOfString()
      if ending.isEmpty, length == 1, figure.digits == 0 {
        // The literal `0` fits every unit.
        value = .zero
      } else {
        guard let position = tables.position(in: table, of: ending, in: cursor.bytes) else { throw NotPlain() }
        value = try quantity(figure, endings[first + position], &draft)
      }
    } else {
      guard form.takesNumbers else { throw NotPlain() }
      let start = cursor.position
      let isZeroFirst = cursor.current == UInt8(ascii: "0")
      let figure = try cursor.figure()
      // JSON has no zeros in front of other digits.
      let length = cursor.position - start
      guard !isZeroFirst || length == 1 || cursor.bytes[start + 1] == UInt8(ascii: "."),
        cursor.endsValue(at: cursor.position)
      else {
        throw NotPlain()
      }
      value = try figure.number()
    }
    if let step = form.step {
      guard let count = try? value / step, count.isWhole else { throw NotPlain() }
    }
    if let bounds = form.bounds, !bounds.include(value) { throw NotPlain() }
    return value
  }

  /// A figure with what stands behind it.
  private func quantity(
    _ figure: Figure, _ ending: UnitEnding, _ draft: inout CaseDraft
  ) throws(NotPlain) -> Rational {
    if let currency = ending.currency {
      guard draft.currencyOfSums ?? currency == currency else { throw NotPlain() }
      draft.currencyOfSums = currency
    }
    let number = try figure.number()
    if ending.isOne { return number }
    guard let value = try? number * ending.one else { throw NotPlain() }
    return value
  }
}
