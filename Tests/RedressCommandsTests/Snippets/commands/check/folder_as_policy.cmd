redress check rules
