redress test --rules broken fixtures
