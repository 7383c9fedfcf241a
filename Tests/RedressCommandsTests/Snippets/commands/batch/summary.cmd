redress batch late_delivery drafts/mixed.ndjson --summary
