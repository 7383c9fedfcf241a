redress explain r0699
