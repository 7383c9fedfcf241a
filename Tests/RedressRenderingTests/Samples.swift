@testable import RedressEngine
@testable import RedressValues

// Hand-made quotes: what the engine would come to in the cases everything is judged by, and in odd ones.

/// Wrong and damaged goods: two ways to settle, five lines, one of them denied by a split.
let promotionalGifts: Quote = {
  let choice = named("wrong_goods", "Wrong goods")
  func taking(_ option: Quote.Labelled, isPreferred: Bool) -> Proposal.ChoiceTaken {
    Proposal.ChoiceTaken(
      choice: choice, option: option, chooser: customer, isSettled: false, isPreferred: isPreferred,
      reason: isPreferred ? "it keeps the promotion running" : nil)
  }
  let crew = "the customer's own crew unloaded the goods"
  let damage = line(
    "damage", "Damaged goods", .denied, claimed: "20_000", assessed: "10_000", payable: "0",
    branch: "damage_liability.own_crew", crew, [contract("7.3")],
    steps: [
      step(
        "borne by", "damage_liability", branch: "damage_liability.own_crew", change: "-10_000", after: "0", crew,
        [contract("7.3", "What the customer's crew unloads travels at the customer's risk.")],
        shares: [(carrier, "0", "0%"), (customer, "10_000", "100%")])
    ],
    because: [
      ruling(
        "damage_liability", "carrier 0%, consignee 100%", branch: "damage_liability.own_crew", crew,
        [contract("7.3", "What the customer's crew unloads travels at the customer's risk.")],
        because: [fact("unloaded_by", "consignee", label: "who unloaded")]),
      fact("lost_value", "10,000.00 CNY", label: "goods beyond reconditioning"),
    ])
  let reconditioning = line(
    "reconditioning", "Reconditioning", as: .goodwill, .granted, assessed: "2_000", payable: "2_000",
    "the damage was not ours, but we came 2 hours before the agreed time", [contract("5.2")],
    because: [
      ruling(
        "early", "2 hours",
        because: [
          fact("agreed_at", "2026-03-05 14:00", label: "agreed delivery"),
          fact("delivered_at", "2026-03-05 12:00", label: "actual delivery"),
        ]),
      fact("reconditioning_cost", "2,000.00 CNY"),
      ruling("early", "2 hours", because: [fact("agreed_at", "2026-03-05 14:00")]),
    ])
  let sales = line(
    "lost_sales", "Lost sales of the main product", as: .consequential, .denied, claimed: "50_000", payable: "0",
    branch: "lost_sales.unknown_purpose", "the contract does not say what the goods were for", [civilCode("584")],
    because: [fact("purpose_in_contract", "no"), fact("freight", "0.00 CNY", .assumed, label: "freight paid")])
  let reshipment = line(
    "right_goods", "The right goods", by: .reshipment, .granted, assessed: "1_000", payable: "1_000",
    "goods worth 1,000.00 CNY differ from the contract and are sent again", [contract("9.1")])
  let penalty = line(
    "wrong_penalty", "Penalty for wrong goods", as: .penalty, .granted, assessed: "200", payable: "200",
    "20% of 1,000.00 CNY", [contract("9.2")])
  let credit = line(
    "wrong_credit", "Price of the wrong goods", by: .credit, .granted, assessed: "1_000", payable: "1_000",
    "the customer keeps no wrong goods and pays for none", [contract("9.1"), civilCode("590"), civilCode("621")])
  let onInvoice = line(
    "wrong_penalty", "Penalty for wrong goods", as: .penalty, by: .credit, .granted, assessed: "200",
    payable: "200", "20% of 1,000.00 CNY", [contract("9.2")])

  let approvals = [
    Proposal.Remark(
      name: "manager", label: "Customer service manager", reason: "a goodwill line", citations: [],
      isUncertain: false)
  ]
  let deadlines = [
    Proposal.Deadline(
      name: "first_reply", label: "First reply", at: "2026-03-07T09:00", needs: [], reason: nil, citations: []),
    Proposal.Deadline(
      name: "review", label: "Preliminary review", at: "2026-03-10", needs: [], reason: nil, citations: []),
  ]
  var result = quote(
    "promotional_gifts", label: "Gifts for a promotion, wrong and damaged", policy: "misdelivery",
    [
      Proposal(
        choices: [taking(named("reship", "send the right goods"), isPreferred: true)], isPreferred: true,
        lines: [damage, reconditioning, reshipment, penalty, sales], adjustments: [], waived: [], recourse: [],
        figures: [],
        totals: totals(claimed: "70_000", cash: "2_200", inKind: "1_000", payable: "3_200"), authorities: [],
        approvals: approvals,
        deadlines: deadlines, notes: []),
      Proposal(
        choices: [taking(named("credit", "take the price off the invoice"), isPreferred: false)],
        isPreferred: false, lines: [damage, reconditioning, credit, onInvoice, sales], adjustments: [],
        waived: [], recourse: [], figures: [],
        totals: totals(claimed: "70_000", cash: "2_000", credit: "1_200", payable: "3_200"), authorities: [],
        approvals: approvals,
        deadlines: deadlines, notes: []),
    ])
  result.assumed = [Quote.Assumption(fact: "freight", label: "freight paid", value: "0.00 CNY")]
  return result
}()

