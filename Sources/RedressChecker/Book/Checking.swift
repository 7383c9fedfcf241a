import RedressSyntax

/// Checks one policy with everything it uses, merged into one flat namespace.
///
/// A policy without items, made to be used by others, may be checked alone; whether its declarations are used is then not
/// judged. Of several policies of the name, its editions, the earliest is meant; where there is none, there is no result
/// and no problem.
package func checkPolicy(named name: String, in book: RuleBookSyntax) -> CheckResult {
  guard let index = editions(of: name, in: book).first else { return CheckResult(policy: nil, problems: []) }
  return checkPolicy(at: index, in: book)
}

/// Checks the policy at that position of the book with everything it uses; how it goes together with other editions of
/// its name only `checkRuleBook` sees. Beyond the book there is no result and no problem.
package func checkPolicy(at index: Int, in book: RuleBookSyntax) -> CheckResult {
  guard book.policies.indices.contains(index) else { return CheckResult(policy: nil, problems: []) }
  return BookChecker(book).result(for: index)
}

/// The positions of all policies of a name, by the days they are in force from; those that say none come first.
package func editions(of name: String, in book: RuleBookSyntax) -> [Int] {
  Editions(book).positions(of: name)
}

/// Checks all policies of a book: every problem once, with those that only the whole book shows (editions that overlap or
/// leave a gap, circles of `use`, shared declarations that no policy reads).
package func checkRuleBook(_ book: RuleBookSyntax) -> [CheckProblem] {
  BookChecker(book).problems()
}
