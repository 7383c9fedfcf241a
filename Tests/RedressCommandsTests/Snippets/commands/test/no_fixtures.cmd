redress test rules
