# What the bot says of itself. Answers are not here: their words are in bot/data/wording.toml.

no-token = 没有设置 TELEGRAM_BOT_TOKEN：在 Telegram 里向 @BotFather 发送 /newbot，把得到的令牌设为环境变量 TELEGRAM_BOT_TOKEN，再运行 dafu serve。
setting-one-of = { $setting } 只能是 { $limit } 之一。
setting-number = { $setting } 要写整数。
setting-yes-no = { $setting } 只能是 1 或 0。
setting-at-least = { $setting } 不能小于 { $limit }。
setting-at-most = { $setting } 不能大于 { $limit }。
setting-address = { $setting } 要写完整的地址，以 { $limit } 开头。
setting-port = { $setting } 里要有 1 到 65535 的端口，例如 http://127.0.0.1:1080。
setting-home = TELEGRAM_JOURNAL 没有设置，默认的位置 { $place } 又不能用（{ $why }），请指定一个。
no-journal = TELEGRAM_JOURNAL：{ $place } 打不开（{ $why }）。
no-journal-address = 不是数据库的地址
reach-lost = 连不上 Telegram（{ $place }）：{ $why }。会一直再试。
reach-proxy = ，经代理 { $proxy }
reach-found = 又连上 Telegram 了，中断了 { $seconds } 秒。
token-rejected = Telegram 不认 TELEGRAM_BOT_TOKEN：请到 @BotFather 用 /mybots 查看或换一个令牌。
cannot-listen = { $setting }：端口 { $port } 不能用（{ $why }），请换一个，或停掉占用它的程序。
cannot-certify = TELEGRAM_WEBHOOK_CERT 或 TELEGRAM_WEBHOOK_KEY 不能用：{ $why }

# The first lines on the terminal.
opening-bot = 机器人：@{ $bot }，{ $way }
opening-polling = 长轮询
opening-webhook = Webhook { $url }
opening-letters = 文件：{ $count } 份
opening-all = 谁能提问：所有人（用 TELEGRAM_ALLOWED 或 TELEGRAM_PAIRING 限制）
opening-some = 谁能提问：管理员{ $who }
opening-listed = 、TELEGRAM_ALLOWED 里的 { $ids }
opening-paired = 、管理员用 /pair 邀请的人
opening-admins = 管理员：{ $ids }
opening-no-inviters = ⚠️ TELEGRAM_PAIRING 开着，却没有管理员能用 /pair 邀请人：请用 TELEGRAM_ADMINS 指定
opening-no-admins = 管理员：没有（用 TELEGRAM_ADMINS 指定）
opening-journal = 记录：{ $place }

start =
    您好！我从政府答复函和公报里查数字、原因和计划，每个答案都附原句和出处；文件里没有的会直说没有。
start-examples = 直接发问题就行，比如：
start-bare = 直接发问题就行。
help =
    直接发问题，例如“工业增加值多少”“为什么下降”“哪个产业增速最快”。半小时内可以接着追问，/new 重新开始。改一改发出的问题，答案会跟着改。

    /letters 收录的文件，/letters 教育 按名称查找
    /figures 主要数字一览
    /chart 图表
    /follow 有新文件时告诉我
    /privacy 保存什么、谁能看到
    /forget 删除我的全部记录

    在群里用 /ask 加问题，或回复我的消息；在任何聊天里输入我的名字加问题也能查。
help-group = 在群里这样问我：/ask 加问题，或者回复我的消息，也可以 @{ $bot } 加问题。别的话我不理会。
group-reads-all = 本群：我能看到全部消息（隐私模式已关），提到我就能问。
group-reads-some = 本群：隐私模式开着，只收得到命令和对我的回复。要让“@我 加问题”一定有效，请管理员在 @BotFather 用 /setprivacy 关掉隐私模式，再把我移出群重新加入。
only-text = 我只看得懂文字，请把问题打出来发给我 🙂
unknown-command = 没有这个命令，发 /help 看看能做什么。
ask-what = 请在 /ask 后面写上问题，例如：/ask 工业增加值多少
failed = 抱歉，这次没能答上来，请稍后再问一次。
given-up = 抱歉，这个问题让我接连出错，没能答上来。请换个说法再问。
new = 好的，重新开始。下一个问题不再接着前面的。
privacy =
    保存的内容：您的问题、答案、👍👎和原因、关注的词，连同您的 Telegram 编号，只用来接上追问、改进回答。{ $days } 天后自动删除，关注的词到您取消为止。

    谁能看到：运行这个机器人的人和它的管理员（{ $admins } 人）能看到全部问题和答案；群里的问答群成员都看得到。不给别的人，不用于别的目的。

    /forget 立即删除全部。
forgotten = 已删除您的全部问题、评价和文件。

