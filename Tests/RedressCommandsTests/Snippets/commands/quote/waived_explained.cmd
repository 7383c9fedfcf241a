redress quote lifts/stolen.case --rules lifts --explain
