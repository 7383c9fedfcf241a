redress quote drafts/other_line.case
