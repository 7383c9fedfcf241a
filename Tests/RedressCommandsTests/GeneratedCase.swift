import RedressEngine
import RedressValues

/// Cases of a program in JSON, as its schema allows them and now and then not quite.
struct GeneratedCase {
  let program: Program
  private let words = ["late", "wet, torn", "西安", "A-1", "say \\\"no\\\""]

  init(_ program: Program) {
    self.program = program
  }

  /// A case on one line.
  func line(named name: String, _ random: inout SeededGenerator) -> String {
    let schema = program.schema
    var given = schema.facts.compactMap { entry($0, isSure: Int.random(in: 0..<8, using: &random) > 0, &random) }
    for detail in schema.details where Bool.random(using: &random) {
      given.append("\"\(detail.name)\":\"\(pick(words, &random))\"")
    }
    for choice in program.choices where Int.random(in: 0..<3, using: &random) == 0 {
      given.append("\"\(choice.name)\":\"\(pick(choice.options, &random))\"")
    }
    var claims: [String] = []
    for item in program.items where Int.random(in: 0..<6, using: &random) == 0 {
      claims.append("\"\(item.name)\":\"\(Int.random(in: 0...900, using: &random)) \(program.currency.code)\"")
    }
    let claimed = claims.isEmpty ? "" : ",\"claimed\":{\(claims.joined(separator: ","))}"
    return "{\"case\":\"\(name)\",\"policy\":\"\(program.name)\"\(claimed),\"given\":{\(given.joined(separator: ","))}}"
  }

  private func entry(_ attributes: Schema.Attributes, isSure: Bool, _ random: inout SeededGenerator) -> String? {
    if !isSure || (attributes.defaultValue != nil && Bool.random(using: &random)) { return nil }
    return value(attributes, &random).map { "\"\(attributes.name)\":\($0)" }
  }

  private func value(_ attributes: Schema.Attributes, _ random: inout SeededGenerator) -> String? {
    switch attributes.type {
    case .yesOrNo: return pick(["true", "false"], &random)
    case .kind(let kind): return "\"\(pick(program.schema.kinds[kind].words, &random))\""
    case .quantity(let unit): return quantity(in: unit, isWhole: attributes.isWhole, &random)
    case .date: return "\"\(day(&random))\""
    case .time: return "\"\(day(&random)) \(pick(["00:00", "09:30", "23:59"], &random))\""
    case .text: return "\"\(pick(words, &random))\""
    case .list(let record):
      let fields = program.schema.records[record].fields
      let rows = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        let cells = fields.compactMap { entry($0, isSure: Int.random(in: 0..<20, using: &random) > 0, &random) }
        return "{\(cells.joined(separator: ","))}"
      }
      return "[\(rows.joined(separator: ","))]"
    case .record: return nil
    }
  }

  private func quantity(in unit: Unit, isWhole: Bool, _ random: inout SeededGenerator) -> String? {
    let most = unit.isPercent ? 100 : pick([3, 60, 5_000, 90_000], &random)
    let whole = Int.random(in: 0...most, using: &random)
    let decimals = isWhole || Bool.random(using: &random) ? "" : pick([".5", ".25", ".01", ".005"], &random)
    guard let figure = try? Rational(decimal: "\(whole)\(decimals)"), let scale = try? unit.scale,
      let value = try? figure * scale
    else { return nil }
    return "\"\(quantityText(value, unit: unit).filter { $0 != "," })\""
  }

  private func day(_ random: inout SeededGenerator) -> String {
    CivilDate(dayNumber: 20_500 + Int.random(in: 0...60, using: &random)).description
  }

  private func pick<Value>(_ values: [Value], _ random: inout SeededGenerator) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }
}
