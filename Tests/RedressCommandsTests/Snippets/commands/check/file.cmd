redress check rules/late_delivery.redress
