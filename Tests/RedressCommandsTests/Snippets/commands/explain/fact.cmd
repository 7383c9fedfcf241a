redress explain late_delivery.spoilt
