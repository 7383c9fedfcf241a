redress quote drafts/unread_policy.case --rules unread
