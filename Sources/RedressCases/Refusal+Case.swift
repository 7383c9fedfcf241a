package import RedressDiagnostics
package import RedressEngine
package import RedressSyntax

extension Refusal {
  /// The refusal in words, with the place of the case it is about.
  package func diagnostic(of syntax: CaseSyntax) -> Diagnostic {
    let bare = diagnostic
    guard !syntax.name.text.isEmpty else { return bare }
    let label = Diagnostic.Label(syntax.name.span, "in this case")
    return Diagnostic(
      code: bare.code, message: bare.message, primary: bare.primary ?? label,
      secondary: bare.secondary + (bare.primary == nil ? [] : [label]), helps: bare.helps)
  }
}
