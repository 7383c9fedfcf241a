redress check --rules rules/late_delivery.redress
