redress check damaged_goods --rules unread
