redress quote fixtures/late_delivery.case --set 'spoilt=1,000 CNY'
