<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AnniversaryList</name>
    <message>
        <source>On this day</source>
        <translation>历史上的今天</translation>
    </message>
    <message>
        <source>Of no event here the exact day is known.</source>
        <translation>这里没有一件事知道确切的日期。</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>No event is known to have been on {day}. The nearest day that has one is {nearest}.</source>
        <translation>没有已知发生在{day}的事。离它最近、有事发生的一天是{nearest}。</translation>
    </message>
    <message>
        <source>These are the first of {count}.</source>
        <translation>以上是{count}条中最早的几条。</translation>
    </message>
</context>
<context>
    <name>AppearanceMenu</name>
    <message>
        <source>Normal text</source>
        <translation>标准文字</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>大号文字</translation>
    </message>
    <message>
        <source>Very large text</source>
        <translation>特大文字</translation>
    </message>
    <message>
        <source>Colours as the system has them</source>
        <translation>配色跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>Without movement</source>
        <translation>减少动态效果</translation>
    </message>
</context>
<context>
    <name>AttractPage</name>
    <message>
        <source>Touch the screen to begin</source>
        <translation>轻触屏幕，开始浏览</translation>
    </message>
    <message>
        <source>On this day</source>
        <translation>历史上的今天</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>‹ Previous</source>
        <translation>‹ 上一件</translation>
    </message>
    <message>
        <source>Next ›</source>
        <translation>下一件 ›</translation>
    </message>
    <message>
        <source>Find A–Z</source>
        <translation>查找 A–Z</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准字</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>升高</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>降低</translation>
    </message>
</context>
<context>
    <name>BrowsingBar</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>CalendarMenu</name>
    <message>
        <source>On this day</source>
        <translation>历史上的今天</translation>
    </message>
    <message>
        <source>Spring Festival</source>
        <translation>春节</translation>
    </message>
    <message>
        <source>{decade}s</source>
        <translation>{decade}年代</translation>
    </message>
</context>
<context>
    <name>CategoryChips</name>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Click to switch on or off, double-click for only this one</source>
        <translation>单击开关，双击只看这一类</translation>
    </message>
</context>
<context>
    <name>ClusterList</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Zoom in to see the others.</source>
        <translation>放大可看到其余的事件。</translation>
    </message>
    <message>
        <source>These are the first of {count}.</source>
        <translation>以上是{count}条中最早的几条。</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Still looking?</source>
        <translation>还在看吗？</translation>
    </message>
    <message>
        <source>Touch anywhere to go on</source>
        <translation>轻触任意处，继续看</translation>
    </message>
</context>
<context>
    <name>DetailCard</name>
    <message>
        <source>Also about this</source>
        <translation>同一件事</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan to take away</source>
        <translation>扫码带走</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>EmptyHint</name>
    <message>
        <source>No event matches. See above which filter to take away.</source>
        <translation>没有符合的事件。请看上方，可以去掉哪个筛选。</translation>
    </message>
    <message>
        <source>Nothing in view. Go to the nearest event: {event}</source>
        <translation>这段时间没有事件。去最近的一条：{event}</translation>
    </message>
</context>
<context>
    <name>EraLayer</name>
    <message>
        <source>Eras</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>{number} eras</source>
        <translation>{number}个时期</translation>
    </message>
