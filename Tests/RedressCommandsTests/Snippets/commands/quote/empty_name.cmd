redress quote ''
