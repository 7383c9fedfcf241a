import RedressDiagnostics
import RedressSyntax
import Testing

@Suite struct DeclarationTests {
  @Test(arguments: [
    (
      "currency CNY dated by d in force from 2026-01-01 until 2026-12-31 rounding half even use common",
      "currency CNY\ndated-by d\nin-force 2026-01-01 2026-12-31\nrounding halfEven\nuse common"
    ),
    ("source c \"Contract\" in \"c.md\"", "source c 'Contract' in 'c.md'"),
    ("party a\nparty b \"B\" is claimant", "party a\nparty b 'B' claimant"),
    ("kind K is a \"A\" or item or none", "kind K a 'A' | item | none"),
    ("kind T is a < b \"B\" < c", "kind T a < b 'B' < c"),
    ("unit parcel\nunit pallet = 800 kg", "unit parcel\nunit pallet = 800kg"),
    (
      "record R \"r\"\n value : money above 0 \"v\"\n limit : whole days default 0\n of : date\n note : text",
      "record R 'r' (value:money (0..] 'v') (limit:whole <days> default 0) (of:date) (note:text)"
    ),
    ("record R a : number default 0 b : yes or no", "record R (a:number default 0) (b:yes-or-no)"),
    (
      "fact a : XDR per kg from 0 to 5 XDR per kg \"x\" default b + 1 proved by \"papers\" private optional",
      "fact a:<XDR/kg> [0..5XDR/kg] 'x' default (+ b 1) optional private proved 'papers'"
    ),
    ("fact a : date from 2026-01-01", "fact a:date [date:2026-01-01..]"),
    ("fact a : list of R default none", "fact a:list R default none"),
    ("fact a : x or item default item", "fact a:x|item default item"), ("fact a : T up to gold", "fact a:T [..gold]"),
    ("fact a : number above -5 to 10", "fact a:number ((- 5)..10]"),
    ("detail w : text \"W\" private", "detail w 'W' private"),
    ("require a < b because \"x\" citing c \"1\", d \"2\"", "require (< a b) because 'x' citing c'1' citing d'2'"),
    ("always a < b leaving out \"5%\" because \"old\" because \"x\"", "always (< a b) because 'x' leaving '5%' 'old'"),
    (
      "define d(lot : Lot, n : number from 0) \"D\" : money is 10% of lot.value because \"x\"\n except e: 0 when n > 5 overriding f, g because \"y\"\n at most 5 CNY when a because \"z\" except h: waived when b overriding all because \"w\"\n rounded up to 1 CNY because \"r\"",
      "define d(lot:Lot, n:number [0..]) 'D' :money is (of 10% lot.value) because 'x' [e: 0 when (> n 5) overriding f,g because 'y'] > at-most 5CNY when a because 'z' [h: waived when b overriding all because 'w'] > rounded up 1CNY because 'r'"
    ),
    (
      "split s \"S\" is carrier 70%, consignee rest because \"x\" except e: in proportion a b + c, d f(g) when h because \"y\"",
      "split s 'S' is carrier 70%, consignee rest because 'x' [e: in-proportion a (+ b c), d (call f g) when h because 'y']"
    ),
    (
      "deadline d \"D\" is 24 hours after r except e: 1 hour after r when t because \"x\"",
      "deadline d 'D' is (after 24hours r) [e: (after 1hour r) when t because 'x']"
    ),
    (
      "bar b \"B\" on compensation, repair when a because \"x\" when c because \"y\" except f: waived when g because \"z\"",
      "bar b 'B' on compensation,repair when a because 'x' when c because 'y' [f: waived when g because 'z']"
    ),
    ("bar b \"B\" on all when a because \"x\"", "bar b 'B' on all when a because 'x'"),
    (
      "choice c \"C\" for consignee when a option b \"B\" option item prefer b because \"x\"",
      "choice c 'C' for consignee when a option b 'B' option item prefer b because 'x'"
    ),
    ("choice c for d option a option b prefer cheapest", "choice c for d option a option b prefer cheapest"),
    ("approval a \"A\" when b because \"x\"\nnote n when c", "approval a 'A' when b because 'x'\nnote n when c"),
    (
      "item i \"I\" as penalty for each l in ls where l.a when b payee shipper owed by \"{x.name}\" pay 5 CNY by way because \"x\"\n except e: nothing when f because \"y\" except g: give apology when h because \"z\" except k: 2 * otherwise when m because \"n\"\n less 20% of it because \"o\" nothing under 5 CNY because \"q\" nothing up to 6 CNY because \"r\" borne by s times 2 because \"t\" plus 1 CNY because \"u\" at least 0 because \"v\"",
      "item i 'I' as penalty each l:ls where l.a when b payee shipper owed '{x.name}' is pay 5CNY by way because 'x' [e: nothing when f because 'y'] [g: apology when h because 'z'] [k: pay (* 2 otherwise) when m because 'n'] > less (of 20% it) because 'o' > nothing-under 5CNY because 'q' > nothing-up-to 6CNY because 'r' > borne-by s > times 2 because 't' > plus 1CNY because 'u' > at-least 0 because 'v'"
    ),
    (
      "item i \"I\" give right \"to {end}\" because \"x\" except e: pay 5 CNY by credit when f because \"y\"",
      "item i 'I' is right 'to {end}' because 'x' [e: pay 5CNY by credit when f because 'y']"
    ),
    (
      "item i \"I\" pay 2 CNY for every 2 days of late, part ignored by cash because \"x\"",
      "item i 'I' is pay (for-every 2CNY 2days late ignored) by cash because 'x'"
    ),
    (
      "define d is sum of l.v for each l in ls\n  rounded to 1 CNY because \"x\"",
      "define d is (sum l.v l:ls) > rounded 1CNY because 'x'"
    ),
    ("define d is a\n  rounded to 1 CNY", "define d is (rounded a 1CNY)"),
  ])
  func `declarations and their trees`(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("item i \"I\"\n  pay 5 CNY", "R0115 `pay 5 CNY`"),
    ("split s is a 100%", "R0115 `is a 100%`"),
    ("define d is 1 except e: 2 when a", "R0115 `except e`"),
    ("define d is 1 at most 5 citing c \"1\"", "R0115 `at most 5`"),
    ("bar b \"B\" on all when a when c because \"x\"", "R0115 `when a`"),
    ("require a", "R0115 `require`"), ("always a", "R0115 `always`"),
    ("fact item : money", "R0113 `item`"), ("record R a : list of sum", "R0113 `sum`"),
    ("kind K is a, b", "R0112 `,`"), ("kind K is a or b < c", "R0112 `<`"), ("kind K a or b", "R0112 `a`"),
    ("fact a money default 0", "R0112 `money`"), ("fact a : money default", "R0112 `default`"),
    ("fact a : number 2-5 \"x\"", "R0108 `2-5`"), ("fact a : kg from 2 kg - 5 kg", "R0108 `2 kg - 5 kg`"),
    ("fact a : number 5", "R0112 `5`"), ("fact a : money zh", "R0112 `zh`"),
    ("fact a : yes or no default 0 default 1", "R0125 `default`"), ("fact a : money optoinal", "R0111 `optoinal`"),
    ("fakt a : money", "R0111 `fakt`"), ("gadget a \"A\"\n  pay 5 because \"x\"\n  when b", "R0111 `gadget`"),
    ("party a is uss", "R0111 `uss`"), ("unit u = kg", "R0112 `kg`"), ("define d", "R0127 `d`"),
    ("define d 5\n because \"x\"", "R0112 `5`"), ("define d is 1 borne by s", "R0126 `borne by`"),
    ("define d is 1 when a because \"x\"", "R0126 `when`"), ("define d is 1 dated by x", "R0126 `dated by`"),
    ("bar b \"B\" when a because \"x\"", "R0127 `b`"), ("bar b \"B\" on all", "R0127 `b`"),
    ("bar b \"B\" on all when a because \"x\" except e: 5 when f because \"y\"", "R0130 `5`"),
    ("choice c for d option a", "R0127 `c`"), ("choice c \"C\" option a option b", "R0112 `option`"),
    ("item i \"I\" when a because \"x\"", "R0127 `i`"), ("item i \"I\" at most 5 because \"x\"", "R0127 `i`"),
    ("item \"I\" pay 5 because \"x\"", "R0112 `\"I\"`"), ("item i pay 5 because \"x\"", "R0112 `pay`"),
    ("item i \"I\" pay 5 because \"x\" when a because \"y\"", "R0126 `when`"),
    ("item i \"I\" pay 5 because \"x\" pay 6 because \"y\"", "R0125 `pay`"),
    ("item i \"I\" when a when b pay 5 because \"x\"", "R0125 `when`"),
    ("item i \"I\" as gift pay 5 because \"x\"", "R0129 `gift`"),
    ("item i \"I\" pay 5 because \"x\" except e: waived when a because \"y\"", "R0130 `waived`"),
    (
      "item i \"I\" pay 5 because \"x\" at most 4 because \"z\" except e: nothing when a because \"y\"",
      "R0130 `nothing`"
    ),
    ("item i \"I\" pay 5 because \"x\" except nothing when a because \"y\"", "R0123 `except`"),
    ("item i \"I\" pay 5 because \"x\" except e: nothing because \"y\"", "R0124 `except e`"),
    ("item i \"I\" pay 5 because \"x\" except e: nothing when a because \"y\" overriding f", "R0126 `overriding`"),
    ("item i \"I\" pay 5 becuase \"x\"", "R0111 `becuase`"), ("item i \"I\" pay 5\n  becuase \"x\"", "R0111 `becuase`"),
    ("note n when a = b adn c", "R0111 `adn`"), ("note n whn a", "R0111 `whn`"), ("note n \"N\"", "R0127 `n`"),
    ("fact a : money\ncurrency CNY", "R0126 `currency`"), ("policy q \"Q\"\nfact a : money", "R0110 `q`"),
    ("in force 2026-01-01", "R0112 `2026-01-01`"), ("rounding sideways", "R0112 `sideways`"),
    ("because \"x\"", "R0112 `because`"),
    ("fact a : money because \"x\" citing c \"1\"", "R0126 `because`"),
    ("require a citing \"7.1\" because \"x\"", "R0112 `\"7.1\"`"),
    ("define d(a) is 1", "R0112 `)`"), ("source s \"S\" in \"a{b}\"", "R0104 `b`"),
    ("note n \"{a b}\" when c", "R0112 `b`"),
    ("item i \"I\" for every l in ls pay 5 because \"x\"", "R0112 `every`"),
  ])
  func `mistakes are seen once and at their place`(_ text: String, _ expected: String) {
    #expect(findings("policy p\n" + text).joined(separator: "; ") == expected)
  }

  @Test func `independent mistakes are all reported`() {
    let text = """
      policy p
      fact a : money from 2-5
      item i "I"
        when a is b
        pay 300,000 CNY because "x"
        at mots 5 CNY because "y"
        except e: waived because "z"
      define d is (1 + 2
      note n when a and b or c
      fact claimed : money
      """
    #expect(codes(text) == ["R0108", "R0117", "R0105", "R0111", "R0124", "R0112", "R0118", "R0113"])
  }

  @Test func `a file without a policy has no tree and one problem`() {
    #expect(policy("").policy == nil)
    #expect(codes("") == ["R0110"])
    #expect(codes("case c policy p given a 5") == ["R0110"])
    #expect(codes("fact a : money\nfact b money") == ["R0110", "R0112"])
    #expect(policy("policy").policy == nil)
    #expect(policy("polcy p").policy?.name.text == "p")
  }

  @Test func `of many mistakes the first fifty are shown, and how many there are`() {
    let parse = policy("policy p\n" + String(repeating: "fact a money\n", count: 80))
    #expect(parse.problems.count == 51)
    #expect(parse.problems.last?.diagnostic.message == "only the first 50 of 80 mistakes are shown")
    #expect(parse.policy?.declarations.count == 80)
  }
}
