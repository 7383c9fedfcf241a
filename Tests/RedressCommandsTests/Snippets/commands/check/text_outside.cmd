redress check drafts/text_outside.redress
