redress
