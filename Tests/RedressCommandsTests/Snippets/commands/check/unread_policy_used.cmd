redress check borrowing --rules unread_used
