redress quote fixtures/late_delivry.case
