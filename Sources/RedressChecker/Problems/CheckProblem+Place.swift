package import RedressDiagnostics
import RedressSyntax

extension CheckProblem {
  /// Where the problem is shown first.
  package var place: Span {
    switch self {
    case .naming(let problem): problem.place
    case .typing(let problem): problem.place
    case .declaring(let problem): problem.place
    case .dating(let problem): problem.place
    case .tabling(let problem): problem.place
    case .limiting(let problem): problem.place
    case .sense(let problem): problem.place
    }
  }
}

extension NamingProblem {
  var place: Span {
    name?.span ?? Span(SourceID(0), 0, 0)
  }
}

extension TypeProblem {
  var place: Span {
    switch self {
    case .notYesOrNo(let span, _), .wordsJoinedByOr(let span, _, _), .wrongType(let span, _, _, _),
      .percentAndAmount(let span, _, _, _, _, _), .percentOfWhat(let span, _, _), .changedByAmount(let span, _, _),
      .noArithmetic(let span, _, _, _), .dateArithmetic(let span, _), .dateAndTime(let span, _, _),
      .partOfDay(let span, _, _), .unordered(let span, _, _), .impossibleDate(let span, _), .numberTooLarge(let span),
      .misplaced(let span, _), .typeUnusable(let span, _):
      span
    case .unitsDoNotFit(let mismatch): mismatch.place
    case .missingArguments(let name, _), .wrongArgumentCount(let name, _, _, _), .fieldOfValue(let name, _),
      .notAList(let name, _):
      name.span
    }
  }
}

extension DeclarationProblem {
  var place: Span {
    switch self {
    case .currencyMissing(let name), .unknownCurrency(let name, _), .remedyWords(let name, _, _),
      .usedHasItems(let name, _), .policyTwice(let name, _):
      name.span
    case .headersDiffer(_, let span, _), .inForceReversed(let span, _, _), .unitSize(_, let span),
      .boundsOnType(let span, _), .boundsReversed(let span), .defaultOutsideBounds(_, let span, _),
      .defaultOfList(_, let span), .defaultNone(_, let span), .optionalList(_, let span),
      .optionalWithDefault(_, let span, _), .notAboveZero(let span, _), .stepsWithoutAmount(let span, _),
      .valueForSplit(let span), .filledInText(let span), .secondReason(let span, _):
      span
    case .useCircle(let names): names.first?.span ?? Span(SourceID(0), 0, 0)
    }
  }
}

extension SenseProblem {
  var place: Span {
    switch self {
    case .conflict(let conflict): conflict.second.span
    case .unused(let name, _), .unusedParameter(let name, _), .unreadOptions(let name, _), .unusedPolicy(let name),
      .partyTwice(let name, _), .roleMissing(_, let name, _), .roleTwice(_, let name, _), .emptyClass(let name, _),
      .barOnOneItem(_, let name, _), .loopVariableInWhen(let name, _, _):
      name.span
    case .sharesDoNotAddUp(let span, _, _, _, _), .restTwice(let span, _), .restInProportion(let span),
      .documentMissing(_, _, let span), .mayBeZero(let span, _, _), .paymentMayBeNegative(let span, _),
      .argumentMayBeOutside(let span, _, _, _, _), .shareMayBeNegative(let span, _, _):
      span
    case .idle(let problem): problem.place
    case .lookup(let problem): problem.place
    case .clauseNotFound(let clause): clause.span
    }
  }
}
