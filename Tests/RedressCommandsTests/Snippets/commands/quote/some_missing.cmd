redress quote fixtures/nothing.case fixtures/late_delivery.json