/// Repair over its cap and shared by three parties, bars with several grounds, rights, an apology, a line of others.
let workings: Quote = {
  let packer = named("packer", "the packer")
  let repair = line(
    "repair", "Repair", element: 1, .reduced, assessed: "9_500", payable: "6_300",
    "a repair for 9,500.00 CNY makes goods worth 9,000.00 CNY saleable again", [contract("8.1")],
    steps: [
      step(
        "at most", "repair.at_most", change: "-500", after: "9_000",
        "a repair is worth no more than the goods", [contract("8.2"), civilCode("584"), civilCode("591")]),
      step(
        "borne by", "damage_liability", change: "-2_700", after: "6_300",
        "weak packing and rough handling both played their part", [contract("7.1")],
        shares: [(carrier, "6_300", "70%"), (packer, "1_800", "20%"), (customer, "900", "10%")]),
    ])
  let second = line(
    "repair", "Repair", index: 2, element: 3, .granted, assessed: "120.50", payable: "140.50",
    "a repair for 120.50 CNY makes goods worth 900.00 CNY saleable again", [contract("8.1")],
    steps: [step("plus", "repair.plus", change: "20", after: "140.50", "a fixed sum for the trouble")])
  let delay = line(
    "late_penalty", "Penalty for late delivery", as: .penalty, by: .voucher, .reduced, claimed: "12_345_678.90",
    assessed: "11_000_000", payable: "10_000_000.05", "9 days late", [contract("9.1")],
    steps: [
      step("at most", "late_penalty.at_most", change: "-999_999.95", after: "10_000_000.05", "the penalty has an end")
    ])
  let barred = line(
    "loss", "Economic loss", .denied, claimed: "4_000", assessed: "4_000", payable: "0", branch: "late_notice.1",
    "damage was notified 9 days after delivery; the limit is 7 days", [contract("12.1")],
    bars: [
      Line.Bar(
        bar: named("late_notice", "Notified too late"), branch: "late_notice.1",
        reason: "damage was notified 9 days after delivery; the limit is 7 days", citations: [contract("12.1")]),
      Line.Bar(
        bar: named("late_notice", "Notified too late"), branch: "late_notice.2",
        reason: "the notice was not in writing", citations: [contract("12.2")]),
      Line.Bar(
        bar: named("force_majeure", "Force majeure"), branch: "force_majeure",
        reason: "nobody answers for an event that could be neither foreseen nor averted",
        citations: [civilCode("832")]),
    ])
  let apology = line(
    "apology", "Letter of apology", by: nil, .granted, "the driver was rude", isApology: true)
  let right = line(
    "end_contract", "Right to withdraw", by: nil, .granted, "the delivery is 30 days late", [civilCode("563")],
    right: "the customer may end the contract")
  let freight = line(
    "freight", "Freight back to the shipper", as: .refund, to: named("shipper", "the shipper"), .granted,
    assessed: "300", payable: "300", "freight is not earned on goods that are lost", [civilCode("835")])
  let others = line(
    "contribution", "Contribution of Hai Tong Insurance", by: .cash, to: customer, .granted, assessed: "2_000",
    payable: "2_000", "the insurer's part of the general average", owedBy: "Hai Tong Insurance")
  var result = quote(
    "workings",
    [
      proposal(
        [repair, second, others, delay, barred, apology, right, freight],
        totals(
          claimed: "12_349_678.90", cash: "6_740.50", inKind: "10_000_000.05", payable: "10_006_740.55",
          recovered: "1_000", net: "10_005_740.55"))
    ])
  result.date = nil
  result.proposals[0].notes = [
    Proposal.Remark(
      name: "photos", label: "Ask for photographs of the packing", reason: nil, citations: [], isUncertain: false),
    Proposal.Remark(
      name: "recourse", label: nil, reason: "the packer bears a part", citations: [contract("4")],
      isUncertain: true),
  ]
  return result
}()

