redress quote fixtures/late_delivery.case --set agreed_on=2026-03-01 --on 2026-03-02
