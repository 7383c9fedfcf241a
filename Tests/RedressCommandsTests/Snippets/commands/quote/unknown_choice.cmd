redress quote fixtures/late_delivery.json --choose weg=credit
