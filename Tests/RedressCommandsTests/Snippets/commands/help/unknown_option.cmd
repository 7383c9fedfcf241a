redress quote fixtures/late_delivery.case --wide
