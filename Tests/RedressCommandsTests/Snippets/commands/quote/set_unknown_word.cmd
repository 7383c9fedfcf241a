redress quote fixtures/late_delivery.case --set cause=trafic
