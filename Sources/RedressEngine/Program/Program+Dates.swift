package import RedressValues

extension Program.Ruling {
  /// Whether a day picks the base answer.
  package var isDated: Bool { from != nil || !later.isEmpty }

  /// How many base answers there are.
  package var baseCount: Int { later.count + 1 }

  /// The days from which the base answers hold, ascending; nil where the first holds from the beginning.
  package var starts: [CivilDate?] { [from] + later.map(\.from) }

  /// A base answer by its position; 0 is the first.
  package func base(at position: Int) -> Value { position == 0 ? base : later[position - 1].value }

  /// Its branch: `limit_rate@2019-12-28`.
  package func branch(at position: Int) -> Program.Branch { position == 0 ? branch : later[position - 1].branch }

  /// All base answers.
  package var bases: [Value] { [base] + later.map(\.value) }
}

extension Program.Table {
  /// Whether a day picks the rows.
  package var isDated: Bool { editions.count > 1 || editions.contains { $0.from != nil } }
}
