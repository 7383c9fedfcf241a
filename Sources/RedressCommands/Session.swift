import RedressBook
import RedressCases
import RedressChecker
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressWorkbench

/// A rule book in use: its policies are compiled when they are first asked for.
struct Session {
  var book: Book
  private var compilations: [String: PolicyCompilation] = [:]

  init(book: Book) {
    self.book = book
  }

  /// Why something asked of the rule book did not come about.
  struct Problems: Error {
    let diagnostics: [Diagnostic]
    let status: ExitStatus
  }

  /// A policy ready to be used, or what is wrong with it.
  mutating func compilation(of policy: String) -> PolicyCompilation {
    if let known = compilations[policy] { return known }
    book.open(policy: policy)
    let made = book.compilation(of: policy)
    compilations[policy] = made
    return made
  }

  /// The edition of the policy a case names that is in force on its date.
  mutating func program(for syntax: CaseSyntax) -> Result<Program, Problems> {
    let name = syntax.policy
    guard book.has(policy: name.text) else {
      return .failure(book.refusal(missing: name.text, at: name.span))
    }
    let compilation = compilation(of: name.text)
    guard !compilation.programs.isEmpty else { return .failure(compilation.problems) }
    do throws(EditionProblem) {
      return .success(try edition(among: compilation.programs, for: syntax))
    } catch {
      return .failure(Problems(diagnostics: [error.diagnostic], status: .doesNotHold))
    }
  }

  /// The edition in force on the date that the case has under the changes, which may be another than it states.
  private mutating func program(for syntax: CaseSyntax, under changes: CaseChanges) -> Result<Program, Problems> {
    guard book.has(policy: syntax.policy.text) else { return program(for: syntax) }
    let editions = compilation(of: syntax.policy.text).programs
    guard editions.count > 1, let latest = editions.last else { return program(for: syntax) }
    return program(for: changes.applied(to: syntax, of: latest).syntax)
  }

  /// All that is wrong with a file of cases that could not be read in full.
  mutating func problems(ofUnfinished document: CaseDocument) -> [Diagnostic] {
    var mistakes: [Diagnostic] = []
    for syntax in document.cases {
      guard case .success(let program) = program(for: syntax) else { continue }
      mistakes += RedressWorkbench.mistakes(inUnfinished: Fixture(syntax, by: program))
    }
    return sortedByPlace(document.problems + withoutFollowUps(mistakes, of: document.problems))
  }

  /// What a case comes to, under the changes a command makes to it.
  mutating func quote(_ syntax: CaseSyntax, _ changes: CaseChanges, explaining: Bool) -> Result<Quote, Problems> {
    program(for: syntax, under: changes).flatMap { program in
      let changed = changes.applied(to: syntax, of: program)
      guard changed.problems.isEmpty else {
        return .failure(Problems(diagnostics: changed.problems.map { $0.diagnostic }, status: .wrongCommand))
      }
      let binding = bind(changed.syntax, to: program)
      guard let facts = binding.facts else {
        let diagnostics = binding.problems.map { $0.diagnostic }
        let isInOption = diagnostics.contains { $0.primary.map { changes.contains($0.span) } ?? false }
        return .failure(Problems(diagnostics: diagnostics, status: isInOption ? .wrongCommand : .doesNotHold))
      }
      do throws(Refusal) {
        return .success(
          try propose(
            program, for: facts, case: syntax.name.text, label: syntax.label?.plain, explaining: explaining))
      } catch {
        return .failure(Problems(diagnostics: [error.diagnostic(of: syntax)], status: .doesNotHold))
      }
    }
  }
}

extension PolicyCompilation {
  /// Why there are no programs.
  var problems: Session.Problems {
    Session.Problems(diagnostics: diagnostics, status: diagnostics.isEmpty ? .defect : .doesNotHold)
  }
}

extension Session.Problems {
  /// Why a policy whose name is known cannot be used.
  init(_ problems: PolicyProblems) {
    self.init(diagnostics: problems.diagnostics, status: problems.diagnostics.isEmpty ? .defect : .doesNotHold)
  }
}

extension Book {
  /// Loads every rule file below a folder that a person names; throws where there is none.
  /// A book of which nothing is read yet but the names of its policies.
  init(closed folder: String, on console: Console) throws(CommandProblem) {
    do throws(BookProblem) {
      try self.init(closed: BookFiles(in: folder, at: console.resolve(folder)))
    } catch {
      throw .book(error)
    }
  }

  init(folder: String, including others: [String] = [], on console: Console) throws(CommandProblem) {
    do throws(BookProblem) {
      try self.init(BookFiles(in: folder, at: console.resolve(folder), including: others))
    } catch {
      throw .book(error)
    }
  }

  /// Why there is no policy of a name.
  func refusal(missing name: String, at span: Span?) -> Session.Problems {
    let lost = unreadFiles.map(\.status).max()
    return Session.Problems(
      diagnostics: problems(missing: name, at: span), status: lost ?? (span == nil ? .wrongCommand : .doesNotHold))
  }
}

extension Book.File {
  /// How a command ends that needs what could not be read.
  var status: ExitStatus { isLost ? .wrongCommand : .doesNotHold }
}
