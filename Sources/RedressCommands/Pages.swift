import RedressBook
import RedressCases
import RedressChecker
package import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressWorkbench

/// The pages of all phases, by their codes.
package let allDiagnosticPages: [DiagnosticPage] = [
  syntaxDiagnosticPages, checkDiagnosticPages, jsonDiagnosticPages, caseDiagnosticPages, editionDiagnosticPages,
  refusalDiagnosticPages,
  fixtureDiagnosticPages, bookDiagnosticPages, quotingDiagnosticPages, commandDiagnosticPages, batchDiagnosticPages,
].flatMap { $0 }.sorted { $0.code < $1.code }
