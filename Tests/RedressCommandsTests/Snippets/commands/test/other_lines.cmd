redress test drafts/other_line.case
