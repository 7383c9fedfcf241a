import RedressDiagnostics
import RedressValues

/// What a branch says, so that two that say the same agree.
enum Said: Hashable {
  struct Share: Hashable {
    let party: Int
    let value: Int?
  }

  struct Bounds: Hashable {
    let lower: Int
    let upper: Int
  }

  /// How it is paid: nil as the base says.
  enum Way: Hashable {
    case fixed(Remedy)
    case decided(Int)
  }

  case amount(Int)
  case shares([Share], isInProportion: Bool)
  case payment(Int, weight: Int?, Way?, Bounds?)
  case right(Span)
  case apology, nothing, waived

  init(_ payment: CheckedPolicy.Payment, _ builder: inout TermBuilder) {
    switch payment {
    case .apology: self = .apology
    case .nothing: self = .nothing
    case .right(let text): self = .right(text.span)
    case .pay(let amount, by: let rule, let discretion):
      self = .payment(
        builder.term(amount, .init()), weight: nil, Self.way(rule, &builder), Self.bounds(discretion, &builder))
    case .share(let amount, let weight, by: let rule, let discretion):
      self = .payment(
        builder.term(amount, .init()), weight: builder.term(weight, .init()), Self.way(rule, &builder),
        Self.bounds(discretion, &builder))
    }
  }

  private static func way(_ rule: CheckedPolicy.RemedyRule?, _ builder: inout TermBuilder) -> Way? {
    switch rule {
    case nil: nil
    case .fixed(let remedy): .fixed(remedy)
    case .decided(let value, _): .decided(builder.term(value, .init()))
    }
  }

  private static func bounds(_ discretion: CheckedPolicy.Discretion?, _ builder: inout TermBuilder) -> Bounds? {
    discretion.map { Bounds(lower: builder.term($0.lower, .init()), upper: builder.term($0.upper, .init())) }
  }

  /// Whether an exception that says this says no more than a base.
  func repeats(_ base: Said) -> Bool {
    guard case .payment(let amount, let weight, let way, let bounds) = self,
      case .payment(let baseAmount, let baseWeight, let baseWay, let baseBounds) = base
    else { return self == base }
    return amount == baseAmount && weight == baseWeight && bounds == baseBounds && (way == nil || way == baseWay)
  }
}
