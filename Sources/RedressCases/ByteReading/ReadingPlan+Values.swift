import RedressEngine
import RedressValues

// Single values, within their bounds.
extension ReadingPlan {
  /// Reads a value to where it belongs: handed back it would be copied twice.
  func readValue(
    of form: ValueForm, _ cursor: inout ByteCursor, into stated: inout Facts.Stated, _ draft: inout CaseDraft
  ) throws(NotPlain) {
    switch form.kind {
    case .yesOrNo:
      guard let isYes = cursor.yesOrNo() else { throw NotPlain() }
      stated = .ordinal(isYes ? 1 : 0)
    case .word(let words): stated = try ordinal(try name(in: words, after: -1, &cursor, &draft), of: form)
    case .quantity(let table, let first): stated = .number(try quantity(of: form, table, first, &cursor, into: &draft))
    case .date: stated = try ordinal(Int(try cursor.date(at: try cursor.string()).dayNumber), of: form)
    case .time: stated = try ordinal(try cursor.time(at: try cursor.string()).minuteNumber, of: form)
    case .text:
      draft.facts.texts.append(try cursor.text(try cursor.string()))
      stated = .text(Int32(truncatingIfNeeded: draft.facts.texts.count - 1))
    case .list, .none: throw NotPlain()
    }
  }

  /// A sum of money, as a case claims it.
  func sum(_ cursor: inout ByteCursor, into draft: inout CaseDraft) throws(NotPlain) -> Rational {
    guard case .quantity(let table, let first) = money.kind else { throw NotPlain() }
    return try quantity(of: money, table, first, &cursor, into: &draft)
  }

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
    if !endings[ending].isOne {
      guard let product = try? value * endings[ending].one else { throw NotPlain() }
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

  /// The same behind the opening quotation mark: once for all callers, since it is what a case is read with mostly.
  @inline(never)
  private func restOfName(
    in table: ByteTable, after previous: Int, _ cursor: inout ByteCursor, _ draft: inout CaseDraft
  ) throws(NotPlain) -> Int {
    let likely = draft.memories[table.place(of: previous)].successor
    guard let length = tables.length(of: likely, in: table, at: cursor) else {
      return try unlikelyName(in: table, after: previous, &cursor, &draft)
    }
    cursor.advance(by: length &+ 1)
    return likely
  }

  @inline(never)
  private func unlikelyName(
    in table: ByteTable, after previous: Int, _ cursor: inout ByteCursor, _ draft: inout CaseDraft
  ) throws(NotPlain) -> Int {
    let length = try cursor.lengthToQuotationMark()
    guard let position = tables.position(in: table, length: length, at: cursor) else { throw NotPlain() }
    cursor.advance(by: length &+ 1)
    draft.memories[table.place(of: previous)].successor = position
    return position
  }
}
