redress quote fixtures/late_delivery.case --set 'lots[1.value=3 CNY'
