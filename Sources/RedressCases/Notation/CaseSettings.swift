package import RedressDiagnostics
package import RedressEngine
package import RedressSyntax

/// What `--set` and `--choose` lay over every case.
package struct CaseSettings: Sendable {
  /// One option: a key of a case, and the value to state there.
  struct Setting: Sendable {
    let key: [GivenSyntax.Step]
    let keySpan: Span
    let value: CaseValueSyntax
    let isChoice: Bool
  }

  let settings: [Setting]
  /// Options that could not be read.
  package let problems: [Diagnostic]
}

/// Reads options such as `cause=handling`, `lots[1].value=3_000 CNY` and `wrong_goods=credit`.
///
/// Each becomes a text of its own in `texts`, named `--set` or `--choose`, so that problems can show it.
package func readSettings(set: [String], choose: [String], into texts: inout SourceTexts) -> CaseSettings {
  var settings: [CaseSettings.Setting] = []
  var problems: [Diagnostic] = []
  for (option, isChoice) in set.map({ ($0, false) }) + choose.map({ ($0, true) }) {
    let text = SourceText(name: isChoice ? "--choose" : "--set", text: option)
    let source = texts.add(text)
    guard let sign = text.bytes.firstIndex(of: UInt8(ascii: "=")),
      !isBlank(text.bytes[..<sign]), !isBlank(text.bytes[(sign + 1)...])
    else {
      let problem = CaseProblem.settingIncomplete(
        text: option, isChoice: isChoice, Span(source, 0, text.bytes.count))
      problems.append(problem.diagnostic)
      continue
    }
    // Blanks in front keep the places those of the whole option.
    let blanks = [UInt8](repeating: UInt8(ascii: " "), count: sign + 1)
    let (key, keyProblems) = parseGivenKey(SourceText(name: text.name, bytes: Array(text.bytes[..<sign])), as: source)
    let (value, valueProblems) = parseCaseValue(
      SourceText(name: text.name, bytes: blanks + text.bytes[(sign + 1)...]), as: source)
    guard keyProblems.isEmpty, valueProblems.isEmpty else {
      if !keyProblems.isEmpty {
        let name = String(decoding: text.bytes[..<sign], as: UTF8.self)
        problems.append(CaseProblem.settingKey(text: name, isChoice: isChoice, Span(source, 0, sign)).diagnostic)
      }
      problems += valueProblems.map(\.diagnostic)
      continue
    }
    let setting = CaseSettings.Setting(key: key, keySpan: Span(source, 0, sign), value: value, isChoice: isChoice)
    if let first = settings.first(where: { $0.key.isSame(as: key) }) {
      let name = String(decoding: text.bytes[..<sign], as: UTF8.self)
      problems.append(
        CaseProblem.twice(.entry, name: name, first: first.keySpan, second: setting.keySpan).diagnostic)
      continue
    }
    settings.append(setting)
  }
  return CaseSettings(settings: settings, problems: problems)
}

private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
  bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
}

/// A case with settings laid over it, before it is bound: they replace what it states, or add to it.
///
/// The problems are about `--choose` only: names that are no choices of the program.
package func overriding(
  _ syntax: CaseSyntax, with settings: CaseSettings, for program: Program
) -> (CaseSyntax, [CaseProblem]) {
  var given = syntax.given
  var problems: [CaseProblem] = []
  for setting in settings.settings {
    let choices = program.choices.map(\.name)
    if setting.isChoice, let name = setting.key.first?.name, !choices.contains(name.text) {
      problems.append(.unknownChoice(name, nearest: nearest(to: name.text, among: choices), choices: choices))
      continue
    }
    lay(setting, over: &given)
  }
  let changed = CaseSyntax(
    name: syntax.name, label: syntax.label, policy: syntax.policy, currency: syntax.currency, dated: syntax.dated,
    claimed: syntax.claimed, given: given, expectations: syntax.expectations, notation: syntax.notation)
  return (changed, problems)
}

private func lay(_ setting: CaseSettings.Setting, over given: inout [GivenSyntax]) {
  let entry = GivenSyntax(key: setting.key, keySpan: setting.keySpan, content: .value(setting.value))
  if let position = given.firstIndex(where: { $0.key.isSame(as: setting.key) }) {
    given[position] = entry
    return
  }
  // `lots[1].value` may be a cell of the rows of `lots`.
  guard let cell = cell(of: setting, in: given),
    case .rows(let header, var rows) = given[cell.entry].content
  else {
    given.append(entry)
    return
  }
  rows[cell.row][cell.column] = GivenSyntax.Cell(value: setting.value, span: setting.value.span)
  given[cell.entry] = GivenSyntax(
    key: given[cell.entry].key, keySpan: given[cell.entry].keySpan, content: .rows(header: header, rows: rows))
}

/// The cell of stated rows that a setting speaks of, if there is one.
private func cell(
  of setting: CaseSettings.Setting, in given: [GivenSyntax]
) -> (entry: Int, row: Int, column: Int)? {
  var listKey = setting.key
  guard let field = listKey.popLast(), field.index == nil, let list = listKey.popLast(), let index = list.index,
    let number = Int(index.text)
  else { return nil }
  listKey.append(GivenSyntax.Step(name: list.name, index: nil))
  guard let entry = given.firstIndex(where: { $0.key.isSame(as: listKey) }),
    case .rows(let header, let rows) = given[entry].content, rows.indices.contains(number - 1),
    let column = header.firstIndex(where: { $0.text == field.name.text }),
    rows[number - 1].indices.contains(column)
  else { return nil }
  return (entry, number - 1, column)
}

extension [GivenSyntax.Step] {
  fileprivate func isSame(as other: [GivenSyntax.Step]) -> Bool {
    count == other.count
      && zip(self, other).allSatisfy { $0.name.text == $1.name.text && $0.row == $1.row }
  }
}

extension GivenSyntax.Step {
  /// `01` is the row `1`.
  fileprivate var row: Substring? {
    index.map { index in index.text.drop { $0 == "0" } }
  }
}
