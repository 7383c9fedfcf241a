package import RedressEngine
import RedressDiagnostics
import RedressValues

/// The JSON Schema (2020-12) of a case of this policy in JSON. The same program gives the same bytes.
package func jsonSchema(of program: Program) -> String {
  var json = JSONWriter(.pretty)
  json.object { json in JSONSchemaWriter(program: program).write(in: &json) }
  json.lineBreak()
  return json.text
}

private struct JSONSchemaWriter {
  let program: Program
  let patterns: ValuePatterns

  init(program: Program) {
    self.program = program
    patterns = ValuePatterns(of: program.schema)
  }

  func write(in json: inout JSONWriter) {
    json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
    json.member("title", "Case of the policy \(program.name)")
    if let label = program.label { json.member("description", label) }
    json.member("type", "object")
    json.object("properties") { json in
      head(in: &json)
      json.object("claimed") { json in claims(in: &json) }
      json.object("given") { json in facts(in: &json) }
    }
    json.array("required") { json in
      json.element("policy")
      json.element("given")
    }
    json.member("additionalProperties", false)
    if !program.schema.records.isEmpty {
      json.object("$defs") { json in
        for record in program.schema.records { json.object(record.name) { json in fields(of: record, in: &json) } }
      }
    }
  }

  // MARK: Parts of a case

  private func head(in json: inout JSONWriter) {
    json.object("case") { json in
      json.member("description", "the name of the case")
      types(["string", "null"], in: &json)
      json.member("minLength", 1)
    }
    json.object("policy") { json in
      json.member("description", "the policy the case falls under")
      json.member("const", program.name)
    }
    json.object("dated") { json in
      json.member("description", "the date of the case, where the policy does not take it from a fact")
      types(["string", "null"], in: &json)
      json.member("pattern", "^\(ValuePatterns.date)$")
    }
    json.object("currency") { json in
      if program.currency == .ofTheCase {
        json.member("description", "the currency of the case; it may be left out where a sum of money is stated")
        types(["string", "null"], in: &json)
        json.member("pattern", "^[A-Z]{3}$")
      } else {
        json.member("description", "the currency the policy settles in")
        words([program.currency.code], in: &json)
      }
    }
  }

  private func claims(in json: inout JSONWriter) {
    json.member("description", "what is asked under each head")
    types(["object", "null"], in: &json)
    json.object("properties") { json in
      for item in program.items {
        json.object(item.name) { json in
          json.member("description", item.label.shown)
          types(["string", "null"], in: &json)
          json.member("pattern", patterns.quantity(.money(in: program.currency), isNeverNegative: true))
        }
      }
    }
    json.member("additionalProperties", false)
  }

  private func facts(in json: inout JSONWriter) {
    json.member("description", "what is known of the case; what is left out or null is not known")
    json.member("type", "object")
    json.object("properties") { json in
      for fact in program.schema.facts { json.object(fact.name) { json in value(of: fact, in: &json) } }
      for detail in program.schema.details {
        json.object(detail.name) { json in
          if let label = detail.label { json.member("description", label) }
          types(["string", "null"], in: &json)
        }
      }
      for choice in program.choices {
        json.object(choice.name) { json in
          let options = zip(choice.options, choice.optionLabels.map { $0?.shown })
          json.member(
            "description", description(choice.label?.shown, words: Array(options)) ?? "settles the choice")
          words(choice.options, in: &json)
        }
      }
    }
    json.member("additionalProperties", false)
  }

  private func fields(of record: Schema.Record, in json: inout JSONWriter) {
    if let label = record.label { json.member("description", label) }
    json.member("type", "object")
    json.object("properties") { json in
      for field in record.fields { json.object(field.name) { json in value(of: field, in: &json) } }
    }
    json.member("additionalProperties", false)
  }

  // MARK: Values

  private func value(of attributes: Schema.Attributes, in json: inout JSONWriter) {
    if let text = description(of: attributes) { json.member("description", text) }
    switch attributes.type {
    case .yesOrNo:
      types(["boolean", "null"], in: &json)
    case .kind(let kind):
      words(program.schema.kinds.indices.contains(kind) ? program.schema.kinds[kind].words : [], in: &json)
    case .quantity(let unit):
      // A plain number may be one of JSON's own; everything else has a unit and is a string.
      types(unit.isNumber ? ["string", "number", "null"] : ["string", "null"], in: &json)
      let isNeverNegative = attributes.bounds?.lower.map { !$0.isNegative } ?? false
      json.member("pattern", patterns.quantity(unit, isNeverNegative: isNeverNegative))
    case .date:
      types(["string", "null"], in: &json)
      json.member("pattern", "^\(ValuePatterns.date)$")
    case .time:
      types(["string", "null"], in: &json)
      json.member("pattern", "^\(ValuePatterns.date)( \(ValuePatterns.timeOfDay))?$")
    case .text:
      types(["string", "null"], in: &json)
    case .list(let record), .record(let record):
      types(["array", "null"], in: &json)
      guard program.schema.records.indices.contains(record) else { return }
      json.object("items") { json in json.member("$ref", "#/$defs/\(program.schema.records[record].name)") }
    }
  }

  private func description(of attributes: Schema.Attributes) -> String? {
    var kind: Schema.Kind?
    if case .kind(let position) = attributes.type, program.schema.kinds.indices.contains(position) {
      kind = program.schema.kinds[position]
    }
    var parts = [description(attributes.label, words: kind.map { Array(zip($0.words, $0.labels)) } ?? [])]
    if attributes.isWhole, case .quantity(let unit) = attributes.type { parts.append("in whole \(unit.countedName)") }
    parts.append(attributes.bounds.map { $0.text(of: attributes.type, words: kind?.words ?? []) })
    parts.append(attributes.provedBy.map { "proved by \($0)" })
    let stated = parts.compactMap { $0 }
    return stated.isEmpty ? nil : stated.joined(separator: "; ")
  }

  /// A label, and what labelled words mean.
  private func description(_ label: String?, words: [(String, String?)]) -> String? {
    let meanings = words.compactMap { word, label in label.map { "\(word): \($0)" } }
    let parts = (label.map { [$0] } ?? []) + (meanings.isEmpty ? [] : [meanings.joined(separator: ", ")])
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private func types(_ names: [String], in json: inout JSONWriter) {
    json.array("type") { json in for name in names { json.element(name) } }
  }

  private func words(_ words: [String], in json: inout JSONWriter) {
    json.array("enum") { json in
      for word in words { json.element(word) }
      json.null()
    }
  }
}

extension Program.Text {
  /// The text, with a mark where a value is filled in.
  fileprivate var shown: String {
    segments.map { segment in
      if case .literal(let text) = segment { text } else { "…" }
    }.joined()
  }
}
