redress batch late_delivery drafts/missing.ndjson
