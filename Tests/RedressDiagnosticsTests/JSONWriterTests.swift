import RedressDiagnostics
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  private func write(_ json: inout JSONWriter) {
    json.object { json in
      json.member("name", "货值 \"a\\b\"\n")
      json.member("index", -12)
      json.member("preferred", true)
      json.member("element", nil)
      json.object("empty") { _ in }
      json.array("none") { _ in }
      json.array("lines") { json in
        json.element("one")
        json.object { json in json.null("x") }
        json.array { json in
          json.element(1)
          json.element(false)
          json.null()
        }
      }
    }
  }

  @Test func `Compact`() {
    var json = JSONWriter(.compact)
    write(&json)
    #expect(
      json.text == #"{"name":"货值 \"a\\b\"\n","index":-12,"preferred":true,"element":null,"empty":{},"none":[],"#
        + #""lines":["one",{"x":null},[1,false,null]]}"#)
  }

  @Test func `Pretty`() {
    var json = JSONWriter(.pretty)
    write(&json)
    #expect(
      json.text == #"""
        {
          "name": "货值 \"a\\b\"\n",
          "index": -12,
          "preferred": true,
          "element": null,
          "empty": {},
          "none": [],
          "lines": [
            "one",
            {
              "x": null
            },
            [
              1,
              false,
              null
            ]
          ]
        }
        """#)
  }

  @Test func `Characters that command a terminal or end a line are escaped`() {
    var json = JSONWriter(.compact)
    json.element("\0\u{1B}\u{7F}\u{9B}\u{2028}\u{2029}\t\r\u{1F}/\u{1F600}")
    #expect(json.text == "\"\\u0000\\u001b\\u007f\\u009b\\u2028\\u2029\\t\\r\\u001f/\u{1F600}\"")
  }

  @Test func `Documents can be streamed line by line`() {
    var json = JSONWriter(.compact)
    var all: [UInt8] = []
    for index in 0..<3 {
      json.object { json in json.member("index", index) }
      json.lineBreak()
      all += json.take()
    }
    #expect(String(decoding: all, as: UTF8.self) == "{\"index\":0}\n{\"index\":1}\n{\"index\":2}\n")
    #expect(json.bytes.isEmpty)
  }

  @Test func `A diagnostic is one line`() {
    var texts = SourceTexts()
    let source = texts.add(SourceText(name: "a.redress", text: "x\n货值 bb\n"))
    let diagnostic = Diagnostic(
      code: "R0214", message: "the units do not fit", primary: .init(Span(source, 9, 11), "this"),
      secondary: [.init(Span(source, 0, 1), "that")], helps: ["a\nb"])
    #expect(
      json(of: diagnostic, in: texts) == #"{"code":"R0214","message":"the units do not fit","#
        + #""place":{"file":"a.redress","line":2,"column":4,"end":{"line":2,"column":6}},"#
        + #""labels":[{"primary":true,"text":"this","#
        + #""place":{"file":"a.redress","line":2,"column":4,"end":{"line":2,"column":6}}},"#
        + #"{"primary":false,"text":"that","#
        + #""place":{"file":"a.redress","line":1,"column":1,"end":{"line":1,"column":2}}}],"helps":["a\nb"]}"#)
    let nowhere = Diagnostic(code: "R0601", message: "m", primary: nil)
    #expect(
      json(of: nowhere, in: texts) == #"{"code":"R0601","message":"m","place":null,"labels":[],"helps":[]}"#)
  }
}
