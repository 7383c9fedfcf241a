import RedressValues

/// Settles claims of one program one after another, in the same room, as far as they go straight through: everything
/// asked for is stated, nobody has to choose or decide, and nothing fails. What is not like that is told by `false`;
/// what to say of it only the ordinary evaluator knows.
///
/// It follows `Evaluator` rule by rule, on numbers alone; a differential test holds both to the same records.
package struct StraightEvaluator: Sendable {
  package let program: StraightProgram
  /// What the last claim comes to.
  package internal(set) var outcome: StraightOutcome

  /// By definition: its value in the claim with this number.
  var definitionValues: [(claim: Int, value: Known)]
  /// By split: the same, as a run of `portions` and the branch that decided.
  var splitValues: [(claim: Int, portions: Range<Int>, branch: Int32)]
  var portions: [(party: Int, portion: Rational)] = []
  /// By bar: the same, with the ground that holds.
  var barValues: [(claim: Int, ground: Int32?)]
  /// By item: where its lines stand; those of items not reached yet do not count.
  var itemLines: [Range<Int>]
  var itemsReached = 0
  /// By loop variable: the row it stands at.
  var variables: [Int]
  /// By word of every grouping: where its rows begin in `groupedRows`.
  var wordStarts: [Int]
  var groupedRows: [Int] = []
  /// Room for the words of one list.
  private var words: [Int] = []
  /// What `it` stands for.
  var running = Rational.zero
  /// Room for a limit: the lines it acts on, and what is payable of them.
  var members: [Int] = []
  var amounts: [Rational] = []
  /// Room for what an amount is shared out by, and what was shared out last.
  var weights: [Rational] = []
  private(set) var room = Apportionment.Room()

  /// Arguments of the calls under way, the innermost last.
  var parameters: [Known] = []
  var parameterBase = 0
  /// The claim's own date; nil where it has none.
  var caseDate: CivilDate?
  /// All lines and limits are done, so that sums over them may be asked for.
  var areLinesDone = false

  /// What whole quotes say beyond short records is collected, too.
  let isThorough: Bool
  /// By fact: the last claim in which its default was read.
  var factAssumptions: [Int]

  /// The number of the claim under evaluation, to tell what was computed for it from what was for others.
  private(set) var claim = 0
  /// Operations that may still be spent: a third of what the evaluator may, which counts some more for the same case, so
  /// that nothing goes through here which is refused there.
  var effort = 0
  var minorDigits = 2
  var minorUnit = Rational.one

  /// A value that is known.
  enum Known: Sendable {
    case number(Rational)
    case ordinal(Int64)
  }

  /// - Parameter isThorough: collects what whole quotes say, and gives up more claims for it.
  package init(_ program: StraightProgram, isThorough: Bool = false) {
    self.program = program
    self.isThorough = isThorough
    factAssumptions = Array(repeating: 0, count: program.factDefaults.count)
    outcome = StraightOutcome(currency: program.currency)
    definitionValues = Array(repeating: (0, .ordinal(0)), count: program.definitions.count)
    splitValues = Array(repeating: (0, 0..<0, 0), count: program.splits.count)
    barValues = Array(repeating: (0, nil), count: program.bars.count)
    itemLines = Array(repeating: 0..<0, count: program.items.count)
    variables = Array(repeating: -1, count: program.variableCount)
    let words = program.groupings.last.map { $0.firstWord + $0.wordCount } ?? 0
    wordStarts = Array(repeating: 0, count: words + program.groupings.count)
    settle(in: program.currency)
  }

  private mutating func settle(in currency: Currency) {
    outcome.currency = currency
    minorDigits = currency.minorDigits
    minorUnit = (try? Rational(numerator: 1, denominator: Int128(minorDigits.powerOfTen))) ?? .one
  }

  /// Shares out an amount; the parts stand in the room then.
  mutating func share(_ amount: Rational, by weights: [Rational]) throws(NotStraight) {
    do throws(ArithmeticError) {
      try Apportionment.share(amount, by: weights, step: minorUnit, in: &room)
    } catch {
      throw NotStraight()
    }
  }

  /// Settles a claim; false where it does not go straight through, and `outcome` says nothing then.
  package mutating func settle(_ facts: Facts) -> Bool {
    claim += 1
    outcome.forget()
    portions.removeAll(keepingCapacity: true)
    parameters.removeAll(keepingCapacity: true)
    (parameterBase, itemsReached, areLinesDone, running) = (0, 0, false, .zero)
    effort = facts.fullEffort / 3
    caseDate = date(facts)
    outcome.date = caseDate
    if program.currency == .ofTheCase { settle(in: facts.currency ?? .ofTheCase) }
    guard isInForce else { return false }
    do throws(NotStraight) {
      for requirement in program.requirements { try demand(requirement, facts) }
      try group(facts)
      for item in program.items.indices { try putLines(of: item, facts) }
      for limit in program.limits.indices { try take(limit, facts) }
      try addUp()
      if isThorough { outcome.totals.claimed = try claimed(facts) }
      areLinesDone = true
      for invariant in program.invariants { try demand(invariant, facts) }
      for demand in program.demands where !isAbsent(demand.reads, facts) {
        _ = demand.isNumber ? try .number(number(demand.node, facts)) : try Known.ordinal(ordinal(demand.node, facts))
      }
      for remark in program.remarks { _ = try holds(remark, facts) }
      if isThorough { outcome.orderAssumed() }
      return true
    } catch {
      return false
    }
  }

  @inline(__always)
  private func date(_ facts: Facts) -> CivilDate? {
    guard let fact = program.datedBy, case .ordinal(let ordinal) = facts.values[fact] else { return facts.dated }
    return CivilDate(exactly: program.isDatedByTime ? ordinal.dividedDown(by: 1_440) : ordinal)
  }

  @inline(__always)
  private var isInForce: Bool {
    guard let from = program.inForceFrom, let caseDate else { return true }
    return from <= caseDate && program.inForceUntil.map { caseDate <= $0 } ?? true
  }

  private mutating func demand(_ condition: StraightProgram.Condition, _ facts: Facts) throws(NotStraight) {
    if !condition.reads.isEmpty, isAbsent(condition.reads, facts) { return }
    if let node = condition.node, try ordinal(node, facts) == 0 { throw NotStraight() }
  }

  /// Sorts the elements of lists by the words items ask for.
  private mutating func group(_ facts: Facts) throws(NotStraight) {
    groupedRows.removeAll(keepingCapacity: true)
    for position in program.groupings.indices {
      let grouping = program.groupings[position]
      guard case .rows(let first, let count) = facts.values[grouping.fact] else { throw NotStraight() }
      let start = grouping.firstWord + position
      for word in 0...grouping.wordCount { wordStarts[start + word] = 0 }
      words.removeAll(keepingCapacity: true)
      for row in Int(first)..<Int(first + count) {
        let word = start + (try word(row, grouping, facts))
        words.append(word)
        wordStarts[word] += 1
      }
      // Counts become the ends of words, and these move down to their beginnings as rows are put in from behind.
      var end = groupedRows.count
      groupedRows.append(contentsOf: repeatElement(-1, count: words.count))
      for word in 0..<grouping.wordCount {
        end += wordStarts[start + word]
        wordStarts[start + word] = end
      }
      wordStarts[start + grouping.wordCount] = end
      for place in words.indices.reversed() {
        let word = words[place]
        wordStarts[word] -= 1
        groupedRows[wordStarts[word]] = Int(first) + place
      }
    }
  }

  @inline(__always)
  private mutating func word(
    _ row: Int, _ grouping: StraightProgram.Grouping, _ facts: Facts
  ) throws(NotStraight) -> Int {
    // Whether anything reads a default is not known yet.
    if isThorough, case .notStated = stated(row: row, grouping.record, grouping.field, facts) { throw NotStraight() }
    let word = try fieldOrdinal(row: row, grouping.record, grouping.field, facts)
    guard word >= 0, word < grouping.wordCount else { throw NotStraight() }
    return Int(word)
  }

  /// The rows of one word.
  @inline(__always)
  func rows(of grouping: Int, word: Int) -> Range<Int> {
    let start = program.groupings[grouping].firstWord + grouping + word
    return wordStarts[start]..<wordStarts[start + 1]
  }

  private mutating func addUp() throws(NotStraight) {
    do throws(ArithmeticError) {
      var totals = StraightOutcome.Totals()
      for line in outcome.lines {
        switch line.remedy {
        case .cash: totals.cash = try totals.cash + line.limited
        case .credit: totals.credit = try totals.credit + line.limited
        case .reshipment, .replacement, .repair, .voucher: totals.inKind = try totals.inKind + line.limited
        case nil: break
        }
      }
      totals.payable = try totals.cash + totals.credit + totals.inKind
      outcome.totals = totals
    } catch {
      throw NotStraight()
    }
  }
}

extension StraightProgram.Run {
  var isEmpty: Bool { count == 0 }
}
