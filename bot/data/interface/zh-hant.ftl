# What the bot says of itself, in traditional characters. Example questions stay as the letters write them.

no-token = 沒有設定 TELEGRAM_BOT_TOKEN：在 Telegram 裡向 @BotFather 傳送 /newbot，把得到的權杖設為環境變數 TELEGRAM_BOT_TOKEN，再執行 dafu serve。
setting-one-of = { $setting } 只能是 { $limit } 之一。
setting-number = { $setting } 要寫整數。
setting-yes-no = { $setting } 只能是 1 或 0。
setting-at-least = { $setting } 不能小於 { $limit }。
setting-at-most = { $setting } 不能大於 { $limit }。
setting-address = { $setting } 要寫完整的網址，以 { $limit } 開頭。
setting-port = { $setting } 裡要有 1 到 65535 的連接埠，例如 http://127.0.0.1:1080。
setting-home = TELEGRAM_JOURNAL 沒有設定，預設的位置 { $place } 又不能用（{ $why }），請指定一個。
no-journal = TELEGRAM_JOURNAL：{ $place } 打不開（{ $why }）。
no-journal-address = 不是資料庫的位址
reach-lost = 連不上 Telegram（{ $place }）：{ $why }。會一直再試。
reach-proxy = ，經代理 { $proxy }
reach-found = 又連上 Telegram 了，中斷了 { $seconds } 秒。
token-rejected = Telegram 不認 TELEGRAM_BOT_TOKEN：請到 @BotFather 用 /mybots 查看或換一個權杖。
cannot-listen = { $setting }：連接埠 { $port } 不能用（{ $why }），請換一個，或停掉佔用它的程式。
cannot-certify = TELEGRAM_WEBHOOK_CERT 或 TELEGRAM_WEBHOOK_KEY 不能用：{ $why }

# The first lines on the terminal.
opening-bot = 機器人：@{ $bot }，{ $way }
opening-polling = 長輪詢
opening-webhook = Webhook { $url }
opening-letters = 檔案：{ $count } 份
opening-all = 誰能提問：所有人（用 TELEGRAM_ALLOWED 或 TELEGRAM_PAIRING 限制）
opening-some = 誰能提問：管理員{ $who }
opening-listed = 、TELEGRAM_ALLOWED 裡的 { $ids }
opening-paired = 、管理員用 /pair 邀請的人
opening-admins = 管理員：{ $ids }
opening-no-inviters = ⚠️ TELEGRAM_PAIRING 開著，卻沒有管理員能用 /pair 邀請人：請用 TELEGRAM_ADMINS 指定
opening-no-admins = 管理員：沒有（用 TELEGRAM_ADMINS 指定）
opening-journal = 記錄：{ $place }

start =
    您好！我從政府答覆函和公報裡查數字、原因和計劃，每個答案都附原句和出處；文件裡沒有的會直說沒有。
start-examples = 直接發問題就行，比如：
start-bare = 直接發問題就行。
help =
    直接發問題，例如「工業增加值多少」「為什麼下降」「哪個產業增速最快」。半小時內可以接著追問，/new 重新開始。改一改發出的問題，答案會跟著改。

    /letters 收錄的文件，/letters 教育 按名稱查找
    /figures 主要數字一覽
    /chart 圖表
    /follow 有新文件時告訴我
    /privacy 保存什麼、誰能看到
    /forget 刪除我的全部記錄

    在群裡用 /ask 加問題，或回覆我的訊息；在任何聊天裡輸入我的名字加問題也能查。
