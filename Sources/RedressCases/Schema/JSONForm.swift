package import RedressEngine
package import RedressSyntax
import RedressDiagnostics
import RedressValues

/// A case as JSON, with the facts, claims and dates it states; its label and what it expects have no place there.
///
/// The program tells words from answers: `yes` may be a word of a kind.
package func jsonForm(of syntax: CaseSyntax, program: Program) -> String {
  var json = JSONWriter(.pretty)
  let writer = JSONFormWriter(program: program, given: syntax.given)
  json.object { json in
    json.member("case", syntax.name.text)
    json.member("policy", syntax.policy.text)
    if let dated = syntax.dated { json.member("dated", dated.text) }
    if let currency = syntax.currency { json.member("currency", currency.text) }
    if !syntax.claimed.isEmpty {
      json.object("claimed") { json in
        for claim in syntax.claimed { json.member(claim.item.text, claim.amount.jsonText) }
      }
    }
    json.object("given") { json in writer.write(in: &json) }
  }
  json.lineBreak()
  return json.text
}

private struct JSONFormWriter {
  let program: Program
  let given: [GivenSyntax]

  func write(in json: inout JSONWriter) {
    for entry in given {
      guard entry.key.count == 1, let step = entry.key.first, step.index == nil else { continue }
      let type = program.schema.facts.first { $0.name == step.name.text }?.type
      write(entry, type, in: &json)
    }
  }

  private func write(_ entry: GivenSyntax, _ type: ValueType?, in json: inout JSONWriter) {
    guard let name = entry.key.last?.name.text else { return }
    switch entry.content {
    case .value(let value):
      write(value, named: name, type, in: &json)
    case .rows(let header, let rows):
      let fields = fields(of: type)
      json.array(name) { json in
        for (index, row) in rows.enumerated() {
          json.object { json in
            for (column, cell) in zip(header, row) {
              guard let value = cell.value else { continue }
              write(value, named: column.text, fields.type(of: column.text), in: &json)
            }
            for inner in entries(inRow: index + 1, of: entry.key) {
              write(inner, fields.type(of: inner.key.last?.name.text ?? ""), in: &json)
            }
          }
        }
      }
    }
  }

  /// Entries that state one field of a row, or a list inside it.
  private func entries(inRow number: Int, of list: [GivenSyntax.Step]) -> [GivenSyntax] {
    given.filter { entry in
      guard entry.key.count == list.count + 1, entry.key.last?.index == nil else { return false }
      return zip(list.enumerated(), entry.key).allSatisfy { position, step in
        let (index, expected) = position
        let isRow = index == list.count - 1
        return step.name.text == expected.name.text
          && (isRow ? step.index.flatMap { Int($0.text) } == number : step.index?.text == expected.index?.text)
      }
    }
  }

  private func fields(of type: ValueType?) -> [Schema.Attributes] {
    guard case .list(let record) = type, program.schema.records.indices.contains(record) else { return [] }
    return program.schema.records[record].fields
  }

  private func write(_ value: CaseValueSyntax, named name: String, _ type: ValueType?, in json: inout JSONWriter) {
    let isFact = type != nil
    let isAnswer = type == .yesOrNo || (!isFact && !program.choices.contains { $0.name == name })
    if case .yesNo(let answer) = value.form, isAnswer {
      json.member(name, answer)
    } else {
      json.member(name, value.jsonText)
    }
  }
}

extension [Schema.Attributes] {
  fileprivate func type(of name: String) -> ValueType? { first { $0.name == name }?.type }
}

extension CaseValueSyntax {
  /// What a JSON string of this value holds.
  fileprivate var jsonText: String {
    if case .string(let content) = json { return content }
    if case .text(let content) = form { return content }
    return caseText
  }
}
