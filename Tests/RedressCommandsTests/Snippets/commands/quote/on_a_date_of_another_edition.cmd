redress quote editions/delivered_late.case --rules editions --on 2026-08-01
