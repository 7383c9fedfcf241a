redress quote drafts/refused.case
