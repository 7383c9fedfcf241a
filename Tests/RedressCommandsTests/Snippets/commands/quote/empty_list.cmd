redress quote drafts/empty.json