help-group = 在群裡這樣問我：/ask 加問題，或者回覆我的訊息，也可以 @{ $bot } 加問題。別的話我不理會。
group-reads-all = 本群：我能看到全部訊息（隱私模式已關），提到我就能問。
group-reads-some = 本群：隱私模式開著，只收得到命令和對我的回覆。要讓「@我 加問題」一定有效，請管理員在 @BotFather 用 /setprivacy 關掉隱私模式，再把我移出群重新加入。
only-text = 我只看得懂文字，請把問題打出來發給我 🙂
unknown-command = 沒有這個命令，發 /help 看看能做什麼。
ask-what = 請在 /ask 後面寫上問題，例如：/ask 工業增加值多少
failed = 抱歉，這次沒能答上來，請稍後再問一次。
given-up = 抱歉，這個問題讓我接連出錯，沒能答上來。請換個說法再問。
new = 好的，重新開始。下一個問題不再接著前面的。
privacy =
    保存的內容：您的問題、答案、👍👎和原因、關注的詞，連同您的 Telegram 編號，只用來接上追問、改進回答。{ $days } 天後自動刪除，關注的詞到您取消為止。

    誰能看到：運行這個機器人的人和它的管理員（{ $admins } 人）能看到全部問題和答案；群裡的問答群成員都看得到。不給別的人，不用於別的目的。

    /forget 立即刪除全部。
forgotten = 已刪除您的全部問題、評價和文件。

token-posted = ⚠️ 您剛才發的訊息裡有一個機器人權杖，我已把那條訊息刪掉。看到權杖的人都能冒用那個機器人：請到 @BotFather 用 /revoke 換一個新的。
token-stays = ⚠️ 剛才有一條訊息裡有機器人權杖。看到的人都能冒用那個機器人：請刪掉那條訊息，並到 @BotFather 用 /revoke 換一個新的。
follow-long = 關注的詞最多 { $count } 個字。
follow-many = 最多關注 { $count } 個詞，請先用 /unfollow 加詞去掉一個。
follow-known = 有新文件的標題、地區或單位裡有這些詞，我會告訴您：{ $words }。/unfollow 加詞不再關注。
follow-how = /follow 後面寫一個地方或詞，例如 /follow 教育：有相關的新文件時我會告訴您。
follow-none = 現在沒有關注任何詞。
follow-news = 🆕 新收錄 { $count } 份您關注的文件：

not-allowed = 這個機器人只供指定的人使用。您的編號是 { $id }，請把它告訴管理員。
too-fast = 問得太快了，請過一分鐘再試。

# What stands above an answer for readers of another language.
frame-answer = { "" }
frame-chat = { "" }
frame-choices = { "" }
frame-not-found = { "" }
cutout = 掃描識別，原件第{ $page }頁，把握{ $confidence }。似乎是：{ $words }
cutout-doubtful = ⚠️ 掃描識別，原件第{ $page }頁，把握{ $confidence }，有數字沒有看清，請以圖為準。似乎是：{ $words }
working = 推算：
day = { $year }年{ $month }月{ $day }日
pages = 第{ $pages }頁

# Buttons.
button-more = 更多 ▼
button-copy = 📋 複製
button-original = 原文
button-related = 相關數據
button-chart = 圖表
button-table = 數據
button-letters = 其他文件
button-source = 看出處
button-back = ◀ 上一頁
button-on = 下一頁 ▶
button-confirm = ✅ 確認
button-replace = 🔁 換掉舊的
button-cancel = 取消
button-remove = 🗑 移除
button-pages = 打開網頁
button-old = 這個按鈕已經過期，請重新提問。
letter-changed = 這份文件後來改過或已移除，請重新提問。
letter-gone = 沒有更多了，或這份文件已不在庫裡。
thanks-good = 謝謝！
thanks-bad = 已記下。哪裡不對？請點下面的按鈕。
thanks-why = 謝謝，已轉給管理員。
wrong-figure = 數字不對
wrong-question = 答非所問
wrong-missing = 原文裡有

# Letters.
leaf = 第{ $page }/{ $pages }頁
related-title = 相關數據
mark-target = （目標）
letters-title = 收錄文件 { $count } 份（第{ $page }/{ $pages }頁），點開看詳情：
letters-all = 收錄文件 { $count } 份，點開看詳情：
letters-not = 沒有標題、文號、單位或地區裡帶「{ $words }」的文件。
letters-said = 名稱裡沒有「{ $words }」，文中提到的有 { $count } 份，點開看詳情：
letters-found = 「{ $words }」：{ $count } 份，點開看詳情：
letters-said-many = 名稱裡沒有「{ $words }」，文中提到的有 { $count } 份，只列最新的 { $shown } 份：
letters-many = 「{ $words }」：{ $count } 份，只列最新的 { $shown } 份，再加一個詞可以縮小範圍：
letters-none = 還沒有收錄文件。
letter-counts = { $passages } 句，{ $figures } 個數字，{ $remarks } 處存疑
table-title = { $period } 主要數字
table-none = 這份文件裡沒有成表的數字。
charts-title = 點一個看圖：
charts-none = 這份文件的數字畫不成圖，看看其他文件：
inline-none = 文件裡沒有，點這裡問機器人