token-posted = ⚠️ 您刚才发的消息里有一个机器人令牌，我已把那条消息删掉。看到令牌的人都能冒用那个机器人：请到 @BotFather 用 /revoke 换一个新的。
token-stays = ⚠️ 刚才有一条消息里有机器人令牌。看到的人都能冒用那个机器人：请删掉那条消息，并到 @BotFather 用 /revoke 换一个新的。
follow-long = 关注的词最多 { $count } 个字。
follow-many = 最多关注 { $count } 个词，请先用 /unfollow 加词去掉一个。
follow-known = 有新文件的标题、地区或单位里有这些词，我会告诉您：{ $words }。/unfollow 加词不再关注。
follow-how = /follow 后面写一个地方或词，例如 /follow 教育：有相关的新文件时我会告诉您。
follow-none = 现在没有关注任何词。
follow-news = 🆕 新收录 { $count } 份您关注的文件：

not-allowed = 这个机器人只供指定的人使用。您的编号是 { $id }，请把它告诉管理员。
too-fast = 问得太快了，请过一分钟再试。

# What stands above an answer for readers of another language.
frame-answer = { "" }
frame-chat = { "" }
frame-choices = { "" }
frame-not-found = { "" }
cutout = 扫描识别，原件第{ $page }页，把握{ $confidence }。似乎是：{ $words }
cutout-doubtful = ⚠️ 扫描识别，原件第{ $page }页，把握{ $confidence }，有数字没有看清，请以图为准。似乎是：{ $words }
working = 推算：
day = { $year }年{ $month }月{ $day }日
pages = 第{ $pages }页

# Buttons.
button-more = 更多 ▼
button-copy = 📋 复制
button-original = 原文
button-related = 相关数据
button-chart = 图表
button-table = 数据
button-letters = 其他文件
button-source = 看出处
button-back = ◀ 上一页
button-on = 下一页 ▶
button-confirm = ✅ 确认
button-replace = 🔁 换掉旧的
button-cancel = 取消
button-remove = 🗑 移除
button-pages = 打开网页
button-old = 这个按钮已经过期，请重新提问。
letter-changed = 这份文件后来改过或已移除，请重新提问。
letter-gone = 没有更多了，或这份文件已不在库里。
thanks-good = 谢谢！
thanks-bad = 已记下。哪里不对？请点下面的按钮。
thanks-why = 谢谢，已转给管理员。
wrong-figure = 数字不对
wrong-question = 答非所问
wrong-missing = 原文里有

# Letters.
leaf = 第{ $page }/{ $pages }页
related-title = 相关数据
mark-target = （目标）
letters-title = 收录文件 { $count } 份（第{ $page }/{ $pages }页），点开看详情：
letters-all = 收录文件 { $count } 份，点开看详情：
letters-not = 没有标题、文号、单位或地区里带“{ $words }”的文件。
letters-said = 名称里没有“{ $words }”，文中提到的有 { $count } 份，点开看详情：
letters-found = “{ $words }”：{ $count } 份，点开看详情：
letters-said-many = 名称里没有“{ $words }”，文中提到的有 { $count } 份，只列最新的 { $shown } 份：
letters-many = “{ $words }”：{ $count } 份，只列最新的 { $shown } 份，再加一个词可以缩小范围：
letters-none = 还没有收录文件。
letter-counts = { $passages } 句，{ $figures } 个数字，{ $remarks } 处存疑
table-title = { $period } 主要数字
table-none = 这份文件里没有成表的数字。
charts-title = 点一个看图：
charts-none = 这份文件的数字画不成图，看看其他文件：
inline-none = 文件里没有，点这里问机器人

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

# Administrators.
update-failed = 没能重新读取文件库，原因见日志；先前的文件仍可查。
progress-file = ⏳ 正在读“{ $file }”……已 { $seconds } 秒
progress-letters = ⏳ 读到第 { $done }/{ $of } 份……
progress-pages = ⏳ 正在识别“{ $file }”：第 { $done }/{ $of } 页……
photo-name = 照片 { $time }
photo-none = 第 { $place } 个文件不是图片，或已损坏。
progress-begun = ⏳ 正在更新文件库……已 { $seconds } 秒
upload-large = 文件太大，最多 { $megabytes } MB。
upload-failed = 这个文件读不出来：太复杂、太大或者已损坏。
upload-confirm = 加入文件库吗？
upload-added = 已加入。现在共有 { $count } 份文件。
upload-same = 已有：这份文件与库里的“{ $letter }”内容相同，没有再添加。
upload-taken = 已有同名文件“{ $letter }”，内容不同。要用新的换掉它吗？不换，旧的保持不变。
upload-replaced = 已换成新的。现在共有 { $count } 份文件。
upload-dropped = 没有加入。
finding-number = 文号：
finding-issuer = 发文单位：
finding-place = 地区：
finding-date = 日期：
finding-doubtful = 划线的 { $count } 个数字没有看清，不会用来回答。
finding-none = （没有找到）
remove-which = /remove 后面写文件编号，现有：
removed = 已移除。
reloaded = 已重新读取，共 { $count } 份文件。
pair = 把这个链接发给要加入的人，一天内有效，只能用一次：{ $link }
stats =
    提问 { $questions }，答出 { $answered }，没有答案 { $refused }，{ $people } 人
    👍 { $good }　👎 { $bad }　最慢 { $slowest } 毫秒
stats-wrong = 👎 的原因：
stats-slowest = 最慢的问题：
stats-unanswered = 常问而没有答案的：

