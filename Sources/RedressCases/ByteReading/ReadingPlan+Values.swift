import RedressEngine
import RedressValues

// Single values, within their bounds.
extension ReadingPlan {
  @inline(__always)
  func value(
    of form: ValueForm, _ cursor: inout ByteCursor, into draft: inout CaseDraft
  ) throws(NotPlain) -> Facts.Stated {
    switch form.kind {
    case .yesOrNo:
      if cursor.accept(word: "true") { return .ordinal(1) }
      if cursor.accept(word: "false") { return .ordinal(0) }
      throw NotPlain()
    case .word(let words): return try ordinal(try name(in: words, after: -1, &cursor, &draft), of: form)
    case .quantity(let table, let first): return .number(try quantity(of: form, table, first, &cursor, into: &draft))
    case .date: return try ordinal(Int(try cursor.date(at: try cursor.string()).dayNumber), of: form)
    case .time: return try ordinal(try cursor.time(at: try cursor.string()).minuteNumber, of: form)
    case .text:
      draft.facts.texts.append(try cursor.text(try cursor.string()))
      return .text(Int32(truncatingIfNeeded: draft.facts.texts.count - 1))
    case .list, .none: throw NotPlain()
    }
  }

  @inline(__always)
  private func ordinal(_ number: Int, of form: ValueForm) throws(NotPlain) -> Facts.Stated {
    if case .within(let bounds) = form.extent, !self.bounds[bounds].include(Rational(number)) { throw NotPlain() }
    return .ordinal(Int64(number))
  }

  @inline(__always)
  private func quantity(
    of form: ValueForm, _ table: ByteTable, _ first: Int, _ cursor: inout ByteCursor, into draft: inout CaseDraft
  ) throws(NotPlain) -> Rational {
    guard let (figure, ending) = try figure(of: form, table, first, &cursor, into: &draft) else {
      // Nothing of something is a whole multiple of everything.
      try check(.zero, of: form)
      return .zero
    }
    var value = try figure.number()
    let one = endings[ending].one
    if !endings[ending].isOne {
      guard let product = try? value * one else { throw NotPlain() }
      value = product
    }
    if let step = form.step, figure.places > 0 || !endings[ending].isStep {
      guard let count = try? value / steps[step], count.isWhole else { throw NotPlain() }
    }
    try check(value, of: form)
    return value
  }

  @inline(__always)
  private func check(_ value: Rational, of form: ValueForm) throws(NotPlain) {
    switch form.extent {
    case .everything: return
    case .aboveZero: guard value.isPositive else { throw NotPlain() }
    case .within(let bounds): guard self.bounds[bounds].include(value) else { throw NotPlain() }
    }
  }

  /// Goes past a quantity; gives its figure and the position of its ending in the plan. Nil for the literal `"0"`, which
  /// fits every unit.
  @inline(__always)
  private func figure(
    of form: ValueForm, _ table: ByteTable, _ first: Int, _ cursor: inout ByteCursor, into draft: inout CaseDraft
  ) throws(NotPlain) -> (Figure, ending: Int)? {
    guard cursor.accept(UInt8(ascii: "\"")) else {
      guard form.takesNumbers else { throw NotPlain() }
      // A number has one ending, which is empty.
      return (try cursor.plainFigure(), first)
    }
    let start = cursor.position
    let figure = try cursor.figure()
    if figure.digits == 0, cursor.position == start + 1, cursor.current == UInt8(ascii: "\"") {
      cursor.advance()
      return nil
    }
    let ending = first + (try restOfName(in: table, after: -1, &cursor, &draft))
    if let currency = endings[ending].currency {
      guard draft.currencyOfSums ?? currency == currency else { throw NotPlain() }
      draft.currencyOfSums = currency
    }
    return (figure, ending)
  }

  // MARK: Names

  /// Goes past a name in quotation marks; gives its position in the table.
  ///
  /// - Parameter previous: the name that stood before it in the same object; -1 for none.
  @inline(__always)
  func name(
    in table: ByteTable, after previous: Int, _ cursor: inout ByteCursor, _ draft: inout CaseDraft
  ) throws(NotPlain) -> Int {
    try cursor.expect(UInt8(ascii: "\""))
    return try restOfName(in: table, after: previous, &cursor, &draft)
  }

  /// The same behind the opening quotation mark.
  @inline(__always)
  private func restOfName(
    in table: ByteTable, after previous: Int, _ cursor: inout ByteCursor, _ draft: inout CaseDraft
  ) throws(NotPlain) -> Int {
    let likely = draft.memories[table.place(of: previous)].successor
    if let length = tables.length(of: likely, in: table, at: cursor) {
      cursor.advance(by: length + 1)
      return likely
    }
    let position = try unlikelyName(in: table, &cursor)
    draft.memories[table.place(of: previous)].successor = position
    return position
  }

  private func unlikelyName(in table: ByteTable, _ cursor: inout ByteCursor) throws(NotPlain) -> Int {
    let length = try cursor.lengthToQuotationMark()
    guard let position = tables.position(in: table, length: length, at: cursor) else { throw NotPlain() }
    cursor.advance(by: length + 1)
    return position
  }
}