# Charts.
chart-peers = { $place } { $period } 各項{ $indicator }
chart-growths = { $place } { $period } { $indicator }增速
chart-shares = { $place } { $period } { $indicator }佔比
chart-targets = { $place } 目標與完成
chart-years = { $place } 歷年{ $indicator }
chart-source = 來源：{ $letters }
chart-aim = { $period }目標{ $aim }
chart-target-hint = 灰條為目標，彩條為已完成，綠色為已達到
chart-arrows = ▲▼為{ $basis }增減

# Administrators.
update-failed = 沒能重新讀取檔案庫，原因見日誌；先前的檔案仍可查。
progress-file = ⏳ 正在讀「{ $file }」……已 { $seconds } 秒
progress-letters = ⏳ 讀到第 { $done }/{ $of } 份……
progress-pages = ⏳ 正在識別“{ $file }”：第 { $done }/{ $of } 頁……
photo-name = 照片 { $time }
photo-none = 第 { $place } 個檔案不是圖片，或已損壞。
progress-begun = ⏳ 正在更新檔案庫……已 { $seconds } 秒
upload-large = 檔案太大，最多 { $megabytes } MB。
upload-failed = 這個檔案讀不出來：太複雜、太大或者已損壞。
upload-confirm = 加入檔案庫嗎？
upload-added = 已加入。現在共有 { $count } 份檔案。
upload-same = 已有：這份檔案與庫裡的「{ $letter }」內容相同，沒有再添加。
upload-taken = 已有同名檔案「{ $letter }」，內容不同。要用新的換掉它嗎？不換，舊的保持不變。
upload-replaced = 已換成新的。現在共有 { $count } 份檔案。
upload-dropped = 沒有加入。
finding-number = 文號：
finding-issuer = 發文單位：
finding-place = 地區：
finding-date = 日期：
finding-doubtful = 劃線的 { $count } 個數字沒有看清，不會用來回答。
finding-none = （沒有找到）
remove-which = /remove 後面寫文件編號，現有：
removed = 已移除。
reloaded = 已重新讀取，共 { $count } 份文件。
pair = 把這個連結發給要加入的人，一天內有效，只能用一次：{ $link }
stats =
    提問 { $questions }，答出 { $answered }，沒有答案 { $refused }，{ $people } 人
    👍 { $good }　👎 { $bad }　最慢 { $slowest } 毫秒
stats-wrong = 👎 的原因：
stats-slowest = 最慢的問題：
stats-unanswered = 常問而沒有答案的：

