import RedressCases
import RedressDiagnostics
import Testing

@Suite("Properties of reading JSON")
struct JSONPropertyTests {
  @Test(arguments: [JSONWriter.Style.compact, .pretty])
  func `What is written is read again`(style: JSONWriter.Style) {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<500 {
      let content = content(depth: 0, &random)
      let text = written(content, style)
      let (value, problems) = parse(Array(text.utf8))
      #expect(problems == [], "seed \(random.seed): \(text)")
      #expect(value.map { plain($0.content) } == content, "seed \(random.seed): \(text)")
    }
  }

  @Test func `Changed texts give a value or problems in the text, and what is accepted means one thing`() {
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    print("JSON mutations: seed \(random.seed)")
    let seeds = [
      #"{"case":"a","given":{"x":-1.5e3,"lots":[{"v":"9_000 CNY"},null,true]},"claimed":{}}"#,
      #"[ "\ud83d\ude00\u00e9\"\\", "货值：，", 0.10, [[[]]], {"":{}} ]"#,
    ].map { Array($0.utf8) }
    let pieces = [
      "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", ".", "e", "'", "/*", "//", "\n", "\\u", "\\ud800", "“", "：",
      "\u{FEFF}", "N", "货", "\0",
    ]
    .map { Array($0.utf8) }
    for _ in 0..<8_000 {
      var bytes = seeds.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
        case 3: bytes.removeSubrange(place...)
        default: bytes.insert(contentsOf: bytes[Int.random(in: 0...place, using: &random)...place], at: place)
        }
      }
      check(bytes, seed: random.seed)
    }
  }

  private func check(_ bytes: [UInt8], seed: UInt64) {
    let (value, problems) = parse(bytes)
    let comment = Comment(rawValue: "seed \(seed): \(bytes)")
    #expect((value == nil) != problems.isEmpty, comment)
    var texts = SourceTexts()
    _ = texts.add(SourceText(name: "a", bytes: bytes))
    for diagnostic in problems.map(\.diagnostic) {
      let labels = [diagnostic.primary].compactMap(\.self) + diagnostic.secondary
      #expect(
        !labels.isEmpty
          && labels.allSatisfy { $0.span.start >= 0 && $0.span.start <= $0.span.end && $0.span.end <= bytes.count },
        comment)
      #expect(!layout(diagnostic, in: texts, style: .plain).contains("\u{1B}"), comment)
    }
    if let value {
      let content = plain(value.content)
      #expect(parse(Array(written(content, .compact).utf8)).0.map { plain($0.content) } == content, comment)
    }
  }

  private func parse(_ bytes: [UInt8]) -> (JSONValue?, [JSONProblem]) {
    parseJSON(SourceText(name: "a", bytes: bytes), as: SourceID(0))
  }

  // MARK: Values without places

  /// A value as its content alone. Numbers, which the writer has only as counts, are kept as marked texts.
  private indirect enum Plain: Equatable {
    case null
    case boolean(Bool)
    case string(String)
    case array([Plain])
    case object([Pair])
  }

  private struct Pair: Equatable {
    let name: String
    let value: Plain
  }

  private func plain(_ content: JSONValue.Content) -> Plain {
    switch content {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .number(let digits): .string("number " + digits)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements.map { plain($0.content) })
    case .object(let members): .object(members.map { Pair(name: $0.name, value: plain($0.value.content)) })
    }
  }

  private func written(_ content: Plain, _ style: JSONWriter.Style) -> String {
    var json = JSONWriter(style)
    write(content, &json)
    return json.text
  }

  private func write(_ content: Plain, _ json: inout JSONWriter) {
    switch content {
    case .null: json.null()
    case .boolean(let value): json.element(value)
    case .string(let text): json.element(text)
    case .array(let elements): json.array { json in for element in elements { write(element, &json) } }
    case .object(let members):
      json.object { json in
        for member in members {
          json.name(member.name)
          write(member.value, &json)
        }
      }
    }
  }

  private func content(depth: Int, _ random: inout SeededGenerator) -> Plain {
    switch Int.random(in: 0..<(depth > 4 ? 3 : 5), using: &random) {
    case 0: .null
    case 1: .boolean(Bool.random(using: &random))
    case 2: .string(text(&random))
    case 3: .array((0..<Int.random(in: 0...4, using: &random)).map { _ in content(depth: depth + 1, &random) })
    default:
      .object(
        (0..<Int.random(in: 0...4, using: &random)).map { index in
          Pair(name: "\(index)" + text(&random), value: content(depth: depth + 1, &random))
        })
    }
  }

  private func text(_ random: inout SeededGenerator) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let limits: [UInt32] = [0x80, 0x100, 0x3000, 0x11_0000]
      let value = UInt32.random(in: 0..<(limits.randomElement(using: &random) ?? 0x80), using: &random)
      scalars.append(Unicode.Scalar(value) ?? "\"")
    }
    return String(scalars)
  }
}
