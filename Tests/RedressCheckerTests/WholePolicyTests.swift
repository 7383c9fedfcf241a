import RedressChecker
import RedressDiagnostics
import RedressSyntax
import RedressValues
import Testing

/// One policy with everything the language has beyond items and exceptions.
@Suite struct `A policy with everything` {
  static let text = """
    policy p
      currency CNY
      dated by delivered
      in force from 2024-01-01

    party carrier "the carrier" is us
    party customer "the customer" is claimant
    party packer "the packer"

    kind Tier is basic < silver < gold
    kind Zone is inland or abroad
    record Parcel
      weight : kg from 0 "weight"
      value : money from 0 "value"
    record Shipment
      parcels : list of Parcel "parcels"
    fact delivered : date "day of delivery"
    fact signed : time "signing of the contract"
    fact tier : Tier "tier"
    fact zone : Zone "zone"
    fact late : whole days from 0 "days late"
    fact goods : money from 0 "goods"
    fact shipments : list of Shipment "shipments"
    fact parcels : list of Parcel "loose parcels"
    fact intent : yes or no "intent"
    fact paid_on : date "day of payment"

    calendar china
      weekend saturday, sunday
      holiday 2026-10-01 to 2026-10-07, 2026-12-31
      workday 2026-10-10
    calendar plain_days
      holiday 2026-05-01

    define rate : percent per year
      is 6% per year
      from 2025-01-01 is 5% per year citing statute "1"
      dated by signed
    source statute "Statute"
    define fee : money
      from 2024-01-01 is 0
      from 2025-01-01 is 10 CNY
      except abroad_fee: otherwise + 5 CNY when zone = abroad because "farther"

    table delay_rate of late_for : whole days from 0, grade : Tier gives percent
      | grade         | late_for   | gives |
      | any           | 0 to 2     | 0%    |
      | gold          | above 2 to 5 | 5%  | because "gold" citing statute "2"
      | silver, basic | from 3 to under 6 | 2 * 4% |
      | any           | above 5    | 20%   |
    table tariff of heaviness : kg, day : date gives money
      from 2024-01-01
      | heaviness | day                 | gives   |
      | up to 5   | any                 | 10      |
      | above 5   | from 2024-06-01     | fee + 2 CNY * late_steps |
      from 2026-01-01
      | heaviness    | day | gives   |
      | up to 100 kg | any | 2 * 10  |
      otherwise refused because "no tariff"
    define late_steps is late / 1 day
    tiers commission of amount : money from 0
      | up to 1_000 | 10% |
      | up to 5_000 | 0   | because "free"
      | above       | 1%  |

    figure premium "Premium" is 1% of goods rounded to 1 CNY because "whole"

    item parcel_loss "Loss" for each parcel in shipments.parcels where parcel.value > 0 largest first by parcel.value
      pay parcel.value because "the value of parcel {position of parcel}"
      except fourth: nothing when position of parcel > 3 because "three at most"
      at most 100 CNY per kg * parcel.weight because "by weight"
    item general "General average" as costs for each parcel in parcels
      share goods in proportion to parcel.weight by credit discretion 0 to goods because "shared"
      except agreed: share 2 * otherwise in proportion to parcel.value when intent because "agreed"
    item delay "Delay" as penalty
      pay delay_rate(late, tier) of goods because "late"
      at most 50% of goods because "half"
      less 10 CNY when late > 3 days because "own part"
        except none_for_gold: waived when tier = gold because "gold"
    item duty "Duty" as costs
      pay tariff(5 kg, delivered) + tariff(6 kg, delivered) on paid_on + fee on date of signed because "tariff"
    item interest "Interest" as costs
      pay commission(goods) + (accrued rate from delivered to paid_on over 360) of goods because "interest"
      at least 0 because "none below"

    limit per_parcel "For each shipment" on parcel_loss for each s in shipments
      at most 1_000 CNY because "limit"
    limit all_heads "All heads" on compensation, penalty
      times 90% because "own risk"
      at most 5_000 CNY when late > 1 day because "limit"
        except agreed: 6_000 CNY when tier = gold because "agreed"
    limit no_double "Only one" on costs
      only the largest because "one of them"
    apply all_heads then per_parcel because "so agreed"
    lift wilful "Wilful misconduct" on all_heads, delay.less, no_double
      when intent because "no limit protects intent"

    recover packing "Recourse" on parcel_loss, costs from packer 30% when zone = abroad because "guarantee"
      except silver_share: otherwise + 5% when tier = silver because "agreed"
      at most 10_000 CNY because "limit"

    authority of total_cash + total_credit
      | clerk "adjuster" | up to 500   |
      | chief "chief"    | 500 to 10_000 CNY |
      | board            | any         |
    deadline reply "Reply" is 3 business days after signed in china
      except quick: 1 business days before delivered when total_payable <= 200 CNY because "short way"
    deadline review
      from 2024-01-01 is 10 business days after delivered
      from 2026-01-01 is 5 business days after delivered in plain_days
    note slow "Slow" when business days from delivered to paid_on in china > 10 days
    """

