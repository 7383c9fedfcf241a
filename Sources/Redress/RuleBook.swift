import RedressBook
import RedressDiagnostics

/// A set of rule files, with the texts they cite and the tables they read.
///
///     let ruleBook = try RuleBook(folder: "rules")
///     let policy = try ruleBook.policy("misdelivery")
///     let quote = try policy.quote(json: #"{"case": "first", "policy": "misdelivery", "given": {…}}"#)
///     print(quote.proposals[0].totals.payable)
///
/// A rule book is a value: it holds what stood in the files when it was loaded, and never looks at them again.
public struct RuleBook: Sendable {
  private let book: Book

  /// Loads every file below a folder whose name ends in `.redress`, and what these files name. Hidden files and folders
  /// are passed over.
  ///
  /// Mistakes in the rules are no reason to throw here, as they may stand in a policy that nobody asks for: see
  /// `policy(_:)` and `check()`.
  ///
  /// - Throws: `RuleBookError` where the folder cannot be read or holds no rules.
  public init(folder: String) throws(RuleBookError) {
    do throws(BookProblem) {
      book = try Book(BookFiles(in: folder, at: folder))
    } catch {
      throw RuleBookError(error)
    }
  }

  /// Loads files that are held already.
  ///
  /// - Parameter files: the bytes of the rule files, of the texts their sources point at and of the tables that live in
  ///   files of their own, by paths such as `late.redress` and `sources/contract.md`. A rule file's own paths start
  ///   where it lies. Rule files are those whose names end in `.redress`.
  /// - Throws: `RuleBookError` where no rule file is among them.
  public init(files: [String: [UInt8]]) throws(RuleBookError) {
    do throws(BookProblem) {
      book = try Book(BookFiles(held: files))
    } catch {
      throw RuleBookError(error)
    }
  }

  /// The names of all policies, in the order of their files.
  public var policyNames: [String] { book.policies }

  /// Checks and compiles a policy with everything it uses. Mistakes in other policies do not matter.
  ///
  /// This is the expensive step: keep the policy and share it.
  ///
  /// - Throws: `RuleBookError` where no policy has the name, or it does not check.
  public func policy(_ name: String) throws(RuleBookError) -> Policy {
    let ready: ReadyPolicy
    do throws(PolicyProblems) {
      ready = try book.ready(policy: name)
    } catch {
      throw RuleBookError(diagnostics: error.diagnostics.map { Diagnostic($0, in: book.texts) })
    }
    return try Policy(ready)
  }

  /// What is wrong in the whole rule book, each mistake once; empty where every policy can be used.
  public func check() -> [Diagnostic] {
    book.diagnostics().map { Diagnostic($0, in: book.texts) }
  }
}

/// Why a rule book cannot be loaded, or a policy of it not be used.
public struct RuleBookError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Every mistake that was found. Empty only where Redress itself is at fault.
  public let diagnostics: [Diagnostic]

  /// The diagnostics as people read them.
  public var description: String {
    diagnostics.isEmpty
      ? "a defect of Redress: a policy without errors cannot be used"
      : diagnostics.map(\.text).joined(separator: "\n\n")
  }
}

extension RuleBookError {
  fileprivate init(_ problem: BookProblem) {
    self.init(diagnostics: [Diagnostic(problem.diagnostic, in: .init())])
  }
}
