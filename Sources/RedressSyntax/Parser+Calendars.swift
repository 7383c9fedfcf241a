import RedressDiagnostics

extension Parser {
  /// `calendar china weekend saturday, sunday holiday 2026-10-01 to 2026-10-07 workday 2026-10-10`.
  mutating func parseCalendar() -> CalendarSyntax? {
    setClauses([.weekend, .holiday, .workday])
    let name = expectName(.calendar)
    var parts: [CalendarSyntax.Clause] = []
    while let clause = nextClause() {
      advance()
      switch clause {
      case .weekend: parts.append(.weekend(parseWeekend()))
      case .holiday: parts.append(.holidays(parseDays()))
      default: parts.append(.workdays(parseDays()))
      }
    }
    return name.isMissing ? nil : CalendarSyntax(name: name, clauses: parts)
  }

  private mutating func parseWeekend() -> [Name] {
    var names: [Name] = []
    repeat { names.append(expectName(.weekdayOf)) } while acceptComma()
    return names.filter { !$0.isMissing }
  }

  /// `2026-10-01 to 2026-10-07, 2026-12-25`.
  private mutating func parseDays() -> [CalendarSyntax.Days] {
    var days: [CalendarSyntax.Days] = []
    repeat {
      let from = expectDate()
      let isRange = acceptTo()
      let to = isRange ? expectDate() : nil
      if let from, !isRange || to != nil { days.append(CalendarSyntax.Days(from: from, to: to)) }
    } while acceptComma()
    return days
  }

  /// `to` between two days, or the dash that was written for it.
  private mutating func acceptTo() -> Bool {
    if accept(.to) != nil { return true }
    guard at(.minusSign), token(ahead: 1).kind == .dateValue else { return false }
    if !current.flags.contains(.isMalformed) { reportUnexpected(.oneOf(["to"])) }
    advance()
    return true
  }

  /// The comma between two days, or the `and` that was written for it.
  private mutating func acceptComma() -> Bool {
    if accept(.comma) != nil { return true }
    guard at(.and) else { return false }
    reportUnexpected(.oneOf([","]))
    advance()
    return true
  }
}
