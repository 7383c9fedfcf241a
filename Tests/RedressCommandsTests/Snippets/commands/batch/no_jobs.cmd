redress batch late_delivery drafts/cases.ndjson --jobs 0
