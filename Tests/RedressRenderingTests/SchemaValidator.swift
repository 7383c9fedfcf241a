/// Checks documents against the part of JSON Schema 2020-12 that the schema of quotes uses; any other keyword in the
/// schema is a violation too, so that nothing in it goes unchecked.
struct SchemaValidator {
  let root: JSONValue

  /// What the document violates, each with its place; none if it is valid.
  func violations(in document: JSONValue) -> [String] {
    violations(document, root, at: "$")
  }

  private func violations(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    guard case .object(let keywords) = schema else {
      return schema == .boolean(true) ? [] : ["\(place): nothing is allowed here"]
    }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, argument in
      violations(value, keyword, argument, keywords, at: place)
    }
  }

  private func violations(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue, _ schema: [String: JSONValue], at place: String
  ) -> [String] {
    switch (keyword, argument, value) {
    case ("description", _, _), ("title", _, _), ("$schema", _, _), ("$id", _, _), ("$defs", _, _): return []
    case ("$ref", .string(let name), _):
      guard name.hasPrefix("#/$defs/"), let target = root["$defs"]?[String(name.dropFirst(8))] else {
        return ["\(place): the schema refers to \(name), which is not there"]
      }
      return violations(value, target, at: place)
    case ("type", _, _):
      let names = if case .array(let all) = argument { all } else { [argument] }
      return names.contains(.string(typeName(of: value))) ? [] : ["\(place): is \(typeName(of: value))"]
    case ("const", _, _): return value == argument ? [] : ["\(place): is another value"]
    case ("enum", .array(let values), _): return values.contains(value) ? [] : ["\(place): is none of the values"]
    case ("oneOf", .array(let schemas), _):
      let found = schemas.map { violations(value, $0, at: place) }
      let count = found.count(where: \.isEmpty)
      return count == 1 ? [] : ["\(place): fits \(count) forms"] + found.joined()
    case ("required", .array(let names), .object(let members)):
      return names.compactMap { name in
        if case .string(let name) = name, members[name] == nil { "\(place): lacks \(name)" } else { nil }
      }
    case ("properties", .object(let properties), .object(let members)):
      return members.sorted { $0.key < $1.key }.flatMap { name, member in
        properties[name].map { violations(member, $0, at: "\(place).\(name)") } ?? []
      }
    case ("additionalProperties", _, .object(let members)):
      let known: [String: JSONValue] = if case .object(let known)? = schema["properties"] { known } else { [:] }
      return members.sorted { $0.key < $1.key }.filter { known[$0.key] == nil }.flatMap { name, member in
        violations(member, argument, at: "\(place).\(name)")
      }
    case ("items", _, .array(let elements)):
      return elements.enumerated().flatMap { violations($1, argument, at: "\(place)[\($0)]") }
    case ("minItems", .whole(let least), .array(let elements)):
      return elements.count >= least ? [] : ["\(place): has too few elements"]
    case ("maxItems", .whole(let most), .array(let elements)):
      return elements.count <= most ? [] : ["\(place): has too many elements"]
    case ("minLength", .whole(let least), .string(let text)):
      return text.unicodeScalars.count >= least ? [] : ["\(place): is too short"]
    case ("minimum", .whole(let least), .whole(let number)): return number >= least ? [] : ["\(place): is too small"]
    case ("pattern", .string(let pattern), .string(let text)):
      let matches = (try? Regex(pattern).firstMatch(in: text)) ?? nil
      return matches == nil ? ["\(place): `\(text)` has another form"] : []
    case ("required", _, _), ("properties", _, _), ("additionalProperties", _, _), ("items", _, _),
      ("minItems", _, _), ("maxItems", _, _), ("minLength", _, _), ("minimum", _, _), ("pattern", _, _):
      // These say something about values of one type only.
      return []
    default: return ["\(place): the schema uses `\(keyword)`, which is not checked"]
    }
  }

  private func typeName(of value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .boolean: "boolean"
    case .whole: "integer"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
