redress test drafts/slip_in_expect.case
