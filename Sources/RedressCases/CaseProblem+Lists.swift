import RedressDiagnostics

// The wording for lists, their rows and the keys that speak of one row, and for the shape of a JSON case.
extension CaseProblem {
  static func columnsMissing(_ list: Target, _ columns: [String], _ header: Span) -> Diagnostic {
    let plural = columns.count > 1 ? "s" : ""
    let names = columns.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      code: "R0409", message: "the rows of `\(list.name)` have no column\(plural) \(names)",
      primary: .init(header, "missing here"), secondary: declaration(of: list),
      helps: ["add the column\(plural); leave a cell empty where nothing is known"])
  }

  static func cellCount(
    _ list: String, _ found: Int, _ header: [String], _ row: Span, _ headerSpan: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "R0409",
      message: "this row of `\(list)` has \(found) cell\(found == 1 ? "" : "s"), and there are \(header.count) columns",
      primary: .init(row, "\(found) here"), secondary: [.init(headerSpan, "\(header.count) here")],
      helps: ["each row has a cell for each of `| \(header.joined(separator: " | ")) |`; an empty one is not stated"])
  }

  static func path(_ path: Path, _ span: Span) -> Diagnostic {
    func diagnostic(_ message: String, _ label: String, _ help: String) -> Diagnostic {
      Diagnostic(code: "R0420", message: message, primary: .init(span, label), helps: [help])
    }
    switch path {
    case .notAList(let name):
      return diagnostic(
        "`\(name)` is no list and has no rows or fields", "nothing may follow the name", "write `\(name)` alone")
    case .notStated(let list):
      return diagnostic(
        "there are no rows `\(list)` in this case", "speaks of a row", "state `\(list)` with its rows as well")
    case .rowMissing(let list, let rest):
      return diagnostic(
        "`\(list)` is a list, and this does not say which row is meant", "no row number",
        "number the row, counted from 1: `\(list)[1].\(rest)`")
    case .fieldMissing(let row, let fields):
      return diagnostic(
        "`\(row)` is a whole row, and one value is stated", "no field",
        fields.first.map { "name the field: `\(row).\($0)`" } ?? "this row has no fields")
    case .unknownField(let name, let list, let fields, let nearest):
      return diagnostic(
        "the rows of `\(list)` have no `\(name)`", nearest.map { "did you mean `\($0)`?" } ?? "not known as a field",
        Self.list("they have", fields))
    case .rowOutOfRange(let list, let count):
      return diagnostic(
        "`\(list)` has no such row", count == 0 ? "the list is empty" : "the rows go from 1 to \(count)",
        "rows are counted from 1, in the order in which they stand")
    }
  }
}

extension CaseProblem.Shape {
  var message: String {
    switch self {
    case .caseObject: "is not an object with the case in it"
    case .object: "is not an object"
    case .string: "is not a text in quotation marks"
    case .listElement: "has an element that is not an object"
    case .valueNotObject: "is an object, and a value or a list is expected"
    case .valueNotList: "is a list where a single value is expected"
    case .claimNotList: "is not an amount in quotation marks"
    case .controlCharacter: "has a control character in its text"
    }
  }

  var label: String {
    switch self {
    case .caseObject, .object, .listElement: "an object `{ … }` is expected"
    case .string, .claimNotList: "a text `\"…\"` is expected"
    case .valueNotObject, .valueNotList: "one value is expected"
    case .controlCharacter: "a character that cannot be seen"
    }
  }

  var help: String {
    switch self {
    case .caseObject: #"write `{ "policy": "…", "claimed": { … }, "given": { … } }`, or an array of these"#
    case .object: #"write each name with its value: `{ "name": value }`"#
    case .string: #"put it in quotation marks, as a case file has it: `"2026-03-05"`"#
    case .listElement: "each element of a list is an object with its fields by name"
    case .valueNotObject: "a list is an array of objects, even if it has one element: `[ { … } ]`"
    case .valueNotList: "only a list of objects `[ { … } ]` can stand here"
    case .controlCharacter: #"delete it; only `\t`, `\n` and `\r` may stand in a text"#
    case .claimNotList: #"write the amount with its currency: `"3_000 CNY"`"#
    }
  }
}
