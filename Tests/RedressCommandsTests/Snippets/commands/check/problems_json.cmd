redress check drafts/mistakes.redress --format json
