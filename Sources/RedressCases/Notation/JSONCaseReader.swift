import RedressDiagnostics
import RedressSyntax

/// Turns JSON values into the tree of cases.
struct JSONCaseReader {
  private(set) var problems: [CaseProblem] = []

  private static let keys = ["case", "policy", "dated", "currency", "claimed", "given"]

  /// The case an object is, or the cases of an array.
  mutating func cases(in value: JSONValue) -> [CaseSyntax] {
    guard case .array(let elements) = value.content else { return readCase(value, number: nil).map { [$0] } ?? [] }
    return elements.enumerated().compactMap { index, element in readCase(element, number: index + 1) }
  }

  private mutating func readCase(_ value: JSONValue, number: Int?) -> CaseSyntax? {
    guard case .object(let members) = value.content else {
      problems.append(.jsonShape(.caseObject, what: "this", value.span))
      return nil
    }
    var misspelt: Set<String> = []
    for member in members where !Self.keys.contains(member.name) {
      let near = nearest(to: member.name, among: Self.keys)
      if let near { misspelt.insert(near) }
      problems.append(.jsonUnknownKey(Name(member.name, member.nameSpan), nearest: near, known: Self.keys))
    }
    let opening = Span(value.span.source, Int(value.span.start), Int(value.span.start) + 1)
    let policy = name("policy", of: members)
    if member("policy", of: members) == nil, !misspelt.contains("policy") {
      problems.append(.jsonKeyMissing("policy", opening))
    }
    let givenMember = member("given", of: members)
    if givenMember == nil, !misspelt.contains("given") { problems.append(.jsonKeyMissing("given", opening)) }
    var given: [GivenSyntax] = []
    if let facts = givenMember.flatMap({ object($0) }) {
      for fact in facts { readEntry(fact, under: [], into: &given) }
    }
    let fallback = Name(number.map { "case_\($0)" } ?? "case", opening)
    let (caseName, currency, dated) = (
      name("case", of: members), name("currency", of: members), name("dated", of: members)
    )
    let claimed = claims(of: members)
    guard let policy else { return nil }
    return CaseSyntax(
      name: caseName ?? fallback, label: nil, policy: policy, currency: currency, dated: dated, claimed: claimed,
      given: given, expectations: [], notation: .json)
  }

  /// The member of that name; null is as good as none, except where an object must stand.
  private func member(_ key: String, of members: [JSONMember]) -> JSONMember? {
    guard let member = members.first(where: { $0.name == key }) else { return nil }
    if case .null = member.value.content, key != "policy", key != "given" { return nil }
    return member
  }

  private mutating func name(_ key: String, of members: [JSONMember]) -> Name? {
    guard let member = member(key, of: members) else { return nil }
    guard case .string(let text) = member.value.content, !text.isEmpty else {
      problems.append(.jsonShape(.string, what: "`\(key)`", member.value.span))
      return nil
    }
    guard isReadable(text, of: key, at: member.value.span) else { return nil }
    return Name(text, member.value.span)
  }

  private mutating func object(_ member: JSONMember) -> [JSONMember]? {
    if case .object(let members) = member.value.content { return members }
    problems.append(.jsonShape(.object, what: "`\(member.name)`", member.value.span))
    return nil
  }

  private mutating func claims(of members: [JSONMember]) -> [CaseSyntax.Claim] {
    guard let member = member("claimed", of: members), let heads = object(member) else { return [] }
    return heads.compactMap { head in
      if case .null = head.value.content { return nil }
      guard case .string = head.value.content else {
        problems.append(.jsonShape(.claimNotList, what: "`\(head.name)`", head.value.span))
        return nil
      }
      guard let amount = value(of: head) else { return nil }
      return CaseSyntax.Claim(item: Name(head.name, head.nameSpan), amount: amount)
    }
  }

  // MARK: Entries

