redress quote fixtures/late_delivery.case --choose way=credit --choose way=replacement
