% swipl -O run_peer.pl answer FACTS COUNT    answers the first COUNT claims, NDJSON on standard output
% swipl -O run_peer.pl time FACTS COUNT      one JSON object: microseconds of processor time a claim
:- use_module(library(http/json)).
:- use_module(portfolio).
:- initialization(main, main).

main([answer, Facts, CountText]) :-
    atom_number(CountText, Count),
    setup_call_cleanup(open(Facts, read, Stream), answer_lines(Stream, Count), close(Stream)).
main([time, Facts, CountText]) :-
    atom_number(CountText, Count),
    setup_call_cleanup(open(Facts, read, Stream), read_lines(Stream, Count, Texts), close(Stream)),
    maplist(parse, Texts, Cases),
    evaluate_all(Cases),
    microseconds(evaluate_all(Cases), Count, Evaluating),
    microseconds(answer_all(Texts), Count, Answering),
    format('{"evaluate_us":~4f,"json_us":~4f}~n', [Evaluating, Answering]).

answer_lines(_, 0) :- !.
answer_lines(Stream, Count) :-
    read_line_to_string(Stream, Text),
    (   Text == end_of_file
    ->  true
    ;   % The double negation drops what the answer took from the stacks.
        \+ \+ answer(current_output, Text), Left is Count - 1, answer_lines(Stream, Left)
    ).

read_lines(_, 0, []) :- !.
read_lines(Stream, Count, Texts) :-
    read_line_to_string(Stream, Text),
    (   Text == end_of_file -> Texts = []
    ;   Texts = [Text|Rest], Left is Count - 1, read_lines(Stream, Left, Rest)
    ).

answer(Out, Text) :- parse(Text, Case), proposal(Case, Proposal), write_proposal(Out, Proposal).
evaluate_all(Cases) :- forall(member(Case, Cases), proposal(Case, _)).
answer_all(Texts) :-
    setup_call_cleanup(open_null_stream(Out), forall(member(Text, Texts), answer(Out, Text)), close(Out)).

microseconds(Goal, Count, Microseconds) :-
    statistics(process_cputime, Start), call(Goal), statistics(process_cputime, End),
    Microseconds is (End - Start) * 1.0e6 / Count.

parse(Text, Case) :- atom_json_dict(Text, Raw, [value_string_as_atom(false)]), in_cents(Raw, Case).
in_cents(Raw, Case) :-
    cents(Raw.freight, Freight), maplist(line_in_cents, Raw.lines, Lines),
    Case = Raw.put(_{freight: Freight, lines: Lines}).
line_in_cents(Raw, Line) :-
    cents(Raw.value, Value), Valued = Raw.put(value, Value),
    (   get_dict(repair_cost, Valued, Units) -> cents(Units, Cost), Line = Valued.put(repair_cost, Cost)
    ;   Line = Valued
    ).
cents(Units, Cents) :- Cents is integer(Units * 100).

write_proposal(Out, proposal(Id, Lines, Capped, Deductible, Cash, InKind)) :-
    format(Out, '{"id":~d,"lines":[', [Id]), write_lines(Lines, Out),
    format(Out, '],"capped":~w,"deductible":~2d,"cash_total":~2d,"in_kind_total":~2d}~n',
           [Capped, Deductible, Cash, InKind]).
write_lines([], _).
write_lines([line(Type, Decision, Cash, InKind, Reason)|Rest], Out) :-
    format(Out, '{"type":"~s","decision":"~s","cash":~2d,"in_kind":~2d,"reason":"~s"}',
           [Type, Decision, Cash, InKind, Reason]),
    ( Rest == [] -> true ; put_char(Out, ','), write_lines(Rest, Out) ).
