/// Looks for what no row of a table covers, and for what two rows cover, over any number of columns.
///
/// Column by column, the rows that still match are sorted by where they begin and end. Where no row is left there is a
/// gap; where one is left, nothing can overlap any more. What was seen of the same rows before is not looked at again.
struct RowSearch {
  /// A part of the table: by column, stretches of regions.
  typealias Box = [[ClosedRange<Int>]]

  /// More of either come from one cause.
  static let mostFound = 40

  /// By column: how many regions it has.
  private let regionCounts: [Int]
  /// By row and column.
  private let rows: [[[ClosedRange<Int>]]]
  private let looksForGaps: Bool
  /// Rows that may still be sorted in; a table that needs more is not looked into further.
  private var budget = 1_500_000
  private var known: [Key: [Box]] = [:]
  /// By later row: the first earlier one that it meets.
  private(set) var overlaps: [Int: Int] = [:]

  var isExhausted: Bool { budget <= 0 }

  private struct Key: Hashable {
    let column: Int
    let rows: [Int]
  }

  init(regionCounts: [Int], rows: [[[ClosedRange<Int>]]], looksForGaps: Bool) {
    self.regionCounts = regionCounts
    self.rows = rows
    self.looksForGaps = looksForGaps
  }

  /// The gaps, each once, next to each other joined; overlaps are noted on the way.
  mutating func gaps() -> [Box] {
    let reachable = rows.indices.filter { row in rows[row].allSatisfy { !$0.isEmpty } }
    return visit(0, reachable)
  }

  private mutating func visit(_ column: Int, _ matching: [Int]) -> [Box] {
    guard !isExhausted else { return [] }
    guard let first = matching.first else { return looksForGaps ? [everything(from: column)] : [] }
    if column == regionCounts.count {
      for later in matching.dropFirst() where overlaps[later] == nil { overlaps[later] = first }
      return []
    }
    // One row that covers all that is left leaves no gap; only one row overlaps with nothing.
    if matching.count == 1, !looksForGaps || coversAll(first, from: column) { return [] }
    let key = Key(column: column, rows: matching)
    if let boxes = known[key] { return boxes }
    let boxes = sweep(column, matching)
    known[key] = boxes
    return boxes
  }

  /// From one place where a row begins or ends to the next.
  private mutating func sweep(_ column: Int, _ matching: [Int]) -> [Box] {
    var begins: [Int: [Int]] = [:]
    var ends: [Int: [Int]] = [:]
    for row in matching {
      for stretch in rows[row][column] {
        begins[stretch.lowerBound, default: []].append(row)
        ends[stretch.upperBound + 1, default: []].append(row)
      }
    }
    let count = regionCounts[column]
    let cuts = Set([0, count]).union(begins.keys).union(ends.keys).sorted()
    var current: Set<Int> = []
    var found: [(stretches: [ClosedRange<Int>], boxes: [Box])] = []
    for (cut, next) in zip(cuts, cuts.dropFirst()) {
      for row in ends[cut] ?? [] { current.remove(row) }
      for row in begins[cut] ?? [] { current.insert(row) }
      budget -= current.count + 1
      guard !isExhausted else { return [] }
      let boxes = visit(column + 1, current.sorted())
      guard !boxes.isEmpty else { continue }
      let stretch = cut...(next - 1)
      if let last = found.indices.last, found[last].boxes == boxes,
        let end = found[last].stretches.last, end.upperBound + 1 == cut
      {
        found[last].stretches[found[last].stretches.count - 1] = end.lowerBound...stretch.upperBound
      } else if found.count >= Self.mostFound {
        // The rest is looked at for overlaps only.
      } else if let same = found.firstIndex(where: { $0.boxes == boxes }) {
        found[same].stretches.append(stretch)
      } else {
        found.append(([stretch], boxes))
      }
    }
    return Array(found.flatMap { part in part.boxes.map { [part.stretches] + $0 } }.prefix(Self.mostFound))
  }

  private func coversAll(_ row: Int, from column: Int) -> Bool {
    (column..<regionCounts.count).allSatisfy { column in
      regionCounts[column] == 0 || rows[row][column] == [0...(regionCounts[column] - 1)]
        || rows[row][column].reduce(0) { $0 + $1.count } == regionCounts[column]
    }
  }

  private func everything(from column: Int) -> Box {
    (column..<regionCounts.count).map { regionCounts[$0] == 0 ? [] : [0...(regionCounts[$0] - 1)] }
  }

  /// The part that two rows both cover.
  func common(_ first: Int, _ second: Int) -> Box {
    zip(rows[first], rows[second]).map { left, right in
      left.flatMap { one in
        right.compactMap { other in
          let lower = max(one.lowerBound, other.lowerBound)
          let upper = min(one.upperBound, other.upperBound)
          return lower <= upper ? lower...upper : nil
        }
      }
    }
  }
}
