/// A case of the policy `misdelivery`, as another system would send it.
let wrongGoods = """
  {
    "case": "promotional_gifts",
    "policy": "misdelivery",
    "claimed": { "damage": "20_000 CNY", "lost_sales": "50_000 CNY" },
    "given": {
      "agreed_at": "2026-03-05 14:00", "delivered_at": "2026-03-05 12:00", "received_at": "2026-03-06 09:00",
      "cause": "unloading", "unloaded_by": "customers",
      "lost_value": "10_000 CNY", "reconditioning_cost": "2_000 CNY", "wrong_value": "1_000 CNY",
      "lost_profit": "50_000 CNY", "use_stated": false, "reconditioning_by": "cash"
    }
  }
  """
