# What the bot says of itself, for people whose Telegram speaks English. Answers stay Chinese, like the letters.

no-token = TELEGRAM_BOT_TOKEN is not set: send /newbot to @BotFather on Telegram, put the token you get into the environment variable TELEGRAM_BOT_TOKEN, and run dafu serve again.
setting-one-of = { $setting } must be one of { $limit }.
setting-number = { $setting } must be a whole number.
setting-yes-no = { $setting } must be 1 or 0.
setting-at-least = { $setting } must not be under { $limit }.
setting-at-most = { $setting } must not be over { $limit }.
setting-address = { $setting } must be a whole address and begin with { $limit }.
setting-port = { $setting } needs a port from 1 to 65535, as in http://127.0.0.1:1080.
setting-home = TELEGRAM_JOURNAL is not set, and its usual place { $place } cannot be used ({ $why }); please give one.
no-journal = TELEGRAM_JOURNAL: { $place } cannot be opened ({ $why }).
no-journal-address = not the address of a database
reach-lost = Telegram ({ $place }) cannot be reached: { $why }. It is tried again and again.
reach-proxy = , through the proxy { $proxy }
reach-found = Telegram is reached again, after { $seconds } s.
token-rejected = Telegram rejects TELEGRAM_BOT_TOKEN: look it up or renew it with /mybots at @BotFather.
cannot-listen = { $setting }: port { $port } cannot be used ({ $why }). Choose another, or stop the program that has it.
cannot-certify = TELEGRAM_WEBHOOK_CERT or TELEGRAM_WEBHOOK_KEY cannot be used: { $why }

# The first lines on the terminal.
opening-bot = Bot: @{ $bot }, { $way }
opening-polling = long polling
opening-webhook = webhook { $url }
opening-letters = Documents: { $count }
opening-all = Who may ask: everyone (TELEGRAM_ALLOWED or TELEGRAM_PAIRING restricts it)
opening-some = Who may ask: administrators{ $who }
opening-listed = , { $ids } in TELEGRAM_ALLOWED
opening-paired = , whom an administrator invites with /pair
opening-admins = Administrators: { $ids }
opening-no-inviters = ⚠️ TELEGRAM_PAIRING is on, but there is no administrator who could invite anybody with /pair: please set TELEGRAM_ADMINS
opening-no-admins = Administrators: none (TELEGRAM_ADMINS names them)
opening-journal = Journal: { $place }

start =
    Hello! I look up figures, reasons and plans in Chinese government letters and bulletins. Every answer comes with its sentence and source, and I say so when the letters do not say.
start-examples = Just send a question in Chinese, for example:
start-bare = Just send a question in Chinese.
help =
    Send a question in Chinese, such as 工业增加值多少 or 为什么下降. You can ask on for half an hour; /new begins again. Edit a question, and its answer changes too.

    /letters the documents, /letters 教育 finds some by name
    /figures headline figures
    /chart charts
    /follow be told of new ones
    /privacy what is kept, and who can see it
    /forget delete all my records

    In groups use /ask with a question, or reply to one of my messages; in any chat type my name and a question.
help-group = In a group, ask me like this: /ask and a question, a reply to one of my messages, or @{ $bot } and a question. I ignore everything else.
group-reads-all = Here I see all messages (privacy mode is off), so mentioning me works.
group-reads-some = Here privacy mode is on: I only get commands and replies to me. To make mentions work for certain, an administrator has to turn it off with /setprivacy at @BotFather, then remove me and add me again.
only-text = I only understand text. Please type your question 🙂
unknown-command = There is no such command. /help tells what I can do.
ask-what = Please write the question after /ask, for example: /ask 工业增加值多少
failed = Sorry, that did not work. Please ask again in a moment.
given-up = Sorry, this question failed again and again. Please put it another way.
new = All right. The next question stands alone.
privacy =
    What is kept: your questions, the answers, your 👍👎 with your reasons and the words that you follow, with your Telegram number, to follow up and to get better. It is deleted after { $days } days, the words when you say so.

    Who can see it: whoever runs this bot and its administrators ({ $admins }) see all questions and answers; in a group its members do. It is given to nobody else and used for nothing else.

    /forget deletes all of it now.
forgotten = All your questions, ratings and files are deleted.

token-posted = ⚠️ The message that you just sent had a bot’s token in it; I have deleted that message. Whoever saw it can be that bot: please get a new one from @BotFather with /revoke.
token-stays = ⚠️ A message here had a bot’s token in it. Whoever sees it can be that bot: please delete the message and get a new token from @BotFather with /revoke.
follow-long = A word to follow may have { $count } characters.
follow-many = You can follow { $count } words; take one away with /unfollow and the word first.
follow-known = You will be told of new letters with these words in title, place or issuer: { $words }. /unfollow and a word ends it.
follow-how = Write a place or a word after /follow, such as /follow 教育: you will be told of new letters about it.
follow-none = You follow nothing now.
follow-news = 🆕 { $count } new letters that you follow:

not-allowed = This bot is for certain people only. Your number is { $id }; please tell it to the administrator.
too-fast = That was too fast. Please try again in a minute.

# What stands above an answer, which is in Chinese.
frame-answer = In the letters, as printed:
frame-chat = Glad to help. Ask for a figure in the letters, in Chinese:
frame-choices = Which one is meant?
frame-not-found = No answer was found in the letters:
cutout = Recognised in a scan, page { $page } of the original, confidence { $confidence }. It seems to say: { $words }
cutout-doubtful = ⚠️ Recognised in a scan, page { $page } of the original, confidence { $confidence }: a number is not clear, trust the picture. It seems to say: { $words }
working = Worked out:{ " " }
day = { $year }-{ $month }-{ $day }
pages = p. { $pages }

# Buttons.
button-more = More ▼
button-copy = 📋 Copy
button-original = Original
button-related = Related
button-chart = Chart
button-table = Figures
button-letters = Other documents
button-source = Source
button-back = ◀ Back
button-on = Next ▶
button-confirm = ✅ Confirm
button-replace = 🔁 Replace the old one
button-cancel = Cancel
button-remove = 🗑 Remove
button-pages = Open pages
button-old = This button is too old. Please ask again.
letter-changed = That letter was changed or removed since; please ask again.
letter-gone = There is no more, or this document has been removed.
thanks-good = Thank you!
thanks-bad = Noted. What is wrong? Please use the buttons below.
thanks-why = Thank you, the administrators will see it.
wrong-figure = Wrong figure
wrong-question = Not my question
wrong-missing = The letter has it

# Letters.
leaf = page { $page } of { $pages }
related-title = Related figures
mark-target = { " " }(target)
letters-title = { $count } documents (page { $page } of { $pages }):
letters-all = Documents: { $count }
letters-not = No letter has “{ $words }” in its title, number, issuer or place.
letters-said = No letter is named “{ $words }”; { $count } have it in their text, open one:
letters-found = “{ $words }”: { $count } letters, open one:
letters-said-many = No letter is named “{ $words }”; { $count } have it in their text, the newest { $shown } of them:
letters-many = “{ $words }”: { $count } letters, the newest { $shown } of them; add a word to find fewer:
letters-none = There are no documents yet.
letter-counts = { $passages } sentences, { $figures } figures, { $remarks } doubtful
table-title = Headline figures { $period }
table-none = This document has no figures for a table.
charts-title = Choose a chart:
charts-none = This document gives no charts. Try others:
inline-none = Nothing found. Ask the bot itself

# Charts.
chart-peers = { $place } { $period } { $indicator }
chart-growths = { $place } { $period } { $indicator } (growth)
chart-shares = { $place } { $period } { $indicator } (shares)
chart-targets = { $place } Targets and results
chart-years = { $place } { $indicator } over the years
chart-source = Source: { $letters }
chart-aim = target { $period } { $aim }
chart-target-hint = Grey: target. Blue: done so far. Green: reached
chart-arrows = ▲▼ { $basis }

# Administrators.
update-failed = The letters could not be read again, the log says why; what was there can still be asked.
progress-file = ⏳ Reading “{ $file }” … { $seconds } s
progress-letters = ⏳ { $done } of { $of } read …
progress-pages = ⏳ Recognising “{ $file }”: page { $done } of { $of } …
photo-name = Photograph { $time }
photo-none = File { $place } is no picture, or is damaged.
progress-begun = ⏳ Updating the letters … { $seconds } s
upload-large = The file is too large: at most { $megabytes } MB.
upload-failed = This file cannot be read: too complex, too large or damaged.
upload-confirm = Add it to the documents?
upload-added = Added. There are { $count } documents now.
upload-same = Already there: “{ $letter }” has the same content. Nothing was added.
upload-taken = There is another document of that file name: “{ $letter }”. Put the new one in its place? If not, the old one stays.
upload-replaced = Replaced. There are { $count } documents now.
upload-dropped = Not added.
finding-number = Number:{ " " }
finding-issuer = Issuer:{ " " }
finding-place = Place:{ " " }
finding-date = Date:{ " " }
finding-doubtful = { $count } underlined numbers are not clear and will not be answered with.
finding-none = (not found)
remove-which = Write a document's id after /remove. There are:
removed = Removed.
reloaded = Read again: { $count } documents.
pair = Send this link to the person to let in. It works once, within a day: { $link }
stats =
    { $questions } questions, { $answered } answered, { $refused } without an answer, { $people } people
    👍 { $good }　👎 { $bad }　slowest { $slowest } ms
