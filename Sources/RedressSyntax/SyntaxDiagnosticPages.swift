package import RedressDiagnostics

/// The pages of the codes R0101 to R0133: what is wrong with a text before anything is known of its names.
package let syntaxDiagnosticPages: [DiagnosticPage] = characterPages + sentencePages + clausePages

private let characterPages: [DiagnosticPage] = [
  DiagnosticPage(
    code: "R0101", title: "a character that no text may have",
    explanation: """
      Rules and cases are UTF-8 text. Bytes that are none, control characters and characters nobody can see are refused, \
      because a reader could not know what a rule says. Save the file as UTF-8 and take such characters out.
      """,
    wrong: "policy example\n\u{1}unit parcel\n",
    right: "policy example\nunit parcel\n"),
  DiagnosticPage(
    code: "R0102", title: "a character that means nothing here",
    explanation: """
      Names are words of letters, digits and `_`; besides them there are `+ - * / = != < <= > >= ( ) [ ] , : . | @`, \
      quotation marks and `#` for comments. Other signs mean nothing outside texts.
      """,
    wrong: "policy example\ndefine small is loss ≤ 500 CNY\n",
    right: "policy example\ndefine small is loss <= 500 CNY\n"),
  DiagnosticPage(
    code: "R0103", title: "a text that does not end",
    explanation: """
      A text stands between quotation marks on one line, and what is filled in stands between braces. A mark left out \
      would make the rest of the file part of the text.
      """,
    wrong: "policy example\nnote photos \"Ask for photographs\n  when cause = packing\n",
    right: "policy example\nnote photos \"Ask for photographs\"\n  when cause = packing\n"),
  DiagnosticPage(
    code: "R0104", title: "something that cannot stand in a text",
    explanation: """
      In a text `{name}` is filled in, `\\"` is a quotation mark, `\\\\` a backslash and `\\{` a brace. Texts do not \
      stand inside braces, and citations and file names are never filled in.
      """,
    wrong: "policy example\nnote photos \"Ask for {}\" when cause = packing\n",
    right: "policy example\nnote photos \"Ask for {papers}\" when cause = packing\n"),
  DiagnosticPage(
    code: "R0105", title: "a comma in a number",
    explanation: """
      In rules a comma separates things and a point is the decimal mark, so `300,000` could be two numbers. Groups of \
      digits are set apart by `_`.
      """,
    wrong: "policy example\ndefine ceiling is 300,000 CNY\n",
    right: "policy example\ndefine ceiling is 300_000 CNY\n"),
  DiagnosticPage(
    code: "R0106", title: "a number that is not written as one",
    explanation: """
      A number has digits, `_` between groups, and at most one point with digits on both sides; the percent sign follows \
      without a space.
      """,
    wrong: "policy example\ndefine rate is .5\n",
    right: "policy example\ndefine rate is 0.5\n"),
  DiagnosticPage(
    code: "R0107", title: "a date or a time that is not written as one",
    explanation: """
      A date is year, month and day in four, two and two digits: `2026-03-05`. A time stands behind its date, hours and \
      minutes in two digits each: `2026-03-05 14:00`.
      """,
    wrong: "policy example\n  in force from 2026-3-5\n",
    right: "policy example\n  in force from 2026-03-05\n"),
  DiagnosticPage(
    code: "R0108", title: "an edge that is said nowhere",
    explanation: """
      `2-5` does not say whether 2 and 5 belong to it, and money may hang on that. `from 2 to 5` includes both.
      """,
    wrong: "policy example\nfact pieces : whole number 2-5 \"damaged pieces\"\n",
    right: "policy example\nfact pieces : whole number from 2 to 5 \"damaged pieces\"\n"),
  DiagnosticPage(
    code: "R0109", title: "more than is read",
    explanation: """
      Files of more than 16 MB, brackets nested more than some two hundred deep and expressions of more than some five hundred \
      operators are refused, and of many mistakes only the first fifty are shown. Nobody can check a rule of that size; \
      give its parts names.
      """,
    wrong: "policy example\ndefine deep is " + String(repeating: "(", count: 300) + "1\n",
    right: "policy example\ndefine deep is ((1))\n"),
  DiagnosticPage(
    code: "R0110", title: "a file that does not begin as it should",
    explanation: """
      A file with rules holds one policy and begins with `policy NAME`; a file with cases begins with `case NAME`.
      """,
    wrong: "fact loss : money\n",
    right: "policy example\nfact loss : money\n"),
  DiagnosticPage(
    code: "R0111", title: "a word that is not known at its place",
    explanation: """
      Every declaration and every clause begins with its word. Where the word is misspelt, the one that was probably \
      meant is named and the rest is read as if it stood there.
      """,
    wrong: "policy example\nitme repair \"Repair\" pay loss because \"it is due\"\n",
    right: "policy example\nitem repair \"Repair\" pay loss because \"it is due\"\n"),
]

