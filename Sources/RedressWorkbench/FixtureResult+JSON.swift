package import RedressDiagnostics

/// A run of fixtures as one line of JSON: the counts, and each fixture that does not hold.
///
///     {"schema":"redress/test/1","passed":…,"failed":…,"failures":[{"case":…,"file":…,"line":…,
///       "problems":[…],"differences":[{"subject":…,"choices":[…],"line":…,"expected":…,"came":…,
///       "decided_by":[{"name":…,"value":…,"reason":…}],"read":[{"fact":…,"value":…,"origin":…}]}]}]}
package func json(of results: [FixtureResult], in texts: SourceTexts) -> String {
  let failures = results.filter { !$0.holds }
  var json = JSONWriter(.pretty)
  json.object { json in
    json.member("schema", "redress/test/1")
    json.member("passed", results.count - failures.count)
    json.member("failed", failures.count)
    json.array("failures") { json in
      for failure in failures { write(failure, to: &json, in: texts) }
    }
  }
  return json.text
}

private func write(_ result: FixtureResult, to json: inout JSONWriter, in texts: SourceTexts) {
  json.object { json in
    json.member("case", result.name)
    json.member("file", texts.text(of: result.place.source)?.name)
    json.member("line", line(of: result.place, in: texts))
    json.array("problems") { json in
      for problem in result.problems { write(problem, to: &json) }
    }
    json.array("differences") { json in
      for difference in result.differences { write(difference, to: &json, in: texts) }
    }
  }
}

private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
  json.object { json in
    json.member("code", diagnostic.code)
    json.member("message", diagnostic.message)
    json.array("helps") { json in
      for help in diagnostic.helps { json.element(help) }
    }
  }
}

private func write(_ difference: Difference, to json: inout JSONWriter, in texts: SourceTexts) {
  json.object { json in
    json.member("subject", difference.subject)
    json.array("choices") { json in
      for choice in difference.proposal { json.element(choice) }
    }
    json.member("line", line(of: difference.place, in: texts))
    json.member("expected", difference.expected)
    json.member("came", difference.came)
    json.array("decided_by") { json in
      for ground in difference.grounds {
        json.object { json in
          json.member("name", ground.name)
          json.member("value", ground.value)
          json.member("reason", ground.reason)
        }
      }
    }
    json.array("read") { json in
      for reading in difference.readings {
        json.object { json in
          json.member("fact", reading.fact)
          json.member("value", reading.value)
          json.member("origin", reading.origin.rawValue)
        }
      }
    }
    json.array("refusals") { json in
      for refusal in difference.refusals { write(refusal, to: &json) }
    }
  }
}

private func line(of span: Span, in texts: SourceTexts) -> Int {
  texts.text(of: span.source)?.position(at: span.start).line ?? 0
}
