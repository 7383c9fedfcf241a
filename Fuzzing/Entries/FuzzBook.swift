import RedressCases
import RedressChecker
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressSyntax

/// The rule book that fuzzed input meets: its files, and its policies ready to be evaluated.
package struct FuzzBook: Sendable {
  /// Why there is no rule book to fuzz with.
  package struct Failure: Error {
    package let message: String
  }

  /// The files a rule book is made of, below its folder.
  package static let files = [
    "carriage_common.redress", "damaged_goods.redress", "misdelivery.redress", "sources/carriage-contract.md",
    "sources/civil-code.md", "consumer/air_passengers.redress", "consumer/cloud_sla.redress",
    "consumer/ofcom_auto_compensation.redress", "consumer/uk261.redress", "contracts/fidic_delay_damages.redress",
    "employment/fr_severance_legal.redress", "insurance/fault_split_tort.redress",
    "insurance/ins_average_clause.redress", "insurance/ins_contribution.redress", "logistics/montreal_cargo.redress",
    "logistics/us_household_goods.redress", "consumer/sources/cloud_sla.md", "consumer/sources/eu261.md",
    "consumer/sources/eu261_judgments.md", "consumer/sources/ofcom_auto_compensation.md",
    "consumer/sources/uk261.md", "contracts/sources/fidic_delay_damages.md",
    "contracts/sources/cn_civil_code_contract.md", "contracts/sources/cn_spc_contracts.md",
    "employment/sources/fr_severance_legal.md",
    "insurance/sources/fault_split_tort.md", "insurance/sources/ins_average_clause.md",
    "insurance/sources/ins_contribution.md", "logistics/sources/montreal_cargo.md",
    "logistics/sources/us_household_goods.md",
  ]

  let policies: [PolicySyntax]
  let texts: SourceTexts
  private let documents: [String: SourceDocument]
  /// Of the policies that have items, in the order of the files.
  let programs: [Program]
  /// Beside each: what reads its cases from bytes.
  let readers: [CaseByteReader?]

  /// Makes the rule book ready from its files.
  ///
  /// - Parameter contents: gives the bytes of a file below the folder of the rule book.
  /// - Throws: `Failure` if a policy of the book does not hold.
  package init<Fault: Error>(reading contents: (String) throws(Fault) -> [UInt8]) throws {
    var texts = SourceTexts()
    var policies: [PolicySyntax] = []
    var documents: [String: SourceDocument] = [:]
    for path in Self.files {
      let text = SourceText(name: path, bytes: try contents(path))
      if path.hasSuffix(".md") {
        // As the policies of its folder name it.
        let name = path[(path.range(of: "sources/")?.lowerBound ?? path.startIndex)...]
        documents[String(name)] = SourceDocument.reading(String(decoding: text.bytes, as: UTF8.self))
        continue
      }
      let parse = parsePolicy(text, as: texts.add(text))
      guard let policy = parse.policy, parse.problems.isEmpty else { throw Failure(message: "\(path) cannot be read") }
      policies.append(policy)
    }
    self.texts = texts
    self.policies = policies
    self.documents = documents
    let book = Self.book(policies, documents)
    var programs: [Program] = []
    for policy in policies where policy.hasItems {
      let compilation = compile(policy: policy.name.text, in: book)
      guard let program = compilation.program, compilation.diagnostics.isEmpty else {
        throw Failure(message: layout(all: compilation.diagnostics, in: texts, style: .plain))
      }
      programs.append(program)
    }
    self.programs = programs
    readers = programs.map { CaseByteReader([$0]) }
  }

  /// A rule book of these policies; they may cite the documents of this one.
  func book(_ policies: [PolicySyntax]) -> RuleBookSyntax { Self.book(policies, documents) }

  private static func book(_ policies: [PolicySyntax], _ documents: [String: SourceDocument]) -> RuleBookSyntax {
    var book = RuleBookSyntax(policies: policies)
    for reference in RuleBookSyntax.documentReferences(of: policies) {
      book.documents[reference] = documents[reference.path]
    }
    return book
  }
}

extension PolicySyntax {
  /// Whether it proposes anything, instead of lending declarations to others.
  fileprivate var hasItems: Bool { declarations.contains { if case .item = $0 { true } else { false } } }
}

extension String {
  /// Where a piece begins and ends for the first time.
  fileprivate func range(of piece: String) -> Range<Index>? { ranges(of: piece).first }
}
