redress explain R0602
