import RedressDiagnostics

/// Things that stand where they mean nothing.
let placePages: [DiagnosticPage] = [
  page(
    "R0228", "`it` or `otherwise` out of place",
    """
    `it` is the amount reached, and means something in a step. `otherwise` is the value without an exception, and means \
    something in that exception.
    """,
    wrong: """
      item loss "Damage" pay 20% of it because "a fifth"
      """,
    right: """
      item loss "Damage" pay 100 CNY because "a fixed sum" less 20% of it because "a fifth is the customer's"
      """),
  page(
    "R0229", "a total that is not known yet",
    """
    Totals, and `payable of` an item, are known when every line is. Approvals, deadlines, notes and `always` come after \
    the lines and may read them; lines, definitions and bars may not.
    """,
    wrong: """
      item loss "Damage" pay 100 CNY because "a fixed sum"
      item courtesy "Courtesy" when total_cash > 50 CNY pay 10 CNY because "a courtesy"
      """,
    right: """
      item loss "Damage" pay 100 CNY because "a fixed sum"
      item courtesy "Courtesy" when assessed of loss > 50 CNY pay 10 CNY because "a courtesy"
      """),
  page(
    "R0230", "a detail or an element out of place",
    """
    A detail is for labels, notes and letters only; no amount depends on it. And of an element of a list one of its \
    fields can be filled in, not the whole.
    """,
    wrong: """
      detail waybill : text "number of the waybill"
      item loss "Damage {waybill}" when waybill = "A1" pay 100 CNY because "a fixed sum"
      """,
    right: """
      fact waybill : text "number of the waybill"
      item loss "Damage {waybill}" when waybill = "A1" pay 100 CNY because "a fixed sum"
      """),
  page(
    "R0231", "something optional where silence says nothing",
    """
    What is optional may be absent. A step, an exception, a bar, a `where`, a choice or an item's `when` that reads it \
    does not hold then; what is paid cannot be absent, so it cannot read it.
    """,
    wrong: """
      fact agreed_cap : money from 0 "the agreed cap" optional
      item loss "Damage" pay agreed_cap because "the cap"
      """,
    right: """
      fact agreed_cap : money from 0 "the agreed cap" optional
      item loss "Damage" pay 100 CNY because "a fixed sum" at most agreed_cap because "the agreed cap"
      """),
  page(
    "R0232", "a list where one value should stand",
    """
    A list has many elements. Say what of them: their sum, their number, the largest, or one line for each.
    """,
    wrong: """
      record Lot
        value : money from 0 "invoice value"
      fact lots : list of Lot "the damaged goods"
      item loss "Damage" pay lots.value because "the goods are lost"
      """,
    right: """
      record Lot
        value : money from 0 "invoice value"
      fact lots : list of Lot "the damaged goods"
      item loss "Damage" pay sum of lot.value for each lot in lots because "the goods are lost"
      """),
  page(
    "R0233", "a choice by itself",
    """
    A choice that does not arise has none of its options, so it has no value of its own. Ask whether it is one of them.
    """,
    wrong: """
      choice way "What happens" for customer
        option reship "send again"
        option credit "take off the invoice"
      item goods "Goods" when way pay 100 CNY because "the goods are sent again"
      """,
    right: """
      choice way "What happens" for customer
        option reship "send again"
        option credit "take off the invoice"
      item goods "Goods" when way = reship pay 100 CNY because "the goods are sent again"
      """),
  page(
    "R0234", "a value that is not fixed where one must be",
    """
    Bounds are fixed values, and defaults are computed from facts alone: both belong to what is asked of the adjuster, \
    before any rule is applied.
    """,
    wrong: """
      fact goods_value : money from 0 "value of the goods"
      fact damage : money from 0 to goods_value "the damage"
      item loss "Damage" pay damage because "the damage is borne" at most goods_value because "never more than the goods"
      """,
    right: """
      fact goods_value : money from 0 "value of the goods"
      fact damage : money from 0 "the damage"
      require damage <= goods_value because "goods cannot lose more than their value"
      item loss "Damage" pay damage because "the damage is borne"
      """),
  page(
    "R0235", "a value instead of a split",
    """
    `borne by` shares a line out by a split. An exception may lift it with `waived`; other shares are an exception of the \
    split.
    """,
    wrong: """
      fact apart : yes or no "whether the parts were sent apart"
      split blame is carrier 100% because "it carried the goods"
      item loss "Damage" pay 100 CNY because "a fixed sum"
        borne by blame
          except apart_goods: 50% when apart because "half each"
      """,
    right: """
      fact apart : yes or no "whether the parts were sent apart"
      split blame is carrier 100% because "it carried the goods"
        except apart_goods: carrier 50%, customer 50% when apart because "half each"
      item loss "Damage" pay 100 CNY because "a fixed sum" borne by blame
      """),
  page(
    "R0236", "a record where a list or a field should stand",
    """
    Facts and fields hold lists of a record's elements; a definition takes one element, and says one value.
    """,
    wrong: """
      record Lot
        value : money from 0 "invoice value"
      fact lots : Lot "the damaged goods"
      item loss "Damage" for each lot in lots pay lot.value because "the lot is lost"
      """,
    right: """
      record Lot
        value : money from 0 "invoice value"
      fact lots : list of Lot "the damaged goods"
      item loss "Damage" for each lot in lots pay lot.value because "the lot is lost"
      """),
]