# Web pages.
web-name = 答覆 · 查政府文件裡的數字
web-short-name = 答覆
web-opening = 網頁：{ $url }
web-readers = 誰能看：{ $who }
web-readers-here = 本機
web-readers-anyone = 能連到這個地址的所有人
web-readers-phrase = 知道口令的人（DAFU_WEB_PASSPHRASE）
web-readers-telegram = 能向機器人提問的人（Telegram 登入）
web-closed-to-all = { $host } 是別人也能連到的地址：請設定口令 DAFU_WEB_PASSPHRASE（或用 DAFU_WEB_URL 和 TELEGRAM_BOT_TOKEN 讓機器人的使用者登入）；真要讓所有人看，就加 --anyone。
web-skip = 跳到正文
web-pages = 頁面
web-settings = 設定
web-nav-ask = 提問
web-nav-letters = 文件
web-language = 語言
web-size = 字號
web-size-normal = 標準
web-size-large = 大字
web-logout = 登出
web-label = 您的問題
web-placeholder = 想查什麼？
web-send = 傳送
web-clear = 清空
web-answers = 問答
web-examples = 例子
web-offers = 接著問
web-waiting = 正在查…
web-offline = 沒有連上伺服器，問題還在輸入框裡，請稍後再傳一次。
web-copy = 複製
web-copied = 已複製
web-close = 關閉
web-official = 官方網頁
web-good = 有用
web-bad = 沒用
web-letters-title = 收錄文件 { $count } 份
web-letters-found = 「{ $words }」：{ $count } 份
web-letters-said = 名稱裡沒有「{ $words }」，下面的文件在文中提到。
web-find-letters = 按標題、文號、地方查找
web-find-figures = 按指標、地方、時間篩選
web-find = 查找
web-all = 全部
web-none = 沒有寫明
web-paging = 翻頁
web-outline = 目錄
web-table = 表格
web-figure = 數字
web-figures = 數字表
web-figures-title = 數字 { $count } 個
web-charts-none = 這些數字畫不成圖。
web-scanned-page = 原件第{ $page }頁（掃描件）
web-no-picture = 原件的圖片不在這臺機器上。
web-sentence = 看原句
web-check = 核對
web-no-remark = 沒有發現與文中其他數字矛盾
web-column-name = 指標
web-column-value = 數字
web-column-period = 期間
web-column-measure = 性質
web-column-status = 實績或目標
web-column-place = 地方
web-column-remark = 存疑
web-measure-level = 數值
web-measure-growth = 增速
web-measure-change = 增減
web-measure-share = 佔比
web-measure-rank = 位次
web-measure-gap = 差距
web-measure-contribution = 貢獻
web-measure-ratio = 比例
web-measure-multiple = 倍數
web-status-result = 實績
web-status-target = 目標
web-login = 請先登入
web-login-telegram = 用 Telegram 登入
web-login-first = 請先登入，再問一次。
web-passphrase = 口令
web-enter = 進入
web-wrong = 口令不對，請再試一次。
web-telegram-again = Telegram 的登入資訊不對或已過期，請回到 Telegram 重新打開。
web-privacy-title = 保存什麼
web-privacy =
    保存的內容：您的問題、答案、有用或沒用，連同這個瀏覽器的隨機編號（從 Telegram 登入的，是您的 Telegram 編號），只用來改進回答，{ $days } 天後自動刪除。

    誰能看到：運行這項服務的人和機器人的管理員能看到全部問題和答案。不給別的人，不用於別的目的。

    頁面上的問答記錄只存在您的瀏覽器裡，按「清空」就沒有了。
web-forget = 刪除我的全部記錄
web-forgotten = 已刪除您的全部問題和評價。
web-ask-nothing = 請先寫上問題。
web-not-found = 沒有這個頁面。
web-too-large = 傳來的內容太大。
web-too-long = 問題太長，最多 { $longest } 個字。
web-bad-request = 這個請求看不懂。
web-bad-host = 這個地址不能從這裡打開。
web-bad-origin = 這個請求不是從本站的頁面發出的。
web-journal = 記錄暫時寫不進去，請稍後再試。
web-api-login = 需要口令：Authorization: Bearer 加口令。
web-api-json = 請求應為 JSON 物件：question 是問題，history 是先前的問題（可省略）。
web-api-question = 缺少問題：question（或 q）應為不空的文字。
web-api-history = history 應為文字的列表。
web-api-range = offset 和 limit 應為整數。

# Command menus.
command-start = 開始
command-help = 怎麼用
command-ask = 提問：/ask 工業增加值多少
command-letters = 收錄的文件
command-figures = 主要數字一覽
command-chart = 圖表
command-new = 重新開始，不接著前面的問題
command-follow = 有新文件時告訴我：/follow 教育
command-privacy = 保存什麼、保存多久
command-forget = 刪除我的全部記錄
command-stats = 統計
command-export = 匯出全部問答（CSV）
command-remove = 移除文件
command-reload = 重新讀取文件庫
command-pair = 邀請一個人
description =
    我從政府答覆函和公報裡查數字、原因和計劃，每個答案都附原句和出處。
description-examples = 比如：
short-description = 查政府答覆函裡的數字，附原句和出處