</context>
<context>
    <name>EventContent</name>
    <message>
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
    <message>
        <source>There is no text in {wanted}; this one is in {shown}.</source>
        <translation>没有{wanted}文本，此处为{shown}。</translation>
    </message>
    <message>
        <source>What you search for stands in the text in {shown}.</source>
        <translation>所搜的内容在{shown}文本中。</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>All events of {name}</source>
        <translation>“{name}”的全部事件</translation>
    </message>
    <message>
        <source>What came before and after</source>
        <translation>此事前后</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier event(s)</source>
        <translation>
            <numerusform>更早还有 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later event(s)</source>
        <translation>
            <numerusform>之后还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <source>List of events</source>
        <translation>事件列表</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消，没有写入任何内容。</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Every value as it is, for programs</source>
        <translation>逐值原样写出，供程序读取</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import a file instead…</source>
        <translation>改为导入文件…</translation>
    </message>
    <message>
        <source>Spreadsheet, CSV</source>
        <translation>电子表格（CSV）</translation>
    </message>
    <message>
        <source>Spreadsheet, XLSX</source>
        <translation>电子表格（XLSX）</translation>
    </message>
    <message>
        <source>Data, JSON</source>
        <translation>数据（JSON）</translation>
    </message>
    <message>
        <source>Data, JSON lines</source>
        <translation>数据（JSON Lines）</translation>
    </message>
    <message>
        <source>Calendar, ICS</source>
        <translation>日历（ICS）</translation>
    </message>
    <message>
        <source>Chronicle, Markdown</source>
        <translation>大事记（Markdown）</translation>
    </message>
    <message>
        <source>Chronicle, web page</source>
        <translation>大事记（网页）</translation>
    </message>
    <message>
        <source>Chronicle, PDF on A4</source>
        <translation>大事记（A4 PDF）</translation>
    </message>
    <message>
        <source>Timeline, picture PNG</source>
        <translation>时间轴图片（PNG）</translation>
    </message>
    <message>
        <source>Timeline, drawing SVG</source>
        <translation>时间轴矢量图（SVG）</translation>
    </message>
    <message>
        <source>Timeline, poster PDF</source>
        <translation>时间轴海报（PDF）</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>全部语言</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FacetGroup</name>
    <message>
        <source>Search: {facet}</source>
        <translation>搜索{facet}</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count} 项</translation>
    </message>
</context>
<context>
    <name>FacetPanel</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计数……</translation>
    </message>
    <message>
        <source>Close the filters</source>
        <translation>关闭筛选</translation>
    </message>
</context>
<context>
    <name>FilterControls</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter by time, place, person, organisation, topic and more</source>
        <translation>按时间、地点、人物、机构、主题等筛选</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>Nothing found. Take a letter back, or look among people and places.</source>
        <translation>没有找到。可以退回一个字母，或看看人物和地点。</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Tap the first letters of the words in pinyin: D T finds 地铁, the metro.</source>
        <translation>点拼音首字母：点 D T，就能找到“地铁”。</translation>
    </message>
    <message>
        <source>Tap one of them below.</source>
        <translation>请在下面选一项。</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>A–Z</source>
        <translation>A–Z</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>显示全部事件</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Show today</source>
        <translation>显示今天</translation>
    </message>
    <message>
        <source>Show the year with most events</source>
        <translation>显示事件最多的一年</translation>
    </message>
    <message>
        <source>Spring Festival</source>
        <translation>春节</translation>
    </message>
    <message>
        <source>Show the Spring Festival</source>
        <translation>显示春节前后</translation>
    </message>
    <message>
        <source>On this day, and the Spring Festivals of all years</source>
        <translation>历史上的今天，各年的春节</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation>缩小，看更长的时间</translation>
    </message>
    <message>
        <source>Show less time</source>
        <translation>放大，看更短的时间</translation>
    </message>
    <message>
        <source>Size of text, colours, movement</source>
        <translation>文字大小、配色与动态效果</translation>
    </message>
    <message>
        <source>Keys and gestures</source>
        <translation>按键与手势</translation>
    </message>
    <message>
        <source>Switch to Chinese or English</source>
        <translation>切换中文或英文</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Show the events as a timeline</source>
        <translation>以时间轴显示</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Show the events as a list</source>
        <translation>以列表显示</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write these events to a file, or read others from one</source>
        <translation>把这些事件写入文件，或从文件读入事件</translation>
    </message>
