import RedressDiagnostics
import RedressSyntax
import RedressValues

/// Tables and tiers in which something could not be read, by their positions.
struct DoubtfulLookups {
  var tables: Set<Int> = []
  var tiers: Set<Int> = []
}

/// Looks for what the rows of tables, the bands of tiers and the levels of authorities leave out, cover twice, or never
/// come to.
struct LookupChecker {
  /// More of one table come from one cause.
  private static let mostShown = 4

  let policy: CheckedPolicy
  /// Where something could not be read: tables in which such a place lies are not looked into.
  let mistakes: [Span]
  /// The policy's own text: tables of a used policy are looked into where that one is checked itself.
  let source: SourceID
  /// Whether columns or rows may be missing: without a currency, or where part of the text could not be read.
  let isUnreadable: Bool
  var problems: [CheckProblem] = []
  private(set) var doubtful = DoubtfulLookups()

  init(policy: CheckedPolicy, source: SourceID, mistakes: [Span], isUnreadable: Bool) {
    self.policy = policy
    self.source = source
    self.isUnreadable = isUnreadable
    self.mistakes = mistakes
  }

  mutating func run() {
    for (index, table) in policy.tables.enumerated() {
      let rows = table.editions.flatMap(\.rows)
      guard !rows.isEmpty, !isDoubtful(rows.map(\.span) + [table.span]) else {
        doubtful.tables.insert(index)
        continue
      }
      guard table.span.source == source else { continue }
      for edition in table.editions { look(at: edition, of: table) }
    }
    for (index, tiers) in policy.tiers.enumerated() {
      guard !tiers.bands.isEmpty, !isDoubtful(tiers.bands.map(\.span) + [tiers.span]) else {
        doubtful.tiers.insert(index)
        continue
      }
      if tiers.span.source == source { look(at: tiers) }
    }
    for authority in policy.authorities where !isDoubtful(authority.levels.map(\.span) + [authority.span]) {
      look(at: authority)
    }
  }

  /// Whether a mistake lies between the first and the last of these places.
  private func isDoubtful(_ spans: [Span]) -> Bool {
    guard !isUnreadable else { return true }
    guard !mistakes.isEmpty else { return false }
    for source in Set(spans.map(\.source)) {
      let own = spans.filter { $0.source == source }
      guard let start = own.map(\.start).min(), let end = own.map(\.end).max() else { continue }
      if mistakes.contains(where: { $0.source == source && $0.start >= start && $0.end <= end }) { return true }
    }
    return false
  }

  private mutating func report(_ problem: LookupProblem) {
    problems.append(.sense(.lookup(problem)))
  }

  private mutating func look(at edition: CheckedPolicy.Table.Edition, of table: CheckedPolicy.Table) {
    let parameters = table.boundedParameters
    guard edition.rows.allSatisfy({ $0.cells.count == parameters.count && $0.cellSpans.count >= parameters.count })
    else { return }
    // Words first: gaps of the same words read best together.
    let columns = parameters.enumerated().compactMap { position, parameter in
      SearchColumn(parameter, cells: edition.rows.map { $0.cells[position] }, in: policy)
    }
    guard columns.count == parameters.count, !columns.contains(where: { $0.regions.isEmpty }) else { return }
    let order = columns.indices.filter { columns[$0].isDiscrete } + columns.indices.filter { !columns[$0].isDiscrete }
    let rows = edition.rows.map { row in order.map { columns[$0].stretches(of: row.cells[$0]) } }
    var search = RowSearch(
      regionCounts: order.map { columns[$0].regions.count }, rows: rows, looksForGaps: table.otherwise == nil)
    let gaps = search.gaps()
    let view = TableView(policy: policy, table: table, edition: edition, parameters: parameters, columns: columns)
    for (index, row) in edition.rows.enumerated() {
      guard let place = order.indices.first(where: { rows[index][$0].isEmpty }) else { continue }
      report(view.unreached(row, column: order[place]))
    }
    for (later, earlier) in search.overlaps.sorted(by: { $0.key < $1.key }).prefix(2 * Self.mostShown) {
      report(view.overlap(earlier, later, Self.restored(search.common(earlier, later), order)))
    }
    guard !search.isExhausted else { return }
    for gap in gaps.prefix(Self.mostShown) { report(view.gap(Self.restored(gap, order))) }
  }

  /// A part in the order of the columns as written.
  private static func restored(_ box: RowSearch.Box, _ order: [Int]) -> RowSearch.Box {
    var result: RowSearch.Box = Array(repeating: [], count: order.count)
    for (place, column) in order.enumerated() { result[column] = box[place] }
    return result
  }

  /// Bands that lie outside the bounds of the amount, or end where the one before them does or sooner.
  private mutating func look(at tiers: CheckedPolicy.Tiers) {
    let bounds = tiers.parameter.bounds
    var start = Rational.zero
    for (index, band) in tiers.bands.enumerated() {
      if index > 0, let upper = band.upper, upper <= start {
        report(.bandsDoNotRise(band.span, before: tiers.bands[index - 1].span))
        return
      }
      let isBelow = band.upper.flatMap { upper in bounds?.lower.map { upper <= $0 } } ?? false
      let isAbove = bounds?.upper.map { start >= $0 } ?? false
      if isBelow || isAbove {
        let range = policy.words(TermBuilder.range(tiers.parameter), tiers.parameter.type)
        report(.bandNeverReached(band.span, tiers: tiers.name, parameter: tiers.parameter.name, range: range))
      }
      start = band.upper ?? start
    }
  }

  /// The first level that covers the sum counts, so that later ones may be met by nothing that is left.
  private mutating func look(at authority: CheckedPolicy.Authority) {
    var sum = CheckedPolicy.Attributes(name: "the sum", type: authority.sum.type, span: authority.sum.span)
    if case .quantity = sum.type { sum.bounds = .init(lower: .zero, excludesLower: false, upper: nil) }
    guard let column = SearchColumn(sum, cells: authority.levels.map(\.cell), in: policy) else { return }
    var taken = Array(repeating: false, count: column.regions.count)
    for level in authority.levels {
      let own = column.stretches(of: level.cell).flatMap { Array($0) }
      if own.allSatisfy({ taken[$0] }) { report(.levelNeverReached(Name(level.name, level.span))) }
      for region in own { taken[region] = true }
    }
    // Above the highest level nobody may decide alone; between two of them one was forgotten.
    guard let last = taken.lastIndex(of: true) else { return }
    guard let first = taken.indices.first(where: { $0 < last && !taken[$0] }) else { return }
    let end = taken.indices.first { $0 > first && taken[$0] } ?? last
    report(.noLevel(authority.span, sum: policy.words(column.tight(first...(end - 1)), sum.type)))
  }
}