/// What is certain stands, what is not waits.
let pending: Quote = {
  let estimate = Need(
    fact: "lots[1].repair_cost", label: "estimate for making them saleable again",
    provedBy: "a quotation of a workshop, photographs")
  let weight = Need(fact: "gross_weight", label: nil, provedBy: nil)
  let goods = line(
    "replacement", "Goods beyond repair", by: .reshipment, .granted, claimed: "81_000", assessed: "81_000",
    payable: "81_000", "goods worth 81,000.00 CNY are beyond repair and are sent again")
  var repair = line(
    "repair", "Repair", .pending, claimed: "3_000", range: ("0", "4_000"), needs: [estimate, weight],
    because: [
      fact("lots[1].repair_cost", "(not stated)", .unknown, label: "estimate for making them saleable again"),
      fact("lots[1].value", "9,000.00 CNY", label: "invoice value"),
    ])
  repair.branches = []
  var survey = line(
    "survey", "Survey", as: .costs, .pending, range: ("150", nil), needs: [weight])
  survey.branches = []
  var storage = line("storage", "Storage", as: .costs, .pending, range: ("80", "80"), needs: [weight])
  storage.branches = []
  var open = line("open", "Wages", .pending, range: (nil, nil), needs: [weight])
  open.branches = []
  var result = quote(
    "pending",
    [
      proposal(
        [goods, repair, survey, storage, open],
        totals(complete: false, claimed: "84_000", inKind: "81_000", payable: "81_000"))
    ])
  result.proposals[0].approvals = [
    Proposal.Remark(
      name: "legal", label: "Legal department", reason: "more than 80,000.00 CNY", citations: [contract("15")],
      isUncertain: false),
    Proposal.Remark(
      name: "finance", label: nil, reason: "more than 84,000.00 CNY", citations: [], isUncertain: true),
  ]
  result.proposals[0].deadlines = [
    Proposal.Deadline(
      name: "first_reply", label: "First reply", at: "2026-03-05T10:00", needs: [],
      reason: "small delays go the short way", citations: [contract("14.2")]),
    Proposal.Deadline(
      name: "appeal", label: nil, at: nil,
      needs: [Need(fact: "answered_on", label: "day of our answer", provedBy: "the delivery receipt")], reason: nil,
      citations: []),
  ]
  result.unknown = [
    Quote.Unknown(
      fact: "lots[1].repair_cost", label: "estimate for making them saleable again",
      provedBy: "a quotation of a workshop, photographs", affects: ["repair", "finance"]),
    Quote.Unknown(fact: "gross_weight", label: nil, provedBy: nil, affects: []),
  ]
  return result
}()

