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
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Zoom in to see the others.</source>
        <translation>放大后可查看其余各条。</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
    <message>
        <source>No event matches. Switch a category on or clear the search.</source>
        <translation>没有符合的事件。请打开一个分类，或清空搜索。</translation>
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
        <source>No event matches. Switch a category on or clear the search.</source>
        <translation>没有符合的事件。请打开一个分类，或清空搜索。</translation>
    </message>
    <message>
        <source>Nothing in view. Go to the nearest event: {event}</source>
        <translation>这里没有事件。转到最近的一条：{event}</translation>
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
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Another program changed this store. Until “qtviewer reindex” is run, it opens slowly.</source>
        <translation>这份数据被其他程序改动过。运行“qtviewer reindex”之前，打开会比较慢。</translation>
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
</TS>
