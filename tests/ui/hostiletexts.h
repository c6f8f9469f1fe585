// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Texts as a caller might send them for a name, and a file that tells whether anybody looked at it.
#pragma once

#include <QDir>
#include <QFile>
#include <QImage>
#include <QStringList>
#include <QTemporaryDir>

#include <sys/inotify.h>
#include <unistd.h>

namespace Linescope::Test {

// A picture that markup may name; opened() is true once anything has read it since the last time it was asked.
class Trap {
public:
    Trap()
        : m_watch(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::red);
        image.save(path(), "PNG");
        QFile sheet(folder() + QStringLiteral("/trap.css"));
        if (sheet.open(QIODevice::WriteOnly))
            sheet.write("body { background: url(trap.png); }");
        sheet.close();
        inotify_add_watch(m_watch, QFile::encodeName(folder()).constData(), IN_OPEN | IN_ACCESS);
    }
    ~Trap() { close(m_watch); }
    Q_DISABLE_COPY_MOVE(Trap)

    QString folder() const { return m_folder.path(); }
    QString path() const { return m_folder.filePath(QStringLiteral("trap.png")); }
    bool opened()
    {
        char buffer[4096];
        bool any = false;
        while (read(m_watch, buffer, sizeof buffer) > 0)
            any = true;
        return any;
    }

private:
    QTemporaryDir m_folder;
    int m_watch;
};

inline QStringList markupTexts(const Trap &trap)
{
    const QString file = QStringLiteral("file://") + trap.path();
    QStringList texts;
    for (const QString &source :
         {trap.path(), file, QStringLiteral("trap.png"), QStringLiteral(":/icons/linescope.svg"),
          QStringLiteral("qrc:/icons/linescope.svg"), QStringLiteral("//server/share/x.png"),
          QStringLiteral("http://192.0.2.1/x.png"), QStringLiteral("data:image/png;base64,AA==")}) {
        for (const char *markup :
             {"<img src='%1'>", "<IMG SRC=\"%1\" width=400 height=400>", "<body background='%1'>x</body>",
              "<table background='%1'><tr><td>x</td></tr></table>", "<p style='background-image:url(%1)'>x</p>",
              "<link rel=stylesheet href='%1'>x", "<a href='%1'>click</a>", "![x](%1)", "[x](%1)",
              "<qt><img src=\"%1\"></qt>"})
            texts += QString::fromLatin1(markup).arg(source);
    }
    for (const char *markup : {"<b>bold</b>",
                               "<i>x",
                               "</qt>x",
                               "<qt>",
                               "<html><head><title>x</title></head><body>y</body></html>",
                               "<!DOCTYPE html><p>x",
                               "<script>alert(1)</script>",
                               "<style>*{color:red}</style>x",
                               "<!-- hidden -->x",
                               "<br>",
                               "<hr>",
                               "<font color=red size=7>x</font>",
                               "<h1>x</h1>",
                               "<pre>x\n\ny</pre>",
                               "<ul><li>x</ul>",
                               "a<b>c",
                               "<?xml version='1.0'?><x/>",
                               "<![CDATA[x]]>",
                               "]]>",
                               "<svg onload=x>",
                               "<table><tr><td>1<td>2</table>",
                               "<",
                               ">",
                               "<>",
                               "< b >",
                               "<b",
                               "&",
                               "&&",
                               "&lt;b&gt;",
                               "&amp;",
                               "&#60;b&#62;",
                               "&nbsp;",
                               "&#0;",
                               "&#x202e;",
                               "&quot;",
                               "'\"",
                               "**bold**",
                               "# head",
                               "`code`",
                               "~~x~~",
                               "| a | b |",
                               "- item",
                               "1. one",
                               "$x^2$",
                               "{\\rtf1 x}"})
        texts += QString::fromLatin1(markup);
    return texts;
}

inline QStringList controlTexts()
{
    QStringList texts;
    for (const char16_t c :
         {u'\0',     u'\1',     u'\7',     u'\b',     u'\t',     u'\n',     u'\v',     u'\f',     u'\r',
          u'\x1b',   u'\x7f',   u'\x80',   u'\x85',   u'\x9b',   u'\xa0',   u'\xad',   u'\x61c',  u'\x200b',
          u'\x200c', u'\x200d', u'\x200e', u'\x200f', u'\x2028', u'\x2029', u'\x202a', u'\x202b', u'\x202c',
          u'\x202d', u'\x202e', u'\x2060', u'\x2066', u'\x2067', u'\x2068', u'\x2069', u'\xfeff', u'\xfff9',
          u'\xfffc', u'\xfffe', u'\xffff', u'\xd800', u'\xdc00'}) {
        texts += QStringLiteral("a") + QChar(c) + QStringLiteral("gnp.exe");
        texts += QString(QChar(c));
    }
    texts += {QStringLiteral("\x1b[2J\x1b[31mred"),
              QStringLiteral("\x1b]0;title\7"),
              QStringLiteral("a\r\nb\r\n"),
              QStringLiteral("a\n\n\n\nb"),
              QStringLiteral("\u202eevil\u202c \u2067x\u2069"),
              QStringLiteral("\U000E0041\U000E0042tag")};
    return texts;
}

inline QStringList otherTexts()
{
    QString pile(u'e');
    for (int i = 0; i < 200; ++i)
        pile += QChar(0x300 + i % 0x60);
    QStringList texts{QStringLiteral("👩‍👩‍👧‍👦"),
                      QStringLiteral("🏳️‍🌈🇫🇷👍🏽"),
                      pile,
                      QString(10'240, u'x'),
                      QString(10'240, QChar(0x4e00)),
                      QString(5'000, u' ') + u'x',
                      QStringLiteral("<b>").repeated(3'000),
                      QStringLiteral("👍").repeated(5'000),
                      QStringLiteral("مرحبا 123 שלום"),
                      QStringLiteral("日本語テスト"),
                      QStringLiteral("  two  spaces  "),
                      QString(),
                      QStringLiteral("Bauer & Söhne"),
                      QStringLiteral("R&D"),
                      QStringLiteral("&File"),
                      QStringLiteral("a&&b&"),
                      QStringLiteral("[*]"),
                      QStringLiteral("x[*]y"),
                      QStringLiteral("a\\nb")};
    texts += {QStringLiteral("%1"),       QStringLiteral("%2 %1 %3"), QStringLiteral("%n"),  QStringLiteral("%L1 %99"),
              QStringLiteral("%s%s%n%x"), QStringLiteral("%%"),       QStringLiteral("{0}"), QStringLiteral("${HOME}")};
    texts += {QStringLiteral("=1+1"),         QStringLiteral("=cmd|' /C calc'!A0"),
              QStringLiteral("+33123456789"), QStringLiteral("-2+3"),
              QStringLiteral("@SUM(A1)"),     QStringLiteral("'=1"),
              QStringLiteral("\t=1"),         QStringLiteral("\r=1"),
              QStringLiteral("\"=1\""),       QStringLiteral("a,b;c"),
              QStringLiteral("\"\"\""),       QStringLiteral("=HYPERLINK(\"http://x\",\"y\")")};
    texts += {QStringLiteral("../../etc/passwd"), QStringLiteral("file:///etc/passwd"),
              QStringLiteral("a/b\\c"),           QStringLiteral("'; DROP TABLE calls; --"),
              QStringLiteral("$(reboot)"),        QStringLiteral("`reboot`")};
    return texts;
}

inline QStringList hostileTexts(const Trap &trap) { return markupTexts(trap) + controlTexts() + otherTexts(); }

} // namespace Linescope::Test
