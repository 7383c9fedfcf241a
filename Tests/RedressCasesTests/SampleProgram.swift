import RedressDiagnostics
import RedressEngine
import RedressValues

/// A program made by hand, with a fact of each type; its rulings are empty, since binding does not look at them.
enum Sample {
  static let policySource = SourceID(90)
  private static let nowhere = Span(policySource, 0, 4)

  static func unit(_ word: String, per divisor: String? = nil) -> Unit {
    let unit = Unit.known(word) ?? .declared(word)
    return divisor.map { unit.divided(by: Unit.known($0) ?? .declared($0)) } ?? unit
  }

  static func attributes(
    _ name: String, _ type: ValueType, isWhole: Bool = false, bounds: Schema.Bounds? = nil, hasDefault: Bool = false,
    isOptional: Bool = false
  ) -> Schema.Attributes {
    Schema.Attributes(
      name: name, type: type, isWhole: isWhole, bounds: bounds, label: "label of \(name)",
      defaultValue: hasDefault ? .value(NodeID(0)) : nil, isOptional: isOptional, isPrivate: false, provedBy: nil,
      span: nowhere)
  }

  static func bounds(_ lower: Int?, _ upper: Int?, excludesLower: Bool = false) -> Schema.Bounds {
    Schema.Bounds(
      lower: lower.map { Rational($0) }, excludesLower: excludesLower, upper: upper.map { Rational($0) })
  }

  static let program: Program = {
    guard let currency = Currency.named("CNY") else { fatalError("there is a CNY in ISO 4217") }
    var program = Program(name: "parcels", currency: currency, rounding: .halfUp)
    program.schema = schema
    program.items = ["damage", "delay", "missing_parcels"].map { item($0) }
    program.choices = [choice("payment", ["cash", "credit"]), choice("wrong_goods", ["reship", "credit"])]
    let base = Program.Ruling(base: NodeID(0), branch: branch("late"), exceptions: [Program.Exception<NodeID>]())
    program.definitions = [
      Program.Definition(name: "late", label: nil, parameters: [], type: .yesOrNo, ruling: base, steps: [])
    ]
    return program
  }()

  private static let schema: Schema = {
    let money = unit("CNY")
    var schema = Schema()
    schema.units = [unit("parcel")]
    if let pallet = Unit.declared("pallet", size: Rational(800_000), of: unit("kg")) { schema.units.append(pallet) }
    schema.kinds = [
      Schema.Kind(name: "Cause", words: ["packing", "handling", "yes"], labels: ["poor packing", nil, nil]),
      Schema.Kind(name: "Tier", words: ["basic", "silver", "gold"], labels: [nil, nil, nil]),
    ]
    schema.records = [
      Schema.Record(
        name: "Lot", label: "goods of one kind",
        fields: [
          attributes("value", .quantity(money), bounds: bounds(0, nil, excludesLower: true)),
          attributes("condition", .kind(0)),
          attributes("rescued", .quantity(money), hasDefault: true),
          attributes("note", .text, isOptional: true),
        ]),
      Schema.Record(
        name: "Shipment", label: nil, fields: [attributes("arrived", .time), attributes("packages", .list(2))]),
      Schema.Record(
        name: "Package", label: nil,
        fields: [attributes("weight", .quantity(unit("kg"))), attributes("opened", .yesOrNo)]),
    ]
    schema.facts = [
      attributes("cause", .kind(0)),
      attributes("tier", .kind(1), bounds: bounds(1, nil)),
      attributes("fragile", .yesOrNo),
      attributes("delivered_on", .date),
      attributes("received_at", .time),
      attributes("weight", .quantity(unit("kg")), bounds: bounds(0, 1_000_000)),
      attributes("missing", .quantity(.number), isWhole: true, bounds: bounds(0, nil)),
      attributes("late", .quantity(unit("days")), isWhole: true),
      attributes("share", .quantity(.percent)),
      attributes("penalty_rate", .quantity(Unit.percent.divided(by: unit("day")))),
      attributes("freight_rate", .quantity(unit("CNY", per: "kg"))),
      attributes("sdr_rate", .quantity(unit("CNY", per: "XDR"))),
      attributes("freight", .quantity(money)),
      attributes("parcels", .quantity(unit("parcel"))),
      attributes("volume", .quantity(unit("m3"))),
      attributes("place", .text),
      attributes("lots", .list(0)),
      attributes("shipments", .list(1)),
    ]
    schema.details = [Schema.Detail(name: "waybill", label: "number of the waybill", isPrivate: false)]
    return schema
  }()

  private static func branch(_ name: String) -> Program.Branch {
    Program.Branch(name: name, reasons: Program.Reasons(because: nil, citations: []), span: nowhere)
  }

  private static func item(_ name: String) -> Program.Item {
    Program.Item(
      name: name, label: Program.Text([.literal("Label of \(name)")]), itemClass: .compensation, loop: nil,
      condition: nil, conditionOptionalReads: [], payee: 0, owedBy: nil,
      ruling: Program.Ruling(base: .nothing, branch: branch(name), exceptions: []), steps: [], bars: [], span: nowhere)
  }

  private static func choice(_ name: String, _ options: [String]) -> Program.Choice {
    Program.Choice(
      name: name, label: nil, chooser: 0, condition: nil, optionalReads: [], options: options,
      optionLabels: options.map { _ in nil }, preference: nil,
      preferenceReasons: Program.Reasons(because: nil, citations: []))
  }
}
