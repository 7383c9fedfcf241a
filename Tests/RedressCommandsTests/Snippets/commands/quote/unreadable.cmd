redress quote fixtures/late_delivery.case/first
