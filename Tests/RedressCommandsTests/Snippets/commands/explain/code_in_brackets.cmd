redress explain error[R0201]