</context>
<context>
    <name>HeaderSearch</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Keys and gestures</source>
        <translation>按键与手势</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>turn the wheel; + -; pinch with two fingers</source>
        <translation>转动滚轮；+ -；双指捏合</translation>
    </message>
    <message>
        <source>zoom, at the pointer or between the fingers</source>
        <translation>缩放，以指针处或双指之间为中心</translation>
    </message>
    <message>
        <source>drag or flick; Shift and wheel; PgUp, PgDn</source>
        <translation>拖动或轻扫；Shift 加滚轮；PgUp、PgDn</translation>
    </message>
    <message>
        <source>move along time</source>
        <translation>沿时间移动</translation>
    </message>
    <message>
        <source>click a card</source>
        <translation>单击卡片</translation>
    </message>
    <message>
        <source>read the event; a stack of cards opens as a list</source>
        <translation>阅读事件；一叠卡片会展开为列表</translation>
    </message>
    <message>
        <source>double-click a card</source>
        <translation>双击卡片</translation>
    </message>
    <message>
        <source>← → ↑ ↓, Home, End</source>
        <translation>← → ↑ ↓、Home、End</translation>
    </message>
    <message>
        <source>go from event to event, and from lane to lane</source>
        <translation>在事件之间、泳道之间移动</translation>
    </message>
    <message>
        <source>click the name of a lane; Enter</source>
        <translation>点击泳道名称；回车键</translation>
    </message>
    <message>
        <source>open the lane wide, with a card for as many events as there is room for; again: as before</source>
        <translation>展开这条泳道，尽量多地显示卡片；再点一次恢复</translation>
    </message>
    <message>
        <source>click a chip at the name of a lane; Space, for one after the other</source>
        <translation>点击泳道名称旁的小标签；按空格键逐个查看</translation>
    </message>
    <message>
        <source>zoom to the event, or to the days or hours of a stack</source>
        <translation>放大到该事件，或一叠卡片所在的日期、时刻</translation>
    </message>
    <message>
        <source>list what goes on from before the view, or is known only by its day, month, year or century</source>
        <translation>列出此前开始仍在持续的事件，或只知道日期、年月、年份、世纪的事件</translation>
    </message>
    <message>
        <source>click an era above the lanes</source>
        <translation>单击泳道上方的时期</translation>
    </message>
    <message>
        <source>show it from its beginning to its end</source>
        <translation>显示该时期的全部时间</translation>
    </message>
    <message>
        <source>click a category</source>
        <translation>单击类别</translation>
    </message>
    <message>
        <source>switch it on or off; double-click shows only it</source>
        <translation>显示或隐藏；双击则只显示这一类</translation>
    </message>
    <message>
        <source>“Export…”</source>
        <translation>“导出…”</translation>
    </message>
    <message>
        <source>write the events of the screen to a file, or read others from one</source>
        <translation>把屏幕上的事件写成文件，或从文件读入别的事件</translation>
    </message>
    <message>
        <source>/ or Ctrl+F</source>
        <translation>/ 或 Ctrl+F</translation>
    </message>
    <message>
        <source>search; Enter goes to the next hit, Shift+Enter to the one before; Esc leaves the search</source>
        <translation>搜索；Enter 到下一处，Shift+Enter 到上一处；Esc 离开搜索</translation>
    </message>
    <message>
        <source>Alt and ← or →; the side buttons of a mouse</source>
        <translation>Alt 加 ← 或 →；鼠标侧键</translation>
    </message>
    <message>
        <source>go back to what was shown before, and forward again</source>
        <translation>回到先前所见，再向前</translation>
    </message>
    <message>
        <source>click a name below an event</source>
        <translation>点事件下面的名字</translation>
    </message>
    <message>
        <source>see all events of that person, organisation, place or topic</source>
        <translation>看这个人物、机构、地点或主题的全部事件</translation>
    </message>
    <message>
        <source>F9; click the line beside the details</source>
        <translation>F9；点击详情栏旁的竖线</translation>
    </message>
    <message>
        <source>fold the details away, or show them again; drag the line to make them wider</source>
        <translation>收起详情栏，或重新展开；拖动竖线可调整宽度</translation>
    </message>
    <message>
        <source>drag in the strip at the bottom; there ← → + -</source>
        <translation>拖动底部长条；或在其中按 ← → + -</translation>
    </message>
    <message>
        <source>move or resize the stretch of time in view</source>
        <translation>移动或缩放可见的时间段</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab; Space</source>
        <translation>Tab、Shift+Tab；空格</translation>
    </message>
    <message>
        <source>go from control to control; press the one that has the focus</source>
        <translation>在控件之间移动；按下有焦点的控件</translation>
    </message>
    <message>
        <source>“Aa”</source>
        <translation>“Aa”</translation>
    </message>
    <message>
        <source>choose the size of text, the colours, or no movement</source>
        <translation>选择文字大小、配色，或减少动态效果</translation>
    </message>
    <message>
        <source>F1 or ?; the button “?”</source>
        <translation>F1 或 ?；“?” 按钮</translation>
    </message>
    <message>
        <source>show these keys and gestures; Esc closes them</source>
        <translation>显示这些按键与手势；Esc 关闭</translation>
    </message>
    <message>
        <source>solid edge; dashed edge</source>
        <translation>实线边；虚线边</translation>
    </message>
    <message>
        <source>the day is known; the date is not known so exactly</source>
        <translation>日期确切到日；日期没有那么确切</translation>
    </message>
    <message>
        <source>dotted line below a card</source>
        <translation>卡片下的点线</translation>
    </message>
    <message>
        <source>all days that the date can mean</source>
        <translation>日期可能指的所有日子</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>填色</translation>
    </message>
    <message>
        <source>as long as it lasted; what is still going on, until today</source>
        <translation>持续了多久就填多长；仍在持续的填到今天</translation>
    </message>
    <message>
        <source>small triangle at the left edge</source>
        <translation>左边缘的小三角</translation>
    </message>
    <message>
        <source>began before the view</source>
        <translation>在所见时间之前已经开始</translation>
    </message>
    <message>
        <source>“+12”, on a stack</source>
        <translation>一叠卡片上的“+12”</translation>
    </message>
    <message>
        <source>so many more events; they begin on the days of the line below the stack</source>
        <translation>还有这么多条；它们在下面那条线的日子里开始</translation>
    </message>
    <message>
        <source>chip at the name of a lane</source>
        <translation>泳道名旁的标签</translation>
    </message>
    <message>
        <source>so many more events in view without a card: going on from before it, or with a day not known</source>
        <translation>所见时间里还有这么多条没有卡片：从之前持续至今，或日期不详</translation>
    </message>
    <message>
        <source>“9 of 12” at the name of a lane</source>
        <translation>泳道名下的“12 条中 9 条”</translation>
    </message>
    <message>
        <source>so many of its events are in view</source>
        <translation>该泳道有这么多条在所见时间里</translation>
    </message>
    <message>
        <source>small triangle before the name of a lane</source>
        <translation>泳道名前的小三角</translation>
    </message>
    <message>
        <source>it has more than it shows</source>
        <translation>还有没有显示出来的事件</translation>
    </message>
    <message>
        <source>red line</source>
        <translation>红线</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>curve behind the cards</source>
        <translation>卡片后的曲线</translation>
    </message>
    <message>
        <source>joins the selected event to the others of its thread, to its parent and its parts</source>
        <translation>把所选事件与同一件事的其他事件、它所属的事件和它的各部分连起来</translation>
    </message>
    <message>
        <source>band with a name above the lanes</source>
        <translation>泳道上方带名字的色带</translation>
    </message>
    <message>
        <source>an era, on just its days; with a dashed line where its beginning or end is not certain</source>
        <translation>一个时期，恰好占它的日子；起止不确定的带虚线</translation>
    </message>
    <message>
        <source>What the signs in the timeline mean</source>
        <translation>时间轴上各种标记的意思</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>New store</source>
        <translation>新库</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>尚未更改任何内容。</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>已导入。</translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Add new events</source>
        <translation>只添加新事件</translation>
    </message>
    <message>
        <source>Update events by their id</source>
        <translation>按编号更新事件</translation>
    </message>
    <message>
        <source>Replace all events</source>
        <translation>替换全部事件</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不接受</translation>
    </message>
    <message>
        <source>3 April 2021</source>
        <translation>2021年4月3日</translation>
    </message>
    <message>
        <source>March 4, 2021</source>
        <translation>2021年3月4日</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>This store cannot be changed. Choose a new store for the events of the file.</source>
        <translation>这个库不能更改。请为文件中的事件选择一个新库。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>03/04/2021 is</source>
        <translation>03/04/2021 指</translation>
    </message>
    <message>
        <source>Encoding of a text</source>
        <translation>文本编码</translation>
    </message>
    <message>
        <source>Read as {how}</source>
        <translation>识别为：{how}</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s); nothing is written.</source>
        <translation>
            <numerusform>%n 个问题，没有写入任何内容。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Introduction</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>No event matches. See above which filter to take away.</source>
        <translation>没有符合的事件。请看上方，可以去掉哪个筛选。</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>大事</translation>
    </message>
