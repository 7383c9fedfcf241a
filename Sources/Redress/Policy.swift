import RedressBook
import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressRendering
import RedressValues

/// A policy, checked and compiled, ready to quote cases.
///
/// It is a value that never changes: any number of threads may quote with it at once, without a lock.
public struct Policy: Sendable {
  /// The rules of one period.
  public struct Edition: Hashable, Sendable {
    /// The first day they are in force, such as `2026-01-01`; nil where they always were.
    public let inForceFrom: String?
    /// The last day they are in force; nil where no end is set.
    public let inForceUntil: String?
  }

  private let ready: ReadyPolicy
  private let latest: Program

  /// The name behind the word `policy`.
  public var name: String { ready.name }
  /// What people call it.
  public var label: String? { latest.label }
  /// The currency of its amounts, as a code of ISO 4217; nil where each case says it.
  public var currency: String? { latest.currency == .ofTheCase ? nil : latest.currency.code }
  /// In the order in which they came into force; there is at least one.
  public var editions: [Edition] {
    ready.editions.map { program in
      Edition(inForceFrom: program.inForceFrom?.description, inForceUntil: program.inForceUntil?.description)
    }
  }
  /// The names of the facts a case may state, in the order of the rules, of the edition that came into force last.
  public var factNames: [String] { latest.schema.facts.map(\.name) }
  /// The JSON Schema (2020-12) of a case, of the edition that came into force last.
  public var caseSchema: String { jsonSchema(of: latest) }
  /// Names the state of the rules, `sha256:…`: the same files give the same one.
  public var fingerprint: String { ready.fingerprint }

  init(_ ready: ReadyPolicy) throws(RuleBookError) {
    guard let latest = ready.editions.last else { throw RuleBookError(diagnostics: []) }
    self.ready = ready
    self.latest = latest
  }

  /// Works out what one case comes to.
  ///
  /// - Parameters:
  ///   - json: the case, a JSON object as `caseSchema` describes it, in UTF-8.
  ///   - reasons: how much `Quote.json` says; the typed values are the same.
  /// - Throws: `Refusal` where the case cannot be read or has no right answer.
  public func quote(json: [UInt8], reasons: Reasons = .full) throws(Refusal) -> Quote {
    let text = SourceText(name: "<case>", bytes: json)
    do throws(CaseRefusal) {
      let quote = try ready.quote(text, detail: reasons == .explained ? .explanations : .reasons)
      return Quote(quote, reasons: reasons, fingerprint: fingerprint)
    } catch {
      throw Refusal(error)
    }
  }

  /// Works out what one case comes to; see `quote(json:reasons:)` for bytes.
  public func quote(json: String, reasons: Reasons = .full) throws(Refusal) -> Quote {
    try quote(json: Array(json.utf8), reasons: reasons)
  }
}

/// How much the JSON of a quote says.
public enum Reasons: Hashable, Sendable, CaseIterable {
  /// Amounts and statuses: a record of the schema `redress/batch/1`.
  case none
  /// The branches that decided, too.
  case codes
  /// Everything that `redress quote` shows: a document of the schema `redress/quote/1`.
  case full
  /// And for each line, the facts and rulings it rests on.
  case explained
}

/// Why a case gets no proposal.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nil where the case could not be read far enough.
  public let caseName: String?
  /// Every mistake that was found in the case; never empty.
  public let diagnostics: [Diagnostic]
  /// The refusal as one line of JSON, as `redress batch` writes it in place of a proposal.
  public let json: [UInt8]

  /// The diagnostics as people read them.
  public var description: String { diagnostics.map(\.text).joined(separator: "\n\n") }
}

extension Refusal {
  fileprivate init(_ refusal: CaseRefusal) {
    caseName = refusal.caseName
    diagnostics = refusal.diagnostics.map { Diagnostic($0, in: refusal.texts) }
    var json = JSONWriter(.compact)
    write(refusalInLine: nil, case: refusal.caseName, refusal.diagnostics, to: &json, in: refusal.texts)
    self.json = json.bytes
  }
}
