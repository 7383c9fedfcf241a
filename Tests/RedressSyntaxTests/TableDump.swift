import RedressSyntax

func dump(_ table: TableSyntax) -> String {
  let content =
    switch table.content {
    case .rows(let editions): editions.map { dump($0) }.joined()
    case .file(let path): " in \(dump(path))"
    }
  let parameters: String = table.parameters.map { dump($0) }.joined(separator: ", ")
  var result: String = "table \(table.name.text)\(label(table.label)) of \(parameters)"
  result += " gives \(dump(table.type))\(content)"
  if let otherwise = table.otherwise { result += " otherwise \(dump(otherwise.result))\(dump(otherwise.reasons))" }
  return result
}

func dump(_ rows: TableSyntax.Rows) -> String {
  var result: String = rows.from.map { " from \($0.text)" } ?? ""
  result += " <\(rows.header.map(\.text).joined(separator: " "))>"
  for row in rows.rows {
    let cells: String = row.cells.map { dump($0) + " | " }.joined()
    result += " (\(cells)\(dump(row.result))\(dump(row.reasons)))"
  }
  return result
}

private func dump(_ result: TableResultSyntax) -> String {
  switch result {
  case .value(let value): dump(value)
  case .refused: "refused!"
  }
}

func dump(_ cell: CellSyntax) -> String {
  switch cell.form {
  case .any: "any"
  case .missing: "?"
  case .values(let values): values.map { dump($0) }.joined(separator: ",")
  case .range(let lower, let excludesLower, let upper, let excludesUpper):
    "\(excludesLower ? "(" : "[")\(lower.map { dump($0) } ?? "")..\(upper.map { dump($0) } ?? "")\(excludesUpper ? ")" : "]")"
  }
}

func dump(_ tiers: TiersSyntax) -> String {
  var result: String = "tiers \(tiers.name.text)\(label(tiers.label)) of \(dump(tiers.parameter))"
  if let type = tiers.type { result += " gives \(dump(type))" }
  for band in tiers.bands {
    let upper: String = band.upper.map { dump($0) } ?? "above"
    result += " (\(upper) | \(dump(band.rate))\(dump(band.reasons)))"
  }
  return result
}

func dump(_ authority: AuthoritySyntax) -> String {
  var result: String = "authority of \(dump(authority.sum))"
  for level in authority.levels {
    result += " (\(level.name.text)\(label(level.label)) | \(dump(level.cell))\(dump(level.reasons)))"
  }
  return result
}

func dump(_ limit: LimitSyntax) -> String {
  "limit \(limit.name.text)\(label(limit.label)) on \(dump(limit.targets))"
    + (limit.loop.map { " each \(dump($0))" } ?? "") + limit.steps.map { dump($0) }.joined()
}

func dump(_ recourse: RecourseSyntax) -> String {
  var result: String = "recover \(recourse.name.text)\(label(recourse.label)) on \(dump(recourse.targets))"
  result += " from \(recourse.party.text)"
  if let condition = recourse.condition { result += " when \(dump(condition))" }
  result += dump(recourse.ruling, { dump($0) }, { dump($0) })
  return result + recourse.steps.map { dump($0) }.joined()
}

func dump(_ calendar: CalendarSyntax) -> String {
  "calendar \(calendar.name.text)"
    + calendar.clauses.map { clause in
      switch clause {
      case .weekend(let names): " weekend \(names.map(\.text).joined(separator: ","))"
      case .holidays(let days): " holiday \(dump(days))"
      case .workdays(let days): " workday \(dump(days))"
      }
    }.joined()
}

private func dump(_ days: [CalendarSyntax.Days]) -> String {
  days.map { $0.from.text + ($0.to.map { "..\($0.text)" } ?? "") }.joined(separator: ",")
}
