redress quote lifts/stolen.case --rules lifts --format json
