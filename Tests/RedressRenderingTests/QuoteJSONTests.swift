import RedressDiagnostics
import RedressRendering
import Testing

@Suite struct `A quote as JSON` {
  @Test func `has every key in the order of the contract`() {
    #expect(
      json(of: yen, fingerprint: "sha256:00")
        == """
        {
          "schema": "redress/quote/1",
          "case": "yen",
          "policy": {
            "name": "carriage",
            "edition": null,
            "fingerprint": "sha256:00"
          },
          "date": "2026-03-05",
          "currency": "JPY",
          "assumed": [],
          "proposals": [
            {
              "choices": {},
              "preferred": true,
              "lines": [
                {
                  "item": "fare",
                  "index": 1,
                  "element": null,
                  "label": "Fare",
                  "class": "refund",
                  "remedy": "cash",
                  "payee": "consignee",
                  "status": "granted",
                  "claimed": "12000",
                  "assessed": "12000",
                  "payable": "12000",
                  "branch": "fare",
                  "reason": "the train was 2 hours late",
                  "citations": [],
                  "steps": [],
                  "waived": [],
                  "bars": [],
                  "owed_by": null,
                  "right": null,
                  "discretion": null,
                  "needs": [],
                  "range": null,
                  "because": []
                }
              ],
              "adjustments": [],
              "waived": [],
              "recourse": [],
              "figures": [],
              "totals": {
                "complete": true,
                "claimed": "12000",
                "cash": "12000",
                "credit": "0",
                "in_kind": "0",
                "payable": "12000",
                "recovered": "0",
                "net": "12000"
              },
              "authority": null,
              "authorities": [],
              "approvals": [],
              "deadlines": [],
              "notes": []
            }
          ],
          "unknown": []
        }
        """)
  }

  @Test func `gives steps, shares, bars and what is given in place of a remedy`() throws {
    let lines = try #require(JSONValue(json(of: workings, fingerprint: ""))["proposals"]?[0]?["lines"])
    #expect(
      lines[0]?["steps"]?[1]?["shares"]
        == .object(["carrier": .string("6300.00"), "packer": .string("1800.00"), "consignee": .string("900.00")]))
    #expect(lines[0]?["steps"]?[0]?["shares"] == .null)
    #expect(lines[0]?["steps"]?[0]?["change"] == .string("-500.00"))
    #expect(lines[1]?["element"] == .whole(3))
    #expect(lines[2]?["owed_by"] == .string("Hai Tong Insurance"))
    #expect(lines[4]?["bars"]?[1]?["branch"] == .string("late_notice.2"))
    #expect(lines[5]?["remedy"] == .string("apology"))
    #expect(lines[6]?["remedy"] == .string("right"))
    #expect(lines[6]?["right"] == .string("the customer may end the contract"))
  }

  @Test func `gives what is waited for`() throws {
    let quote = try JSONValue(json(of: pending, fingerprint: ""))
    let proposal = try #require(quote["proposals"]?[0])
    #expect(proposal["totals"]?["complete"] == .boolean(false))
    #expect(proposal["lines"]?[1]?["payable"] == .null)
    #expect(
      proposal["lines"]?[1]?["range"] == .object(["low": .string("0.00"), "high": .string("4000.00")]))
    #expect(proposal["lines"]?[2]?["range"] == .object(["low": .string("150.00"), "high": .null]))
    #expect(proposal["lines"]?[1]?["needs"]?[1]?["fact"] == .string("gross_weight"))
    #expect(proposal["approvals"]?[1]?["uncertain"] == .boolean(true))
    #expect(proposal["deadlines"]?[1]?["at"] == .null)
    #expect(quote["unknown"]?[0]?["affects"] == .array([.string("repair"), .string("finance")]))
  }

  @Test func `gives choices by name, and explanations only where there are some`() throws {
    let quote = try JSONValue(json(of: promotionalGifts, fingerprint: ""))
    #expect(quote["proposals"]?[1]?["choices"] == .object(["wrong_goods": .string("credit")]))
    #expect(quote["proposals"]?[1]?["preferred"] == .boolean(false))
    let lines = quote["proposals"]?[0]?["lines"]
    #expect(lines?[0]?["because"]?[0]?["because"]?[0]?["value"] == .string("consignee"))
    #expect(lines?[2]?["because"] == .array([]))
  }

  @Test func `is written into a longer document`() throws {
    var json = JSONWriter(.compact)
    json.array { json in
      for _ in 0..<2 { write(empty, fingerprint: "", to: &json) }
    }
    #expect(try JSONValue(json.text)[1]?["case"] == .string("empty"))
  }

  @Test func `is a list of findings for a case that is refused`() {
    #expect(
      refusal
        == """
        {
          "schema": "redress/quote/1",
          "case": "gifts",
          "policy": null,
          "refused": [
            {"code":"R0412","message":"`weight` is a mass, and `4 m` a length","place":{"file":"gifts.case","line":2,"column":11,"end":{"line":2,"column":16}},"labels":[{"primary":true,"text":"this is a length","place":{"file":"gifts.case","line":2,"column":11,"end":{"line":2,"column":16}}}],"helps":["write for example `4 kg`"]},
            {"code":"R0601","message":"there is no policy `gifts`","place":null,"labels":[],"helps":[]}
          ]
        }
        """)
  }
}
