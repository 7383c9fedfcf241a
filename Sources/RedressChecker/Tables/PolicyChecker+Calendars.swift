import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// The calendars, whose days business days are counted in.
  mutating func declareCalendars() {
    for entry in outline.calendars {
      owner = entry.node
      policy.calendars.append(.init(name: entry.syntax.name.text, days: businessDays(of: entry.syntax)))
    }
    owner = nil
  }

  private mutating func businessDays(of syntax: CalendarSyntax) -> BusinessCalendar {
    var weekend: [Int: Span] = [:]
    var saysWeekend = false
    var holidays: [(days: BusinessCalendar.Days, place: Span)] = []
    var workdays: [(days: BusinessCalendar.Days, place: Span)] = []
    for clause in syntax.clauses {
      switch clause {
      case .weekend(let names):
        saysWeekend = true
        for name in names { addWeekend(name, to: &weekend) }
      case .holidays(let list): holidays += list.compactMap { days($0) }
      case .workdays(let list): workdays += list.compactMap { days($0) }
      }
    }
    if weekend.count == BuiltInNames.weekdays.count, workdays.isEmpty {
      report(.dating(.noBusinessDay(syntax.name)))
    }
    for workday in workdays {
      guard let holiday = holidays.first(where: { $0.days.overlaps(workday.days) }) else { continue }
      let day = max(holiday.days.lowerBound, workday.days.lowerBound)
      report(.dating(.holidayAndWorkday(day: day.description, workday.place, holiday: holiday.place)))
    }
    // A calendar that says nothing of the weekend has the usual one.
    let off = saysWeekend ? Set(weekend.keys) : BusinessCalendar.plain.weekend
    return BusinessCalendar(weekend: off, holidays: holidays.map(\.days), workdays: workdays.map(\.days))
  }

  private mutating func addWeekend(_ name: Name, to weekend: inout [Int: Span]) {
    guard let day = BuiltInNames.weekdays.firstIndex(of: name.text) else {
      let words = BuiltInNames.weekdays
      report(
        .naming(.unknownWord(name, of: .weekday, words: words, suggestion: nearest(to: name.text, among: words))))
      return
    }
    if let first = weekend[day] {
      report(.naming(.listedTwice(name, first: first)))
    } else {
      weekend[day] = name.span
    }
  }

  private mutating func days(_ syntax: CalendarSyntax.Days) -> (days: BusinessCalendar.Days, place: Span)? {
    let first = date(syntax.from)
    guard let to = syntax.to else { return first.map { ($0...$0, syntax.from.span) } }
    let last = date(to)
    guard let first, let last else { return nil }
    let span = syntax.from.span.through(to.span)
    guard first <= last else {
      report(.dating(.daysReversed(span, from: syntax.from.text, to: to.text)))
      return nil
    }
    return (first...last, span)
  }
}
