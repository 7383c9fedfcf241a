redress test drafts/nothing_expected.case