stats-wrong = Reasons for 👎: 
stats-slowest = The slowest:{ " " }
stats-unanswered = Often asked, never answered:

# Web pages.
web-name = dafu · figures in government letters
web-short-name = dafu
web-opening = Web pages: { $url }
web-readers = Who may read: { $who }
web-readers-here = this machine
web-readers-anyone = everybody who reaches this address
web-readers-phrase = who knows the pass phrase (DAFU_WEB_PASSPHRASE)
web-readers-telegram = who may ask the bot (login through Telegram)
web-closed-to-all = Others reach { $host } too: set a pass phrase in DAFU_WEB_PASSPHRASE (or DAFU_WEB_URL and TELEGRAM_BOT_TOKEN, for the bot's people to log in); to let everybody read, add --anyone.
web-skip = To the text
web-pages = Pages
web-settings = Settings
web-nav-ask = Ask
web-nav-letters = Letters
web-language = Language
web-size = Size of letters
web-size-normal = Normal
web-size-large = Large
web-logout = Log out
web-label = Your question
web-placeholder = In Chinese
web-send = Send
web-clear = Clear
web-answers = Questions and answers
web-examples = Examples
web-offers = Ask on
web-waiting = Looking it up…
web-offline = The server could not be reached. Your question is still in the field, please send it again later.
web-copy = Copy
web-copied = Copied
web-close = Close
web-official = Official page
web-good = Helpful
web-bad = Not helpful
web-letters-title = Letters: { $count }
web-letters-found = “{ $words }”: { $count }
web-letters-said = No letter is named “{ $words }”; these have it in their text.
web-find-letters = Find by title, number or place
web-find-figures = Choose by indicator, place or time
web-find = Find
web-all = All
web-none = not said
web-paging = Pages
web-outline = Contents
web-table = Table
web-figure = Figure
web-figures = Figures
web-figures-title = Figures: { $count }
web-charts-none = No chart can be made of these figures.
web-scanned-page = Page { $page } of the original (scan)
web-no-picture = The picture of the original is not on this machine.
web-sentence = The sentence
web-check = Check
web-no-remark = agrees with the letter's other figures as far as can be checked
web-column-name = Indicator
web-column-value = Figure
web-column-period = Period
web-column-measure = Kind
web-column-status = Result or target
web-column-place = Place
web-column-remark = In doubt
web-measure-level = amount
web-measure-growth = growth
web-measure-change = change
web-measure-share = share
web-measure-rank = rank
web-measure-gap = gap
web-measure-contribution = contribution
web-measure-ratio = ratio
web-measure-multiple = multiple
web-status-result = result
web-status-target = target
web-login = Please log in
web-login-telegram = Log in with Telegram
web-login-first = Please log in, then ask again.
web-passphrase = Pass phrase
web-enter = Enter
web-wrong = That is not the pass phrase. Please try again.
web-telegram-again = Telegram's login is wrong or too old. Please open this from Telegram again.
web-privacy-title = What is kept
web-privacy =
    Kept are your questions, the answers and your Helpful or Not helpful, with a random number of this browser (your Telegram id if you came through Telegram), only to make answers better. They are erased after { $days } days.

    Who can see them: whoever runs this service and the bot’s administrators see all questions and answers. They are given to nobody else and used for nothing else.

    The list of questions on the page is in your browser alone; Clear empties it.
web-forget = Erase everything about me
web-forgotten = Your questions and opinions have been erased.
web-ask-nothing = Please write a question first.
web-not-found = There is no such page.
web-too-large = That was too large.
web-too-long = The question is too long: at most { $longest } characters.
web-bad-request = This request makes no sense.
web-bad-host = The pages cannot be opened by this address.
web-bad-origin = This request did not come from a page of this site.
web-journal = The journal cannot be written now. Please try again later.
web-api-login = The pass phrase is missing: Authorization: Bearer and the pass phrase.
web-api-json = A JSON object is expected: question is the question, history the earlier ones (may be left out).
web-api-question = The question is missing: question (or q) has to be a text that is not empty.
web-api-history = history has to be a list of texts.
web-api-range = offset and limit have to be whole numbers.

# Command menus.
command-start = Begin
command-help = How to use me
command-ask = Ask: /ask 工业增加值多少
command-letters = The documents
command-figures = Headline figures
command-chart = Charts
command-new = Begin again
command-follow = Tell me of new letters: /follow 教育
command-privacy = What is kept, and how long
command-forget = Delete all my records
command-stats = Statistics
command-export = All questions and answers (CSV)
command-remove = Remove a document
command-reload = Read the documents again
command-pair = Invite somebody
description =
    I look up figures, reasons and plans in Chinese government letters and bulletins, with sentence and source.
description-examples = For example:
short-description = Figures from Chinese government letters, with sentence and source
