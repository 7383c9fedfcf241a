redress batch late_delivery drafts/broken_lines.ndjson
