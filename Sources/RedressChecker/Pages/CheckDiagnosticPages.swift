package import RedressDiagnostics

/// The pages of all problems of the checker, by their codes.
///
/// Where an example needs several files, each begins with a line `# file NAME`; the first one needs none.
package let checkDiagnosticPages: [DiagnosticPage] =
  namingPages + typePages + placePages + declarationPages + bookPages + datingPages + tablePages + limitPages
  + sensePages
  + signPages + knownDayPages + orderPages + lookupPages + idlePages

/// A page whose examples stand below a head with the currency and the two parties.
func page(_ code: String, _ title: String, _ explanation: String, wrong: String, right: String) -> DiagnosticPage {
  DiagnosticPage(
    code: code, title: title, explanation: explanation, wrong: exampleHead + wrong + "\n",
    right: exampleHead + right + "\n")
}

private let exampleHead = """
  policy example
    currency CNY

  party carrier is us
  party customer is claimant


  """