  /// Reads a fact, or a list inside a row, which becomes an entry of its own. JSON nests no deeper than its reader allows.
  private mutating func readEntry(_ member: JSONMember, under path: [GivenSyntax.Step], into given: inout [GivenSyntax])
  {
    let key = path + [GivenSyntax.Step(name: Name(member.name, member.nameSpan), index: nil)]
    switch member.value.content {
    case .null: break
    case .array(let elements):
      let position = given.count
      let rows = self.rows(elements, of: key, into: &given)
      // The list stands before what is inside it.
      given.insert(GivenSyntax(key: key, keySpan: member.nameSpan, content: rows), at: position)
    case .object:
      problems.append(.jsonShape(.valueNotObject, what: "`\(member.name)`", member.value.span))
    case .string, .number, .boolean:
      guard let value = value(of: member) else { return }
      given.append(GivenSyntax(key: key, keySpan: member.nameSpan, content: .value(value)))
    }
  }

  private mutating func rows(
    _ elements: [JSONValue], of key: [GivenSyntax.Step], into given: inout [GivenSyntax]
  ) -> GivenSyntax.Content {
    var header: [Name] = []
    var columns: [String: Int] = [:]
    var rows: [[GivenSyntax.Cell]] = []
    for (index, element) in elements.enumerated() {
      guard case .object(let members) = element.content else {
        problems.append(.jsonShape(.listElement, what: "`\(key.last?.name.text ?? "")`", element.span))
        rows.append([])
        continue
      }
      var row = [GivenSyntax.Cell](repeating: GivenSyntax.Cell(value: nil, span: element.span), count: header.count)
      for member in members {
        if case .null = member.value.content { continue }
        if case .array = member.value.content {
          readEntry(member, under: numbered(key, index + 1, at: element.span), into: &given)
          continue
        }
        guard let value = value(of: member) else {
          if case .object = member.value.content {
            problems.append(.jsonShape(.valueNotObject, what: "`\(member.name)`", member.value.span))
          }
          continue
        }
        let column = columns[member.name] ?? header.count
        if column == header.count {
          columns[member.name] = column
          header.append(Name(member.name, member.nameSpan))
          row.append(GivenSyntax.Cell(value: nil, span: element.span))
        }
        row[column] = GivenSyntax.Cell(value: value, span: member.value.span)
      }
      rows.append(row)
    }
    for index in rows.indices where rows[index].count < header.count {
      let empty = GivenSyntax.Cell(value: nil, span: elements[index].span)
      rows[index].append(contentsOf: repeatElement(empty, count: header.count - rows[index].count))
    }
    return .rows(header: header, rows: rows)
  }

  /// The key with the number of a row behind its last name.
  private func numbered(_ key: [GivenSyntax.Step], _ number: Int, at span: Span) -> [GivenSyntax.Step] {
    var key = key
    guard let last = key.popLast() else { return key }
    key.append(GivenSyntax.Step(name: last.name, index: Name(String(number), span)))
    return key
  }

  // MARK: Values

  /// Whether a text has only characters that a case file may have, too.
  private mutating func isReadable(_ text: String, of name: String, at span: Span) -> Bool {
    let isReadable = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.generalCategory != .control || ["\t", "\n", "\r"].contains(scalar)
    }
    if !isReadable { problems.append(.jsonShape(.controlCharacter, what: "`\(name)`", span)) }
    return isReadable
  }

  /// A single value; nil for what is none, and for what has been reported.
  private mutating func value(of member: JSONMember) -> CaseValueSyntax? {
    let value = member.value
    switch value.content {
    case .boolean(let answer):
      return CaseValueSyntax(.yesNo(answer), value.span, json: .boolean)
    case .string(let text):
      guard isReadable(text, of: member.name, at: value.span) else { return nil }
      return CaseValueSyntax(jsonString: text, value.span)
    case .number(let text):
      if text.utf8.contains(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) {
        problems.append(.jsonExponent(text, value.span))
        return nil
      }
      let isNegative = text.hasPrefix("-")
      let number = Name(isNegative ? String(text.dropFirst()) : text, value.span)
      let quantity = QuantitySyntax(number: number, isPercent: false, unit: nil, span: value.span)
      return CaseValueSyntax(.quantity(quantity, isNegative: isNegative), value.span, json: .number)
    case .null, .array, .object:
      return nil
    }
  }
}
