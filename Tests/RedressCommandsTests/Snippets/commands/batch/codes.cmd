redress batch late_delivery drafts/cases.ndjson