private let sentencePages: [DiagnosticPage] = [
  DiagnosticPage(
    code: "R0112", title: "something else should stand here",
    explanation: "What was read so far makes sense only if something else follows. The message names it.",
    wrong: "policy example\ndefine double is 2 *\nunit parcel\n",
    right: "policy example\ndefine double is 2 * loss\nunit parcel\n"),
  DiagnosticPage(
    code: "R0113", title: "a word of the language used as a name",
    explanation: """
      The words of the language cannot be names of facts, items and the like. As fields of a record and as words of a \
      kind they are free.
      """,
    wrong: "policy example\nfact claimed : money\n",
    right: "policy example\nfact amount_claimed : money\n"),
  DiagnosticPage(
    code: "R0115", title: "no reason is given",
    explanation: """
      Whatever is paid, refused, shared or changed says why: the base of an item or a split, every exception, every step \
      but `borne by`, every ground of a bar, recourse, `apply`, `require` and `always`. The customer will read it.
      """,
    wrong: "policy example\nitem repair \"Repair\" pay loss\n",
    right: "policy example\nitem repair \"Repair\" pay loss because \"the repair is due\"\n"),
  DiagnosticPage(
    code: "R0116", title: "what a broken part counts is not said",
    explanation: """
      With `for every 2 days` it matters what 5 days count: two and a half times in proportion, three times if a part \
      counts as full, twice if a part is ignored. The rule has to say which.
      """,
    wrong: "policy example\ndefine penalty_due is 100 CNY for every 2 days of late\n",
    right: "policy example\ndefine penalty_due is 100 CNY for every 2 days of late, part ignored\n"),
  DiagnosticPage(
    code: "R0117", title: "`is` in a question",
    explanation: "`is` gives something its value. Whether two things are the same is asked with `=`.",
    wrong: "policy example\nnote photos when cause is packing\n",
    right: "policy example\nnote photos when cause = packing\n"),
  DiagnosticPage(
    code: "R0118", title: "`and` beside `or`",
    explanation: "`a and b or c` can be read in two ways, so brackets are required where both meet.",
    wrong: "policy example\nnote photos when a and b or c\n",
    right: "policy example\nnote photos when (a and b) or c\n"),
  DiagnosticPage(
    code: "R0119", title: "a percentage beside a sum",
    explanation: """
      `20% of value + freight` may be 20% of the value, plus the whole freight, or 20% of both. Brackets say which. A \
      percentage that stands last, as in `freight + 20% of value`, can be read in one way only.
      """,
    wrong: "policy example\ndefine due is 20% of value + freight\n",
    right: "policy example\ndefine due is (20% of value) + freight\n"),
  DiagnosticPage(
    code: "R0120", title: "brackets are needed",
    explanation: """
      A sum over a list reaches as far right as it can, `for every` multiplies everything before it, and the number of \
      days before `after` is one value. Where an operation stands beside them, brackets show what belongs together.
      """,
    wrong: "policy example\ndefine whole_loss is sum of lot.value for each lot in lots + freight\n",
    right: "policy example\ndefine whole_loss is (sum of lot.value for each lot in lots) + freight\n"),
  DiagnosticPage(
    code: "R0121", title: "a rate behind `/`",
    explanation: "`x / 5 CNY per kg` may divide by the rate, or by 5 CNY and then by the weight. Brackets say which.",
    wrong: "policy example\ndefine weight is loss / 5 CNY per kg\n",
    right: "policy example\ndefine weight is loss / (5 CNY per kg)\n"),
  DiagnosticPage(
    code: "R0122", title: "one comparison behind another",
    explanation: "Only two things are compared at a time; several comparisons are joined by `and`.",
    wrong: "policy example\nnote middling when 2 < pieces < 5\n",
    right: "policy example\nnote middling when 2 < pieces and pieces < 5\n"),
]

