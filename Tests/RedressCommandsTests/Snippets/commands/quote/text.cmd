redress quote fixtures/late_delivery.json
