package import RedressDiagnostics
package import RedressSyntax

/// What is wrong with limits, lifts and recourse, and with amounts that lines share.
package enum LimitProblem: Hashable, Sendable {
  /// A value in an exception to `only the largest`.
  case valueForLargest(Span)
  /// What a lift names is neither a limit nor an item.
  case nothingToLift(Name, found: DeclarationSort, declared: Span?)
  case unknownStep(Name, of: String, steps: [String], suggestion: String?)
  /// A lift that names an item without its step.
  case stepMissing(Name, steps: [String])
  case itemOutsideLoop(item: Name, limit: Name, Span, list: [String])
  case shareWithoutLoop(Name, Span)
  case loopVariableInShare(Name, loop: Name)
  /// `otherwise` in an amount that all lines share, by the exception; `other` reads the element, nil for the base.
  case otherwiseOfElement(String, Span, other: String?, Span)
  case recourseAgainstUs(Name, recourse: Name)
  case emptyClass(Name, of: Name, DeclarationSort)
  /// Two limits on one item, of which nothing says which comes first.
  case orderMissing(Name, with: Name, item: Name)
  case recourseAgainstBearer(Name, item: Name, split: String, share: Span)

  var place: Span {
    switch self {
    case .valueForLargest(let span), .itemOutsideLoop(_, _, let span, _), .shareWithoutLoop(_, let span),
      .otherwiseOfElement(_, let span, _, _):
      span
    case .nothingToLift(let name, _, _), .unknownStep(let name, _, _, _), .stepMissing(let name, _),
      .loopVariableInShare(let name, _), .recourseAgainstUs(let name, _), .emptyClass(let name, _, _),
      .orderMissing(let name, _, _), .recourseAgainstBearer(let name, _, _, _):
      name.span
    }
  }
}
