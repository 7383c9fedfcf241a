redress quote fixtures/late_delivery.case --set cause=traffic --set cause=customs
