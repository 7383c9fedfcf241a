import RedressChecker
import RedressEngine
import RedressReference
import RedressValues

extension ReferenceCase {
  /// The facts of a case as the reference takes them.
  init(_ facts: Facts, of policy: CheckedPolicy) {
    self.init()
    let reader = FactReader(facts: facts, policy: policy)
    for (fact, attributes) in policy.facts.enumerated() {
      self.facts[fact] = reader.value(facts.values[fact], attributes.type, named: attributes.name)
    }
    for (item, amount) in facts.claimed.enumerated() { claimed[item] = amount }
    for (choice, option) in facts.choices.enumerated() { settled[choice] = option }
    currency = facts.currency
    dated = facts.dated
  }
}

/// Reads the rows of tables as lists of elements.
private struct FactReader {
  let facts: Facts
  let policy: CheckedPolicy

  /// Nil for what is not stated.
  func value(_ stated: Facts.Stated, _ type: ValueType, named name: String) -> ReferenceValue? {
    switch stated {
    case .notStated: return nil
    case .number(let number): return .number(number)
    case .text(let text): return .text(facts.texts[Int(text)])
    case .ordinal(let ordinal):
      switch type {
      case .date: return .date(CivilDate(dayNumber: Int(ordinal)))
      case .time: return .time(CivilTime(minuteNumber: Int(ordinal)))
      default: return .ordinal(Int(ordinal))
      }
    case .rows(let first, let count):
      guard case .list(let record) = type else { return nil }
      return .list((0..<Int(count)).map { element(Int(first) + $0, of: record, named: "\(name)[\($0 + 1)]") })
    }
  }

  private func element(_ row: Int, of record: Int, named name: String) -> ReferenceElement {
    let attributes = policy.records[record].fields
    var fields: [Int: ReferenceValue] = [:]
    for (field, attribute) in attributes.enumerated() {
      let cell = facts.tables[record].cells[row * attributes.count + field]
      fields[field] = value(cell, attribute.type, named: "\(name).\(attribute.name)")
    }
    return ReferenceElement(name: name, record: record, fields: fields)
  }
}
