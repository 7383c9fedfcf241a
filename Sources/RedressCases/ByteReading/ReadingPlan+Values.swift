import RedressEngine
import RedressValues

// Single values, within their bounds.
extension ReadingPlan {
  func value(
    of form: borrowing ValueForm, _ cursor: inout ByteCursor, into draft: inout CaseDraft
  ) throws(NotPlain) -> Facts.Stated {
    switch form.kind {
    case .yesOrNo:
      if cursor.accept(word: "true") { return .ordinal(1) }
      if cursor.accept(word: "false") { return .ordinal(0) }
      throw NotPlain()
    case .word:
      let word = try cursor.string()
      guard let position = form.words.position(of: word, in: cursor.bytes) else { throw NotPlain() }
      if let bounds = form.bounds, !bounds.include(Rational(position)) { throw NotPlain() }
      return .ordinal(Int64(position))
    case .quantity: return .number(try quantity(of: form, &cursor, into: &draft))
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
    of form: borrowing ValueForm, _ cursor: inout ByteCursor, into draft: inout CaseDraft
  ) throws(NotPlain) -> Rational {
    var value: Rational
    if cursor.accept(UInt8(ascii: "\"")) {
      let start = cursor.position
      let figure = try cursor.figure()
      let length = cursor.position - start
      let ending = try cursor.restOfString()
      value = try number(
        figure, ending: ending, isZero: figure.digits == 0 && length == 1, of: form, in: cursor.bytes, &draft)
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

  /// A figure with what stands behind it; `isZero` for the literal `0`, which fits every unit.
  private func number(
    _ figure: Figure, ending: Range<Int>, isZero: Bool, of form: borrowing ValueForm, in bytes: [UInt8],
    _ draft: inout CaseDraft
  ) throws(NotPlain) -> Rational {
    if ending.isEmpty, isZero { return .zero }
    guard let endings = form.endings, let position = endings.table.position(of: ending, in: bytes) else {
      throw NotPlain()
    }
    let unit = endings.endings[position]
    if let currency = unit.currency {
      guard draft.currencyOfSums ?? currency == currency else { throw NotPlain() }
      draft.currencyOfSums = currency
    }
    let number = try figure.number()
    if unit.isOne { return number }
    guard let value = try? number * unit.one else { throw NotPlain() }
    return value
  }
}
