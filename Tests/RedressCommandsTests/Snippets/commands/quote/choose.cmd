redress quote fixtures/late_delivery.json --choose way=credit
