import RedressEngine
import RedressValues

/// Puts claims of the portfolio workload where a program expects its facts.
struct PortfolioFacts {
  private let program: Program
  private let fault: Int
  private let freight: Int
  private let losses: Int
  private let record: Int
  /// By the field's name.
  private let fields: [String: Int]

  init(of program: Program) throws(BenchFailure) {
    func position(_ name: String, _ all: [Schema.Attributes]) throws(BenchFailure) -> Int {
      guard let position = all.firstIndex(where: { $0.name == name }) else {
        throw BenchFailure(message: "the policy portfolio has no `\(name)`")
      }
      return position
    }
    self.program = program
    fault = try position("fault", program.schema.facts)
    freight = try position("freight", program.schema.facts)
    losses = try position("losses", program.schema.facts)
    guard case .list(let record) = program.schema.facts[losses].type else {
      throw BenchFailure(message: "`losses` is no list")
    }
    self.record = record
    var fields: [String: Int] = [:]
    for name in ["kind_of_loss", "value", "repair_cost", "reship", "penalty", "days", "purpose_stated"] {
      fields[name] = try position(name, program.schema.records[record].fields)
    }
    self.fields = fields
  }

  /// As a case states them: only what goes with the kind of each loss.
  func facts(of claim: PortfolioCase) throws(ArithmeticError) -> Facts {
    var facts = Facts(of: program)
    facts.values[fault] = try Self.hundredths(claim.faultPercent)
    facts.values[freight] = try Self.hundredths(claim.freight)
    facts.values[losses] = .rows(first: 0, count: Int32(claim.losses.count))
    facts.tables[record].beginList(.fact(losses))
    for loss in claim.losses {
      var row: [String: Facts.Stated] = [
        "kind_of_loss": .ordinal(Int64(loss.kind.rawValue)), "value": try Self.hundredths(loss.value),
      ]
      switch loss.kind {
      case .repairable: row["repair_cost"] = try Self.hundredths(loss.repairCost)
      case .destroyed: row["reship"] = .ordinal(loss.isReshipped ? 1 : 0)
      case .wrongItem:
        row["reship"] = .ordinal(loss.isReshipped ? 1 : 0)
        row["penalty"] = try Self.hundredths(loss.penaltyPercent)
      case .delay: row["days"] = .number(Rational(Int(loss.days) * 1_440))
      case .consequential: row["purpose_stated"] = .ordinal(loss.isPurposeStated ? 1 : 0)
      }
      var cells: [Facts.Stated] = Array(repeating: .notStated, count: facts.tables[record].fieldCount)
      for (name, value) in row { if let field = fields[name] { cells[field] = value } }
      facts.tables[record].addRow(cells)
    }
    return facts
  }

  /// Whole cents and whole percents alike.
  private static func hundredths(_ count: Int64) throws(ArithmeticError) -> Facts.Stated {
    .number(try Rational(numerator: Int128(count), denominator: 100))
  }
}
