redress quote fixtures/late_delivery.json --set cause
