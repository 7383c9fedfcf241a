redress quote drafts/empty.case