private let clausePages: [DiagnosticPage] = [
  DiagnosticPage(
    code: "R0123", title: "an exception without a name",
    explanation: "An exception has a name, by which tests, translations and results speak of it.",
    wrong: """
      policy example
      item repair "Repair"
        pay loss because "due"
        except nothing when intent because "nobody is paid for his own intent"

      """,
    right: """
      policy example
      item repair "Repair"
        pay loss because "due"
        except own_intent: nothing when intent because "nobody is paid for his own intent"

      """),
  DiagnosticPage(
    code: "R0124", title: "an exception without a condition",
    explanation: "An exception holds where its condition does; without one it would be the rule itself.",
    wrong: "policy example\ndefine rate is 5% except gold: 3% because \"agreed\"\n",
    right: "policy example\ndefine rate is 5% except gold: 3% when tier = gold because \"agreed\"\n"),
  DiagnosticPage(
    code: "R0125", title: "a clause that stands twice",
    explanation: "This clause can stand once only; with two it would not be clear which holds.",
    wrong: "policy example\nfact loss : money default 0 default 1\n",
    right: "policy example\nfact loss : money default 0\n"),
  DiagnosticPage(
    code: "R0126", title: "a clause at the wrong place",
    explanation: """
      Clauses have their order: in an item the class, the list, `when` and the payee stand before the payment, and its \
      reasons, exceptions and steps behind it.
      """,
    wrong: "policy example\nitem repair \"Repair\"\n  pay loss because \"due\"\n  payee shipper\n",
    right: "policy example\nitem repair \"Repair\"\n  payee shipper\n  pay loss because \"due\"\n"),
  DiagnosticPage(
    code: "R0127", title: "a declaration that lacks its main part",
    explanation: """
      An item says what it pays, a bar when it holds and what it is on, a choice has two options at least, a definition, \
      a split and a deadline say what they are. A limit has a step, a recourse says from whom, a table has a header that \
      ends with `gives`, and the last row of tiers is `above`.
      """,
    wrong: "policy example\nitem repair \"Repair\"\n  when loss > 0\n",
    right: "policy example\nitem repair \"Repair\"\n  when loss > 0\n  pay loss because \"due\"\n"),
  DiagnosticPage(
    code: "R0128", title: "a unit away from its number",
    explanation: "Line breaks mean nothing, but for this: a unit stands on the line of its number.",
    wrong: "policy example\ndefine ceiling is 500\n  CNY\n",
    right: "policy example\ndefine ceiling is 500 CNY\n"),
  DiagnosticPage(
    code: "R0129", title: "an unknown class",
    explanation: "The classes of items are compensation, costs, penalty, goodwill, refund and consequential.",
    wrong: "policy example\nitem gift \"Gift\" as goodwil pay 10 CNY because \"a gesture\"\n",
    right: "policy example\nitem gift \"Gift\" as goodwill pay 10 CNY because \"a gesture\"\n"),
  DiagnosticPage(
    code: "R0130", title: "`waived` and what it goes with",
    explanation: """
      A bar or a step can be waived. A payment cannot: an exception of an item says what is paid instead, or `nothing`.
      """,
    wrong:
      "policy example\nitem gift \"Gift\" pay 10 CNY because \"due\" except no_gift: waived when late because \"late\"\n",
    right:
      "policy example\nitem gift \"Gift\" pay 10 CNY because \"due\" except no_gift: nothing when late because \"late\"\n"
  ),
  DiagnosticPage(
    code: "R0131", title: "a row that does not fit its columns",
    explanation: "Each row of a list has one cell for each column; a blank cell means that the value is not stated.",
    wrong: "case crushed policy example\ngiven\n  lots\n    | value | condition |\n    | 5 CNY |\n",
    right: "case crushed policy example\ngiven\n  lots\n    | value | condition |\n    | 5 CNY |           |\n"),
  DiagnosticPage(
    code: "R0132", title: "more than one entry on a line",
    explanation: "An entry of a case is one line with one value. A text of several words stands in quotation marks.",
    wrong: "case crushed policy example\ngiven\n  cause packing handling\n",
    right: "case crushed policy example\ngiven\n  cause packing\n"),
  DiagnosticPage(
    code: "R0133", title: "a table that is not written as one",
    explanation: """
      The header row of a table names its parameters and, last, `gives`; each row below it is one line. A cell says what it \
      covers: `any`, a value, several values, `2 to 5`, `up to 5`, `above 5`. A row of tiers says only where it ends. A CSV \
      file has commas between its columns and the same notation in its cells.
      """,
    wrong: """
      policy example
      table delay_rate of late : whole days gives percent
        | late    | gives |
        | up to 5 | 8%    |
        |         | 20%   |

      """,
    right: """
      policy example
      table delay_rate of late : whole days gives percent
        | late    | gives |
        | up to 5 | 8%    |
        | above 5 | 20%   |

      """),
]
