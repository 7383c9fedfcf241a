redress quote fixtures/late_delivery.json --set cause=own_crew --set 'spoilt=6_000 CNY'
