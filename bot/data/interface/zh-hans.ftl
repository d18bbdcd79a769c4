# What the bot says of itself. Answers are not here: their words are in bot/data/wording.toml.

no-token = 没有设置 TELEGRAM_BOT_TOKEN：在 Telegram 里向 @BotFather 发送 /newbot，把得到的令牌设为环境变量 TELEGRAM_BOT_TOKEN，再运行 dafu serve。

start =
    您好！我从政府答复函和公报里查数字、原因和计划，每个答案都附原句和出处；文件里没有的会直说没有。

    直接发问题就行，比如：
help =
    直接发问题，例如“电子信息产业产值多少”“为什么下降”“规上工业增加值和产值哪个增速快”。可以接着追问。

    在群里用 /ask 加问题，或者回复我的消息。改一改发出的问题，答案会跟着改。
only-text = 我只看得懂文字，请把问题打出来发给我 🙂
unknown-command = 没有这个命令，发 /help 看看能做什么。
ask-what = 请在 /ask 后面写上问题，例如：/ask 电子信息产业产值多少
failed = 抱歉，这次没能答上来，请稍后再问一次。

working = 推算：
day = { $year }年{ $month }月{ $day }日

# Charts.
chart-peers = { $place } { $period } 各项{ $indicator }
chart-growths = { $place } { $period } { $indicator }增速
chart-shares = { $place } { $period } { $indicator }占比
chart-targets = { $place } 目标与完成
chart-years = { $place } 历年{ $indicator }
chart-source = 来源：{ $letters }
chart-aim = { $period }目标{ $aim }
chart-target-hint = 灰条为目标，彩条为已完成，绿色为已达到
chart-arrows = ▲▼为{ $basis }增减
