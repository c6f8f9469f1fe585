// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/helpbrowser.h"

#include "guide/helplibrary.h"
#include "support/theme/theme.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextTable>

namespace Linescope {

namespace {

constexpr int maxHighlights = 300;

// As long as the text, so that places can be compared: what is longer in its folded form stays as it is.
QString comparable(const QString &text)
{
    QString result = text;
    for (QChar &c : result) {
        const QString one = HelpLibrary::folded(QString(c));
        c = one.size() == 1 ? one.front() : c.toLower();
    }
    return result;
}

} // namespace

HelpBrowser::HelpBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(18);
    setAccessibleName(tr("Help page"));
}

QVariant HelpBrowser::loadResource(int type, const QUrl &name)
{
    const bool ours = name.scheme() == u"qrc" && name.path().startsWith(u"/help/");
    return ours && type == QTextDocument::ImageResource ? QTextBrowser::loadResource(type, name) : QVariant();
}

void HelpBrowser::showMarkdown(const QString &markdown)
{
    m_markdown = markdown;
    m_words.clear();
    render();
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(0);
}

void HelpBrowser::render()
{
    setExtraSelections({});
    document()->setMarkdown(m_markdown);
    polishLinks();
    polishTables();
}

// Markdown takes the application's palette; this widget's may be another.
void HelpBrowser::polishLinks()
{
    const QColor color = toneColor(Tone::Link, palette());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (!fragment.charFormat().isAnchor())
                continue;
            QTextCursor cursor(document());
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            QTextCharFormat format;
            format.setForeground(color);
            format.setFontUnderline(true);
            cursor.mergeCharFormat(format);
        }
    }
}

void HelpBrowser::polishTables()
{
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderBrush(toneColor(Tone::CardBorder, palette()));
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setCellPadding(5);
        format.setTopMargin(4);
        format.setBottomMargin(10);
        table->setFormat(format);
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCell cell = table->cellAt(0, column);
            QTextCharFormat head = cell.format();
            head.setBackground(toneColor(Tone::Badge, palette()));
            cell.setFormat(head);
        }
    }
}

void HelpBrowser::scrollToHeading(const QString &anchor)
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || HelpLibrary::anchorOf(block.text()) != anchor)
            continue;
        setTextCursor(QTextCursor(block));
        verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect().top());
        return;
    }
}

void HelpBrowser::highlight(const QString &words)
{
    m_words = words;
    QList<QTextEdit::ExtraSelection> marks;
    const QStringList wanted = HelpLibrary::folded(words).split(u' ', Qt::SkipEmptyParts);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const QString text = comparable(block.text());
        for (const QString &word : wanted) {
            for (qsizetype at = text.indexOf(word); at >= 0 && marks.size() < maxHighlights;
                 at = text.indexOf(word, at + word.size())) {
                QTextEdit::ExtraSelection mark;
                mark.cursor = QTextCursor(block);
                mark.cursor.setPosition(block.position() + int(at));
                mark.cursor.setPosition(block.position() + int(at + word.size()), QTextCursor::KeepAnchor);
                mark.format.setBackground(toneColor(Tone::AttentionBorder, palette()));
                mark.format.setForeground(palette().color(QPalette::Text));
                marks.append(mark);
            }
        }
    }
    setExtraSelections(marks);
    if (marks.isEmpty())
        return;
    QTextCursor first = marks.constFirst().cursor;
    first.clearSelection();
    setTextCursor(first);
    // In the upper part, so that what follows can be read.
    verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect().top() - viewport()->height() / 4);
}

void HelpBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_markdown.isEmpty())
        return;
    const int scrolled = verticalScrollBar()->value();
    const QString words = m_words;
    render();
    highlight(words);
    verticalScrollBar()->setValue(scrolled);
}

} // namespace Linescope
