import RedressChecker
import RedressEngine
import RedressValues

extension Translation {
  /// A parameter of a definition, a table or tiers.
  func parameter(_ parameter: CheckedPolicy.Attributes) -> Schema.Attributes {
    Schema.Attributes(
      name: parameter.name, type: parameter.type, isWhole: parameter.isWhole, bounds: nil, label: parameter.label,
      defaultValue: nil, isOptional: false, isPrivate: false, provedBy: nil, span: parameter.span)
  }

  mutating func table(_ table: CheckedPolicy.Table) -> Program.Table {
    parameterTypes = table.parameters.map(\.type)
    parameterNames = table.parameters.map(\.name)
    var editions: [Program.Table.Edition] = []
    for edition in table.editions {
      var rows: [Program.Table.Row] = []
      for (index, row) in edition.rows.enumerated() {
        rows.append(
          Program.Table.Row(
            cells: row.cells, value: value(row.result),
            branch: Program.Branch(
              name: dated(table.name, edition.from) + ".row_\(index + 1)", reasons: reasons(row.reasons),
              span: row.span)))
      }
      editions.append(Program.Table.Edition(from: edition.from, rows: rows))
    }
    var otherwise: Program.Table.Row?
    if let last = table.otherwise {
      otherwise = Program.Table.Row(
        cells: [], value: value(last.result),
        branch: Program.Branch(
          name: table.name + ".otherwise", reasons: reasons(last.reasons), span: last.span))
    }
    return Program.Table(
      name: table.name, label: table.label, parameters: table.parameters.map { parameter($0) }, type: table.type,
      editions: editions, otherwise: otherwise, span: table.span)
  }

  private mutating func value(_ result: CheckedPolicy.TableResult) -> NodeID? {
    switch result {
    case .value(let expression): node(expression)
    case .refused: nil
    }
  }

  mutating func tiers(_ tiers: CheckedPolicy.Tiers) -> Program.Tiers {
    parameterTypes = [tiers.parameter.type]
    parameterNames = [tiers.parameter.name]
    var bands: [Program.Tiers.Band] = []
    for (index, band) in tiers.bands.enumerated() {
      bands.append(
        Program.Tiers.Band(
          upper: band.upper, rate: node(band.rate),
          branch: Program.Branch(
            name: tiers.name + ".band_\(index + 1)", reasons: reasons(band.reasons), span: band.span)))
    }
    return Program.Tiers(
      name: tiers.name, label: tiers.label, parameter: parameter(tiers.parameter), type: tiers.type, bands: bands,
      span: tiers.span)
  }
}
