import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressValues

/// Takes up what a case states, entry by entry; keeps what is wrong beside it.
struct Binder {
  let program: Program
  let notation: CaseSyntax.Notation
  /// The text of the case; what stands in another one comes from an option.
  private let source: SourceID
  let names: PolicyNames
  let units: UnitWords
  /// The policy the case names: where a problem of the case as a whole is shown.
  private let head: Span
  /// Under `currency of the case`: the first sum of money, which tells the currency where the case does not.
  var firstSum: (currency: Currency, span: Span)?
  var facts: Facts
  var problems: [CaseProblem] = []

  /// By fact: the rows of its list while they are gathered.
  var lists: [ListDraft?]
  /// By fact, detail and choice: where it is stated, rightly or not.
  var factKeys: [Span?]
  private var detailKeys: [Span?]
  private var choiceKeys: [Span?]

  var schema: Schema { program.schema }

  init(program: Program, syntax: CaseSyntax) {
    self.program = program
    notation = syntax.notation
    source = syntax.name.span.source
    names = PolicyNames(of: program)
    units = UnitWords(of: program.schema)
    head = syntax.policy.span
    facts = Facts(of: program)
    lists = Array(repeating: nil, count: program.schema.facts.count)
    factKeys = Array(repeating: nil, count: program.schema.facts.count)
    detailKeys = Array(repeating: nil, count: program.schema.details.count)
    choiceKeys = Array(repeating: nil, count: program.choices.count)
  }

  mutating func finish() -> Binding {
    if program.currency == .ofTheCase, facts.currency == nil, problems.isEmpty {
      facts.currency = firstSum?.currency
      if firstSum == nil { problems.append(.currencyMissing(head)) }
    }
    guard problems.isEmpty else {
      let placed = problems.enumerated().sorted { left, right in
        let (first, second) = (left.element.place, right.element.place)
        if first.source.index != second.source.index { return first.source.index < second.source.index }
        return first.start != second.start ? first.start < second.start : left.offset < right.offset
      }
      return Binding(facts: nil, problems: placed.map(\.element))
    }
    layOutLists()
    return Binding(facts: facts, problems: [])
  }

  /// What messages show of a value.
  func written(_ value: CaseValueSyntax) -> CaseProblem.Written {
    value.written(inOption: value.span.source != source)
  }

  // MARK: Beside the facts

  /// The case's own currency and date.
  mutating func bindHead(of syntax: CaseSyntax) {
    if let currency = syntax.currency { bind(currency: currency) }
    guard let dated = syntax.dated else { return }
    let value = CaseValueSyntax(.date(dated.text), dated.span)
    guard let day = self.day(of: dated.text, value, for: CaseProblem.Target(name: "dated", declaration: nil)) else {
      return
    }
    facts.dated = day
  }

  private mutating func bind(currency name: Name) {
    guard program.currency == .ofTheCase else {
      if name.text != program.currency.code {
        problems.append(.otherCurrency(name, policy: program.currency.code))
      }
      return
    }
    facts.currency = Currency.named(name.text)
    if facts.currency == nil {
      problems.append(.currencyUnknown(name, nearest: nearest(to: name.text, among: Currency.codes)))
    }
  }

  /// What is asked under each head.
  mutating func bindClaims(of syntax: CaseSyntax) {
    var heads: [Int: Span] = [:]
    for claim in syntax.claimed {
      let name = claim.item
      guard let item = names.item(name.text) else {
        problems.append(
          .unknownHead(
            name, standing: names.standing(of: name.text), nearest: nearest(to: name.text, among: names.heads),
            heads: names.heads))
        continue
      }
      if let first = heads[item] {
        problems.append(.twice(.head, name: name.text, first: first, second: name.span))
        continue
      }
      heads[item] = name.span
      facts.claimed[item] = amount(of: claim)
    }
  }

  private mutating func amount(of claim: CaseSyntax.Claim) -> Rational? {
    let target = CaseProblem.Target(name: claim.item.text, declaration: nil)
    guard let amount = number(claim.amount, in: .money(in: program.currency), for: target) else { return nil }
    if amount.isNegative {
      problems.append(.negativeClaim(target, written(claim.amount)))
      return nil
    }
    return amount
  }

  // MARK: Entries

  /// Everything under `given`.
  mutating func bindEntries(of syntax: CaseSyntax) {
    // A row must be there before an entry can speak of it, whatever order they are written in.
    let byDepth = syntax.given.enumerated().sorted { left, right in
      let (first, second) = (left.element.key.count, right.element.key.count)
      return first != second ? first < second : left.offset < right.offset
    }
    for (_, entry) in byDepth { bind(entry) }
  }

  private mutating func bind(_ entry: GivenSyntax) {
    guard let first = entry.key.first else { return }
    switch names[first.name.text] {
    case .fact(let fact):
      bind(entry, toFact: fact)
    case .detail(let detail):
      guard hasPlainKey(entry), isFirst(entry, in: \.detailKeys, at: detail) else { return }
      bind(entry, toDetail: detail)
    case .choice(let choice):
      guard hasPlainKey(entry), isFirst(entry, in: \.choiceKeys, at: choice) else { return }
      bind(entry, toChoice: choice)
    case .other, nil:
      problems.append(
        .unknownName(
          first.name, standing: names.standing(of: first.name.text),
          nearest: nearest(to: first.name.text, among: names.statable), known: names.statable))
    }
  }

  private mutating func bind(_ entry: GivenSyntax, toFact fact: Int) {
    let attributes = schema.facts[fact]
    if case .list(let record) = attributes.type {
      bind(entry, toList: fact, of: record)
      return
    }
    guard hasPlainKey(entry), isFirst(entry, in: \.factKeys, at: fact) else { return }
    let target = CaseProblem.Target(name: attributes.name, declaration: attributes.span)
    guard case .value(let value) = entry.content else {
      problems.append(.valueWanted(target, entry.keySpan))
      return
    }
    if let stated = self.stated(value, as: attributes, for: target) { facts.values[fact] = stated }
  }

  private mutating func bind(_ entry: GivenSyntax, toDetail detail: Int) {
    let target = CaseProblem.Target(name: schema.details[detail].name, declaration: nil)
    guard case .value(let value) = entry.content else {
      problems.append(.valueWanted(target, entry.keySpan))
      return
    }
    facts.details[detail] = text(value, for: target)
  }

  private mutating func bind(_ entry: GivenSyntax, toChoice choice: Int) {
    let target = CaseProblem.Target(name: program.choices[choice].name, declaration: nil)
    guard case .value(let value) = entry.content else {
      problems.append(.valueWanted(target, entry.keySpan))
      return
    }
    facts.choices[choice] = word(value, among: program.choices[choice].options, isOption: true, for: target)
  }

  /// Whether the key is a name alone; what follows it is reported.
  private mutating func hasPlainKey(_ entry: GivenSyntax) -> Bool {
    guard let first = entry.key.first else { return false }
    if entry.key.count == 1, first.index == nil { return true }
    problems.append(.path(.notAList(name: first.name.text), entry.keySpan))
    return false
  }

  /// Whether nothing else states the same; if it does, that is reported.
  mutating func isFirst(_ entry: GivenSyntax, in keys: WritableKeyPath<Binder, [Span?]>, at position: Int) -> Bool {
    if let first = self[keyPath: keys][position] {
      problems.append(.twice(.entry, name: entry.key.first?.name.text ?? "", first: first, second: entry.keySpan))
      return false
    }
    self[keyPath: keys][position] = entry.keySpan
    return true
  }
}
