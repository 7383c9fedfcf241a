import RedressSyntax

/// Checks one policy with everything it uses, merged into one flat namespace.
///
/// A policy without items, made to be used by others, may be checked alone; whether its declarations are used is then not
/// judged. Of several policies of the name the first is meant; where there is none, there is no result and no problem.
package func checkPolicy(named name: String, in book: RuleBookSyntax) -> CheckResult {
  guard let index = book.policies.firstIndex(where: { $0.name.text == name }) else {
    return CheckResult(policy: nil, problems: [])
  }
  return BookChecker(book).result(for: index)
}

/// Checks all policies of a book: every problem once, with those that only the whole book shows (two policies of one name,
/// circles of `use`, shared declarations that no policy reads).
package func checkRuleBook(_ book: RuleBookSyntax) -> [CheckProblem] {
  BookChecker(book).problems()
}
