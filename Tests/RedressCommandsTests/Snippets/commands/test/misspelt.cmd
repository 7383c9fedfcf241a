redress test drafts/misspelt.case
