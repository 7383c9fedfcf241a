redress test drafts/unread_policy.case --rules unread
