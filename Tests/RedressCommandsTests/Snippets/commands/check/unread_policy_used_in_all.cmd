redress check --rules unread_used
