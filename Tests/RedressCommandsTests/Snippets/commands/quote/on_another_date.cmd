redress quote fixtures/late_delivery.json --on 2026-03-04
