redress batch late_delivry drafts/cases.ndjson
