redress quote lifts/stolen.case lifts/survey_open.case --rules lifts
