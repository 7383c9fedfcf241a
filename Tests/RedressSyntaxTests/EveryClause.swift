/// Every declaration and clause once.
let everyClausePolicy = """
  policy p "P" zh "政策" currency of the case dated by d in force from 2026-01-01 until 2026-12-31 rounding half even use common
  source s "S" in "s.md"
  party us_all "we" is us
  unit pallet = 800 kg
  kind Tier is basic "b" < item < gold
  calendar china weekend saturday, sunday holiday 2026-10-01 to 2026-10-07, 2027-01-01 workday 2026-10-10
  record R "r"
    a : whole days from 0 days to 5 days "x" default 2 days
    for : list of Q
  fact a : XDR per kg above 0 "x" default 1 + 2 proved by "p" private optional
  detail w : text "W" private
  require a < b and not (c or d) because "x {a - b}" citing s "1", t "2"
  define f(x : R, n : number up to 5) "F" : money is 10% of x.a because "y" leaving out "q" because "r"
    from 2024-12-28 is 26 XDR per kg dated by e
    except g: 2 * otherwise when n > 5 overriding h, i because "z"
    at most largest of (1 CNY, 2 CNY) when a because "c" except w: waived when b overriding all because "d"
  figure fee "Fee" : money is rate on a.b + accrued r from a to b over 360
  split s "S" is in proportion carrier a, packer rest because "x"
  item i "I {a}" as penalty for each l in ls where l.a = any of (b, c) largest first by l.b when any x in y where z
    payee p owed by "o" pay 2 CNY for every 2 days of late, part in proportion by credit discretion 0 to 5 because "x"
    except e: give right "r" when f because "g" except h: share a in proportion to position of l when i because "j"
    less 20% of it because "a" nothing under 5 CNY because "b" nothing up to 2 CNY because "c" borne by s
    rounded half up to 0.01 CNY because "d"
  bar b "B" on all, compensation when x > 7 days after y because "z" except q: waived when r because "s"
  choice c "C" for p when a option x "X" option y prefer cheapest because "z"
  deadline d "D" is 2 business days before r in china except e: 1 hour after t when u because "v"
  approval m when total of goodwill > 0 because "w"
  note n "N" when whole months from a to b >= count l in ls
  always total_payable <= (sum of l.a for each l in ls) reduced by business days from a to b in china because "x"
  limit z "Z" on all for each x in y.z only the largest because "x"
  lift l "L" on z, i.less when intent because "x"
  apply z then y because "x"
  recover r "R" on i from p 30% when a because "x" except e: 5% when b because "y" at most 5 CNY because "z"
  table t of a : days from 0 to 9, b : Tier gives percent
    from 2024-01-01
    | a | b | gives |
    | 0 to 2 | any | 5% | citing c "1"
    | above 2 | gold, basic | refused |
    from 2025-01-01
    | a | b | gives |
    | from 2 to under 3 | up to gold | 5% of x | because "y"
    otherwise 2% because "z"
  table u of a : days gives percent in "u.csv"
  tiers v of a : money gives money
    | up to 5 | 1% |
    | above | 2% | because "x"
  authority of total_cash
    | agent "A" | up to 500 CNY |
    | finance | any | because "x"
  """
