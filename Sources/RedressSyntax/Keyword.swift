/// A word that has a place in the grammar, by its grammar slot rather than by its letters, so that another
/// language's spelling of a slot is another entry in one table.
enum Keyword: String, Hashable, Sendable, CaseIterable {
  case above, accrued, after, all, always, and, any, apology, apply, approval
  case `as`, assessed, at, authority, bar, because, before, borne, business, by
  case calendar, `case`, choice, citing, claimed, count, currency, date, dated, deadline
  case `default`, define, detail, discretion, each, every, except, expect, fact, figure
  case `for`, from, give, given, gives, `if`, ignored, `in`, increased, `is`
  case it, item, kind, largest, leaving, least, less, lift, limit, list
  case most, no
  case noneWord = "none"
  case not, note, nothing, of, on, only, option, optional, or, otherwise, overriding
  case owed, party, pay, payable, payee, per, plus, policy, position, prefer
  case `private`, proved, record, recover, reduced, refused, require, rest, right, rounded
  case rounding, share, smallest, source, split, started, sum, table, then, tiers
  case times, to, total, under, unit, until, up, use, waived, weekday
  case when, `where`, whole, with, yes

  // The classes of items: no names either.
  case compensation, costs, penalty, goodwill, refund, consequential

  // Words that mean something in one place only, and may be names elsewhere.
  case half, even, down, us, claimant, time, text, force, cheapest, line
  case pending, absent, denied, granted, proposed
  case elseWord = "else"
  case days, months, years, proportion, part, counts, full, out, first, the, over, stated
  case weekend, holiday, workday
  case english = "en"
  case chinese = "zh"
  case traditionalChinese = "zh_Hant"

  /// Whether it is one of the six class words.
  var isClass: Bool {
    switch self {
    case .compensation, .costs, .penalty, .goodwill, .refund, .consequential: true
    default: false
    }
  }

  /// Whether it may be the name of something of the author's.
  var isNameable: Bool {
    switch self {
    case .half, .even, .down, .us, .claimant, .time, .text, .force, .cheapest, .line, .pending, .absent, .denied,
      .granted, .proposed, .elseWord, .days, .months, .years, .proportion, .part, .counts, .full, .out, .first, .the,
      .over, .stated, .weekend, .holiday, .workday, .english, .chinese, .traditionalChinese:
      true
    default: false
    }
  }

  /// Whether a declaration of a policy begins with it.
  var opensDeclaration: Bool {
    switch self {
    case .source, .party, .kind, .unit, .calendar, .record, .fact, .detail, .require, .define, .split, .table, .tiers,
      .choice, .figure, .item, .bar, .limit, .lift, .apply, .recover, .authority, .approval, .deadline, .note, .always:
      true
    default: false
    }
  }

  /// Whether a clause between the policy's name and its first declaration begins with it.
  var opensHeader: Bool {
    switch self {
    case .currency, .dated, .in, .rounding, .use: true
    default: false
    }
  }

  /// Whether it rather begins a clause than is a name that somebody chose badly.
  var opensCommonClause: Bool {
    switch self {
    case .because, .citing, .when, .except, .overriding: true
    default: false
    }
  }

  /// Whether it begins a clause wherever it stands, so that reading can go on there after a mistake.
  var alwaysOpensClause: Bool {
    switch self {
    case .pay, .give, .payee, .owed, .prefer, .option, .proved, .default, .private, .optional, .discretion, .gives: true
    default: opensCommonClause
    }
  }

  /// Whether it begins a clause when it is the first word of its line.
  var opensClauseOnNewLine: Bool {
    switch self {
    case .as, .for, .at, .less, .plus, .times, .nothing, .rounded, .borne, .on, .is, .leaving, .only, .share,
      .otherwise,
      .weekend, .holiday, .workday:
      true
    default: alwaysOpensClause
    }
  }

  /// The clause as people write it: `at most`, `borne by`.
  var clauseSpellings: [String] {
    switch self {
    case .at: ["at most", "at least"]
    case .borne: ["borne by"]
    case .owed: ["owed by"]
    case .proved: ["proved by"]
    case .nothing: ["nothing under", "nothing up to"]
    case .for: ["for each"]
    case .leaving: ["leaving out"]
    case .rounded: ["rounded to"]
    case .only: ["only the largest"]
    case .dated: ["dated by"]
    case .in: ["in force from"]
    default: [rawValue]
    }
  }
}

extension Keyword {
  /// The letters of a word in one number; words longer than 16 letters are no keywords.
  private static func key(of word: some Sequence<UInt8>) -> UInt128 {
    var key: UInt128 = 0
    for byte in word { key = key << 8 | UInt128(byte) }
    return key
  }

  private static let byKey: [UInt128: Keyword] = {
    var result: [UInt128: Keyword] = [:]
    for keyword in allCases { result[key(of: keyword.rawValue.utf8)] = keyword }
    return result
  }()

  /// The keyword with these letters.
  static func named(_ word: ArraySlice<UInt8>) -> Keyword? {
    word.count <= 16 ? byKey[key(of: word)] : nil
  }

  /// What to call a thing instead of a word of the language.
  var suggestedName: String {
    switch self {
    case .claimed: "amount_claimed"
    case .date: "incident_date"
    case .count: "number_of_pieces"
    case .total: "total_value"
    case .sum: "sum_insured"
    case .source: "cause_of_loss"
    case .unit: "unit_price"
    case .item: "article"
    case .position: "place_in_line"
    case .weekday: "day_of_week"
    case .share: "share_of_loss"
    case .limit: "agreed_limit"
    case .party: "party_at_fault"
    case .private: "is_private"
    default: isClass ? "\(rawValue)_claimed" : "case_\(rawValue)"
    }
  }
}
