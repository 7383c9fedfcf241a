import ArgumentParser
import RedressBook
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressWorkbench

/// `redress explain`: the long story of a diagnostic code, or what a name of a policy is.
struct ExplainCommand: RedressSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a code such as R0201, or a name in a policy.",
    discussion: """
        redress explain R0201
        redress explain damage_liability
        redress explain misdelivery.damage
      """)

  @Argument(help: "A code, a policy, or a name in one.")
  var subject: String

  @OptionGroup var rules: RulesOptions

  var names: [String] { [subject] }

  func execute(on console: inout Console) -> ExitStatus {
    do throws(CommandProblem) {
      if let code = subject.diagnosticCode {
        console.print(try codePage(code.uppercased()).text)
        return .holds
      }
      let book = try rules.book(on: console)
      let pages = pages(in: book)
      guard pages.isEmpty else {
        console.print(pages.joined(separator: "\n\n"))
        return .holds
      }
      guard book.unreadFiles.isEmpty else {
        let problems = book.refusal(missing: subject, at: nil)
        console.complain(problems, in: book.texts)
        return problems.status
      }
      throw nothingToExplain(in: book)
    } catch {
      console.complain(error)
      return error.status
    }
  }

  private func codePage(_ code: String) throws(CommandProblem) -> DiagnosticPage {
    if let page = allDiagnosticPages.first(where: { $0.code == code }) { return page }
    throw .nothingToExplain(subject, nearest: nearest(to: code, among: allDiagnosticPages.map(\.code)))
  }

  /// The policies the subject may be about, and the name in them; nil where it is a policy.
  private func scope(in book: Book) -> (policies: [(policy: PolicySyntax, text: SourceText)], name: String?) {
    let parts = subject.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let policies = book.files.compactMap { file in file.policy.map { (policy: $0, text: book.texts[file.source]) } }
    guard let first = parts.first, book.has(policy: first) else { return (policies, parts.first) }
    // A branch is explained with the declaration it belongs to: `damage_liability.own_crew`.
    return (policies.filter { $0.policy.name.text == first }, parts.dropFirst().first)
  }

  /// The pages of a name in every policy that has it.
  private func pages(in book: Book) -> [String] {
    let (policies, name) = scope(in: book)
    guard let name else { return policies.map { overview(of: $0.policy, in: $0.text) } }
    let pages = policies.compactMap { policy, text in
      page(of: name, in: policy, text: text, programs: book.programs(using: policy.name.text))
    }
    return pages.map { $0.text(in: book.texts) }
  }

  private func nothingToExplain(in book: Book) -> CommandProblem {
    let (policies, name) = scope(in: book)
    let prefix = subject.split(separator: ".").first.map(String.init).flatMap { book.has(policy: $0) ? $0 + "." : nil }
    let names = policies.flatMap { namesToExplain(in: $0.policy) }
    let near = name.flatMap { nearest(to: $0, among: names) }.map { (prefix ?? "") + $0 }
    return .nothingToExplain(subject, nearest: near ?? name.flatMap { nearest(to: $0, among: book.policies) })
  }

  /// A policy's name, label and place, and what it declares.
  private func overview(of policy: PolicySyntax, in text: SourceText) -> String {
    var lines = [
      "\(policy.name.text): policy" + (policy.label?.plain.map { ", \"\($0)\"" } ?? ""), "  \(text.name)", "",
    ]
    let groups = declaredNames(in: policy)
    let width = groups.map(\.keyword.count).max() ?? 0
    for group in groups {
      let margin = String(repeating: " ", count: width - group.keyword.count + 2)
      lines.append("  \(group.keyword)\(margin)\(group.names.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }
}

extension Book {
  /// The programs of every policy that is, or uses, the policy of this name; those with errors are left out.
  fileprivate func programs(using name: String) -> [Program] {
    policies.filter { files(of: $0).contains { $0.holds(policy: name) } }.flatMap { compilation(of: $0).programs }
  }
}

extension String {
  /// The code this is, or begins with as diagnostics write it: `error[R0214]: …`.
  fileprivate var diagnosticCode: String? {
    split { $0 == "[" || $0 == "]" }.prefix(2).map(String.init).first { $0.isDiagnosticCode }
  }

  /// `R0214`, in capitals or not.
  private var isDiagnosticCode: Bool {
    let bytes = Array(utf8)
    return bytes.count > 1 && (bytes[0] | 0x20) == UInt8(ascii: "r")
      && bytes.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension DiagnosticPage {
  /// The page as people read it.
  fileprivate var text: String {
    let examples = right.isEmpty ? "" : "\n\nWrong:\n\n\(indented(wrong))\n\nRight:\n\n\(indented(right))"
    return "\(code): \(title)\n\n\(explanation)\(examples)"
  }

  private func indented(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }
}
