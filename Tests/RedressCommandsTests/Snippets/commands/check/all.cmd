redress check