/// Labels, reasons and names in Chinese.
let chinese: Quote = {
  let clause = Citation(source: "运输合同", sourceLabel: "货物运输合同", place: "7.3", text: "装卸由托运人负责。")
  let seller = named("托运人", "托运人")
  let choice = Proposal.ChoiceTaken(
    choice: named("误送处理", "误送货物的处理"), option: named("补发", "补发正确的货物"), chooser: seller, isSettled: true,
    isPreferred: false, reason: nil)
  let damage = line(
    "货损", "货损", to: seller, .denied, claimed: "20_000", assessed: "10_000", payable: "0", branch: "责任划分.自行卸货",
    "卸货由客户自己的员工完成", [clause],
    steps: [
      step(
        "borne by", "责任划分", branch: "责任划分.自行卸货", change: "-10_000", after: "0", "卸货由客户自己的员工完成，损坏发生在卸货过程中，与承运人的包装和运输无关",
        [clause],
        shares: [(named("承运人", "承运人"), "0", "0%"), (seller, "10_000", "100%")])
    ])
  let repair = line(
    "整理费", "整理费", as: .goodwill, to: seller, .granted, assessed: "2_000", payable: "2_000",
    "损坏并非我方造成，但我方比约定时间早到2小时，因此愿意承担可整理货物的整理费用；这笔款项不表示承认责任，仅出于双方的长期合作关系而支付", [clause])
  let long = line(
    "主要产品", "因促销赠品送错而造成的主要产品销售损失以及由此产生的其他间接损失", as: .consequential, to: seller, .denied,
    claimed: "50_000", payable: "0", "合同没有约定货物的用途")
  var result = quote(
    "赠品误送", label: "促销赠品送错、部分损坏", policy: "误送赔付",
    [
      Proposal(
        choices: [choice], isPreferred: true, lines: [damage, repair, long], adjustments: [], waived: [], recourse: [],
        figures: [], totals: totals(claimed: "70_000", cash: "2_000", payable: "2_000"), authorities: [], approvals: [],
        deadlines: [], notes: [])
    ])
  result.claimant = seller
  result.assumed = [Quote.Assumption(fact: "运费", label: "已付运费", value: "0.00 CNY")]
  return result
}()

/// A limit over several heads, one of them of others, recourse, a figure, a discretion and who may decide.
let limited: Quote = {
  let repair = line(
    "repair", "Repair", .granted, assessed: "600", payable: "600", "the carrier answers for it", [contract("8.1")])
  let goods = line(
    "goods", "Goods sent again", by: .reshipment, .granted, assessed: "300", payable: "300", "they are beyond repair")
  let goodwill = line(
    "gesture", "A gesture", as: .goodwill, .proposed, assessed: "200", payable: "200", "a good customer",
    discretion: ("0", "5_000"))
  let others = line(
    "contribution", "Contribution of Hai Tong Insurance", .granted, assessed: "100", payable: "100",
    "the insurer's part", owedBy: "Hai Tong Insurance")
  let limit = named("carriage_limit", "Limit of the carrier's liability")
  let cut = adjustment(
    limit, "at most", "-90", "8.33 units of account for each kilogram", [contract("23.3")],
    spread: [("repair", 1, "-60"), ("goods", 1, "-30"), ("contribution", 1, "-10")], cutsInKind: true,
    because: [fact("gross_weight", "120 kg", label: "gross weight")])
  let excess = adjustment(
    named("excess"), element: "passengers[2]", "less", "-50", nil, spread: [("repair", 1, "-50")])
  let recourse = Proposal.Recourse(
    name: "packing_fault", label: "Recourse against the packer", from: named("packer", "the packer"),
    amount: amount("150"), range: nil, branch: "packing_fault", reason: "the packer guaranteed the packing",
    citations: [contract("4")],
    steps: [step("at most", "packing_fault.at_most", change: "-30", after: "150", "its guarantee ends there")],
    waived: [], needs: [], because: [])
  let open = Proposal.Recourse(
    name: "port", label: "Recourse against the port", from: named("port"), amount: nil,
    range: Line.Span(low: amount("0"), high: amount("40")), branch: nil, reason: nil, citations: [], steps: [],
    waived: [], needs: [Need(fact: "port_fault", label: nil, provedBy: "a report")], because: [])
  let fee = Proposal.Figure(
    name: "cover_fee", label: "Fee for the extra cover", number: amount("12.5"),
    type: .quantity(Unit.currency("CNY") ?? .number), value: "12.50 CNY", branch: "cover_fee",
    reason: "1% of the value", citations: [], needs: [], because: [])
  let openFee = Proposal.Figure(
    name: "other_fee", label: nil, number: nil, type: .quantity(.number), value: "(not stated)", branch: nil,
    reason: nil, citations: [], needs: [Need(fact: "price", label: "the price", provedBy: nil)], because: [])
  return quote(
    "limited",
    [
      proposal(
        [repair, goods, goodwill, others],
        totals(
          complete: false, cash: "690", inKind: "270", payable: "960", recovered: "150", net: "810"),
        adjustments: [cut, excess], recourse: [recourse, open], figures: [fee, openFee],
        authorities: [
          Proposal.Remark(
            name: "manager", label: "the team manager", reason: nil, citations: [], isUncertain: true)
        ])
    ])
}()

