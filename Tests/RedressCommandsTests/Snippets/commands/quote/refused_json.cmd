redress quote drafts/refused.case --format json
