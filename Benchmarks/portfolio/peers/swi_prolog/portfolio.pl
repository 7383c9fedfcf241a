% The rules over whole cents. Each has a name, and overrides/2 says which defeats which: a rule holds when it applies
% and none that applies defeats it.
:- module(portfolio, [proposal/2]).

half_up(Numerator, Denominator, Result) :- Result is (2 * Numerator + Denominator) // (2 * Denominator).

% When a rule applies: rule(Name, Case, Line).
rule(wrong_item_reship, _, L) :- L.type == "wrong-item", L.reship == true.
rule(wrong_item_deduct, _, L) :- L.type == "wrong-item", L.reship == false.
rule(purpose_not_stated, _, L) :- L.type == "consequential", L.purpose_stated == false.
rule(no_share, C, L) :- C.share =:= 0, L.type \== "wrong-item".
rule(repair_above_value, _, L) :- L.type == "damage-repairable", L.repair_cost > L.value.
rule(repair, _, L) :- L.type == "damage-repairable".
rule(destroyed_in_kind, _, L) :- L.type == "damage-destroyed", L.reship == true.
rule(destroyed_cash, _, L) :- L.type == "damage-destroyed", L.reship == false.
rule(delay_capped, _, L) :- L.type == "delay", L.days > 40.
rule(delay, _, L) :- L.type == "delay".
rule(consequential, _, L) :- L.type == "consequential".

overrides(purpose_not_stated, no_share).
overrides(purpose_not_stated, consequential).
overrides(no_share, repair_above_value).
overrides(no_share, repair).
overrides(no_share, destroyed_in_kind).
overrides(no_share, destroyed_cash).
overrides(no_share, delay_capped).
overrides(no_share, delay).
overrides(no_share, consequential).
overrides(repair_above_value, repair).
overrides(delay_capped, delay).

holds(Name, C, L) :- rule(Name, C, L), \+ ( overrides(Stronger, Name), rule(Stronger, C, L) ).

% What it awards: award(Rule, Case, Line, Decision, Cash, InKind, Reason).
award(wrong_item_reship, _, L, "in-kind", Cash, Value, "wrong item reshipped in kind, contract penalty in cash") :-
    Value = L.value, half_up(Value * L.penalty_percent, 100, Cash).
award(wrong_item_deduct, _, L, "paid", Cash, 0, "price of wrong item deducted plus contract penalty") :-
    half_up(L.value * (100 + L.penalty_percent), 100, Cash).
award(purpose_not_stated, _, _, "denied", 0, 0, "purpose of goods not stated in contract").
award(no_share, _, _, "denied", 0, 0, "carrier bears no share of the cause").
award(repair_above_value, C, L, "paid", Cash, 0, "repair costs more than the goods: value x carrier share") :-
    half_up(L.value * C.share, 100, Cash).
award(repair, C, L, "paid", Cash, 0, "repair cost x carrier share") :- half_up(L.repair_cost * C.share, 100, Cash).
award(destroyed_in_kind, C, L, "in-kind", 0, InKind, "destroyed goods reshipped in kind x carrier share") :-
    half_up(L.value * C.share, 100, InKind).
award(destroyed_cash, C, L, "paid", Cash, 0, "value of destroyed goods x carrier share") :-
    half_up(L.value * C.share, 100, Cash).
award(delay_capped, C, L, "paid", Cash, 0, "daily penalty capped at 20% of value x carrier share") :-
    half_up(L.value * 20 * C.share, 10000, Cash).
award(delay, C, L, "paid", Cash, 0, "daily penalty 0.5% of value x carrier share") :-
    half_up(L.value * 5 * L.days * C.share, 100000, Cash).
award(consequential, C, L, "paid", Cash, 0, "purpose stated in contract: claimed loss x carrier share") :-
    half_up(L.value * C.share, 100, Cash).

judged(C, L, line(L.type, Decision, Cash, InKind, Reason)) :-
    holds(Name, C, L), !, award(Name, C, L, Decision, Cash, InKind, Reason).

cash(line(_, _, Cash, _, _), Cash).
in_kind(line(_, _, _, InKind, _), InKind).

capped(Limit, Total, line(T, D, Cash, K, R), line(T, D, Less, K, R)) :- half_up(Cash * Limit, Total, Less).

% The proposal for a case: proposal(Id, Lines, Capped, Deductible, CashTotal, InKindTotal).
proposal(C, proposal(C.id, Lines, Capped, Deductible, CashTotal, InKindTotal)) :-
    maplist(judged(C), C.lines, Judged),
    maplist(cash, Judged, Before), sum_list(Before, Total),
    Limit is 3 * C.freight,
    (   Total > Limit
    ->  Capped = true, maplist(capped(Limit, Total), Judged, Lines)
    ;   Capped = false, Lines = Judged
    ),
    maplist(cash, Lines, Cash), sum_list(Cash, Sum),
    maplist(in_kind, Lines, InKind), sum_list(InKind, InKindTotal),
    Deductible is min(5000, Sum), CashTotal is Sum - Deductible.
