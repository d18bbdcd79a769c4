# What the bot says of itself, for people whose Telegram speaks English. Answers stay Chinese, like the letters.

no-token = TELEGRAM_BOT_TOKEN is not set: send /newbot to @BotFather on Telegram, put the token you get into the environment variable TELEGRAM_BOT_TOKEN, and run dafu serve again.

start =
    Hello! I look up figures, reasons and plans in Chinese government letters and bulletins. Every answer comes with its sentence and source, and I say so when the letters do not say.

    Just send a question in Chinese, for example:
help =
    Send a question in Chinese, such as 电子信息产业产值多少 or 为什么下降. You can ask on from there.

    In groups use /ask with a question, or reply to one of my messages. Edit a question, and its answer changes too.
only-text = I only understand text. Please type your question 🙂
unknown-command = There is no such command. /help tells what I can do.
ask-what = Please write the question after /ask, for example: /ask 电子信息产业产值多少
failed = Sorry, that did not work. Please ask again in a moment.

working = Worked out:
day = { $year }-{ $month }-{ $day }
