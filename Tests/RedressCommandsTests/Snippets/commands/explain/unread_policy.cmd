redress explain damaged_goods --rules unread
