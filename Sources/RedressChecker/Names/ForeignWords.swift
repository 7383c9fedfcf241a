/// Words that people bring along from elsewhere, with what the language says instead.
enum ForeignWords {
  static let values = ["true": "yes", "false": "no"]

  static let units = [
    "RMB": "CNY", "rmb": "CNY", "yuan": "CNY", "元": "CNY", "人民币": "CNY", "dollar": "USD", "dollars": "USD",
    "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "SDR": "XDR", "percent": "%", "pct": "%",
    "hrs": "hours", "h": "hours", "min": "minutes", "mins": "minutes", "tonne": "t", "tonnes": "t", "ton": "t",
    "tons": "t", "kilogram": "kg", "kilograms": "kg", "kilo": "kg", "kilos": "kg", "gram": "g", "grams": "g",
    "metre": "m", "metres": "m", "meter": "m", "meters": "m", "cbm": "m3",
  ]
}
