redress check late_delivery
