import RedressDiagnostics
import RedressFormatting

/// A policy laid out; empty where it does not parse.
func layOut(policy text: String) -> String {
  formatted(policy: SourceText(name: "test.redress", text: text)) ?? ""
}

/// Cases laid out; empty where they do not parse.
func layOut(cases text: String) -> String {
  formatted(cases: SourceText(name: "test.case", text: text)) ?? ""
}
