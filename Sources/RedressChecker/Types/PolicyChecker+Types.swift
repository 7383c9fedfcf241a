import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// Where a type is written.
  enum TypeUse {
    case fact, field, parameter, result
  }

  /// The named kinds, with their words.
  mutating func declareKinds() {
    for (index, entry) in outline.kinds.enumerated() {
      owner = entry.node
      var positions: [String: Int] = [:]
      var words: [String] = []
      var labels: [String?] = []
      for word in entry.syntax.words where !word.name.text.isEmpty {
        if let first = entry.syntax.words.first(where: { $0.name.text == word.name.text }), first.name != word.name,
          positions[word.name.text] != nil
        {
          report(.naming(.doubled(word.name, first: first.name.span)))
          continue
        }
        positions[word.name.text] = words.count
        words.append(word.name.text)
        labels.append(plain(word.label))
        if kindsByWord[word.name.text] == nil { kindsByWord[word.name.text] = index }
      }
      wordPositions.append(positions)
      kindOrigins.append(.named)
      policy.kinds.append(
        .init(name: entry.syntax.name.text, words: words, labels: labels, isOrdered: entry.syntax.isOrdered))
    }
    owner = nil
  }

  /// A kind without a name of its own: words written in place, the options of a choice, the days of the week.
  mutating func addKind(_ words: [String], labels: [String?], origin: KindOrigin) -> Int {
    var positions: [String: Int] = [:]
    for (index, word) in words.enumerated() { positions[word] = index }
    wordPositions.append(positions)
    kindOrigins.append(origin)
    policy.kinds.append(.init(name: "", words: words, labels: labels, isOrdered: false))
    return policy.kinds.count - 1
  }

  /// The kind of the days of the week, added when it is first asked for.
  mutating func kindOfWeekdays() -> Int {
    if let weekdayKind { return weekdayKind }
    let kind = addKind(
      BuiltInNames.weekdays, labels: Array(repeating: nil, count: BuiltInNames.weekdays.count), origin: .weekdays)
    weekdayKind = kind
    return kind
  }

  /// A type as written, and whether only whole numbers may be stated; reports what is wrong with it.
  mutating func type(_ syntax: TypeSyntax, for use: TypeUse) -> (type: ValueType, isWhole: Bool)? {
    switch syntax.form {
    case .yesOrNo: return (.yesOrNo, false)
    case .date: return (.date, false)
    case .time: return (.time, false)
    case .text: return (.text, false)
    case .missing: return nil
    case .word(let name): return type(named: name, syntax, for: use)
    case .words(let names): return kind(inPlace: names).map { (.kind($0), false) }
    case .list(let name): return list(of: name, syntax, for: use).map { ($0, false) }
    case .quantity(let unit):
      guard let (known, _) = self.unit(unit, isPercent: false, isType: true) else { return nil }
      return (.quantity(known), syntax.isWhole)
    }
  }

  private mutating func type(
    named name: Name, _ syntax: TypeSyntax, for use: TypeUse
  ) -> (type: ValueType, isWhole: Bool)? {
    switch outline.entities[name.text] {
    case .kind(let kind):
      noteRead(of: outline.kinds[kind].node)
      return (.kind(kind), false)
    case .record(let record):
      noteRead(of: outline.records[record].node)
      guard use == .parameter else {
        report(
          .typing(.typeUnusable(syntax.span, use == .result ? .recordAsResult(name.text) : .recordAlone(name.text))))
        return nil
      }
      return (.record(record), false)
    default: break
    }
    if ["money", "number", "percent"].contains(name.text) {
      return unit(name, isType: true).map { (.quantity($0), syntax.isWhole) }
    }
    switch unitWord(name.text) {
    case .known(let unit): return (.quantity(unit), syntax.isWhole)
    case .poison: return nil
    case .unknown: break
    }
    if let entity = outline.entities[name.text] {
      report(.naming(.wrongSort(name, found: entity.sort, expected: .type, declared: outline.place(of: name.text))))
      return nil
    }
    let candidates =
      outline.kinds.map(\.syntax.name.text) + outline.records.map(\.syntax.name.text) + Unit.knownWords
      + outline.units.map(\.syntax.name.text) + [
        "money", "number", "percent", "date", "time", "text", policy.currency.code,
      ]
    report(.naming(.unknown(name, .type, suggestion: nearest(to: name.text, among: candidates))))
    return nil
  }

  private mutating func kind(inPlace names: [Name]) -> Int? {
    var seen: [String: Span] = [:]
    for name in names {
      if let first = seen[name.text] {
        report(.naming(.doubled(name, first: first)))
        return nil
      }
      seen[name.text] = name.span
    }
    let words = names.map(\.text)
    if let kind = inPlaceKinds[words] { return kind }
    let kind = addKind(words, labels: Array(repeating: nil, count: words.count), origin: .inPlace)
    inPlaceKinds[words] = kind
    return kind
  }

  private mutating func list(of name: Name, _ syntax: TypeSyntax, for use: TypeUse) -> ValueType? {
    guard case .record(let record)? = outline.entities[name.text] else {
      if let entity = outline.entities[name.text] {
        report(.naming(.wrongSort(name, found: entity.sort, expected: .record, declared: outline.place(of: name.text))))
      } else {
        let candidates = outline.records.map(\.syntax.name.text)
        report(.naming(.unknown(name, .record, suggestion: nearest(to: name.text, among: candidates))))
      }
      return nil
    }
    noteRead(of: outline.records[record].node)
    guard use == .fact || use == .field else {
      report(.typing(.typeUnusable(syntax.span, .listHere(name.text))))
      return nil
    }
    return .list(record)
  }

  /// A type in words, for problems.
  func described(_ type: ValueType) -> TypeWords {
    switch type {
    case .yesOrNo: .yesOrNo
    case .kind(let kind):
      switch kindOrigins[kind] {
      case .named: .wordOf(policy.kinds[kind].name)
      case .inPlace: .oneOf(policy.kinds[kind].words)
      case .choice(let choice): .optionOf(outline.choices[choice].syntax.name.text)
      case .weekdays: .weekday
      }
    case .quantity(let unit): .quantity(unit.name)
    case .date: .date
    case .time: .time
    case .text: .text
    case .record(let record): .element(outline.records[record].syntax.name.text)
    case .list(let record): .list(outline.records[record].syntax.name.text)
    }
  }
}
