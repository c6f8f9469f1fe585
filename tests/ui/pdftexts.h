// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The words on the pages of a PDF that Qt has written: for tests that look for what must not be there. Its pages are
// compressed, and its letters are numbers of glyphs, which a table of each font leads back to letters.
#pragma once

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace Linescope::Test {

class PdfTexts {
public:
    // One text for each piece that was drawn.
    static QStringList of(const QByteArray &pdf)
    {
        PdfTexts reader;
        reader.findObjects(pdf);
        for (const QByteArray &object : std::as_const(reader.m_objects))
            reader.readPage(QString::fromLatin1(streamOf(object)));
        return reader.m_texts;
    }

private:
    using Letters = QHash<int, QString>; // by glyph

    void findObjects(const QByteArray &pdf)
    {
        static const QRegularExpression beginning(QStringLiteral("(\\d+) 0 obj\\n"));
        const QString text = QString::fromLatin1(pdf);
        for (auto it = beginning.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            const qsizetype from = match.capturedEnd();
            m_objects.insert(match.captured(1).toInt(), pdf.mid(from, pdf.indexOf("endobj", from) - from));
        }
    }
    static QByteArray streamOf(const QByteArray &object)
    {
        static const QByteArray beginning = "stream\n";
        const qsizetype from = object.indexOf(beginning);
        if (from < 0 || object.contains("/Image"))
            return {};
        const QByteArray stream = object.mid(from + beginning.size());
        return object.contains("/FlateDecode") ? qUncompress(QByteArray(4, '\0') + stream) : stream; // of unknown size
    }
    void readPage(const QString &commands)
    {
        static const QRegularExpression drawing(QStringLiteral("/F(\\d+) |<([0-9a-f]+)> Tj|\\bET\\b"),
                                                QRegularExpression::CaseInsensitiveOption);
        Letters letters;
        QString text;
        for (auto it = drawing.globalMatch(commands); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            if (match.hasCaptured(1)) {
                letters = lettersOf(match.captured(1).toInt());
            } else if (match.hasCaptured(2)) {
                for (const int glyph : numbers(match.captured(2)))
                    text += letters.value(glyph);
            } else {
                m_texts += std::exchange(text, {}).simplified(); // a space may come back as a tab
            }
        }
    }
    Letters lettersOf(int font)
    {
        static const QRegularExpression table(QStringLiteral("/ToUnicode (\\d+) 0 R"));
        const QRegularExpressionMatch match = table.match(QString::fromLatin1(m_objects.value(font)));
        return readTable(QString::fromLatin1(streamOf(m_objects.value(match.captured(1).toInt()))));
    }
    // "<0001> <0003> <0041>" are A, B and C; "<0001> <0002> [<0041> <0045>]" are A and E.
    static Letters readTable(const QString &table)
    {
        static const QRegularExpression range(
            QStringLiteral("<([0-9a-f]+)> <([0-9a-f]+)> (?:<([0-9a-f]+)>|\\[([^\\]]*)\\])"),
            QRegularExpression::CaseInsensitiveOption);
        Letters letters;
        for (auto it = range.globalMatch(table); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            const int first = numbers(match.captured(1)).value(0);
            const int last = numbers(match.captured(2)).value(0);
            const QList<int> listed = numbers(match.captured(4));
            const int begin = numbers(match.captured(3)).value(0);
            for (int glyph = first; glyph <= last; ++glyph)
                letters.insert(glyph, QChar(listed.isEmpty() ? begin + glyph - first : listed.value(glyph - first)));
        }
        return letters;
    }
    // Each of four digits.
    static QList<int> numbers(const QString &hexadecimal)
    {
        static const QRegularExpression number(QStringLiteral("[0-9a-f]{4}"),
                                               QRegularExpression::CaseInsensitiveOption);
        QList<int> found;
        for (auto it = number.globalMatch(hexadecimal); it.hasNext();)
            found += it.next().captured().toInt(nullptr, 16);
        return found;
    }

    QHash<int, QByteArray> m_objects;
    QStringList m_texts;
};

} // namespace Linescope::Test
