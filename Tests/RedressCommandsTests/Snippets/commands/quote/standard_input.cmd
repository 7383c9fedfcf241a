redress quote -
