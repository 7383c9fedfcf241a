import ArgumentParser
import RedressBook
import RedressCases

/// `redress schema`: what a case of a policy may state, for the programs that write cases.
struct SchemaCommand: RedressSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a policy's cases.")

  @Argument(help: "The name of a policy.")
  var policy: String

  @OptionGroup var rules: RulesOptions

  var names: [String] { [policy] }

  func execute(on console: inout Console) -> ExitStatus {
    do throws(CommandProblem) {
      let book = try rules.book(on: console)
      guard book.has(policy: policy) else {
        let problems = book.refusal(missing: policy, at: nil)
        console.complain(problems, in: book.texts)
        return problems.status
      }
      let compilation = book.compilation(of: policy)
      guard let program = compilation.programs.last else {
        console.complain(compilation.problems, in: book.texts)
        return compilation.problems.status
      }
      console.print(jsonSchema(of: program))
      return .holds
    } catch {
      console.complain(error)
      return error.status
    }
  }
}
