redress schema late_delivry
