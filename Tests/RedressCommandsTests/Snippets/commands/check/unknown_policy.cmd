redress check late_delivry