# Web pages.
web-name = 答复 · 查政府文件里的数字
web-short-name = 答复
web-opening = 网页：{ $url }
web-readers = 谁能看：{ $who }
web-readers-here = 本机
web-readers-anyone = 能连到这个地址的所有人
web-readers-phrase = 知道口令的人（DAFU_WEB_PASSPHRASE）
web-readers-telegram = 能向机器人提问的人（Telegram 登录）
web-closed-to-all = { $host } 是别人也能连到的地址：请设置口令 DAFU_WEB_PASSPHRASE（或用 DAFU_WEB_URL 和 TELEGRAM_BOT_TOKEN 让机器人的用户登录）；真要让所有人看，就加 --anyone。
web-skip = 跳到正文
web-pages = 页面
web-settings = 设置
web-nav-ask = 提问
web-nav-letters = 文件
web-language = 语言
web-size = 字号
web-size-normal = 标准
web-size-large = 大字
web-logout = 退出登录
web-label = 您的问题
web-placeholder = 想查什么？
web-send = 发送
web-clear = 清空
web-answers = 问答
web-examples = 例子
web-offers = 接着问
web-waiting = 正在查…
web-offline = 没有连上服务器，问题还在输入框里，请稍后再发一次。
web-copy = 复制
web-copied = 已复制
web-close = 关闭
web-official = 官方网页
web-good = 有用
web-bad = 没用
web-letters-title = 收录文件 { $count } 份
web-letters-found = “{ $words }”：{ $count } 份
web-letters-said = 名称里没有“{ $words }”，下面的文件在文中提到。
web-find-letters = 按标题、文号、地方查找
web-find-figures = 按指标、地方、时间筛选
web-find = 查找
web-all = 全部
web-none = 没有写明
web-paging = 翻页
web-outline = 目录
web-table = 表格
web-figure = 数字
web-figures = 数字表
web-figures-title = 数字 { $count } 个
web-charts-none = 这些数字画不成图。
web-scanned-page = 原件第{ $page }页（扫描件）
web-no-picture = 原件的图片不在这台机器上。
web-sentence = 看原句
web-check = 核对
web-no-remark = 没有发现与文中其他数字矛盾
web-column-name = 指标
web-column-value = 数字
web-column-period = 期间
web-column-measure = 性质
web-column-status = 实绩或目标
web-column-place = 地方
web-column-remark = 存疑
web-measure-level = 数值
web-measure-growth = 增速
web-measure-change = 增减
web-measure-share = 占比
web-measure-rank = 位次
web-measure-gap = 差距
web-measure-contribution = 贡献
web-measure-ratio = 比例
web-measure-multiple = 倍数
web-status-result = 实绩
web-status-target = 目标
web-login = 请先登录
web-login-telegram = 用 Telegram 登录
web-login-first = 请先登录，再问一次。
web-passphrase = 口令
web-enter = 进入
web-wrong = 口令不对，请再试一次。
web-telegram-again = Telegram 的登录信息不对或已过期，请回到 Telegram 重新打开。
web-privacy-title = 保存什么
web-privacy =
    保存的内容：您的问题、答案、有用或没用，连同这个浏览器的随机编号（从 Telegram 登录的，是您的 Telegram 编号），只用来改进回答，{ $days } 天后自动删除。

    谁能看到：运行这项服务的人和机器人的管理员能看到全部问题和答案。不给别的人，不用于别的目的。

    页面上的问答记录只存在您的浏览器里，按“清空”就没有了。
web-forget = 删除我的全部记录
web-forgotten = 已删除您的全部问题和评价。
web-ask-nothing = 请先写上问题。
web-not-found = 没有这个页面。
web-too-large = 发来的内容太大。
web-too-long = 问题太长，最多 { $longest } 个字。
web-bad-request = 这个请求看不懂。
web-bad-host = 这个地址不能从这里打开。
web-bad-origin = 这个请求不是从本站的页面发出的。
web-journal = 记录暂时写不进去，请稍后再试。
web-api-login = 需要口令：Authorization: Bearer 加口令。
web-api-json = 请求应为 JSON 对象：question 是问题，history 是先前的问题（可省略）。
web-api-question = 缺少问题：question（或 q）应为不空的文字。
web-api-history = history 应为文字的列表。
web-api-range = offset 和 limit 应为整数。

# Command menus.
command-start = 开始
command-help = 怎么用
command-ask = 提问：/ask 工业增加值多少
command-letters = 收录的文件
command-figures = 主要数字一览
command-chart = 图表
command-new = 重新开始，不接着前面的问题
command-follow = 有新文件时告诉我：/follow 教育
command-privacy = 保存什么、保存多久
command-forget = 删除我的全部记录
command-stats = 统计
command-export = 导出全部问答（CSV）
command-remove = 移除文件
command-reload = 重新读取文件库
command-pair = 邀请一个人
description =
    我从政府答复函和公报里查数字、原因和计划，每个答案都附原句和出处。
description-examples = 比如：
short-description = 查政府答复函里的数字，附原句和出处
