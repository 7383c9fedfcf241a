redress quote
