redress help qoute
