import RedressChecker
import RedressDiagnostics
import RedressValues
import Testing

@Suite struct `A rule book` {
  static let shared = """
    # file shared.redress
    policy shared
      dated by day
      rounding half even
    kind Cause is packing or weather
    fact cause : Cause "the cause"
    fact day : date "the day"
    fact weight : kg above 0 "the weight"
    fact volume : m3 above 0 "the volume"
    require weight <= 400 kg because "no more fits"
    require weight <= 4_000 kg and volume < 90 m3 because "no more fits"
    party other
    define base is 5 CNY
    define light is 6 CNY
    record Lot
      value : money from 0 "value"
      pieces : whole number from 0 "pieces"
    fact lots : list of Lot "the lots"
    bar weather "Weather" on compensation when cause = weather because "nobody's fault"
    bar late "Late" on penalty when cause = packing because "not ours"
    split blame is other 50%, carrier rest because "half each"
    party carrier is us
    """

  static let text = """
    policy main
      currency CNY
      use shared
    party customer is claimant
    item a "A" pay base because "fixed" borne by blame
    item b "B" as costs for each lot in lots pay lot.value because "the lot"
    # file second.redress
    policy second
      currency CNY
      use shared
    party buyer is claimant
    item a "A" as penalty when weight > 3 kg pay light because "fixed"
    item b "B" as costs when volume > 3 m3 pay 5 CNY * sum of lot.pieces for each lot in lots because "pieces"
    \(shared)
    """

  @Test func `has policies that share declarations`() {
    #expect(problems(Self.text) == "")
  }

  @Test func `gives each policy what it reads of them`() throws {
    let main = try #require(checked(Self.text, "main"))
    #expect(main.facts.map(\.name) == ["cause", "day", "lots"])
    #expect(main.records[0].fields.map(\.name) == ["value"])
    #expect(main.definitions.map(\.name) == ["base"])
    #expect(main.bars.map(\.name) == ["weather"])
    #expect(main.requirements.isEmpty)
    #expect(main.parties.map(\.name) == ["other", "carrier", "customer"])
    #expect(main.datedBy == 1)
    #expect(main.rounding == .halfEven)
    let second = try #require(checked(Self.text, "second"))
    #expect(second.facts.map(\.name) == ["cause", "day", "weight", "volume", "lots"])
    #expect(second.bars.map(\.name) == ["late"])
    #expect(second.requirements.count == 2)
    #expect(second.splits.isEmpty)
    #expect(second.records[0].fields.map(\.name) == ["pieces"])
  }

  @Test func `may have its shared policy checked alone`() throws {
    let shared = try #require(checked(Self.text, "shared"))
    #expect(shared.items.isEmpty)
    #expect(shared.definitions.map(\.name) == ["base", "light"])
    #expect(shared.currency.code == "CNY")
  }

  @Test func `tells of shared declarations that no policy reads`() {
    let text = Self.text.replacing("* sum of lot.pieces for each lot in lots", with: "").replacing(
      "pay light", with: "pay 6 CNY")
    #expect(
      problems(text) == """
        R0302: a definition that nobody reads: `light`
          > light -- nothing depends on it
          = use it, or delete it
        R0302: a field that nobody reads: `pieces`
          > pieces -- asked of the adjuster for nothing
          = use it, or delete it
        """)
  }

  @Test func `tells a problem of a shared policy once`() {
    let text = Self.text.replacing("is other 50%, carrier rest", with: "is other 50%, carrier 40%")
    #expect(codes(text) == ["R0306"])
  }

  @Test func `does not mistake the reader of a wrong declaration for no reader`() {
    // Nothing is said of `weight` and `cause`, which stand in what could not be read.
    let text = policy(
      """
      fact weight : kg above 0 "weight"
      fact silent : yes or no "silent"
      item a "A" pay 5 CNY per kg * (weight + 3 hours) because "x"
      """)
    #expect(codes(text) == ["R0302", "R0214"])
    #expect(problems(text).contains("`silent`"))
  }

  @Test func `says only of the topmost unread thing that it is unread`() {
    let text = policy(
      """
      kind Cause is packing or weather
      fact cause : Cause "cause"
      define ours is cause = packing
      define theirs is not ours
      item a "A" pay 5 CNY because "x"
      """)
    #expect(problems(text).contains("`theirs`"))
    #expect(codes(text) == ["R0302"])
  }

  @Test func `counts everything that reads`() {
    let text = policy(
      """
      fact a : yes or no "a"
      fact b : yes or no "b"
      fact c : yes or no "c"
      fact d : yes or no "d"
      fact e : yes or no "e"
      fact f : text "f"
      fact g : money from 0 "g" default twice
      fact twice : money from 0 "twice"
      detail h : text "h"
      source contract "Contract"
      unit parcel
      unit pallet = 12 parcels
      fact pallets_lost : pallets from 0 "pallets"
      item x "X {f}" pay g + 5 CNY per parcel * pallets_lost because "{h}" citing contract "1"
      approval q "Q" when a because "x"
      note r "R" when b
      deadline s "S" is 2026-01-01 except t: 2026-01-02 when c because "x"
      always not d because "x"
      require not e because "x"
      """)
    #expect(problems(text) == "")
  }

  @Test func `reads documents by clause`() {
    let document = SourceDocument.reading(
      """
      # Contract

      Some words in front.

      ## 7 Liability
      The carrier is liable.

      7.1 From pick-up
      to hand-over.
      7.2 It packs them, up to
      8.33 XDR per kg.

      **7.3** The customer unloads.

      ## Article 23

      (1) In general.

      (3) The limit is
      8.33 units.

      ## Annex

      Art. 24(1) Declared value.

      30 days after delivery nothing is heard any more.
      """)
    #expect(document.clauses.map(\.place) == ["7", "7.1", "7.2", "7.3", "23", "23(1)", "23(3)", "24(1)"])
    #expect(document.clause(citedAs: "7.1")?.text == "From pick-up to hand-over.")
    #expect(document.clause(citedAs: "7.2")?.text == "It packs them, up to 8.33 XDR per kg.")
    #expect(document.clause(citedAs: "Clause 7.3")?.text == "The customer unloads.")
    #expect(document.clause(citedAs: "23(3), revision of 2019")?.text == "The limit is 8.33 units.")
    #expect(document.clause(citedAs: "Art. 23 (3)")?.place == "23(3)")
    #expect(
      document.clause(citedAs: "24(1)")?.text
        == "Declared value. 30 days after delivery nothing is heard any more.")
    #expect(document.clause(citedAs: "7.4") == nil)
  }
}
