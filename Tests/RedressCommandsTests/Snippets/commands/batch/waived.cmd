redress batch road_carriage lifts/cases.ndjson --rules lifts --reasons codes
