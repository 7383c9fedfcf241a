redress qoute fixtures/late_delivery.case
