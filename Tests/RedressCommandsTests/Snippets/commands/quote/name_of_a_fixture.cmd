redress quote too_early
