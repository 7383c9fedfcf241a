import RedressDiagnostics
import RedressSyntax

extension DeclarationSyntax {
  /// The declaration's name and label, and the word that opens it; `require`, `apply`, `authority` and `always` have no
  /// name.
  var heading: (keyword: String, name: Name, label: TextSyntax?)? {
    switch self {
    case .source(let it): ("source", it.name, it.label)
    case .party(let it): ("party", it.name, it.label)
    case .kind(let it): ("kind", it.name, nil)
    case .unit(let it): ("unit", it.name, nil)
    case .calendar(let it): ("calendar", it.name, nil)
    case .record(let it): ("record", it.name, it.label)
    case .fact(let it): ("fact", it.name, it.attributes.label)
    case .detail(let it): ("detail", it.name, it.label)
    case .define(let it): ("definition", it.name, it.label)
    case .figure(let it): ("figure", it.name, it.label)
    case .split(let it): ("split", it.name, it.label)
    case .table(let it): ("table", it.name, it.label)
    case .tiers(let it): ("tiers", it.name, it.label)
    case .item(let it): ("item", it.name, it.label)
    case .bar(let it): ("bar", it.name, it.label)
    case .limit(let it): ("limit", it.name, it.label)
    case .lift(let it): ("lift", it.name, it.label)
    case .recourse(let it): ("recourse", it.name, it.label)
    case .choice(let it): ("choice", it.name, it.label)
    case .approval(let it): ("approval", it.name, it.label)
    case .note(let it): ("note", it.name, it.label)
    case .deadline(let it): ("deadline", it.name, it.label)
    case .require, .apply, .authority, .always: nil
    }
  }

  /// A place inside the declaration from which its beginning can be found.
  private var anchor: Span? {
    keyword ?? heading?.name.span
  }

  /// The word that opens a declaration without a name.
  private var keyword: Span? {
    switch self {
    case .require(let it), .always(let it): it.keyword
    case .apply(let it): it.keyword
    case .authority(let it): it.keyword
    default: nil
    }
  }

  /// The byte at which the word that opens the declaration begins.
  func start(in text: SourceText) -> Int? {
    if let keyword { return Int(keyword.start) }
    guard let anchor else { return nil }
    var place = min(Int(anchor.start), text.bytes.count)
    while place > 0, text.bytes[place - 1].isBlank { place -= 1 }
    while place > 0, !text.bytes[place - 1].isBlank { place -= 1 }
    return place
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") || self == UInt8(ascii: "\t")
  }
}

extension PolicySyntax {
  /// The words of a declaration as they stand in the file, without the comments behind it.
  func words(ofDeclaration position: Int, in text: SourceText) -> String {
    guard declarations.indices.contains(position), let start = declarations[position].start(in: text) else { return "" }
    let next = position + 1 < declarations.count ? declarations[position + 1].start(in: text) : nil
    let end = max(start, next ?? text.bytes.count)
    var lines = String(decoding: text.bytes[start..<end], as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    while let last = lines.last, last.allSatisfy(\.isWhitespace) || last.drop(while: \.isWhitespace).hasPrefix("#") {
      lines.removeLast()
    }
    return lines.joined(separator: "\n")
  }
}