</context>
<context>
    <name>LaneChips</name>
    <message>
        <source>+{number} more</source>
        <translation>另有 {number} 条</translation>
    </message>
    <message>
        <source>{period}, day unknown: {number}</source>
        <translation>{period}，日期不详：{number} 条</translation>
    </message>
    <message>
        <source>{period}, time unknown: {number}</source>
        <translation>{period}，时间不详：{number} 条</translation>
    </message>
    <message>
        <source>{period}: {number}</source>
        <translation>{period}：{number} 条</translation>
    </message>
    <message>
        <source>day unknown: {number}</source>
        <translation>日期不详：{number} 条</translation>
    </message>
    <message>
        <source>+{number} going on</source>
        <translation>另有 {number} 条持续中</translation>
    </message>
</context>
<context>
    <name>LaneWriter</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No events here: {names}</source>
        <translation>此处没有条目：{names}</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{total} 条中 {number} 条</translation>
    </message>
</context>
<context>
    <name>LargeQrCode</name>
    <message>
        <source>Scan with a phone: title, date and summary, without a network</source>
        <translation>用手机扫一扫，带走标题、日期和摘要，不用联网</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The program has a fault ({kind}). Please report it; standard error has the details.</source>
        <translation>程序出错了（{kind}）。请报告此问题；详情见标准错误输出。</translation>
    </message>
    <message>
        <source>This could not be shown</source>
        <translation>无法显示</translation>
    </message>
    <message>
        <source>The events cannot be shown</source>
        <translation>无法显示事件</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Another program changed this store. Until “qtviewer reindex” is run, it opens slowly.</source>
        <translation>此数据库被其他程序改动过。运行“qtviewer reindex”之前，打开会较慢。</translation>
    </message>
    <message>
        <source>Another program changed this store. It was opened anew.</source>
        <translation>此数据库被其他程序改动过，已重新打开。</translation>
    </message>
    <message>
        <source>Another program changed this store. It is shown as it was: {reason}</source>
        <translation>此数据库被其他程序改动过，现在显示的是改动前的内容：{reason}</translation>
    </message>
    <message>
        <source>This could not be searched: {reason}</source>
        <translation>无法搜索：{reason}</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of all times</source>
        <translation>全部时间概览</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>For staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>No PIN is set: qtviewer kiosk --set-pin makes one.</source>
        <translation>还没有设置密码：请用 qtviewer kiosk --set-pin 设置。</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s).</source>
        <translation>
            <numerusform>密码错误次数太多，请在 %n 秒后再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>This PIN is wrong.</source>
        <translation>密码不对。</translation>
    </message>
    <message>
        <source>PIN, then ✓</source>
        <translation>输入密码，再点 ✓</translation>
    </message>
