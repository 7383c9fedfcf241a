redress check drafts/text_missing.redress
