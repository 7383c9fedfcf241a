redress quote drafts/misspelt.case
