# What the bot says of itself, in traditional characters.

no-token = 沒有設置 TELEGRAM_BOT_TOKEN：在 Telegram 裡向 @BotFather 發送 /newbot，把得到的權杖設為環境變數 TELEGRAM_BOT_TOKEN，再執行 dafu serve。

start =
    您好！我從政府答覆函和公報裡查數字、原因和計劃，每個答案都附原句和出處；文件裡沒有的會直說沒有。

    直接發問題就行，比如：
help =
    直接發問題，例如「電子信息產業產值多少」「為什麼下降」「規上工業增加值和產值哪個增速快」。可以接著追問。

    在群裡用 /ask 加問題，或者回覆我的訊息。改一改發出的問題，答案會跟著改。
only-text = 我只看得懂文字，請把問題打出來發給我 🙂
unknown-command = 沒有這個命令，發 /help 看看能做什麼。
ask-what = 請在 /ask 後面寫上問題，例如：/ask 電子信息產業產值多少
failed = 抱歉，這次沒能答上來，請稍後再問一次。

working = 推算：
day = { $year }年{ $month }月{ $day }日
