package import RedressDiagnostics
package import RedressEngine
package import RedressSyntax
package import RedressValues

/// What is wrong with a case, as facts; the wording is in `CaseProblem+Diagnostic.swift`.
package enum CaseProblem: Sendable {
  /// What a name of the policy is that cannot be stated where it stands.
  package enum Standing: String, Hashable, Sendable {
    case fact, detail, choice, definition, table, item, split, bar, limit, recourse, party, source, deadline, authority
    case approval, note, record, kind
  }

  /// What a value is meant for: `weight`, `lots[1].value`, a head of claim.
  package struct Target: Hashable, Sendable {
    package let name: String
    /// Where the policy declares it.
    package let declaration: Span?
  }

  /// A value as the case, or an option laid over it, writes it.
  package struct Written: Hashable, Sendable {
    package enum Notation: Hashable, Sendable { case caseFile, json, option }

    package let text: String
    package let span: Span
    package let notation: Notation

    package var isJSON: Bool { notation == .json }
  }

  /// What would have to stand in its place.
  package enum Wanted: Hashable, Sendable {
    case yesOrNo
    case words([String])
    case options([String])
    case quantity(Unit)
    case date
    case time
    case text
    /// A list with these columns.
    case rows(columns: [String])
  }

  /// A sum of money a case states: the code of its currency, and where it stands.
  package struct Sum: Hashable, Sendable {
    package let currency: String
    package let span: Span
  }

  package enum Subject: Hashable, Sendable { case entry, head, column, cell, caseName }

  /// A key with more to it than a name, and what does not fit.
  package enum Path: Hashable, Sendable {
    case notAList(name: String)
    case notStated(list: String)
    case rowMissing(list: String, rest: String)
    case fieldMissing(row: String, fields: [String])
    case unknownField(name: String, list: String, fields: [String], nearest: String?)
    case rowOutOfRange(list: String, count: Int)
  }

  /// What a JSON case must look like at a place.
  package enum Shape: Hashable, Sendable {
    case caseObject, object, string, listElement, valueNotObject, valueNotList, claimNotList, controlCharacter
  }

  // Names
  case unknownName(Name, standing: Standing?, nearest: String?, known: [String])
  case unknownHead(Name, standing: Standing?, nearest: String?, heads: [String])
  case unknownChoice(Name, nearest: String?, choices: [String])
  case twice(Subject, name: String, first: Span, second: Span)
  case path(Path, Span)

  // Values
  case wrongType(Target, Written, Wanted)
  /// Rows where a single value belongs.
  case valueWanted(Target, Span)
  case unknownWord(Target, Written, words: [String], nearest: String?, isOption: Bool)
  case unitMissing(Target, Written, number: String, Unit)
  case unitUnknown(Target, word: Name, wanted: Unit, nearest: String?)
  /// A unit of another dimension, another currency, a percentage for a number or the other way round.
  case unitUnfitting(Target, Written, number: String, found: Unit, wanted: Unit)
  case notWhole(Target, Written, Unit)
  case outOfBounds(Target, Written, Schema.Bounds, ValueType, words: [String])
  case negativeClaim(Target, Written)
  case impossibleDate(Target, Written)
  case tooLarge(Target, Written)
  /// `currency EUR` in a case of a policy that settles in another.
  case otherCurrency(Name, policy: String)
  /// `currency EURO`: no code of ISO 4217.
  case currencyUnknown(Name, nearest: String?)
  /// Sums in two currencies, where the policy settles in that of the case.
  case twoCurrencies(Sum, Sum)
  /// No currency and no sum, where the policy settles in that of the case; the place of its head.
  case currencyMissing(Span)

  // Lists
  case columnsMissing(list: Target, columns: [String], header: Span)
  case unknownColumn(Name, list: String, nearest: String?, columns: [String])
  /// A list inside a list, which needs an entry of its own.
  case columnIsList(Name, list: String)
  case cellCount(list: String, found: Int, header: [String], row: Span, headerSpan: Span)

  // JSON
  case jsonShape(Shape, what: String, Span)
  case jsonUnknownKey(Name, nearest: String?, known: [String])
  case jsonKeyMissing(String, Span)
  case jsonExponent(String, Span)

  // Settings of the command line
  case settingIncomplete(text: String, isChoice: Bool, Span)
  /// What stands before `=` is not the key of anything.
  case settingKey(text: String, isChoice: Bool, Span)
}