  @Test func `has no problems of its own`() {
    let book = BookText(Self.text)
    #expect(book.syntaxProblems.map(book.shown) == [])
    // What makes no sense is looked at elsewhere.
    let own = checkRuleBook(book.book).filter { if case .sense = $0 { false } else { true } }
    #expect(own.map { book.shown($0.diagnostic) } == [])
  }

  /// The checked policy; what only sense sees is left aside.
  private func policy() throws -> CheckedPolicy {
    let text = Self.text.replacing("at least 0 because \"none below\"", with: "at least 0 CNY because \"none below\"")
    return try #require(checked(text))
  }

  @Test func `keeps calendars`() throws {
    let policy = try policy()
    let china = try #require(policy.calendars.first { $0.name == "china" }).days
    func isBusiness(_ day: String) throws -> Bool { china.isBusinessDay(try #require(CivilDate(day))) }
    #expect(try isBusiness("2026-09-30"))
    #expect(try !isBusiness("2026-10-01"))
    #expect(try isBusiness("2026-10-10"))
    #expect(try !isBusiness("2026-12-31"))
    #expect(try !isBusiness("2026-11-07"))
    #expect(policy.calendars[1].days.weekend == [5, 6])
  }

  @Test func `keeps dated answers`() throws {
    let policy = try policy()
    let rate = try #require(policy.definitions.first { $0.name == "rate" })
    #expect(rate.ruling.from == nil)
    #expect(rate.ruling.later.map(\.from.description) == ["2025-01-01"])
    #expect(rate.ruling.later[0].reasons.citations.map(\.place) == ["1"])
    guard case .dateOf? = rate.ruling.datedBy?.form else {
      Issue.record("a time was not taken by its day")
      return
    }
    #expect(rate.ruling.datedBy?.type == .date)
    let fee = try #require(policy.definitions.first { $0.name == "fee" })
    #expect(fee.ruling.from?.description == "2024-01-01")
    #expect(fee.type == .quantity(try #require(Unit.currency("CNY"))))
    let review = try #require(policy.deadlines.first { $0.name == "review" })
    #expect(review.ruling.from?.description == "2024-01-01" && review.ruling.later.count == 1)
    #expect(policy.definitions.filter(\.isFigure).map(\.name) == ["premium"])
  }

  @Test func `folds the cells of tables in the order of the parameters`() throws {
    let policy = try policy()
    let table = try #require(policy.tables.first { $0.name == "delay_rate" })
    let rows = table.editions[0].rows
    let day = Rational(1_440)
    #expect(
      rows[0].cells == [
        .range(lower: .zero, excludesLower: false, upper: try day * Rational(2), excludesUpper: false), .any,
      ])
    #expect(
      rows[1].cells == [
        .range(lower: try day * Rational(2), excludesLower: true, upper: try day * Rational(5), excludesUpper: false),
        .values([Rational(2)]),
      ])
    #expect(rows[2].cells[1] == .values([Rational(1), Rational(0)]))
    #expect(
      rows[2].cells[0]
        == .range(lower: try day * Rational(3), excludesLower: false, upper: try day * Rational(6), excludesUpper: true)
    )
    #expect(table.type == .quantity(.percent))
    #expect(table.parameters[0].isWhole)
    let tariff = try #require(policy.tables.first { $0.name == "tariff" })
    #expect(tariff.editions.map { $0.from?.description } == ["2024-01-01", "2026-01-01"])
    #expect(
      tariff.editions[0].rows[0].cells[0]
        == .range(lower: nil, excludesLower: false, upper: Rational(5_000), excludesUpper: false))
    #expect(
      tariff.editions[0].rows[1].cells[1]
        == .range(lower: Rational(19_875), excludesLower: false, upper: nil, excludesUpper: false))
    guard case .value(let value) = tariff.editions[1].rows[0].result, case .number(let number) = value.form else {
      Issue.record("the unit of what is given was not filled in")
      return
    }
    #expect(number == Rational(20) && value.type == tariff.type)
    guard case .refused? = tariff.otherwise?.result else {
      Issue.record("the last row does not refuse")
      return
    }
  }

  @Test func `finds the type of tiers`() throws {
    let policy = try policy()
    let tiers = try #require(policy.tiers.first)
    #expect(tiers.type == .quantity(try #require(Unit.currency("CNY"))))
    #expect(tiers.bands.map(\.upper) == [Rational(1_000), Rational(5_000), nil])
    #expect(tiers.bands[1].reasons.because != nil)
  }

  @Test func `orders limits, and lifts the steps that are named`() throws {
    let policy = try policy()
    #expect(policy.limits.map(\.name) == ["all_heads", "per_parcel", "no_double"])
    #expect(policy.limits[0].items == [0, 2])
    #expect(policy.limits[0].steps.map { $0.exceptions.map(\.name) } == [["wilful"], ["agreed", "wilful"]])
    // `waived` sets the value aside.
    #expect(policy.limits[0].steps[1].exceptions[1].overrides == [0])
    #expect(policy.limits[1].steps[0].exceptions.isEmpty)
    #expect(policy.limits[2].steps[0].exceptions.map(\.name) == ["wilful"])
    let delay = try #require(policy.items.first { $0.name == "delay" })
    #expect(delay.steps.map(\.name) == ["at_most", "less"])
    #expect(delay.steps.map { $0.exceptions.map(\.name) } == [[], ["none_for_gold", "wilful"]])
    guard case .fact(let list)? = policy.limits[1].loop?.list else {
      Issue.record("the limit goes through no list")
      return
    }
    #expect(policy.facts[list].name == "shipments")
  }

  @Test func `goes through lists inside lists, in order`() throws {
    let policy = try policy()
    let loop = try #require(policy.items[0].loop)
    guard case .inside(let fact, let fields) = loop.list else {
      Issue.record("not a list inside a list")
      return
    }
    #expect(policy.facts[fact].name == "shipments" && fields == [0])
    #expect(policy.records[loop.record].name == "Parcel")
    #expect(loop.order?.isLargestFirst == true)
  }

  @Test func `shares an amount by weights`() throws {
    let policy = try policy()
    guard
      case .share(let amount, weight: let weight, by: .fixed(.credit)?, let discretion?) = policy.items[1].ruling.base,
      case .fact = amount.form, case .field = weight.form
    else {
      Issue.record("not shared")
      return
    }
    guard case .number(.zero) = discretion.lower.form, case .fact = discretion.upper.form else {
      Issue.record("bounds lost")
      return
    }
  }

  @Test func `keeps recourse and authority`() throws {
    let policy = try policy()
    let recourse = try #require(policy.recourses.first)
    #expect(recourse.items == [0, 1, 3, 4])
    #expect(policy.parties[recourse.party].name == "packer")
    #expect(recourse.condition != nil && recourse.steps.count == 1)
    let authority = try #require(policy.authorities.first)
    #expect(authority.levels.map(\.name) == ["clerk", "chief", "board"])
    #expect(
      authority.levels[0].cell == .range(lower: nil, excludesLower: false, upper: Rational(500), excludesUpper: false))
    #expect(authority.levels[2].cell == .any)
  }

  @Test func `can lose any of its lines`() {
    let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices where !lines[index].isEmpty {
      var rest = lines
      rest.remove(at: index)
      // Whatever is said of what is left: nothing may trap, and every problem has words.
      let book = BookText(rest.joined(separator: "\n"))
      for diagnostic in book.diagnostics {
        #expect(!diagnostic.message.isEmpty && !book.shown(diagnostic).isEmpty, "without line \(index + 1)")
      }
      for policy in book.book.policies.indices { _ = checkPolicy(at: policy, in: book.book) }
    }
  }

  @Test(arguments: 0..<40) func `can lose and change any of its words`(round: Int) {
    let words = Self.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    var generator = Words(seed: UInt64(round) &* 7_919 &+ 17)
    var rest = words
    for _ in 0..<3 {
      let index = generator.next(below: rest.count)
      switch generator.next(below: 3) {
      case 0: rest.remove(at: index)
      case 1: rest[index] = words[generator.next(below: words.count)]
      default: rest.insert(words[generator.next(below: words.count)], at: index)
      }
    }
    let book = BookText(rest.joined(separator: " "))
    for diagnostic in book.diagnostics { #expect(!diagnostic.message.isEmpty, "seed \(round)") }
  }

  /// Numbers that are the same in every run.
  private struct Words {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }
}