/// Wilful misconduct lifts a step of a line, of a limit and of recourse, between steps and limits that act.
let lifted: Quote = {
  let wilful = "no limit protects wilful misconduct"
  let goods = line(
    "goods", "Goods lost", .reduced, assessed: "1_200", payable: "950", "the goods were worth 1,200.00 CNY",
    [contract("8.1")],
    steps: [
      step("less", "goods.less", change: "-200", after: "1_000", "the salvage is yours"),
      step("rounded", "goods.rounded", change: "-50", after: "950"),
    ],
    waived: [
      waiver("at most", "goods.at_most", by: "wilful", wilful, [contract("29")], at: 1),
      waiver("borne by", "goods.borne_by", by: "whole", at: 2),
    ])
  let small = named("small_sums")
  let limit = named("carriage_limit", "Limit of the carrier's liability")
  let excess = adjustment(named("excess"), "less", "-50", "the first 50 are yours", spread: [("goods", 1, "-50")])
  let recourse = Proposal.Recourse(
    name: "packing_fault", label: "Recourse against the packer", from: named("packer", "the packer"),
    amount: amount("90"), range: nil, branch: "packing_fault", reason: "the packer guaranteed the packing",
    citations: [], steps: [], waived: [waiver("at most", "packing_fault.at_most", by: "wilful", wilful)], needs: [],
    because: [])
  return quote(
    "lifted",
    [
      proposal(
        [goods], totals(cash: "900", payable: "900", recovered: "90", net: "810"), adjustments: [excess],
        waived: [
          Proposal.LimitWaiver(
            limit: small, element: "lots[2]", waiver: waiver("nothing under", "small_sums.nothing_under", by: "fair")),
          Proposal.LimitWaiver(
            limit: limit, element: nil,
            waiver: waiver("at most", "carriage_limit.at_most", by: "wilful", wilful, [contract("29")], at: 1)),
          Proposal.LimitWaiver(
            limit: limit, element: nil,
            waiver: waiver("less", "carriage_limit.less", by: "wilful", wilful, [civilCode("832")], at: 1)),
        ], recourse: [recourse])
    ])
}()

/// A currency without a minor unit.
let yen: Quote = {
  let fare = line(
    "fare", "Fare", as: .refund, .granted, claimed: "12_000", assessed: "12_000", payable: "12_000",
    "the train was 2 hours late")
  var result = quote(
    "yen", currency: "JPY", [proposal([fare], totals(claimed: "12_000", cash: "12_000", payable: "12_000"))])
  result.edition = nil
  return result
}()

/// No head of claim arises.
let empty = quote("empty", [proposal([], totals(payable: "0"))])
