import Foundation
import RedressDiagnostics
import RedressEngine
import RedressRendering
import Testing

@Suite struct `The schema of quotes` {
  let validator: SchemaValidator

  init() throws {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = repository.appendingPathComponent("docs/quote.schema.json")
    validator = SchemaValidator(root: try JSONValue(String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: [promotionalGifts, workings, pending, limited, lifted, chinese, yen, empty])
  func `accepts every quote`(quote: Quote) throws {
    #expect(validator.violations(in: try JSONValue(json(of: quote, fingerprint: "sha256:00"))) == [])
  }

  @Test func `accepts a refusal`() throws {
    #expect(validator.violations(in: try JSONValue(refusal)) == [])
  }

  @Test func `accepts the quotes of generated proposals`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = QuoteGenerator(seed: seed)
    for _ in 0..<20 {
      let violations = validator.violations(in: try JSONValue(json(of: generator.quote(), fingerprint: "sha256:00")))
      #expect(violations == [], "seed \(seed)")
    }
  }

  @Test(arguments: [
    (#""date": "2026-03-05""#, #""date": "5 March""#), (#""payable": "3200.00""#, #""payable": 3200"#),
    (#""payable": "3200.00""#, #""payable": "3,200.00""#), (#""authority": null,"#, ""),
    (#""authority": null,"#, #""authority": null, "approved": true,"#), (#""index": 1"#, #""index": 0"#),
    (#""status": "denied""#, #""status": "refused""#), ("redress/quote/1", "redress/quote/2"),
    (#""shares": null"#, #""shares": []"#), (#""currency": "CNY""#, #""currency": "yuan""#),
    (#""low": "0.00""#, #""low": 0"#), (#""range": null"#, #""range": "0.00""#),
    (#""cuts_in_kind": true"#, #""cuts_in_kind": 1"#), (#""from": "packer""#, #""from": null"#),
    (#""repair#1": "-60.00""#, #""repair#1": -60"#), (#""lost": false"#, #""lost": null"#),
    (#""branch": "goods.at_most.wilful""#, #""branch": null"#),
    (#""limit": "small_sums""#, #""limit": null"#),
  ])
  func `refuses what is otherwise`(found: String, other: String) throws {
    let documents = [promotionalGifts, workings, pending, limited, lifted].map {
      json(of: $0, fingerprint: "sha256:00")
    }
    let document = try #require(documents.first { $0.contains(found) })
    let changed = document.replacingOccurrences(of: found, with: other)
    #expect(validator.violations(in: try JSONValue(changed)) != [])
  }
}

let refusal: String = {
  var texts = SourceTexts()
  let source = texts.add(SourceText(name: "gifts.case", text: "given\n  weight  4 \"m\"\n"))
  let unit = Diagnostic(
    code: "R0412", message: "`weight` is a mass, and `4 m` a length",
    primary: Diagnostic.Label(Span(source, 16, 21), "this is a length"), secondary: [],
    helps: ["write for example `4 kg`"])
  let missing = Diagnostic(code: "R0601", message: "there is no policy `gifts`", primary: nil)
  return json(refused: [unit, missing], case: "gifts", policy: nil, in: texts)
}()
