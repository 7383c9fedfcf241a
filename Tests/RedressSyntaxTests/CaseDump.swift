import RedressSyntax

/// The tree of a case, one part a line.
func dump(_ one: CaseSyntax) -> String {
  var head = "case \(one.name.text)" + (one.label.map { " \(dump($0))" } ?? "") + " policy \(one.policy.text)"
  if let currency = one.currency { head += " currency \(currency.text)" }
  if let dated = one.dated { head += " dated \(dated.text)" }
  let claimed = one.claimed.map { "claimed \($0.item.text) \(dump($0.amount))" }
  return ([head] + claimed + one.given.map(dump) + one.expectations.map(dump)).joined(separator: "\n")
}

func dump(_ value: CaseValueSyntax) -> String {
  switch value.form {
  case .quantity(let quantity, let isNegative): (isNegative ? "-" : "") + dump(quantity)
  case .word(let word): word
  case .yesNo(let value): value ? "yes!" : "no!"
  case .date(let text): "date:\(text)"
  case .time(let text): "time:\(text)"
  case .text(let text): "'\(text)'"
  case .missing: "?"
  }
}

func dump(_ key: [GivenSyntax.Step]) -> String {
  key.map { $0.name.text + ($0.index.map { "[\($0.text)]" } ?? "") }.joined(separator: ".")
}

private func dump(_ given: GivenSyntax) -> String {
  switch given.content {
  case .value(let value): return "given \(dump(given.key)) \(dump(value))"
  case .rows(let header, let rows):
    let lines = rows.map { row in "(" + row.map { $0.value.map { dump($0) } ?? "_" }.joined(separator: " ") + ")" }
    return "given \(dump(given.key)) <\(header.map(\.text).joined(separator: " "))> " + lines.joined(separator: " ")
  }
}

private func dump(_ expectation: ExpectationSyntax) -> String {
  switch expectation.form {
  case .refused(let text): return "expect refused '\(text)'"
  case .proposal(let settings, let entries):
    let with = settings.map { " \($0.choice.text)=\($0.option.text)" }.joined()
    return "expect\(with)" + entries.map { "; \(dump($0))" }.joined()
  }
}

private func dump(_ entry: ExpectationSyntax.Entry) -> String {
  switch entry.form {
  case .item(let item, let line, let outcome):
    item.text + (line.map { "#\($0.text)" } ?? "") + " " + dump(outcome)
  case .approval(let name, let isAbsent): "approval \(name.text)" + (isAbsent ? " absent" : "")
  case .note(let name, let isAbsent): "note \(name.text)" + (isAbsent ? " absent" : "")
  case .deadline(let name, let value): "deadline \(name.text) \(dump(value))"
  case .authority(let word): "authority \(word.text)"
  case .nothingElse: "nothing else"
  }
}

private func dump(_ outcome: ExpectationSyntax.Outcome) -> String {
  switch outcome {
  case .amount(let amount, let isAssessed, let remedy):
    (isAssessed ? "assessed " : "") + dump(amount) + (remedy.map { " by \($0.text)" } ?? "")
  case .status(let status, let branches):
    status.rawValue + branches.map { " because \($0.text)" }.joined()
  case .pending(let keys): "pending" + keys.map { " \($0.text)" }.joined()
  case .absent: "absent"
  }
}
