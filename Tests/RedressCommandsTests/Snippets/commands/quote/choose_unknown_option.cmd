redress quote fixtures/late_delivery.case --choose way=credt
