redress schema damaged_goods --rules unread
