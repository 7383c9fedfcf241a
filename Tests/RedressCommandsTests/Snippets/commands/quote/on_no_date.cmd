redress quote fixtures/late_delivery.case --on 05.03.2026