</context>
<context>
    <name>PreviousNextButtons</name>
    <message>
        <source>Previous event</source>
        <translation>上一件</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>下一件</translation>
    </message>
</context>
<context>
    <name>QueryBar</name>
    <message>
        <source>Remove the filter: {filter}</source>
        <translation>去掉筛选：{filter}</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>No event matches. Take one filter away:</source>
        <translation>没有符合的事件。去掉一个筛选：</translation>
    </message>
    <message>
        <source>No event matches, whichever filter alone is taken away.</source>
        <translation>没有符合的事件，只去掉任何一个筛选也没有。</translation>
    </message>
    <message>
        <source>Without {filter}: {count}</source>
        <translation>不限{filter}：{count}</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>第 {place} 条，共 {total} 条</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>清空搜索</translation>
    </message>
</context>
<context>
    <name>StoreErrors</name>
    <message>
        <source>{path}: damaged store ({reason}); restore it from a copy or build it anew</source>
        <translation>{path}：数据文件已损坏（{reason}）；请用备份恢复，或重新生成</translation>
    </message>
    <message>
        <source>{path}: no such file; expected a store made by qtviewer build or import</source>
        <translation>{path}：没有这个文件；应为 qtviewer build 或 import 生成的数据文件</translation>
    </message>
    <message>
        <source>{path}: the file is empty; expected a store made by qtviewer build or import</source>
        <translation>{path}：文件是空的；应为 qtviewer build 或 import 生成的数据文件</translation>
    </message>
    <message>
        <source>{path}: not a SQLite file; expected a store made by qtviewer build or import</source>
        <translation>{path}：不是 SQLite 文件；应为 qtviewer build 或 import 生成的数据文件</translation>
    </message>
    <message>
        <source>{path}: cut short, {size} of {whole} bytes; restore it from a copy</source>
        <translation>{path}：文件不完整，{whole} 字节中只有 {size} 字节；请用备份恢复</translation>
    </message>
    <message>
        <source>{path}: a SQLite file of another application; expected a store made by qtviewer</source>
        <translation>{path}：这是其他程序的 SQLite 文件；应为 qtviewer 生成的数据文件</translation>
    </message>
    <message>
        <source>{path}: a folder; expected a store</source>
        <translation>{path}：这是文件夹；应为数据文件</translation>
    </message>
    <message>
        <source>{path}: no ordinary file; expected a store</source>
        <translation>{path}：不是普通文件；应为数据文件</translation>
    </message>
    <message>
        <source>{path}: cannot be read ({reason}); expected a store</source>
        <translation>{path}：无法读取（{reason}）；应为数据文件</translation>
    </message>
    <message>
        <source>{path}: cannot be read ({reason})</source>
        <translation>{path}：无法读取（{reason}）</translation>
    </message>
    <message>
        <source>{path}: another program changed it since it was opened; open it again</source>
        <translation>{path}：打开后被其他程序改动过；请重新打开</translation>
    </message>
    <message>
        <source>{path}: locked by another program, which is writing it; try again when it has done so</source>
        <translation>{path}：其他程序正在写入，已锁定；请等它写完后再试</translation>
    </message>
    <message>
        <source>{path}: another program was interrupted while writing it; qtviewer reindex takes back what it had not finished</source>
        <translation>{path}：其他程序写入时中断；运行 qtviewer reindex 可撤销未写完的部分</translation>
    </message>
    <message>
        <source>{path}: its tables are not those of a store of version {version}; build it anew</source>
        <translation>{path}：其中的表与第 {version} 版数据文件不符；请重新生成</translation>
    </message>
    <message>
        <source>{path}: made by a newer qtviewer (version {found}; this one reads {version})</source>
        <translation>{path}：由较新的 qtviewer 生成（第 {found} 版；本程序读第 {version} 版）</translation>
    </message>
    <message>
        <source>{path}: made by an older qtviewer (version {found}; this one reads {version}); make it anew with qtviewer reindex, which keeps the old file</source>
        <translation>{path}：由较旧的 qtviewer 生成（第 {found} 版；本程序读第 {version} 版）；请用 qtviewer reindex 更新，旧文件会保留</translation>
    </message>
    <message>
        <source>language &apos;{found}&apos; is not in the store; expected {expected}</source>
        <translation>数据文件中没有语言“{found}”；可用的有 {expected}</translation>
    </message>
    <message>
        <source>event &apos;{found}&apos; is not in the store; {nearest}</source>
        <translation>数据文件中没有事件“{found}”；{nearest}</translation>
    </message>
</context>
<context>
    <name>TimelineAnnouncer</name>
    <message>
        <source>era</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>Eras: {names}</source>
        <translation>时期：{names}</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>第 {place} 条，共 {total} 条</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
</context>
<context>
    <name>TodayPainter</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>Swipe sideways along time, tap a card to read about it</source>
        <translation>左右滑动看时间，点一张卡片读一件事</translation>
    </message>
</context>
<context>
    <name>_FoldingHandle</name>
    <message>
        <source>Show the details (F9)</source>
        <translation>展开详情栏（F9）</translation>
    </message>
    <message>
        <source>Fold the details away (F9)</source>
        <translation>收起详情栏（F9）</translation>
    </message>
</context>
</TS>
