import RedressChecker
import RedressDiagnostics
import RedressSyntax
import Testing

/// A small generator of numbers that can be started again where it failed.
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(sides, 1)))
  }
}

@Suite struct `Whatever the text` {
  @Test(arguments: 0..<8) func `the checker ends with an answer`(round: Int) {
    let words = `The policy on one page`.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let others = checkDiagnosticPages.flatMap { $0.right.split(separator: " ").map(String.init) }
    for seed in (round * 40)..<(round * 40 + 40) {
      var dice = Dice(state: UInt64(seed))
      var mutated = words
      for _ in 0..<(1 + dice.roll(6)) {
        let place = dice.roll(mutated.count)
        switch dice.roll(4) {
        case 0: mutated.remove(at: place)
        case 1: mutated[place] = others[dice.roll(others.count)]
        case 2: mutated.insert(others[dice.roll(others.count)], at: place)
        default: mutated.swapAt(place, dice.roll(mutated.count))
        }
      }
      let book = BookText(mutated.joined(separator: " "))
      let found = checkRuleBook(book.book)
      for problem in found {
        let diagnostic = problem.diagnostic
        #expect(!diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."), "seed \(seed)")
        #expect(book.text(at: problem.place).count > 0 || diagnostic.primary != nil, "seed \(seed)")
      }
      for policy in book.book.policies {
        let result = checkPolicy(named: policy.name.text, in: book.book)
        #expect((result.policy == nil) == !result.problems.isEmpty, "seed \(seed)")
      }
    }
  }

  @Test func `deep expressions are read to their end`() {
    let deep = String(repeating: "(", count: 180) + "5 CNY" + String(repeating: ")", count: 180)
    #expect(codes(policy("item a \"A\" pay \(deep) because \"x\"")) == [])
    let sum = Array(repeating: "5 CNY", count: 400).joined(separator: " + ")
    let text = policy("item a \"A\" pay \(sum) because \"x\"")
    #expect(codes(text).allSatisfy { $0.hasPrefix("syntax") })
    // As deep as the parser lets it be, in all the ways there are to be deep.
    let ways: [(String, String)] = [
      ("not ", ""), ("b = (", ")"), ("b and (", ")"), ("5 CNY > sum of l.v for each l in ls where (", ")"),
      ("(", " or b)"),
      ("any l in ls where (", ")"), ("5 CNY < (", ")"), ("-1 < -(", ")"), ("largest of (1, ", ") = 1"), ("f(", ") = 1"),
    ]
    for (opening, closing) in ways {
      for depth in [60, 120, 170, 240, 480] {
        let condition = String(repeating: opening, count: depth) + "b" + String(repeating: closing, count: depth)
        _ = codes(
          policy(
            """
            record L
              v : money from 0 "v"
            fact ls : list of L "ls"
            fact b : yes or no "b"
            define f(x : number) is x
            item a "A" when \(condition) pay 5 CNY because "x"
            """))
      }
    }
  }

  @Test func `definitions that double at every step take no longer`() {
    var text = "fact start : money from 0 \"s\"\nfact small : yes or no \"s\"\ndefine d0 is start\ndefine c0 is small\n"
    for index in 1...80 {
      text += "define d\(index) is d\(index - 1) + d\(index - 1)\n"
      text += "define c\(index) is c\(index - 1) and (c\(index - 1) or start > \(index) CNY)\n"
      text += "define f\(index)(y\(index) : money from 0) is "
      text +=
        index == 1 ? "y1\n" : "f\(index - 1)(y\(index)) + f\(index - 1)(2 * y\(index)) + f\(index - 1)(3 * y\(index))\n"
    }
    text += """
      item a "A" when c80 pay d80 + f80(start) because "x"
        except e1: 5 CNY when c79 because "x"
        except e2: 6 CNY when not c78 because "x"
      """
    let clock = ContinuousClock()
    let time = clock.measure { _ = problems(policy(text)) }
    #expect(time < .seconds(20))
  }

  @Test func `long chains are refused once`() {
    var text = "define d0 is 5 CNY\n"
    for index in 1...3_000 { text += "define d\(index) is d\(index - 1) + 1 CNY\n" }
    #expect(codes(policy(text + "item a \"A\" pay d3000 because \"x\"")) == ["R0210"])
    // Also where every name may be a word of a kind, so that the order is found on the way.
    var ambiguous = "kind Way is cash" + (0...900).map { " or d\($0)" }.joined() + "\nfact d0 : Way \"d\"\n"
    for index in 1...900 {
      ambiguous += "define d\(index) : Way is d\(index - 1) except e: cash when d\(index - 1) = cash because \"x\"\n"
    }
    _ = codes(policy(ambiguous + "item a \"A\" when d900 = cash pay 5 CNY because \"x\""))
  }

  @Test func `exceptions in great number are compared within bounds`() {
    let facts = (0..<60).map { "fact b\($0) : yes or no \"b\"\n" }.joined()
    let names = (0..<400).map { index in
      let condition = (0..<8).map { "(b\((index * 7 + $0 * 11) % 60) or b\((index * 3 + $0) % 60))" }.joined(
        separator: " and ")
      return "  except e\(index): \(index + 6) CNY when \(condition) because \"x\"\n"
    }.joined()
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(codes(policy(facts + "define x is 5 CNY\n" + names + "item a \"A\" pay x because \"x\"")).count == 8)
    }
    #expect(time < .seconds(10))
  }
}
