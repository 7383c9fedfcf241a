redress help nosuch
