redress test drafts/wrong_figures.case
