<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>CategoryChips</name>
    <message>
        <source>Click to switch on or off, double-click for only this one</source>
        <translation>单击开关，双击只看这一类</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
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
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
    <message>
        <source>No event matches. See above which filter to take away.</source>
        <translation>没有符合的事件。请看上方，可以去掉哪个筛选。</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>大事</translation>
    </message>
    <message>
        <source>Also about this</source>
        <translation>同一件事</translation>
    </message>
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
    <name>Filters</name>
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
        <source>Show more time</source>
        <translation>缩小，看更长的时间</translation>
    </message>
    <message>
        <source>Show less time</source>
        <translation>放大，看更短的时间</translation>
    </message>
    <message>
        <source>Switch between normal, large and very large text</source>
        <translation>切换正常、大、特大字号</translation>
    </message>
    <message>
        <source>Switch to Chinese or English</source>
        <translation>切换中文或英文</translation>
    </message>
    <message>
        <source>Switch between light, dark and contrast</source>
        <translation>切换浅色、深色、高对比</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
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
        <source>zoom to the event, or to the days of a stack</source>
        <translation>放大到该事件，或一叠卡片所在的日期</translation>
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
        <source>click a category</source>
        <translation>单击类别</translation>
    </message>
    <message>
        <source>switch it on or off; double-click shows only it</source>
        <translation>显示或隐藏；双击则只显示这一类</translation>
    </message>
    <message>
        <source>/ or Ctrl+F</source>
        <translation>/ 或 Ctrl+F</translation>
    </message>
    <message>
        <source>search; Esc leaves the search</source>
        <translation>搜索；Esc 退出搜索</translation>
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
        <source>F1 or ?</source>
        <translation>F1 或 ?</translation>
    </message>
    <message>
        <source>show these keys and gestures; Esc closes them</source>
        <translation>显示这些按键与手势；Esc 关闭</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Another program changed this store. Until “qtviewer reindex” is run, it opens slowly.</source>
        <translation>此数据库被其他程序改动过。运行“qtviewer reindex”之前，打开会较慢。</translation>
    </message>
    <message>
        <source>This could not be searched: {reason}</source>
        <translation>无法搜索：{reason}</translation>
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
    <name>Overview</name>
    <message>
        <source>Overview of all times</source>
        <translation>全部时间概览</translation>
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
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineVoice</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
</context>
</TS>
