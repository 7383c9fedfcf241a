redress test late_delivery
