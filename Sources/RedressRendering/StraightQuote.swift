package import RedressEngine
import RedressDiagnostics
import RedressValues

/// Writes what was settled straight through as whole quotes, documents of `redress/quote/1` on a line each, the same
/// bytes as for a quote: words and names are put into JSON once for a program.
package struct StraightQuote: Sendable {
  /// All pieces, one after the other.
  private(set) var bytes: [UInt8] = []
  /// `,"policy":{…},"date":`.
  private(set) var policy = 0..<0
  private(set) var items: [Item?] = []
  private(set) var branches: [Branch?] = []
  /// `{"limit":"cap","label":"…","element":null,"step":`.
  private(set) var limits: [Range<Int>?] = []
  /// `"at most"`, and `{"step":"at most","name":"repair.at_most","branch":`.
  private(set) var steps: [(words: Range<Int>, opening: Range<Int>)] = []
  /// `"carrier":`.
  private(set) var parties: [Range<Int>] = []
  /// `{"fact":"freight","value":"0"}`, and of a field `.reship","value":"no"}`.
  private(set) var facts: [Range<Int>?] = []
  private(set) var fields: [[Range<Int>?]] = []
  /// What rows are named by.
  let schema: Schema

  struct Item {
    /// `{"item":"repair","index":`.
    let opening: Range<Int>
    /// `,"label":"…","class":"compensation"`.
    let label: Range<Int>
    /// `,"payee":"customer"`.
    let payee: Range<Int>
    /// `"repair#`.
    let name: Range<Int>
  }

  struct Branch {
    /// `"repair"`.
    let name: Range<Int>
    /// `,"reason":"…","citations":[…]`.
    let reason: Range<Int>
    /// `,"branch":"repair","reason":"…","citations":[…],"steps":[`.
    let line: Range<Int>
    /// The same up to the end of a line without steps and bars.
    let plainLine: Range<Int>
    /// `{"bar":"late","label":"…","branch":"late","reason":"…","citations":[…]}` of the ground of a bar.
    let bar: Range<Int>
  }

  /// Nil for a program whose quotes say more than this writes.
  ///
  /// - Parameter fingerprint: of the rules, `sha256:…`.
  package init?(_ program: Program, _ straight: StraightProgram, fingerprint: String) {
    guard let words = StraightWords(program, straight) else { return nil }
    schema = program.schema
    policy = putMembers { json in
      json.object("policy") { json in
        json.member("name", words.policy)
        json.member("edition", words.edition?.description)
        json.member("fingerprint", fingerprint)
      }
      json.name("date")
    }
    for item in words.items { items.append(item.map { put($0) }) }
    for branch in words.branches { branches.append(branch.map { put($0) }) }
    for limit in words.limits {
      limits.append(
        limit.map { limit in
          putMembers(opening: true) { json in
            json.member("limit", limit.name)
            json.member("label", limit.label)
            json.null("element")
            json.name("step")
          }
        })
    }
    for step in words.steps {
      let opening = putMembers(opening: true) { json in
        json.member("step", step.words)
        json.member("name", step.name)
        json.name("branch")
      }
      steps.append((put { $0.append(jsonString: step.words) }, opening))
    }
    for party in words.parties {
      parties.append(
        put {
          $0.append(jsonString: party)
          $0.append(UInt8(ascii: ":"))
        })
    }
    putDefaults(words)
  }

  private mutating func putDefaults(_ words: StraightWords) {
    for fact in words.facts {
      facts.append(
        fact.map { fact in
          putMembers(opening: true, closing: true) { json in
            json.member("fact", fact.name)
            json.member("value", fact.value)
          }
        })
    }
    for record in words.fields {
      fields.append(
        record.map { field in
          guard let field else { return nil }
          return put {
            $0.append(UInt8(ascii: "."))
            // What stands before it opens the string.
            let start = $0.count
            $0.append(jsonString: field.name)
            $0.remove(at: start)
            $0.append(piece: #","value":"#)
            $0.append(jsonString: field.value)
            $0.append(UInt8(ascii: "}"))
          }
        })
    }
  }

  private mutating func put(_ item: StraightWords.Item) -> Item {
    Item(
      opening: putMembers(opening: true) { json in
        json.member("item", item.name)
        json.name("index")
      },
      label: putMembers { json in
        json.member("label", item.label)
        json.member("class", item.itemClass.rawValue)
      },
      payee: putMembers { json in json.member("payee", item.payee) },
      name: put {
        $0.append(jsonString: item.name)
        $0[$0.count - 1] = UInt8(ascii: "#")
      })
  }

  private mutating func put(_ branch: StraightWords.Branch) -> Branch {
    func reason(_ json: inout JSONWriter) {
      json.member("reason", branch.reason)
      RedressRendering.write(branch.citations, to: &json)
    }
    func line(_ json: inout JSONWriter) {
      json.member("branch", branch.name)
      reason(&json)
    }
    let opening = putMembers { json in
      line(&json)
      json.name("steps")
    }
    let steps = put { $0.append(UInt8(ascii: "[")) }
    let end = put { $0.append(piece: Self.lineEnd) }
    return Branch(
      name: put { $0.append(jsonString: branch.name) }, reason: putMembers { json in reason(&json) },
      line: opening.lowerBound..<steps.upperBound, plainLine: opening.lowerBound..<end.upperBound,
      bar: putMembers(opening: true, closing: true) { json in
        json.member("bar", branch.bar?.name)
        json.member("label", branch.bar?.label)
        line(&json)
      })
  }

  /// What closes a line behind its steps, without a bar.
  static let lineEnd: StaticString =
    #"],"waived":[],"bars":[],"owed_by":null,"right":null,"discretion":null,"needs":[],"range":null,"because":[]}"#

  private mutating func put(_ write: (inout [UInt8]) -> Void) -> Range<Int> {
    let start = bytes.count
    write(&bytes)
    return start..<bytes.count
  }

  /// Some members of an object; with a comma before them unless they open it.
  private mutating func putMembers(
    opening: Bool = false, closing: Bool = false, _ members: (inout JSONWriter) -> Void
  ) -> Range<Int> {
    var json = JSONWriter(.compact)
    json.object { json in members(&json) }
    return put {
      if !opening { $0.append(UInt8(ascii: ",")) }
      $0 += json.bytes.dropFirst(opening ? 0 : 1).dropLast(closing ? 0 : 1)
    }
  }
}
