redress help check
