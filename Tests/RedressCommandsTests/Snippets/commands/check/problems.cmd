redress check drafts/mistakes.redress
